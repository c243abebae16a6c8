// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace chatelaine {

/** What the placeholders of a request stand for; an Undefined value is an absent one. */
using TemplateValues = QMap<QString, QJsonValue>;

/** A value as text: a string as it is, a number or boolean as JSON writes it, else nothing. */
std::optional<QString> scalarText(const QJsonValue &value);

/** A string with `{name}` in it, and nothing else: no escape, no filter, no condition. */
class TextTemplate
{
public:
    /** Nothing, and `reason` set, for a stray brace or a bad name. */
    static std::optional<TextTemplate> parse(const QString &text, QString *reason = nullptr);

    const QString &source() const { return m_source; }
    QStringList placeholders() const;
    /** The placeholder's name when the text is one placeholder and nothing around it. */
    std::optional<QString> lonePlaceholder() const;

    /** The text with every value put in; nothing when one is absent or is no scalar. */
    std::optional<QString> expanded(const TemplateValues &values) const;

    /** As `expanded`, each value percent-encoded so that it stays one segment of a path (RFC 6570
     * level 1). A value that is empty, "." or ".." has no such form: it would address something
     * else. */
    std::optional<QByteArray> expandedPath(const TemplateValues &values) const;

private:
    struct Part
    {
        QString text;
        bool placeholder = false;
    };
    QString m_source;
    QList<Part> m_parts;
};

/** A JSON value whose strings are templates, filled in. A member or element that is a lone absent
 * placeholder is left out, a lone present one keeps its type, and an explicit null stays. Nothing
 * when a string needs an absent value within other text. */
std::optional<QJsonValue> expandedJson(const QJsonValue &pattern, const TemplateValues &values);

} // namespace chatelaine
