// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/delivery/secretroute.h"
#include "gui/forms/formrequest.h"

namespace chatelaine {

/** Decides what the form of an operation shows and when it may send. Knows no widget. */
class FormPresenter : public QObject
{
    Q_OBJECT
public:
    FormPresenter(FormRequest request, SecretRoutePort route, QObject *parent = nullptr);

    void start();
    const FormRequest &request() const { return m_request; }
    FieldSet &form() { return m_form; }

    QString actionText() const;                          ///< `Create project "NAME"`
    SecretRoute *route() const { return m_route.get(); } ///< null: no secret comes of it
    void setConsented(bool consented);

    bool canSend() const;
    bool isSending() const { return m_sending; }
    bool mayClose() const { return !m_sending; }
    void send();
    QString progress() const; ///< what is waited for
    bool isDelivering() const { return m_route && m_route->delivery().isBusy(); }
    const Notice &problem() const { return m_problem; } ///< of the last attempt

signals:
    void changed();
    void finished(const chatelaine::FormResult &result);

private:
    void submit();
    void sent(const Outcome<FormResult> &outcome);
    void failed(const Error &error);
    void finish();
    void arrived(const QString &where);
    void undelivered(const QString &why);

    FormRequest m_request;
    std::unique_ptr<SecretRoute> m_route;
    FieldSet m_form;
    FormResult m_result; ///< while its secret is on its way
    bool m_consented = false;
    bool m_sending = false;
    bool m_inDoubt = false; ///< never send again: the last answer was lost
    Notice m_problem;
};

} // namespace chatelaine
