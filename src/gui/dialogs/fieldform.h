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
class NewKeyPresenter;

/** Puts an editor for each field of the presenter into a form, below the rows that it has already,
 * and keeps both in step. */
class FieldForm : public QObject
{
    Q_OBJECT
public:
    FieldForm(NewKeyPresenter &presenter, QFormLayout *form, QWidget *parent);

    void rebuild();
    void showOptions(const QString &field);
    void showProblems();
    void setEnabled(bool enabled);
    /** The first field of which something is wrong gets the focus. */
    void focusProblem();

private:
    void addRow(const FieldInfo &field);

    NewKeyPresenter &m_presenter;
    QFormLayout *m_form;
    QWidget *m_parent;
    int m_ownRows;
    QList<FieldEditor *> m_editors;
};

} // namespace chatelaine
