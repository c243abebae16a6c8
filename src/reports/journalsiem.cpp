// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/journalsiem.h"

#include "core/journalwords.h"
#include "reports/keychanges.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 microsInMilli = 1000;

/** What an entry is for a SIEM. */
struct EventClass
{
    QLatin1StringView kind; ///< ours; one that ends with a dot stands for all that begin so
    QLatin1StringView name; ///< English, for the reader of a SIEM
    int activity;           ///< of OCSF's Entity Management, or of User Management for credentials
    int severity;           ///< of CEF, 0 to 10
    bool isCredential = false; ///< a programmatic credential is added or removed
};

// Activities: 18 and 19 add and remove programmatic credentials (User Management); 1 create,
// 2 read, 3 update, 4 delete, 5 move, 8 enable, 9 disable, 12 suspend, 13 resume, 99 other.
constexpr std::array eventClasses = {
    EventClass{"key.create"_L1, "API key created"_L1, 18, 5, true},
    EventClass{"key.add"_L1, "API key recorded"_L1, 1, 3},
    EventClass{"key.revoke"_L1, "API key revoked"_L1, 19, 6, true},
    EventClass{"key.delete"_L1, "API key deleted"_L1, 19, 6, true},
    EventClass{"key.enable"_L1, "API key enabled"_L1, 8, 5},
    EventClass{"key.disable"_L1, "API key disabled"_L1, 9, 5},
    EventClass{"key.update"_L1, "API key changed"_L1, 3, 5},
    EventClass{"key.rotate"_L1, "API key rotated"_L1, 3, 5},
    EventClass{"key.replace"_L1, "API key replaced"_L1, 3, 5},
    EventClass{"key.check"_L1, "API key checked"_L1, 2, 3},
    EventClass{"key.deliver"_L1, "API key secret delivered"_L1, 2, 5},
    EventClass{"key.note"_L1, "API key described"_L1, 3, 3},
    EventClass{"key.review"_L1, "API key reviewed"_L1, 3, 3},
    EventClass{"key.review_acknowledge"_L1, "Review of an API key acknowledged"_L1, 3, 3},
    EventClass{"key.exception"_L1, "Exception for an API key made"_L1, 3, 5},
    EventClass{"key.exception_end"_L1, "Exception for an API key ended"_L1, 3, 4},
    EventClass{"key.changed_elsewhere"_L1, "API key changed by others"_L1, 99, 5},
    EventClass{"key.conflict"_L1, "API key works that was ended"_L1, 99, 8},
    EventClass{"secret.reveal"_L1, "API key secret revealed"_L1, 2, 5},
    EventClass{"secret.copy"_L1, "API key secret copied"_L1, 2, 5},
    EventClass{"secret."_L1, "API key secret handled"_L1, 2, 3},
    EventClass{"account.add"_L1, "Vendor account added"_L1, 1, 5},
    EventClass{"account.update"_L1, "Vendor account changed"_L1, 3, 5},
    EventClass{"account.remove"_L1, "Vendor account removed"_L1, 4, 5},
    EventClass{"organization.create"_L1, "Organization created"_L1, 1, 4},
    EventClass{"organization.rename"_L1, "Organization renamed"_L1, 5, 4},
    EventClass{"organization.delete"_L1, "Organization deleted"_L1, 4, 6},
    EventClass{"project.create"_L1, "Project created"_L1, 1, 4},
    EventClass{"project.rename"_L1, "Project renamed"_L1, 5, 4},
    EventClass{"project.delete"_L1, "Project deleted"_L1, 4, 6},
    EventClass{"webhook.create"_L1, "Webhook created"_L1, 1, 5},
    EventClass{"webhook.delete"_L1, "Webhook deleted"_L1, 4, 5},
    EventClass{"webhook.pause"_L1, "Webhook paused"_L1, 12, 4},
    EventClass{"webhook.resume"_L1, "Webhook resumed"_L1, 13, 4},
    EventClass{"webhook."_L1, "Webhook used"_L1, 99, 3},
    EventClass{"bulk."_L1, "Bulk change of API keys"_L1, 99, 6},
    EventClass{"report."_L1, "Report exported"_L1, 2, 3},
    EventClass{"log."_L1, "Journal verified"_L1, 2, 3},
    EventClass{"team.conflict"_L1, "Team's record does not fit"_L1, 99, 8},
    EventClass{"team."_L1, "Team joined or left"_L1, 99, 3},
    EventClass{"clock.jump"_L1, "Computer's clock set back"_L1, 99, 7},
    EventClass{"app.unlock"_L1, "Chatelaine unlocked"_L1, 99, 3},
    EventClass{"app.lock"_L1, "Chatelaine locked"_L1, 99, 1},
};
constexpr EventClass anyOther{""_L1, "Chatelaine event"_L1, 99, 3};

