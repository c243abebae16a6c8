// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/vendoranswer.h"

#include <QCoreApplication>

namespace chatelaine {

/** What the calls about webhooks say to the user. */
class WebhookTexts
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static Error unsupported(const Definition &definition)
    {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = tr("%1 does not offer this for webhooks.").arg(definition.info.name);
        return error;
    }

    static Error wrongPlace(const QString &level)
    {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = tr("A webhook needs another place: %1.").arg(level);
        return error;
    }

    static Error secretNotReturned(const VendorAnswer &answer)
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = tr("The vendor said yes (HTTP %1), but its answer holds no signing secret "
                           "that can be used.")
                            .arg(answer.status);
        error.next = tr("List the webhooks: if it is there, delete it and make another, since "
                        "nobody can verify what it sends.");
        error.outcomeUnknown = true;
        error.requestId = answer.requestId;
        error.httpStatus = answer.status;
        return error;
    }

    static Error unreadable(const VendorAnswer &answer)
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message =
            tr("The vendor said yes (HTTP %1), but its answer cannot be read.").arg(answer.status);
        error.next = tr("List the webhooks to see whether it was made.");
        error.requestId = answer.requestId;
        error.httpStatus = answer.status;
        error.outcomeUnknown = true;
        return error;
    }

    static QString arrived() { return tr("The receiver took it."); }
    static QString notTaken(const QString &detail)
    {
        return detail.isEmpty() ? tr("The receiver did not take it.")
                                : tr("The receiver did not take it: %1").arg(detail);
    }
    static QString goneAlready() { return tr("The vendor's list shows that it was gone already."); }
    static QString stillAsBefore()
    {
        return tr("The vendor said yes, but its list still shows the webhook as before.");
    }
    static QString noProof()
    {
        return tr("The vendor said yes; its list could not be read, so there is no proof yet.");
    }
};

} // namespace chatelaine
