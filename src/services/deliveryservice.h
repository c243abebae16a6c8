// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cancellation.h"
#include "secrets/secret.h"
#include "services/destination.h"

#include <QObject>
#include <QStringList>

namespace chatelaine {

class HeldSecrets;
struct ServiceContext;

/** A destination that would take a secret now. */
struct DestinationCheck
{
    QString place;        ///< where it would be, e.g. the path
    QString command;      ///< what would be run, as one would type it; empty for none
    QStringList warnings; ///< sentences
};

/** What became of a delivered secret; never the secret. */
struct DeliveryReceipt
{
    QString store; ///< the destination's id
    QString name;  ///< and its name
    QString place;
    Timestamp at;
    QString fingerprint;   ///< keyed digest (secrets/fingerprint.h); empty without a keychain
    bool readBack = false; ///< it was read back and is the same
    bool kept = false;     ///< in the keychain: there is no held copy any more
    QString words;         ///< what the program said last, redacted

    QString where() const; ///< name and place
};

/**
 * Brings a held secret to where it is used: the keychain, a file, or a program that reads it on its
 * standard input. Each delivery is in the journal before it begins, and again with its receipt or
 * with what went wrong. Lives on the main thread.
 */
class DeliveryService : public QObject
{
    Q_OBJECT
public:
    DeliveryService(ServiceContext &context, HeldSecrets &held, QObject *parent = nullptr);
    ~DeliveryService() override;

    QList<DestinationInfo> destinations() const;
    std::optional<DestinationInfo> find(const QString &id) const;
    /** What is wrong with the user's own templates: "file:line: pointer: reason". */
    QStringList problems() const;
    /** What is wrong with a template file, likewise. */
    static QStringList problemsOfFile(const QString &file);

    /** Whether it would take a secret now; sends none. Errors say what to do first. */
    [[nodiscard]] FutureOutcome<DestinationCheck> check(const Destination &destination,
                                                        const CancellationPtr &cancellation = {});

    /**
     * The secret stays held, whatever comes out, until HeldSecrets::forget(); only the keychain
     * takes over the held copy at once. While a program runs, its secret is not in this process
     * any more, if the keychain has it. Error::vendorMessage has the program's own words.
     */
    [[nodiscard]] FutureOutcome<DeliveryReceipt> deliver(const HeldSecretId &id,
                                                         const Destination &destination,
                                                         const CancellationPtr &cancellation = {});

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
