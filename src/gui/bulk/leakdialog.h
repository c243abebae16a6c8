// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "services/leaksearch.h"

#include <QDialog>

#include <memory>

namespace Ui {
class LeakDialog;
}

namespace chatelaine {

/** Whose keys leaked values are. Takes the values from the clipboard and shows masks only. Deletes
 * itself when closed. Holds no decision. */
class LeakDialog : public QDialog
{
    Q_OBJECT
public:
    explicit LeakDialog(QWidget *parent = nullptr);
    ~LeakDialog() override;

    void setBusy(bool busy);
    void setReport(const LeakReport &report);
    void showProblem(const QString &problem, const QString &next);

signals:
    void pasted(const QList<chatelaine::SharedSecret> &values);
    void changeRequested(chatelaine::KeyVerb verb, const QList<chatelaine::KeyUid> &keys);

private:
    void paste();
    void showButtons();
    QList<KeyUid> keys() const;

    std::unique_ptr<Ui::LeakDialog> m_ui;
    LeakReport m_report;
};

} // namespace chatelaine
