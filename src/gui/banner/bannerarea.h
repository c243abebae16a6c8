// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/banner/banners.h"

#include <QWidget>

class QVBoxLayout;

namespace chatelaine {

/** The banners, one below the other. A banner that stays keeps its widget, and so the focus. */
class BannerArea : public QWidget
{
    Q_OBJECT
public:
    explicit BannerArea(QWidget *parent = nullptr);

    void setBanners(const QList<Banner> &banners);

signals:
    void actionTriggered(const chatelaine::Banner &banner);

private:
    QVBoxLayout *m_layout;
    QList<Banner> m_banners;
};

} // namespace chatelaine
