// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/tempo_payment.h"

#include "practice/tokens.h"

#include <QJsonDocument>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostChallenges = 1000;
constexpr Millis challengeLife = 5 * minuteMs;
constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray encoded(const QJsonObject &object)
{
    // Qt writes members in the order of their names, as canonical JSON wants it.
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toBase64(urlSafe);
}

QByteArray chargeRequest()
{
    const QJsonObject details{{u"chainId"_s, 4217}};
    return encoded({{u"amount"_s, u"1000"_s},
                    {u"currency"_s, u"0x20c0000000000000000000000000000000000000"_s},
                    {u"methodDetails"_s, details},
                    {u"recipient"_s, u"0x742d35cc6634c0532925a3b844bc9e7595f8fe00"_s}});
}

std::optional<QJsonObject> decoded(const QByteArray &credential)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        credential, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                        QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject() || !document["challenge"_L1].isObject() ||
        !document["payload"_L1].isObject())
        return std::nullopt;
    return document.object();
}

} // namespace

QByteArray PaymentDesk::issue(Millis expires, const QByteArray &description)
{
    if (m_open.size() >= mostChallenges)
        m_open.clear();
    const QString id = randomText(Alphabet::LowerAlphanumeric, 12);
    const QByteArray request = chargeRequest();
    m_open.insert(id, {request, expires});
    return "Payment id=\"" + id.toLatin1() +
           "\", realm=\"api.tempo.xyz\", method=\"tempo\", intent=\"charge\", request=\"" +
           request + "\", description=\"" + description + "\", expires=\"" +
           isoTime(expires).toLatin1() + '"';
}

QList<QByteArray> PaymentDesk::challenges(ChallengeStyle style, Millis now)
{
    const QByteArray reading = "Read chain data";
    const Millis expires = now + challengeLife;
    const auto byCard = [&] {
        return "Payment id=\"" + randomText(Alphabet::LowerAlphanumeric, 12).toLatin1() +
               "\", realm=\"api.tempo.xyz\", method=\"card\", intent=\"charge\", request=\"" +
               encoded({{u"amount"_s, u"25"_s}, {u"currency"_s, u"usd"_s}}) + '"';
    };
    switch (style) {
    case ChallengeStyle::One:
        break;
    case ChallengeStyle::Several:
        return {issue(expires, reading), byCard()};
    case ChallengeStyle::Merged:
        return {issue(expires, reading) + ", Bearer realm=\"api.tempo.xyz\", " + byCard()};
    case ChallengeStyle::Quoted:
        return {issue(expires, R"(Blocks, \"Payment id=x\", and a \\ too)") +
                ", opaque=\"eyJhIjoiYiJ9\", header=\"Authorization\""};
    case ChallengeStyle::Expired:
        return {issue(now - minuteMs, reading)};
    case ChallengeStyle::Malformed:
        return {
            "Payment id=\"\", realm=\"api.tempo.xyz\", method=\"TEMPO\", request=\"%%%, expires=x"};
    }
    return {issue(expires, reading)};
}

PaymentDesk::Verdict PaymentDesk::redeem(const QByteArray &credential, Millis now)
{
    const auto object = decoded(credential);
    if (!object)
        return {u"malformed-credential"_s, {}, {}};
    const QJsonObject challenge = object->value("challenge"_L1).toObject();
    const QJsonObject payload = object->value("payload"_L1).toObject();
    const QString id = challenge.value("id"_L1).toString();
    if (challenge.value("method"_L1) != "tempo"_L1)
        return {u"method-unsupported"_s, id, {}};
    const auto open = m_open.constFind(id);
    if (open == m_open.constEnd() ||
        challenge.value("request"_L1).toString().toLatin1() != open->request)
        return {u"invalid-challenge"_s, id, {}};
    if (open->expires <= now)
        return {u"payment-expired"_s, id, {}};
    const QString reference = u"0x"_s + digestOf(id.toLatin1());
    if (payload.value("type"_L1) != "hash"_L1 || payload.value("hash"_L1) != reference)
        return {u"verification-failed"_s, id, {}};
    m_open.erase(open);
    return {{},
            id,
            encoded({{u"status"_s, u"success"_s},
                     {u"method"_s, u"tempo"_s},
                     {u"timestamp"_s, isoTime(now)},
                     {u"reference"_s, reference}})};
}

} // namespace chatelaine::practice
