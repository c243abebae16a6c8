// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/leakmatching.h"

#include "providers/secretfilter.h"
#include "services/manualkeys.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace chatelaine {

namespace {

/** Below this a mask agrees with too much to mean anything. */
constexpr qsizetype fewestTellingCharacters = 2;

bool hides(QChar c)
{
    return c == u'\u2026' || c == u'*' || c == u'\u2022' || c == u'\u25cf';
}

qsizetype commonPrefix(const QByteArray &head, const QStringList &prefixes)
{
    qsizetype longest = 0;
    for (const QString &prefix : prefixes) {
        const QByteArray known = prefix.toUtf8();
        if (head.startsWith(known))
            longest = qMax(longest, known.size());
        else if (known.startsWith(head))
            longest = qMax(longest, head.size());
    }
    return longest;
}

/** How many values one shown character can have, by those that are shown. */
double alphabetOf(const QByteArray &shown)
{
    const bool hexadecimal = std::all_of(shown.begin(), shown.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
    return hexadecimal ? 16 : 62;
}

/** Which values begin and end alike, for one pair of lengths. */
using ByEnds = QHash<QByteArray, QList<qsizetype>>;

class Matching
{
public:
    Matching(const InventoryIndex &index, const QList<SharedSecret> &values,
             const TokenShapes &shapes)
        : m_index(index)
        , m_values(values)
        , m_shapes(shapes)
    {
        QStringList prefixes;
        for (const TokenShape &shape : shapes)
            prefixes += shape.prefixes;
        for (const SharedSecret &value : values) {
            MaskMatch match;
            match.shown = maskOf(value->borrowed(), prefixes);
            m_matches.values.append(match);
        }
        readShapes();
    }

    void compare(std::uint32_t row)
    {
        if (m_index.inUse(row))
            m_matches.inUse[m_index.account(row)].append(m_index.uid(row));
        const std::pair kind(m_index.account(row), m_index.text(row, KeyColumn::Kind));
        const auto fitting = m_fitting.constFind(kind);
        if (fitting == m_fitting.cend())
            return;
        const auto ends = maskEnds(m_index.text(row, KeyColumn::Mask));
        const qsizetype known = ends ? commonPrefix(ends->head, m_shapes[kind].prefixes) : 0;
        const qsizetype telling = ends ? ends->head.size() - known + ends->tail.size() : 0;
        if (telling < fewestTellingCharacters) {
            if (m_index.kept(row))
                m_matches.unmasked.insert(m_index.uid(row));
            return;
        }
        const QByteArray shown = ends->head.sliced(known) + ends->tail;
        const double accident = 1 / std::pow(alphabetOf(shown), static_cast<double>(shown.size()));
        m_noAccident[kind] += std::log1p(-qMin(accident, 0.5));
        for (const qsizetype value : agreeing(*ends)) {
            if (fitting->contains(value))
                add(m_matches.values[value], row);
        }
    }

    MaskMatches finished()
    {
        QList<double> sums(m_values.size());
        for (auto kind = m_noAccident.cbegin(); kind != m_noAccident.cend(); ++kind) {
            for (const qsizetype value : m_fitting.value(kind.key()))
                sums[value] += *kind;
        }
        for (qsizetype i = 0; i < m_values.size(); ++i)
            m_matches.values[i].chance = -std::expm1(sums.at(i));
        return m_matches;
    }

private:
    void readShapes()
    {
        // Many accounts are at one vendor: each pattern is tried once.
        QHash<QString, QList<qsizetype>> byPattern;
        for (auto shape = m_shapes.cbegin(); shape != m_shapes.cend(); ++shape) {
            const auto known = byPattern.constFind(shape->pattern);
            if (known != byPattern.cend()) {
                m_fitting.insert(shape.key(), *known);
                continue;
            }
            QList<qsizetype> fitting;
            for (qsizetype i = 0; i < m_values.size(); ++i) {
                if (!m_values.at(i)->fits(shape->pattern))
                    continue;
                fitting.append(i);
                if (m_matches.values.at(i).label.isEmpty() && !shape->pattern.isEmpty())
                    m_matches.values[i].label = shape->label;
            }
            byPattern.insert(shape->pattern, fitting);
            m_fitting.insert(shape.key(), fitting);
        }
    }

    const QList<qsizetype> agreeing(const MaskEnds &ends)
    {
        const std::pair lengths(ends.head.size(), ends.tail.size());
        auto table = m_byEnds.find(lengths);
        if (table == m_byEnds.end()) {
            table = m_byEnds.insert(lengths, {});
            for (qsizetype i = 0; i < m_values.size(); ++i) {
                const QByteArrayView bytes = m_values.at(i)->borrowed();
                if (bytes.size() > lengths.first + lengths.second)
                    (*table)[bytes.first(lengths.first).toByteArray() +
                             bytes.last(lengths.second).toByteArray()]
                        .append(i);
            }
        }
        return table->value(ends.head + ends.tail);
    }

    void add(MaskMatch &match, std::uint32_t row)
    {
        ++match.count;
        if (match.keys.size() < MaskMatches::maximumKeys)
            match.keys.append(m_index.uid(row));
    }

    const InventoryIndex &m_index;
    const QList<SharedSecret> &m_values;
    const TokenShapes &m_shapes;
    MaskMatches m_matches;
    QHash<std::pair<AccountId, QString>, QList<qsizetype>> m_fitting;
    /** Of the keys of a kind: the logarithm of the chance that none agrees by accident. */
    QHash<std::pair<AccountId, QString>, double> m_noAccident;
    QHash<std::pair<qsizetype, qsizetype>, ByEnds> m_byEnds;
};

} // namespace

std::optional<MaskEnds> maskEnds(const QString &mask)
{
    QString text = mask;
    text.replace(QStringLiteral("..."), QStringLiteral("\u2026"));
    const auto first = std::find_if(text.cbegin(), text.cend(), hides);
    if (first == text.cend())
        return std::nullopt;
    const auto last = std::find_if(text.crbegin(), text.crend(), hides).base();
    MaskEnds ends;
    ends.head = text.first(first - text.cbegin()).toUtf8();
    ends.tail = text.sliced(last - text.cbegin()).toUtf8();
    if (ends.head.isEmpty() && ends.tail.isEmpty())
        return std::nullopt;
    return ends;
}

MaskMatches matchMasks(const InventorySnapshot &snapshot, const QList<SharedSecret> &values,
                       const TokenShapes &shapes)
{
    Matching matching(*snapshot, values, shapes);
    KeyQuery all;
    for (const std::uint32_t row : snapshot->select(all))
        matching.compare(row);
    return matching.finished();
}

} // namespace chatelaine
