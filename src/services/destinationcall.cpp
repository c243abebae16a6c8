// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/destinationtemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

struct DestinationCallTexts
{
    Q_DECLARE_TR_FUNCTIONS(Destination)
};

TemplateValues templateValues(const QMap<QString, QString> &values)
{
    TemplateValues all; // an empty value counts as absent: what names it is left out
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!value.value().isEmpty())
            all.insert(value.key(), value.value());
    }
    return all;
}

/** What a program needs to find its own files and, where there is one, the user's session. */
QProcessEnvironment smallEnvironment(const DestinationTemplate &destination,
                                     const TemplateValues &values)
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment small;
    const auto pass = [&](const QString &name) {
        if (ours.contains(name))
            small.insert(name, ours.value(name));
    };
    for (const QString &name : {u"PATH"_s, u"HOME"_s, u"USER"_s, u"LANG"_s, u"XDG_RUNTIME_DIR"_s,
                                u"DBUS_SESSION_BUS_ADDRESS"_s})
        pass(name);
    for (const auto &[name, text] : destination.environment) {
        const auto value = text ? text->expanded(values) : std::nullopt;
        if (value)
            small.insert(name, *value);
        else if (!text)
            pass(name);
    }
    return small;
}

/** A secret in the quotes of JSON. */
void appendQuoted(WipedBytes *to, QByteArrayView secret)
{
    static constexpr char digits[] = "0123456789abcdef";
    to->append("\"");
    for (const char c : secret) {
        const auto byte = static_cast<uchar>(c);
        if (c == '"' || c == '\\') {
            const char escaped[] = {'\\', c};
            to->append({escaped, 2});
        } else if (byte < 0x20) {
            const char escaped[] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
            to->append({escaped, 6});
        } else {
            to->append({&c, 1});
        }
    }
    to->append("\"");
}

} // namespace

QMap<QString, QString> completed(const DestinationInfo &info, QMap<QString, QString> values)
{
    for (const FieldInfo &field : info.fields) {
        if (!values.contains(field.id) && !field.defaultValue.isEmpty())
            values.insert(field.id, field.defaultValue);
    }
    return values;
}

QString problemOf(const DestinationInfo &info, const QMap<QString, QString> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        const bool known =
            std::any_of(info.fields.begin(), info.fields.end(),
                        [&](const FieldInfo &field) { return field.id == value.key(); });
        if (!known)
            return DestinationCallTexts::tr("%1 has no field \"%2\".").arg(info.name, value.key());
    }
    for (const FieldInfo &field : info.fields) {
        const QString value = values.value(field.id);
        const bool control = std::any_of(value.begin(), value.end(), [](QChar c) {
            return c.category() == QChar::Other_Control;
        });
        if (field.required && value.isEmpty())
            return DestinationCallTexts::tr("%1 is missing.").arg(field.label);
        if (control || value.size() > 1024)
            return DestinationCallTexts::tr("%1 is too long or has control characters.")
                .arg(field.label);
        const QRegularExpression pattern(field.pattern);
        if (!value.isEmpty() && !field.pattern.isEmpty() && !pattern.match(value).hasMatch())
            return DestinationCallTexts::tr("%1 does not have the form that is wanted. %2")
                .arg(field.label, field.help)
                .trimmed();
    }
    return {};
}

QString expandedPlace(const DestinationTemplate &destination, const QMap<QString, QString> &values)
{
    TemplateValues all = templateValues(values);
    for (const FieldInfo &field : destination.info.fields) {
        if (!all.contains(field.id))
            all.insert(field.id, QString());
    }
    return destination.place.expanded(all).value_or(destination.info.name);
}

Outcome<ProgramCall> expandedCall(const DestinationTemplate &destination, const CallTemplate &call,
                                  const QMap<QString, QString> &values)
{
    const TemplateValues all = templateValues(values);
    ProgramCall expanded;
    expanded.environment = smallEnvironment(destination, all);
    expanded.seconds = destination.seconds;
    expanded.program = QStandardPaths::findExecutable(call.program);
    if (expanded.program.isEmpty())
        return Error::of(
            ErrorKind::NotFound,
            DestinationCallTexts::tr("The program \"%1\" is not installed.").arg(call.program),
            DestinationCallTexts::tr("Install it, or choose another destination."));
    bool optionsEnded = false;
    for (const TextTemplate &text : call.arguments) {
        const auto argument = text.expanded(all);
        if (!argument)
            continue;
        const bool fromUser = text.source().startsWith(u'{');
        if (fromUser && !optionsEnded && argument->startsWith(u'-'))
            return Error::of(
                ErrorKind::InvalidRequest,
                DestinationCallTexts::tr("\"%1\" would be taken for an option of \"%2\".")
                    .arg(*argument, call.program));
        optionsEnded = optionsEnded || text.source() == u"--"_s;
        expanded.arguments.append(*argument);
    }
    return expanded;
}

Outcome<SharedSecret> expandedInput(const DestinationTemplate &destination,
                                    const QMap<QString, QString> &values, const Secret &secret)
{
    if (destination.input.isUndefined())
        return Secret::copyOf(secret.borrowed());
    const QString mark = QUuid::createUuid().toString(QUuid::Id128);
    TemplateValues all = templateValues(values);
    all.insert(u"secret"_s, mark);
    const auto document = expandedJson(destination.input, all);
    const QByteArray text =
        QJsonDocument(document.value_or(QJsonValue()).toObject()).toJson(QJsonDocument::Compact);
    const QByteArray quoted = '"' + mark.toLatin1() + '"';
    const qsizetype at = text.indexOf(quoted);
    if (at < 0)
        return Error::of(ErrorKind::InvalidRequest,
                         DestinationCallTexts::tr("A field that the input needs is missing."));
    WipedBytes whole;
    whole.append(QByteArrayView(text).first(at));
    appendQuoted(&whole, secret.borrowed());
    whole.append(QByteArrayView(text).sliced(at + quoted.size()));
    return Secret::copyOf(whole.view());
}

} // namespace chatelaine
