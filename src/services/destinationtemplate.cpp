// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/destinationtemplate.h"

#include "providers/descriptionfile.h"
#include "providers/objectreader.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Outside of any namespace: a static library's resource is dropped by the linker otherwise.
static void initializeDestinations()
{
    Q_INIT_RESOURCE(destinations);
}

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

constexpr qint64 maximumFile = 64 * 1024;
constexpr int destinationFormat = 1;
const QString secretName = u"secret"_s;

struct DestinationTexts
{
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

QString secretRefusal()
{
    return DestinationTexts::tr(
        "{secret} can stand in the input only: arguments and environment of a program can be read "
        "by other programs. A tool that takes a secret in no other way cannot be a destination");
}

/** A text with placeholders of the fields; never the secret. */
std::optional<TextTemplate> readText(LoaderContext &context, const LocatedValue &located,
                                     const QStringList &fields)
{
    QString reason;
    const auto text = TextTemplate::parse(located.value.toString(), &reason);
    if (!located.value.isString())
        reason = DestinationTexts::tr("this must be a string");
    for (const QString &name : text ? text->placeholders() : QStringList()) {
        if (name == secretName)
            reason = secretRefusal();
        else if (!fields.contains(name))
            reason = DestinationTexts::tr("there is no field \"%1\"").arg(name);
    }
    if (!reason.isEmpty())
        context.report(located.pointer, reason);
    return reason.isEmpty() ? text : std::nullopt;
}

/** An array of a program and its arguments. */
std::optional<CallTemplate> readCall(ObjectReader &reader, const char *name,
                                     const QStringList &fields, Need need = Need::Optional)
{
    if (!reader.has(name) && need == Need::Optional)
        return std::nullopt;
    CallTemplate call;
    const QList<LocatedValue> words = reader.array(name, need);
    if (words.isEmpty() && reader.has(name))
        reader.report(name, DestinationTexts::tr("the program is missing"));
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto text = readText(reader.context(), words[i], fields);
        if (!text)
            continue;
        if (i > 0)
            call.arguments.append(*text);
        else if (text->placeholders().isEmpty() && !text->source().isEmpty())
            call.program = text->source();
        else
            reader.context().report(words[i].pointer,
                                    DestinationTexts::tr("the program's name must be fixed"));
    }
    return call;
}

FieldInfo readDestinationField(LoaderContext &context, const LocatedValue &located)
{
    ObjectReader reader(context, located);
    FieldInfo field;
    field.id = reader.identifier("id");
    field.label = reader.text("label", Need::Required);
    field.help = reader.text("help");
    field.pattern = reader.pattern("pattern").pattern();
    field.required = reader.boolean("required");
    field.defaultValue = reader.string("default");
    if (field.id == secretName)
        reader.report("id", DestinationTexts::tr("no field can be called \"secret\""));
    return field;
}

void readEnvironment(ObjectReader &reader, const QStringList &fields,
                     DestinationTemplate *destination)
{
    static const QRegularExpression form(u"\\A[A-Za-z_][A-Za-z0-9_]*\\z"_s);
    for (const LocatedValue &located : reader.array("environment")) {
        const QString text = located.value.toString();
        const QString name = text.section(u'=', 0, 0);
        if (!form.match(name).hasMatch())
            reader.context().report(
                located.pointer,
                DestinationTexts::tr("this must be the name of a variable, or NAME=VALUE"));
        std::optional<TextTemplate> value;
        if (text.contains(u'='))
            value = readText(reader.context(), {text.section(u'=', 1), located.pointer}, fields);
        destination->environment.append({name, value});
    }
}

int secretsIn(const QJsonValue &value)
{
    int count = value.isString() && value.toString() == u"{secret}"_s;
    for (const QJsonValue element : value.toArray())
        count += secretsIn(element);
    for (const QJsonValue member : value.toObject())
        count += secretsIn(member);
    return count;
}

/** The strings of the document are templates; one of them is the secret and nothing else. */
void checkInput(LoaderContext &context, const LocatedValue &located, const QStringList &fields)
{
    if (located.value.isString() && located.value.toString() != u"{secret}"_s)
        readText(context, located, fields);
    const QJsonArray elements = located.value.toArray();
    for (qsizetype i = 0; i < elements.size(); ++i)
        checkInput(context, {elements[i], located.pointer + u'/' + QString::number(i)}, fields);
    const QJsonObject members = located.value.toObject();
    for (auto member = members.begin(); member != members.end(); ++member)
        checkInput(context,
                   {member.value(), located.pointer + u'/' + JsonPointer::escaped(member.key())},
                   fields);
}

void readInput(ObjectReader &reader, const QStringList &fields, DestinationTemplate *destination)
{
    const LocatedValue located = reader.member("input");
    if (located.value.isUndefined())
        return;
    destination->input = located.value;
    if (!located.value.isObject() || secretsIn(located.value) != 1)
        reader.report("input", DestinationTexts::tr("this must be an object in which \"{secret}\" "
                                                    "stands once, as a value of its own"));
    else
        checkInput(reader.context(), located, fields);
}

