// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/texttemplate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

#include <rapidcheck.h>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

class ProvidersTemplate : public QObject
{
    Q_OBJECT

private slots:
    void placeholdersAreFound()
    {
        const auto text = TextTemplate::parse(u"/orgs/{organization}/keys/{id}"_s);
        QVERIFY(text);
        QCOMPARE(text->placeholders(), (QStringList{u"organization"_s, u"id"_s}));
        QVERIFY(!text->lonePlaceholder());
        QCOMPARE(TextTemplate::parse(u"{name}"_s)->lonePlaceholder(), u"name"_s);
    }

    void anythingElseInBracesIsRefused()
    {
        for (const QString &text : {u"{"_s, u"}"_s, u"{}"_s, u"{a b}"_s, u"{{a}}"_s, u"{a|json}"_s,
                                    u"{A}"_s, u"{+path}"_s, u"a}b"_s, u"{a"_s}) {
            QString reason;
            QVERIFY2(!TextTemplate::parse(text, &reason), qPrintable(text));
            QVERIFY(!reason.isEmpty());
        }
    }

    /** Whatever a vendor or a user writes: it stays one segment and comes back as it was. */
    void aValueStaysOneSegmentOfAPath()
    {
        const auto text = TextTemplate::parse(u"/keys/{id}/revoke/"_s).value();
        const bool holds = rc::check([&](const std::u16string &any) {
            const QString id = QString::fromUtf8(QString::fromStdU16String(any).toUtf8());
            const auto path = text.expandedPath({{u"id"_s, id}});
            const bool addressable = !id.isEmpty() && id != u"."_s && id != u".."_s;
            RC_ASSERT(path.has_value() == addressable);
            if (!path)
                return;
            RC_ASSERT(path->startsWith("/keys/"));
            RC_ASSERT(path->endsWith("/revoke/"));
            const QByteArray segment = path->mid(6, path->size() - 6 - 8);
            for (const char c : {'/', '?', '#', '&', ' ', '%'})
                RC_ASSERT(c == '%' || !segment.contains(c));
            RC_ASSERT(QUrl::fromPercentEncoding(segment) == id);
        });
        QVERIFY(holds);
    }

    void anAbsentValueHasNoPath()
    {
        const auto text = TextTemplate::parse(u"/keys/{id}"_s).value();
        QVERIFY(!text.expandedPath({}));
        QVERIFY(!text.expandedPath({{u"id"_s, QJsonArray{u"a"_s}}}));
        for (const QString &other : {QString(), u"."_s, u".."_s})
            QVERIFY2(!text.expandedPath({{u"id"_s, other}}), "it would address something else");
        QCOMPARE(text.expandedPath({{u"id"_s, qint64(9007199254740993)}}).value(),
                 QByteArray("/keys/9007199254740993"));
    }

    void aBodyLeavesOutWhatIsAbsentAndKeepsNull()
    {
        const QJsonObject pattern{
            {u"name"_s, u"{name}"_s},
            {u"scopes"_s, u"{scopes}"_s},
            {u"expires"_s, QJsonValue::Null},
            {u"nested"_s, QJsonObject{{u"valid"_s, false}, {u"note"_s, u"{note}"_s}}},
            {u"list"_s, QJsonArray{u"{note}"_s, u"x {name}"_s}},
        };
        const auto body =
            expandedJson(pattern, {{u"name"_s, u"CI"_s}, {u"scopes"_s, QJsonArray{u"a"_s}}});
        const QJsonObject expected{
            {u"name"_s, u"CI"_s},
            {u"scopes"_s, QJsonArray{u"a"_s}},
            {u"expires"_s, QJsonValue::Null},
            {u"nested"_s, QJsonObject{{u"valid"_s, false}}},
            {u"list"_s, QJsonArray{u"x CI"_s}},
        };
        QCOMPARE(body->toObject(), expected);
        QVERIFY(!expandedJson(QJsonObject{{u"a"_s, u"x {gone}"_s}}, {}));
    }

    void aLoneValueKeepsItsType()
    {
        const auto body = expandedJson(QJsonObject{{u"t"_s, u"{now}"_s}, {u"b"_s, u"{flag}"_s}},
                                       {{u"now"_s, 1718841600}, {u"flag"_s, true}});
        QCOMPARE(body->toObject()[u"t"], QJsonValue(1718841600));
        QCOMPARE(body->toObject()[u"b"], QJsonValue(true));
    }

    /** What a user enters is data: a brace in it is never a placeholder. */
    void valuesAreNotExpandedAgain()
    {
        const auto text = TextTemplate::parse(u"{name}"_s).value();
        QCOMPARE(text.expanded({{u"name"_s, u"{id}"_s}, {u"id"_s, u"secret"_s}}).value(),
                 u"{id}"_s);
    }
};

QTEST_GUILESS_MAIN(ProvidersTemplate)
#include "tst_providers_template.moc"
