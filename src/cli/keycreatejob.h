// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/deliveringjob.h"
#include "services/keyservice.h"

namespace chatelaine::cli {

/** `keys create`: order, warning when the secret cannot be held, create, deliver. */
class KeyCreateJob : public DeliveringJob
{
    Q_OBJECT
public:
    KeyCreateJob(Session &session, KeysCreate order)
        : DeliveringJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void fillForm(const AccountRow &account, const ProviderInfo &provider);
    void choosePlace(const KindInfo &kind, const AccountRow &account);
    void create();
    void created(const NewKeyResult &result);
    QString describedKey(const KeyRow &key) const;

    const KeysCreate m_order;
    NewKey m_newKey;
};

} // namespace chatelaine::cli
