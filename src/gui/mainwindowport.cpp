// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/mainwindowport.h"

#include "services/accountservice.h"
#include "services/practicesession.h"
#include "services/services.h"

namespace chatelaine {

MainWindowPort MainWindowPort::of(Services &services)
{
    MainWindowPort port;
    port.loadAccounts = [&services] {
        return services.accounts.load();
    };
    port.accounts = [&services] {
        return services.accounts.accounts();
    };
    port.removeAccount = [&services](const AccountId &id) {
        return services.accounts.remove(id);
    };
    port.definitionProblems = [&services] {
        return services.accounts.providerProblems();
    };
    port.sync = [&services](const AccountId &id) {
        return services.sync.sync(id, QStringLiteral("window"));
    };
    port.cancelSync = [&services](const AccountId &id) {
        services.sync.cancel(id);
    };
    port.keychainCondition = [&services] {
        return services.held.condition();
    };
    port.pendingSecrets = [&services] {
        return services.held.pending();
    };
    port.doubts = [&services] {
        return services.keys.doubts();
    };
    port.settle = [&services](const OperationId &operation, const KeyUid &key) {
        return services.keys.settle(operation, key);
    };
    port.settleAs = [&services](const OperationId &operation, bool tookEffect) {
        return services.keys.settleAs(operation, tookEffect);
    };
    port.openReplacements = [&services] {
        return services.replacements.open();
    };
    port.goOnReplacing = [&services](const ReplacementId &id, bool inUseConfirmed) {
        return services.replacements.goOn(id, inUseConfirmed);
    };
    port.abandonReplacement = [&services](const ReplacementId &id) {
        return services.replacements.abandon(id);
    };
    port.practiceRuns = [practice = services.practice] {
        return practice && practice->isRunning();
    };
    if (services.practice)
        port.startPractice = [practice = services.practice] {
            return practice->start();
        };
    return port;
}

} // namespace chatelaine
