// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qint64 listMaximumBody = 64 << 20;
constexpr qint64 greatestMaximumBody = 256 << 20;

const QStringList methods{u"GET"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s};

TextTemplate readPath(ObjectReader &reader, const RequestScope &scope)
{
    const QString text = reader.string("path", Need::Required);
    if (!text.isEmpty() && !text.startsWith(u'/'))
        reader.report("path", ObjectReader::tr("a path begins with /"));
    static const QRegularExpression allowed(u"\\A[A-Za-z0-9/._~{}-]*\\z"_s);
    if (!allowed.match(text).hasMatch() || text.contains(u"/.."_s) || text.contains(u"//"_s))
        reader.report("path", ObjectReader::tr("a path holds segments and placeholders only"));
    return readTemplate(reader.context(), {text, reader.pointerTo("path")}, scope)
        .value_or(TextTemplate());
}

/** Checks every string of a body; the tree itself is kept as it is. */
void checkBody(LoaderContext &context, const LocatedValue &located, const RequestScope &scope)
{
    if (located.value.isString()) {
        readTemplate(context, located, scope);
    } else if (located.value.isArray()) {
        const QJsonArray array = located.value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            checkBody(context, {array.at(i), located.pointer + u'/' + QString::number(i)}, scope);
    } else if (located.value.isObject()) {
        const QJsonObject object = located.value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            checkBody(context,
                      {it.value(), located.pointer + u'/' + JsonPointer::escaped(it.key())}, scope);
    }
}

QString readAuth(ObjectReader &reader, const RequestScope &scope)
{
    if (!scope.mayAuthenticate)
        return {};
    QString profile = reader.string("auth");
    if (profile == u"none"_s)
        return {};
    if (profile.isEmpty())
        profile = u"admin"_s;
    if (!scope.authProfiles.contains(profile))
        reader.context().report(
            reader.has("auth") ? reader.pointerTo("auth") : reader.pointer(),
            ObjectReader::tr("the connection has no auth profile \"%1\"").arg(profile));
    return profile;
}

