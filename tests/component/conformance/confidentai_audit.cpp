// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tst_conformance_confidentai.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine::test {

using State = VendorAuditExport::State;

Outcome<VendorAuditExport> ConformanceConfidentAi::exported(const Bench &at,
                                                            const VendorAuditOrder &order)
{
    auto state = outcomeOf(at.client->startAuditExport(order));
    for (int i = 0; i < 100 && state && state->state == State::Running; ++i)
        state = outcomeOf(at.client->exportState(order, state->id));
    return state;
}

Conformance::Cases ConformanceConfidentAi::auditCases()
{
    Cases cases;
    cases[u"4.2-v2-audit"_s] = [this] {
        set({{u"exportSeconds"_s, 0}});
        const Bench at = second();
        QVERIFY(at.client->info().audit);
        QVERIFY(at.client->info().audit->canSearch);
        const auto made = make(at, u"project"_s, u"Written down"_s);
        CONFORMANCE_OK(made);
        QTemporaryDir folder;
        for (const qsizetype depth : {1, 2}) {
            VendorAuditOrder order;
            order.container = made->record->container.mid(0, depth);
            order.search = u"Written down"_s;
            const auto ready = exported(at, order);
            CONFORMANCE_OK(ready);
            QCOMPARE(ready->state, State::Ready);
            QCOMPARE(ready->rows.value_or(0), 1);
            const QString path = folder.filePath(u"audit%1.csv"_s.arg(depth));
            CONFORMANCE_OK(outcomeOf(at.client->downloadAuditExport(order, ready->id, path, {})));
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(text.contains("api_key.create"));
            QVERIFY(!text.contains(made->secret->borrowed().toByteArray()));
        }
    };
    cases[u"4.2-v2-audit-refused"_s] = [this] {
        set({{u"exportSeconds"_s, 3600}});
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Some event"_s);
        CONFORMANCE_OK(made);
        VendorAuditOrder order;
        order.container = made->record->container;
        VendorAuditOrder nothing = order;
        nothing.search = u"nobody has ever done this"_s;
        const auto empty = outcomeOf(at.client->startAuditExport(nothing));
        QCOMPARE(empty.error().kind, ErrorKind::InvalidRequest);
        const auto running = outcomeOf(at.client->startAuditExport(order));
        CONFORMANCE_OK(running);
        QCOMPARE(running->state, State::Running);
        const auto another = outcomeOf(at.client->startAuditExport(order));
        QCOMPARE(another.error().kind, ErrorKind::Conflict);
        const Bench old = first();
        QCOMPARE(outcomeOf(old.client->startAuditExport(order)).error().kind,
                 ErrorKind::Unsupported);
        // Until it has ended no other one can start.
        advance(2 * 3600);
    };
    cases[u"4.2-v2-audit-failed"_s] = [this] {
        advance(30 * 24 * 3600);
        set({{u"exportSeconds"_s, 0}, {u"exportFails"_s, true}});
        const Bench at = second();
        const auto made = make(at, u"organization"_s, u"Another event"_s);
        CONFORMANCE_OK(made);
        VendorAuditOrder order;
        order.container = made->record->container;
        const auto failed = exported(at, order);
        CONFORMANCE_OK(failed);
        QCOMPARE(failed->state, State::Failed);
        QVERIFY(!failed->message.isEmpty());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.csv"_s);
        QVERIFY(!outcomeOf(at.client->downloadAuditExport(order, failed->id, path, {})).ok());
        QVERIFY(QDir(folder.path()).isEmpty());
    };
    return cases;
}

} // namespace chatelaine::test
