// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/loaderparts.h"

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

const QList<std::pair<QString, FieldInfo::Type>> &fieldTypes()
{
    using Type = FieldInfo::Type;
    static const QList<std::pair<QString, Type>> types{
        {u"text"_s, Type::Text},       {u"choice"_s, Type::Choice},
        {u"multi"_s, Type::Multi},     {u"integer"_s, Type::Integer},
        {u"boolean"_s, Type::Boolean}, {u"duration"_s, Type::Duration},
        {u"lines"_s, Type::Lines},     {u"secret"_s, Type::Secret},
    };
    return types;
}

FieldInfo::Type readFieldType(ObjectReader &reader)
{
    QStringList words;
    for (const auto &[word, type] : fieldTypes())
        words.append(word);
    const QString wanted = reader.oneOf("type", words, Need::Required);
    for (const auto &[word, type] : fieldTypes()) {
        if (word == wanted)
            return type;
    }
    return FieldInfo::Type::Text;
}

QList<FieldOption> readOptions(ObjectReader &reader)
{
    QList<FieldOption> options;
    for (const LocatedValue &located : reader.array("options")) {
        ObjectReader option(reader.context(), located);
        FieldOption read;
        read.value = option.string("value", Need::Required);
        read.label = option.text("label");
        if (read.label.isEmpty())
            read.label = read.value;
        read.detail = option.text("detail");
        options.append(read);
    }
    return options;
}

std::optional<OptionsTemplate> readOptionsFrom(ObjectReader &outer, const RequestScope &scope)
{
    if (!outer.has("options_from"))
        return std::nullopt;
    ObjectReader reader(outer.context(), outer.member("options_from"));
    OptionsTemplate options;
    options.list = readList(reader.context(), reader.member("list"), scope, {});
    options.value = readSource(reader, "value", Need::Required);
    options.label = readSource(reader, "label");
    options.detail = readSource(reader, "detail");
    options.enabled = readCondition(reader, "enabled");
    options.disabledDetail = reader.text("disabled_detail");
    return options;
}

/** The bounds, in the file in the unit of the field. */
void readBounds(ObjectReader &reader, FieldInfo *info)
{
    const QString unit = reader.oneOf("unit", {u"seconds"_s, u"hours"_s, u"days"_s});
    if (!unit.isEmpty() && info->type != FieldInfo::Type::Duration)
        reader.report("unit", ObjectReader::tr("only a duration has a unit"));
    info->unit = unit == u"days"_s ? 86'400 : unit == u"hours"_s ? 3600 : 1;
    info->minimum = reader.integer("minimum", 0, 1'000'000'000'000, 0) * info->unit;
    info->maximum = reader.integer("maximum", 0, 1'000'000'000'000, 0) * info->unit;
    if (info->unit > 1 && info->maximum == 0)
        reader.report("maximum", ObjectReader::tr("a duration with a unit needs a maximum"));
}

FieldTemplate readField(LoaderContext &context, const LocatedValue &located,
                        const RequestScope &scope)
{
    ObjectReader reader(context, located);
    FieldTemplate field;
    field.info.id = reader.identifier("id");
    field.info.label = reader.text("label", Need::Required);
    field.info.help = reader.text("help");
    field.info.type = readFieldType(reader);
    field.info.required = reader.boolean("required");
    field.info.defaultValue = reader.string("default");
    field.pattern = reader.pattern("pattern");
    field.info.pattern = field.pattern.pattern();
    readBounds(reader, &field.info);
    field.info.states = readKeyStates(reader, "states");
    field.info.requiredStates = readKeyStates(reader, "required_states");
    field.info.nullLabel = reader.text("null");
    field.info.isName =
        reader.oneOf("is", {u"name"_s, u"scopes"_s, u"environment"_s, u"expires"_s, u"grace"_s});
    field.info.options = readOptions(reader);
    field.options = readOptionsFrom(reader, scope);
    field.info.loadsOptions = field.options.has_value();
    const bool chooses =
        field.info.type == FieldInfo::Type::Choice || field.info.type == FieldInfo::Type::Multi;
    const int given = int(!field.info.options.isEmpty()) + int(field.info.loadsOptions);
    if (given != int(chooses))
        context.report(located.pointer,
                       ObjectReader::tr("options or options_from belong to choice and multi, which "
                                        "need one of them"));
    return field;
}

} // namespace

QStringList readKeyStates(ObjectReader &reader, const char *name)
{
    const QStringList states = reader.strings(name);
    for (const QString &state : states) {
        if (!keyStateFromName(state))
            reader.report(name, ObjectReader::tr("\"%1\" is not a state of a key").arg(state));
    }
    return states;
}

QList<FieldTemplate> readFields(ObjectReader &reader, const RequestScope &scope)
{
    QList<FieldTemplate> fields;
    QStringList ids;
    for (const LocatedValue &located : reader.array("fields")) {
        fields.append(readField(reader.context(), located, scope));
        const QString id = fields.last().info.id;
        if (ids.contains(id))
            reader.context().report(located.pointer + u"/id"_s,
                                    ObjectReader::tr("the id \"%1\" is taken").arg(id));
        ids.append(id);
    }
    return fields;
}

QStringList fieldIds(const QList<FieldTemplate> &fields)
{
    QStringList ids;
    for (const FieldTemplate &field : fields)
        ids.append(field.info.id);
    return ids;
}

QList<FieldInfo> fieldInfos(const QList<FieldTemplate> &fields)
{
    QList<FieldInfo> infos;
    for (const FieldTemplate &field : fields)
        infos.append(field.info);
    return infos;
}

void checkFieldsAreUsed(ObjectReader &reader, const QList<FieldTemplate> &fields,
                        const RequestTemplate &request)
{
    const QStringList used = placeholdersOf(request);
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString id = fields[i].info.id;
        if (!used.contains(id))
            reader.context().report(
                u"%1/fields/%2"_s.arg(reader.pointer()).arg(i),
                ObjectReader::tr("the request does not use the field \"%1\"").arg(id));
    }
}

} // namespace chatelaine
