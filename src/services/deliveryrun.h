// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rows.h"
#include "services/destinationcheckrun.h"

namespace chatelaine {

class FingerprintKey;
class HeldSecrets;

struct ServiceContext;

/** One delivery to a file or a program, from the journal's first entry to its last. Deletes itself
 * after its answer. */
class DeliveryRun : public QObject
{
    Q_OBJECT
public:
    /** `destination` is null for a file. */
    DeliveryRun(ServiceContext &context, HeldSecrets &held, FingerprintKey &fingerprints,
                DestinationTemplatePtr destination, const DestinationInfo &info,
                const Destination &wanted, const CancellationPtr &cancellation, QObject *parent);

    [[nodiscard]] FutureOutcome<DeliveryReceipt> start(const HeldSecretId &id);

private:
    void begin(const Outcome<SharedSecret> &fingerprintKey);
    void bring(const SharedSecret &secret);
    void toFile(const SharedSecret &secret);
    void toProgram(const SharedSecret &secret);
    void delivered(const Outcome<ProgramEnd> &ended);
    void compare(const Outcome<ProgramEnd> &ended);
    JournalEvent journalEvent(const QString &outcome) const;
    void succeed();
    void fail(const Error &error);
    void end(const Outcome<DeliveryReceipt> &outcome);

    ServiceContext &m_context;
    HeldSecrets &m_held;
    FingerprintKey &m_fingerprints;
    const DestinationTemplatePtr m_template;
    const Destination m_wanted;
    const QMap<QString, QString> m_values;
    const CancellationPtr m_cancellation;
    HeldSecretId m_id;
    DeliveryCalls m_calls;
    SharedSecret m_fingerprintKey;
    SharedSecret m_proofKey; ///< of this run only
    QString m_proof;         ///< by which what is read back is compared
    JournalEvent m_event;
    DeliveryReceipt m_receipt;
    Answer<DeliveryReceipt> m_answer;
};

} // namespace chatelaine
