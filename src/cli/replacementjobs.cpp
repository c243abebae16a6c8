// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/replacementjobs.h"

#include "cli/choices.h"
#include "cli/confirmation.h"
#include "cli/table.h"
#include "cli/values.h"
#include "core/redaction.h"
#include "services/accountservice.h"

namespace chatelaine::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject replacementDocument(const Replacement &at, const AccountRow &account)
{
    QJsonObject document{{"id"_L1, at.row.id.toString()},
                         {"step"_L1, replacementStepName(at.row.step)},
                         {"startedAt"_L1, at.row.startedAt.toIso()},
                         {"canGoOn"_L1, at.canGoOn},
                         {"secretHeld"_L1, at.secret.has_value()},
                         {"sentence"_L1, at.sentence}};
    if (!at.oldKey.uid.isEmpty())
        document.insert("oldKey"_L1, keyDocument(at.oldKey, account));
    if (at.newKey)
        document.insert("newKey"_L1, keyDocument(*at.newKey, account));
    if (!at.row.message.isEmpty())
        document.insert("message"_L1, at.row.message);
    return document;
}

QString replacementQuestion(const KeyRow &key, const AccountRow &account)
{
    return ReplacementChangeJob::tr(
               "End \"%1\" (%2) of %3, once the secret of its replacement is stored?\nLast used: "
               "%4\nWhatever still uses the old key is refused then.")
               .arg(displaySafe(nameToType(key)), displaySafe(key.record.mask), account.name,
                    shownLastUsed(key.record.lastUsed)) +
           u'\n' + yesWanted();
}

} // namespace

void ReplacingJob::takeOver(const Replacement &made, const Delivery &delivery)
{
    for (const QString &warning : made.warnings)
        output().note(displaySafe(warning, 2048));
    const KeyRow key = made.newKey.value_or(KeyRow());
    const AccountRow account = accountOf(made.row.account);
    if (!made.secret) {
        Error error;
        error.kind = ErrorKind::Conflict;
        error.message = made.sentence;
        return fail(error);
    }
    QJsonObject document = keyDocument(key, account);
    document.insert("replacement"_L1, made.row.id.toString());
    m_documentIsOut = delivery.isStdout();
    const QString undelivered = tr("The new key \"%1\" was made, but its secret was not delivered; "
                                   "the old key stays. Go on with: chatelainectl replacements "
                                   "resume %2 --deliver ...")
                                    .arg(displaySafe(nameToType(key)), made.row.id.toString());
    deliver({*made.secret, delivery, document, {}, undelivered},
            [this, id = made.row.id] { endOld(id, m_inUseConfirmed); });
}

void ReplacingJob::endOld(const ReplacementId &id, bool inUseConfirmed)
{
    whenDone(services().replacements.goOn(id, inUseConfirmed), this,
             [this, id](const Outcome<Replacement> &finished) {
                 if (finished)
                     return report(*finished);
                 Error error = finished.error();
                 if (error.next.isEmpty())
                     error.next =
                         tr("Go on with: chatelainectl replacements resume %1").arg(id.toString());
                 fail(error);
             });
}

void ReplacingJob::report(const Replacement &finished)
{
    for (const QString &warning : finished.warnings)
        output().note(displaySafe(warning, 2048));
    if (m_documentIsOut)
        output().note(displaySafe(finished.sentence));
    else
        output().result(displaySafe(finished.sentence) + u'\n',
                        replacementDocument(finished, accountOf(finished.row.account)));
    finish(done);
}

