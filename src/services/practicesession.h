// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/rows.h"

#include <QObject>

namespace chatelaine {

class AccountService;
struct ServiceContext;

/**
 * The practice server that the application itself starts for a tour: the program
 * `chatelaine-practice` as a child, on a database in the profile, so that its keys and credentials
 * stay the same over restarts. It ends with this object.
 */
class PracticeSession : public QObject
{
    Q_OBJECT
public:
    /** `program`: path of chatelaine-practice. */
    PracticeSession(ServiceContext &context, AccountService &accounts, QString program,
                    QObject *parent = nullptr);
    ~PracticeSession() override;

    bool isRunning() const;
    /** Starts the server if it does not run, and adds an account for each of its systems, or brings
     * their URLs up to date. */
    [[nodiscard]] FutureOutcome<QList<AccountId>> start();
    void stop();

signals:
    void runningChanged(bool running);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace chatelaine
