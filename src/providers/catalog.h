// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "core/providerinfo.h"

#include <memory>

namespace chatelaine {

class Definition;
using DefinitionPtr = std::shared_ptr<const Definition>;

/** One thing that is wrong with a definition file. */
struct DefinitionProblem
{
    QString file;
    int line = 0;    ///< from 1
    QString pointer; ///< RFC 6901, e.g. "/kinds/0/create/path"
    QString reason;
    QString toString() const; ///< "file:line: pointer: reason"
};

struct LoadedDefinition
{
    DefinitionPtr definition; ///< null when there are problems
    QList<DefinitionProblem> problems;
};

/** Reads one definition strictly. `file` is only named in problems. At most 1 MiB, 64 levels deep.
 * Thread-safe. */
LoadedDefinition parseDefinition(const QByteArray &json, const QString &file);
LoadedDefinition loadDefinitionFile(const QString &file);

/** What a definition lets a program offer, in the language of the interface. */
const ProviderInfo &providerInfo(const Definition &definition);

/** The name of the fact that says which generation of an API an account's server speaks. */
inline const QString variantFact = QStringLiteral("variant");

/** The definitions that came with the program and the user's own; a user's one with the same id
 * wins. */
class Catalog
{
public:
    /** Reads all of `userFolder` (may be missing) beside the built-in ones. */
    explicit Catalog(const QString &userFolder);

    QList<DefinitionPtr> definitions() const { return m_definitions; } ///< sorted by name
    DefinitionPtr find(const ProviderId &id) const;
    const QList<DefinitionProblem> &problems() const
    {
        return m_problems;
    } ///< of the user's own files

private:
    QList<DefinitionPtr> m_definitions;
    QList<DefinitionProblem> m_problems;
};

} // namespace chatelaine
