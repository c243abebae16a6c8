// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/secretfilter.h"

#include "secrets/base64core.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qsizetype shortestKnown = 8;          // what is shorter is a word, and no secret
constexpr qsizetype longestCleaned = 32 * 1024; // more than any text that is mapped
constexpr qsizetype longerThanMask = 8;         // what a token has more than its prefix
constexpr int mostCandidates = 100;             // beginnings of tokens in one text
constexpr int mostEncodings = 3;                // one inside the other
const QString standInIdPrefix = u"secret-sha256-"_s;

const QRegularExpression &standInPattern()
{
    static const QRegularExpression pattern(u"‹([^‹›]*) sha256:[0-9a-f]{32}›"_s);
    return pattern;
}

QString digestOf(QByteArrayView bytes)
{
    const QByteArray raw = QByteArray::fromRawData(bytes.data(), bytes.size());
    const QByteArray digest = QCryptographicHash::hash(raw, QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex().left(32));
}

bool isHexDigit(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
}

/** One layer of JSON escapes taken off. */
QString withoutEscapes(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        const QStringView hex = QStringView(text).mid(i + 1, 4);
        if (text[i] == u'u' && hex.size() == 4 && std::all_of(hex.begin(), hex.end(), isHexDigit)) {
            out += QChar(hex.toUShort(nullptr, 16));
            i += 4;
        } else {
            out += text[i];
        }
    }
    return out;
}

QString decodedOnce(const QString &text)
{
    QString decoded = text;
    if (decoded.contains(u'\\'))
        decoded = withoutEscapes(decoded);
    if (decoded.contains(u'%'))
        decoded = QString::fromUtf8(QByteArray::fromPercentEncoding(decoded.toUtf8()));
    return decoded;
}

bool isRun(QChar c)
{
    return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"_+/=-").contains(c));
}

/** How long the whole token is that begins at `from`; 0: none does. */
qsizetype tokenLength(const TokenTemplate &token, const QString &text, qsizetype from)
{
    constexpr qsizetype shortPrefix = 4; // such a one also stands inside of words
    if (token.prefix.size() < shortPrefix && from > 0 &&
        (text[from - 1].isLetterOrNumber() || text[from - 1] == u'_'))
        return 0;
    const auto match = token.inside.match(text, from, QRegularExpression::NormalMatch,
                                          QRegularExpression::AnchorAtOffsetMatchOption);
    QStringView matched = match.capturedView();
    const qsizetype standIn = matched.indexOf(u'…');
    if (standIn >= 0)
        matched.truncate(standIn);
    if (matched.size() <= token.prefix.size() + longerThanMask)
        return 0;
    qsizetype end = from + matched.size();
    while (end < text.size() && isRun(text[end]))
        ++end;
    return end - from;
}

bool holdsToken(const QByteArray &json, const TokenTemplate &token)
{
    const QByteArray beginning = token.prefix.left(4).toUtf8();
    if (beginning.isEmpty())
        return false;
    for (qsizetype at = json.indexOf(beginning); at >= 0; at = json.indexOf(beginning, at + 1)) {
        const qsizetype begin = std::max<qsizetype>(at - 1, 0); // what stands before it counts
        const qsizetype end = json.indexOf('"', at);
        const qsizetype size = (end < 0 ? json.size() : end) - begin;
        const QString text = QString::fromUtf8(json.mid(begin, std::min(size, longestCleaned)));
        if (tokenLength(token, text, at - begin) > 0)
            return true;
    }
    return false;
}

} // namespace

