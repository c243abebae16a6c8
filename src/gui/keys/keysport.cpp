// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keysport.h"

#include "services/accountservice.h"
#include "services/findingservice.h"
#include "services/keynoteservice.h"
#include "services/services.h"

namespace chatelaine {

KeysPort KeysPort::of(Services &services)
{
    KeysPort port;
    port.key = [&keys = services.keys](const KeyUid &uid) {
        return keys.key(uid);
    };
    port.apply = [&keys = services.keys](const KeyUid &uid, KeyVerb verb, bool inUseConfirmed) {
        return keys.apply(uid, verb, inUseConfirmed);
    };
    port.check = [&keys = services.keys](const KeyUid &uid) {
        return keys.check(uid);
    };
    port.findings = [&findings = services.findings](const KeyUid &uid) {
        return findings.findingsOfKey(uid);
    };
    port.notes = [&notes = services.notes](const KeyUid &uid) {
        return notes.notes(uid);
    };
    port.accounts = [&accounts = services.accounts] {
        return accounts.accounts();
    };
    port.provider = [&accounts = services.accounts](const AccountId &id) {
        return accounts.providerOf(id);
    };
    return port;
}

} // namespace chatelaine
