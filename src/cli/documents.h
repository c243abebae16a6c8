// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/providerinfo.h"
#include "core/rows.h"
#include "secrets/secret.h"
#include "services/auditservice.h"
#include "services/usageservice.h"

#include <QJsonArray>
#include <QJsonObject>

// The documents of `--json`, as docs/cli.schema.json has them. What is not known is absent.

namespace chatelaine::cli {

/** How far a list can be believed. */
struct ListState
{
    bool complete = true;
    std::optional<Timestamp> asOf;
    QStringList reasons;
};

QJsonObject listDocument(const QJsonArray &items, const ListState &state);
QJsonObject errorDocument(const Error &error);
QJsonObject keyDocument(const KeyRow &key, const AccountRow &account);
QJsonObject accountDocument(const AccountRow &account);
QJsonObject containerDocument(const ContainerRow &container, const AccountRow &account);
QJsonObject providerDocument(const ProviderInfo &provider);
/** What a figure is of, in words: UsageSample names ids. */
struct UsageLabels
{
    QString account;
    ContainerPath container;
    QString group; ///< the name of a key; empty: none, or the group says it all
    QString unit;
};
QJsonObject usageDocument(const UsageSample &sample, const UsageLabels &labels);
QJsonObject quotaDocument(const QuotaOutlook &outlook);
QJsonObject quotaReadingDocument(const Quota &quota);
QJsonObject operationDocument(const OperationRow &operation, const AccountRow &account);
QJsonObject verdictDocument(const JournalVerdict &verdict);
/** What an export proves; `byAnother`: it is signed by another key than the user knows. */
QJsonObject exportVerdictDocument(const ExportVerdict &verdict);

/** One document and a newline. */
QByteArray toBytes(const QJsonObject &document);

/** `document` with the member `secret`, and a newline; the bytes are wiped on release. The secret
 * passes through no QString and no QJsonValue. */
WipedBytes withSecret(const QJsonObject &document, const Secret &secret);

QString shownSource(const CredentialSource &source);       ///< "keychain", "env:VAR", "file:PATH"
QString conditionName(AccountStatus::Condition condition); ///< "never_synced", "fresh", ...

/** What the accounts' inventories, taken together, can claim. */
ListState inventoryState(const QList<AccountRow> &accounts);

} // namespace chatelaine::cli
