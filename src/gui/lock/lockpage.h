// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/lock/passphrasepresenter.h"

#include <QWidget>

#include <memory>

namespace Ui {
class LockPage;
}

namespace chatelaine {

/** All that is shown while the window is locked: why, since when, and the field for the
 * passphrase. */
class LockPage : public QWidget
{
    Q_OBJECT
public:
    LockPage(LockService &lock, const Clock &clock, QWidget *parent = nullptr);
    ~LockPage() override;

    void tell(const QString &problem); ///< e.g. why the window does not close
    void focusField();

private:
    void showState();

    std::unique_ptr<Ui::LockPage> m_ui;
    PassphrasePresenter m_presenter;
};

} // namespace chatelaine
