// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "services/heldsecrets.h"

#include <QObject>

#include <functional>

namespace chatelaine {

struct HeldSecretsPort
{
    std::function<QString(const AccountId &)> accountName;
    std::function<FutureOutcome<Done>(const HeldSecretId &)> keep;
    std::function<Timestamp()> now;
};

/** Decides about several new secrets at once: one row and one state for each (FIELD.md D18). */
class HeldSecretsPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State { Waiting, Shown, Keeping, Kept, Finished, Failed };
    struct Row
    {
        HeldSecret secret;
        State state = State::Waiting;
        QString problem; ///< why keeping it failed

        bool isOpen() const
        {
            return state == State::Waiting || state == State::Shown || state == State::Failed;
        }
    };

    explicit HeldSecretsPresenter(HeldSecretsPort port, QObject *parent = nullptr);

    /** Adds those that are not there yet. */
    void add(const QList<HeldSecret> &secrets);
    const QList<Row> &rows() const { return m_rows; }
    QString nameOf(const Row &row) const;
    QString accountOf(const Row &row) const;
    QString stateText(const Row &row) const;
    /** It is not stored, and held for longer than a day. */
    std::optional<Finding> finding(const Row &row) const;

    bool canKeepAll() const;
    /** One after the other; one that fails does not stop the rest. Leaves those that a dialog of
     * their own shows. */
    void keepAll();
    void setShown(const HeldSecretId &id, bool shown);
    /** Its own dialog has stored it, kept it or ended its key. */
    void setDone(const HeldSecretId &id);

signals:
    void changed();

private:
    void keepNext();
    Row *find(const HeldSecretId &id);

    const HeldSecretsPort m_port;
    QList<Row> m_rows;
    QList<HeldSecretId> m_queue;
};

} // namespace chatelaine
