// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/replacementservice.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ReplacementsDialog;
}

namespace chatelaine {

/** The replacements of keys that are not finished, and how each goes on. Non-modal, deletes itself
 * when closed. Holds no decision. */
class ReplacementsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ReplacementsDialog(QWidget *parent = nullptr);
    ~ReplacementsDialog() override;

    void setReplacements(const QList<Replacement> &replacements);
    void setBusy(bool busy);
    void showProblem(const QString &problem, const QString &next);

signals:
    void goOnRequested(const chatelaine::Replacement &replacement);
    void abandonRequested(const chatelaine::ReplacementId &id);

private:
    void showCurrent();

    std::unique_ptr<Ui::ReplacementsDialog> m_ui;
    QList<Replacement> m_replacements;
    bool m_busy = false;
};

} // namespace chatelaine
