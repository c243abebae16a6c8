// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/journalwords.h"

#include "core/keynotes.h"

#include <algorithm>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

QStringList journalKinds()
{
    return {
        u"account.add"_s,
        u"account.update"_s,
        u"account.remove"_s,
        u"key.create"_s,
        u"key.add"_s,
        u"key.enable"_s,
        u"key.disable"_s,
        u"key.revoke"_s,
        u"key.delete"_s,
        u"key.rotate"_s,
        u"key.update"_s,
        u"key.replace"_s,
        u"key.deliver"_s,
        u"bulk.revoke"_s,
        u"bulk.disable"_s,
        u"bulk.delete"_s,
        u"key.check"_s,
        NoteKinds::note,
        NoteKinds::review,
        NoteKinds::acknowledgement,
        NoteKinds::exception,
        NoteKinds::exceptionEnd,
        u"secret.reveal"_s,
        u"secret.copy"_s,
        u"secret.deliver"_s,
        u"secret.keep"_s,
        u"secret.release"_s,
        u"organization.create"_s,
        u"organization.rename"_s,
        u"organization.delete"_s,
        u"project.create"_s,
        u"project.rename"_s,
        u"project.delete"_s,
        u"webhook.create"_s,
        u"webhook.pause"_s,
        u"webhook.resume"_s,
        u"webhook.delete"_s,
        u"webhook.ping"_s,
        u"webhook.retry"_s,
        u"report.export"_s,
        u"report.vendor_export"_s,
        u"app.lock"_s,
        u"app.unlock"_s,
        u"app.authenticate"_s,
        u"app.passphrase"_s,
        u"team.join"_s,
        u"team.leave"_s,
        u"team.conflict"_s,
        u"key.conflict"_s,
        JournalKinds::changedElsewhere,
        u"log.verify"_s,
        u"clock.jump"_s,
    };
}

QStringList journalOutcomes()
{
    return {u"intended"_s,  u"succeeded"_s, u"accepted"_s, u"failed"_s,
            u"cancelled"_s, u"in_doubt"_s,  u"settled"_s};
}

bool isJournalKind(const QString &kind)
{
    const QStringList kinds = journalKinds();
    return std::any_of(kinds.cbegin(), kinds.cend(), [&kind](const QString &known) {
        return known == kind || (!kind.isEmpty() && known.startsWith(kind + u'.'));
    });
}

} // namespace chatelaine
