// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/objectreader.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

LoaderContext::LoaderContext(QString file, const LocatedJson &json)
    : m_file(std::move(file))
    , m_json(json)
{
    for (const JsonDefect &defect : json.defects)
        m_problems.append({m_file, defect.line, defect.pointer, defect.reason});
}

void LoaderContext::report(const QString &pointer, const QString &reason)
{
    m_problems.append({m_file, m_json.lineOf(pointer), pointer, reason});
}

bool LoaderContext::hasReported(const QString &pointer, const QString &reason) const
{
    return std::any_of(m_problems.begin(), m_problems.end(), [&](const DefinitionProblem &problem) {
        return problem.pointer == pointer && problem.reason == reason;
    });
}

void LoaderContext::addTexts(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (!m_texts.contains(text))
            m_texts.append(text);
    }
}

QString LoaderContext::translated(const QString &text)
{
    if (text.isEmpty())
        return text;
    if (!m_texts.contains(text))
        m_texts.append(text);
    return m_translations.value(text, text);
}

void LoaderContext::readTranslations(const QJsonValue &i18n, const QString &pointer)
{
    if (i18n.isUndefined())
        return;
    ObjectReader all(*this, {i18n, pointer});
    const QJsonObject languages = i18n.toObject();
    const QString wanted = QLocale().name();
    for (auto language = languages.begin(); language != languages.end(); ++language) {
        const QByteArray code = language.key().toLatin1();
        const LocatedValue located = all.member(code.constData());
        static const QRegularExpression form(u"\\A[a-z]{2,3}(_[A-Z]{2})?\\z"_s);
        if (!form.match(language.key()).hasMatch())
            report(located.pointer, tr("this is not a language code such as \"de\" or \"pt_BR\""));
        ObjectReader texts(*this, located);
        const bool applies = wanted == language.key() || wanted.startsWith(language.key() + u'_');
        const QJsonObject pairs = language.value().toObject();
        for (auto pair = pairs.begin(); pair != pairs.end(); ++pair) {
            const QByteArray source = pair.key().toUtf8();
            const QString translation = texts.string(source.constData());
            if (applies && !translation.isEmpty())
                m_translations.insert(pair.key(), translation);
        }
    }
}

QList<DefinitionProblem> LoaderContext::takeProblems()
{
    std::stable_sort(
        m_problems.begin(), m_problems.end(),
        [](const DefinitionProblem &a, const DefinitionProblem &b) { return a.line < b.line; });
    return std::move(m_problems);
}

ObjectReader::ObjectReader(LoaderContext &context, const LocatedValue &located)
    : m_context(context)
    , m_pointer(located.pointer)
    , m_object(located.value.toObject())
    , m_isObject(located.value.isObject())
{
    if (!m_isObject)
        m_context.report(m_pointer, tr("this must be an object"));
}

ObjectReader::~ObjectReader()
{
    for (auto member = m_object.begin(); member != m_object.end(); ++member) {
        if (!m_known.contains(member.key()))
            m_context.report(m_pointer + u'/' + JsonPointer::escaped(member.key()),
                             tr("the language has no member \"%1\" here").arg(member.key()));
    }
}

QString ObjectReader::pointerTo(const char *name) const
{
    return m_pointer + u'/' + JsonPointer::escaped(QString::fromUtf8(name));
}

LocatedValue ObjectReader::member(const char *name)
{
    const QString key = QString::fromUtf8(name);
    m_known.insert(key);
    return {m_object.value(key), pointerTo(name)};
}

void ObjectReader::report(const char *name, const QString &reason)
{
    m_context.report(pointerTo(name), reason);
}

QJsonValue ObjectReader::take(const char *name, Need need, QJsonValue::Type type,
                              const QString &wanted)
{
    const QJsonValue value = member(name).value;
    if (value.isUndefined()) {
        if (need == Need::Required && m_isObject)
            m_context.report(m_pointer,
                             tr("the member \"%1\" is missing").arg(QString::fromUtf8(name)));
        return value;
    }
    if (value.type() == type)
        return value;
    report(name, wanted);
    return QJsonValue(QJsonValue::Undefined);
}

QString ObjectReader::string(const char *name, Need need)
{
    return take(name, need, QJsonValue::String, tr("this must be a string")).toString();
}

QString ObjectReader::text(const char *name, Need need)
{
    return m_context.translated(string(name, need));
}

