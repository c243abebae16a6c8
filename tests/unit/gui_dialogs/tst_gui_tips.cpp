// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/bulk/bulkitemmodel.h"
#include "gui/bulk/leakdialog.h"
#include "gui/common/plaintip.h"
#include "gui/dialogs/fieldeditor.h"
#include "gui/usage/quotagauge.h"

#include <QComboBox>
#include <QTableWidget>
#include <QTest>
#include <QTextDocument>

using namespace chatelaine;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString hostile = u"<img src='file:///etc/hostname'> R&D <b>bold</b>"_s;

/** What a tool tip with this text shows, as QToolTip decides it. */
QString shownTip(const QString &tip)
{
    if (!Qt::mightBeRichText(tip))
        return tip;
    QTextDocument document;
    document.setHtml(tip);
    return document.toPlainText();
}

} // namespace

/** Tool tips with texts of vendors show them as they are. */
class TestTips : public QObject
{
    Q_OBJECT
private slots:
    void aTextStaysWhatItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"two words"_s;
        QTest::newRow("ampersand") << u"R&D &amp; more"_s;
        QTest::newRow("less than") << u"a < b"_s;
        QTest::newRow("tags") << hostile;
        QTest::newRow("lines") << u"<i>one</i>\ntwo"_s;
        QTest::newRow("empty") << QString();
    }
    void aTextStaysWhatItIs()
    {
        QFETCH(const QString, text);
        QCOMPARE(shownTip(plainTip(text)), text);
    }

    void ofAKeyInABulkChange()
    {
        BulkItemModel model;
        BulkItem item;
        item.name = hostile;
        model.setItems({item});
        QCOMPARE(shownTip(model.index(0, 0).data(Qt::ToolTipRole).toString()), hostile);
    }

    void ofAQuota()
    {
        QuotaGauge gauge;
        gauge.setReading({}, {}, hostile);
        QCOMPARE(shownTip(gauge.toolTip()), hostile);
    }

    void ofAChoiceOfTheVendor()
    {
        FieldInfo field;
        field.id = u"tier"_s;
        field.label = u"Tier"_s;
        field.type = FieldInfo::Type::Choice;
        FieldEditor editor(field);
        editor.setOptions(
            {FieldSet::Loading::Ready, {{u"value"_s, u"Label"_s, hostile, true}}, {}});
        const auto *combo = editor.findChild<QComboBox *>();
        QVERIFY(combo);
        const int row = combo->findText(u"Label"_s);
        QVERIFY(row >= 0);
        QCOMPARE(shownTip(combo->itemData(row, Qt::ToolTipRole).toString()), hostile);
    }
};

QTEST_MAIN(TestTips)
#include "tst_gui_tips.moc"
