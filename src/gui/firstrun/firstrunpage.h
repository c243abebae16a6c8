// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/common/notice.h"

#include <QWidget>

#include <memory>

namespace Ui {
class FirstRunPage;
}

namespace chatelaine {

class MessageBar;

/** What the first start of the application offers; without a decision of its own. */
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);
    ~FirstRunPage() override;

    void setPracticeAvailable(bool available);
    void setWorking(bool working);
    void showNotice(const Notice &notice);

signals:
    void exploreRequested();
    void connectRequested();
    void passphraseRequested();

private:
    std::unique_ptr<Ui::FirstRunPage> m_ui;
    MessageBar *m_notice;
};

} // namespace chatelaine
