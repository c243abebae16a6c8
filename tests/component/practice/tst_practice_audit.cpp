// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <QDateTime>
#include <QProcess>
#include <QTest>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString vendor = u"confident-ai"_s;
const QString exportsPath = u"/v2/organization/audit-logs/exports"_s;
const QString keysPath = u"/v2/organization/api-keys"_s;

QJsonObject data(const Answer &answer)
{
    return answer.json.value("data"_L1).toObject();
}

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

/** The lines of a downloaded file without its header; unpacked by gzip itself. */
QByteArrayList rows(const Answer &answer)
{
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-d"_s, u"-c"_s});
    gzip.write(answer.body);
    gzip.closeWriteChannel();
    if (!gzip.waitForFinished() || gzip.exitCode() != 0)
        qFatal("gzip does not take the download: %s", gzip.readAllStandardError().constData());
    QByteArrayList lines = gzip.readAllStandardOutput().split('\n');
    lines.removeFirst();
    lines.removeLast();
    return lines;
}

void makeKey(const PracticeBench &bench, const QString &name)
{
    QCOMPARE(bench.post(vendor, keysPath, {{u"name"_s, name}}).status, 201);
}

/** Starts an export, lets it end by the server's clock, and downloads it. */
QByteArrayList exported(const PracticeBench &bench, const QString &path, const QJsonObject &body)
{
    bench.set(vendor, {{u"exportSeconds"_s, 0}});
    const Answer started = bench.post(vendor, path, body);
    if (started.status != 202)
        return {QByteArray::number(started.status)};
    return rows(bench.get(vendor, path + u'/' + text(data(started), "id"_L1) + u"/download"_s));
}

} // namespace

/** The audit log of Confident AI's second generation. */
class TestPracticeAudit : public QObject
{
    Q_OBJECT
private slots:
    void everyChangeIsThere();
    void anExportTakesItsTime();
    void oneAtATime();
    void anExportCanFail();
    void exportsVanish();
    void onlyWhoStartedSeesIt();
    void aProjectSeesItsOwn();
    void rowsCanBeChosen();
    void badTimesAreRefused();
};

void TestPracticeAudit::everyChangeIsThere()
{
    const PracticeBench bench;
    QCOMPARE(bench.post(vendor, exportsPath).status, 400); // nothing has happened
    const QJsonObject key = data(bench.post(vendor, keysPath, {{u"name"_s, u"audited, key"_s}}));
    const QString path = keysPath + u'/' + QString::number(key.value("id"_L1).toInteger());
    bench.send({vendor, "PUT", path, {{u"valid"_s, false}}});
    bench.post(vendor, path + u"/rotate"_s);
    bench.send({vendor, "DELETE", path});
    const QJsonObject made = data(bench.post(vendor, u"/v1/projects"_s, {{u"name"_s, u"New"_s}}));
    const QString project = u"/v1/projects/"_s + made.value("project"_L1)["id"_L1].toString();
    bench.send({vendor, "PUT", project, {{u"name"_s, u"Newer"_s}}});
    bench.send({vendor, "DELETE", project});
    bench.send({vendor, "PUT", u"/v1/organization"_s, {{u"name"_s, u"Halden"_s}}});
    bench.send({vendor, "DELETE", path}); // refused: no change

    const QByteArrayList lines = exported(bench, exportsPath, {});
    QByteArrayList actions;
    for (const QByteArray &line : lines) {
        const QByteArrayList fields = line.split(',');
        actions.prepend(fields[2] + ' ' + fields[3]);
    }
    QCOMPARE(actions,
             (QByteArrayList{"POST api_key.create", "PUT api_key.update", "POST api_key.rotate",
                             "DELETE api_key.delete", "POST project.create", "PUT project.update",
                             "DELETE project.delete", "PUT organization.update"}));
    QVERIFY(lines.last().contains(",Chatelaine,API_KEY,"));
    QVERIFY(lines.last().contains("\"audited, key\""));
}

void TestPracticeAudit::anExportTakesItsTime()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    bench.set(vendor, {{u"exportSeconds"_s, 3600}});
    const Answer started = bench.post(vendor, exportsPath);
    QCOMPARE(started.status, 202);
    QCOMPARE(text(data(started), "status"_L1), u"IN_PROGRESS"_s);
    QCOMPARE(text(data(started), "userId"_L1), u"api"_s);
    const QString path = exportsPath + u'/' + text(data(started), "id"_L1);
    QCOMPARE(text(data(bench.get(vendor, path)), "status"_L1), u"IN_PROGRESS"_s);
    QCOMPARE(bench.get(vendor, path + u"/download"_s).status, 409);
    bench.setClock(3601);
    const QJsonObject done = data(bench.get(vendor, path));
    QCOMPARE(text(done, "status"_L1), u"COMPLETED"_s);
    QCOMPARE(done.value("rowCount"_L1).toInt(), 1);
    QVERIFY(!text(done, "completedAt"_L1).isEmpty());
    const Answer file = bench.get(vendor, path + u"/download"_s);
    QCOMPARE(file.header("content-type"), "application/gzip"_ba);
    QCOMPARE(rows(file).size(), 1);
}

