// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conformance.h"

#include "providers/containerchanges.h"

namespace chatelaine::test {

/** Sections 4 and 5, both generations of the API. */
class ConformanceConfidentAi : public Conformance
{
    Q_OBJECT

public:
    ConformanceConfidentAi();

protected:
    Cases cases() override;

private:
    using Values = QMap<QString, QJsonValue>;

    Cases firstCases();
    Cases secondCases();
    Cases answerCases();
    Cases auditCases();

    /** The first container of a level; empty when the inventory cannot be read. */
    static ContainerPath place(const Bench &at, const QString &level);
    static Outcome<CreatedKey> make(const Bench &at, const QString &kind, const QString &name,
                                    const Values &more = {});
    static Outcome<RotatedKey> rotated(const Bench &at, const KeyRecord &key, const Values &values);
    static std::optional<KeyRecord> listed(const Bench &at, const KeyRecord &key);
    /** What the server says to a secret of an organization key. */
    static SecretVerdict::Verdict verdictOn(const Bench &at, const SharedSecret &secret);
    static Outcome<ContainerResult> change(const Bench &at, ContainerVerb verb,
                                           const ContainerPath &path, const Values &values = {});
    /** Makes, disables, enables and deletes a key of the kind. */
    void live(const QString &kind);
    Bench first();  ///< a client that found the first generation
    Bench second(); ///< a client that found the second
    void codes();
    void projectLives();
    void rotateWithGrace();
    /** Starts an export and waits until it is no longer running. */
    static Outcome<VendorAuditExport> exported(const Bench &at, const VendorAuditOrder &order);
};

} // namespace chatelaine::test
