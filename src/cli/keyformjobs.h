// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/deliveringjob.h"

namespace chatelaine::cli {

/** `keys rotate`: finds the key, asks, rotates, delivers the new secret. */
class KeyRotateJob : public DeliveringJob
{
    Q_OBJECT
public:
    KeyRotateJob(Session &session, KeysRotate order)
        : DeliveringJob(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const KeyRow &key);
    void ask(const VerbInfo &verb);
    void askForName();
    void rotate();
    void rotated(const NewKeyResult &result);

    const KeysRotate m_order;
    KeyRow m_key;
    KeyRotation m_rotation;
};

/** `keys update`. */
class KeyUpdateJob : public Job
{
    Q_OBJECT
public:
    KeyUpdateJob(Session &session, KeysUpdate order)
        : Job(session)
        , m_order(std::move(order))
    {}
    void start() override;

private:
    void found(const KeyRow &key);

    const KeysUpdate m_order;
};

} // namespace chatelaine::cli