PagingTemplate readPaging(ObjectReader &outer)
{
    PagingTemplate paging;
    if (!outer.has("paging"))
        return paging;
    ObjectReader reader(outer.context(), outer.member("paging"));
    const QString type = reader.oneOf("type", {u"next_url"_s, u"cursor"_s}, Need::Required);
    paging.next = reader.place("next", Need::Required).value_or(JsonPointer());
    paging.maximumPages = static_cast<int>(reader.integer("max_pages", 1, 100'000, 1000));
    if (type == u"cursor"_s) {
        paging.type = PagingTemplate::Type::Cursor;
        paging.parameter = reader.string("param", Need::Required);
    } else {
        paging.type = PagingTemplate::Type::NextUrl;
    }
    return paging;
}

void collectPlaceholders(const QJsonValue &value, QStringList *names)
{
    if (value.isString()) {
        if (const auto text = TextTemplate::parse(value.toString()))
            names->append(text->placeholders());
    } else if (value.isArray()) {
        for (const QJsonValue element : value.toArray())
            collectPlaceholders(element, names);
    } else if (value.isObject()) {
        for (const QJsonValue element : value.toObject())
            collectPlaceholders(element, names);
    }
}

} // namespace

std::optional<TextTemplate> readTemplate(LoaderContext &context, const LocatedValue &located,
                                         const RequestScope &scope)
{
    if (!located.value.isString()) {
        context.report(located.pointer, ObjectReader::tr("this must be a string"));
        return std::nullopt;
    }
    QString reason;
    const auto text = TextTemplate::parse(located.value.toString(), &reason);
    if (!text) {
        context.report(located.pointer, reason);
        return std::nullopt;
    }
    for (const QString &name : text->placeholders()) {
        if (scope.secrets.contains(name))
            context.report(
                located.pointer,
                ObjectReader::tr("the secret {%1} may stand in an auth header only").arg(name));
        else if (!scope.known.contains(name))
            context.report(located.pointer,
                           ObjectReader::tr("the placeholder {%1} is unknown here").arg(name));
    }
    return text;
}

bool isOfTheConnection(const QString &header)
{
    static const QStringList own{u"accept-encoding"_s,
                                 u"connection"_s,
                                 u"content-length"_s,
                                 u"expect"_s,
                                 u"host"_s,
                                 u"keep-alive"_s,
                                 u"proxy-authorization"_s,
                                 u"proxy-connection"_s,
                                 u"te"_s,
                                 u"trailer"_s,
                                 u"transfer-encoding"_s,
                                 u"upgrade"_s};
    return own.contains(header, Qt::CaseInsensitive);
}

QString ownHeaderReason(const QString &header)
{
    return isOfTheConnection(header)
               ? ObjectReader::tr("the header \"%1\" belongs to the connection").arg(header)
               : ObjectReader::tr("the header \"%1\" may stand in an auth profile only")
                     .arg(header);
}

QList<std::pair<QByteArray, QByteArray>> readHeaders(ObjectReader &reader, const char *name)
{
    static const QRegularExpression nameForm(u"\\A[A-Za-z0-9_-]+\\z"_s);
    static const QRegularExpression valueForm(u"\\A[\\x20-\\x7e]*\\z"_s);
    QList<std::pair<QByteArray, QByteArray>> headers;
    for (const auto &[header, located] : reader.members(name)) {
        const QString value = located.value.toString();
        if (isOfTheConnection(header) ||
            header.compare(u"authorization"_s, Qt::CaseInsensitive) == 0)
            reader.context().report(located.pointer, ownHeaderReason(header));
        if (!located.value.isString() || !nameForm.match(header).hasMatch() ||
            !valueForm.match(value).hasMatch())
            reader.context().report(located.pointer,
                                    ObjectReader::tr("this is not a header of printable ASCII"));
        headers.append({header.toLatin1(), value.toLatin1()});
    }
    return headers;
}

RequestTemplate readRequest(ObjectReader &outer, const char *name, const RequestScope &scope,
                            qint64 defaultMaximumBody)
{
    RequestTemplate request;
    const LocatedValue located = outer.member(name);
    if (located.value.isUndefined()) {
        if (outer.isObject())
            outer.context().report(
                outer.pointer(),
                ObjectReader::tr("the member \"%1\" is missing").arg(QString::fromUtf8(name)));
        return request;
    }
    ObjectReader reader(outer.context(), located);
    const QString method = reader.oneOf("method", methods, Need::Required);
    request.method = method.toLatin1();
    request.path = readPath(reader, scope);
    request.label = method + u' ' + request.path.source();
    for (const auto &[parameter, value] : reader.members("query")) {
        if (const auto text = readTemplate(reader.context(), value, scope))
            request.query.append({parameter, *text});
    }
    request.headers = readHeaders(reader, "headers");
    const LocatedValue body = reader.member("body");
    request.body = body.value;
    checkBody(reader.context(), body, scope);
    if (!body.value.isUndefined() && method == u"GET"_s)
        reader.report("body", ObjectReader::tr("a GET has no body"));
    request.auth = readAuth(reader, scope);
    request.maximumBody = reader.integer("max_bytes", 1, greatestMaximumBody, defaultMaximumBody);
    request.write = method != u"GET"_s && !reader.boolean("reads");
    return request;
}

ListTemplate readList(LoaderContext &context, const LocatedValue &located,
                      const RequestScope &scope, const QString &capability)
{
    ObjectReader reader(context, located);
    ListTemplate list;
    list.request = readRequest(reader, "request", scope, listMaximumBody);
    if (list.request.write)
        reader.report("request", ObjectReader::tr("a listing must not change anything: GET, or "
                                                  "\"reads\": true"));
    list.rows = reader.places("rows", Need::Required, JsonPointer::Wildcards::Allowed);
    list.paging = readPaging(reader);
    list.optional = reader.boolean("optional");
    list.environment = reader.string("environment");
    list.capability = capability;
    return list;
}

QStringList placeholdersOf(const RequestTemplate &request)
{
    QStringList names = request.path.placeholders();
    for (const auto &[parameter, value] : request.query)
        names += value.placeholders();
    collectPlaceholders(request.body, &names);
    return names;
}

} // namespace chatelaine
