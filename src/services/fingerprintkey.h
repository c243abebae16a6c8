// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QObject>

namespace chatelaine {

struct ServiceContext;

/** The profile's key for fingerprints (secrets/fingerprint.h): in the keychain, made when it is
 * first asked for. */
class FingerprintKey : public QObject
{
    Q_OBJECT
public:
    FingerprintKey(ServiceContext &context, QObject *parent = nullptr)
        : QObject(parent)
        , m_context(context)
    {}

    /** Keychain errors: there is none for now. */
    [[nodiscard]] FutureOutcome<SharedSecret> key();

private:
    ServiceContext &m_context;
};

} // namespace chatelaine
