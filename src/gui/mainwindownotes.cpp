// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the main window has to do with what people say of keys.

#include "gui/mainwindow.h"

#include "core/async.h"
#include "core/redaction.h"
#include "gui/dialogs/confirmation.h"
#include "gui/keys/keyfacts.h"
#include "gui/keys/keyspage.h"
#include "gui/notes/notesdialog.h"
#include "services/keynoteservice.h"
#include "services/services.h"

#include <QLocale>

#include "ui_mainwindow.h"

namespace chatelaine {

void MainWindow::connectNotes()
{
    connect(m_ui->actionNotes, &QAction::triggered, this, [this] { openNotes(false); });
    connect(m_keys, &KeysPage::notesRequested, this, &MainWindow::openNotes);
    connect(m_keys, &KeysPage::selectedCountChanged, this,
            [this](qint64 count) { m_ui->actionNotes->setEnabled(count > 0); });
    connect(&m_services.notes, &KeyNoteService::changed, &m_keys->presenter(),
            &KeysPresenter::refreshKey);
}

void MainWindow::openNotes(bool onExceptions)
{
    const qint64 count = m_keys->selectedCount();
    if (count > KeyNoteService::mostKeys)
        return showNotice({Severity::Warning,
                           tr("Notes can be written on at most %1 keys at a time.")
                               .arg(QLocale().toString(qlonglong(KeyNoteService::mostKeys))),
                           tr("Select fewer.")});
    if (const auto &key = m_keys->presenter().key(); count <= 1 && key)
        return showNotes({key->uid}, displaySafe(keyDisplayName(*key), nameInButton), onExceptions);
    if (count == 0)
        return;
    const BulkTargets targets = m_keys->selectedTargets();
    if (!targets.query)
        return showNotes(targets.pick(), {}, onExceptions);
    whenDone(m_services.keys.list(*targets.query), this,
             [this, onExceptions](const Outcome<QList<KeyRow>> &rows) {
                 if (!rows)
                     return showNotice(Notice::of(rows.error()));
                 QList<KeyUid> keys;
                 for (const KeyRow &row : *rows)
                     keys.append(row.uid);
                 if (!keys.isEmpty())
                     showNotes(keys, displaySafe(keyDisplayName(rows->constFirst()), nameInButton),
                               onExceptions);
             });
}

void MainWindow::showNotes(const QList<KeyUid> &keys, const QString &name, bool onExceptions)
{
    auto *dialog =
        new NotesDialog(NotesPort::of(m_services, m_clock), keys, name, *m_options.confirmer, this);
    connect(&m_services.notes, &KeyNoteService::changed, &dialog->presenter(),
            &NotesPresenter::refresh);
    if (onExceptions)
        dialog->showExceptions();
    dialog->show();
}

} // namespace chatelaine
