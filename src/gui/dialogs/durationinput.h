// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QComboBox;
class QSpinBox;

namespace chatelaine {

struct FieldInfo;

/** How long: usual lengths to choose from, any number of days, or none when that is allowed. */
class DurationInput : public QWidget
{
    Q_OBJECT
public:
    explicit DurationInput(const FieldInfo &field, QWidget *parent = nullptr);

    std::optional<qint64> seconds() const;
    void setSeconds(std::optional<qint64> seconds);

signals:
    void edited();

private:
    void showDays();

    QComboBox *m_choice;
    QSpinBox *m_days;
};

} // namespace chatelaine