SecretFilter::SecretFilter(const QList<SharedSecret> &known, QList<TokenTemplate> tokens)
    : m_tokens(std::move(tokens))
{
    for (const TokenTemplate &token : std::as_const(m_tokens))
        m_prefixes.append(token.prefix);
    for (const SharedSecret &secret : known) {
        if (!secret || secret->size() < shortestKnown)
            continue;
        QByteArray bytes = secret->borrowed().toByteArray();
        m_arePlain = m_arePlain && std::all_of(bytes.begin(), bytes.end(), [](char c) {
                         return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
                     });
        const QString standIn = standIns::of(bytes, m_prefixes);
        add(QString::fromUtf8(bytes), Qt::CaseInsensitive, standIn);
        add(QString::fromLatin1(bytes.toHex()), Qt::CaseInsensitive, standIn);
        addBase64(bytes, standIn);
        wipe(bytes);
    }
}

SecretFilter::~SecretFilter()
{
    for (Needle &needle : m_needles)
        wipe(needle.text);
}

void SecretFilter::add(const QString &text, Qt::CaseSensitivity cases, const QString &standIn)
{
    m_needles.append({text, cases, standIn});
}

/** What is sure of it wherever it begins in what was encoded: three ways to cut it into threes. */
void SecretFilter::addBase64(const QByteArray &secret, const QString &standIn)
{
    for (qsizetype offset = 0; offset < 3; ++offset) {
        QByteArray standard = base64Core(secret, offset, QByteArray::Base64Encoding);
        QByteArray url = base64Core(secret, offset, QByteArray::Base64UrlEncoding);
        add(QString::fromLatin1(standard), Qt::CaseSensitive, standIn);
        if (url != standard)
            add(QString::fromLatin1(url), Qt::CaseSensitive, standIn);
        wipe(standard);
        wipe(url);
    }
}

const SecretFilter::Needle *SecretFilter::needleIn(const QString &text) const
{
    const auto found =
        std::find_if(m_needles.begin(), m_needles.end(), [&text](const Needle &needle) {
            return text.contains(needle.text, needle.cases);
        });
    return found == m_needles.end() ? nullptr : &*found;
}

QString SecretFilter::withoutKnown(const QString &text) const
{
    QString out = text;
    for (const Needle &needle : m_needles)
        out.replace(needle.text, needle.standIn, needle.cases);
    QString inside = out;
    for (int layer = 0; layer < mostEncodings; ++layer) {
        if (!inside.contains(u'%') && !inside.contains(u'\\'))
            break;
        inside = decodedOnce(inside);
        if (const Needle *needle = needleIn(inside))
            return needle->standIn;
    }
    return out;
}

QString SecretFilter::withoutTokens(const QString &text) const
{
    QString out = text;
    int candidates = 0;
    for (const TokenTemplate &token : m_tokens) {
        const QStringView beginning = QStringView(token.prefix).left(4);
        qsizetype from = beginning.isEmpty() ? -1 : out.indexOf(beginning);
        while (from >= 0) {
            if (++candidates > mostCandidates)
                return standIns::of(text.toUtf8(), m_prefixes);
            const qsizetype length = tokenLength(token, out, from);
            if (length > 0) {
                const QString standIn =
                    standIns::of(QStringView(out).mid(from, length).toUtf8(), m_prefixes);
                out.replace(from, length, standIn);
                from += standIn.size();
            } else {
                from += beginning.size();
            }
            from = out.indexOf(beginning, from);
        }
    }
    return out;
}

QString SecretFilter::cleaned(const QString &text) const
{
    if (text.size() > longestCleaned) {
        const Needle *needle = needleIn(text);
        return needle ? needle->standIn : cleaned(text.left(longestCleaned));
    }
    return withoutTokens(withoutKnown(text));
}

QByteArray SecretFilter::cleanedHeader(const QByteArray &value) const
{
    const QString text = QString::fromLatin1(value);
    const QString without = withoutKnown(text);
    return without == text ? value : standIns::redactedForm(without).toLatin1();
}

