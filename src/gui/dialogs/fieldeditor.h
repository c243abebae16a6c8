// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/fieldset.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace chatelaine {

class ProblemLabel;

/** The editor of one declared field, with its help and what is wrong with it. */
class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditor(const FieldInfo &field, QWidget *parent = nullptr);

    const QString &id() const { return m_field.id; }
    bool namesItself() const { return m_field.type == FieldInfo::Type::Boolean; }
    QWidget *focusTarget() const { return m_input; }

    void setOptions(const FieldSet::Options &options);
    void setValue(const QJsonValue &value); ///< emits nothing
    void setProblem(const QString &problem);

signals:
    void edited(const QJsonValue &value);
    void reloadRequested();

private:
    QLabel *addSentence(const QString &text);
    QWidget *makeInput();
    QWidget *makeLine();
    QWidget *makeSecret();
    QWidget *makeNumber();
    QWidget *makeLines();
    QWidget *makeDuration();
    QWidget *makeChoice();
    void fillChoice(QComboBox *combo, const QList<FieldOption> &options);
    void showDetail();

    FieldInfo m_field;
    QWidget *m_input = nullptr;
    QLabel *m_help = nullptr;
    QLabel *m_detail = nullptr; ///< of the chosen option
    ProblemLabel *m_problem = nullptr;
};

} // namespace chatelaine
