// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/fingerprintkey.h"

#include "core/async.h"
#include "secrets/fingerprint.h"
#include "secrets/keychain.h"
#include "services/context.h"

namespace chatelaine {

FutureOutcome<SharedSecret> FingerprintKey::key()
{
    Answer<SharedSecret> answer;
    const auto make = [this, answer] {
        const auto fresh = newFingerprintKey();
        if (!fresh)
            return answer.give(fresh.error());
        whenDone(m_context.keychain.write(keychainUser::fingerprint(), *fresh), this,
                 [answer, key = *fresh](const Outcome<Done> &written) {
                     if (!written)
                         return answer.give(written.error());
                     answer.give(key);
                 });
    };
    whenDone(m_context.keychain.read(keychainUser::fingerprint()), this,
             [answer, make](const Outcome<SharedSecret> &known) {
                 if (!known && known.error().kind == ErrorKind::NotFound)
                     return make();
                 answer.give(known);
             });
    return answer.future();
}

} // namespace chatelaine