void KeyReplaceJob::start()
{
    if (!m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    then(services().keys.find(m_order.key), [this](const KeyRow &key) {
        then(services().replacements.formFor(key.uid),
             [this, key](const ReplacementForm &form) { fillForm(key, form); });
    });
}

void KeyReplaceJob::fillForm(const KeyRow &key, const ReplacementForm &form)
{
    const ProviderInfo provider =
        services().accounts.providerOf(key.account).value_or(ProviderInfo());
    const KindInfo *kind = provider.kind(key.record.kind);
    const VerbInfo *create = kind ? kind->verb(KeyVerb::Create) : nullptr;
    const auto given =
        givenValues(provider, create ? create->fields : QList<FieldInfo>(), {}, m_order.fields);
    if (!given)
        return refuse(given.error());
    m_replacement.key = key.uid;
    m_replacement.values = form.values;
    m_replacement.values.insert(*given);
    for (const FieldInfo &field : create ? create->fields : QList<FieldInfo>()) {
        if (m_replacement.values.contains(field.id))
            continue;
        if (form.notTakenOver.contains(field.label))
            output().note(tr("Not taken over from the old key: %1").arg(displaySafe(field.label)));
    }
    if (key.inUse)
        return askForName(key);
    if (m_order.yes)
        return make();
    ask(key);
}

void KeyReplaceJob::ask(const KeyRow &key)
{
    then(terminal().ask(replacementQuestion(key, accountOf(key.account))),
         [this](const QString &answer) {
             if (isYes(answer))
                 return make();
             fail(notConfirmed());
         });
}

void KeyReplaceJob::askForName(const KeyRow &key)
{
    if (!terminal().canAsk())
        return fail(inUseUnasked(key));
    then(terminal().ask(inUseQuestion(key, accountOf(key.account))),
         [this, key](const QString &answer) {
             if (answer != nameToType(key))
                 return fail(notConfirmed());
             setInUseConfirmed(true);
             make();
         });
}

void KeyReplaceJob::make()
{
    whenHoldable(m_order.delivery, [this](bool unheldAccepted) {
        m_replacement.unheldAccepted = unheldAccepted;
        then(services().replacements.start(m_replacement),
             [this](const Replacement &made) { takeOver(made, m_order.delivery); });
    });
}

void ReplacementsListJob::start()
{
    then(services().replacements.open(), [this](const QList<Replacement> &open) {
        Table table({tr("STARTED"), tr("ACCOUNT"), tr("OLD KEY"), tr("STEP"), tr("ID"),
                     tr("WHAT COMES NEXT")});
        QJsonArray items;
        for (const Replacement &at : open) {
            const AccountRow account = accountOf(at.row.account);
            items.append(replacementDocument(at, account));
            table.add({shownTime(at.row.startedAt), account.name, at.oldKey.record.name,
                       replacementStepName(at.row.step), at.row.id.toString(), at.sentence});
        }
        output().result(table.toString(), listDocument(items, {}));
        finish(done);
    });
}

void ReplacementChangeJob::start()
{
    if (m_order.abandon)
        return abandon();
    if (!m_order.yes && !terminal().canAsk())
        return refuse(confirmationMissing());
    then(services().replacements.replacement(ReplacementId(m_order.id)),
         [this](const Replacement &at) { resume(at); });
}

void ReplacementChangeJob::abandon()
{
    then(services().replacements.abandon(ReplacementId(m_order.id)), [this](const Done &) {
        then(services().replacements.replacement(ReplacementId(m_order.id)),
             [this](const Replacement &at) {
                 output().result(tr("Abandoned. Both keys stay as they are.") + u'\n',
                                 replacementDocument(at, accountOf(at.row.account)));
                 finish(done);
             });
    });
}

void ReplacementChangeJob::resume(const Replacement &at)
{
    if ((at.secret || at.row.step == ReplacementStep::Making) && !m_order.delivery)
        return refuse(usageError(tr("Say where the new secret goes: --deliver stdout or --deliver "
                                    "keychain.")));
    if (at.oldKey.inUse) {
        if (!terminal().canAsk())
            return fail(inUseUnasked(at.oldKey));
        return then(terminal().ask(inUseQuestion(at.oldKey, accountOf(at.row.account))),
                    [this, at](const QString &answer) {
                        if (answer != nameToType(at.oldKey))
                            return fail(notConfirmed());
                        setInUseConfirmed(true);
                        confirmed(at);
                    });
    }
    if (m_order.yes)
        return confirmed(at);
    then(terminal().ask(replacementQuestion(at.oldKey, accountOf(at.row.account))),
         [this, at](const QString &answer) {
             if (isYes(answer))
                 return confirmed(at);
             fail(notConfirmed());
         });
}

void ReplacementChangeJob::confirmed(const Replacement &at)
{
    if (!at.secret && at.row.step != ReplacementStep::Making)
        return endOld(at.row.id, inUseConfirmed());
    whenHoldable(*m_order.delivery, [this, at](bool) {
        if (at.secret)
            return takeOver(at, *m_order.delivery);
        then(services().replacements.goOn(at.row.id, inUseConfirmed()),
             [this](const Replacement &made) { takeOver(made, *m_order.delivery); });
    });
}

} // namespace chatelaine::cli
