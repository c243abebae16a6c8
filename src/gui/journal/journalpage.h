// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/journal/journalfilter.h"
#include "gui/journal/journalpresenter.h"

#include <QWidget>

#include <memory>

namespace Ui {
class JournalPage;
}

namespace chatelaine {

class JournalModel;
class ModelFactory;
class Prompts;

/** The journal: its entries, one entry in full, its export and the proof that it is intact. */
class JournalPage : public QWidget
{
    Q_OBJECT
public:
    JournalPage(Services &services, ModelFactory &models, Prompts &prompts,
                QWidget *parent = nullptr);
    JournalPage(JournalPort port, JournalFilterPort filter, std::unique_ptr<JournalModel> entries,
                Prompts &prompts, QWidget *parent = nullptr);
    ~JournalPage() override;

    void focusSearch();
    /** Shows everything about this key, whatever was shown before. */
    void showKey(const KeyRow &key);
    /** The accounts or who writes changed. */
    void refreshChoices();
    /** Asks where to, then exports; what the menu entry calls. */
    void exportJournal();
    void verifyChain();
    /** Asks which export, then verifies it; what the menu entry calls. */
    void verifyExport();

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectForm();
    void connectFilter();
    void clearInputs();
    void takeQuery();
    void showEntry();
    void showKeyOfEntry();
    void showState();

    std::unique_ptr<JournalModel> m_entries; ///< outlives the view of it
    std::unique_ptr<Ui::JournalPage> m_ui;
    JournalPresenter m_presenter;
    JournalFilterPresenter m_filter;
    Prompts &m_prompts;
    QString m_keyProblem; ///< why no key's history is shown
};

} // namespace chatelaine
