// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/catalog.h"
#include "providers/definition.h"

#include <cstdlib>

using namespace chatelaine;

/** A file that a user was given: either a definition or problems with a line each, never both. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const LoadedDefinition loaded = parseDefinition(json, QStringLiteral("fuzz.json"));
    if (bool(loaded.definition) != loaded.problems.isEmpty())
        std::abort();
    for (const DefinitionProblem &problem : loaded.problems) {
        if (problem.line < 1 || problem.reason.isEmpty())
            std::abort();
    }
    return 0;
}