bool SecretFilter::mayStandIn(QByteArrayView json) const
{
    const QByteArray bytes = QByteArray::fromRawData(json.data(), json.size());
    const bool isEncoded = bytes.contains('%') || bytes.contains("\\u00") ||
                           bytes.contains("\\/") || bytes.contains("\\\\");
    if (!m_arePlain || isEncoded)
        return true;
    const QByteArray lower = bytes.toLower();
    return std::any_of(m_needles.begin(), m_needles.end(),
                       [&bytes, &lower](const Needle &needle) {
                           const QByteArray form = needle.text.toLatin1();
                           return needle.cases == Qt::CaseSensitive
                                      ? bytes.contains(form)
                                      : lower.contains(form.toLower());
                       }) ||
           std::any_of(m_tokens.begin(), m_tokens.end(),
                       [&bytes](const TokenTemplate &token) { return holdsToken(bytes, token); });
}

bool SecretFilter::isClean(const QJsonValue &value) const
{
    if (value.isString()) {
        const QString text = value.toString();
        return cleaned(text) == text;
    }
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        return std::all_of(array.begin(), array.end(),
                           [this](const QJsonValue &element) { return isClean(element); });
    }
    if (!value.isObject())
        return true;
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (!isClean(member.value()) || !isClean(QJsonValue(member.key())))
            return false;
    }
    return true;
}

QJsonValue SecretFilter::cleaned(const QJsonValue &document) const
{
    return isClean(document) ? document : rebuilt(document); // nearly always, nothing is copied
}

QJsonValue SecretFilter::rebuilt(const QJsonValue &value) const
{
    if (value.isString())
        return cleaned(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue element : value.toArray())
            array.append(rebuilt(element));
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object;
    const QJsonObject given = value.toObject();
    for (auto member = given.begin(); member != given.end(); ++member)
        object.insert(cleaned(member.key()), rebuilt(member.value()));
    return object;
}

QString standIns::of(QByteArrayView secret, const QStringList &prefixes)
{
    return u"‹%1 sha256:%2›"_s.arg(maskOf(secret, prefixes), digestOf(secret));
}

bool standIns::isIn(const QString &text)
{
    return text.contains(u'‹') && text.contains(standInPattern());
}

bool standIns::isOf(const QString &text, QByteArrayView secret)
{
    return text.contains(u" sha256:%1›"_s.arg(digestOf(secret)));
}

QString standIns::shown(const QString &text)
{
    return isIn(text) ? QString(text).replace(standInPattern(), u"\\1"_s) : text;
}

QString standIns::redactedForm(const QString &text)
{
    return isIn(text) ? QString(text).replace(standInPattern(), u"[redacted]"_s) : text;
}

QString standIns::maskIn(const QString &text)
{
    return standInPattern().match(text).captured(1);
}

QString standIns::shortened(const QString &mask)
{
    static const QRegularExpression longRun(u"[A-Za-z0-9_+/=-]{28,}([A-Za-z0-9_+/=-]{4})"_s);
    return QString(mask).replace(longRun, u"…\\1"_s);
}

QString standIns::idFor(const QString &text)
{
    return standInIdPrefix + digestOf(text.toUtf8());
}

bool standIns::isId(const QString &id)
{
    static const QRegularExpression pattern(
        QRegularExpression::anchoredPattern(standInIdPrefix + u"[0-9a-f]{32}"_s));
    return id.startsWith(standInIdPrefix) && pattern.match(id).hasMatch();
}

QString maskOf(QByteArrayView secret, const QStringList &prefixes)
{
    QByteArray longest;
    for (const QString &prefix : prefixes) {
        const QByteArray known = prefix.toUtf8();
        if (known.size() > longest.size() && secret.startsWith(known))
            longest = known;
    }
    constexpr qsizetype tail = 4;
    constexpr qsizetype leastHidden = 16;
    QString mask = QString::fromUtf8(longest) + QChar(0x2026);
    if (secret.size() - longest.size() >= tail + leastHidden)
        mask += QString::fromUtf8(secret.last(tail));
    return mask;
}

} // namespace chatelaine
