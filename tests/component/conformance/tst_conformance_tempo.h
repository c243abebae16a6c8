// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conformance.h"

namespace chatelaine::test {

using Verdict = SecretVerdict::Verdict;

/** Sections 2 and 5. */
class ConformanceTempo : public Conformance
{
    Q_OBJECT

public:
    ConformanceTempo();

protected:
    Cases cases() override;

private:
    Cases managementCases();
    Cases keyCases();
    Cases dataCases();
    Cases paymentCases();
    Cases webhookCases();
    Cases answerCases();

    const QString kind = QStringLiteral("project");

    static ContainerPath place(const Bench &at, const QString &level);
    Outcome<CreatedKey> make(const Bench &at, const QMap<QString, QJsonValue> &values);
    Outcome<CreatedKey> makeNamed(const Bench &at, const QString &name,
                                  const QString &environment = QStringLiteral("production"));
    Outcome<ContainerResult> change(const Bench &at, ContainerVerb verb, const QString &level,
                                    const ContainerPath &container, const QString &name = {});
    QByteArray minted(const QString &environment, const QStringList &scopes);
    /** A client that does not wait for throttles. */
    Bench impatient(const QUrl &url = {});
    Outcome<SecretVerdict> checked(const QByteArray &secret);
    Outcome<SecretVerdict> checkedAgainst(const QList<ServerStep> &steps, const QByteArray &secret);
    /** What a key that has used up its requests is asked to pay, in the style of the setting. */
    QList<PaymentChallenge> challenges(const QString &style);
    Bench withWebhookKey();
    static Outcome<CreatedWebhook> makeWebhook(const Bench &at, const QString &event,
                                               const QMap<QString, QJsonValue> &more = {});
    QByteArray paymentCredential(const QString &type);
    void webhookLife();
    void lifeOfOrganizations();
    void lifeOfProjects();
    static ServerStep answer(int status, const QByteArray &body,
                             const QList<std::pair<QByteArray, QByteArray>> &headers = {});
};

} // namespace chatelaine::test
