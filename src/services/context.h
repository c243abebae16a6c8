// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "services/clientpool.h"

#include <QString>

namespace chatelaine {

class Catalog;
class Keychain;
class Store;

/** What every service is built on; made by the composition in src/app, which owns all of it. */
struct ServiceContext
{
    Store &store;
    Keychain &keychain;
    const Catalog &catalog;
    ClientPool &clients;
    const Clock &clock;
    QString profile; ///< folder
    QString program; ///< "chatelaine" or "chatelainectl"
};

} // namespace chatelaine
