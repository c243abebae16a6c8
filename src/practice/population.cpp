// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/population.h"

#include "practice/state.h"
#include "practice/tokens.h"

#include <algorithm>
#include <iterator>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

const QString sampleKeyName = u"Chatelaine"_s;

namespace {

/** How a key of the story came to be and what became of it; ages in days, -1 for never. */
struct KeyStory
{
    QLatin1StringView name;
    QLatin1StringView kind; ///< as the system's `mint` takes it
    int created;
    int lastUsed;
    int ended = -1; ///< revoked (Tempered), disabled (Confident AI)
};

struct TempoKeyStory
{
    QLatin1StringView name;
    QLatin1StringView environment;
    int created;
    int lastUsed;
    int expiresIn = 0; ///< days from now; 0 for never
    int requestsPerHour = 0;
    QStringList scopes = {};
    QStringList allowedIps = {};
};

class Storyteller
{
public:
    Storyteller(State &state, const Systems &systems)
        : m_state(state)
        , m_systems(systems)
        , m_now(state.now())
    {}

    void tell()
    {
        tellTempered();
        tellTempo();
        tellTemporis();
        tellConfidentAi();
    }

private:
    Millis daysAgo(int days) const { return m_now - days * dayMs - (days * 37 % 11) * hourMs; }
    std::optional<Millis> moment(int days) const
    {
        return days < 0 ? std::nullopt : std::optional(daysAgo(days));
    }

    QString addContainer(const System &system, const QString &id, const QString &name,
                         const QString &parent, int created, const QString &role = {})
    {
        m_state.addContainer(
            {system.id(), id, parent, name, role, {}, daysAgo(created), daysAgo(created)});
        return id;
    }

    void tellKey(System &system, const QString &container, const KeyStory &story)
    {
        MintOrder order;
        order.kind = story.kind;
        order.name = story.name;
        order.container = container;
        order.createdAt = daysAgo(story.created);
        auto minted = system.mint(order);
        minted->key.lastUsedAt = moment(story.lastUsed);
        minted->key.enabled = story.ended < 0;
        if (system.id() == m_systems.tempered.id())
            minted->key.revokedAt = moment(story.ended);
        m_state.updateKey(minted->key);
    }

    void tellTempered();
    void tellTempo();
    void tellTempoKey(const QString &organization, const QString &project,
                      const TempoKeyStory &story);
    void tellTraffic(const QString &organization, const KeyRecord &key, int requestsPerHour);
    void tellTemporis();
    void tellConfidentAi();

