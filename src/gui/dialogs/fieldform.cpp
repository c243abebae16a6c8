// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/fieldform.h"

#include "gui/dialogs/fieldeditor.h"
#include "gui/dialogs/newkeypresenter.h"

#include <QFormLayout>
#include <QLabel>

namespace chatelaine {

FieldForm::FieldForm(NewKeyPresenter &presenter, QFormLayout *form, QWidget *parent)
    : QObject(parent)
    , m_presenter(presenter)
    , m_form(form)
    , m_parent(parent)
    , m_ownRows(form->rowCount())
{}

void FieldForm::rebuild()
{
    m_editors.clear();
    while (m_form->rowCount() > m_ownRows)
        m_form->removeRow(m_ownRows);
    const QList<FieldInfo> fields = m_presenter.fields();
    for (const FieldInfo &field : fields)
        addRow(field);
    showProblems();
}

void FieldForm::addRow(const FieldInfo &field)
{
    auto *editor = new FieldEditor(field, m_parent);
    QLabel *label = nullptr;
    if (!editor->namesItself()) {
        label = new QLabel(field.label, m_parent);
        label->setTextFormat(Qt::PlainText);
        label->setBuddy(editor->focusTarget());
    }
    m_form->addRow(label, editor);
    m_editors.append(editor);
    editor->setOptions(m_presenter.options(field.id));
    editor->setValue(m_presenter.value(field.id));
    const QString id = field.id;
    connect(editor, &FieldEditor::edited, this,
            [this, id](const QJsonValue &value) { m_presenter.setValue(id, value); });
    connect(editor, &FieldEditor::reloadRequested, this,
            [this, id] { m_presenter.reloadOptions(id); });
}

void FieldForm::showOptions(const QString &field)
{
    for (FieldEditor *editor : std::as_const(m_editors)) {
        if (editor->id() != field)
            continue;
        editor->setOptions(m_presenter.options(field));
        editor->setValue(m_presenter.value(field));
    }
}

void FieldForm::showProblems()
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setProblem(m_presenter.fieldProblem(editor->id()));
}

void FieldForm::setEnabled(bool enabled)
{
    for (FieldEditor *editor : std::as_const(m_editors))
        editor->setEnabled(enabled);
}

void FieldForm::focusProblem()
{
    for (const FieldEditor *editor : std::as_const(m_editors)) {
        if (!m_presenter.fieldProblem(editor->id()).isEmpty()) {
            editor->focusTarget()->setFocus();
            return;
        }
    }
}

} // namespace chatelaine
