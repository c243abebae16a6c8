// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/terminal.h"

#include <QFile>

namespace chatelaine::cli {

/**
 * The process's own standard streams. Reading is done on a thread of its own, so that the event
 * loop goes on while a person thinks; one read at a time.
 */
class SystemTerminal final : public Terminal
{
public:
    SystemTerminal();
    ~SystemTerminal() override;

    bool canAsk() const override { return m_canAsk; }
    bool write(QByteArrayView bytes) override;
    void writeError(const QString &text) override;
    FutureOutcome<QString> ask(const QString &question) override;
    FutureOutcome<QList<SharedSecret>> readSecrets(const QStringList &prompts) override;
    FutureOutcome<QList<SharedSecret>> readSecretLines(const QString &prompt) override;

private:
    QFile m_output;
    QFile m_error;
    const bool m_canAsk;
    bool m_writesWell = true;
};

} // namespace chatelaine::cli