void readProbes(ObjectReader &reader, const QStringList &fields, DestinationTemplate *destination)
{
    for (const LocatedValue &located : reader.array("check", Need::Required)) {
        ObjectReader probe(reader.context(), located);
        const auto call = readCall(probe, "run", fields, Need::Required);
        destination->probes.append({call.value_or(CallTemplate()), probe.text("else")});
    }
}

void readDestination(LoaderContext &context, const QJsonValue &document,
                     DestinationTemplate *destination)
{
    ObjectReader reader(context, {document, QString()});
    const LocatedValue i18n = reader.member("i18n");
    context.readTranslations(i18n.value, i18n.pointer);
    reader.string("$schema");
    reader.integer("format", destinationFormat, destinationFormat, destinationFormat,
                   Need::Required);
    DestinationInfo &info = destination->info;
    info.id = destinationId::commandPrefix + reader.identifier("id");
    info.name = reader.text("name", Need::Required);
    info.help = reader.text("help");
    info.documentationUrl = reader.url("documentation");
    QStringList fields;
    for (const LocatedValue &located : reader.array("fields")) {
        info.fields.append(readDestinationField(context, located));
        if (fields.contains(info.fields.last().id))
            context.report(located.pointer, DestinationTexts::tr("this field stands twice"));
        fields.append(info.fields.last().id);
    }
    const auto place =
        readText(context, {reader.string("place", Need::Required), u"/place"_s}, fields);
    destination->place = place.value_or(TextTemplate());
    readEnvironment(reader, fields, destination);
    destination->seconds = static_cast<int>(reader.integer("seconds", 1, 600, 60));
    readProbes(reader, fields, destination);
    destination->exists = readCall(reader, "exists", fields);
    if (reader.has("absent_status"))
        destination->absentStatus = static_cast<int>(reader.integer("absent_status", 1, 255, 1));
    destination->deliver =
        readCall(reader, "deliver", fields, Need::Required).value_or(CallTemplate());
    destination->replace = readCall(reader, "replace", fields);
    destination->verify = readCall(reader, "verify", fields);
    destination->verifyBase64 =
        reader.oneOf("verify_encoding", {u"plain"_s, u"base64"_s}) == u"base64"_s;
    readInput(reader, fields, destination);
    info.canReplace = destination->replace.has_value();
    info.readsBack = destination->verify.has_value();
    destination->texts = context.texts();
}

} // namespace

LoadedDestination parseDestination(const QByteArray &json, const QString &file)
{
    if (json.size() > maximumFile)
        return {{}, {descriptionTooLarge(file, maximumFile)}};
    const LocatedJson located = readLocatedJson(json);
    LoaderContext context(file, located);
    auto destination = std::make_shared<DestinationTemplate>();
    destination->info.origin = file;
    if (!located.value.isUndefined())
        readDestination(context, located.value, destination.get());
    LoadedDestination loaded;
    loaded.problems = context.takeProblems();
    if (loaded.problems.isEmpty())
        loaded.destination = std::move(destination);
    return loaded;
}

LoadedDestination loadDestinationFile(const QString &path)
{
    DescriptionFile file = readDescriptionFile(path, maximumFile);
    if (!file.problems.isEmpty())
        return {{}, std::move(file.problems)};
    return parseDestination(file.json, path);
}

DestinationCatalog::DestinationCatalog(const QString &userFolder)
{
    initializeDestinations();
    QMap<QString, DestinationTemplatePtr> byId;
    const auto add = [&](const LoadedDestination &loaded) {
        m_problems += loaded.problems;
        if (loaded.destination)
            byId.insert(loaded.destination->info.id, loaded.destination);
    };
    for (const QString &name : QDir(u":/destinations"_s).entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(u":/destinations/"_s + name);
        if (file.open(QIODevice::ReadOnly))
            add(parseDestination(file.readAll(), DestinationTexts::tr("built in")));
    }
    Q_ASSERT_X(m_problems.isEmpty(), "DestinationCatalog",
               m_problems.isEmpty() ? "" : qPrintable(m_problems.constFirst().toString()));
    const QDir folder(userFolder);
    const QStringList names =
        userFolder.isEmpty() ? QStringList() : folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : names)
        add(loadDestinationFile(folder.filePath(name)));
    m_templates = byId.values();
    std::sort(m_templates.begin(), m_templates.end(),
              [](const DestinationTemplatePtr &a, const DestinationTemplatePtr &b) {
                  return QString::localeAwareCompare(a->info.name, b->info.name) < 0;
              });
}

DestinationTemplatePtr DestinationCatalog::find(const QString &id) const
{
    for (const DestinationTemplatePtr &destination : m_templates) {
        if (destination->info.id == id)
            return destination;
    }
    return nullptr;
}

} // namespace chatelaine
