// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QWidget>

class QComboBox;
class QSpinBox;

namespace chatelaine {

struct FieldInfo;

/** How long, in the unit that the field counts in: usual lengths to choose from, any number, none
 * when that is allowed, or what the vendor calls a null. */
class DurationInput : public QWidget
{
    Q_OBJECT
public:
    explicit DurationInput(const FieldInfo &field, QWidget *parent = nullptr);

    QJsonValue value() const; ///< seconds, null, or undefined
    void setValue(const QJsonValue &value);

signals:
    void edited();

private:
    enum Special { None = 0, Other = -1, Null = -2 }; ///< beside the seconds of the choices

    void addUsualLengths(const FieldInfo &field);
    void showNumber();

    qint64 m_unit; ///< in seconds
    QComboBox *m_choice;
    QSpinBox *m_number;
};

} // namespace chatelaine
