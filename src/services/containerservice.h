// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/keyservice.h"

#include <QObject>

namespace chatelaine {

/** What shall be done with an organization or project. */
struct ContainerChange
{
    AccountId account;
    ContainerVerb verb = ContainerVerb::Create;
    QString level;           ///< of what is made, renamed or deleted: "organization", "project"
    ContainerPath container; ///< of a Create: the parent, empty for the account; else the thing
    QMap<QString, QJsonValue> values; ///< of the verb's form, by field id
    bool unheldAccepted = false;      ///< of a Create that makes a key: as NewKey
    bool inUseConfirmed = false; ///< of a Delete: the account's own key goes with it, and that is
                                 ///< meant
};

struct ContainerChangeResult
{
    ContainerPath container;         ///< as it is afterwards; of a Delete: as it was
    bool verified = false;           ///< the vendor's list confirms it
    std::optional<NewKeyResult> key; ///< that came with it, its secret held
    QList<KeyRow> ended;             ///< of a Delete: the keys that went with it
    QStringList warnings;
};

/**
 * Organizations and projects: made, renamed, deleted. Each change is in the journal before it is
 * sent; a delete records each key that goes with it. Lives on the main thread.
 */
class ContainerService : public QObject
{
    Q_OBJECT
public:
    ContainerService(ServiceContext &context, HeldSecrets &held, QObject *parent = nullptr);
    ~ContainerService() override;

    /** The keys that a delete of `container` takes with it, in it and below it, as the inventory
     * knows them; empty when the vendor's delete takes none. Deleted ones are left out. */
    [[nodiscard]] FutureOutcome<QList<KeyRow>> keysThatGoWith(const AccountId &account,
                                                              const ContainerPath &container);
    /**
     * Unsupported when the vendor has no such verb, Conflict when a delete would take the key in
     * use, Keychain when the secret of the key that comes with it cannot be held: with nothing
     * sent. The inventory has what changed when this ends.
     */
    [[nodiscard]] FutureOutcome<ContainerChangeResult> change(const ContainerChange &order);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
