// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/choices.h"

#include "cli/values.h"
#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ChoicesTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::cli::Choices)
};

const auto projectLevel = "project"_L1;

QString listed(const QStringList &words)
{
    return words.join(", "_L1);
}

QString listedKinds(const QList<KindInfo> &kinds)
{
    QStringList ids;
    for (const KindInfo &kind : kinds)
        ids.append(kind.id);
    return listed(ids);
}

/** What `chatelainectl keys` can do with keys of this kind. */
QStringList existingVerbs(const KindInfo &kind)
{
    QStringList verbs;
    for (const VerbInfo &verb : kind.verbs)
        verbs.append(keyVerbName(verb.verb));
    if (kind.manual)
        verbs.append(u"add"_s);
    if (kind.canCheck)
        verbs.append(u"check"_s);
    return verbs;
}

Outcome<KindInfo> onlyKind(const ProviderInfo &provider, const QList<KindInfo> &fitting)
{
    if (fitting.size() == 1)
        return fitting.constFirst();
    return usageError(ChoicesTexts::tr("%1 has several kinds of keys; name one with --kind: %2.")
                          .arg(provider.name, listedKinds(fitting)));
}

Error noSuchKind(const ProviderInfo &provider, const QString &kind)
{
    return usageError(ChoicesTexts::tr("%1 has no keys of the kind \"%2\". It has: %3.")
                          .arg(provider.name, displaySafe(kind), listedKinds(provider.kinds)));
}

bool isNamed(const ContainerStep &step, QStringView text)
{
    return step.id.toString() == text || step.name == text;
}

/** Whether `text` is this container, or, with a slash, its parent and itself. */
bool matches(const ContainerRow &row, const QString &text)
{
    if (isNamed(row.path.constLast(), text))
        return true;
    if (row.path.size() < 2)
        return false;
    const ContainerStep &parent = row.path.at(row.path.size() - 2);
    for (qsizetype slash = text.indexOf(u'/'); slash >= 0; slash = text.indexOf(u'/', slash + 1)) {
        if (isNamed(parent, QStringView(text).left(slash)) &&
            isNamed(row.path.constLast(), QStringView(text).mid(slash + 1)))
            return true;
    }
    return false;
}

QString shownContainer(const ContainerRow &row)
{
    QStringList names;
    for (const ContainerStep &step : row.path)
        names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, 60));
    return names.join(u'/') + " ("_L1 + displaySafe(row.path.constLast().id.toString(), 60) + u')';
}

Error ambiguous(const QString &text, const QList<ContainerRow> &found,
                const std::function<QString(const AccountId &)> &accountName)
{
    constexpr qsizetype mostShown = 10;
    Error error;
    error.kind = ErrorKind::Conflict;
    error.message = ChoicesTexts::tr("\"%1\" is the name of several; say which by its id:")
                        .arg(displaySafe(text));
    for (const ContainerRow &row : found.first(qMin(mostShown, found.size())))
        error.message += u'\n' + accountName(row.account) + ": "_L1 + shownContainer(row);
    if (found.size() > mostShown)
        error.message += u'\n' + ChoicesTexts::tr("and %n more", "", int(found.size() - mostShown));
    return error;
}

Error noContainers(const AccountRow &account)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message =
        ChoicesTexts::tr("The local inventory of %1 has nothing that such a key can be in.")
            .arg(account.name);
    error.next = ChoicesTexts::tr("Read it first: chatelainectl sync %1").arg(account.name);
    return error;
}

} // namespace

Error missingVerb(const ProviderInfo &provider, const KindInfo &kind, KeyVerb verb)
{
    Error error;
    error.kind = ErrorKind::Unsupported;
    const QStringList existing = existingVerbs(kind);
    error.message = ChoicesTexts::tr("%1 has no \"%2\" for keys of the kind \"%3\".")
                        .arg(provider.name, keyVerbName(verb), kind.id);
    error.message +=
        u' ' + (existing.isEmpty() ? ChoicesTexts::tr("Its API can do nothing with them.")
                                   : ChoicesTexts::tr("What exists: %1.").arg(listed(existing)));
    for (const ExternalVerb &external : kind.external) {
        if (external.verb == verb)
            error.next = (external.why + u' ' + external.url).trimmed();
    }
    return error;
}

Outcome<KindInfo> chooseKind(const ProviderInfo &provider, const QString &kind, KeyVerb verb,
                             bool projectNamed)
{
    if (!kind.isEmpty()) {
        const KindInfo *named = provider.kind(kind);
        if (!named)
            return noSuchKind(provider, kind);
        if (!named->verb(verb))
            return missingVerb(provider, *named, verb);
        return *named;
    }
    QList<KindInfo> able;
    QList<KindInfo> fitting;
    for (const KindInfo &candidate : provider.kinds) {
        if (!candidate.verb(verb))
            continue;
        able.append(candidate);
        if ((candidate.level == projectLevel) == projectNamed)
            fitting.append(candidate);
    }
    if (able.isEmpty())
        return missingVerb(provider, provider.kinds.value(0), verb);
    return onlyKind(provider, fitting.isEmpty() ? able : fitting);
}

