// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/output.h"

#include "cli/table.h"
#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OutputTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Output)
};

/** A message of several lines keeps them; within a line nothing can move the cursor. */
QString safeLines(const QString &text)
{
    constexpr qsizetype longestLine = 4096;
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = displaySafe(line, longestLine);
    return lines.join(u'\n') + u'\n';
}

} // namespace

void Output::result(const QString &text, const QJsonObject &document)
{
    write(m_json ? toBytes(document) : text.toLocal8Bit());
}

void Output::list(const QString &table, const QJsonArray &items, const ListState &state)
{
    result(table, listDocument(items, state));
    if (state.asOf && !m_json)
        note(OutputTexts::tr("As of %1.").arg(shownTime(state.asOf)));
    if (!state.complete)
        note(OutputTexts::tr("This list is INCOMPLETE."));
    for (const QString &reason : state.reasons)
        note(reason);
}

void Output::lines(const QByteArray &bytes)
{
    write(bytes);
}

void Output::progress(const QString &sentence)
{
    if (!m_terminal.canAsk())
        return;
    clearProgress();
    m_terminal.writeError(sentence);
    m_progressSize = sentence.size();
}

void Output::clearProgress()
{
    if (m_progressSize > 0)
        m_terminal.writeError(u'\r' + QString(m_progressSize, u' ') + u'\r');
    m_progressSize = 0;
}

void Output::note(const QString &sentence)
{
    clearProgress();
    m_terminal.writeError(safeLines(sentence));
}

void Output::error(const Error &error)
{
    QString text = error.message;
    if (!error.vendorMessage.isEmpty())
        text +=
            u'\n' + OutputTexts::tr("The vendor says: %1").arg(displaySafe(error.vendorMessage));
    if (!error.next.isEmpty())
        text += u'\n' + error.next;
    if (error.retryAt)
        text += u'\n' + OutputTexts::tr("Not before %1.").arg(error.retryAt->toIso());
    if (!error.requestId.isEmpty())
        text += u'\n' + OutputTexts::tr("Request id: %1").arg(displaySafe(error.requestId));
    note(text);
    if (m_json)
        write(toBytes(errorDocument(error)));
}

void Output::write(QByteArrayView bytes)
{
    clearProgress();
    m_arrived = m_terminal.write(bytes) && m_arrived;
}

} // namespace chatelaine::cli
