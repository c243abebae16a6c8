// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/secretlines.h"

#include <algorithm>

namespace chatelaine {

namespace {

Error notTaken(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    error.next = SecretLines::tr("Give one value on each line.");
    return error;
}

/** Whatever surrounds a value where such lists come from, and is in no value. */
bool surrounds(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '"' || c == '\'' || c == '`' || c == ',' ||
           c == ';';
}

QByteArrayView bare(QByteArrayView line)
{
    while (!line.isEmpty() && surrounds(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && surrounds(line.back()))
        line.chop(1);
    return line;
}

} // namespace

Outcome<QList<SharedSecret>> SecretLines::read(QByteArrayView text)
{
    QList<SharedSecret> secrets;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const QByteArrayView line = bare(end < 0 ? text : text.first(end));
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.isEmpty())
            continue;
        if (line.size() > maximumLine)
            return notTaken(tr("A line is longer than %1 characters.").arg(maximumLine));
        if (secrets.size() == maximumCount)
            return notTaken(tr("There are more than %1 values.").arg(maximumCount));
        auto secret = Secret::copyOf(line);
        if (!secret)
            return secret.error();
        const bool isNew =
            std::none_of(secrets.cbegin(), secrets.cend(),
                         [&secret](const SharedSecret &known) { return known->equals(**secret); });
        if (isNew)
            secrets.append(*secret);
    }
    if (secrets.isEmpty())
        return notTaken(tr("There is no value."));
    return secrets;
}

} // namespace chatelaine
