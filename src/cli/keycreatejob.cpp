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
             whenHoldable(m_order.delivery, [this](bool unheldAccepted) {
                 m_newKey.unheldAccepted = unheldAccepted;
                 create();
             });
         });
}

void KeyCreateJob::create()
{
    then(services().keys.create(m_newKey), [this](const NewKeyResult &result) { created(result); });
}

void KeyCreateJob::created(const NewKeyResult &result)
{
    for (const QString &warning : result.warnings)
        output().note(displaySafe(warning, 2048));
    const QString key = describedKey(result.key);
    QJsonObject document = keyDocument(result.key, accountOf(m_newKey.account));
    if (!result.warnings.isEmpty())
        document.insert("warnings"_L1, QJsonArray::fromStringList(result.warnings));
    deliver({result.secret, m_order.delivery, document, tr("Created %1.").arg(key),
             tr("The key %1 was made, but its secret was not delivered.").arg(key)});
}

QString KeyCreateJob::describedKey(const KeyRow &key) const
{
    const QString &mask = key.record.mask;
    return mask.isEmpty() ? u'"' + displaySafe(m_order.name) + u'"'
                          : "\"%1\" (%2)"_L1.arg(displaySafe(m_order.name), displaySafe(mask));
}

} // namespace chatelaine::cli
