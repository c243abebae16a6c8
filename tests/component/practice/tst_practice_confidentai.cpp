// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QRegularExpression>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"confident-ai"_s;
const QString organizationKeys = u"/v1/organization/api-keys"_s;
const QString prompts = u"/v1/prompts"_s;

QJsonObject data(const Answer &answer)
{
    return answer.json.value("data"_L1).toObject();
}

QJsonObject apiKey(const Answer &answer)
{
    return data(answer).value("apiKey"_L1).toObject();
}

QString projectPath(const PracticeBench &bench, const QString &name)
{
    for (const QJsonValue &project :
         data(bench.get(vendor, u"/v1/projects"_s)).value("projects"_L1).toArray()) {
        if (project["name"_L1] == name)
            return u"/v1/projects/"_s + project["id"_L1].toString();
    }
    return {};
}

QString pathOf(const QString &list, const QJsonObject &key)
{
    return list + u'/' + QString::number(key.value("id"_L1).toInteger());
}

} // namespace

class TestPracticeConfidentAi : public QObject
{
    Q_OBJECT
private slots:
    void theOrganizationIsTheLoginCheck();
    void createShowsTheValueOnce();
    void disablingIsImmediateAndCanBeUndone();
    void deletingIsFinal();
    void idsAreCountedPerContainer();
    void onlyOrganizationKeysManage();
    void projectsMintTheirFirstKey();
    void badInputIsRefused();
    void theHyphenHeaderWorks();
    void globalKeysNameTheirProject();
};

void TestPracticeConfidentAi::theOrganizationIsTheLoginCheck()
{
    const PracticeBench bench;
    const Answer answer = bench.get(vendor, u"/v1/organization"_s);
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json.value("success"_L1), QJsonValue(true));
    QCOMPARE(data(answer)["organization"_L1].toObject().value("name"_L1).toString(),
             u"Halden Freight"_s);
    const Answer wrong = bench.get(vendor, u"/v1/organization"_s, u"confident_us_org_x"_s);
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.json.value("success"_L1), QJsonValue(false));
    QCOMPARE(wrong.json.value("error"_L1).toString(), u"Invalid API key"_s);
}

void TestPracticeConfidentAi::createShowsTheValueOnce()
{
    const PracticeBench bench;
    const Answer created = bench.post(vendor, organizationKeys, {{u"name"_s, u"CI"_s}});
    QCOMPARE(created.status, 200);
    const QString value = apiKey(created).value("value"_L1).toString();
    QVERIFY(
        QRegularExpression(u"^confident_us_org_[A-Za-z0-9+/=]{40,}$"_s).match(value).hasMatch());
    const Answer read = bench.get(vendor, pathOf(organizationKeys, apiKey(created)));
    QCOMPARE(apiKey(read).value("value"_L1).toString(), QString(15, u'*') + value.right(6));
    QVERIFY(apiKey(read).value("lastUsed"_L1).isNull());
    QVERIFY(!bench.get(vendor, organizationKeys).body.contains(value.toUtf8()));
}

void TestPracticeConfidentAi::disablingIsImmediateAndCanBeUndone()
{
    const PracticeBench bench;
    const QString list = projectPath(bench, u"Support assistant"_s) + u"/api-keys"_s;
    const QJsonObject key = apiKey(bench.post(vendor, list, {{u"name"_s, u"worker"_s}}));
    const QString value = key.value("value"_L1).toString();
    QVERIFY(value.startsWith("confident_us_proj_"_L1));
    QCOMPARE(bench.get(vendor, prompts, value).status, 200);
    const Answer disabled = bench.send({vendor, "PUT", pathOf(list, key), {{u"valid"_s, false}}});
    QCOMPARE(apiKey(disabled).value("valid"_L1), QJsonValue(false));
    QCOMPARE(bench.get(vendor, prompts, value).status, 401);
    QCOMPARE(bench.send({vendor, "PUT", pathOf(list, key), {{u"valid"_s, true}}}).status, 200);
    QCOMPARE(bench.get(vendor, prompts, value).status, 200);
}

void TestPracticeConfidentAi::deletingIsFinal()
{
    const PracticeBench bench;
    const QString list = projectPath(bench, u"Support assistant"_s) + u"/api-keys"_s;
    const QJsonObject key = apiKey(bench.post(vendor, list, {{u"name"_s, u"worker"_s}}));
    const Answer deleted = bench.send({vendor, "DELETE", pathOf(list, key)});
    QCOMPARE(data(deleted).value("id"_L1), key.value("id"_L1));
    QCOMPARE(data(deleted).value("deleted"_L1), QJsonValue(true));
    QCOMPARE(bench.get(vendor, prompts, key.value("value"_L1).toString()).status, 401);
    QCOMPARE(bench.get(vendor, pathOf(list, key)).status, 404);
    QCOMPARE(bench.send({vendor, "DELETE", pathOf(list, key)}).status, 404);
    // The number is not given again.
    const QJsonObject next = apiKey(bench.post(vendor, list, {{u"name"_s, u"worker"_s}}));
    QCOMPARE(next.value("id"_L1).toInt(), key.value("id"_L1).toInt() + 1);
}

