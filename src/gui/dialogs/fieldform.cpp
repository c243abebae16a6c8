// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/fieldform.h"

#include "gui/common/mnemonics.h"
#include "gui/common/taborder.h"
#include "gui/dialogs/fieldeditor.h"
#include "gui/forms/fieldset.h"

#include <QFormLayout>
#include <QLabel>

namespace chatelaine {

FieldForm::FieldForm(FieldSet &fields, QFormLayout *form, QWidget *parent)
    : QObject(parent)
    , m_fields(fields)
    , m_form(form)
    , m_parent(parent)
    , m_ownRows(form->rowCount())
{
    connect(&m_fields, &FieldSet::fieldsChanged, this, &FieldForm::rebuild);
    connect(&m_fields, &FieldSet::optionsChanged, this, &FieldForm::showOptions);
}

void FieldForm::rebuild()
{
    m_editors.clear();
    while (m_form->rowCount() > m_ownRows)
        m_form->removeRow(m_ownRows);
    for (const FieldInfo &field : m_fields.fields())
        addRow(field);
    tabInLayoutOrder(m_parent);
    giveMnemonics(m_parent->window());
    showProblems();
}

void FieldForm::addRow(const FieldInfo &field)
{
    auto *editor = new FieldEditor(field, m_parent);
    QLabel *label = nullptr;
    if (!editor->namesItself()) {
        label = new QLabel(withoutMnemonic(field.label), m_parent);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(editor->focusTarget());
    }
    m_form->addRow(label, editor);
    m_editors.append(editor);
    editor->setOptions(m_fields.options(field.id));
    editor->setValue(m_fields.value(field.id));
    const QString id = field.id;
    connect(editor, &FieldEditor::edited, this,
            [this, id](const QJsonValue &value) { m_fields.setValue(id, value); });
    connect(editor, &FieldEditor::reloadRequested, this,
            [this, id] { m_fields.reloadOptions(id); });
}

void FieldForm::showOptions(const QString &field)
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (editor->id() != field)
            continue;
        editor->setOptions(m_fields.options(field));
        editor->setValue(m_fields.value(field));
    }
}

void FieldForm::showProblems()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setProblem(m_fields.problem(editor->id()));
}

void FieldForm::setEnabled(bool enabled)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setEnabled(enabled);
}

void FieldForm::focusProblem()
{
    for (const FieldEditor *editor : std::as_const(m_editors)) {
        if (!m_fields.problem(editor->id()).isEmpty()) {
            editor->focusTarget()->setFocus();
            return;
        }
    }
}

void FieldForm::focusFirst()
{
    if (!m_editors.isEmpty())
        m_editors.constFirst()->focusTarget()->setFocus();
}

} // namespace chatelaine
