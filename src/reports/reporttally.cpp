// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reports/reporttally.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace chatelaine {

namespace {

struct TallyTexts
{
    Q_DECLARE_TR_FUNCTIONS(chatelaine::AuditReport)
};

constexpr std::array<std::int64_t, 3> ageBounds{30, 90, 365}; ///< days

/** The last one: not known. */
size_t ageClass(std::optional<Timestamp> created, Timestamp now)
{
    if (!created)
        return ageBounds.size() + 1;
    const std::int64_t days = (now.seconds() - created->seconds()) / 86'400;
    return size_t(std::upper_bound(ageBounds.begin(), ageBounds.end(), days) - ageBounds.begin());
}

QStringList ageNames()
{
    return {TallyTexts::tr("less than %1 days").arg(ageBounds.at(0)),
            TallyTexts::tr("%1 to %2 days").arg(ageBounds.at(0)).arg(ageBounds.at(1)),
            TallyTexts::tr("%1 to %2 days").arg(ageBounds.at(1)).arg(ageBounds.at(2)),
            TallyTexts::tr("%1 days or more").arg(ageBounds.at(2)), TallyTexts::tr("not known")};
}

enum ReviewClass : size_t { ReviewedInPeriod, ReviewedBefore, NotReviewed };

ReviewClass reviewClass(const std::optional<KeyReview> &review, const JournalSelection &scope)
{
    if (!review)
        return NotReviewed;
    return scope.from && review->at < *scope.from ? ReviewedBefore : ReviewedInPeriod;
}

qint64 sumOf(const QMap<QString, qint64> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0));
}

ReportCounts countsOf(const QString &title, const QMap<QString, qint64> &counts)
{
    ReportCounts all{title, {}};
    for (auto it = counts.begin(); it != counts.end(); ++it)
        all.counts.append({it.key(), it.value()});
    return all;
}

} // namespace

void ReportTally::takeKey(const KeyRow &key, const KeyHistory &history, const AuditFacts &facts)
{
    ++m_keys;
    ++m_states[key.record.state];
    ++m_ages.at(ageClass(key.record.createdAt, facts.end()));
    const auto review = history.notes.review();
    const ReviewClass when = reviewClass(review, facts.scope);
    ++m_reviews.at(when);
    m_acknowledged.at(when) += review && review->acknowledgement ? 1 : 0;
}

void ReportTally::takeFinding(const Finding &finding)
{
    const QString rule = findingRuleName(finding.rule);
    ++m_findings[rule];
    if (finding.exception)
        ++m_accepted[rule];
}

qint64 ReportTally::findings() const
{
    return sumOf(m_findings);
}

qint64 ReportTally::accepted() const
{
    return sumOf(m_accepted);
}

QList<ReportCounts> ReportTally::summary() const
{
    ReportCounts states{TallyTexts::tr("Keys by state"), {}};
    for (auto it = m_states.begin(); it != m_states.end(); ++it)
        states.counts.append({keyStateName(it.key()), it.value()});
    ReportCounts ages{TallyTexts::tr("Keys by age"), {}};
    const QStringList names = ageNames();
    for (size_t i = 0; i < m_ages.size(); ++i)
        ages.counts.append({names.at(qsizetype(i)), m_ages.at(i)});
    const ReportCounts reviews{TallyTexts::tr("Keys by their last review"),
                               {{TallyTexts::tr("in the period"), m_reviews.at(ReviewedInPeriod)},
                                {TallyTexts::tr("before it"), m_reviews.at(ReviewedBefore)},
                                {TallyTexts::tr("not reviewed"), m_reviews.at(NotReviewed)}}};
    QList<ReportCounts> all{states, ages, reviews};
    if (m_reviews.at(ReviewedInPeriod) + m_reviews.at(ReviewedBefore) > 0)
        all.append({TallyTexts::tr("Reviews that management acknowledged, of these"),
                    {{TallyTexts::tr("in the period"), m_acknowledged.at(ReviewedInPeriod)},
                     {TallyTexts::tr("before it"), m_acknowledged.at(ReviewedBefore)}}});
    all.append(countsOf(TallyTexts::tr("Findings by rule"), m_findings));
    if (!m_accepted.isEmpty())
        all.append(countsOf(TallyTexts::tr("Findings that are accepted for a time, of these"),
                            m_accepted));
    return all;
}

} // namespace chatelaine
