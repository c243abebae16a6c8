// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/exchanger.h"
#include "providers/mapping.h"

#include <QSet>

namespace chatelaine {

/** What a listing gave: all of it, or what arrived before it broke. */
template<typename T>
struct PagedReading
{
    QList<T> items;
    ListingSource source; ///< its problem says why it is not complete
    std::optional<Error> error;
};

/** Where the next page is, guarding against a vendor who never comes to an end. */
class PageTurner
{
public:
    PageTurner(const ListTemplate &list, QUrl baseUrl);

    enum class Step { Last, More, Broken };
    Step after(const QJsonValue &document);

    /** Makes the call one for the page that comes next. */
    void prepare(Call *call) const;
    QString problem() const { return m_problem; } ///< after Broken

private:
    Step broken(const QString &problem);
    Step toUrl(const QString &next);

    PagingTemplate m_paging;
    QUrl m_baseUrl;
    QUrl m_url;
    QString m_cursor;
    QSet<QString> m_seen;
    QString m_problem;
    int m_pages = 0;
};

namespace pagerText {
QString unreadableRows();
QString rowsWithoutId(qsizetype count);
} // namespace pagerText

/** Reads all pages of one listing. Rows are mapped where the answer is parsed. */
template<typename T>
class Pager : public std::enable_shared_from_this<Pager<T>>
{
public:
    using Mapper = std::function<std::optional<T>(const QJsonValue &row)>;

    /** Never fails: what went wrong is in the reading. */
    static FutureOutcome<PagedReading<T>> read(Exchanger *exchanger, const ListTemplate &list,
                                               const TemplateValues &values, Mapper mapper,
                                               bool background, CancellationPtr cancellation)
    {
        auto pager = std::make_shared<Pager>(exchanger, list, std::move(mapper));
        pager->m_call.request = list.request;
        pager->m_call.hidden = list.hidden;
        pager->m_call.values = values;
        pager->m_call.background = background;
        pager->m_call.cancellation = std::move(cancellation);
        pager->start();
        return pager->m_answer.future();
    }

    Pager(Exchanger *exchanger, const ListTemplate &list, Mapper mapper)
        : m_exchanger(exchanger)
        , m_list(list)
        , m_turner(list, exchanger->baseUrl())
    {
        m_call.digest = [rows = list.rows, mapper = std::move(mapper)](const QJsonValue &document) {
            return std::any(mapPage(rows, mapper, document));
        };
    }

private:
    struct Page
    {
        QList<T> items;
        qsizetype withoutId = 0;
        bool readable = false;
    };

    static Page mapPage(const QList<JsonPointer> &places, const Mapper &mapper,
                        const QJsonValue &document)
    {
        Page page;
        const auto rows = rowsOf(places, document);
        page.readable = rows.has_value();
        for (const QJsonValue &row : rows.value_or(QList<QJsonValue>())) {
            if (auto item = mapper(row))
                page.items.append(std::move(*item));
            else
                ++page.withoutId;
        }
        return page;
    }

    void start()
    {
        ListingSource &source = m_reading.source;
        source.endpoint = m_list.request.label;
        source.startedAt = m_exchanger->now();
        if (const auto address = addressOf(m_exchanger->baseUrl(), m_call))
            source.parameters = address->parameters;
        if (m_exchanger->isSwitchedOff(m_list.capability)) {
            source.problem = ProviderClient::tr("This server does not offer this listing.");
            finish();
            return;
        }
        fetch();
    }

    void fetch()
    {
        whenDone(m_exchanger->exchange(m_call), m_exchanger,
                 [self = this->shared_from_this()](const Outcome<VendorAnswerPtr> &answer) {
                     if (!answer)
                         self->fail(answer.error());
                     else
                         self->take(*answer.value());
                 });
    }

    void take(const VendorAnswer &answer)
    {
        ++m_reading.source.pages;
        if (!answer.requestId.isEmpty())
            m_reading.source.requestIds.append(answer.requestId);
        if (answer.serverTime)
            m_reading.source.clockAhead =
                (answer.receivedAt.millis() - answer.serverTime->millis()) / 1000;
        if (answer.error) {
            const bool isMissing =
                answer.status == 404 || answer.status == 405 || answer.status == 501;
            if (m_list.optional && isMissing && m_reading.source.pages == 1)
                m_exchanger->switchOff(m_list.capability);
            fail(*answer.error);
            return;
        }
        Page page = std::any_cast<Page>(answer.digested);
        m_reading.items += std::move(page.items);
        m_reading.source.records += m_reading.items.size() - m_reading.source.records;
        if (page.withoutId > 0)
            m_reading.source.problem = pagerText::rowsWithoutId(page.withoutId);
        if (!page.readable) {
            protocolError(pagerText::unreadableRows());
            return;
        }
        const PageTurner::Step step = m_turner.after(answer.body);
        if (step == PageTurner::Step::Broken) {
            protocolError(m_turner.problem());
        } else if (step == PageTurner::Step::Last) {
            finish();
        } else {
            m_turner.prepare(&m_call);
            fetch();
        }
    }

    void protocolError(const QString &message)
    {
        Error error;
        error.kind = ErrorKind::Protocol;
        error.message = message;
        fail(error);
    }

    void fail(const Error &error)
    {
        m_reading.error = error;
        m_reading.source.problem = error.message;
        finish();
    }

    void finish()
    {
        m_reading.source.endedAt = m_exchanger->now();
        m_answer.give(std::move(m_reading));
    }

    Exchanger *m_exchanger;
    ListTemplate m_list;
    PageTurner m_turner;
    Call m_call;
    PagedReading<T> m_reading;
    Answer<PagedReading<T>> m_answer;
};

} // namespace chatelaine