Outcome<KindInfo> chooseKindToAdd(const ProviderInfo &provider, const QString &kind)
{
    if (!kind.isEmpty()) {
        const KindInfo *named = provider.kind(kind);
        if (!named)
            return noSuchKind(provider, kind);
        return *named;
    }
    QList<KindInfo> byHand;
    for (const KindInfo &candidate : provider.kinds) {
        if (candidate.manual)
            byHand.append(candidate);
    }
    return onlyKind(provider, byHand.isEmpty() ? provider.kinds : byHand);
}

Outcome<ContainerRow> chooseContainer(const QList<ContainerRow> &rows, const QString &text,
                                      const QString &level,
                                      const std::function<QString(const AccountId &)> &accountName)
{
    QList<ContainerRow> found;
    QList<ContainerRow> projects;
    for (const ContainerRow &row : rows) {
        const QString &itsLevel = row.path.constLast().level;
        if ((!level.isEmpty() && itsLevel != level) || !matches(row, text))
            continue;
        found.append(row);
        if (itsLevel == projectLevel)
            projects.append(row);
    }
    if (level.isEmpty() && !projects.isEmpty())
        found = projects;
    if (found.size() == 1)
        return found.constFirst();
    if (!found.isEmpty())
        return ambiguous(text, found, accountName);
    Error error;
    error.kind = ErrorKind::NotFound;
    error.message =
        ChoicesTexts::tr("The local inventory has no project \"%1\".").arg(displaySafe(text));
    error.next =
        ChoicesTexts::tr("See: chatelainectl projects list; a new one appears with the next "
                         "sync.");
    return error;
}

Outcome<ContainerPath> placeFor(const KindInfo &kind, const QString &text,
                                const QList<ContainerRow> &rows, const AccountRow &account)
{
    if (kind.level == "account"_L1) {
        if (text.isEmpty())
            return ContainerPath();
        return usageError(
            ChoicesTexts::tr("Keys of the kind \"%1\" are in no project; leave --project out.")
                .arg(kind.id));
    }
    QList<ContainerRow> places;
    for (const ContainerRow &row : rows) {
        if (row.path.constLast().level == kind.level)
            places.append(row);
    }
    if (places.isEmpty())
        return noContainers(account);
    if (text.isEmpty()) {
        if (kind.level != projectLevel && places.size() == 1)
            return places.constFirst().path;
        return usageError(
            ChoicesTexts::tr("Keys of the kind \"%1\" need a place: name it with --project.")
                .arg(kind.id));
    }
    const auto chosen = chooseContainer(places, text, kind.level,
                                        [&account](const AccountId &) { return account.name; });
    if (!chosen)
        return chosen.error();
    return chosen->path;
}

Outcome<QList<CredentialChoice>> chooseSlots(const ProviderInfo &provider,
                                             const QList<CredentialChoice> &choices, bool complete)
{
    QStringList all;
    QStringList missing;
    for (const SlotInfo &slot : provider.slots_) {
        all.append(slot.id);
        if (slot.required)
            missing.append(slot.id);
    }
    if (all.isEmpty() && !choices.isEmpty())
        return usageError(ChoicesTexts::tr("%1 takes no credential.").arg(provider.name));
    const QStringList &likely = missing.isEmpty() ? all : missing;
    const QString unnamed = likely.size() == 1 ? likely.constFirst() : QString();
    QList<CredentialChoice> chosen;
    QSet<QString> seen;
    for (CredentialChoice choice : choices) {
        if (choice.slot.isEmpty())
            choice.slot = unnamed;
        if (!all.contains(choice.slot))
            return usageError(ChoicesTexts::tr("%1 has these credential slots: %2. Give one as "
                                               "--credential SLOT=SOURCE.")
                                  .arg(provider.name, listed(all)));
        if (seen.contains(choice.slot))
            return usageError(ChoicesTexts::tr("Each slot takes one --credential."));
        seen.insert(choice.slot);
        chosen.append(choice);
    }
    for (const QString &slot : std::as_const(missing)) {
        if (complete && !seen.contains(slot))
            return usageError(ChoicesTexts::tr("%1 needs a credential: --credential %2=keychain, "
                                               "%2=env:VARIABLE or %2=file:PATH.")
                                  .arg(provider.name, slot));
    }
    return chosen;
}

} // namespace chatelaine::cli
