// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/journal/journalfilter.h"

#include "core/async.h"
#include "core/journalwords.h"
#include "core/redaction.h"
#include "models/journalmodel.h"
#include "services/accountservice.h"
#include "services/auditservice.h"
#include "services/keyservice.h"
#include "services/services.h"

#include <QDateTime>
#include <QLocale>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestChoice = 60;

Timestamp startOf(QDate day)
{
    return Timestamp::fromDateTime(day.startOfDay());
}

QString groupLabel(const QString &group)
{
    if (group == "account"_L1)
        return JournalFilterPresenter::tr("Everything about accounts");
    if (group == "key"_L1)
        return JournalFilterPresenter::tr("Everything about keys");
    if (group == "bulk"_L1)
        return JournalFilterPresenter::tr("Everything about many keys at once");
    if (group == "secret"_L1)
        return JournalFilterPresenter::tr("Everything about secrets");
    if (group == "organization"_L1)
        return JournalFilterPresenter::tr("Everything about organizations");
    if (group == "project"_L1)
        return JournalFilterPresenter::tr("Everything about projects");
    if (group == "webhook"_L1)
        return JournalFilterPresenter::tr("Everything about webhooks");
    if (group == "report"_L1)
        return JournalFilterPresenter::tr("Every report");
    if (group == "app"_L1)
        return JournalFilterPresenter::tr("Every lock and unlock");
    return {};
}

} // namespace

JournalFilterPort JournalFilterPort::of(Services &services)
{
    return {
        [&accounts = services.accounts] { return accounts.accounts(); },
        [&audit = services.audit] { return audit.writers(); },
        [] { return QDate::currentDate(); },
        [&keys = services.keys](const AccountId &account) {
            KeyQuery query;
            query.account = account;
            return keys.list(query);
        },
    };
}

JournalFilterPresenter::JournalFilterPresenter(JournalFilterPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
    , m_writers{{QString(), tr("Everybody")}}
    , m_firstDay(m_port.today().addMonths(-1))
    , m_lastDay(m_port.today())
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, [this] { set(&m_text, m_typed); });
}

QList<JournalFilterPresenter::Choice> JournalFilterPresenter::periods()
{
    return {{QString(), tr("At any time")},        {u"today"_s, tr("Today")},
            {u"week"_s, tr("In the last 7 days")}, {u"month"_s, tr("In the last 30 days")},
            {u"year"_s, tr("This year")},          {u"between"_s, tr("Between...")}};
}

QList<JournalFilterPresenter::Choice> JournalFilterPresenter::accounts() const
{
    QList<Choice> choices{{QString(), tr("All accounts")}};
    for (const AccountRow &account : m_port.accounts())
        choices.append({account.id.toString(), displaySafe(account.name, longestChoice)});
    return choices;
}

QList<JournalFilterPresenter::Choice> JournalFilterPresenter::kinds()
{
    QList<Choice> choices{{QString(), tr("All operations")}};
    QString last;
    for (const QString &kind : journalKinds()) {
        const QString group = kind.section(u'.', 0, 0);
        if (group != last && !groupLabel(group).isEmpty() &&
            std::none_of(choices.cbegin(), choices.cend(),
                         [&group](const Choice &choice) { return choice.value == group; }))
            choices.append({group, groupLabel(group)});
        last = group;
        choices.append({kind, journalEventText(kind)});
    }
    return choices;
}

QList<JournalFilterPresenter::Choice> JournalFilterPresenter::outcomes()
{
    QList<Choice> choices{{QString(), tr("Any outcome")}};
    for (const QString &outcome : journalOutcomes())
        choices.append({outcome, journalOutcomeText(outcome)});
    return choices;
}

void JournalFilterPresenter::readWriters()
{
    whenDone(m_port.writers(), this, [this](const Outcome<QList<InstallationChain>> &chains) {
        if (!chains)
            return; // then there is nobody to choose from, and everybody is shown
        QList<Choice> writers{{QString(), tr("Everybody")}};
        for (const InstallationChain &chain : *chains) {
            const Choice writer{chain.writer(), displaySafe(chain.writer(), longestChoice)};
            if (chain.entries > 0 && !writers.contains(writer))
                writers.append(writer);
        }
        if (writers == m_writers)
            return;
        m_writers = writers;
        emit choicesChanged();
    });
}

void JournalFilterPresenter::set(QString *what, const QString &value)
{
    if (std::exchange(*what, value) != value)
        emit changed();
}

