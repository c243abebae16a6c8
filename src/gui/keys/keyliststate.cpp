// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyliststate.h"

#include <QCoreApplication>

#include <algorithm>

namespace chatelaine {

namespace {

struct KeyListStateTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyListState)
};

using Step = KeyListState::Step;
using Condition = AccountStatus::Condition;

bool all(const QList<AccountRow> &accounts, Condition condition)
{
    return !accounts.isEmpty() &&
           std::all_of(accounts.begin(), accounts.end(), [condition](const AccountRow &account) {
               return account.status.condition == condition;
           });
}

const AccountRow *firstInTrouble(const QList<AccountRow> &accounts)
{
    for (const AccountRow &account : accounts) {
        const Condition condition = account.status.condition;
        if (condition != Condition::Fresh && condition != Condition::NeverSynced)
            return &account;
    }
    return nullptr;
}

KeyListState troubled(const AccountRow &account)
{
    const QString sentence =
        account.status.message.isEmpty()
            ? KeyListStateTexts::tr("The account could not be read completely.")
            : account.status.message;
    return {KeyListStateTexts::tr("No keys could be read"), sentence,
            KeyListStateTexts::tr("Try again"), Step::Sync, false};
}

} // namespace

KeyListState keyListState(const KeyListSituation &situation)
{
    if (situation.rows > 0)
        return {};
    if (!situation.loaded) {
        return {KeyListStateTexts::tr("Opening the inventory…"),
                KeyListStateTexts::tr("The local inventory is being read."),
                {},
                Step::None,
                true};
    }
    if (situation.syncing) {
        return {KeyListStateTexts::tr("Reading keys…"),
                KeyListStateTexts::tr("They appear here as soon as they arrive."),
                {},
                Step::None,
                true};
    }
    if (situation.searching) {
        return {KeyListStateTexts::tr("No key matches"),
                KeyListStateTexts::tr("No key here has all of these words and this state."),
                KeyListStateTexts::tr("Clear the search"), Step::ClearSearch, false};
    }
    if (const AccountRow *account = firstInTrouble(situation.accounts))
        return troubled(*account);
    if (situation.canAdd && !situation.canCreate) {
        return {KeyListStateTexts::tr("No keys yet"),
                KeyListStateTexts::tr(
                    "This vendor does not list keys. Add the ones that you have: their "
                    "secrets go to the keychain and can be checked."),
                KeyListStateTexts::tr("Add an existing key…"), Step::AddExisting, false};
    }
    if (all(situation.accounts, Condition::NeverSynced)) {
        return {
            KeyListStateTexts::tr("Not read yet"),
            KeyListStateTexts::tr("The keys of this account have not been read from the vendor."),
            KeyListStateTexts::tr("Sync now"), Step::Sync, false};
    }
    KeyListState empty{KeyListStateTexts::tr("No keys here"),
                       KeyListStateTexts::tr("The vendor lists no key here."),
                       {},
                       Step::None,
                       false};
    if (situation.canCreate) {
        empty.action = KeyListStateTexts::tr("Make the first key…");
        empty.step = Step::NewKey;
    }
    return empty;
}

} // namespace chatelaine
