// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/authchallenges.h"

#include <algorithm>

namespace chatelaine {

namespace {

constexpr qsizetype mostChallenges = 32;
constexpr qsizetype mostParameters = 64;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTokenCharacter(char c)
{
    return isAlphanumeric(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken68Character(char c)
{
    return isAlphanumeric(c) || QByteArrayView("-._~+/").contains(c);
}

class ChallengeScanner
{
public:
    explicit ChallengeScanner(QByteArrayView text)
        : m_text(text)
    {}

    QList<AuthChallenge> scan()
    {
        while (m_at < m_text.size() && m_challenges.size() <= mostChallenges) {
            if (isSpace() || current() == ',') {
                ++m_at;
                continue;
            }
            const QByteArray name = take(isTokenCharacter).toLower();
            if (name.isEmpty())
                skipElement();
            else
                element(name);
        }
        m_challenges.resize(std::min(m_challenges.size(), mostChallenges));
        return m_challenges;
    }

private:
    char current() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool isSpace() const { return current() == ' ' || current() == '\t'; }

    void skipSpace()
    {
        while (isSpace())
            ++m_at;
    }

    template<typename Predicate>
    QByteArray take(Predicate belongs)
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && belongs(m_text[m_at]))
            ++m_at;
        return m_text.sliced(begin, m_at - begin).toByteArray();
    }

    /** A parameter of the challenge under way, or the beginning of the next one. */
    void element(const QByteArray &name)
    {
        const qsizetype afterName = m_at;
        skipSpace();
        if (current() == '=') {
            ++m_at;
            parameter(name);
            return;
        }
        m_at = afterName;
        m_challenges.append(AuthChallenge{name, {}, {}, false});
        skipSpace();
        if (m_at > afterName)
            token68();
    }

    void token68()
    {
        const qsizetype begin = m_at;
        QByteArray token = take(isToken68Character);
        if (!token.isEmpty())
            token += take([](char c) { return c == '='; });
        skipSpace();
        if (!token.isEmpty() && (m_at == m_text.size() || current() == ','))
            m_challenges.last().token68 = token;
        else
            m_at = begin;
    }

    void parameter(const QByteArray &name)
    {
        skipSpace();
        bool ended = true;
        const QByteArray value = current() == '"' ? quoted(&ended) : take(isTokenCharacter);
        if (m_challenges.isEmpty())
            return; // of no challenge
        AuthChallenge &challenge = m_challenges.last();
        const bool twice = std::any_of(challenge.parameters.begin(), challenge.parameters.end(),
                                       [&name](const auto &known) { return known.first == name; });
        skipSpace();
        const bool stray = m_at < m_text.size() && current() != ',';
        challenge.broken = challenge.broken || !ended || twice || stray;
        if (stray)
            skipElement();
        if (challenge.parameters.size() < mostParameters)
            challenge.parameters.append({name, value});
    }

    QByteArray quoted(bool *ended)
    {
        QByteArray value;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return value;
            }
            if (c == '\\' && m_at + 1 < m_text.size())
                ++m_at;
            value += m_text[m_at];
        }
        *ended = false;
        return value;
    }

    void skipElement()
    {
        while (m_at < m_text.size() && current() != ',') {
            bool ended = true;
            if (current() == '"')
                quoted(&ended);
            else
                ++m_at;
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    QList<AuthChallenge> m_challenges;
};

} // namespace

QByteArray AuthChallenge::parameter(QByteArrayView name) const
{
    for (const auto &[known, value] : parameters) {
        if (known == name)
            return value;
    }
    return {};
}

QList<AuthChallenge> splitAuthChallenges(QByteArrayView header)
{
    return ChallengeScanner(header).scan();
}

} // namespace chatelaine
