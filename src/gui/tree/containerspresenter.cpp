// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/tree/containerspresenter.h"

#include "core/redaction.h"

#include <algorithm>

namespace chatelaine {

namespace {

QString lastName(const ContainerPath &path)
{
    if (path.isEmpty())
        return {};
    const ContainerStep &step = path.constLast();
    return displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, nameInButton);
}

} // namespace

ContainersPresenter::ContainersPresenter(ContainersPort port, QObject *parent)
    : QObject(parent)
    , m_port(std::move(port))
{}

QList<ContainerOffer> ContainersPresenter::offers(const Scope &scope) const
{
    return containerOffers(scope,
                           scope.account.isEmpty() ? std::nullopt : m_port.provider(scope.account));
}

FormRequest ContainersPresenter::form(const ContainerOffer &offer) const
{
    const ContainerVerbInfo verb = *offer.level.verb(offer.verb);
    const bool making = offer.verb == ContainerVerb::Create;
    const QString label = offer.level.label;
    const QString name = lastName(offer.container);
    FormRequest request;
    request.title = making ? tr("New: %1").arg(label) : tr("Rename \"%1\"").arg(name);
    request.text = making && !name.isEmpty() ? tr("In \"%1\".").arg(name) : QString();
    request.action = making ? tr("Create") : tr("Rename to", "before the new name");
    request.fields = verb.fields;
    request.makesSecret = !verb.keyKind.isEmpty();
    if (request.makesSecret)
        request.consequence = tr("A key with a secret of its own comes with it.");
    if (!making) {
        for (const FieldInfo &field : verb.fields) {
            if (field.isName == QLatin1StringView("name"))
                request.proposed.insert(field.id, offer.container.constLast().name);
        }
    }
    request.send = [change = m_port.change, offer, making](const FormAnswer &answer) {
        const ContainerChange order{
            offer.account,         offer.verb, offer.level.id, offer.container, answer.values,
            answer.unheldAccepted, false};
        return formResultOf(change(order), [making](const ContainerChangeResult &result) {
            const QString made = lastName(result.container);
            FormResult form;
            form.notice.severity = result.verified ? Severity::Good : Severity::Warning;
            if (!result.verified)
                form.notice.text =
                    tr("The vendor accepted it, but does not show \"%1\" yet.").arg(made);
            else
                form.notice.text = making ? tr("\"%1\" is made, as the vendor confirms.").arg(made)
                                          : tr("It is called \"%1\" now.").arg(made);
            form.notice.next = result.warnings.join(u' ');
            if (result.key) {
                form.secret = result.key->secret;
                form.warnings = result.key->warnings;
                form.key = result.key->key.uid;
            }
            return form;
        });
    };
    return request;
}

void ContainersPresenter::prepareDeletion(const ContainerOffer &offer)
{
    whenDone(m_port.keysThatGoWith(offer.account, offer.container), this,
             [this, offer](const Outcome<QList<KeyRow>> &keys) {
                 if (keys)
                     emit deletionAsked({offer, *keys, containerDeletion(offer, *keys)});
                 else
                     emit noticed(Notice::of(keys.error()));
             });
}

void ContainersPresenter::remove(const Deletion &deletion)
{
    const ContainerOffer &offer = deletion.offer;
    ContainerChange order{offer.account, offer.verb, offer.level.id, offer.container, {},
                          false,         false};
    order.inUseConfirmed = std::any_of(deletion.keys.begin(), deletion.keys.end(),
                                       [](const KeyRow &key) { return key.inUse; });
    const QString name = lastName(offer.container);
    whenDone(m_port.change(order), this,
             [this, name](const Outcome<ContainerChangeResult> &outcome) {
                 if (!outcome)
                     return emit noticed(Notice::of(outcome.error()));
                 Notice notice{outcome->verified ? Severity::Good : Severity::Warning,
                               tr("\"%1\" is deleted. Keys that went with it: %2.")
                                   .arg(name)
                                   .arg(outcome->ended.size()),
                               outcome->warnings.join(u' ')};
                 emit noticed(notice);
             });
}

} // namespace chatelaine
