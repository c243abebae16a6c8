// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/catalog.h"
#include "providers/jsonpointer.h"
#include "providers/locatedjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace chatelaine {

/** What all parts of the loader share: the document, its problems, and the language. */
class LoaderContext
{
    Q_DECLARE_TR_FUNCTIONS(ProviderDefinition)
public:
    LoaderContext(QString file, const LocatedJson &json);

    void report(const QString &pointer, const QString &reason);
    /** The text in the language of the interface; remembered as one that wants a translation. */
    QString translated(const QString &text);
    void readTranslations(const QJsonValue &i18n, const QString &pointer);

    bool hasReported(const QString &pointer, const QString &reason) const;
    QList<DefinitionProblem> takeProblems(); ///< by line
    QStringList texts() const { return m_texts; }
    void addTexts(const QStringList &texts);

private:
    QString m_file;
    const LocatedJson &m_json;
    QList<DefinitionProblem> m_problems;
    QMap<QString, QString> m_translations;
    QStringList m_texts;
};

/** One value with the place where it stands. */
struct LocatedValue
{
    QJsonValue value;
    QString pointer;
};

enum class Need { Required, Optional };

/** Reads the members of one object strictly: reports what is missing, of the wrong type, and, when
 * it goes, what nobody asked for. */
class ObjectReader
{
    Q_DECLARE_TR_FUNCTIONS(ProviderDefinition)
public:
    ObjectReader(LoaderContext &context, const LocatedValue &located);
    ~ObjectReader();
    Q_DISABLE_COPY_MOVE(ObjectReader)

    bool has(const char *name) const { return m_object.contains(QLatin1StringView(name)); }
    bool isObject() const { return m_isObject; }
    QString pointer() const { return m_pointer; }
    QString pointerTo(const char *name) const;
    LocatedValue member(const char *name); ///< Undefined when absent, which is not reported
    void report(const char *name, const QString &reason);
    LoaderContext &context() { return m_context; }

    QString string(const char *name, Need need = Need::Optional);
    QString text(const char *name,
                 Need need = Need::Optional); ///< one that a user sees: translated
    QString identifier(const char *name, Need need = Need::Required);
    QString url(const char *name, Need need = Need::Optional);
    QString oneOf(const char *name, const QStringList &words, Need need = Need::Optional);
    qint64 integer(const char *name, qint64 minimum, qint64 maximum, qint64 fallback,
                   Need need = Need::Optional);
    bool boolean(const char *name, bool fallback = false);
    QStringList strings(const char *name); ///< a string or an array of strings
    QList<LocatedValue> array(const char *name, Need need = Need::Optional);
    QList<std::pair<QString, LocatedValue>> members(const char *name, Need need = Need::Optional);
    QRegularExpression pattern(const char *name, Need need = Need::Optional); ///< anchored
    std::optional<JsonPointer>
    place(const char *name, Need need = Need::Optional,
          JsonPointer::Wildcards wildcards = JsonPointer::Wildcards::Refused);
    QList<JsonPointer> places(const char *name, Need need = Need::Optional,
                              JsonPointer::Wildcards wildcards = JsonPointer::Wildcards::Refused);

private:
    QJsonValue take(const char *name, Need need, QJsonValue::Type type, const QString &wanted);

    LoaderContext &m_context;
    QString m_pointer;
    QJsonObject m_object;
    bool m_isObject;
    QSet<QString> m_known;
};

} // namespace chatelaine
