// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/howto/howtouse.h"

#include <QDialog>

#include <memory>

namespace Ui {
class HowToDialog;
}

namespace chatelaine {

/** Shows how a key is used in programs, and copies a snippet. Non-modal, deletes itself when
 * closed. */
class HowToDialog : public QDialog
{
    Q_OBJECT
public:
    explicit HowToDialog(const HowToUse &how, QWidget *parent = nullptr);
    ~HowToDialog() override;

private:
    void addSnippet(const HowToUse::Snippet &snippet);
    void copy(const QString &text, const QString &what);

    std::unique_ptr<Ui::HowToDialog> m_ui;
    HowToUse m_how;
};

} // namespace chatelaine
