// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/replacementservice.h"

#include <QObject>

namespace chatelaine {

/** What the end of a key takes at its vendor, in this order; empty when its API cannot end it. */
QList<KeyVerb> endingVerbs(const KindInfo &kind);

/** Why keys of this kind (null: unknown) are not replaced in one go. */
Error cannotReplace(const ProviderInfo &info, const KindInfo *kind);

/** The form's values as far as the record of the old key tells them. */
ReplacementForm formFrom(const KindInfo &kind, const KeyRecord &old);

/** Tells how a replacement stands: by its row, the operation that makes its key, and what the
 * journal proves of the new secret. */
class ReplacementState : public QObject
{
    Q_OBJECT
public:
    ReplacementState(ServiceContext &context, HeldSecrets &held, QObject *parent);

    [[nodiscard]] FutureOutcome<Replacement> of(const ReplacementRow &row);
    /** Of each, in the same order. */
    [[nodiscard]] FutureOutcome<QList<Replacement>> ofAll(const QList<ReplacementRow> &rows);

private:
    using Given = Answer<Replacement>;
    void next(QList<ReplacementRow> rest, QList<Replacement> known,
              const Answer<QList<Replacement>> &answer);
    void readCreation(const Replacement &known, const Given &answer);
    void readNewKey(const Replacement &known, const OperationRow &creation, const Given &answer);
    void readHeld(const Replacement &known, const OperationRow &creation, const Given &answer);
    void readDelivery(const Replacement &known, const OperationRow &creation, const Given &answer);

    ServiceContext &m_context;
    HeldSecrets &m_held;
};

} // namespace chatelaine
