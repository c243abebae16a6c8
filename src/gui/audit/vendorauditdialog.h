// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/audit/vendorauditpresenter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class VendorAuditDialog;
}

namespace chatelaine {

class Prompts;

/** Exports the audit log that the vendor keeps. Non-modal, deletes itself when closed; closing ends
 * an export that runs. Holds no decision. */
class VendorAuditDialog : public QDialog
{
    Q_OBJECT
public:
    VendorAuditDialog(VendorAuditPort port, const AccountRow &account,
                      const ContainerPath &container, const VendorAuditInfo &info, Prompts &prompts,
                      QWidget *parent = nullptr);
    ~VendorAuditDialog() override;

private:
    void takeRange();
    void chooseFile();
    void showState();

    std::unique_ptr<Ui::VendorAuditDialog> m_ui;
    VendorAuditPresenter m_presenter;
    Prompts &m_prompts;
};

} // namespace chatelaine
