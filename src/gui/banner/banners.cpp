// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/banner/banners.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QCoreApplication>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct BannersTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::Banners)
};

using Kind = Banner::Kind;
using Condition = AccountStatus::Condition;

QList<AccountRow> inCondition(const BannerSituation &situation, Condition condition)
{
    QList<AccountRow> accounts = situation.accounts;
    accounts.removeIf([&](const AccountRow &account) {
        const bool inScope =
            situation.scope.account.isEmpty() || situation.scope.account == account.id;
        return !inScope || account.status.condition != condition;
    });
    return accounts;
}

QString names(const QList<AccountRow> &accounts)
{
    QStringList all;
    for (const AccountRow &account : accounts)
        all.append(displaySafe(account.name, 60));
    if (all.size() > 3)
        return BannersTexts::tr("%1 and %2 more")
            .arg(QStringList(all.first(3)).join(u", "_s))
            .arg(all.size() - 3);
    return all.join(u", "_s);
}

QString since(const QList<AccountRow> &accounts, Timestamp now)
{
    std::optional<Timestamp> oldest;
    for (const AccountRow &account : accounts) {
        if (account.status.asOf && (!oldest || *account.status.asOf < *oldest))
            oldest = account.status.asOf;
    }
    return oldest ? BannersTexts::tr("What is shown was read %1.").arg(relativeTime(*oldest, now))
                  : BannersTexts::tr("Nothing was read from it yet.");
}

Banner accountBanner(Kind kind, Severity severity, const QList<AccountRow> &accounts,
                     const QString &text)
{
    Banner banner;
    banner.kind = kind;
    banner.notice = {severity, text.arg(names(accounts)), {}};
    QStringList details;
    for (const AccountRow &account : accounts) {
        banner.accounts.append(account.id);
        QStringList lines = account.status.reasons;
        lines.prepend(account.status.message);
        lines.removeAll(QString());
        lines.removeDuplicates();
        details.append(displaySafe(account.name, 60) + u": "_s + lines.join(u' '));
    }
    banner.detail = details.join(u'\n');
    banner.action = BannersTexts::tr("Try again");
    return banner;
}

void addAccountBanners(QList<Banner> &banners, const BannerSituation &situation, Timestamp now)
{
    if (const auto accounts = inCondition(situation, Condition::Unauthorized);
        !accounts.isEmpty()) {
        banners.append(accountBanner(Kind::Unauthorized, Severity::Error, accounts,
                                     BannersTexts::tr("The vendor refuses the credential of %1.")));
        banners.last().notice.next = accounts.first().status.message;
    }
    if (const auto accounts = inCondition(situation, Condition::Failed); !accounts.isEmpty()) {
        banners.append(accountBanner(Kind::Failed, Severity::Error, accounts,
                                     BannersTexts::tr("%1 could not be read.")));
        banners.last().notice.next = accounts.first().status.message;
    }
    if (const auto accounts = inCondition(situation, Condition::Offline); !accounts.isEmpty()) {
        banners.append(accountBanner(Kind::Offline, Severity::Warning, accounts,
                                     BannersTexts::tr("Offline: %1 cannot be reached.")));
        banners.last().notice.next = since(accounts, now);
    }
    for (const AccountRow &account : inCondition(situation, Condition::Fresh)) {
        if (account.status.message.isEmpty())
            continue;
        Banner banner;
        banner.kind = Kind::VendorNote;
        banner.notice = {Severity::Information,
                         BannersTexts::tr("%1: %2").arg(displaySafe(account.name, 60),
                                                        displaySafe(account.status.message)),
                         {}};
        banners.append(banner);
    }
    if (const auto accounts = inCondition(situation, Condition::Incomplete); !accounts.isEmpty()) {
        banners.append(accountBanner(Kind::Incomplete, Severity::Warning, accounts,
                                     BannersTexts::tr("The list of %1 is incomplete.")));
        const QStringList reasons = accounts.first().status.reasons;
        banners.last().notice.next =
            reasons.isEmpty() ? accounts.first().status.message : reasons.first();
    }
}

void addPracticeBanner(QList<Banner> &banners, const BannerSituation &situation)
{
    QList<AccountRow> accounts = situation.accounts;
    accounts.removeIf([](const AccountRow &account) { return !account.practice; });
    if (accounts.isEmpty())
        return;
    Banner banner;
    banner.kind = Kind::Practice;
    banner.notice.text =
        BannersTexts::tr("These are practice accounts: nothing here reaches a real vendor.");
    if (!situation.practiceRuns) {
        banner.notice.severity = Severity::Warning;
        banner.notice.next = BannersTexts::tr("The practice server does not run.");
        banner.action = BannersTexts::tr("Start the practice server");
    }
    banners.append(banner);
}

} // namespace

QList<Banner> bannersFor(const BannerSituation &situation, Timestamp now)
{
    QList<Banner> banners;
    if (situation.doubts > 0) {
        banners.append(
            {Kind::Doubts,
             {Severity::Error,
              BannersTexts::tr("Operations whose outcome nobody knows: %1.").arg(situation.doubts),
              BannersTexts::tr("An answer was lost after a request had left.")},
             BannersTexts::tr("Look at it…"),
             {},
             {}});
    }
    if (situation.held > 0) {
        banners.append(
            {Kind::HeldSecrets,
             {Severity::Warning,
              BannersTexts::tr("New secrets that wait to be stored: %1.").arg(situation.held),
              BannersTexts::tr("The vendor never shows a secret again.")},
             BannersTexts::tr("Show again…"),
             {},
             {}});
    }
    if (situation.replacements > 0) {
        banners.append({Kind::Replacements,
                        {Severity::Information,
                         BannersTexts::tr("Replacements of keys that are not finished: %1.")
                             .arg(situation.replacements),
                         BannersTexts::tr("The old key still works.")},
                        BannersTexts::tr("Go on…"),
                        {},
                        {}});
    }
    if (situation.bulkRuns > 0) {
        banners.append({Kind::BulkChanges,
                        {Severity::Warning,
                         BannersTexts::tr("Changes of many keys that stand still: %1.")
                             .arg(situation.bulkRuns),
                         BannersTexts::tr("Go on with them, or leave the rest as it is.")},
                        BannersTexts::tr("Go on…"),
                        {},
                        {}});
    }
    if (situation.keychain && !situation.keychain->usable) {
        banners.append({Kind::Keychain,
                        {Severity::Warning, situation.keychain->sentence, situation.keychain->next},
                        BannersTexts::tr("Check again"),
                        {},
                        {}});
    }
    addAccountBanners(banners, situation, now);
    if (!situation.definitionProblems.isEmpty()) {
        banners.append(
            {Kind::Definitions,
             {Severity::Warning, BannersTexts::tr("A provider definition of yours is wrong."),
              displaySafe(situation.definitionProblems.first())},
             {},
             situation.definitionProblems.join(u'\n'),
             {}});
    }
    addPracticeBanner(banners, situation);
    return banners;
}

} // namespace chatelaine
