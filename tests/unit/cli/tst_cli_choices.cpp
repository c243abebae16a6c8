// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/choices.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace chatelaine;
using namespace chatelaine::cli;

namespace {

KindInfo kindAt(const QString &level, const QList<KeyVerb> &verbs)
{
    KindInfo kind;
    kind.id = level;
    kind.level = level;
    for (const KeyVerb verb : verbs) {
        VerbInfo info;
        info.verb = verb;
        kind.verbs.append(info);
    }
    return kind;
}

ProviderInfo providerOf(const QList<KindInfo> &kinds)
{
    ProviderInfo provider;
    provider.id = ProviderId(u"vendor"_s);
    provider.name = u"Vendor"_s;
    provider.kinds = kinds;
    return provider;
}

ContainerRow rowOf(std::initializer_list<std::pair<const char *, const char *>> idsAndNames)
{
    ContainerRow row;
    row.account = AccountId(u"account"_s);
    for (const auto &[id, name] : idsAndNames)
        row.path.append({row.path.isEmpty() ? u"organization"_s : u"project"_s,
                         ContainerId(QString::fromLatin1(id)), QString::fromLatin1(name)});
    return row;
}

FieldInfo fieldOf(const QString &id, FieldInfo::Type type, const QString &role = {})
{
    FieldInfo field;
    field.id = id;
    field.type = type;
    field.isName = role;
    return field;
}

QString nameOf(const AccountId &id)
{
    return id.toString();
}

} // namespace

class TestChoices : public QObject
{
    Q_OBJECT

private slots:
    void theProjectDecidesTheKind();
    void missingVerbsNameTheExisting();
    void containersByIdNameAndPath();
    void keysWithoutAProjectNeedNone();
    void slots_();
    void formValuesByType();
    void formRefusesWhatItDoesNotHave();
    void formSendsItsDefaults();
};

void TestChoices::theProjectDecidesTheKind()
{
    const ProviderInfo both = providerOf(
        {kindAt(u"organization"_s, {KeyVerb::Create}), kindAt(u"project"_s, {KeyVerb::Create})});
    QCOMPARE(chooseKind(both, {}, KeyVerb::Create, false)->id, u"organization"_s);
    QCOMPARE(chooseKind(both, {}, KeyVerb::Create, true)->id, u"project"_s);
    QCOMPARE(chooseKind(both, u"project"_s, KeyVerb::Create, false)->id, u"project"_s);
    QCOMPARE(chooseKind(both, u"robot"_s, KeyVerb::Create, false).error().kind,
             ErrorKind::InvalidRequest);

    const ProviderInfo projectsOnly = providerOf({kindAt(u"project"_s, {KeyVerb::Create})});
    QCOMPARE(chooseKind(projectsOnly, {}, KeyVerb::Create, false)->id, u"project"_s);
}

void TestChoices::missingVerbsNameTheExisting()
{
    KindInfo token = kindAt(u"account"_s, {KeyVerb::Revoke, KeyVerb::Rotate});
    token.manual = true;
    token.canCheck = true;
    token.external = {{KeyVerb::Create, u"Made in the dashboard."_s, u"https://vendor.example/"_s}};
    const auto refused = chooseKind(providerOf({token}), {}, KeyVerb::Create, false);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QVERIFY(refused.error().message.endsWith(u"What exists: revoke, rotate, add, check."_s));
    QCOMPARE(refused.error().next, u"Made in the dashboard. https://vendor.example/"_s);
}

