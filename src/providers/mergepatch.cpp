// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/mergepatch.h"

#include "providers/jsonpointer.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

QString idOf(const QJsonValue &element)
{
    return element[u"id"_s].toString();
}

bool hasIds(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty() && std::none_of(array.begin(), array.end(),
                                            [](const QJsonValue &e) { return idOf(e).isEmpty(); });
}

QJsonArray patchedById(const QJsonArray &array, const QJsonObject &patch)
{
    QJsonArray patched;
    QJsonObject rest = patch;
    for (const QJsonValue element : array) {
        const QString id = idOf(element);
        const QJsonValue change = rest.take(id);
        if (!change.isNull())
            patched.append(change.isUndefined() ? element : mergePatched(element, change));
    }
    for (auto added = rest.begin(); added != rest.end(); ++added) {
        QJsonValue element = mergePatched(QJsonObject{{u"id"_s, added.key()}}, added.value());
        if (!added.value().isNull())
            patched.append(element);
    }
    return patched;
}

} // namespace

QJsonValue mergePatched(const QJsonValue &document, const QJsonValue &patch)
{
    if (!patch.isObject())
        return patch;
    if (hasIds(document))
        return patchedById(document.toArray(), patch.toObject());
    QJsonObject merged = document.toObject();
    const QJsonObject members = patch.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (member.value().isNull())
            merged.remove(member.key());
        else
            merged.insert(member.key(), mergePatched(merged.value(member.key()), member.value()));
    }
    return merged;
}

QString placeInPatch(const QJsonValue &patched, const QJsonValue &patch, const QString &pointer)
{
    const auto place = JsonPointer::parse(pointer);
    if (!place)
        return {};
    QString found;
    QJsonValue value = patched;
    QJsonValue part = patch;
    for (const QString &segment : place->segments()) {
        const bool byId = value.isArray() && part.isObject();
        value = value.isArray() ? value[segment.toInt()] : value[segment];
        const QString name = byId ? idOf(value) : segment;
        part = part.isArray() ? part[name.toInt()] : part[name];
        if (part.isUndefined())
            break;
        found += u'/' + JsonPointer::escaped(name);
    }
    return found;
}

} // namespace chatelaine
