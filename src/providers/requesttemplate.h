// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonpointer.h"
#include "providers/texttemplate.h"

#include <QMap>

namespace chatelaine {

// What a definition says about asking and about where in an answer things are.

enum class TimeForm { Rfc3339, UnixSeconds, UnixMillis };

/** A claim about one place in a document. */
struct Condition
{
    enum class Test { Equals, Present, Absent, Exists, Missing, Past, Future };
    JsonPointer at;
    Test test = Test::Present; ///< Present: there, and neither null nor empty
    QJsonValue value;          ///< of Equals
    TimeForm time = TimeForm::Rfc3339;
};

struct NamedSource;

/** Where a value comes from: the first of some places that holds one, or a text made of others. */
struct Source
{
    QList<JsonPointer> first;
    QMap<QString, QString> map;        ///< the vendor's words to ours; empty: as they are
    std::optional<TextTemplate> text;  ///< instead of `first`
    QList<NamedSource> with;           ///< the placeholders of `text`
    TimeForm time = TimeForm::Rfc3339; ///< when a time is wanted
    bool isEmpty() const { return first.isEmpty() && !text; }
};

struct NamedSource
{
    QString name;
    Source source;
};

/** A source under a label, for details that the window only shows. */
struct DetailSource
{
    QString label;
    Source source;
};

struct RequestTemplate
{
    QByteArray method;
    TextTemplate path;
    QList<std::pair<QString, TextTemplate>> query;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QJsonValue body{QJsonValue::Undefined};
    QString auth; ///< a profile of the connection; empty: no credential is sent
    qint64 maximumBody = 0;
    bool write = false;
    QString label; ///< "GET /orgs/{organization}/projects"
};

struct PagingTemplate
{
    enum class Type { None, NextUrl, Cursor };
    Type type = Type::None;
    JsonPointer next;
    QString parameter; ///< of Cursor, in the query
    int maximumPages = 1000;
};

struct ListTemplate
{
    RequestTemplate request;
    QList<JsonPointer> rows; ///< alternatives: the first that the answer has
    PagingTemplate paging;
    bool optional = false;     ///< unproven: 404 and 405 mean that the server has no such thing
    QString environment;       ///< what every row of it belongs to; empty: the row says, or nobody
    QList<JsonPointer> hidden; ///< secrets in the rows, cut out before they are read
    QString capability;        ///< a name for the fact that it is switched off
};

} // namespace chatelaine
