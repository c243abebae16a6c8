// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/banner/bannerarea.h"

#include "gui/common/messagebar.h"
#include "gui/common/plaintip.h"

#include <QVBoxLayout>

namespace chatelaine {

BannerArea::BannerArea(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
}

void BannerArea::setBanners(const QList<Banner> &banners)
{
    if (banners == m_banners)
        return;
    m_banners = banners;
    while (m_layout->count() > banners.size())
        delete m_layout->takeAt(m_layout->count() - 1)->widget();
    for (int place = m_layout->count(); place < banners.size(); ++place) {
        auto *bar = new MessageBar(this);
        m_layout->addWidget(bar);
        connect(bar, &MessageBar::actionTriggered, this,
                [this, place] { emit actionTriggered(m_banners.at(place)); });
    }
    for (int place = 0; place < banners.size(); ++place) {
        auto *bar = static_cast<MessageBar *>(m_layout->itemAt(place)->widget());
        bar->setNotice(banners.at(place).notice);
        bar->setAction(banners.at(place).action);
        bar->setToolTip(plainTip(banners.at(place).detail));
    }
    setVisible(!banners.isEmpty());
}

} // namespace chatelaine