EventClass classOf(const QString &kind)
{
    for (const EventClass &known : eventClasses) {
        if (kind == known.kind || (known.kind.endsWith('.'_L1) && kind.startsWith(known.kind)))
            return known;
    }
    return anyOther;
}

bool isFailure(const QString &outcome)
{
    return outcome == "failed"_L1;
}

/** 1 success, 2 failure, 99 other: intended and in doubt are neither. */
int statusOf(const QString &outcome)
{
    if (outcome == "succeeded"_L1 || outcome == "settled"_L1)
        return 1;
    return isFailure(outcome) ? 2 : 99;
}

QJsonObject withoutEmpty(QJsonObject object)
{
    for (auto member = object.begin(); member != object.end();) {
        const bool empty = member->isNull() || member->isUndefined() ||
                           (member->isString() && member->toString().isEmpty()) ||
                           (member->isObject() && member->toObject().isEmpty());
        member = empty ? object.erase(member) : std::next(member);
    }
    return object;
}

QString credentialId(const JournalReader &entry)
{
    for (const auto member : {JournalMember::VendorId, JournalMember::Mask, JournalMember::Object,
                              JournalMember::Operation}) {
        if (const QByteArrayView text = entry.text(member); !text.isEmpty())
            return QString::fromUtf8(text);
    }
    return u"unknown"_s;
}

QJsonObject detailOf(const JournalReader &entry)
{
    return QJsonDocument::fromJson(entry.text(JournalMember::Detail).toByteArray()).object();
}

/** The user; empty: not known, and the user only saw it. */
QString doerOf(const JournalReader &entry)
{
    return QString::fromUtf8(entry.text(JournalMember::Kind)) == JournalKinds::changedElsewhere
               ? QString()
               : QString::fromUtf8(entry.text(JournalMember::User));
}

/** The account, and what was said of a key or changed of it by others; everything that is said is
 * in the detail, too. */
QString entityComment(const JournalReader &entry)
{
    const QString kind = QString::fromUtf8(entry.text(JournalMember::Kind));
    const QString account = QString::fromUtf8(entry.text(JournalMember::AccountName));
    const auto what = changeOf(kind, QString::fromUtf8(entry.text(JournalMember::Outcome)));
    const bool isTold = what && (isSaying(*what) || *what == NotedChange::What::ChangedElsewhere);
    return isTold ? account + u": "_s + changeDetails(detailOf(entry)) : account;
}

QJsonObject ocsfEvent(const ExportedEntry &entry)
{
    const auto text = [&entry](JournalMember member) {
        return QString::fromUtf8(entry.members.text(member));
    };
    const QString kind = text(JournalMember::Kind);
    const EventClass event = classOf(kind);
    const int classUid = event.isCredential ? 3007 : 3004;
    const int status = statusOf(text(JournalMember::Outcome));
    QJsonObject object{
        {"activity_id"_L1, event.activity},
        {"category_uid"_L1, 3},
        {"class_uid"_L1, classUid},
        {"type_uid"_L1, classUid * 100 + event.activity},
        {"severity_id"_L1, status == 2 ? 3 : 1},
        {"time"_L1, entry.time().micros() / microsInMilli},
        {"timezone_offset"_L1, 0},
        {"status_id"_L1, status},
        {"status"_L1, text(JournalMember::Outcome)},
        {"message"_L1, event.name},
        {"metadata"_L1,
         withoutEmpty(
             {{"version"_L1, QLatin1StringView(JournalOcsf::schemaVersion)},
              {"product"_L1, QJsonObject{{"name"_L1, "Chatelaine"_L1},
                                         {"vendor_name"_L1, "Chatelaine"_L1},
                                         {"version"_L1, CHATELAINE_VERSION ""_L1}}},
              {"event_code"_L1, kind},
              {"log_name"_L1, text(JournalMember::Installation)},
              {"sequence"_L1, entry.sequence},
              {"uid"_L1, u"%1/%2"_s.arg(text(JournalMember::Installation)).arg(entry.sequence)},
              {"correlation_uid"_L1, text(JournalMember::Operation)}})},
        {"actor"_L1, withoutEmpty({{"user"_L1, withoutEmpty({{"name"_L1, doerOf(entry.members)}})},
                                   {"app_name"_L1, text(JournalMember::Program)}})},
        {"src_endpoint"_L1, withoutEmpty({{"hostname"_L1, text(JournalMember::Host)}})},
        {"unmapped"_L1, withoutEmpty({{"mask"_L1, text(JournalMember::Mask)},
                                      {"container"_L1, text(JournalMember::Container)},
                                      {"provider"_L1, text(JournalMember::Provider)},
                                      {"request_id"_L1, text(JournalMember::RequestId)},
                                      {"previous_hash"_L1, text(JournalMember::Previous)},
                                      {"detail"_L1, detailOf(entry.members)}})},
    };
    if (event.activity == 99)
        object.insert("activity_name"_L1, kind);
    const QString account = text(JournalMember::AccountName);
    if (event.isCredential) {
        const QJsonObject credential =
            withoutEmpty({{"uid"_L1, credentialId(entry.members)}, {"type"_L1, "API Key"_L1}});
        object.insert("user"_L1,
                      withoutEmpty({{"name"_L1, account.isEmpty() ? u"unknown"_s : account},
                                    {"uid"_L1, text(JournalMember::Account)},
                                    {"type_id"_L1, 4},
                                    {"programmatic_credentials"_L1, QJsonArray{credential}}}));
        object.insert("comment"_L1, text(JournalMember::Object));
    } else {
        const QString name = text(JournalMember::Object);
        object.insert("entity"_L1, withoutEmpty({{"name"_L1, name.isEmpty() ? kind : name},
                                                 {"uid"_L1, text(JournalMember::VendorId)},
                                                 {"type"_L1, kind.section(u'.', 0, 0)}}));
        object.insert("comment"_L1, entityComment(entry.members));
    }
    return withoutEmpty(object);
}

