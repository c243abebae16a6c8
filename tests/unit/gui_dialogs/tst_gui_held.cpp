// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "gui/held/heldsecretsdialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace samples;

namespace {

HeldSecret heldSecret(const QString &name)
{
    HeldSecret secret;
    secret.id = HeldSecretId(name);
    secret.account = account;
    secret.key = KeyUid(name);
    secret.keyName = name;
    secret.inKeychain = true;
    return secret;
}

} // namespace

/** FIELD.md D18: several new secrets are one list with a state for each. */
class tst_GuiHeld : public QObject
{
    Q_OBJECT

    Pending<Done> m_keeps;
    QStringList m_kept;
    Timestamp m_now;
    QPointer<HeldSecretsDialog> m_dialog;

    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString cell(int row, int column) const
    {
        return m_dialog->findChild<QTreeWidget *>()->topLevelItem(row)->text(column);
    }

private slots:
    void init()
    {
        m_kept.clear();
        m_now = {};
        m_dialog = new HeldSecretsDialog({[](const AccountId &) { return u"Acme"_s; },
                                          [this](const HeldSecretId &id) {
                                              m_kept.append(id.toString());
                                              return m_keeps.ask();
                                          },
                                          [this] {
                                              return m_now;
                                          }});
        m_dialog->presenter().add({heldSecret(u"one"_s), heldSecret(u"two"_s)});
        m_dialog->show();
    }
    void cleanup() { delete m_dialog; }

    void showsARowForEach()
    {
        QCOMPARE(cell(0, 0), u"one"_s);
        QCOMPARE(cell(1, 1), u"Acme"_s);
        QCOMPARE(cell(1, 2), u"Not stored yet"_s);
        m_dialog->presenter().add({heldSecret(u"two"_s), heldSecret(u"three"_s)});
        QCOMPARE(m_dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 3);
    }

    void oneThatIsHeldForTooLongIsMarked()
    {
        m_now = Timestamp().plusSeconds(24 * 3600);
        HeldSecret fresh = heldSecret(u"three"_s);
        fresh.since = Timestamp().plusSeconds(3600);
        m_dialog->presenter().add({fresh});
        const auto *tree = m_dialog->findChild<QTreeWidget *>();
        QVERIFY(tree->topLevelItem(0)->icon(2).isNull());
        m_now = m_now.plusSeconds(1);
        m_dialog->presenter().add({});
        QCOMPARE(cell(0, 2), u"Not stored for 1 day(s)"_s);
        QVERIFY(!tree->topLevelItem(0)->icon(2).isNull());
        QVERIFY(tree->topLevelItem(0)->toolTip(2).contains(u"nobody has stored it"_s));
        QCOMPARE(cell(2, 2), u"Not stored yet"_s);
        m_dialog->presenter().setDone(HeldSecretId(u"one"_s));
        QCOMPARE(cell(0, 2), u"Done"_s);
        QVERIFY(tree->topLevelItem(0)->icon(2).isNull());
    }

    void keepsAllOneAfterTheOther()
    {
        button("keepAllButton")->click();
        QCOMPARE(m_kept, QStringList{u"one"_s});
        QVERIFY(!button("keepAllButton")->isEnabled());
        m_keeps.give(error(ErrorKind::Keychain, u"Denied."_s));
        QCOMPARE(m_kept, (QStringList{u"one"_s, u"two"_s}));
        m_keeps.give(Done{});
        QCOMPARE(cell(0, 2), u"Denied."_s);
        QCOMPARE(cell(1, 2), u"Kept in the keychain"_s);
        QVERIFY(button("keepAllButton")->isEnabled()); // the one that failed can be tried again
        button("keepAllButton")->click();
        QCOMPARE(m_kept.constLast(), u"one"_s);
    }

    void opensOneAndLeavesItAlone()
    {
        QSignalSpy wanted(m_dialog, &HeldSecretsDialog::secretWanted);
        button("openButton")->click();
        QCOMPARE(wanted.size(), 1);
        m_dialog->presenter().setShown(HeldSecretId(u"one"_s), true);
        button("keepAllButton")->click();
        QCOMPARE(m_kept, QStringList{u"two"_s});
        m_keeps.give(Done{});
        m_dialog->presenter().setDone(HeldSecretId(u"one"_s));
        m_dialog->presenter().setShown(HeldSecretId(u"one"_s), false); // its dialog is gone
        QCOMPARE(cell(0, 2), u"Done"_s);
        QVERIFY(!button("openButton")->isEnabled());
        QVERIFY(!button("keepAllButton")->isEnabled());
    }
};

QTEST_MAIN(tst_GuiHeld)
#include "tst_gui_held.moc"