void JournalFilterPresenter::setPeriod(Period period)
{
    if (std::exchange(m_period, period) != period)
        emit changed();
}

void JournalFilterPresenter::setDays(QDate first, QDate last)
{
    if (first == m_firstDay && last == m_lastDay)
        return;
    m_firstDay = first;
    m_lastDay = last;
    if (m_period == Period::Between)
        emit changed();
}

void JournalFilterPresenter::setAccount(const QString &id)
{
    set(&m_account, id);
}

void JournalFilterPresenter::setKind(const QString &kind)
{
    set(&m_kind, kind);
}

void JournalFilterPresenter::setOutcome(const QString &outcome)
{
    set(&m_outcome, outcome);
}

void JournalFilterPresenter::setWriter(const QString &writer)
{
    set(&m_writer, writer);
}

void JournalFilterPresenter::setText(const QString &text)
{
    m_typed = text.simplified();
    m_typing.start();
}

void JournalFilterPresenter::setKey(const KeyUid &key, const QString &name)
{
    const bool isOther = std::exchange(m_key, key) != key;
    m_keyName = name;
    if (isOther)
        emit changed();
}

QString JournalFilterPresenter::keyText() const
{
    return m_key.isEmpty() ? QString() : displaySafe(m_keyName, longestChoice);
}

bool JournalFilterPresenter::isAboutKey(const QJsonObject &entry)
{
    const QString group = entry.value("kind"_L1).toString().section(u'.', 0, 0);
    const bool isNamed = !entry.value("vendorId"_L1).toString().isEmpty() ||
                         !entry.value("mask"_L1).toString().isEmpty();
    return isNamed && (group == "key"_L1 || group == "secret"_L1);
}

void JournalFilterPresenter::setKeyOf(const QJsonObject &entry)
{
    const QString vendorId = entry.value("vendorId"_L1).toString();
    const QString mask = entry.value("mask"_L1).toString();
    const QString container = entry.value("container"_L1).toString();
    const AccountId account(entry.value("account"_L1).toString());
    whenDone(m_port.keys(account), this,
             [this, vendorId, mask, container](const Outcome<QList<KeyRow>> &keys) {
                 if (!keys)
                     return emit keyUnknown(keys.error().message);
                 for (const KeyRow &key : *keys) {
                     const bool isIt = vendorId.isEmpty() ? key.record.mask == mask
                                                          : key.record.id.toString() == vendorId;
                     // Some vendors number the keys of each container anew.
                     if (isIt && containerKey(key.record.container) == container)
                         return setKey(key.uid, keyDisplayName(key));
                 }
                 emit keyUnknown(tr("This key is no longer in the inventory."));
             });
}

void JournalFilterPresenter::clear()
{
    m_typing.stop();
    m_period = Period::All;
    m_key = {};
    m_keyName.clear();
    for (QString *what : {&m_account, &m_kind, &m_outcome, &m_writer, &m_text, &m_typed})
        what->clear();
    emit cleared();
    emit changed();
}

JournalQuery JournalFilterPresenter::query() const
{
    JournalQuery query;
    const QDate today = m_port.today();
    switch (m_period) {
    case Period::All:
        break;
    case Period::Today:
        query.from = startOf(today);
        break;
    case Period::Week:
        query.from = startOf(today.addDays(-6));
        break;
    case Period::Month:
        query.from = startOf(today.addDays(-29));
        break;
    case Period::Year:
        query.from = startOf(QDate(today.year(), 1, 1));
        break;
    case Period::Between:
        query.from = startOf(qMin(m_firstDay, m_lastDay));
        query.to = startOf(qMax(m_firstDay, m_lastDay).addDays(1));
        break;
    }
    query.account = AccountId(m_account);
    query.key = m_key;
    query.kind = m_kind;
    query.outcome = m_outcome;
    query.writer = m_writer;
    query.text = m_text;
    return query;
}

QString JournalFilterPresenter::summary(const std::optional<JournalCount> &count) const
{
    if (!count)
        return tr("Counting...");
    const QString total = QLocale().toString(count->total);
    if (!isFiltering())
        return tr("Showing all of %1 entries").arg(total);
    return tr("Showing %1 of %2 entries").arg(QLocale().toString(count->matching), total);
}

QString JournalFilterPresenter::emptySentence() const
{
    return isFiltering()
               ? tr("No entry is like that. Clear the filter to see all of them.")
               : tr("Nothing has been changed or exported yet. Every change will be listed here.");
}

} // namespace chatelaine
