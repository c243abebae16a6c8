// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conformance.h"

namespace chatelaine::test {

using Verdict = SecretVerdict::Verdict;

/** Sections 1 and 5. */
class ConformanceTempered : public Conformance
{
    Q_OBJECT

public:
    ConformanceTempered();

protected:
    Cases cases() override;

private:
    Cases keyCases();
    Cases limitCases();
    Cases oddCases();

    const QString kind = QStringLiteral("organization");

    Outcome<CreatedKey> make(const Bench &at, const QString &name, const QString &scope);
    static Outcome<CreatedWebhook> makeWebhook(const Bench &at, const QString &url);
    Verdict verdictOn(const Bench &at, const SharedSecret &secret);
    static ServerStep answer(int status, const QByteArray &body,
                             const QList<std::pair<QByteArray, QByteArray>> &headers = {});
    KeyRecord someKey(const QString &id);
    void expectList(const QString &setting, bool complete);
    void states();
};

} // namespace chatelaine::test
