// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "gui/keys/keyactions.h"
#include "gui/keys/keyfacts.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QPushButton;

namespace Ui {
class KeyDetailsPanel;
}

namespace chatelaine {

/** Shows one key in full and the buttons for what can be done with it. Holds no decision. */
class KeyDetailsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit KeyDetailsPanel(QWidget *parent = nullptr);
    ~KeyDetailsPanel() override;

    void showKey(const KeyRow &key, const QList<KeyFact> &facts, const KeyOffers &offers);
    void showFindings(const QList<Finding> &findings); ///< of the key that is shown
    /** No key is chosen: the account in the tree, where one is. */
    void showAccount(const QString &name, const QList<KeyFact> &facts);
    void showSeveral(qint64 count);
    void showNothing();

signals:
    void actionRequested(chatelaine::KeyAction action);
    void pageRequested(const QUrl &url);
    void historyRequested();
    void notesRequested();
    void exceptionsRequested(); ///< to accept a finding, or to end that

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitButtons();
    void showFacts(const QList<KeyFact> &facts);
    void showOffers(const KeyRow &key, const KeyOffers &offers);
    void showExternal(const QList<ExternalOffer> &offers);

    std::unique_ptr<Ui::KeyDetailsPanel> m_ui;
    QHash<KeyAction, QPushButton *> m_buttons;
    QWidget *m_external = nullptr;
    QList<KeyFact> m_facts;
    QList<ExternalOffer> m_offers;
};

} // namespace chatelaine
