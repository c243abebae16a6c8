// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/doubts/doubtsdialog.h"
#include "gui/forms/formpresenter.h"
#include "gui/tree/containerspresenter.h"
#include "samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace chatelaine;
using namespace chatelaine::test;

namespace {

ContainerPath path(const QStringList &names)
{
    const QString levels[] = {u"organization"_s, u"project"_s};
    ContainerPath result;
    for (qsizetype i = 0; i < names.size(); ++i)
        result.append({levels[i], ContainerId(u"id-"_s + names.at(i)), names.at(i)});
    return result;
}

ProviderInfo vendorWithLevels()
{
    FieldInfo name;
    name.id = u"name"_s;
    name.isName = u"name"_s;
    name.required = true;
    const ContainerVerbInfo create{ContainerVerb::Create, {}, false, {name}, u"project"_s};
    const ContainerVerbInfo rename{ContainerVerb::Rename, {}, false, {name}, {}};
    const ContainerVerbInfo remove{ContainerVerb::Delete, u"All data is lost."_s, true, {}, {}};
    ProviderInfo info = provider({});
    info.levels = {
        {u"organization"_s, u"Organization"_s, u"Organizations"_s, {rename}},
        {u"project"_s, u"Project"_s, u"Projects"_s, {create, rename, remove}},
    };
    return info;
}

struct ContainersFixture : QObject
{
    ProviderInfo vendor = vendorWithLevels();
    QList<KeyRow> keys;
    QList<ContainerChange> orders;
    ContainerChangeResult result;
    ContainersPresenter presenter{port()};

    ContainersPort port()
    {
        return {
            [this](const AccountId &) { return std::optional(vendor); },
            [this](const AccountId &, const ContainerPath &) {
                return later<QList<KeyRow>>(this, keys);
            },
            [this](const ContainerChange &order) {
                orders.append(order);
                return later<ContainerChangeResult>(this, result);
            },
        };
    }
    ContainerOffer offer(const QStringList &place, ContainerVerb verb)
    {
        for (const ContainerOffer &one : presenter.offers({AccountId(u"account"_s), path(place)})) {
            if (one.verb == verb)
                return one;
        }
        return {};
    }
};

} // namespace

class TestContainers : public QObject
{
    Q_OBJECT
private slots:
    void onlyWhatIsDeclaredIsOffered_data()
    {
        QTest::addColumn<QStringList>("place");
        QTest::addColumn<QStringList>("texts");
        QTest::newRow("account") << QStringList() << QStringList();
        QTest::newRow("organization")
            << QStringList(u"Acme"_s)
            << QStringList({u"New: Project…"_s, u"Rename: Organization…"_s});
        QTest::newRow("project") << QStringList({u"Acme"_s, u"Shop"_s})
                                 << QStringList({u"New: Project…"_s, u"Rename: Project…"_s,
                                                 u"Delete: Project…"_s});
    }
    void onlyWhatIsDeclaredIsOffered()
    {
        QFETCH(const QStringList, place);
        ContainersFixture f;
        QStringList texts;
        for (const ContainerOffer &offer :
             f.presenter.offers({AccountId(u"account"_s), path(place)}))
            texts.append(offer.text);
        QTEST(texts, "texts");
        QVERIFY(f.presenter.offers({}).isEmpty());
    }

