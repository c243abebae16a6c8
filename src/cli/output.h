// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/documents.h"
#include "cli/terminal.h"

namespace chatelaine::cli {

/** What a command says: results on standard output, as text or as one document; all else on
 * standard error. */
class Output
{
public:
    Output(Terminal &terminal, bool json)
        : m_terminal(terminal)
        , m_json(json)
    {}
    bool json() const { return m_json; }

    /** A result; `text` for people ends in a newline. */
    void result(const QString &text, const QJsonObject &document);
    /** A list as table and list document; what makes it doubtful goes to standard error as well. */
    void list(const QString &table, const QJsonArray &items, const ListState &state);
    /** Lines of JSON, or of text, each with its end. */
    void lines(const QByteArray &bytes);
    void note(const QString &sentence); ///< a line on standard error
    /** How far long work is, on a line that whatever comes next replaces; only for people. */
    void progress(const QString &sentence);
    void error(const Error &error); ///< and, with JSON, the error document

    /** Whether all results have left the process. */
    bool arrived() const { return m_arrived; }

private:
    void write(QByteArrayView bytes);
    void clearProgress();

    Terminal &m_terminal;
    const bool m_json;
    bool m_arrived = true;
    qsizetype m_progressSize = 0; ///< of what stands on the line
};

} // namespace chatelaine::cli
