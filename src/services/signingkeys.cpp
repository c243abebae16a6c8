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

/** Nothing when it is no such key. */
std::optional<SecondSigner> secondSigning(const SharedSecret &key)
{
    const QByteArray publicPem = publicPemOf(*key);
    if (publicPem.isEmpty())
        return std::nullopt;
    return SecondSigner{publicPem, [key](QByteArrayView message) {
                            return signedWith(*key, message);
                        }};
}

} // namespace

FutureOutcome<SealedBy> SigningKeys::signer(const std::optional<CredentialSource> &source)
{
    if (source && source->kind != CredentialSource::Kind::Keychain) {
        const auto value = AccountCredentials::valueOf(*source);
        return readyOutcome(value ? signingWith(*value) : Outcome<SealedBy>(value.error()));
    }
    Answer<SealedBy> answer;
    const QString user = keychainUser::signing(m_context.store.installation());
    whenDone(ofKeychain(user, SigningAlgorithm::Ed25519), this,
             [answer](const Outcome<SharedSecret> &key) {
                 const auto by = key ? signingWith(*key) : Outcome<SealedBy>(key.error());
                 if (by)
                     return answer.give(*by);
                 answer.give(SealedBy{{}, by.error().message});
             });
    return answer.future();
}

FutureOutcome<SealedBy> SigningKeys::signers(const std::optional<CredentialSource> &source)
{
    if (source && source->kind != CredentialSource::Kind::Keychain)
        return signer(source);
    Answer<SealedBy> answer;
    whenDone(signer(source), this, [this, answer](const Outcome<SealedBy> &by) {
        if (!by || !by->signer)
            return answer.give(by);
        const QString user = keychainUser::signingP256(m_context.store.installation());
        whenDone(ofKeychain(user, SigningAlgorithm::EcdsaP256), this,
                 [answer, first = *by](const Outcome<SharedSecret> &key) {
                     SealedBy both = first;
                     if (key)
                         both.second = secondSigning(*key);
                     answer.give(both);
                 });
    });
    return answer.future();
}

FutureOutcome<SharedSecret> SigningKeys::ofKeychain(const QString &user, SigningAlgorithm algorithm)
{
    Answer<SharedSecret> answer;
    whenDone(m_context.keychain.read(user), this,
             [this, user, algorithm, answer](const Outcome<SharedSecret> &known) {
                 if (known || known.error().kind != ErrorKind::NotFound)
                     return answer.give(known);
                 whenDone(make(user, algorithm), this,
                          [answer](const Outcome<SharedSecret> &made) { answer.give(made); });
             });
    return answer.future();
}

FutureOutcome<SharedSecret> SigningKeys::make(const QString &user, SigningAlgorithm algorithm)
{
    const auto fresh = newSigningKey(algorithm);
    if (!fresh)
        return readyOutcome<SharedSecret>(fresh.error());
    KeychainEntry entry;
    entry.user = user;
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
