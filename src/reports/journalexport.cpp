// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalexport.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 progressEvery = 1000;

/** The export while it runs. */
class RunningExport
{
public:
    explicit RunningExport(const JournalExport &order)
        : m_order(order)
        , m_file(order.file)
    {}

    void start() { m_good = m_file.open(QIODevice::WriteOnly) && m_order.format->begin(m_file); }

    /** False to end. */
    bool take(const JournalLine &line)
    {
        if (!m_good || cancelled())
            return false;
        if (!m_order.selection.has(line)) {
            m_order.format->pass(line);
            return true;
        }
        m_good = m_order.format->add(line);
        if (m_good && ++m_count % progressEvery == 0 && m_order.progress)
            m_order.progress(m_count);
        return m_good;
    }

    Outcome<qint64> finish(const Outcome<qint64> &walked)
    {
        if (walked.ok() && m_good && !cancelled() && m_order.format->end() && m_file.commit()) {
            if (m_order.progress)
                m_order.progress(m_count);
            return m_count;
        }
        const Error error =
            walked.ok() && !cancelled()
                ? JournalExporter::cannotWrite(m_file.fileName(), m_file.errorString())
                : (walked.ok() ? JournalExporter::cancelled() : walked.error());
        m_file.cancelWriting();
        return error;
    }

private:
    bool cancelled() const { return m_order.cancel && *m_order.cancel; }

    const JournalExport m_order;
    QSaveFile m_file;
    qint64 m_count = 0;
    bool m_good = false;
};

} // namespace

bool JournalSelection::has(const JournalLine &line) const
{
    if ((from && line.time < *from) || (to && !(line.time < *to)))
        return false;
    if (accounts.isEmpty())
        return true;
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    return accounts.contains(AccountId(entry.value("account"_L1).toString()));
}

JournalFormat::~JournalFormat() = default;

void JournalFormat::pass(const JournalLine &) {}

FutureOutcome<qint64> JournalExporter::write(Store &store, const JournalExport &order)
{
    auto running = std::make_shared<RunningExport>(order);
    running->start();
    JournalFilter filter;
    if (!order.format->wantsAll()) {
        filter.from = order.selection.from;
        filter.to = order.selection.to;
    }
    return store
        .eachJournalLine(filter, [running](const JournalLine &line) { return running->take(line); })
        .then([running](const Outcome<qint64> &walked) { return running->finish(walked); });
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
