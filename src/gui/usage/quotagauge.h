// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/usage.h"

#include <QWidget>

#include <optional>

namespace chatelaine {

/** How much of a limit is used, as a bar; the words stand beside it. */
class QuotaGauge : public QWidget
{
    Q_OBJECT
public:
    explicit QuotaGauge(QWidget *parent = nullptr);

    /** `sentence` is what it says to those who do not see it. */
    void setReading(const Quota &quota, const QuotaThresholds &thresholds, const QString &sentence);
    std::optional<double> share() const { return m_share; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_share; ///< 0 ... 1 and above; absent: not known
    QuotaThresholds m_thresholds;
};

} // namespace chatelaine