void TestPracticeConfidentAi::idsAreCountedPerContainer()
{
    const PracticeBench bench;
    const QString voice = projectPath(bench, u"Voice bot (pilot)"_s) + u"/api-keys/1"_s;
    const Answer ofProject = bench.get(vendor, voice);
    const Answer ofOrganization = bench.get(vendor, organizationKeys + u"/1"_s);
    QCOMPARE(apiKey(ofProject).value("name"_L1).toString(), u"Default"_s);
    QCOMPARE(apiKey(ofOrganization).value("name"_L1).toString(), u"bootstrap"_s);
    QCOMPARE(apiKey(ofOrganization).value("valid"_L1), QJsonValue(false));
}

void TestPracticeConfidentAi::onlyOrganizationKeysManage()
{
    const PracticeBench bench;
    const QString key = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"project"_s}});
    for (const QString &path : {u"/v1/organization"_s, organizationKeys, u"/v1/projects"_s})
        QCOMPARE(bench.get(vendor, path, key).status, 401);
    QCOMPARE(bench.get(vendor, prompts, key).status, 200);
    QCOMPARE(bench.get(vendor, prompts).status, 401);
    QCOMPARE(bench.get(vendor, u"/v1/organization"_s, QString()).status, 401);
}

void TestPracticeConfidentAi::projectsMintTheirFirstKey()
{
    const PracticeBench bench;
    const QJsonObject body{{u"name"_s, u"Invoices"_s}, {u"description"_s, u"Line items"_s}};
    const Answer created = bench.post(vendor, u"/v1/projects"_s, body);
    QCOMPARE(created.status, 200);
    const QString value = apiKey(created).value("value"_L1).toString();
    QCOMPARE(bench.get(vendor, prompts, value).status, 200);
    QCOMPARE(bench.post(vendor, u"/v1/projects"_s, body).status, 409);
    const QString path = projectPath(bench, u"Invoices"_s);
    const Answer renamed = bench.send({vendor, "PUT", path, {{u"name"_s, u"Bills"_s}}});
    QCOMPARE(data(renamed)["project"_L1].toObject().value("name"_L1).toString(), u"Bills"_s);
    QCOMPARE(bench.send({vendor, "DELETE", path}).status, 200);
    QCOMPARE(bench.get(vendor, path).status, 404);
    QCOMPARE(bench.get(vendor, prompts, value).status, 401);
}

void TestPracticeConfidentAi::badInputIsRefused()
{
    const PracticeBench bench;
    QCOMPARE(bench.post(vendor, organizationKeys, {}).status, 400);
    QCOMPARE(bench.post(vendor, organizationKeys, {{u"name"_s, QString(101, u'x')}}).status, 422);
    QCOMPARE(
        bench.send({vendor, "PUT", organizationKeys + u"/2"_s, {{u"valid"_s, u"no"_s}}}).status,
        422);
    QCOMPARE(bench.get(vendor, u"/v1/projects/unknown/api-keys"_s).status, 404);
}

void TestPracticeConfidentAi::theHyphenHeaderWorks()
{
    const PracticeBench bench;
    PracticeBench::Call call{vendor, "GET", u"/v1/organization"_s, {}, QString()};
    call.headers = {
        {"CONFIDENT-API-KEY", bench.endpoints().systems.value(vendor).credential.toLatin1()}};
    QCOMPARE(bench.send(call).status, 200);
}

void TestPracticeConfidentAi::globalKeysNameTheirProject()
{
    const PracticeBench bench;
    const QString key = bench.mint({{u"system"_s, vendor}, {u"kind"_s, u"global"_s}});
    QVERIFY(key.startsWith("confident_us_global_"_L1));
    QCOMPARE(bench.get(vendor, prompts, key).status, 400);
    PracticeBench::Call call{vendor, "GET", prompts, {}, key};
    call.headers = {{"CONFIDENT_PROJECT_ID", "any"}};
    QCOMPARE(bench.send(call).status, 200);
    QCOMPARE(bench.get(vendor, u"/v1/organization"_s, key).status, 401);
}

QTEST_GUILESS_MAIN(TestPracticeConfidentAi)
#include "tst_practice_confidentai.moc"
