// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/redaction.h"
#include "models/journalmodel.h"

namespace chatelaine {

namespace {

struct Word
{
    const char *id;
    const char *text;
};

// An entry may say that something is only intended: its kind is named as what is to be done.
constexpr Word kinds[] = {
    {"account.add", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Connect account")},
    {"account.update", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Change account")},
    {"account.remove", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Disconnect account")},
    {"key.create", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Create key")},
    {"key.add", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Add existing key")},
    {"key.enable", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Enable key")},
    {"key.disable", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Disable key")},
    {"key.revoke", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Revoke key")},
    {"key.delete", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Delete key")},
    {"key.rotate", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Rotate key")},
    {"key.update", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Change key")},
    {"key.replace", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Replace key")},
    {"key.deliver", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Deliver key's secret")},
    {"bulk.revoke", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Revoke many keys")},
    {"bulk.disable", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Disable many keys")},
    {"bulk.delete", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Delete many keys")},
    {"key.check", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Check key")},
    {"key.note", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Note on key")},
    {"key.review", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Review key")},
    {"key.review_acknowledge",
     QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Acknowledge review of key")},
    {"key.exception", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Accept finding for a time")},
    {"key.exception_end", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "End exception")},
    {"secret.reveal", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Reveal secret")},
    {"secret.copy", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Copy secret")},
    {"secret.deliver", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Deliver secret")},
    {"secret.keep", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Keep secret in keychain")},
    {"secret.release", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Release held secret")},
    {"organization.create", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Create organization")},
    {"organization.rename", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Rename organization")},
    {"organization.delete", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Delete organization")},
    {"project.create", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Create project")},
    {"project.rename", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Rename project")},
    {"project.delete", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Delete project")},
    {"webhook.create", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Create webhook")},
    {"webhook.pause", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Pause webhook")},
    {"webhook.resume", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Resume webhook")},
    {"webhook.delete", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Delete webhook")},
    {"webhook.ping", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Send test event")},
    {"webhook.retry", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Repeat delivery")},
    {"report.export", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Export")},
    {"report.vendor_export",
     QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Export vendor's audit log")},
    {"app.lock", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Lock")},
    {"app.unlock", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Unlock")},
    {"app.authenticate", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Ask for passphrase")},
    {"app.passphrase", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Change passphrase")},
    {"team.join", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Join team")},
    {"team.leave", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Leave team")},
    {"team.conflict", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Conflict in the team")},
    {"key.changed_elsewhere",
     QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Change by others seen")},
    {"key.conflict", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Conflict with the vendor")},
    {"clock.jump", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Clock set back")},
    {"log.verify", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Verify journal")},
};

constexpr Word outcomes[] = {
    {"intended", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Intended")},
    {"succeeded", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Succeeded")},
    {"accepted", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Accepted, not proven")},
    {"failed", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Failed")},
    {"cancelled", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Cancelled")},
    {"in_doubt", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "In doubt")},
    {"settled", QT_TRANSLATE_NOOP("chatelaine::JournalModel", "Settled")},
};

template<std::size_t size>
QString wordFor(const QString &id, const Word (&words)[size])
{
    for (const Word &word : words) {
        if (id == QLatin1StringView(word.id))
            return JournalModel::tr(word.text);
    }
    return displaySafe(id);
}

} // namespace

QString journalEventText(const QString &kind)
{
    return wordFor(kind, kinds);
}

QString journalOutcomeText(const QString &outcome)
{
    return wordFor(outcome, outcomes);
}

} // namespace chatelaine
