// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/definition.h"

#include <QCoreApplication>

namespace chatelaine {

// From what a vendor wrote to what we mean. Pure functions, thread-safe. Every text that comes out
// is untrusted, cut to a sane length, and without secrets: an answer's document was filtered
// (SecretFilter).

constexpr qsizetype longestMappedText = 16 * 1024;

/** The value that a source finds: the first place that holds something, else Undefined. */
QJsonValue sourceValue(const Source &source, const QJsonValue &document);
/** As text, through the source's map; numbers as digits, empty when there is nothing. */
QString sourceText(const Source &source, const QJsonValue &document);
/** As text, for an id: one that is a secret itself is a digest (standIns::idFor). */
QString sourceId(const Source &source, const QJsonValue &document);
/** As text, for a mask: never more than a mask. */
QString sourceMask(const Source &source, const QJsonValue &document);
/** The elements of an array, or a single text as one. */
QStringList sourceTexts(const Source &source, const QJsonValue &document);
std::optional<Timestamp> sourceTime(const Source &source, const QJsonValue &document);
std::optional<double> sourceNumber(const Source &source, const QJsonValue &document);

std::optional<Timestamp> timeFrom(const QJsonValue &value, TimeForm form);
bool holds(const Condition &condition, const QJsonValue &document, Timestamp now);
KeyState stateOf(const QList<StateRule> &rules, const QJsonValue &document, Timestamp now);

/** What else is true of a key whose state is another: one that is disabled may have expired too. */
class MoreStates
{
    Q_DECLARE_TR_FUNCTIONS(ProviderClient)
public:
    static QString label() { return tr("Also"); }
    /** The states of the rules that hold after the first one, in words. */
    static QStringList of(const QList<StateRule> &rules, const QJsonValue &document, Timestamp now);

private:
    static QString word(KeyState state);
};

/** One record. Nothing when it has no id. */
std::optional<KeyRecord> mapRecord(const KindTemplate &kind, const QJsonValue &document,
                                   Timestamp now);

/** The rows of an answer by the first alternative that it has. */
std::optional<QList<QJsonValue>> rowsOf(const QList<JsonPointer> &alternatives,
                                        const QJsonValue &document);

QList<std::pair<QString, QString>> mapDetails(const QList<DetailSource> &details,
                                              const QJsonValue &document);

} // namespace chatelaine
