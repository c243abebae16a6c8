// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"
#include "reports/rotationsheet.h"

#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const Timestamp noon = Timestamp::fromSeconds(1'790'000'000);
constexpr std::int64_t day = 86'400;

Timestamp daysAgo(std::int64_t days)
{
    return noon.plusSeconds(-days * day);
}

/** The rows of some keys of one account, by what its journal says. */
class RotationCase
{
public:
    RotationCase()
    {
        m_account.row.id = AccountId(u"a1"_s);
        m_account.row.name = u"main"_s;
        facts.now = noon;
    }

    void entry(const QString &kind, const QString &vendorId, std::int64_t ago,
               const QJsonObject &detail = {}, const QString &outcome = u"succeeded"_s)
    {
        QJsonObject object{{u"kind"_s, kind},         {u"outcome"_s, outcome},
                           {u"vendorId"_s, vendorId}, {u"account"_s, u"a1"_s},
                           {u"user"_s, u"alex"_s},    {u"host"_s, u"desk"_s}};
        if (!detail.isEmpty())
            object.insert(u"detail"_s, detail);
        const JournalLine line{++m_entries, daysAgo(ago), canonicalJson(object).value()};
        histories.take(KeyEntry::of(line).value());
    }

    static KeyRow key(const QString &id, std::int64_t made)
    {
        KeyRow key;
        key.uid = KeyUid(u"uid-"_s + id);
        key.account = AccountId(u"a1"_s);
        key.record.id = VendorKeyId(id);
        key.record.state = KeyState::Active;
        key.record.createdAt = daysAgo(made);
        return key;
    }

    /** A cell by its column's id, as text. */
    QString cell(const KeyRow &key, const QString &column) const
    {
        const KeyHistory history = histories.of(key);
        const Cells row = rotationRow(
            1, facts, {m_account, key, history, histories.ofNeighbour(key, history.successor)});
        const Sheet sheet = rotationSheet();
        if (row.size() != sheet.columns.size())
            qFatal("a row of another width");
        for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
            if (sheet.columns.at(i).id == column)
                return cellText(row.at(i));
        }
        qFatal("no column %s", qPrintable(column));
    }

    AuditFacts facts;
    KeyHistories histories{noon};

private:
    ReportedAccount m_account;
    qint64 m_entries = 0;
};

} // namespace

/** What the sheet "rotation" says of keys, and what it leaves empty. */
class TestRotation : public QObject
{
    Q_OBJECT
private slots:
    void aKeyIsOverdueByItsSecret()
    {
        RotationCase one;
        const KeyRow key = RotationCase::key(u"1"_s, 200);
        QCOMPARE(one.cell(key, u"since_what"_s), u"created"_s);
        QCOMPARE(one.cell(key, u"rule_days"_s), u"90"_s);
        QCOMPARE(one.cell(key, u"due_at"_s), daysAgo(110).toIso());
        QCOMPARE(one.cell(key, u"overdue_days"_s), u"110"_s);
        QCOMPARE(one.cell(key, u"done"_s), u"no"_s);
        QCOMPARE(one.cell(key, u"late_days"_s), QString());

        one.entry(u"key.rotate"_s, u"1"_s, 100);
        one.entry(u"key.rotate"_s, u"1"_s, 150); // of another journal, which comes later
        QCOMPARE(one.cell(key, u"since_what"_s), u"rotated"_s);
        QCOMPARE(one.cell(key, u"secret_since"_s), daysAgo(100).toIso());
        QCOMPARE(one.cell(key, u"overdue_days"_s), u"10"_s);
        one.facts.limits.ageDays = 120;
        QCOMPARE(one.cell(key, u"rule_days"_s), u"120"_s);
        QCOMPARE(one.cell(key, u"overdue_days"_s), u"0"_s);
    }

    void whatIsNotKnownStaysEmpty()
    {
        RotationCase one;
        KeyRow key = RotationCase::key(u"1"_s, 0);
        key.record.createdAt.reset();
        for (const QString &column :
             {u"secret_since"_s, u"since_what"_s, u"due_at"_s, u"overdue_days"_s, u"predecessor"_s,
              u"successor"_s, u"overlap_hours"_s, u"proven_dead"_s, u"proven_at"_s, u"proof"_s})
            QCOMPARE(one.cell(key, column), QString());
        one.entry(u"key.create"_s, u"1"_s, 3);
        QCOMPARE(one.cell(key, u"secret_since"_s), daysAgo(3).toIso()); // made here
    }

    void whatIsDoneIsDoneInThePeriod()
    {
        RotationCase one;
        const KeyRow key = RotationCase::key(u"1"_s, 200);
        one.entry(u"key.rotate"_s, u"1"_s, 100);
        one.entry(u"key.rotate"_s, u"1"_s, 5);
        one.facts.scope.to = daysAgo(5); // the second one is after it
        QCOMPARE(one.cell(key, u"done"_s), u"yes"_s);
        QCOMPARE(one.cell(key, u"done_at"_s), daysAgo(100).toIso());
        QCOMPARE(one.cell(key, u"late_days"_s), u"10"_s);
        QCOMPARE(one.cell(key, u"overdue_days"_s), u"5"_s);
        one.facts.scope.from = daysAgo(99);
        QCOMPARE(one.cell(key, u"done"_s), u"no"_s);
        one.facts.scope.from = daysAgo(100);
        QCOMPARE(one.cell(key, u"done"_s), u"yes"_s);
        one.facts.scope = {};
        QCOMPARE(one.cell(key, u"late_days"_s), u"5"_s); // against the first one
    }

