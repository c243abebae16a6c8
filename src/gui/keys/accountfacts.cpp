// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/accountfacts.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

struct AccountFactsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AccountFacts)

public:
    static QString source(const CredentialSource &source)
    {
        switch (source.kind) {
        case CredentialSource::Kind::Environment:
            return tr("from the variable %1").arg(displaySafe(source.place, 60));
        case CredentialSource::Kind::File:
            return tr("from the file %1").arg(displaySafe(source.place, 120));
        case CredentialSource::Kind::Session:
            return tr("in memory, for this run only");
        case CredentialSource::Kind::Keychain:
            break;
        }
        return tr("in the keychain");
    }
};

} // namespace

QList<KeyFact> accountFacts(const AccountRow &account, const std::optional<ProviderInfo> &provider,
                            Timestamp now)
{
    QList<KeyFact> facts;
    const auto add = [&facts](const QString &label, const QString &text, const QString &tip = {}) {
        if (!text.isEmpty())
            facts.append({KeyFact::Field::Detail, label, text, tip, false});
    };
    add(AccountFactsTexts::tr("Provider"),
        displaySafe(provider ? provider->name : account.provider.toString()));
    add(AccountFactsTexts::tr("API generation"),
        provider ? displaySafe(provider->variant) : QString());
    add(AccountFactsTexts::tr("Address"), displaySafe(account.baseUrl));
    for (const SlotInfo &slot : provider ? provider->slots_ : QList<SlotInfo>()) {
        const auto source = account.credentials.constFind(slot.id);
        const QString where = source == account.credentials.cend()
                                  ? AccountFactsTexts::tr("not given")
                                  : AccountFactsTexts::source(*source);
        add(AccountFactsTexts::tr("Credential"),
            AccountFactsTexts::tr("%1: %2", "credential and where it is").arg(slot.label, where));
    }
    if (account.status.asOf) {
        add(AccountFactsTexts::tr("Read"), relativeTime(*account.status.asOf, now),
            exactTime(*account.status.asOf));
    }
    QStringList remarks = account.status.reasons;
    remarks.prepend(account.status.message);
    remarks.removeAll(QString());
    remarks.removeDuplicates();
    add(AccountFactsTexts::tr("Remarks"), displaySafe(remarks.join(u' ')));
    return facts;
}

} // namespace chatelaine
