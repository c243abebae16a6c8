// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/durationinput.h"

#include "core/providerinfo.h"
#include "gui/dialogs/fieldrules.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace chatelaine {

namespace {

constexpr qint64 oneHour = 3600;
constexpr qint64 oneDay = 24 * oneHour;

} // namespace

DurationInput::DurationInput(const FieldInfo &field, QWidget *parent)
    : QWidget(parent)
    , m_unit(field.unit == oneHour ? oneHour : oneDay)
    , m_choice(new QComboBox(this))
    , m_number(new QSpinBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_number);
    setFocusProxy(m_choice);

    const bool inDays = m_unit == oneDay;
    m_choice->addItem(field.required ? tr("Choose...") : tr("Not set"), None);
    addUsualLengths(field);
    m_choice->addItem(inDays ? tr("Another number of days") : tr("Another number of hours"), Other);
    if (!field.nullLabel.isEmpty())
        m_choice->addItem(field.nullLabel, Null);
    m_number->setRange(1, 36500);
    m_number->setSuffix(inDays ? tr(" days") : tr(" hours"));
    m_choice->setAccessibleDescription(field.label);
    m_number->setAccessibleName(inDays ? tr("Days") : tr("Hours"));
    showNumber();
    connect(m_choice, &QComboBox::activated, this, [this] {
        showNumber();
        emit edited();
    });
    connect(m_number, &QSpinBox::valueChanged, this, &DurationInput::edited);
}

void DurationInput::addUsualLengths(const FieldInfo &field)
{
    static const QList<qint64> days = {1, 7, 30, 60, 90, 180, 365};
    static const QList<qint64> hours = {1, 6, 12, 24, 48, 72, 168};
    for (const qint64 count : m_unit == oneDay ? days : hours) {
        const qint64 seconds = count * m_unit;
        if (seconds >= field.minimum && (field.maximum == 0 || seconds <= field.maximum))
            m_choice->addItem(fieldRules::durationText(seconds), seconds);
    }
}

void DurationInput::showNumber()
{
    m_number->setVisible(m_choice->currentData().toLongLong() == Other);
}

QJsonValue DurationInput::value() const
{
    const qint64 chosen = m_choice->currentData().toLongLong();
    switch (chosen) {
    case None:
        return QJsonValue::Undefined;
    case Null:
        return QJsonValue::Null;
    case Other:
        return m_number->value() * m_unit;
    default:
        return chosen;
    }
}

void DurationInput::setValue(const QJsonValue &value)
{
    QSignalBlocker blocker(this);
    const qint64 wanted = value.toInteger(value.isNull() ? qint64(Null) : qint64(None));
    const int index = m_choice->findData(wanted);
    m_choice->setCurrentIndex(index >= 0 ? index : m_choice->findData(Other));
    if (index < 0)
        m_number->setValue(static_cast<int>(wanted / m_unit));
    showNumber();
}

} // namespace chatelaine
