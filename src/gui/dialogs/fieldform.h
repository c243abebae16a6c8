// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"

#include <QHash>
#include <QObject>

#include <functional>

class QFormLayout;
class QLabel;
class QWidget;

namespace chatelaine {

class FieldEditor;
class FieldSet;

/** Puts an editor for each field into a form, below the rows that it has already, and keeps both in
 * step. */
class FieldForm : public QObject
{
    Q_OBJECT
public:
    FieldForm(FieldSet &fields, QFormLayout *form, QWidget *parent);

    void showProblems();
    void setEnabled(bool enabled);
    /** The first field of which something is wrong gets the focus. */
    void focusProblem();
    void focusFirst();

private:
    void rebuild();
    void showOptions(const QString &field);
    void addRow(const FieldInfo &field);

    FieldSet &m_fields;
    QFormLayout *m_form;
    QWidget *m_parent;
    int m_ownRows;
    QList<FieldEditor *> m_editors;
};

} // namespace chatelaine
