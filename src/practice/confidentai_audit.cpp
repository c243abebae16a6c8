// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/confidentai.h"
#include "practice/gzip.h"
#include "practice/state.h"
#include "practice/tokens.h"

#include <algorithm>

namespace chatelaine::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString auditEvents = u"confident-ai.audit"_s;
const QString auditExports = u"confident-ai.exports"_s;
constexpr Millis keptWhenDone = 24 * hourMs;
constexpr Millis keptWhenFailed = 5 * minuteMs;

/** The members of an event, which are the columns of the file. The vendor publishes no names. */
constexpr QLatin1StringView auditColumns[] = {
    "date"_L1,  "status"_L1,     "method"_L1, "action"_L1,   "resource_id"_L1, "project_id"_L1,
    "actor"_L1, "actor_type"_L1, "key_id"_L1, "key_name"_L1, "ip"_L1,          "user_agent"_L1,
};

QString csvField(QString text)
{
    if (!text.contains(u'"') && !text.contains(u',') && !text.contains(u'\n'))
        return text;
    return u'"' + text.replace(u'"', "\"\""_L1) + u'"';
}

QString csvLine(const QJsonObject &event)
{
    QStringList fields;
    for (const QLatin1StringView column : auditColumns)
        fields.append(csvField(event.value(column).toString()));
    return fields.join(u',') + "\r\n"_L1;
}

bool mentions(const QJsonObject &event, const QString &term)
{
    return std::any_of(std::begin(auditColumns), std::end(auditColumns), [&](auto column) {
        return event.value(column).toString().contains(term, Qt::CaseInsensitive);
    });
}

} // namespace

void ConfidentAi::recordEvent(const Call &call, const Reply &reply)
{
    if (call.event.action.isEmpty())
        return;
    const QJsonObject event{
        {u"date"_s, isoTime(state().now())},
        {u"status"_s, QString::number(reply.status)},
        {u"method"_s, QString::fromLatin1(call.request.method)},
        {u"action"_s, call.event.action},
        {u"resource_id"_s, call.event.resource},
        {u"project_id"_s, call.ofOrganization() ? QString() : call.container},
        {u"actor"_s, call.caller.name},
        {u"actor_type"_s, u"API_KEY"_s},
        {u"key_id"_s, call.caller.id},
        {u"key_name"_s, call.event.keyName},
        {u"ip"_s, u"127.0.0.1"_s},
        {u"user_agent"_s, QString::fromUtf8(call.request.header("User-Agent"))},
    };
    state().addDocument(auditEvents, call.caller.container, {randomUuid(), event});
}

QString ConfidentAi::exportStatus(const QJsonObject &content) const
{
    if (state().now() < content.value("ready"_L1).toInteger())
        return u"IN_PROGRESS"_s;
    return content.value("failed"_L1).toBool() ? u"ERRORED"_s : u"COMPLETED"_s;
}

QJsonObject ConfidentAi::exportObject(const Call &call, const DocumentRecord &document) const
{
    const QJsonObject &content = document.content;
    const QString status = exportStatus(content);
    QJsonObject object{{u"id"_s, document.id},
                       {u"organizationId"_s, call.caller.container},
                       {u"userId"_s, u"api"_s},
                       {u"status"_s, status},
                       {u"exportType"_s, u"AUDIT_LOGS"_s},
                       {u"createdAt"_s, content.value("createdAt"_L1)},
                       {u"completedAt"_s, QJsonValue()}};
    for (const QLatin1StringView name : {"projectId"_L1, "startTime"_L1, "endTime"_L1}) {
        if (!content.value(name).toString().isEmpty())
            object.insert(name, content.value(name));
    }
    if (status == "IN_PROGRESS"_L1)
        return object;
    object.insert("completedAt"_L1,
                  timeText(Generation::Second, content.value("ready"_L1).toInteger()));
    if (status == "COMPLETED"_L1)
        object.insert("rowCount"_L1, content.value("rowCount"_L1));
    else
        object.insert("errorMessage"_L1, u"The export could not be written."_s);
    return object;
}