    void aProjectIsMadeInItsOrganizationAndItsKeyIsShown()
    {
        ContainersFixture f;
        const ContainerOffer offer = f.offer({u"Acme"_s, u"Shop"_s}, ContainerVerb::Create);
        QCOMPARE(offer.container, path({u"Acme"_s}));
        f.result.verified = true;
        f.result.container = path({u"Acme"_s, u"New"_s});
        f.result.key = NewKeyResult{};
        f.result.key->secret.id = HeldSecretId(u"held"_s);
        FormPresenter form(f.presenter.form(offer), {[&f] {
                               return later<HoldingCondition>(&f, HoldingCondition());
                           }});
        form.start();
        form.form().setValue(u"name"_s, u"New"_s);
        QCOMPARE(form.actionText(), u"Create \"New\""_s);
        QSignalSpy finished(&form, &FormPresenter::finished);
        form.send();
        QVERIFY(finished.wait());
        QCOMPARE(f.orders.first().level, u"project"_s);
        QCOMPARE(f.orders.first().container, path({u"Acme"_s}));
        const auto told = finished.first().first().value<FormResult>();
        QCOMPARE(told.secret->id, HeldSecretId(u"held"_s));
        QVERIFY(told.notice.text.contains(u"New"_s));
    }

    void aRenamingBeginsWithTheNameThatIs()
    {
        ContainersFixture f;
        const FormRequest request =
            f.presenter.form(f.offer({u"Acme"_s, u"Shop"_s}, ContainerVerb::Rename));
        QCOMPARE(request.proposed.value(u"name"_s).toString(), u"Shop"_s);
        QVERIFY(!request.makesSecret);
    }

    void aDeletionNamesTheKeysThatGoWithIt()
    {
        ContainersFixture f;
        for (int i = 0; i < 13; ++i)
            f.keys.append(key(u"key %1"_s.arg(i), KeyState::Active));
        QSignalSpy asked(&f.presenter, &ContainersPresenter::deletionAsked);
        f.presenter.prepareDeletion(f.offer({u"Acme"_s, u"Shop"_s}, ContainerVerb::Delete));
        QVERIFY(asked.wait());
        QVERIFY(f.orders.isEmpty()); // nothing before the user agrees
        const auto deletion = asked.first().first().value<ContainersPresenter::Deletion>();
        QVERIFY(deletion.question.consequence.contains(u"All data is lost."_s));
        QVERIFY(deletion.question.consequence.contains(u"key 9"_s));
        QVERIFY(!deletion.question.consequence.contains(u"key 10"_s));
        QVERIFY(deletion.question.consequence.contains(u"and 3 more"_s));
        QCOMPARE(deletion.question.typeToConfirm, u"Shop"_s);
        QVERIFY(deletion.question.destructive);
        QSignalSpy told(&f.presenter, &ContainersPresenter::noticed);
        f.presenter.remove(deletion);
        QVERIFY(told.wait());
        QCOMPARE(f.orders.size(), 1);
        QVERIFY(!f.orders.first().inUseConfirmed);
    }

    void deadKeysNeedNoTyping()
    {
        ContainersFixture f;
        const ContainerOffer offer = f.offer({u"Acme"_s, u"Shop"_s}, ContainerVerb::Delete);
        QVERIFY(
            containerDeletion(offer, {key(u"old"_s, KeyState::Revoked)}).typeToConfirm.isEmpty());
        KeyRow own = key(u"own"_s, KeyState::Active);
        own.inUse = true;
        QVERIFY(containerDeletion(offer, {own}).consequence.contains(u"Chatelaine itself"_s));
    }

    void aDoubtAboutAProjectIsSettledByItsEffect()
    {
        Doubt doubt;
        doubt.operation.object = u"project"_s;
        doubt.containers = {{AccountId(u"account"_s), path({u"Acme"_s, u"Shop"_s}), 0, 0, {}}};
        const QList<DoubtAnswer> answers = doubtAnswers(doubt);
        QCOMPARE(answers.size(), 2);
        QVERIFY(answers.first().tookEffect && answers.first().text.contains(u"Shop"_s));
        QVERIFY(!answers.last().tookEffect);
        doubt.operation.object = u"key"_s;
        doubt.candidates = {key(u"CI"_s, KeyState::Active)};
        QCOMPARE(doubtAnswers(doubt).first().key, doubt.candidates.first().uid);
    }
};

QTEST_MAIN(TestContainers)
#include "tst_gui_main_containers.moc"
