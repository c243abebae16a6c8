// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminal.h"

#include "cli/values.h"

#include <QCoreApplication>

namespace chatelaine::cli {

namespace {

struct TerminalTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Terminal)
};

QByteArrayView withoutNewline(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/** What of `input` is one secret, and moves `input` behind it. */
QByteArrayView nextSecret(QByteArrayView &input, bool all)
{
    const qsizetype end = all ? -1 : input.indexOf('\n');
    const QByteArrayView taken = end < 0 ? input : input.first(end + 1);
    input = input.sliced(taken.size());
    return withoutNewline(taken);
}

} // namespace

Outcome<QList<SharedSecret>> secretsFrom(QByteArrayView input, qsizetype count)
{
    QList<SharedSecret> secrets;
    for (qsizetype i = 0; i < count; ++i) {
        const QByteArrayView bytes = nextSecret(input, count == 1);
        if (bytes.isEmpty())
            return usageError(
                count == 1 ? TerminalTexts::tr("There is no secret on standard input.")
                           : TerminalTexts::tr("Standard input has fewer lines than secrets are "
                                               "expected: one line for each."));
        auto secret = Secret::copyOf(bytes);
        if (!secret)
            return secret.error();
        secrets.append(*secret);
    }
    if (!input.isEmpty())
        return usageError(
            TerminalTexts::tr("Standard input has more lines than secrets are expected."));
    return secrets;
}

} // namespace chatelaine::cli
