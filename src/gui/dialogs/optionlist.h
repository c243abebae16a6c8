// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/fieldset.h"

#include <QScrollArea>

class QCheckBox;
class QVBoxLayout;

namespace chatelaine {

/** Several of the options of a field, as check boxes; while they are loaded, and when that failed,
 * it says so. */
class OptionList : public QScrollArea
{
    Q_OBJECT
public:
    explicit OptionList(const QString &name, QWidget *parent = nullptr);

    void setOptions(const FieldSet::Options &options);
    QStringList checked() const;
    void setChecked(const QStringList &values);
    QSize sizeHint() const override;

signals:
    void edited();
    void reloadRequested();

private:
    void addOption(const FieldOption &option);
    void addSentence(const QString &text);
    void addRetry();

    QVBoxLayout *m_layout = nullptr;
    QList<std::pair<QString, QCheckBox *>> m_boxes; ///< by value
};

} // namespace chatelaine