void TestChoices::containersByIdNameAndPath()
{
    const QList<ContainerRow> rows{rowOf({{"o1", "Acme"}}), rowOf({{"o1", "Acme"}, {"p1", "CI"}}),
                                   rowOf({{"o2", "Beta"}, {"p2", "CI"}}),
                                   rowOf({{"o2", "Beta"}, {"p3", "Acme"}}),
                                   rowOf({{"o2", "Beta"}, {"p4", "a/b"}})};
    const auto chosen = [&rows](const QString &text, const QString &level = {}) {
        return chooseContainer(rows, text, level, nameOf);
    };
    QCOMPARE(chosen(u"p1"_s)->path.constLast().id.toString(), u"p1"_s);
    QCOMPARE(chosen(u"Beta/CI"_s)->path.constLast().id.toString(), u"p2"_s);
    QCOMPARE(chosen(u"o1/CI"_s)->path.constLast().id.toString(), u"p1"_s);
    QCOMPARE(chosen(u"Beta/a/b"_s)->path.constLast().id.toString(), u"p4"_s);
    // A project comes before an organization of the same name.
    QCOMPARE(chosen(u"Acme"_s)->path.constLast().id.toString(), u"p3"_s);
    QCOMPARE(chosen(u"Acme"_s, u"organization"_s)->path.constLast().id.toString(), u"o1"_s);

    const auto ambiguous = chosen(u"CI"_s);
    QCOMPARE(ambiguous.error().kind, ErrorKind::Conflict);
    QVERIFY(ambiguous.error().message.contains(u"Acme/CI (p1)"_s));
    QVERIFY(ambiguous.error().message.contains(u"Beta/CI (p2)"_s));
    QCOMPARE(chosen(u"nothing"_s).error().kind, ErrorKind::NotFound);
}

void TestChoices::keysWithoutAProjectNeedNone()
{
    AccountRow account;
    account.name = u"acme"_s;
    const KindInfo ofAccount = kindAt(u"account"_s, {});
    QVERIFY(placeFor(ofAccount, {}, {}, account)->isEmpty());
    QCOMPARE(placeFor(ofAccount, u"p1"_s, {}, account).error().kind, ErrorKind::InvalidRequest);

    const QList<ContainerRow> rows{rowOf({{"o1", "Acme"}}), rowOf({{"o1", "Acme"}, {"p1", "CI"}})};
    QCOMPARE(*placeFor(kindAt(u"organization"_s, {}), {}, rows, account), rows[0].path);
    QCOMPARE(*placeFor(kindAt(u"project"_s, {}), u"CI"_s, rows, account), rows[1].path);
    // The only project is not taken for granted: the vendor may have more than was read.
    QCOMPARE(placeFor(kindAt(u"project"_s, {}), {}, rows, account).error().kind,
             ErrorKind::InvalidRequest);
    const auto unread = placeFor(kindAt(u"project"_s, {}), u"CI"_s, {}, account);
    QCOMPARE(unread.error().kind, ErrorKind::NotFound);
    QVERIFY(unread.error().next.contains(u"sync acme"_s));
}

void TestChoices::slots_()
{
    ProviderInfo provider = providerOf({});
    const CredentialSource keychain{CredentialSource::Kind::Keychain, {}};
    QVERIFY(chooseSlots(provider, {}, true)->isEmpty());
    QVERIFY(!chooseSlots(provider, {{{}, keychain}}, true));

    SlotInfo admin;
    admin.id = u"admin"_s;
    admin.required = true;
    SlotInfo data;
    data.id = u"data"_s;
    provider.slots_ = {admin, data};
    const auto chosen = chooseSlots(provider, {{u"data"_s, keychain}, {{}, keychain}}, true);
    QVERIFY(chosen);
    QCOMPARE(chosen->at(0).slot, u"data"_s);
    QCOMPARE(chosen->at(1).slot, u"admin"_s);
    QVERIFY(
        chooseSlots(provider, {{u"data"_s, keychain}}, true).error().message.contains(u"admin"_s));
    QVERIFY(chooseSlots(provider, {{u"data"_s, keychain}}, false));
    QVERIFY(!chooseSlots(provider, {{u"other"_s, keychain}}, false));
    QVERIFY(!chooseSlots(provider, {{u"admin"_s, keychain}, {{}, keychain}}, true));
}

