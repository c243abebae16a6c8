// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/confidentai.h"
#include "practice/tempered.h"
#include "practice/tempo.h"
#include "practice/temporis.h"

#include <QHash>

namespace chatelaine::practice {

struct Systems
{
    ConfidentAi &confidentAi;
    Tempered &tempered;
    Tempo &tempo;
    Temporis &temporis;
};

/** How much to add to the company that is there from the start. */
struct Extra
{
    qint64 projects = 0; ///< half of them at Tempo, half at Confident AI
    qint64 keys = 0;     ///< a third each at Tempered, Tempo and Confident AI
};

/** Fills a new database with a company that uses all four systems. */
void populate(State &state, const Systems &systems, const Extra &extra);
/** Adds `extra` to a database that is filled. */
void addCrowd(State &state, const Systems &systems, const Extra &extra);

/** The name that marks each system's sample credential. */
extern const QString sampleKeyName;

} // namespace chatelaine::practice