    void oldAndNewOfAReplacementAreNamed()
    {
        RotationCase one;
        KeyRow old = RotationCase::key(u"1"_s, 100);
        const KeyRow fresh = RotationCase::key(u"2"_s, 4);
        one.entry(u"key.create"_s, u"2"_s, 4);
        one.entry(u"key.revoke"_s, u"1"_s, 2);
        one.entry(u"key.replace"_s, u"1"_s, 2, {{u"newKey"_s, u"2"_s}});
        old.record.state = KeyState::Revoked;
        old.endedAt = daysAgo(2);
        QCOMPARE(one.cell(old, u"successor"_s), u"2"_s);
        QCOMPARE(one.cell(fresh, u"predecessor"_s), u"1"_s);
        QCOMPARE(one.cell(fresh, u"successor"_s), QString());
        QCOMPARE(one.cell(old, u"overlap_from"_s), daysAgo(4).toIso());
        QCOMPARE(one.cell(old, u"overlap_until"_s), daysAgo(2).toIso());
        QCOMPARE(one.cell(old, u"overlap_hours"_s), u"48"_s);
        QCOMPARE(one.cell(old, u"done"_s), u"yes"_s);
        QCOMPARE(one.cell(old, u"late_days"_s), u"8"_s);
        QCOMPARE(one.cell(old, u"overdue_days"_s), QString()); // it does not work any more
        QCOMPARE(one.cell(old, u"proven_dead"_s), u"yes"_s);
        QCOMPARE(one.cell(old, u"proven_at"_s), daysAgo(2).toIso());
        one.facts.scope.to = daysAgo(3); // it still worked then
        QCOMPARE(one.cell(old, u"overdue_days"_s), u"7"_s);
        QCOMPARE(one.cell(old, u"done"_s), u"no"_s);
    }

    void aReplacementThatIsNotFinishedIsNamed()
    {
        RotationCase one;
        const KeyRow old = RotationCase::key(u"1"_s, 100);
        const KeyRow fresh = RotationCase::key(u"2"_s, 4);
        one.entry(u"key.create"_s, u"2"_s, 4);
        one.histories.take(old, fresh);
        QCOMPARE(one.cell(old, u"successor"_s), u"2"_s);
        QCOMPARE(one.cell(fresh, u"predecessor"_s), u"1"_s);
        QCOMPARE(one.cell(old, u"done"_s), u"no"_s);
        QCOMPARE(one.cell(old, u"overlap_from"_s), daysAgo(4).toIso());
        QCOMPARE(one.cell(old, u"overlap_hours"_s), QString()); // both work still
    }

    void theOldSecretMayGoOnForAWhile()
    {
        RotationCase one;
        KeyRow key = RotationCase::key(u"1"_s, 100);
        one.entry(u"key.rotate"_s, u"1"_s, 2,
                  {{u"outgoingUntil"_s, daysAgo(2).plusSeconds(5400).toIso()}});
        QCOMPARE(one.cell(key, u"overlap_hours"_s), u"1.5"_s);
        QCOMPARE(one.cell(key, u"proven_dead"_s), QString());
        key.endedAt = daysAgo(2).plusSeconds(3600); // and with the key it ended
        QCOMPARE(one.cell(key, u"overlap_hours"_s), u"1"_s);
    }

    void onlyWhatWasVerifiedIsProven()
    {
        RotationCase one;
        KeyRow key = RotationCase::key(u"1"_s, 100);
        one.entry(u"key.revoke"_s, u"1"_s, 9, {}, u"failed"_s);
        QCOMPARE(one.cell(key, u"proof"_s), QString());
        one.entry(u"key.revoke"_s, u"1"_s, 8, {}, u"accepted"_s);
        QCOMPARE(one.cell(key, u"proven_dead"_s), u"no"_s);
        QCOMPARE(one.cell(key, u"proof"_s), u"accepted by the vendor, not shown"_s);
        key.vanishedAt = daysAgo(7);
        QCOMPARE(one.cell(key, u"proven_dead"_s), u"no"_s);
        QCOMPARE(one.cell(key, u"proof"_s), u"only the vendor's list says so"_s);
        one.entry(u"key.delete"_s, u"1"_s, 6);
        QCOMPARE(one.cell(key, u"proven_dead"_s), u"yes"_s);
        QCOMPARE(one.cell(key, u"proven_at"_s), daysAgo(6).toIso());
        one.entry(u"key.conflict"_s, u"1"_s, 5, {}, u"in_doubt"_s);
        QCOMPARE(one.cell(key, u"proven_dead"_s), u"no"_s);
        QCOMPARE(one.cell(key, u"proven_at"_s), QString());
        one.entry(u"key.delete"_s, u"1"_s, 4);
        QCOMPARE(one.cell(key, u"proven_dead"_s), u"yes"_s);
    }
};

QTEST_GUILESS_MAIN(TestRotation)
#include "tst_reports_rotation.moc"
