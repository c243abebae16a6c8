// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QList>
#include <QStringList>

#include <optional>

namespace chatelaine {

/** A place in a JSON document (RFC 6901). In the path of rows a segment `*` stands for every
 * element. */
class JsonPointer
{
public:
    JsonPointer() = default; ///< the document itself

    enum class Wildcards { Refused, Allowed };
    /** Nothing for what is not a pointer, or for a `*` where none may be. */
    static std::optional<JsonPointer> parse(const QString &text,
                                            Wildcards wildcards = Wildcards::Refused);

    /** One segment as it stands in a pointer's text. */
    static QString escaped(QString segment);

    const QStringList &segments() const { return m_segments; }
    QString toString() const;

    /** The value there; Undefined when there is none. */
    QJsonValue in(const QJsonValue &document) const;

    /** Every value that the pointer reaches, in order; nothing when it leads to none at all: when
     * what a `*` should run through is not an array, or a step is missing. */
    std::optional<QList<QJsonValue>> rowsIn(const QJsonValue &document) const;

    /** Whether the pointer, its `*` included, reaches the place with these segments. */
    bool matches(const QStringList &place) const;

    /** The first place of several that the document has. */
    static QJsonValue firstIn(const QList<JsonPointer> &places, const QJsonValue &document);

    friend bool operator==(const JsonPointer &, const JsonPointer &) = default;

private:
    QStringList m_segments;
};

} // namespace chatelaine
