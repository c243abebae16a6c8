// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalexport.h"

#include "core/inorder.h"

#include <QDir>
#include <QSaveFile>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** The export while it runs. */
class RunningExport
{
public:
    explicit RunningExport(const JournalExport &order)
        : m_order(order)
        , m_file(order.file)
        , m_parts([this](const JournalPart &part) { return take(part); })
    {}

    void start()
    {
        m_good = m_file.open(QIODevice::WriteOnly) && write(m_order.format->beginning());
    }

    JournalFilter filter() const
    {
        JournalFilter filter;
        if (!m_order.format->wantsAll()) {
            filter.from = m_order.selection.from;
            filter.to = m_order.selection.to;
        }
        return filter;
    }
    bool goesOn() const { return m_good && !cancelled(); }

    /** False to end. */
    bool add(JournalStretch lines)
    {
        if (!goesOn())
            return false;
        return m_parts.add([this, lines = std::move(lines)] {
            return m_order.format->part(lines, m_order.selection);
        });
    }

    Outcome<qint64> finish(const Outcome<qint64> &walked)
    {
        if (walked.ok() && goesOn() && m_parts.finish() && write(m_order.format->ending()) &&
            m_file.commit())
            return m_count;
        const Error error =
            walked.ok() && !cancelled()
                ? JournalExporter::cannotWrite(m_file.fileName(), m_file.errorString())
                : (walked.ok() ? JournalExporter::cancelled() : walked.error());
        m_file.cancelWriting();
        return error;
    }

private:
    bool cancelled() const { return m_order.cancel && *m_order.cancel; }

    bool take(const JournalPart &part)
    {
        m_order.format->take(part);
        m_good = !cancelled() && write(part.bytes);
        m_count += part.entries;
        if (m_good && m_order.progress)
            m_order.progress(m_count);
        return m_good;
    }

    /** What a disk does not take at once is offered again: only then it says why. */
    bool write(const QByteArray &bytes)
    {
        qint64 done = 0;
        while (done < bytes.size()) {
            const qint64 more = m_file.write(bytes.constData() + done, bytes.size() - done);
            if (more <= 0)
                return false;
            done += more;
        }
        return true;
    }

    const JournalExport m_order;
    QSaveFile m_file;
    qint64 m_count = 0;
    bool m_good = false;
    InOrder<JournalPart> m_parts;
};

} // namespace

bool JournalSelection::has(const JournalReader &entry) const
{
    const Timestamp time = Timestamp::fromMicros(entry.time().value_or(0));
    if ((from && time < *from) || (to && !(time < *to)))
        return false;
    return accounts.isEmpty() ||
           accounts.contains(AccountId(QString::fromUtf8(entry.text(JournalMember::Account))));
}

bool JournalSelection::has(const JournalLine &line) const
{
    if (isAll())
        return true;
    JournalReader entry;
    entry.read(line.line);
    return has(entry);
}

JournalFormat::~JournalFormat() = default;

JournalPart
JournalFormat::partOf(const JournalStretch &lines, const JournalSelection &selection,
                      const std::function<void(QByteArray *, const ExportedEntry &)> &write)
{
    JournalPart part;
    part.bytes.reserve(lines.bytes().size() * 2);
    JournalReader entry;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        entry.read(lines.line(i));
        if (!selection.has(entry))
            continue;
        write(&part.bytes, {entry, lines.sequence(i), lines.line(i)});
        ++part.entries;
    }
    return part;
}

FutureOutcome<qint64> JournalExporter::write(Store &store, const JournalExport &order)
{
    const auto running = std::make_shared<RunningExport>(order);
    running->start();
    JournalWalk walk;
    walk.filter = running->filter();
    walk.everyInstallation = !order.format->isOfOneChain();
    walk.each = [running](JournalStretch lines) {
        return running->add(std::move(lines));
    };
    walk.end = [running](const Outcome<qint64> &walked) {
        return running->finish(walked);
    };
    return store.walkJournals(walk);
}

Error JournalExporter::cannotWrite(const QString &file, const QString &reason)
{
    return Error::of(
        ErrorKind::Storage,
        tr("The report %1 cannot be written: %2").arg(QDir::toNativeSeparators(file), reason),
        tr("Check that the folder exists, that you may write there and that there is space, "
           "or choose another place."));
}

Error JournalExporter::cancelled()
{
    return Error::of(ErrorKind::Cancelled, tr("The export was cancelled. No file was written."));
}

} // namespace chatelaine