    State &m_state;
    const Systems &m_systems;
    Millis m_now;
    QString m_user;
};

void Storyteller::tellTempered()
{
    Tempered &tempered = m_systems.tempered;
    addContainer(tempered, randomUuid(), u"Halden Freight"_s, {}, 540);
    const KeyStory stories[] = {
        {"Risk gateway (first key)"_L1, "admin"_L1, 538, 401, 395},
        {"Platform team"_L1, "admin"_L1, 391, 1},
        {"Old evaluation agent"_L1, "eval"_L1, 366, 130, 122},
        {"CI pipeline"_L1, "eval"_L1, 244, 0},
        {"Change board export"_L1, "eval"_L1, 180, 97},
        {"Release bot"_L1, "eval"_L1, 96, 0},
        {"Terraform apply"_L1, "admin"_L1, 71, 3},
        {"Pen test 2026"_L1, "eval"_L1, 48, 40, 39},
        {"Nightly agent"_L1, "eval"_L1, 19, -1},
        {"Chatelaine"_L1, "admin"_L1, 2, -1},
    };
    for (const KeyStory &story : stories)
        tellKey(tempered, {}, story);
    m_state.setCounter(Tempered::evaluationCounter(m_now), 412);
}

void Storyteller::tellTempoKey(const QString &organization, const QString &project,
                               const TempoKeyStory &story)
{
    MintOrder order;
    order.name = story.name;
    order.environment = story.environment;
    order.container = project;
    order.createdAt = daysAgo(story.created);
    order.scopes = story.scopes;
    if (story.expiresIn != 0)
        order.expiresAt = m_now + story.expiresIn * dayMs;
    KeyRecord key = m_systems.tempo.mint(order)->key;
    key.lastUsedAt = moment(story.lastUsed);
    key.allowedIps = story.allowedIps;
    m_state.updateKey(key);
    if (story.requestsPerHour > 0)
        tellTraffic(organization, key, story.requestsPerHour);
}

/** Thirty days: quiet nights and weekends, a few refusals, a bad day two weeks ago. */
void Storyteller::tellTraffic(const QString &organization, const KeyRecord &key,
                              int requestsPerHour)
{
    const Millis thisHour = m_now - m_now % hourMs;
    const Millis first = std::max(key.createdAt, m_now - 30 * dayMs);
    for (int age = 1; thisHour - age * hourMs >= first; ++age) {
        const Millis hour = thisHour - age * hourMs;
        const qint64 hourOfDay = hour / hourMs % 24;
        const qint64 weekday = (hour / dayMs + 4) % 7; // 1970 began on a Thursday; 0 is Sunday
        const qint64 daily = hourOfDay >= 7 && hourOfDay <= 19 ? 4 : 1;
        const qint64 weekly = weekday == 0 || weekday == 6 ? 1 : 3;
        const qint64 wave = (hour / hourMs * 7919 + requestsPerHour) % 5;
        const qint64 requests = requestsPerHour * daily * weekly * (8 + wave) / 100;
        const bool badDay = age >= 14 * 24 && age < 15 * 24;
        const qint64 failed = badDay ? requests / 4 : requests / 60;
        const auto add = [&](const QString &route, int status, qint64 count, qint64 ms) {
            if (count > 0)
                m_state.addTraffic({organization, key.container, key.id, key.environment, route,
                                    status, hour, count, count * ms});
        };
        add(u"/v1/blocks"_s, 200, requests - requests / 3 - failed, 11 + wave);
        add(u"/v1/verified-tokens"_s, 200, requests / 3, 7 + wave);
        add(u"/v1/blocks"_s, badDay ? 502 : 400, failed, 31 + wave);
    }
}

void Storyteller::tellTempo()
{
    Tempo &tempo = m_systems.tempo;
    m_user = u"usr_"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    m_state.addDocument(u"tempo.users"_s, {},
                        {m_user,
                         {{u"id"_s, m_user},
                          {u"email"_s, u"admin@halden-freight.example"_s},
                          {u"createdAt"_s, isoTime(daysAgo(300))},
                          {u"updatedAt"_s, isoTime(daysAgo(300))}}});
    const auto newId = [](const QString &prefix) {
        return prefix + randomText(Alphabet::LowerAlphanumeric, 24);
    };
    const auto addMember = [&](const QString &organization, const QString &name,
                               const QString &role, int joined) {
        const QString user = newId(u"usr_"_s);
        m_state.addDocument(u"tempo.members"_s, organization,
                            {user,
                             {{u"userId"_s, user},
                              {u"role"_s, role},
                              {u"email"_s, name},
                              {u"createdAt"_s, isoTime(daysAgo(joined))}}});
    };
    const QString partner =
        addContainer(tempo, newId(u"org_"_s), u"Nordkai Treasury"_s, {}, 290, u"member"_s);
    const QString own =
        addContainer(tempo, newId(u"org_"_s), u"Halden Freight"_s, {}, 280, u"owner"_s);
    const QString settlement = addContainer(tempo, newId(u"prj_"_s), u"Settlement"_s, own, 278);
    const QString tracking = addContainer(tempo, newId(u"prj_"_s), u"Parcel tracking"_s, own, 200);
    const QString research = addContainer(tempo, newId(u"prj_"_s), u"Research"_s, own, 60);
    const QString shared =
        addContainer(tempo, newId(u"prj_"_s), u"Shared reporting"_s, partner, 250);
    addMember(own, u"treasury@halden-freight.example"_s, u"admin"_s, 140);
    addMember(own, u"platform@halden-freight.example"_s, u"member"_s, 270);
    addMember(partner, u"ops@nordkai.example"_s, u"owner"_s, 290);
    const QStringList reading{u"data:read"_s};
    const QStringList hooks{u"data:read"_s, u"webhooks:read"_s, u"webhooks:write"_s};

    tellTempoKey(own, settlement, {"settlement-prod"_L1, "production"_L1, 270, 0, 0, 46, hooks});
    tellTempoKey(own, settlement,
                 {"settlement-failover"_L1,
                  "production"_L1,
                  214,
                  -1,
                  0,
                  0,
                  reading,
                  {u"203.0.113.7"_s, u"2001:db8::/32"_s}});
    tellTempoKey(own, tracking, {"tracker-api"_L1, "production"_L1, 190, 0, 0, 21});
    tellTempoKey(own, tracking, {"tracker-2025"_L1, "production"_L1, 380, 26, -20});
    tellTempoKey(own, settlement, {"settlement-staging"_L1, "sandbox"_L1, 160, 1, 0, 7});
    tellTempoKey(own, tracking, {"local-development"_L1, "sandbox"_L1, 88, 4, 0, 2, reading});
    tellTempoKey(own, research, {"fee-sponsor trial"_L1, "production"_L1, 58, 31, 24});
    tellTempoKey(own, research, {"notebook"_L1, "sandbox"_L1, 41, -1, 0, 0, reading});
    tellTempoKey(partner, shared, {"reporting-read"_L1, "production"_L1, 240, 2, 0, 5, reading});
    // The sample session does not end: its token is printed at every start.
    MintOrder order;
    order.kind = u"session"_s;
    order.name = sampleKeyName;
    KeyRecord session = tempo.mint(order)->key;
    session.expiresAt.reset();
    m_state.updateKey(session);
}

void Storyteller::tellTemporis()
{
    const KeyStory stories[] = {
        {"warehouse-forecast"_L1, "token"_L1, 120, 0},
        {"Chatelaine"_L1, "token"_L1, 14, 3},
    };
    for (const KeyStory &story : stories)
        tellKey(m_systems.temporis, {}, story);
}

void Storyteller::tellConfidentAi()
{
    ConfidentAi &confident = m_systems.confidentAi;
    const auto newId = [] {
        return u"c"_s + randomText(Alphabet::LowerAlphanumeric, 24);
    };
    const QString own = addContainer(confident, newId(), u"Halden Freight"_s, {}, 320);
    const QString support = addContainer(confident, newId(), u"Support assistant"_s, own, 310);
    const QString customs = addContainer(confident, newId(), u"Customs classifier"_s, own, 150);
    const QString voice = addContainer(confident, newId(), u"Voice bot (pilot)"_s, own, 33);
    const std::pair<QString, KeyStory> stories[] = {
        {own, {"bootstrap"_L1, "organization"_L1, 319, 250, 200}},
        {own, {"terraform"_L1, "organization"_L1, 199, 6}},
        {support, {"Default"_L1, "project"_L1, 310, 77}},
        {support, {"production"_L1, "project"_L1, 300, 0}},
        {support, {"contractor (left in May)"_L1, "project"_L1, 220, 190, 188}},
        {customs, {"Default"_L1, "project"_L1, 150, -1}},
        {customs, {"nightly-regression"_L1, "project"_L1, 140, 0}},
        {voice, {"Default"_L1, "project"_L1, 33, 30}},
        {own, {"Chatelaine"_L1, "organization"_L1, 1, -1}},
    };
    for (const auto &[container, story] : stories)
        tellKey(confident, container, story);
}

} // namespace

void populate(State &state, const Systems &systems, const Extra &extra)
{
    Transaction transaction = state.transaction();
    Storyteller(state, systems).tell();
    if (extra.keys > 0 || extra.projects > 0)
        addCrowd(state, systems, extra);
    transaction.commit();
}

} // namespace chatelaine::practice
