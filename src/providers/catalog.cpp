// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"

#include "providers/definition.h"

#include <QCoreApplication>
#include <QDir>

// Q_INIT_RESOURCE must stand outside any namespace: a static library's resource is dropped by the
// linker otherwise.
static void initializeResource()
{
    Q_INIT_RESOURCE(providers);
}

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

LoadedDefinition loadBuiltIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseDefinition(file.readAll(), QCoreApplication::translate("Catalog", "built in"));
}

} // namespace

Catalog::Catalog(const QString &userFolder)
{
    initializeResource();
    QMap<QString, DefinitionPtr> byId;
    for (const QString &name : QDir(u":/providers"_s).entryList({u"*.json"_s}, QDir::Files)) {
        const LoadedDefinition loaded = loadBuiltIn(u":/providers/"_s + name);
        Q_ASSERT_X(loaded.definition, "Catalog", qPrintable(name));
        if (loaded.definition)
            byId.insert(loaded.definition->id.toString(), loaded.definition);
    }
    const QDir folder(userFolder);
    const QStringList names =
        userFolder.isEmpty() ? QStringList() : folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString &name : names) {
        const LoadedDefinition loaded = loadDefinitionFile(folder.filePath(name));
        m_problems += loaded.problems;
        if (loaded.definition)
            byId.insert(loaded.definition->id.toString(), loaded.definition);
    }
    m_definitions = byId.values();
    std::sort(m_definitions.begin(), m_definitions.end(),
              [](const DefinitionPtr &a, const DefinitionPtr &b) {
                  return QString::localeAwareCompare(a->info.name, b->info.name) < 0;
              });
}

DefinitionPtr Catalog::find(const ProviderId &id) const
{
    for (const DefinitionPtr &definition : m_definitions) {
        if (definition->id == id)
            return definition;
    }
    return nullptr;
}

} // namespace chatelaine
