// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/pager.h"

#include "providers/secretfilter.h"

namespace chatelaine {

PageTurner::PageTurner(const ListTemplate &list, QUrl baseUrl)
    : m_paging(list.paging)
    , m_baseUrl(std::move(baseUrl))
{}

PageTurner::Step PageTurner::broken(const QString &problem)
{
    m_problem = problem;
    return Step::Broken;
}

PageTurner::Step PageTurner::after(const QJsonValue &document)
{
    ++m_pages;
    if (m_paging.type == PagingTemplate::Type::None)
        return Step::Last;
    const QString next = scalarText(m_paging.next.in(document)).value_or(QString());
    if (next.isEmpty())
        return Step::Last;
    if (standIns::isIn(next))
        return broken(ProviderClient::tr("The address of the next page of this listing holds a "
                                         "secret; it was not asked for."));
    if (m_seen.contains(next))
        return broken(ProviderClient::tr("The server repeats a page of this listing."));
    m_seen.insert(next);
    if (m_pages >= m_paging.maximumPages)
        return broken(ProviderClient::tr("This listing has more than %1 pages.").arg(m_pages));
    if (m_paging.type == PagingTemplate::Type::NextUrl)
        return toUrl(next);
    m_cursor = next;
    return Step::More;
}

PageTurner::Step PageTurner::toUrl(const QString &next)
{
    const QUrl url = m_baseUrl.resolved(QUrl(next, QUrl::StrictMode));
    const auto port = [](const QUrl &any) {
        return any.port(any.scheme() == QLatin1StringView("http") ? 80 : 443);
    };
    if (!url.isValid() || url.scheme() != m_baseUrl.scheme() || url.host() != m_baseUrl.host() ||
        port(url) != port(m_baseUrl) || !url.userInfo().isEmpty())
        return broken(ProviderClient::tr("The next page of this listing is said to be on another "
                                         "server; it was not asked for."));
    m_url = url;
    return Step::More;
}

void PageTurner::prepare(Call *call) const
{
    if (m_paging.type == PagingTemplate::Type::NextUrl)
        call->url = m_url;
    else
        call->moreQuery = {{m_paging.parameter, m_cursor}};
}

QString pagerText::unreadableRows()
{
    return ProviderClient::tr("The server's list has a form that is not known.");
}

QString pagerText::rowsWithoutId(qsizetype count)
{
    return ProviderClient::tr("%n records have no id and were left out.", nullptr,
                              static_cast<int>(count));
}

} // namespace chatelaine