QByteArray cefHeader(const QString &text)
{
    QByteArray out;
    for (const char byte : text.toUtf8()) {
        if (byte == '|' || byte == '\\')
            out += '\\';
        out += byte == '\n' || byte == '\r' ? ' ' : byte;
    }
    return out;
}

QByteArray cefValue(const QString &text)
{
    QByteArray out;
    for (const char byte : text.toUtf8()) {
        if (byte == '\n')
            out += "\\n";
        else if (byte == '\r')
            out += "\\r";
        else if (byte == '=' || byte == '\\')
            (out += '\\') += byte;
        else
            out += byte;
    }
    return out;
}

QByteArray cefEvent(const ExportedEntry &entry)
{
    const auto text = [&entry](JournalMember member) {
        return QString::fromUtf8(entry.members.text(member));
    };
    const QString kind = text(JournalMember::Kind);
    const EventClass event = classOf(kind);
    const int severity = event.severity + (isFailure(text(JournalMember::Outcome)) ? 2 : 0);
    QByteArray out = "CEF:0|Chatelaine|Chatelaine|" CHATELAINE_VERSION "|" + cefHeader(kind) + '|' +
                     cefHeader(event.name) + '|' + QByteArray::number(severity) + '|';
    out += "rt=" + QByteArray::number(entry.time().micros() / microsInMilli);
    const auto add = [&out](const char *key, const QString &value) {
        if (!value.isEmpty())
            out += QByteArray(" ") + key + '=' + cefValue(value);
    };
    const auto custom = [&](int number, const char *label, const QString &value) {
        if (value.isEmpty())
            return;
        const QByteArray key = "cs" + QByteArray::number(number);
        out += ' ' + key + "Label=" + label;
        add(key.constData(), value);
    };
    add("outcome", text(JournalMember::Outcome));
    add("suser", doerOf(entry.members));
    add("shost", text(JournalMember::Host));
    add("sproc", text(JournalMember::Program));
    add("externalId", u"%1/%2"_s.arg(text(JournalMember::Installation)).arg(entry.sequence));
    custom(1, "account", text(JournalMember::AccountName));
    custom(2, "provider", text(JournalMember::Provider));
    custom(3, "object", text(JournalMember::Object));
    custom(4, "mask", text(JournalMember::Mask));
    custom(5, "vendorId", text(JournalMember::VendorId));
    custom(6, "operation", text(JournalMember::Operation));
    if (const QString detail = text(JournalMember::Detail); !detail.isEmpty())
        add("msg", detail);
    return out + '\n';
}

} // namespace

JournalPart JournalOcsf::part(const JournalStretch &lines, const JournalSelection &selection) const
{
    return partOf(lines, selection, [](QByteArray *bytes, const ExportedEntry &entry) {
        *bytes += QJsonDocument(ocsfEvent(entry)).toJson(QJsonDocument::Compact) + '\n';
    });
}

JournalPart JournalCef::part(const JournalStretch &lines, const JournalSelection &selection) const
{
    return partOf(lines, selection,
                  [](QByteArray *bytes, const ExportedEntry &entry) { *bytes += cefEvent(entry); });
}

} // namespace chatelaine
