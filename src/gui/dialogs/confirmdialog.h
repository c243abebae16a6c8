// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/dialogs/confirmation.h"

#include <QDialog>
#include <QFuture>

#include <memory>

namespace Ui {
class ConfirmDialog;
}

namespace chatelaine {

/** Asks a Confirmation; behind an interface so that tests answer. */
class Confirmer
{
public:
    virtual ~Confirmer() = default;
    /** Never blocks. @return whether to go on; false also when the question was closed. */
    [[nodiscard]] virtual QFuture<bool> ask(QWidget *parent, const Confirmation &question) = 0;
};

/** Asks with a ConfirmDialog over `parent`. */
class DialogConfirmer final : public Confirmer
{
public:
    QFuture<bool> ask(QWidget *parent, const Confirmation &question) override;
};

/** The question as a dialog; deletes itself when closed. */
class ConfirmDialog : public QDialog
{
    Q_OBJECT
public:
    ConfirmDialog(const Confirmation &question, QWidget *parent = nullptr);
    ~ConfirmDialog() override;

private:
    std::unique_ptr<Ui::ConfirmDialog> m_ui;
};

} // namespace chatelaine
