// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/fieldeditor.h"

#include "core/redaction.h"
#include "gui/common/mnemonics.h"
#include "gui/common/plaintip.h"
#include "gui/dialogs/durationinput.h"
#include "gui/dialogs/optionlist.h"
#include "gui/dialogs/problemlabel.h"
#include "gui/secretview/secretinput.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace chatelaine {

namespace {

constexpr int visibleLines = 4;
constexpr int spacing = 4;
constexpr int DetailRole = Qt::UserRole + 1; // the value is in UserRole

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty())
            lines.append(trimmed);
    }
    return lines;
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    for (const auto &one : value.toArray())
        strings.append(one.toString());
    return strings;
}

} // namespace

FieldEditor::FieldEditor(const FieldInfo &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    m_input = makeInput();
    m_input->setAccessibleName(field.label);
    // A combo box tells its choice as its name, and no label is a buddy across parents.
    if (qobject_cast<QComboBox *>(m_input))
        m_input->setAccessibleDescription(field.label);
    m_input->setObjectName(field.id + QStringLiteral("Input"));
    layout->addWidget(m_input);
    m_problem = new ProblemLabel(this);
    layout->addWidget(m_problem);
    m_detail = addSentence({});
    m_detail->hide();
    if (!field.help.isEmpty())
        m_help = addSentence(field.help);
}

QLabel *FieldEditor::addSentence(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    layout()->addWidget(label);
    return label;
}

QWidget *FieldEditor::makeInput()
{
    switch (m_field.type) {
    case FieldInfo::Type::Text:
        return makeLine();
    case FieldInfo::Type::Secret:
        return makeSecret();
    case FieldInfo::Type::Integer:
        return makeNumber();
    case FieldInfo::Type::Lines:
        return makeLines();
    case FieldInfo::Type::Duration:
        return makeDuration();
    case FieldInfo::Type::Choice:
        return makeChoice();
    case FieldInfo::Type::Multi: {
        auto *list = new OptionList(m_field.label, this);
        connect(list, &OptionList::reloadRequested, this, &FieldEditor::reloadRequested);
        connect(list, &OptionList::edited, this,
                [this, list] { emit edited(QJsonArray::fromStringList(list->checked())); });
        return list;
    }
    case FieldInfo::Type::Boolean:
        break;
    }
    auto *box = new QCheckBox(withoutMnemonic(m_field.label), this);
    connect(box, &QCheckBox::toggled, this, [this](bool on) { emit edited(on); });
    return box;
}

QWidget *FieldEditor::makeLine()
{
    auto *edit = new QLineEdit(this);
    // Not textEdited: what assistive technology enters is no edit to Qt. setValue() is silent.
    connect(edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { emit edited(text); });
    return edit;
}

QWidget *FieldEditor::makeSecret()
{
    auto *edit = new SecretInput(this);
    connect(edit, &QLineEdit::textChanged, this,
            [this](const QString &text) { emit edited(text); });
    return edit;
}

QWidget *FieldEditor::makeNumber()
{
    auto *edit = new QLineEdit(this);
    edit->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        bool ok = false;
        const qint64 number = text.trimmed().toLongLong(&ok);
        emit edited(ok ? QJsonValue(number) : QJsonValue(text));
    });
    return edit;
}

QWidget *FieldEditor::makeLines()
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(visibleLines * edit->fontMetrics().lineSpacing() +
                         2 * static_cast<int>(edit->document()->documentMargin()) +
                         2 * edit->frameWidth());
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
        emit edited(QJsonArray::fromStringList(linesOf(edit->toPlainText())));
    });
    return edit;
}

QWidget *FieldEditor::makeDuration()
{
    auto *input = new DurationInput(m_field, this);
    connect(input, &DurationInput::edited, this, [this, input] { emit edited(input->value()); });
    return input;
}

QWidget *FieldEditor::makeChoice()
{
    auto *combo = new QComboBox(this);
    combo->setPlaceholderText(tr("Choose..."));
    connect(combo, &QComboBox::activated, this, [this, combo] {
        showDetail();
        emit edited(combo->currentData().toString());
    });
    return combo;
}

void FieldEditor::fillChoice(QComboBox *combo, const QList<FieldOption> &options)
{
    combo->clear();
    for (const FieldOption &option : options) {
        combo->addItem(displaySafe(option.label.isEmpty() ? option.value : option.label),
                       option.value);
        const QString detail = displaySafe(option.detail);
        combo->setItemData(combo->count() - 1, detail, DetailRole);
        combo->setItemData(combo->count() - 1, plainTip(detail), Qt::ToolTipRole);
        auto *items = qobject_cast<QStandardItemModel *>(combo->model());
        items->item(combo->count() - 1)->setEnabled(option.enabled);
    }
}

void FieldEditor::showDetail()
{
    const auto *combo = qobject_cast<const QComboBox *>(m_input);
    const QString detail = combo ? combo->currentData(DetailRole).toString() : QString();
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void FieldEditor::setOptions(const FieldSet::Options &options)
{
    if (auto *list = qobject_cast<OptionList *>(m_input)) {
        list->setOptions(options);
        return;
    }
    auto *combo = qobject_cast<QComboBox *>(m_input);
    if (!combo)
        return;
    fillChoice(combo, options.options);
    combo->setCurrentIndex(-1);
    combo->setPlaceholderText(options.loading == FieldSet::Loading::Loading
                                  ? tr("Asking the vendor...")
                                  : tr("Choose..."));
}

void FieldEditor::setValue(const QJsonValue &value)
{
    QSignalBlocker blocker(this);
    if (auto *line = qobject_cast<QLineEdit *>(m_input))
        line->setText(value.isDouble() ? QString::number(value.toInteger()) : value.toString());
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(m_input))
        lines->setPlainText(stringsOf(value).join(u'\n'));
    else if (auto *list = qobject_cast<OptionList *>(m_input))
        list->setChecked(stringsOf(value));
    else if (auto *combo = qobject_cast<QComboBox *>(m_input))
        combo->setCurrentIndex(combo->findData(value.toString()));
    else if (auto *box = qobject_cast<QCheckBox *>(m_input))
        box->setChecked(value.toBool());
    else if (auto *duration = qobject_cast<DurationInput *>(m_input))
        duration->setValue(value);
    showDetail();
}

void FieldEditor::setProblem(const QString &problem)
{
    m_problem->setProblem(problem);
    if (m_help)
        m_help->setVisible(problem != m_field.help);
}

} // namespace chatelaine