QString ObjectReader::identifier(const char *name, Need need)
{
    static const QRegularExpression form(u"\\A[a-z][a-zA-Z0-9_-]{0,63}\\z"_s);
    const QString id = string(name, need);
    if (!id.isEmpty() && !form.match(id).hasMatch())
        report(
            name,
            tr("\"%1\" is not an id: a lower-case letter, then letters, digits, - and _").arg(id));
    return id;
}

QString ObjectReader::url(const char *name, Need need)
{
    const QString text = string(name, need);
    if (text.isEmpty())
        return text;
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"https"_s || url.host().isEmpty() ||
        !url.userInfo().isEmpty())
        report(name, tr("this must be an https URL"));
    return text;
}

QString ObjectReader::oneOf(const char *name, const QStringList &words, Need need)
{
    const QString word = string(name, need);
    if (!word.isEmpty() && !words.contains(word))
        report(name, tr("\"%1\" is not one of %2").arg(word, words.join(u", "_s)));
    return word;
}

qint64 ObjectReader::integer(const char *name, qint64 minimum, qint64 maximum, qint64 fallback,
                             Need need)
{
    const QJsonValue value =
        take(name, need, QJsonValue::Double, tr("this must be a whole number"));
    if (value.isUndefined())
        return fallback;
    const qint64 number = value.toInteger(minimum - 1);
    if (number >= minimum && number <= maximum)
        return number;
    report(name, tr("this must be a whole number from %1 to %2").arg(minimum).arg(maximum));
    return fallback;
}

bool ObjectReader::boolean(const char *name, bool fallback)
{
    return take(name, Need::Optional, QJsonValue::Bool, tr("this must be true or false"))
        .toBool(fallback);
}

QStringList ObjectReader::strings(const char *name)
{
    const LocatedValue located = member(name);
    if (located.value.isUndefined())
        return {};
    if (located.value.isString())
        return {located.value.toString()};
    QStringList all;
    for (const LocatedValue &element : array(name)) {
        if (element.value.isString())
            all.append(element.value.toString());
        else
            m_context.report(element.pointer, tr("this must be a string"));
    }
    return all;
}

QList<LocatedValue> ObjectReader::array(const char *name, Need need)
{
    const QJsonArray values =
        take(name, need, QJsonValue::Array, tr("this must be an array")).toArray();
    QList<LocatedValue> all;
    for (qsizetype i = 0; i < values.size(); ++i)
        all.append({values.at(i), pointerTo(name) + u'/' + QString::number(i)});
    return all;
}

QList<std::pair<QString, LocatedValue>> ObjectReader::members(const char *name, Need need)
{
    const QJsonObject object =
        take(name, need, QJsonValue::Object, tr("this must be an object")).toObject();
    QList<std::pair<QString, LocatedValue>> all;
    for (auto it = object.begin(); it != object.end(); ++it)
        all.append(
            {it.key(), {it.value(), pointerTo(name) + u'/' + JsonPointer::escaped(it.key())}});
    return all;
}

QRegularExpression ObjectReader::pattern(const char *name, Need need)
{
    const QString text = string(name, need);
    if (text.isEmpty())
        return {};
    QRegularExpression expression(QRegularExpression::anchoredPattern(text));
    if (!expression.isValid())
        report(name, tr("this regular expression is broken: %1").arg(expression.errorString()));
    return expression;
}

std::optional<JsonPointer> ObjectReader::place(const char *name, Need need,
                                               JsonPointer::Wildcards wildcards)
{
    const QJsonValue value =
        take(name, need, QJsonValue::String, tr("this must be a JSON Pointer"));
    if (value.isUndefined())
        return std::nullopt;
    const auto pointer = JsonPointer::parse(value.toString(), wildcards);
    if (!pointer)
        report(name, tr("\"%1\" is not a JSON Pointer that can stand here").arg(value.toString()));
    return pointer;
}

QList<JsonPointer> ObjectReader::places(const char *name, Need need,
                                        JsonPointer::Wildcards wildcards)
{
    const LocatedValue located = member(name);
    if (located.value.isString() || located.value.isUndefined()) {
        const auto one = place(name, need, wildcards);
        return one ? QList<JsonPointer>{*one} : QList<JsonPointer>{};
    }
    QList<JsonPointer> all;
    for (const LocatedValue &element : array(name, need)) {
        const auto pointer = JsonPointer::parse(element.value.toString(), wildcards);
        if (pointer && element.value.isString())
            all.append(*pointer);
        else
            m_context.report(element.pointer, tr("this is not a JSON Pointer that can stand here"));
    }
    return all;
}

} // namespace chatelaine
