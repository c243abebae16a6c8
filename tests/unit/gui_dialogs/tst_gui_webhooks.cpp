// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/webhooks/webhookspresenter.h"
#include "gui/webhooks/webhooktexts.h"

#include <QSignalSpy>

using namespace samples;

namespace {

using State = WebhooksPresenter::State;

WebhookRow webhook(const QString &id, WebhookRecord::State state)
{
    WebhookRow row;
    row.uid = WebhookUid(id);
    row.account = account;
    row.record.id = id;
    row.record.url = u"https://receiver.example/"_s + id;
    row.record.state = state;
    return row;
}

struct HookVendor
{
    AccountRow row = accountRow();
    ProviderInfo info = provider();
    QList<WebhookRow> stored;
    Pending<QList<WebhookRow>> known;
    Pending<WebhookInventory> refreshes;
    Pending<WebhookChange> changes;
    Pending<Listing<WebhookDelivery>> deliveries;
    Pending<Done> retries;
    QList<std::pair<WebhookUid, WebhookVerb>> applied;

    HookVendor()
    {
        WebhookInfo webhooks;
        webhooks.level = u"account"_s;
        webhooks.slotIds = {u"data"_s};
        webhooks.canList = true;
        webhooks.hasDeliveries = true;
        for (const WebhookVerb verb :
             {WebhookVerb::Create, WebhookVerb::Pause, WebhookVerb::Resume, WebhookVerb::Delete})
            webhooks.verbs.append({verb, {}, {}});
        info.webhooks = webhooks;
        SlotInfo data;
        data.id = u"data"_s;
        data.label = u"API key"_s;
        info.slots_.append(data);
        row.credentials.insert(u"data"_s, {});
    }
    WebhooksPort port()
    {
        WebhooksPort port;
        port.account = [this](const AccountId &) {
            return std::optional(row);
        };
        port.provider = [this](const AccountId &) {
            return std::optional(info);
        };
        port.known = [this](const AccountId &) {
            return known.ask();
        };
        port.refresh = [this](const AccountId &, const ContainerPath &, CancellationPtr) {
            return refreshes.ask();
        };
        port.apply = [this](const WebhookUid &uid, WebhookVerb verb) {
            applied.append({uid, verb});
            return changes.ask();
        };
        port.deliveries = [this](const WebhookUid &) {
            return deliveries.ask();
        };
        port.retry = [this](const WebhookUid &, const QString &) {
            return retries.ask();
        };
        return port;
    }
};

} // namespace

class tst_GuiWebhooks : public QObject
{
    Q_OBJECT

private slots:
    void theVendorIsAskedOnlyWhileThePageIsShown()
    {
        HookVendor vendor;
        WebhooksPresenter page(vendor.port());
        QCOMPARE(page.state(), State::NothingChosen);
        page.setScope(account, {});
        QVERIFY(vendor.refreshes.asked.isEmpty());
        page.setActive(true);
        QCOMPARE(vendor.refreshes.asked.size(), 1);
        QCOMPARE(page.state(), State::Loading);
        vendor.refreshes.give(WebhookInventory{{}, true, {}, {}});
        QCOMPARE(page.state(), State::Empty);
        page.setActive(false);
        page.setActive(true); // it was read
        QVERIFY(vendor.refreshes.asked.isEmpty());
    }

    void aMissingCredentialIsNamed()
    {
        HookVendor vendor;
        vendor.row.credentials.clear();
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        QCOMPARE(page.state(), State::NeedsCredential);
        QVERIFY(page.stateSentence().contains(u"API key"_s));
        QVERIFY(!page.can(WebhookVerb::Create));
        QVERIFY(vendor.refreshes.asked.isEmpty());
    }

    void aVendorWithoutWebhooksSaysSo()
    {
        HookVendor vendor;
        vendor.info.webhooks.reset();
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        QCOMPARE(page.state(), State::NotOffered);
        QVERIFY(vendor.known.asked.isEmpty() && vendor.refreshes.asked.isEmpty());
    }

    void thoseOfProjectsNeedAProject()
    {
        HookVendor vendor;
        vendor.info.webhooks->level = u"project"_s;
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        QCOMPARE(page.state(), State::ChooseContainer);
        QVERIFY(page.stateSentence().contains(u"Projects"_s));
        page.setScope(account, project(u"p1"_s, u"Billing"_s));
        QCOMPARE(page.state(), State::Loading);
    }

    void whatIsKnownStaysWhenTheVendorCannotBeAsked()
    {
        HookVendor vendor;
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        WebhookInventory inventory;
        inventory.webhooks = {webhook(u"w1"_s, WebhookRecord::State::Active)};
        inventory.problem = error(ErrorKind::Network, u"No answer."_s);
        vendor.refreshes.give(inventory);
        QCOMPARE(page.state(), State::Ready);
        QCOMPARE(page.problem().text, u"No answer."_s);
    }

    void verbsFitTheStateAndAreDoneOnce()
    {
        HookVendor vendor;
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        WebhookInventory inventory;
        inventory.webhooks = {webhook(u"w1"_s, WebhookRecord::State::Active)};
        vendor.refreshes.give(inventory);
        QVERIFY(!page.can(WebhookVerb::Pause)); // nothing is chosen
        page.choose(WebhookUid(u"w1"_s));
        QVERIFY(page.can(WebhookVerb::Pause) && !page.can(WebhookVerb::Resume));
        QVERIFY(!page.can(WebhookVerb::Ping)); // not declared
        vendor.deliveries.give(
            Listing<WebhookDelivery>{{{u"d1"_s, u"log"_s, u"failed"_s, {}, {}}}, {}});
        QCOMPARE(page.deliveries().size(), 1);
        QSignalSpy notices(&page, &WebhooksPresenter::noticed);
        page.apply(WebhookVerb::Pause, WebhookUid(u"w1"_s));
        QVERIFY(!page.can(WebhookVerb::Pause)); // while it is being done
        vendor.changes.give(WebhookChange{webhook(u"w1"_s, WebhookRecord::State::Paused), {}});
        QCOMPARE(notices.size(), 1);
        QVERIFY(notices.first().first().value<Notice>().text.contains(u"paused"_s));
        vendor.known.give(QList<WebhookRow>{}); // of the start: an earlier answer
        vendor.known.give(QList<WebhookRow>{webhook(u"w1"_s, WebhookRecord::State::Paused)});
        page.choose(WebhookUid(u"w1"_s));
        QVERIFY(page.can(WebhookVerb::Resume));
    }

    void answersAboutAnEarlierScopeAreDropped()
    {
        HookVendor vendor;
        WebhooksPresenter page(vendor.port());
        page.setActive(true);
        page.setScope(account, {});
        page.setScope(AccountId(u"other"_s), {});
        WebhookInventory inventory;
        inventory.webhooks = {webhook(u"w1"_s, WebhookRecord::State::Active)};
        vendor.refreshes.give(inventory);
        QVERIFY(page.webhooks().isEmpty());
        QCOMPARE(page.state(), State::Loading);
    }
};

QTEST_GUILESS_MAIN(tst_GuiWebhooks)
#include "tst_gui_webhooks.moc"
