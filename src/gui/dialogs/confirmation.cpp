// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/dialogs/confirmation.h"

#include "core/redaction.h"
#include "gui/common/timetext.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

constexpr int typeableLength = 64;

struct ConfirmationTexts
{
    Q_DECLARE_TR_FUNCTIONS(Confirmation)

public:
    /** "Revoke %1", with the vendor's own word when it has one. */
    static QString action(const VerbInfo &verb, const QString &thing)
    {
        if (!verb.label.isEmpty())
            return tr("%1 %2", "verb and thing").arg(verb.label, thing);
        switch (verb.verb) {
        case KeyVerb::Enable:
            return tr("Enable %1").arg(thing);
        case KeyVerb::Disable:
            return tr("Disable %1").arg(thing);
        case KeyVerb::Revoke:
            return tr("Revoke %1").arg(thing);
        case KeyVerb::Delete:
            return tr("Delete %1").arg(thing);
        case KeyVerb::Rotate:
            return tr("Rotate %1").arg(thing);
        case KeyVerb::Create:
            return tr("Create %1").arg(thing);
        case KeyVerb::Update:
            break;
        }
        return tr("Change %1").arg(thing);
    }

    static QString place(const KeyRow &key, const QString &accountName)
    {
        QStringList names = {displaySafe(accountName, 80)};
        for (const ContainerStep &step : key.record.container)
            names.append(displaySafe(step.name.isEmpty() ? step.id.toString() : step.name, 80));
        return names.join(QStringLiteral(" / "));
    }
};

QString quoted(const QString &name)
{
    return ConfirmationTexts::tr("\"%1\"").arg(name);
}

QString shownName(const KeyRecord &record)
{
    for (const QString &name : {record.name, record.mask, record.id.toString()}) {
        if (!name.trimmed().isEmpty())
            return displaySafe(name, nameInButton);
    }
    return ConfirmationTexts::tr("a key without a name");
}

} // namespace

QString typeableText(const QString &name, const QString &id, const QString &word)
{
    for (const QString &text : {name, id}) {
        const bool simple = !text.trimmed().isEmpty() && text.size() <= typeableLength &&
                            text == displaySafe(text) && text == text.simplified();
        if (simple)
            return text;
    }
    return word.isEmpty() ? ConfirmationTexts::tr("in use") : word;
}

Confirmation confirmationFor(const KeyRow &key, const VerbInfo &verb, const QString &accountName,
                             Timestamp now)
{
    const QString name = quoted(shownName(key.record));
    Confirmation question;
    question.action = ConfirmationTexts::action(verb, name);
    question.title = ConfirmationTexts::tr("%1?").arg(question.action);
    question.text = ConfirmationTexts::tr("%1 in %2?")
                        .arg(question.action, ConfirmationTexts::place(key, accountName));
    question.destructive = verb.isDestructive;

    QStringList sentences;
    if (key.inUse)
        sentences.append(
            ConfirmationTexts::tr("This is the key that Chatelaine itself uses for this account: "
                                  "without it the account cannot be reached any more."));
    if (!verb.consequence.isEmpty())
        sentences.append(verb.consequence);
    sentences.append(lastUsedSentence(key.record.lastUsed, now) + u'.');
    if (verb.final)
        sentences.append(ConfirmationTexts::tr("This cannot be undone."));
    if (verb.propagationSeconds > 0)
        sentences.append(ConfirmationTexts::tr("The vendor may take up to %n second(s) to act.",
                                               nullptr, verb.propagationSeconds));
    question.consequence = sentences.join(u'\n');
    if (key.inUse && verb.isDestructive)
        question.typeToConfirm = typeableText(key.record.name, key.record.id.toString());
    return question;
}

} // namespace chatelaine
