// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalcsv.h"

#include "reports/csvwriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 progressEvery = 1000;

/** The columns that are texts of the entry as they are, and the members they come from. */
constexpr std::array textColumns = {
    std::pair{"user"_L1, "user"_L1},           std::pair{"host"_L1, "host"_L1},
    std::pair{"program"_L1, "program"_L1},     std::pair{"kind"_L1, "kind"_L1},
    std::pair{"outcome"_L1, "outcome"_L1},     std::pair{"account"_L1, "accountName"_L1},
    std::pair{"account_id"_L1, "account"_L1},  std::pair{"provider"_L1, "provider"_L1},
    std::pair{"container"_L1, "container"_L1}, std::pair{"object"_L1, "object"_L1},
    std::pair{"mask"_L1, "mask"_L1},           std::pair{"vendor_id"_L1, "vendorId"_L1},
    std::pair{"operation"_L1, "operation"_L1}, std::pair{"request_id"_L1, "requestId"_L1},
};

QList<CsvCell> cellsOf(const JournalLine &line)
{
    const QJsonObject entry = QJsonDocument::fromJson(line.line).object();
    QList<CsvCell> cells{line.sequence, line.time.toIso()};
    for (const auto &[column, member] : textColumns)
        cells.append(entry.value(member).toString());
    const QJsonObject detail = entry.value("detail"_L1).toObject();
    cells.append(detail.isEmpty()
                     ? QString()
                     : QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)));
    cells.append(entry.value("installation"_L1).toString());
    cells.append(entry.value("prev"_L1).toString());
    cells.append(QString::fromLatin1(
        QCryptographicHash::hash(line.line, QCryptographicHash::Sha256).toHex()));
    return cells;
}

/** The export while it runs. */
class Export
{
public:
    Export(const QString &file, std::function<void(qint64)> progress,
           std::shared_ptr<std::atomic_bool> cancel)
        : m_file(file)
        , m_writer(m_file)
        , m_progress(std::move(progress))
        , m_cancel(std::move(cancel))
    {}

    void start()
    {
        m_good = m_file.open(QIODevice::WriteOnly);
        QList<CsvCell> header;
        for (const QString &name : JournalCsv::columns())
            header.append(name);
        m_good = m_good && m_writer.write(header);
    }

    /** False to end. */
    bool add(const JournalLine &line)
    {
        if (!m_good || cancelled())
            return false;
        m_good = m_writer.write(cellsOf(line));
        if (m_good && ++m_count % progressEvery == 0 && m_progress)
            m_progress(m_count);
        return m_good;
    }

    Outcome<qint64> finish(const Outcome<qint64> &walked)
    {
        if (walked.ok() && m_good && !cancelled() && m_file.commit()) {
            if (m_progress)
                m_progress(m_count);
            return m_count;
        }
        const Error error = walked.ok() && !cancelled()
                                ? JournalCsv::cannotWrite(m_file.fileName(), m_file.errorString())
                                : (walked.ok() ? JournalCsv::cancelled() : walked.error());
        m_file.cancelWriting();
        return error;
    }

private:
    bool cancelled() const { return m_cancel && *m_cancel; }

    QSaveFile m_file;
    CsvWriter m_writer;
    std::function<void(qint64)> m_progress;
    std::shared_ptr<std::atomic_bool> m_cancel;
    qint64 m_count = 0;
    bool m_good = false;
};

} // namespace

QStringList JournalCsv::columns()
{
    QStringList names{u"sequence"_s, u"time"_s};
    for (const auto &[column, member] : textColumns)
        names.append(column);
    return names + QStringList{u"detail"_s, u"installation"_s, u"previous_hash"_s, u"hash"_s};
}

FutureOutcome<qint64> JournalCsv::write(Store &store, const JournalFilter &filter,
                                        const QString &file, std::function<void(qint64)> progress,
                                        std::shared_ptr<std::atomic_bool> cancel)
{
    auto running = std::make_shared<Export>(file, std::move(progress), std::move(cancel));
    running->start();
    return store
        .eachJournalLine(filter, [running](const JournalLine &line) { return running->add(line); })
        .then([running](const Outcome<qint64> &walked) { return running->finish(walked); });
}

Error JournalCsv::cannotWrite(const QString &file, const QString &reason)
{
    Error error;
    error.kind = ErrorKind::Storage;
    error.message =
        tr("The report %1 cannot be written: %2").arg(QDir::toNativeSeparators(file), reason);
    error.next =
        tr("Check that the folder exists, that you may write there and that there is space, "
           "or choose another place.");
    return error;
}

Error JournalCsv::cancelled()
{
    Error error;
    error.kind = ErrorKind::Cancelled;
    error.message = tr("The export was cancelled. No file was written.");
    return error;
}

} // namespace chatelaine
