// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/keylisting.h"

#include "providers/secretfilter.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** What stands at each place of the source, not only at the first that holds something. */
QStringList fragmentsIn(const Source &source, const QJsonValue &row)
{
    QStringList fragments;
    for (const JsonPointer &place : source.first) {
        const QString fragment = scalarText(place.in(row)).value_or(QString());
        if (!fragment.isEmpty())
            fragments.append(fragment);
    }
    if (source.text)
        fragments.append(sourceText(source, row));
    fragments.removeAll(QString());
    return fragments;
}

class KeyLister : public std::enable_shared_from_this<KeyLister>
{
public:
    KeyLister(Exchanger *exchanger, const KindTemplate &kind, ContainerPath container,
              bool background, CancellationPtr cancellation, VendorKeyId rowOf)
        : m_exchanger(exchanger)
        , m_kind(kind)
        , m_container(std::move(container))
        , m_background(background)
        , m_cancellation(std::move(cancellation))
        , m_rowOf(std::move(rowOf))
    {}

    FutureOutcome<KeyReading> start()
    {
        const auto future = m_answer.future();
        next();
        return future;
    }

private:
    void next()
    {
        if (m_index >= m_kind.lists.size()) {
            m_answer.give(std::move(m_reading));
            return;
        }
        const ListTemplate &list = m_kind.lists[m_index++];
        whenDone(Pager<ListedKey>::read(m_exchanger, list, containerValues(m_container),
                                        mapper(list.environment), m_background, m_cancellation),
                 m_exchanger,
                 [self = shared_from_this()](const Outcome<PagedReading<ListedKey>> &page) {
                     if (page)
                         self->take(page.value());
                     else
                         self->m_reading.error = page.error();
                     self->next();
                 });
    }

    Pager<ListedKey>::Mapper mapper(const QString &environment) const
    {
        // Runs on the pool: it owns all that it reads.
        return [kind = m_kind, container = m_container, environment, rowOf = m_rowOf,
                now = m_exchanger->now()](const QJsonValue &row) -> std::optional<ListedKey> {
            auto record = mapRecord(kind, row, now);
            if (!record)
                return std::nullopt;
            ListedKey key{std::move(*record), {}};
            if (!rowOf.isEmpty() && key.record.id == rowOf)
                key.row = row;
            key.record.container = container;
            if (key.record.environment.isEmpty())
                key.record.environment = environment;
            if (kind.self)
                key.fragments = fragmentsIn(
                    kind.self->prefix.isEmpty() ? kind.self->suffix : kind.self->prefix, row);
            return key;
        };
    }

    void take(const PagedReading<ListedKey> &page)
    {
        m_reading.sources.append(page.source);
        if (page.error && !m_reading.error)
            m_reading.error = page.error;
        for (const ListedKey &key : page.items) {
            if (!m_ids.contains(key.record.id)) {
                m_ids.insert(key.record.id);
                m_reading.keys.append(key);
                if (!key.row.isUndefined())
                    m_reading.rowOfOne = key.row;
            }
        }
    }

    Exchanger *m_exchanger;
    KindTemplate m_kind;
    ContainerPath m_container;
    bool m_background;
    CancellationPtr m_cancellation;
    VendorKeyId m_rowOf;
    qsizetype m_index = 0;
    QSet<VendorKeyId> m_ids;
    KeyReading m_reading;
    Answer<KeyReading> m_answer;
};

} // namespace

bool KeyReading::complete() const
{
    return !error && !sources.isEmpty() &&
           std::all_of(sources.begin(), sources.end(),
                       [](const ListingSource &source) { return source.problem.isEmpty(); });
}

std::optional<KeyRecord> KeyReading::find(const VendorKeyId &id) const
{
    for (const ListedKey &key : keys) {
        if (key.record.id == id)
            return key.record;
    }
    return std::nullopt;
}

TemplateValues containerValues(const ContainerPath &container)
{
    TemplateValues values;
    for (const ContainerStep &step : container)
        values.insert(step.level, step.id.toString());
    return values;
}

FutureOutcome<KeyReading> readKeys(Exchanger *exchanger, const KindTemplate &kind,
                                   const ContainerPath &container, bool background,
                                   CancellationPtr cancellation, const VendorKeyId &rowOf)
{
    return std::make_shared<KeyLister>(exchanger, kind, container, background,
                                       std::move(cancellation), rowOf)
        ->start();
}

bool isFragmentOf(const SelfTemplate &self, const QString &fragment, const Secret &credential)
{
    constexpr qsizetype shortestSuffix = 4;
    constexpr qsizetype shortestPrefix = 6;
    if (standIns::isIn(fragment)) // the vendor shows all of it
        return standIns::isOf(fragment, credential.borrowed());
    QByteArray piece = fragment.toUtf8();
    if (!self.prefix.isEmpty())
        return piece.size() >= shortestPrefix && credential.borrowed().startsWith(piece);
    while (piece.startsWith('*'))
        piece.remove(0, 1);
    return piece.size() >= shortestSuffix && credential.borrowed().endsWith(piece);
}

} // namespace chatelaine
