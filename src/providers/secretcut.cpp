// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/secretcut.h"

#include "providers/jsonscanner.h"

#include <QStringList>

#include <algorithm>
#include <cstring>

namespace chatelaine {

namespace {

constexpr int maximumDepth = 512;

class Cutter
{
public:
    Cutter(WipedBytes &body, const QList<JsonPointer> &places)
        : m_body(body)
        , m_scanner(body.view(), maximumDepth)
        , m_places(places)
    {}

    CutSecrets cut()
    {
        using Token = JsonScanner::Token;
        for (Token token = m_scanner.next();; token = m_scanner.next()) {
            switch (token) {
            case Token::End:
                m_result.readable = true;
                return std::move(m_result);
            case Token::Invalid:
                wipe(m_body.data(), static_cast<size_t>(m_body.size()));
                return std::move(m_result);
            case Token::Name:
                m_name = QString::fromUtf8(m_scanner.decoded());
                break;
            case Token::EndObject:
            case Token::EndArray:
                leave();
                break;
            default:
                value(token);
            }
        }
    }

private:
    struct Level
    {
        bool array = false;
        qsizetype index = 0;
        qsizetype secretBegin = -1; ///< where the container begins when it stands at a place
    };

    void value(JsonScanner::Token token)
    {
        const qsizetype place = enterPlace();
        const bool isSecret = place >= 0;
        if (token == JsonScanner::Token::BeginObject || token == JsonScanner::Token::BeginArray) {
            m_levels.append(
                {token == JsonScanner::Token::BeginArray, 0, isSecret ? m_scanner.begin() : -1});
            m_path.append(QString());
            return;
        }
        if (isSecret && token == JsonScanner::Token::String)
            keep(place);
        if (isSecret)
            blank(m_scanner.begin(), m_scanner.end());
    }

    /** Notes where the value stands. @return the index of the place, or -1. */
    qsizetype enterPlace()
    {
        if (!m_levels.isEmpty()) {
            Level &level = m_levels.last();
            m_path.last() = level.array ? QString::number(level.index++) : m_name;
        }
        const auto found =
            std::find_if(m_places.begin(), m_places.end(),
                         [this](const JsonPointer &place) { return place.matches(m_path); });
        return found == m_places.end() ? -1 : found - m_places.begin();
    }

    void leave()
    {
        const Level level = m_levels.takeLast();
        m_path.removeLast();
        if (level.secretBegin >= 0)
            blank(level.secretBegin, m_scanner.end());
    }

    void keep(qsizetype place)
    {
        QByteArray text = m_scanner.decoded();
        auto secret = Secret::copyOf(text);
        wipe(text);
        if (secret)
            m_result.found.append({secret.value(), place});
    }

    void blank(qsizetype begin, qsizetype end)
    {
        char *bytes = m_body.data() + begin;
        const auto size = static_cast<size_t>(end - begin);
        if (size < 2) {
            *bytes = '0';
            return;
        }
        std::memset(bytes, ' ', size);
        bytes[0] = '"';
        bytes[1] = '"';
    }

    WipedBytes &m_body;
    JsonScanner m_scanner;
    const QList<JsonPointer> &m_places;
    CutSecrets m_result;
    QList<Level> m_levels;
    QStringList m_path;
    QString m_name;
};

} // namespace

CutSecrets cutSecrets(WipedBytes &body, const QList<JsonPointer> &places)
{
    return Cutter(body, places).cut();
}

bool isMasked(const Secret &secret)
{
    return secret.borrowed().startsWith("***");
}

} // namespace chatelaine
