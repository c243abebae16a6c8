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

constexpr qint64 day = 24 * 3600;
constexpr qint64 other = -1;
constexpr qint64 none = 0;

} // namespace

DurationInput::DurationInput(const FieldInfo &field, QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_days(new QSpinBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choice, 1);
    layout->addWidget(m_days);
    setFocusProxy(m_choice);

    m_choice->addItem(field.required ? tr("Choose...") : tr("Not set"), none);
    for (const qint64 days : {1, 7, 30, 60, 90, 180, 365}) {
        const qint64 seconds = days * day;
        if (seconds >= field.minimum && (field.maximum == 0 || seconds <= field.maximum))
            m_choice->addItem(fieldRules::durationText(seconds), seconds);
    }
    m_choice->addItem(tr("Another number of days"), other);
    m_days->setRange(1, 36500);
    m_days->setSuffix(tr(" days"));
    m_choice->setAccessibleDescription(field.label);
    m_days->setAccessibleName(tr("Days"));
    showDays();
    connect(m_choice, &QComboBox::activated, this, [this] {
        showDays();
        emit edited();
    });
    connect(m_days, &QSpinBox::valueChanged, this, &DurationInput::edited);
}

void DurationInput::showDays()
{
    m_days->setVisible(m_choice->currentData().toLongLong() == other);
}

std::optional<qint64> DurationInput::seconds() const
{
    const qint64 chosen = m_choice->currentData().toLongLong();
    if (chosen == other)
        return m_days->value() * day;
    return chosen == none ? std::nullopt : std::optional(chosen);
}

void DurationInput::setSeconds(std::optional<qint64> seconds)
{
    QSignalBlocker blocker(this);
    const int index = m_choice->findData(seconds.value_or(none));
    m_choice->setCurrentIndex(index >= 0 ? index : m_choice->count() - 1);
    if (index < 0)
        m_days->setValue(static_cast<int>(*seconds / day));
    showDays();
}

} // namespace chatelaine
