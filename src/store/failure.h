// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QCoreApplication>

class QSqlError;

namespace chatelaine {

/**
 * A failed call to the database, thrown inside src/store only: a Lane turns it into the Error of an
 * Outcome, so that no exception leaves the library.
 */
struct Failure
{
    Error error;
    bool busy = false; ///< another program was writing, and the wait for it ended or was refused

    static Failure of(const QSqlError &error, const QString &file);
};

/** The store's errors as the user meets them: what happened, and what to do next. */
class StorageErrors
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::StorageErrors)
public:
    static Error from(const QSqlError &error, const QString &file);
    static Error gone(const QString &file);
    static Error foreign(const QString &file);
    static Error newer(const QString &file);
    static Error corrupt(const QString &file);
    static Error emptied(const QString &file);
    static Error cannotOpen(const QString &file);
    static Error cancelled();
    static Error noSuchAccount();
    static Error noSuchKey();
    static Error noSuchOperation();
    static Error noSuchWebhook();
    static Error noSuchReplacement();
    static Error noSuchBulkRun();
    static Error replacedAlready();
    static Error accountNameTaken(const QString &name);
    static Error accountNameInvalid();
    static Error wrongOperationState();
    static Error unreadable(const QString &what);
};

} // namespace chatelaine
