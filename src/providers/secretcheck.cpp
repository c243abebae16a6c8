// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keychanges.h"

#include "providers/mapping.h"
#include "providers/paymentheaders.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** A name that nobody has: sixteen letters. */
QString randomName(Random *random)
{
    QString name;
    for (int i = 0; i < 16; ++i)
        name.append(QChar(u'a' + static_cast<char16_t>(random->fraction() * 26)));
    return name;
}

/** The environment that the secret's own prefix names, else the record's. */
QString environmentOf(const KindTemplate &kind, const Secret &secret,
                      const std::optional<KeyRecord> &key)
{
    for (const TokenTemplate &token : kind.tokens) {
        if (!token.environment.isEmpty() && secret.borrowed().startsWith(token.prefix.toUtf8()))
            return token.environment;
    }
    return key ? key->environment : QString();
}

class SecretCheck : public std::enable_shared_from_this<SecretCheck>
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    SecretCheck(Exchanger *exchanger, Random *random, const KindTemplate &kind, SharedSecret secret,
                const std::optional<KeyRecord> &key)
        : m_exchanger(exchanger)
        , m_kind(kind)
        , m_secret(std::move(secret))
    {
        const QString environment = environmentOf(kind, *m_secret, key);
        for (const CheckProbe &probe : kind.checks) {
            if (probe.environment.isEmpty() || probe.environment == environment)
                m_probes.append(probe);
        }
        m_auth = kind.checkAuth;
        chooseForm();
        m_values.insert(u"random"_s, randomName(random));
        m_values.insert(u"now"_s, static_cast<qint64>(exchanger->now().seconds()));
    }

    FutureOutcome<SecretVerdict> start()
    {
        const auto future = m_answer.future();
        m_verdict.sentence = m_kind.checkUnavailable.isEmpty()
                                 ? tr("This kind of key cannot be checked.")
                                 : m_kind.checkUnavailable;
        if (!m_refusal.isEmpty()) {
            m_verdict.sentence = m_refusal;
            m_probes.clear();
        } else if (!isPlainText()) {
            m_verdict.sentence = tr("This is not a secret of %1: it holds spaces, line breaks or "
                                    "foreign characters. Nothing was sent.")
                                     .arg(m_exchanger->definition().info.name);
            m_probes.clear();
        }
        next();
        return future;
    }

private:
    /** A credential of another shape is sent in another way, to other places. */
    void chooseForm()
    {
        for (const CheckForm &form : m_kind.checkForms) {
            QByteArrayView bytes = m_secret->borrowed();
            if (!form.strip.isEmpty() && bytes.startsWith(form.strip))
                bytes = bytes.sliced(form.strip.size());
            QString text = QString::fromUtf8(bytes);
            const bool fits = form.pattern.match(text).hasMatch();
            wipe(text);
            const auto stripped = fits ? Secret::copyOf(bytes) : Outcome<SharedSecret>(m_secret);
            if (!fits || !stripped)
                continue;
            m_secret = stripped.value();
            m_auth = form.auth;
            m_probes = form.probes;
            const auto content = form.refused ? parseBase64UrlJson(m_secret->borrowed())
                                              : std::optional<QJsonObject>();
            if (content && holds(*form.refused, *content, m_exchanger->now()))
                m_refusal = form.refusedMessage;
            return;
        }
    }

    /** A header can carry nothing else. */
    bool isPlainText() const
    {
        const QByteArrayView bytes = m_secret->borrowed();
        return !bytes.isEmpty() &&
               std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    }

    void next()
    {
        m_verdict.at = m_exchanger->now();
        if (m_probes.isEmpty()) {
            m_answer.give(m_verdict);
            return;
        }
        const CheckProbe probe = m_probes.takeFirst();
        Call call;
        call.request = probe.request;
        call.values = m_values;
        call.use = {m_auth, m_secret};
        whenDone(m_exchanger->exchange(call), m_exchanger,
                 [self = shared_from_this(), probe](const Outcome<VendorAnswerPtr> &answer) {
                     if (answer)
                         self->judge(probe, *answer.value());
                     else
                         self->unanswered(answer.error());
                 });
    }

    void unanswered(Error error)
    {
        error.outcomeUnknown = false; // nothing was to be changed
        m_verdict.sentence = error.message;
        m_verdict.cause = error;
        m_probes.clear();
        next();
    }

    void noteHeaders(const VendorAnswer &answer)
    {
        m_verdict.lane = answer.lane;
        if (answer.rateLimit)
            m_verdict.rateLimit = answer.rateLimit;
        const Timestamp serverNow = answer.serverTime.value_or(answer.receivedAt);
        const QByteArray offers = headerOf(answer, "www-authenticate");
        if (answer.status == 402 && !offers.isEmpty())
            m_verdict.challenges = parsePaymentChallenges(offers, serverNow);
        const QByteArray receipt = headerOf(answer, "payment-receipt");
        if (!answer.error && !receipt.isEmpty())
            m_verdict.receipt = parsePaymentReceipt(receipt);
    }

    void judge(const CheckProbe &probe, const VendorAnswer &answer)
    {
        using Verdict = SecretVerdict::Verdict;
        const QString name = m_exchanger->definition().info.name;
        noteHeaders(answer);
        const VerdictRule *rule = nullptr;
        for (const VerdictRule &candidate : probe.rules) {
            if (!rule && matches(candidate.match, answer))
                rule = &candidate;
        }
        const auto verdict = rule ? rule->verdict : VerdictRule::Verdict::Inconclusive;
        // The credential of the account is not what failed, and nothing was to be changed.
        m_verdict.cause = answer.error;
        if (m_verdict.cause)
            m_verdict.cause->outcomeUnknown = false;
        switch (verdict) {
        case VerdictRule::Verdict::Accepted:
            m_verdict.verdict = Verdict::Accepted;
            m_verdict.sentence = tr("%1 accepts this key.").arg(name);
            m_verdict.cause.reset();
            break;
        case VerdictRule::Verdict::Refused:
            m_verdict.verdict = Verdict::Refused;
            m_verdict.sentence = tr("%1 refuses this key.").arg(name);
            break;
        case VerdictRule::Verdict::Inconclusive:
            m_verdict.verdict = Verdict::Inconclusive;
            m_verdict.sentence =
                tr("The answer (HTTP %1) does not tell whether this key works.").arg(answer.status);
            break;
        }
        if (rule && !rule->message.isEmpty())
            m_verdict.sentence = rule->message;
        if (m_verdict.verdict != Verdict::Inconclusive)
            m_probes.clear();
        next();
    }

    Exchanger *m_exchanger;
    const KindTemplate &m_kind;
    SharedSecret m_secret;
    AuthProfile m_auth;
    QString m_refusal; ///< why nothing is sent
    QList<CheckProbe> m_probes;
    TemplateValues m_values;
    SecretVerdict m_verdict;
    Answer<SecretVerdict> m_answer;
};

} // namespace

FutureOutcome<SecretVerdict> checkSecretWith(Exchanger *exchanger, Random *random,
                                             const KindTemplate &kind, SharedSecret secret,
                                             const std::optional<KeyRecord> &key)
{
    return std::make_shared<SecretCheck>(exchanger, random, kind, std::move(secret), key)->start();
}

} // namespace chatelaine