void TestPracticeAudit::oneAtATime()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    bench.set(vendor, {{u"exportSeconds"_s, 3600}});
    QCOMPARE(bench.post(vendor, exportsPath).status, 202);
    QCOMPARE(bench.post(vendor, exportsPath).status, 409);
    bench.setClock(3601);
    QCOMPARE(bench.post(vendor, exportsPath).status, 202);
}

void TestPracticeAudit::anExportCanFail()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    bench.set(vendor, {{u"exportSeconds"_s, 0}, {u"exportFails"_s, true}});
    const QString path = exportsPath + u'/' + text(data(bench.post(vendor, exportsPath)), "id"_L1);
    const QJsonObject failed = data(bench.get(vendor, path));
    QCOMPARE(text(failed, "status"_L1), u"ERRORED"_s);
    QVERIFY(!text(failed, "errorMessage"_L1).isEmpty());
    QCOMPARE(bench.get(vendor, path + u"/download"_s).status, 409);
    bench.setClock(301);
    QCOMPARE(bench.get(vendor, path).status, 404);
}

void TestPracticeAudit::exportsVanish()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    bench.set(vendor, {{u"exportSeconds"_s, 0}});
    const QString path = exportsPath + u'/' + text(data(bench.post(vendor, exportsPath)), "id"_L1);
    bench.setClock(23 * 3600);
    QCOMPARE(bench.get(vendor, path + u"/download"_s).status, 200);
    bench.setClock(24 * 3600 + 60);
    QCOMPARE(bench.get(vendor, path).status, 404);
    QCOMPARE(bench.get(vendor, path + u"/download"_s).status, 404);
}

void TestPracticeAudit::onlyWhoStartedSeesIt()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    const QString other = bench.mint({{u"system"_s, vendor}});
    const QString path = exportsPath + u'/' + text(data(bench.post(vendor, exportsPath)), "id"_L1);
    QCOMPARE(bench.get(vendor, path).status, 200);
    QCOMPARE(bench.get(vendor, path, other).status, 404);
}

void TestPracticeAudit::aProjectSeesItsOwn()
{
    const PracticeBench bench;
    makeKey(bench, u"of the organization"_s);
    const auto projects = data(bench.get(vendor, u"/v2/projects"_s)).value("projects"_L1);
    const QString project = u"/v2/projects/"_s + projects[0]["id"_L1].toString();
    bench.post(vendor, project + u"/api-keys"_s, {{u"name"_s, u"of the project"_s}});
    const QString path = project + u"/audit-logs/exports"_s;
    const QByteArrayList lines = exported(bench, path, {});
    QCOMPARE(lines.size(), 1);
    QVERIFY(lines.first().contains("of the project"));
    const Answer again = bench.post(vendor, path);
    const QString id = text(data(again), "id"_L1);
    QCOMPARE(data(again).value("projectId"_L1), projects[0]["id"_L1]);
    QCOMPARE(bench.get(vendor, exportsPath + u'/' + id).status, 404);
}

void TestPracticeAudit::rowsCanBeChosen()
{
    const PracticeBench bench;
    makeKey(bench, u"early"_s);
    bench.setClock(7200);
    makeKey(bench, u"late"_s);
    const QString between = QDateTime::currentDateTimeUtc().addSecs(3600).toString(Qt::ISODate);
    const auto only = [&](const QJsonObject &body) {
        const QByteArrayList lines = exported(bench, exportsPath, body);
        return lines.size() == 1 ? lines.first() : QByteArray::number(lines.size());
    };
    QVERIFY(only({{u"startTime"_s, between}}).contains("late"));
    QVERIFY(only({{u"endTime"_s, between}}).contains("early"));
    QVERIFY(only({{u"searchTerm"_s, u"LATE"_s}}).contains("late"));
    QCOMPARE(only({{u"searchTerm"_s, u"nowhere"_s}}), "400"_ba);
    QCOMPARE(exported(bench, exportsPath, {{u"searchTerm"_s, u"api_key.create"_s}}).size(), 2);
}

void TestPracticeAudit::badTimesAreRefused()
{
    const PracticeBench bench;
    makeKey(bench, u"one"_s);
    QCOMPARE(bench.post(vendor, exportsPath, {{u"startTime"_s, u"yesterday"_s}}).status, 422);
    QCOMPARE(bench.post(vendor, exportsPath, {{u"endTime"_s, 17}}).status, 422);
}

QTEST_GUILESS_MAIN(TestPracticeAudit)
#include "tst_practice_audit.moc"
