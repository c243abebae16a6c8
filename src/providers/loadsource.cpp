// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

/** The parts of a source that is written as a text with places of its own. */
void readText(ObjectReader &reader, Source *source)
{
    QString reason;
    source->text = TextTemplate::parse(reader.string("text"), &reason);
    if (!source->text)
        reader.report("text", reason);
    const QStringList wanted = source->text ? source->text->placeholders() : QStringList();
    QStringList given;
    for (const auto &[name, located] : reader.members("with", Need::Required)) {
        given.append(name);
        source->with.append({name, readSource(reader.context(), located)});
        if (!wanted.contains(name))
            reader.context().report(located.pointer,
                                    ObjectReader::tr("the text has no placeholder {%1}").arg(name));
    }
    for (const QString &name : wanted) {
        if (!given.contains(name))
            reader.report("text", ObjectReader::tr("the placeholder {%1} is unknown").arg(name));
    }
}

void readMap(ObjectReader &reader, Source *source)
{
    for (const auto &[word, located] : reader.members("map")) {
        if (located.value.isString())
            source->map.insert(word, located.value.toString());
        else
            reader.context().report(located.pointer, ObjectReader::tr("this must be a string"));
    }
}

} // namespace

TimeForm readTimeForm(ObjectReader &reader)
{
    const QString form = reader.oneOf("as", {u"rfc3339"_s, u"unix_s"_s, u"unix_ms"_s});
    if (form == u"unix_s"_s)
        return TimeForm::UnixSeconds;
    return form == u"unix_ms"_s ? TimeForm::UnixMillis : TimeForm::Rfc3339;
}

Source readSource(LoaderContext &context, const LocatedValue &located)
{
    Source source;
    if (located.value.isString()) {
        const auto pointer = JsonPointer::parse(located.value.toString());
        if (pointer)
            source.first = {*pointer};
        else
            context.report(located.pointer, ObjectReader::tr("this is not a JSON Pointer that can "
                                                             "stand here"));
        return source;
    }
    ObjectReader reader(context, located);
    if (reader.has("text")) {
        readText(reader, &source);
        return source;
    }
    source.first = reader.places("first", Need::Required);
    readMap(reader, &source);
    source.time = readTimeForm(reader);
    return source;
}

Source readSource(ObjectReader &reader, const char *name, Need need)
{
    const LocatedValue located = reader.member(name);
    if (!located.value.isUndefined())
        return readSource(reader.context(), located);
    if (need == Need::Required && reader.isObject())
        reader.context().report(
            reader.pointer(),
            ObjectReader::tr("the member \"%1\" is missing").arg(QString::fromUtf8(name)));
    return {};
}

std::optional<Condition> readCondition(ObjectReader &outer, const char *name, Need need)
{
    const LocatedValue located = outer.member(name);
    if (located.value.isUndefined()) {
        if (need == Need::Required)
            outer.context().report(
                outer.pointer(),
                ObjectReader::tr("the member \"%1\" is missing").arg(QString::fromUtf8(name)));
        return std::nullopt;
    }
    ObjectReader reader(outer.context(), located);
    Condition condition;
    condition.at = reader.place("at", Need::Required).value_or(JsonPointer());
    int tests = 0;
    if (reader.has("eq")) {
        const LocatedValue wanted = reader.member("eq");
        if (wanted.value.isObject() || wanted.value.isArray())
            outer.context().report(wanted.pointer,
                                   ObjectReader::tr("only a plain value can be compared"));
        condition.value = wanted.value;
        condition.test = Condition::Test::Equals;
        ++tests;
    }
    if (reader.has("present")) {
        condition.test =
            reader.boolean("present") ? Condition::Test::Present : Condition::Test::Absent;
        ++tests;
    }
    if (reader.has("exists")) {
        condition.test =
            reader.boolean("exists") ? Condition::Test::Exists : Condition::Test::Missing;
        ++tests;
    }
    for (const auto &[word, test] :
         {std::pair{"past", Condition::Test::Past}, std::pair{"future", Condition::Test::Future}}) {
        if (!reader.has(word))
            continue;
        if (!reader.boolean(word))
            reader.report(word, ObjectReader::tr("only true can stand here"));
        condition.test = test;
        condition.time = readTimeForm(reader);
        ++tests;
    }
    if (tests != 1 && reader.isObject())
        outer.context().report(
            located.pointer,
            ObjectReader::tr(
                "exactly one of eq, present, exists, past and future must stand here"));
    return condition;
}

QList<DetailSource> readDetails(ObjectReader &reader, const char *name)
{
    QList<DetailSource> details;
    for (const LocatedValue &located : reader.array(name)) {
        ObjectReader detail(reader.context(), located);
        const QString label = detail.text("label", Need::Required);
        details.append({label, readSource(detail, "value", Need::Required)});
    }
    return details;
}

QList<StateRule> readStates(ObjectReader &reader, const char *name)
{
    static const QStringList words{u"active"_s,  u"disabled"_s, u"rotating"_s, u"expired"_s,
                                   u"revoked"_s, u"deleted"_s,  u"unknown"_s};
    QList<StateRule> rules;
    const QList<LocatedValue> elements = reader.array(name);
    for (qsizetype i = 0; i < elements.size(); ++i) {
        ObjectReader rule(reader.context(), elements[i]);
        StateRule read;
        read.condition = readCondition(rule, "if");
        read.state =
            keyStateFromName(rule.oneOf("is", words, Need::Required)).value_or(KeyState::Unknown);
        if (!read.condition && i + 1 < elements.size())
            reader.context().report(elements[i].pointer,
                                    ObjectReader::tr("the rules after this one are never reached"));
        rules.append(read);
    }
    return rules;
}

} // namespace chatelaine
