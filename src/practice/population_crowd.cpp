// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/population.h"
#include "practice/state.h"
#include "practice/tokens.h"

#include <algorithm>
#include <iterator>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Adds keys and projects by the thousand: their secrets were never known to anyone. */
class Crowd
{
public:
    Crowd(State &state, const Systems &systems)
        : m_state(state)
        , m_systems(systems)
        , m_now(state.now())
    {}

    void add(const Extra &extra)
    {
        const QString tempo = m_systems.tempo.id();
        const QString confident = m_systems.confidentAi.id();
        QStringList tempoProjects = projectsOf(tempo);
        QStringList confidentProjects = projectsOf(confident);
        addProjects(tempo, u"prj_"_s, tempoProjects, (extra.projects + 1) / 2);
        addProjects(confident, u"c"_s, confidentProjects, extra.projects / 2);
        const qint64 third = extra.keys / 3;
        addKeys(tempo, tempoProjects, third);
        addKeys(confident, confidentProjects, third);
        const QString organization = m_state.containers(m_systems.tempered.id(), {}).first().id;
        addKeys(m_systems.tempered.id(), {organization}, extra.keys - 2 * third);
    }

private:
    /** The organization in which the practising user may do everything. */
    QString ownOrganization(const QString &system)
    {
        const auto organizations = m_state.containers(system, {});
        const auto owned = std::find_if(organizations.begin(), organizations.end(),
                                        [](const auto &one) { return one.role != "member"_L1; });
        return owned->id;
    }

    QStringList projectsOf(const QString &system)
    {
        QStringList ids;
        for (const auto &project : m_state.containers(system, ownOrganization(system)))
            ids.append(project.id);
        return ids;
    }

    void addProjects(const QString &system, const QString &prefix, QStringList &ids, qint64 count)
    {
        const QString parent = ownOrganization(system);
        for (qint64 i = 0; i < count; ++i) {
            const QString id = prefix + randomText(Alphabet::LowerAlphanumeric, 24);
            m_state.addContainer({system,
                                  id,
                                  parent,
                                  u"Project %1"_s.arg(i + 1, 5, 10, QChar(u'0')),
                                  {},
                                  {},
                                  m_now - (i % 400) * dayMs,
                                  m_now});
            ids.append(id);
        }
    }

    void addKeys(const QString &system, const QStringList &containers, qint64 count)
    {
        QList<KeyRecord> keys;
        QHash<QString, qint64> numbers;
        for (qint64 i = 0; i < count; ++i) {
            const QString &container = containers[i % containers.size()];
            KeyRecord key = keyOf(i);
            key.system = system;
            key.container = container;
            if (system == m_systems.confidentAi.id())
                completeConfident(key, numbers);
            else if (system == m_systems.tempo.id())
                completeTempo(key, i);
            else
                completeTempered(key, i);
            keys.append(key);
        }
        m_state.addKeys(keys);
        for (auto it = numbers.begin(); it != numbers.end(); ++it)
            m_state.setCounter(u"confident-ai.keys."_s + it.key(), it.value());
    }

    KeyRecord keyOf(qint64 number) const
    {
        static constexpr QLatin1StringView services[] = {
            "checkout"_L1, "billing"_L1, "routing"_L1,   "warehouse"_L1, "customs"_L1,
            "pricing"_L1,  "fleet"_L1,   "documents"_L1, "search"_L1,    "insurance"_L1};
        static constexpr QLatin1StringView roles[] = {"worker"_L1, "gateway"_L1, "nightly"_L1,
                                                      "ci"_L1,     "staging"_L1, "export"_L1};
        KeyRecord key;
        key.name = u"%1-%2-%3"_s
                       .arg(services[number % std::ssize(services)],
                            roles[number / 10 % std::ssize(roles)])
                       .arg(number + 1, 6, 10, QChar(u'0'));
        key.digest = digestOf(randomUuid().toLatin1());
        key.createdAt = m_now - (number % 700) * dayMs - number % 86'400 * secondMs;
        if (number % 4 != 0)
            key.lastUsedAt = std::min(m_now, key.createdAt + (number % 300) * dayMs);
        return key;
    }

    void completeConfident(KeyRecord &key, QHash<QString, qint64> &numbers)
    {
        qint64 &number = numbers[key.container];
        if (number == 0)
            number = m_state.counter(u"confident-ai.keys."_s + key.container);
        key.kind = u"project"_s;
        key.id = QString::number(++number);
        key.hint = key.digest.left(6);
        key.enabled = number % 9 != 0;
    }

    static void completeTempo(KeyRecord &key, qint64 number)
    {
        key.kind = u"key"_s;
        key.id = u"key_"_s + key.digest.left(24);
        key.hint = key.digest.right(4);
        key.environment = number % 3 == 0 ? u"sandbox"_s : u"production"_s;
        key.scopes = QStringList{u"data:read"_s};
    }

    static void completeTempered(KeyRecord &key, qint64 number)
    {
        key.kind = u"key"_s;
        key.id = randomUuid();
        key.hint = u"prx_"_s + key.digest.left(4);
        key.scopes = QStringList{number % 50 == 0 ? u"admin"_s : u"eval"_s};
        if (number % 8 == 0)
            key.revokedAt = key.createdAt + 30 * dayMs;
    }

    State &m_state;
    const Systems &m_systems;
    Millis m_now;
};

} // namespace

void addCrowd(State &state, const Systems &systems, const Extra &extra)
{
    Crowd(state, systems).add(extra);
}

} // namespace chatelaine::practice