bool ConfidentAi::exportRunning(const Call &call) const
{
    const auto exports = state().documents(auditExports, call.caller.container);
    return std::any_of(exports.begin(), exports.end(), [this](const DocumentRecord &one) {
        return exportStatus(one.content) == "IN_PROGRESS"_L1;
    });
}

Reply ConfidentAi::startExport(Call &call)
{
    const QJsonObject body = call.body();
    std::optional<Millis> from;
    std::optional<Millis> to;
    for (const auto &[name, time] : {std::pair("startTime"_L1, &from), {"endTime"_L1, &to}}) {
        const QJsonValue value = body.value(name);
        if (value.isUndefined() || value.isNull())
            continue;
        *time = parseIsoTime(value.toString());
        if (!*time)
            return refusal(422, u"%1 must be an ISO 8601 time"_s.arg(name));
    }
    if (exportRunning(call))
        return refusal(409, u"An audit log export is already in progress"_s);

    const QString term = body.value("searchTerm"_L1).toString();
    QString lines;
    int rows = 0;
    for (const auto &[eventId, event] : state().documents(auditEvents, call.caller.container)) {
        const Millis time = parseIsoTime(event.value("date"_L1).toString()).value_or(0);
        const bool wanted =
            time >= from.value_or(time) && time <= to.value_or(time) &&
            (call.ofOrganization() || event.value("project_id"_L1) == call.container);
        if (!wanted || !mentions(event, term))
            continue;
        lines += csvLine(event);
        ++rows;
    }
    if (rows == 0)
        return refusal(400, u"No audit logs match this export"_s);
    const Millis now = state().now();
    const DocumentRecord document{
        randomUuid(),
        {{u"actor"_s, call.caller.row},
         {u"projectId"_s, call.ofOrganization() ? QString() : call.container},
         {u"startTime"_s, body.value("startTime"_L1).toString()},
         {u"endTime"_s, body.value("endTime"_L1).toString()},
         {u"createdAt"_s, timeText(Generation::Second, now)},
         {u"ready"_s, now + settings().number("exportSeconds"_L1) * secondMs},
         {u"failed"_s, settings().isOn("exportFails"_L1)},
         {u"rowCount"_s, rows},
         {u"lines"_s, lines}}};
    state().addDocument(auditExports, call.caller.container, document);
    return success(exportObject(call, document), 202);
}

std::optional<DocumentRecord> ConfidentAi::exportOf(const Call &call, const QString &exportId) const
{
    const auto found = state().document(auditExports, call.caller.container, exportId);
    if (!found)
        return std::nullopt;
    const QJsonObject &content = found->content;
    const QString project = call.ofOrganization() ? QString() : call.container;
    const Millis kept = content.value("failed"_L1).toBool() ? keptWhenFailed : keptWhenDone;
    if (content.value("actor"_L1).toInteger() != call.caller.row ||
        content.value("projectId"_L1) != project ||
        state().now() >= content.value("ready"_L1).toInteger() + kept)
        return std::nullopt;
    return found;
}

Reply ConfidentAi::readExport(Call &call)
{
    const auto document = exportOf(call, call.captured.last());
    if (!document)
        return refusal(404, u"Audit log export not found"_s);
    return success(exportObject(call, *document));
}

Reply ConfidentAi::downloadExport(Call &call)
{
    const auto document = exportOf(call, call.captured.last());
    if (!document)
        return refusal(404, u"Audit log export not found"_s);
    if (exportStatus(document->content) != "COMPLETED"_L1)
        return refusal(409, u"The audit log export is not completed"_s);
    QStringList names;
    for (const QLatin1StringView column : auditColumns)
        names.append(column);
    const QString file =
        names.join(u',') + "\r\n"_L1 + document->content.value("lines"_L1).toString();
    return textReply(200, "application/gzip"_ba, gzipped(file.toUtf8()))
        .with("Content-Disposition",
              "attachment; filename=\"audit-logs-" + document->id.toLatin1() + ".csv.gz\"");
}

} // namespace chatelaine::practice
