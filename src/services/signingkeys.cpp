// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/signingkeys.h"

#include "core/async.h"
#include "secrets/keychain.h"
#include "secrets/signingkey.h"
#include "services/accountcredentials.h"
#include "services/context.h"
#include "store/store.h"

namespace chatelaine {

namespace {

Outcome<SealedBy> signingWith(const SharedSecret &key)
{
    const auto publicKey = publicKeyOf(*key);
    if (!publicKey)
        return publicKey.error();
    return SealedBy{Signer{*publicKey,
                           [key](QByteArrayView message) {
                               return signedWith(*key, message);
                           }},
                    {}};
}

} // namespace

FutureOutcome<SealedBy> SigningKeys::signer(const std::optional<CredentialSource> &source)
{
    if (source && source->kind != CredentialSource::Kind::Keychain) {
        const auto value = AccountCredentials::valueOf(*source);
        return readyOutcome(value ? signingWith(*value) : Outcome<SealedBy>(value.error()));
    }
    Answer<SealedBy> answer;
    whenDone(ofKeychain(), this, [answer](const Outcome<SharedSecret> &key) {
        const auto by = key ? signingWith(*key) : Outcome<SealedBy>(key.error());
        if (by)
            return answer.give(*by);
        answer.give(SealedBy{{}, by.error().message});
    });
    return answer.future();
}

FutureOutcome<SharedSecret> SigningKeys::ofKeychain()
{
    Answer<SharedSecret> answer;
    whenDone(m_context.keychain.read(keychainUser::signing(m_context.store.installation())), this,
             [this, answer](const Outcome<SharedSecret> &known) {
                 if (known || known.error().kind != ErrorKind::NotFound)
                     return answer.give(known);
                 whenDone(make(), this,
                          [answer](const Outcome<SharedSecret> &made) { answer.give(made); });
             });
    return answer.future();
}

FutureOutcome<SharedSecret> SigningKeys::make()
{
    const auto fresh = newSigningKey();
    if (!fresh)
        return readyOutcome<SharedSecret>(fresh.error());
    KeychainEntry entry;
    entry.user = keychainUser::signing(m_context.store.installation());
    entry.purpose = KeychainEntry::Purpose::Signing;
    entry.createdAt = m_context.clock.now();
    Answer<SharedSecret> answer;
    whenDone(m_context.store.putKeychainEntry(entry), this,
             [this, answer, entry, key = *fresh](const Outcome<Done> &indexed) {
                 if (!indexed)
                     return answer.give(indexed.error());
                 whenDone(m_context.keychain.write(entry.user, key), this,
                          [answer, key](const Outcome<Done> &written) {
                              if (!written)
                                  return answer.give(written.error());
                              answer.give(key);
                          });
             });
    return answer.future();
}

} // namespace chatelaine
