// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"

#include <QRegularExpression>

#include <cstdio>

namespace chatelaine {

namespace {

const QRegularExpression &credentialPattern()
{
    // The order matters: a named form first, so that its whole value goes, then any long unbroken
    // run.
    static const QRegularExpression pattern(QStringLiteral(
        R"((?i:\b(?:Bearer|Payment|Basic)\s+)[^\s"',;]+)"
        R"(|\bprx_[A-Za-z0-9_-]+)"
        R"(|\btempo(?:_sandbox)?:sk:[A-Za-z0-9]+)"
        R"(|\btempo_[a-f0-9]{40})"
        R"(|\bts_[A-Za-z0-9_-]{8,})"
        R"(|\bconfident_[A-Za-z0-9_+/=-]{8,})"
        R"(|\bwhsec_[^\s"',;]+)"
        R"(|[?&](?:key|token|secret|api_key)=[^&\s"']+)"
        R"(|\b(?![0-9a-f]{8}-[0-9a-f]{4}-)[A-Za-z0-9_+/=-]*(?:[A-Za-z]+[0-9]|[0-9]+[A-Za-z])[A-Za-z0-9_+/=-]{30,})"));
    return pattern;
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
    // all the same.
    QString out = text.left(maximum * 4).toString();
    out.replace(credentialPattern(), QStringLiteral("[redacted]"));
    if (out.size() > maximum)
        out = out.left(maximum) + QChar(0x2026);
    return out;
}

QString displaySafe(QStringView text, qsizetype maximum)
{
    QString out;
    out.reserve(qMin(text.size(), maximum));
    for (const QChar c : text) {
        if (out.size() >= maximum) {
            out += QChar(0x2026);
            break;
        }
        const char16_t u = c.unicode();
        const bool bidi = (u >= 0x202a && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) ||
                          u == 0x200e || u == 0x200f || u == 0x061c;
        if (u == u'\n' || u == u'\r' || u == u'\t' || u == 0x2028 || u == 0x2029)
            out += QChar(0x23ce); // one visible sign for every kind of line or column break
        else if (bidi || u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0xfeff)
            out += QChar(0xfffd);
        else
            out += c;
    }
    return out;
}

void installRedactingLogHandler()
{
    qInstallMessageHandler(writeRedacted);
}

} // namespace chatelaine
