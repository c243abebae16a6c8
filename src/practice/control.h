// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/faults.h"
#include "practice/requestlog.h"
#include "practice/system.h"

#include <QList>

namespace chatelaine::practice {

class Temporis;

/** The control interface: what vendors do in their dashboards, and what goes wrong at them. */
class Control final : public Responder
{
public:
    Control(QByteArray token, State &state, FaultBook &faults, RequestLog &log,
            QList<System *> systems, Temporis &temporis);

    Reply handle(const Request &request) override;
    Reply failure(int status) const override;

private:
    struct Call
    {
        const Request &request;
        QJsonObject body;
    };

    System *systemOf(const Call &call) const;
    Reply mint(Call &call);
    Reply remove(Call &call);
    Reply addFault(Call &call);
    Reply listFaults(Call &call);
    Reply clearFaults(Call &call);
    Reply listRequests(Call &call);
    Reply clearRequests(Call &call);
    Reply setClock(Call &call);
    Reply readBilling(Call &call);
    Reply listSettings(Call &call);
    Reply changeSettings(Call &call);
    Reply resetSettings(Call &call);

    static const Route<Control, Call> routes[];
    QByteArray m_token;
    State &m_state;
    FaultBook &m_faults;
    RequestLog &m_log;
    QList<System *> m_systems;
    Temporis &m_temporis;
};

} // namespace chatelaine::practice
