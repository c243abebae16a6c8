// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ValuesTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Values)
};

constexpr qint64 daySeconds = 86400;
constexpr qint64 maximumDuration = 100 * 365 * daySeconds;

std::optional<CredentialSource> readSource(const QString &text)
{
    using Kind = CredentialSource::Kind;
    static const QRegularExpression variable(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    if (text == "keychain"_L1)
        return CredentialSource{Kind::Keychain, {}};
    if (text.startsWith("env:"_L1) && variable.match(text.mid(4)).hasMatch())
        return CredentialSource{Kind::Environment, text.mid(4)};
    if (text.startsWith("file:"_L1) && text.size() > 5)
        return CredentialSource{Kind::File, QDir::current().absoluteFilePath(text.mid(5))};
    return std::nullopt;
}

Error badTime()
{
    return usageError(ValuesTexts::tr(
        "A date is written as 2026-08-01, a time as 2026-08-01T10:00:00Z. Both are UTC unless an "
        "offset is given."));
}

} // namespace

Error usageError(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidRequest;
    error.message = message;
    return error;
}

Outcome<CredentialChoice> readCredential(const QString &text)
{
    static const QRegularExpression slotted(u"\\A([A-Za-z][A-Za-z0-9_-]*)=(.*)\\z"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    CredentialChoice choice;
    QString source = text;
    if (const auto match = slotted.match(text); match.hasMatch()) {
        choice.slot = match.captured(1);
        source = match.captured(2);
    }
    if (const auto read = readSource(source)) {
        choice.source = *read;
        return choice;
    }
    return usageError(ValuesTexts::tr(
        "A credential is given by where it comes from: [SLOT=]keychain (its value on "
        "standard input), env:VARIABLE or file:PATH, never by its value."));
}

Outcome<qint64> readDuration(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]{1,6})([hdw])\\z"_s);
    const auto match = form.match(text);
    const qint64 count = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const qint64 seconds = count * (unit == "h"_L1   ? 3600
                                    : unit == "d"_L1 ? daySeconds
                                                     : 7 * daySeconds);
    if (!match.hasMatch() || seconds == 0 || seconds > maximumDuration)
        return usageError(ValuesTexts::tr(
            "A duration is a number with h, d or w for hours, days or weeks: 90d."));
    return seconds;
}

Outcome<std::pair<QString, QString>> readField(const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign <= 0)
        return usageError(ValuesTexts::tr("A field is set as FIELD=VALUE."));
    return std::pair{text.left(sign), text.mid(sign + 1)};
}

Outcome<Timestamp> readFrom(const QString &text)
{
    if (const auto time = Timestamp::fromIso(text))
        return *time;
    return badTime();
}

Outcome<Timestamp> readTo(const QString &text)
{
    const auto time = Timestamp::fromIso(text);
    if (!time)
        return badTime();
    const bool bareDate = text.size() == 10;
    return bareDate ? time->plusSeconds(daySeconds) : *time;
}

} // namespace chatelaine::cli
