// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/accountservice.h"
#include "services/clientpool.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/**
 * Adds or changes one account: form, check with the vendor, credentials into the keychain, row,
 * journal. Nothing is stored unless the vendor accepted it. Deletes itself when it has answered.
 */
class AccountChange : public QObject
{
    Q_OBJECT
public:
    /** `known`: the account to change; none: a new one. */
    AccountChange(ServiceContext &context, std::optional<AccountRow> known, AccountInput input,
                  CancellationPtr cancellation, QObject *parent);
    ~AccountChange() override;

    FutureOutcome<AccountCheck> start();

private:
    std::optional<Error> prepare();
    std::optional<Error> checkAddress(const Definition &definition) const;
    std::optional<Error> approve(const ProviderInfo &info);
    std::optional<Error> checkSlots(const ProviderInfo &info) const;
    std::optional<Error> checkSources() const;
    void ask();
    void writeCredentials(QStringList slots_);
    void storeRow();
    void undo(const Error &error);
    void giveUp(const Error &error);

    ServiceContext &m_context;
    bool m_isNew;
    AccountRow m_row;
    AccountInput m_input;
    CancellationPtr m_cancellation;
    std::unique_ptr<AccountCredentials> m_credentials;
    std::unique_ptr<ProviderClient> m_client;
    QMap<QString, QString> m_facts;
    QStringList m_written; ///< names in the keychain
    AccountCheck m_check;
    Answer<AccountCheck> m_answer;
};

} // namespace chatelaine
