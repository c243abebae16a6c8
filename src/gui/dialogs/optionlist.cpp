// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/optionlist.h"

#include "core/redaction.h"
#include "gui/common/plaintip.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace chatelaine {

namespace {

constexpr int mostVisible = 6;

/** A label for untrusted text: `&` is no mnemonic in it. */
QString plain(const QString &text)
{
    return displaySafe(text, 200).replace(u'&', QStringLiteral("&&"));
}

} // namespace

OptionList::OptionList(const QString &name, QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(name);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OptionList::setOptions(const FieldSet::Options &options)
{
    m_boxes.clear();
    auto *contents = new QWidget;
    m_layout = new QVBoxLayout(contents);
    m_layout->setSpacing(8);
    m_layout->setContentsMargins(8, 8, 8, 8);
    switch (options.loading) {
    case FieldSet::Loading::Loading:
        addSentence(tr("Asking the vendor what there is..."));
        break;
    case FieldSet::Loading::Failed:
        addSentence(options.problem);
        addRetry();
        break;
    case FieldSet::Loading::Ready:
        for (const FieldOption &option : options.options)
            addOption(option);
        if (options.options.isEmpty())
            addSentence(tr("The vendor offers none."));
        break;
    }
    m_layout->addStretch();
    setWidget(contents);
    contents->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    updateGeometry();
}

void OptionList::addOption(const FieldOption &option)
{
    auto *box = new QCheckBox(plain(option.label.isEmpty() ? option.value : option.label));
    box->setEnabled(option.enabled);
    box->setToolTip(plainTip(displaySafe(option.detail)));
    if (!option.detail.isEmpty())
        box->setAccessibleDescription(displaySafe(option.detail));
    connect(box, &QCheckBox::toggled, this, &OptionList::edited);
    m_layout->addWidget(box);
    m_boxes.append({option.value, box});
}

void OptionList::addSentence(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void OptionList::addRetry()
{
    auto *retry = new QPushButton(tr("Try again"));
    retry->setAutoDefault(false);
    // The button goes away in what follows.
    connect(retry, &QPushButton::clicked, this, &OptionList::reloadRequested, Qt::QueuedConnection);
    m_layout->addWidget(retry, 0, Qt::AlignLeft);
}

QStringList OptionList::checked() const
{
    QStringList values;
    for (const auto &[value, box] : m_boxes) {
        if (box->isChecked())
            values.append(value);
    }
    return values;
}

void OptionList::setChecked(const QStringList &values)
{
    QSignalBlocker blocker(this);
    for (const auto &[value, box] : std::as_const(m_boxes))
        box->setChecked(values.contains(value));
}

QSize OptionList::sizeHint() const
{
    const int row = fontMetrics().height() + 14;
    const int rows = qBound(2, static_cast<int>(m_boxes.size()), mostVisible);
    return {QScrollArea::sizeHint().width(), rows * row + 16};
}

} // namespace chatelaine
