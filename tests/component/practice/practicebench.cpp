// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practicebench.h"

#include <httplib.h>

#include <QJsonDocument>
#include <QUrl>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

PracticeBench::PracticeBench(const PracticeOptions &options)
{
    auto started = m_server.start(options);
    if (!started)
        qFatal("The practice server did not start: %s", qPrintable(started.error().message));
    m_endpoints = *started;
}

QString PracticeBench::authority(const QString &system) const
{
    return QUrl(m_endpoints.systems.value(system).baseUrl).authority();
}

Answer PracticeBench::send(const Call &call) const
{
    const bool control = call.system == "control"_L1;
    const auto entry = m_endpoints.systems.value(call.system);
    const QString base = control ? m_endpoints.controlUrl : entry.baseUrl;
    const QString own = control                      ? m_endpoints.controlToken
                        : entry.credential.isEmpty() ? entry.token
                                                     : entry.credential;
    const QString token = call.token.value_or(own);

    httplib::Client client(base.toStdString());
    if (!m_endpoints.caFile.isEmpty())
        client.set_ca_cert_path(m_endpoints.caFile.toStdString());
    client.set_read_timeout(std::chrono::seconds(20));
    httplib::Request request;
    request.method = call.method.toStdString();
    request.path = QUrl(call.path).toEncoded().toStdString();
    if (!token.isEmpty()) {
        if (call.system == "confident-ai"_L1)
            request.set_header("CONFIDENT_API_KEY", token.toStdString());
        else
            request.set_header("Authorization", "Bearer " + token.toStdString());
    }
    for (const auto &[name, value] : call.headers)
        request.set_header(name.toStdString(), value.toStdString());
    if (!call.body.isEmpty() || !call.rawBody.isNull() || call.method == "POST") {
        request.body = call.rawBody.isNull()
                           ? QJsonDocument(call.body).toJson(QJsonDocument::Compact).toStdString()
                           : call.rawBody.toStdString();
        if (!request.has_header("Content-Type"))
            request.set_header("Content-Type", "application/json");
    }
    const httplib::Result result = client.send(request);
    Answer answer;
    if (!result)
        return answer;
    answer.status = result->status;
    answer.body = QByteArray::fromStdString(result->body);
    answer.json = QJsonDocument::fromJson(answer.body).object();
    for (const auto &[name, value] : result->headers)
        answer.headers.insert(QByteArray::fromStdString(name).toLower(),
                              QByteArray::fromStdString(value));
    return answer;
}

Answer PracticeBench::get(const QString &system, const QString &path,
                          const std::optional<QString> &token) const
{
    return send({system, "GET", path, {}, token});
}

Answer PracticeBench::post(const QString &system, const QString &path, const QJsonObject &body,
                           const std::optional<QString> &token) const
{
    return send({system, "POST", path, body, token});
}

Answer PracticeBench::control(const QByteArray &method, const QString &path,
                              const QJsonObject &body) const
{
    return send({u"control"_s, method, path, body});
}

QString PracticeBench::mint(const QJsonObject &order) const
{
    return control("POST", u"/mint"_s, order).json.value("secret"_L1).toString();
}

void PracticeBench::set(const QString &system, const QJsonObject &settings) const
{
    const Answer answer =
        control("POST", u"/settings"_s, {{u"system"_s, system}, {u"settings"_s, settings}});
    if (answer.status != 200)
        qFatal("The settings were refused: %s", answer.body.constData());
}

void PracticeBench::setClock(qint64 offsetSeconds) const
{
    if (control("POST", u"/clock"_s, {{u"offset"_s, offsetSeconds}}).status != 200)
        qFatal("The clock was not set.");
}

void PracticeBench::orderFault(const QString &system, const QString &path, const QString &action,
                               int count) const
{
    const Answer answer = control(
        "POST", u"/faults"_s,
        {{u"system"_s, system}, {u"path"_s, path}, {u"action"_s, action}, {u"count"_s, count}});
    if (answer.status != 200)
        qFatal("The fault was refused: %s", answer.body.constData());
}

} // namespace chatelaine
