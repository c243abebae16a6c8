// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/bulkplan.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace chatelaine {

namespace {

struct BulkPlanTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::BulkPlan)
};

constexpr qsizetype namedUses = 5;

QString notInState(KeyState state)
{
    if (state == KeyState::Revoked || state == KeyState::Deleted)
        return BulkPlanTexts::tr("It has ended already.");
    if (state == KeyState::Disabled)
        return BulkPlanTexts::tr("It is disabled already.");
    return BulkPlanTexts::tr("It is in no state for this.");
}

/** Goes through the keys, and keeps the account of what was found. */
class Planning
{
public:
    Planning(const InventoryIndex &index, KeyVerb verb, const BulkOffers &offers)
        : m_index(index)
        , m_offers(offers)
    {
        m_plan.verb = verb;
    }

    void add(std::uint32_t row)
    {
        BulkItem item;
        item.key = m_index.uid(row);
        item.account = m_index.account(row);
        item.name = m_index.text(row, KeyColumn::Name);
        item.mask = m_index.text(row, KeyColumn::Mask);
        judge(row, item);
        if (item.state == BulkState::Waiting) {
            item.operation = OperationId(newUuid());
            ++m_accounts[m_index.accountName(row)];
            noteUse(row, item);
        }
        append(item);
    }

    void addMissing(const KeyUid &key)
    {
        BulkItem item;
        item.key = key;
        item.state = BulkState::Skipped;
        item.message = BulkPlanTexts::tr("It is not in the inventory any more.");
        append(item);
    }

    BulkPlan finished()
    {
        for (auto account = m_accounts.cbegin(); account != m_accounts.cend(); ++account)
            m_plan.accounts.append({account.key(), account.value()});
        std::stable_sort(m_plan.accounts.begin(), m_plan.accounts.end(),
                         [](const auto &a, const auto &b) { return a.second > b.second; });
        return m_plan;
    }

private:
    void append(const BulkItem &item)
    {
        ++m_plan.counts[item.state];
        m_plan.items.append(item);
    }

    void judge(std::uint32_t row, BulkItem &item)
    {
        const BulkOffer offer = m_offers.value({item.account, m_index.text(row, KeyColumn::Kind)});
        item.state = BulkState::Skipped;
        if (!offer.verb || m_index.manual(row)) {
            item.message = offer.otherwise.isEmpty()
                               ? BulkPlanTexts::tr("Its vendor does not offer this.")
                               : offer.otherwise;
        } else if (!offer.verb->isFor(m_index.state(row))) {
            item.message = notInState(m_index.state(row));
        } else if (m_index.inUse(row) && m_plan.verb != KeyVerb::Enable) {
            item.state = BulkState::Guarded;
            item.message = BulkPlanTexts::tr("It looks like the key with which its account itself "
                                             "works: do this one by itself.");
        } else {
            item.state = BulkState::Waiting;
            m_plan.isFinal = m_plan.isFinal || offer.verb->final;
            if (!offer.verb->consequence.isEmpty() &&
                !m_plan.consequences.contains(offer.verb->consequence))
                m_plan.consequences.append(offer.verb->consequence);
        }
    }

    void noteUse(std::uint32_t row, const BulkItem &item)
    {
        const auto used = m_index.time(row, KeyColumn::LastUsed);
        if (!used) {
            if (m_index.lastUsedSource(row) == LastUsed::Source::None)
                ++m_plan.unknownUses;
            return;
        }
        QList<BulkUse> &latest = m_plan.latestUses;
        if (latest.size() == namedUses && latest.constLast().lastUsed >= *used)
            return;
        const auto place =
            std::find_if(latest.cbegin(), latest.cend(),
                         [&used](const BulkUse &use) { return use.lastUsed < *used; });
        latest.insert(place, {item.name, m_index.accountName(row), *used});
        if (latest.size() > namedUses)
            latest.removeLast();
    }

    const InventoryIndex &m_index;
    const BulkOffers &m_offers;
    BulkPlan m_plan;
    QMap<QString, qint64> m_accounts;
};

struct BulkVerbTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::Bulk)
};

} // namespace

QString bulkVerbText(KeyVerb verb, qint64 count)
{
    const int n = static_cast<int>(count);
    switch (verb) {
    case KeyVerb::Revoke:
        return BulkVerbTexts::tr("Revoke %n key(s)", nullptr, n);
    case KeyVerb::Delete:
        return BulkVerbTexts::tr("Delete %n key(s)", nullptr, n);
    case KeyVerb::Disable:
        return BulkVerbTexts::tr("Disable %n key(s)", nullptr, n);
    default:
        return BulkVerbTexts::tr("Change %n key(s)", nullptr, n);
    }
}

BulkPlan planBulk(const InventorySnapshot &snapshot, const BulkTargets &targets, KeyVerb verb,
                  const BulkOffers &offers)
{
    Planning planning(*snapshot, verb, offers);
    if (targets.query) {
        for (const std::uint32_t row : snapshot->select(*targets.query))
            planning.add(row);
        return planning.finished();
    }
    QSet<KeyUid> seen;
    for (const KeyUid &key : targets.pick ? targets.pick() : targets.keys) {
        if (seen.contains(key))
            continue;
        seen.insert(key);
        if (const auto row = snapshot->rowOf(key))
            planning.add(*row);
        else
            planning.addMissing(key);
    }
    return planning.finished();
}

} // namespace chatelaine
