// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace chatelaine {

namespace {

constexpr qsizetype shortestRun = 32;

const QRegularExpression &credentialPattern()
{
    // Never destroyed: Qt itself still logs while the process ends.
    static const auto *pattern = new QRegularExpression(
        QStringLiteral(R"((?i:\b(?:Bearer|Basic)\s+)[^\s"',;]+)"
                       R"(|(?i:\bPayment\s+)[A-Za-z0-9_=-]{16,})" // a "payment issue" is none
                       R"(|\bprx_[A-Za-z0-9_-]+)"
                       R"(|\btempo(?:_sandbox)?:sk:[A-Za-z0-9]+)"
                       R"(|\btempo_[a-f0-9]{40})"
                       R"(|\bts_[A-Za-z0-9_-]{8,})"
                       R"(|\bconfident_[A-Za-z0-9_+/=-]{8,})"
                       R"(|\bwhsec_[^\s"',;]+)"
                       R"(|[?&](?:key|token|secret|api_key)=[^&\s"']+)"));
    return *pattern;
}

bool isRunCharacter(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"_+/=-").contains(c));
}

/** A long run of letters and digits is a credential, unless it is one of our UUIDs. */
bool looksLikeCredential(QStringView run)
{
    static const auto *uuid =
        new QRegularExpression(QStringLiteral("^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    const auto isDigit = [](QChar c) {
        return c.isDigit();
    };
    const auto isLetter = [](QChar c) {
        return c.isLetter();
    };
    return run.size() >= shortestRun && std::any_of(run.begin(), run.end(), isDigit) &&
           std::any_of(run.begin(), run.end(), isLetter) && !uuid->match(run).hasMatch();
}

/** By hand: as a pattern, this takes quadratic time on a long run. */
QString withoutLongRuns(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isRunCharacter(text[end]))
            ++end;
        const QStringView run = text.sliced(i, end - i);
        if (looksLikeCredential(run))
            out += QLatin1StringView("[redacted]");
        else
            out += run;
        if (end < text.size())
            out += text[end++];
        i = end;
    }
    return out;
}

bool isTokenCharacter(QChar c)
{
    return c.isLetterOrNumber() || QStringView(u"_+/=-:.").contains(c);
}

/** What has no width of its own or turns the direction: two names that differ in it look the same.
 */
bool isInvisible(char16_t u)
{
    constexpr char16_t alone[] = {0x00ad, 0x034f, 0x061c, 0x115f, 0x1160,
                                  0x180e, 0x3164, 0xfeff, 0xffa0};
    return (u >= 0x200b && u <= 0x200f) || (u >= 0x202a && u <= 0x202e) ||
           (u >= 0x2060 && u <= 0x206f) ||
           std::find(std::begin(alone), std::end(alone), u) != std::end(alone);
}

void writeRedacted(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QByteArray line = qFormatLogMessage(type, context, redacted(message, 8192)).toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
}

} // namespace

QString redacted(QStringView text, qsizetype maximum)
{
    // Redact before cutting: a cut in the middle of a token would hide it from the pattern. Bounded
    // all the same; what the bound cuts through is left out.
    QStringView bounded = text.left(maximum * 4);
    const bool cut = bounded.size() < text.size();
    while (cut && !bounded.isEmpty() && isTokenCharacter(bounded.back()))
        bounded.chop(1);
    // A named form first, so that its whole value goes, then any long unbroken run.
    QString out = bounded.toString();
    out.replace(credentialPattern(), QStringLiteral("[redacted]"));
    out = withoutLongRuns(out);
    if (cut || out.size() > maximum)
        out = out.left(maximum) + QChar(0x2026);
    return out;
}

QString displaySafe(QStringView text, qsizetype maximum)
{
    QString out;
    out.reserve(qMin(text.size(), maximum));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (out.size() >= maximum) {
            out += QChar(0x2026);
            break;
        }
        const char16_t u = text[i].unicode();
        const bool tag = u == 0xdb40 && i + 1 < text.size(); // U+E0000 and on: invisible letters
        if (u == u'\n' || u == u'\r' || u == u'\t' || u == 0x2028 || u == 0x2029)
            out += QChar(0x23ce); // one visible sign for every kind of line or column break
        else if (tag || isInvisible(u) || u < 0x20 || (u >= 0x7f && u < 0xa0))
            out += QChar(0xfffd);
        else
            out += text[i];
        if (tag)
            ++i;
    }
    return out;
}

void installRedactingLogHandler()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace chatelaine