void TestChoices::formValuesByType()
{
    using Type = FieldInfo::Type;
    VerbInfo create;
    create.fields = {fieldOf(u"title"_s, Type::Text, u"name"_s),
                     fieldOf(u"rights"_s, Type::Multi, u"scopes"_s),
                     fieldOf(u"life"_s, Type::Duration, u"expires"_s),
                     fieldOf(u"where"_s, Type::Choice, u"environment"_s),
                     fieldOf(u"ips"_s, Type::Lines),
                     fieldOf(u"limit"_s, Type::Integer),
                     fieldOf(u"strict"_s, Type::Boolean)};
    KeysCreate command;
    command.name = u"CI"_s;
    command.scopes = {u"r"_s, u"w"_s};
    command.expiresIn = 86400;
    command.environment = u"sandbox"_s;
    command.fields = {{u"ips"_s, u"10.0.0.1"_s},
                      {u"ips"_s, u"::1"_s},
                      {u"limit"_s, u"7"_s},
                      {u"strict"_s, u"true"_s}};
    const auto values = formValues(providerOf({}), create, command);
    QVERIFY(values);
    const QMap<QString, QJsonValue> expected{{u"title"_s, u"CI"_s},
                                             {u"rights"_s, QJsonArray{u"r"_s, u"w"_s}},
                                             {u"life"_s, 86400},
                                             {u"where"_s, u"sandbox"_s},
                                             {u"ips"_s, QJsonArray{u"10.0.0.1"_s, u"::1"_s}},
                                             {u"limit"_s, 7},
                                             {u"strict"_s, true}};
    QCOMPARE(*values, expected);
}

void TestChoices::formRefusesWhatItDoesNotHave()
{
    using Type = FieldInfo::Type;
    VerbInfo create;
    FieldInfo scope = fieldOf(u"scope"_s, Type::Choice, u"scopes"_s);
    scope.options = {{u"eval"_s, {}, {}, true}, {u"admin"_s, {}, {}, true}};
    FieldInfo reason = fieldOf(u"reason"_s, Type::Text);
    reason.required = true;
    create.fields = {fieldOf(u"name"_s, Type::Text, u"name"_s), scope, reason,
                     fieldOf(u"token"_s, Type::Secret), fieldOf(u"count"_s, Type::Integer)};
    KeysCreate good;
    good.name = u"n"_s;
    good.fields = {{u"reason"_s, u"test"_s}};
    QVERIFY(formValues(providerOf({}), create, good));

    const auto refused = [&create, &good](const std::function<void(KeysCreate &)> &spoil) {
        KeysCreate bad = good;
        spoil(bad);
        const auto values = formValues(providerOf({}), create, bad);
        return values ? QString() : values.error().message;
    };
    QVERIFY(refused([](KeysCreate &c) { c.scopes = {u"root"_s}; }).contains(u"eval, admin"_s));
    QVERIFY(refused([](KeysCreate &c) {
                c.scopes = {u"eval"_s, u"admin"_s};
            }).contains(u"one value"_s));
    QVERIFY(
        refused([](KeysCreate &c) { c.environment = u"sandbox"_s; }).contains(u"--environment"_s));
    QVERIFY(refused([](KeysCreate &c) { c.expiresIn = 1; }).contains(u"--expires-in"_s));
    QVERIFY(refused([](KeysCreate &c) {
                c.fields.append({u"colour"_s, u"x"_s});
            }).contains(u"colour"_s));
    QVERIFY(refused([](KeysCreate &c) {
                c.fields.append({u"name"_s, u"x"_s});
            }).contains(u"twice"_s));
    QVERIFY(refused([](KeysCreate &c) {
                c.fields.append({u"count"_s, u"x"_s});
            }).contains(u"count"_s));
    QVERIFY(refused([](KeysCreate &c) { c.fields.clear(); }).contains(u"reason"_s));
    const QString secret = refused([](KeysCreate &c) {
        c.fields.append({u"token"_s, u"s3cr3t"_s});
    });
    QVERIFY(secret.contains(u"never an argument"_s));
    QVERIFY(!secret.contains(u"s3cr3t"_s));
}

void TestChoices::formSendsItsDefaults()
{
    VerbInfo create;
    FieldInfo where = fieldOf(u"where"_s, FieldInfo::Type::Choice, u"environment"_s);
    where.defaultValue = u"production"_s;
    create.fields = {fieldOf(u"name"_s, FieldInfo::Type::Text, u"name"_s), where};
    KeysCreate command;
    command.name = u"n"_s;
    QCOMPARE(formValues(providerOf({}), create, command)->value(u"where"_s),
             QJsonValue(u"production"_s));
    command.environment = u"sandbox"_s;
    QCOMPARE(formValues(providerOf({}), create, command)->value(u"where"_s),
             QJsonValue(u"sandbox"_s));
}

QTEST_GUILESS_MAIN(TestChoices)
#include "tst_cli_choices.moc"
