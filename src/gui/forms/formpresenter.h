// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/forms/formrequest.h"

namespace chatelaine {

/** Decides what the form of an operation shows and when it may send. Knows no widget. */
class FormPresenter : public QObject
{
    Q_OBJECT
public:
    using Holding = std::function<FutureOutcome<HoldingCondition>()>;

    FormPresenter(FormRequest request, Holding holding, QObject *parent = nullptr);

    void start();
    const FormRequest &request() const { return m_request; }
    FieldSet &form() { return m_form; }

    QString actionText() const; ///< `Create project "NAME"`
    bool needsUnheldConsent() const;
    HoldingCondition holding() const { return m_holding.value_or(HoldingCondition()); }
    void setUnheldAccepted(bool accepted);
    void setConsented(bool consented);

    bool canSend() const;
    bool isSending() const { return m_sending; }
    bool mayClose() const { return !m_sending; }
    void send();
    const Notice &problem() const { return m_problem; } ///< of the last attempt

signals:
    void changed();
    void finished(const chatelaine::FormResult &result);

private:
    void readHolding();
    void sent(const Outcome<FormResult> &outcome);

    FormRequest m_request;
    Holding m_askHolding;
    FieldSet m_form;
    std::optional<HoldingCondition> m_holding;
    bool m_unheldAccepted = false;
    bool m_consented = false;
    bool m_sending = false;
    bool m_inDoubt = false; ///< never send again: the last answer was lost
    Notice m_problem;
};

} // namespace chatelaine
