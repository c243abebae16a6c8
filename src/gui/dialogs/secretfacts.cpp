// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/secretfacts.h"

#include "core/redaction.h"
#include "gui/dialogs/secretpresenter.h"

#include <QLocale>

namespace chatelaine {

QList<SecretFact> secretFacts(const HeldSecret &secret, const std::optional<KeyRow> &key,
                              const std::optional<AccountRow> &account,
                              const std::optional<ProviderInfo> &provider)
{
    QList<SecretFact> all;
    const auto add = [&all](const QString &label, const QString &text, bool fixedFont = false) {
        if (!text.isEmpty())
            all.append({label, displaySafe(text, 300), fixedFont});
    };
    add(SecretPresenter::tr("Vendor"), provider ? provider->name : QString());
    add(SecretPresenter::tr("Account"), account ? account->name : QString());
    add(SecretPresenter::tr("Signed in as"),
        account ? account->facts.value(identityFact) : QString());
    const KeyRecord record = key ? key->record : KeyRecord();
    for (const ContainerStep &step : record.container) {
        QString label = step.level;
        for (const LevelInfo &level : provider ? provider->levels : QList<LevelInfo>()) {
            if (level.id == step.level)
                label = level.label;
        }
        add(label, step.name.isEmpty() ? step.id.toString() : step.name);
    }
    add(secret.webhook.isEmpty() ? SecretPresenter::tr("Key") : SecretPresenter::tr("Webhook"),
        secret.keyName);
    add(SecretPresenter::tr("Later shown as"), secret.mask, true);
    if (record.id.toString() != secret.mask)
        add(SecretPresenter::tr("ID"), record.id.toString(), true);
    add(SecretPresenter::tr("Scopes"), record.scopes.join(QStringLiteral(", ")));
    add(SecretPresenter::tr("Environment"), record.environment);
    if (key) {
        add(SecretPresenter::tr("Expires"),
            record.expiresAt ? QLocale().toString(record.expiresAt->toDateTime().toLocalTime(),
                                                  QLocale::ShortFormat)
                             : SecretPresenter::tr("No expiry is set"));
    }
    return all;
}

} // namespace chatelaine
