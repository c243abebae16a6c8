// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/job.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/**
 * `keys create`: order, warning when the secret cannot be held, create, deliver. The held copy goes
 * only after the secret has left the process, or is kept; whatever fails before leaves it held.
 */
class KeyCreateJob : public Job
{
    Q_OBJECT
public:
    KeyCreateJob(Session &session, KeysCreate order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void fillForm(const AccountRow &account, const ProviderInfo &provider);
    void choosePlace(const KindInfo &kind, const AccountRow &account);
    void askKeychain();
    void create();
    void created(const NewKeyResult &result);
    void deliverToKeychain();
    void deliverToOutput();
    bool writeSecret(const Secret &secret);
    void forget();
    /** The key was made, but `error` kept its secret from where it should go. */
    void undelivered(const Error &error);
    QJsonObject document() const;
    QString describedKey() const;

    const KeysCreate m_order;
    NewKey m_newKey;
    NewKeyResult m_result;
};

} // namespace chatelaine::cli
