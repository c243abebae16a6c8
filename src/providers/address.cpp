// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/exchanger.h"

#include <QHostAddress>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

class AddressText
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static Error invalid(const QString &message, const QString &next = {})
    {
        Error error;
        error.kind = ErrorKind::InvalidRequest;
        error.message = message;
        error.next = next;
        return error;
    }
    static Error badAddress()
    {
        return invalid(tr("This is not the address of a server."),
                       tr("Enter an address that begins with https://."));
    }
    static Error badSegment()
    {
        return invalid(tr("An id of the vendor's cannot stand in an address."));
    }
};

bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

/** Name and value with everything encoded that has a meaning in a query, the plus sign too. */
QByteArray queryItem(const QString &name, const QString &value)
{
    return QUrl::toPercentEncoding(name, "[]") + '=' + QUrl::toPercentEncoding(value);
}

} // namespace

Outcome<QUrl> normalizedBaseUrl(const Definition &definition, const QUrl &entered)
{
    QUrl url = entered;
    const bool secure =
        url.scheme() == u"https"_s || (url.scheme() == u"http"_s && isLoopback(url.host()));
    if (!url.isValid() || !secure || url.host().isEmpty() || !url.userInfo().isEmpty())
        return AddressText::badAddress();
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    const QString &own = definition.connection.path;
    for (const QString &other : definition.connection.otherPaths) {
        if (!other.isEmpty() && other != own && path.endsWith(other)) {
            path.chop(other.size());
            break;
        }
    }
    if (!own.isEmpty() && !path.endsWith(own))
        path += own;
    url.setPath(path, QUrl::StrictMode);
    return url;
}

Outcome<Address> addressOf(const QUrl &baseUrl, const Call &call)
{
    QByteArrayList items;
    for (const auto &[name, value] : call.request.query) {
        const auto lone = value.lonePlaceholder();
        if (lone && call.values.value(*lone, QJsonValue::Undefined).isUndefined())
            continue;
        const auto text = value.expanded(call.values);
        if (!text)
            return AddressText::badSegment();
        items.append(queryItem(name, *text));
    }
    for (const auto &[name, value] : call.moreQuery)
        items.append(queryItem(name, value));
    const QByteArray query = items.join('&');
    if (call.url.isValid())
        return Address{call.url, call.url.query(QUrl::FullyEncoded)};
    const auto path = call.request.path.expandedPath(call.values);
    if (!path)
        return AddressText::badSegment();
    QByteArray text = baseUrl.toEncoded() + *path;
    if (!query.isEmpty())
        text += '?' + query;
    const QUrl url = QUrl::fromEncoded(text, QUrl::StrictMode);
    if (!url.isValid())
        return AddressText::badSegment();
    return Address{url, QString::fromLatin1(query)};
}

} // namespace chatelaine
