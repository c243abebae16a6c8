// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/keycreatejob.h"

#include "cli/choices.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

void KeyCreateJob::start()
{
    const auto account = accountNamed(m_order.account);
    if (!account)
        return;
    fillForm(*account, services().accounts.providerOf(account->id).value_or(ProviderInfo()));
}

void KeyCreateJob::fillForm(const AccountRow &account, const ProviderInfo &provider)
{
    const auto kind =
        chooseKind(provider, m_order.kind, KeyVerb::Create, !m_order.project.isEmpty());
    if (!kind)
        return kind.error().kind == ErrorKind::InvalidRequest ? refuse(kind.error())
                                                              : fail(kind.error());
    const auto values = formValues(provider, *kind->verb(KeyVerb::Create), m_order);
    if (!values)
        return refuse(values.error());
    m_newKey.account = account.id;
    m_newKey.kind = kind->id;
    m_newKey.values = *values;
    choosePlace(*kind, account);
}

void KeyCreateJob::choosePlace(const KindInfo &kind, const AccountRow &account)
{
    then(services().keys.containers(account.id),
         [this, kind, account](const QList<ContainerRow> &rows) {
             const auto place = placeFor(kind, m_order.project, rows, account);
             if (!place)
                 return place.error().kind == ErrorKind::InvalidRequest ? refuse(place.error())
                                                                        : fail(place.error());
             m_newKey.container = *place;
             askKeychain();
         });
}

void KeyCreateJob::askKeychain()
{
    then(services().held.condition(), [this](const HoldingCondition &condition) {
        if (condition.usable)
            return create();
        if (m_order.delivery == KeysCreate::Delivery::Keychain) {
            Error error;
            error.kind = ErrorKind::Keychain;
            error.message = condition.sentence;
            error.next = condition.next;
            return fail(error);
        }
        output().note(tr("Warning: %1 The new secret cannot be held: if it gets lost on its way "
                         "from standard output, it is lost for good.")
                          .arg(condition.sentence));
        m_newKey.unheldAccepted = true;
        create();
    });
}

void KeyCreateJob::create()
{
    then(services().keys.create(m_newKey), [this](const NewKeyResult &result) { created(result); });
}

void KeyCreateJob::created(const NewKeyResult &result)
{
    m_result = result;
    for (const QString &warning : result.warnings)
        output().note(displaySafe(warning, 2048));
    if (m_order.delivery == KeysCreate::Delivery::Keychain)
        deliverToKeychain();
    else
        deliverToOutput();
}

void KeyCreateJob::deliverToKeychain()
{
    whenDone(services().held.keep(m_result.secret.id), this, [this](const Outcome<Done> &kept) {
        if (!kept)
            return undelivered(kept.error());
        output().result(tr("Created %1. Its secret is in the keychain.").arg(describedKey()) +
                            u'\n',
                        document());
        finish(done);
    });
}

void KeyCreateJob::deliverToOutput()
{
    whenDone(services().held.value(m_result.secret.id, u"deliver"_s), this,
             [this](const Outcome<SharedSecret> &secret) {
                 if (!secret)
                     return undelivered(secret.error());
                 if (writeSecret(**secret))
                     return forget();
                 Error error;
                 error.kind = ErrorKind::Storage;
                 error.message = tr("Standard output did not take the secret.");
                 undelivered(error);
             });
}

bool KeyCreateJob::writeSecret(const Secret &secret)
{
    if (output().json())
        return terminal().write(withSecret(document(), secret).view());
    WipedBytes line; // in one piece: a reader never sees a secret without its end
    line.append(secret.borrowed());
    line.append("\n");
    return terminal().write(line.view());
}

void KeyCreateJob::forget()
{
    whenDone(services().held.forget(m_result.secret.id, u"stdout"_s), this,
             [this](const Outcome<Done> &forgotten) {
                 if (!forgotten)
                     output().note(tr("The secret was delivered, but its held copy could not be "
                                      "removed: %1")
                                       .arg(forgotten.error().message));
                 finish(done);
             });
}

void KeyCreateJob::undelivered(const Error &error)
{
    Error whole = error;
    whole.message = tr("The key %1 was made, but its secret was not delivered. %2")
                        .arg(describedKey(), error.message);
    whole.next =
        m_result.secret.inKeychain
            ? tr("The secret is held in the keychain; Chatelaine's window offers it again.")
            : tr("The secret is lost. Revoke or delete the key, and make another.");
    fail(whole);
}

QJsonObject KeyCreateJob::document() const
{
    QJsonObject document = keyDocument(m_result.key, accountOf(m_newKey.account));
    if (!m_result.warnings.isEmpty())
        document.insert("warnings"_L1, QJsonArray::fromStringList(m_result.warnings));
    return document;
}

QString KeyCreateJob::describedKey() const
{
    const QString mask = m_result.key.record.mask;
    return mask.isEmpty() ? u'"' + displaySafe(m_order.name) + u'"'
                          : "\"%1\" (%2)"_L1.arg(displaySafe(m_order.name), displaySafe(mask));
}

} // namespace chatelaine::cli
