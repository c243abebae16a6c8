// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/findings.h"
#include "core/notetopics.h"

#include <QJsonObject>
#include <QMap>

namespace chatelaine {

/** What a review of a key came to. */
enum class ReviewDecision { Keep, Reduce, Revoke };
QString reviewDecisionName(ReviewDecision decision); ///< "keep", "reduce", "revoke"
std::optional<ReviewDecision> reviewDecisionFromName(QStringView name);
QString reviewDecisionText(ReviewDecision decision);

/** Management's word that a review holds (PCI DSS 4.0.1, 7.2.4). */
struct ReviewAcknowledgement
{
    QString who; ///< in the words of the one who wrote it down
    QString by;  ///< who wrote it down: user@host
    Timestamp at;
    bool operator==(const ReviewAcknowledgement &) const = default;
};

struct KeyReview
{
    ReviewDecision decision = ReviewDecision::Keep;
    QString reason;
    QString by; ///< user@host
    Timestamp at;
    std::optional<ReviewAcknowledgement> acknowledgement = {}; ///< of this review, not of another
    bool operator==(const KeyReview &) const = default;
};

/** One thing that somebody said of a key; what was said later about the same topic replaces it. */
struct SaidOfKey
{
    /** Id of a NoteTopic, "review", "acknowledgement/STAMP" (of the review), or "exception/RULE".
     */
    QString topic;
    QString value; ///< empty: nothing any more; of reviews and exceptions a JSON object
    QString by;    ///< user@host
    Timestamp at;
    qint64 stamp = 0; ///< what counts as later; at least the moment in microseconds
    bool operator==(const SaidOfKey &) const = default;
};

bool isLater(const SaidOfKey &one, const SaidOfKey &other);

/** All that is said of a key. */
class KeyNotes
{
public:
    /** Unless what is there is later. */
    void take(const SaidOfKey &said);

    QString text(NoteTopic topic) const; ///< empty: nothing is said
    std::optional<int> days(NoteTopic topic) const;
    std::optional<Timestamp> moment(NoteTopic topic) const;
    std::optional<SaidOfKey> said(NoteTopic topic) const;
    std::optional<KeyReview> review() const;
    qint64 reviewStamp() const; ///< of the last review; 0: there is none
    /** Those that were not ended, by rule; also ones whose time is over. */
    QList<FindingException> exceptions() const;
    /** Of a rule, at a moment. */
    std::optional<FindingException> exceptionFor(FindingRule rule, Timestamp now) const;

    bool operator==(const KeyNotes &) const = default;

private:
    QString valueOf(const QString &topic) const;

    QMap<QString, SaidOfKey> m_said;
};

/** The journal's kinds of entries that say something of a key. */
namespace NoteKinds {
inline const QString note = QStringLiteral("key.note");
inline const QString review = QStringLiteral("key.review");
inline const QString acknowledgement = QStringLiteral("key.review_acknowledge");
inline const QString exception = QStringLiteral("key.exception");
inline const QString exceptionEnd = QStringLiteral("key.exception_end");
} // namespace NoteKinds

/** Stamps may be ahead of the one who reads them by this much: a clock that is wrong, or a forged
 * entry, must not hold against all that is said later. */
inline constexpr qint64 mostAhead = 86'400'000'000; ///< microseconds

/** What an entry says of its key, as far as this version knows it; nothing when it is of another
 * kind, is not well-formed (it may be anybody's), or is further ahead of `now` than may be. */
QList<SaidOfKey> saidIn(const QJsonObject &entry, Timestamp now);

/** The detail of the entries, without the stamp, which the store gives. */
QJsonObject noteDetail(const QMap<NoteTopic, QString> &values);
QJsonObject reviewDetail(ReviewDecision decision, const QString &reason);
QJsonObject acknowledgementDetail(const QString &who, qint64 reviewStamp);
QJsonObject exceptionDetail(const FindingException &exception);

} // namespace chatelaine
