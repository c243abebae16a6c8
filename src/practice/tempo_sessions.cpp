// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/state.h"
#include "practice/tempo.h"
#include "practice/tokens.h"

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Millis signInLife = 5 * minuteMs;
constexpr qsizetype mostSignIns = 1000;

QByteArray sessionCookie(const Request &request)
{
    static const QByteArray name = "accounts_auth=";
    for (const QByteArray &part : request.header("Cookie").split(';')) {
        const QByteArray cookie = part.trimmed();
        if (cookie.startsWith(name))
            return cookie.mid(name.size());
    }
    return {};
}

/** The sign-in's own way to refuse, which is not the envelope of the API. */
Reply signInRefused(int status, const QString &why)
{
    return jsonReply(status, {{u"error"_s, why}});
}

} // namespace

Tempo::Credential Tempo::credentialOf(const Request &request)
{
    const QByteArray own = request.header("tempo-api-key");
    if (!own.isEmpty())
        return {own, false, false};
    if (!request.header("Authorization").isEmpty()) {
        const QByteArray bearer = request.authorization("Bearer");
        const bool payment = !request.authorization("Payment").isEmpty();
        return {bearer, true, bearer.isEmpty() && !payment};
    }
    const QByteArray legacy = request.header("x-api-key");
    if (!legacy.isEmpty())
        return {legacy, false, false};
    return {request.parameter(u"key").value_or(QString()).toUtf8(), false, false};
}

std::optional<KeyRecord> Tempo::alive(QByteArrayView token) const
{
    if (token.isEmpty())
        return std::nullopt;
    const auto key = state().keyBySecret(id(), token);
    if (!key || key->expired(state().now()))
        return std::nullopt;
    return key;
}

std::optional<Reply> Tempo::authenticateSession(Call &call) const
{
    Credential credential = credentialOf(call.request);
    if (credential.malformed)
        return error(400, u"api_key_malformed"_s, u"Malformed API key"_s);
    const auto forbidden = [this] {
        return error(403, u"forbidden"_s, u"API key not permitted for this route"_s);
    };
    // A valid key in any of its headers hides the session beside it.
    for (const QByteArrayView header : {"tempo-api-key", "x-api-key"}) {
        const auto key = alive(call.request.header(header));
        if (key && key->kind == "key"_L1)
            return forbidden();
    }
    if (credential.token.isEmpty())
        credential = {sessionCookie(call.request), true, false};
    if (credential.token.isEmpty())
        return error(401, u"api_key_missing"_s, u"Missing or invalid API key"_s);
    const auto key = alive(credential.token);
    if (key && key->kind == "key"_L1)
        return forbidden();
    if (!key || !credential.fromAuthorization)
        return error(401, u"api_key_invalid"_s, u"Missing or invalid API key"_s);
    state().touchKey(key->row);
    call.caller = *key;
    return std::nullopt;
}

Reply Tempo::signInChallenge(const Request &request)
{
    if (const auto refused = takePublicQuota())
        return *refused;
    QJsonObject body;
    if (const auto refused = parseBody(request, body))
        return *refused;
    if (m_signInChallenges.size() >= mostSignIns)
        m_signInChallenges.clear();
    const Millis now = state().now();
    const QString message =
        u"api.tempo.xyz wants you to sign in with your Ethereum account.\n\n"
        "URI: https://api.tempo.xyz\nVersion: 1\nChain ID: 4217\n"
        "Nonce: %1\nIssued At: %2"_s.arg(randomText(Alphabet::LowerAlphanumeric, 17), isoTime(now));
    m_signInChallenges.insert(message, now + signInLife);
    return jsonReply(200, {{u"message"_s, message}});
}

Reply Tempo::signIn(const Request &request)
{
    if (const auto refused = takePublicQuota())
        return *refused;
    QJsonObject body;
    if (const auto refused = parseBody(request, body))
        return *refused;
    for (const QLatin1StringView name : {"address"_L1, "message"_L1, "signature"_L1}) {
        if (!body.value(name).isString())
            return bodyInvalid({QString(name)}, u"Invalid input: expected string"_s);
    }
    const Millis until = m_signInChallenges.take(body.value("message"_L1).toString());
    if (until == 0)
        return signInRefused(409, u"Challenge nonce already used or unknown."_s);
    if (until <= state().now())
        return signInRefused(400, u"Challenge expired."_s);
    // No wallet is known here, so that no signature can be right.
    return signInRefused(401, u"Signature verification failed."_s);
}

Reply Tempo::signOut(const Request &request)
{
    Call call{request, {}, {}, {}, {}};
    const Credential credential = credentialOf(request);
    const bool anonymous =
        credential.token.isEmpty() && !credential.malformed && sessionCookie(request).isEmpty();
    if (!anonymous) {
        if (const auto refused = authenticateSession(call))
            return *refused;
        state().removeKey(call.caller.row);
    }
    return textReply(204, {}, {});
}

} // namespace chatelaine::practice
