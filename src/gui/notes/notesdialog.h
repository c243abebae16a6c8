// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/notes/notespresenter.h"

#include <QDialog>
#include <QHash>

#include <memory>

class QWidget;

namespace Ui {
class NotesDialog;
}

namespace chatelaine {

class Confirmer;
class ProblemLabel;

/** What people say of one key or of several: notes, a review, exceptions from findings. Non-modal,
 * deletes itself when closed. Holds no decision. */
class NotesDialog : public QDialog
{
    Q_OBJECT
public:
    NotesDialog(NotesPort port, const QList<KeyUid> &keys, const QString &name,
                Confirmer &confirmer, QWidget *parent = nullptr);
    ~NotesDialog() override;

    NotesPresenter &presenter() { return m_presenter; }
    void showExceptions(); ///< its tab

    void reject() override;

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Input
    {
        QWidget *editor = nullptr;
        ProblemLabel *problem = nullptr;
    };

    void focusFirstInput();
    void addInputs();
    QWidget *makeEditor(const NoteTopicInfo &info);
    void showInputs();
    void showState();
    void showExceptionList();
    void showReview();
    void takeReview();
    void takeException();

    std::unique_ptr<Ui::NotesDialog> m_ui;
    NotesPresenter m_presenter;
    Confirmer &m_confirmer;
    QHash<NoteTopic, Input> m_inputs;
    bool m_isDiscarded = false; ///< the user gave up what was entered
    bool m_closesWhenWritten = false;
};

} // namespace chatelaine
