// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keyforms.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"
#include "gui/dialogs/confirmation.h"
#include "gui/keys/keyfacts.h"
#include "gui/keys/keynotices.h"
#include "services/services.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

struct KeyFormsTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::KeyForms)
};

QString shortName(const KeyRow &key)
{
    return displaySafe(keyDisplayName(key), nameInButton);
}

Notice rotationNotice(const NewKeyResult &result, const KeyRow &old, Timestamp now)
{
    Notice notice{
        Severity::Good, KeyFormsTexts::tr("\"%1\" has a new secret.").arg(shortName(old)), {}};
    notice.next = result.outgoingUntil ? KeyFormsTexts::tr("The old one works until %1 (%2).")
                                             .arg(exactTime(*result.outgoingUntil),
                                                  relativeTime(*result.outgoingUntil, now))
                                       : KeyFormsTexts::tr("The old one does not work any more.");
    return notice;
}

/** The value that a key has in a field, as far as its record tells. */
QJsonValue valueOf(const FieldInfo &field, const KeyRecord &record)
{
    if (field.isName == "name"_L1)
        return record.name;
    if (field.isName == "scopes"_L1 && field.type == FieldInfo::Type::Multi)
        return QJsonArray::fromStringList(record.scopes);
    const auto detail = std::find_if(record.details.begin(), record.details.end(),
                                     [&](const auto &one) { return one.first == field.label; });
    if (detail == record.details.end())
        return QJsonValue::Undefined;
    if (field.type != FieldInfo::Type::Lines && field.type != FieldInfo::Type::Multi)
        return detail->second;
    static const QRegularExpression separator(u"[,\\s]+"_s);
    return QJsonArray::fromStringList(detail->second.split(separator, Qt::SkipEmptyParts));
}

FieldSet::Ask askFor(const KeyFormsPort &port, const KeyRow &key, KeyVerb verb)
{
    return [options = port.options, key, verb](const QString &field) {
        return options(key, field, verb);
    };
}

} // namespace

FormRequest rotationForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &verb,
                         Timestamp now)
{
    const bool expired = key.record.state == KeyState::Expired;
    FormRequest request;
    request.title = expired ? KeyFormsTexts::tr("Give \"%1\" a new term").arg(shortName(key))
                            : KeyFormsTexts::tr("Rotate \"%1\"").arg(shortName(key));
    request.text =
        expired ? KeyFormsTexts::tr("The key has expired. It gets a new secret and works "
                                    "again, for the time that you give it.")
                : KeyFormsTexts::tr("The key gets a new secret. Its name and its rights stay.");
    request.consequence = verb.consequence;
    request.action = request.title;
    request.fields = fieldsFor(verb, key.record.state);
    request.options = askFor(port, key, KeyVerb::Rotate);
    request.makesSecret = true;
    request.destructive = !expired;
    if (key.inUse)
        request.consent = KeyFormsTexts::tr(
            "I know that Chatelaine itself uses this key, and give the new secret to the account");
    request.lostAnswer =
        KeyFormsTexts::tr("The old secret may be dead and the new one lost. Synchronize the "
                          "account, then rotate the key once more.");
    request.send = [rotate = port.rotate, key, now](const FormAnswer &answer) {
        const KeyRotation order{key.uid, answer.values, answer.unheldAccepted, answer.consented};
        return formResultOf(rotate(order), [key, now](const NewKeyResult &result) {
            return FormResult{rotationNotice(result, key, now), result.secret, result.warnings,
                              result.key.uid};
        });
    };
    return request;
}

FormRequest updateForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &verb)
{
    FormRequest request;
    request.title = KeyFormsTexts::tr("Edit \"%1\"").arg(shortName(key));
    request.consequence = verb.consequence;
    request.action = KeyFormsTexts::tr("Save the changes");
    request.fields = fieldsFor(verb, key.record.state);
    for (const FieldInfo &field : std::as_const(request.fields)) {
        const QJsonValue value = valueOf(field, key.record);
        if (!value.isUndefined())
            request.proposed.insert(field.id, value);
    }
    request.options = askFor(port, key, KeyVerb::Update);
    request.send = [update = port.update, key](const FormAnswer &answer) {
        return formResultOf(update(key.uid, answer.values), [](const KeyChange &change) {
            return FormResult{changeNotice(change, KeyVerb::Update), {}, {}, change.key.uid};
        });
    };
    return request;
}

FormRequest replacementForm(const KeyFormsPort &port, const KeyRow &key, const VerbInfo &create,
                            const ReplacementForm &known)
{
    FormRequest request;
    request.title = KeyFormsTexts::tr("Replace \"%1\"").arg(shortName(key));
    request.text =
        KeyFormsTexts::tr("First a new key is made. Only when its secret is stored where it is "
                          "needed, the old key is ended.");
    if (!known.notTakenOver.isEmpty()) {
        request.text += u' ' + KeyFormsTexts::tr("The vendor does not tell these of the old key: "
                                                 "%1.")
                                   .arg(known.notTakenOver.join(u", "_s));
    }
    request.action = KeyFormsTexts::tr("Make the new key");
    request.fields = create.fields;
    request.proposed = known.values;
    request.options = askFor(port, key, KeyVerb::Create);
    request.makesSecret = true;
    request.lostAnswer = KeyFormsTexts::tr("Close this and synchronize the account: if the new key "
                                           "is there, Chatelaine finds it.");
    request.send = [replace = port.replace, key](const FormAnswer &answer) {
        const ReplacementOrder order{key.uid, answer.values, answer.unheldAccepted};
        return formResultOf(replace(order), [](const Replacement &made) {
            FormResult result{{Severity::Information, made.sentence, {}},
                              made.secret,
                              made.warnings,
                              made.newKey ? made.newKey->uid : KeyUid()};
            result.deliveredText =
                KeyFormsTexts::tr("The new key is made. The old key can be ended.");
            return result;
        });
    };
    return request;
}

KeyFormsPort KeyFormsPort::of(Services &services)
{
    KeyService &keys = services.keys;
    ReplacementService &replacements = services.replacements;
    return {
        [&keys](const KeyRotation &order) { return keys.rotate(order); },
        [&keys](const KeyUid &key, const FieldValues &values) { return keys.update(key, values); },
        [&replacements](const ReplacementOrder &order) { return replacements.start(order); },
        [&keys](const KeyRow &key, const QString &field, KeyVerb verb) {
            return keys.fieldOptions(key.account, key.record.kind, field, key.record.container,
                                     verb);
        },
    };
}

} // namespace chatelaine
