// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/async.h"
#include "services/replacementservice.h"

#include <memory>

namespace chatelaine {

class OperationLock;
class ReplacementState;

struct ServiceContext;

/** A replacement somebody works on. */
struct ReplacementWork
{
    Replacement at;
    AccountRow account;
    std::shared_ptr<OperationLock> lock; ///< against other processes, until the answer
    Answer<Replacement> answer;
};

/**
 * One call that works on a replacement: goes from step to step, each in the store before its call
 * is made. Deletes itself after its answer.
 */
class ReplacementRun : public QObject
{
    Q_OBJECT
public:
    ReplacementRun(ServiceContext &context, KeyService &keys, ReplacementState &state,
                   ReplacementWork work, QObject *parent);

    /** Commits a new replacement and makes its key, of all values of the form. */
    void begin(const QMap<QString, QJsonValue> &values, bool unheldAccepted);
    void goOn(bool inUseConfirmed);
    void abandon();

private:
    using Written = std::function<void()>;
    void putStep(const Written &next);
    NewKey newKey() const;
    void make(const NewKey &order, bool isFirst);
    void unmade(const Error &error, bool isFirst);
    void tell();
    void retire();
    void unfinished(const Error &error);
    void finish();
    JournalEvent journalEvent(const QString &outcome) const;
    void answer(const Outcome<Replacement> &outcome);
    static Error notProven(const KeyChange &change);
    static Error notNow(const Replacement &at);

    ServiceContext &m_context;
    KeyService &m_keys;
    ReplacementState &m_state;
    ReplacementWork m_work;
    bool m_inUseConfirmed = false;
};

} // namespace chatelaine
