// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/outcome.h"
#include "practice/population.h"

#include <QMap>

namespace chatelaine::practice {

/** The sample secret of each system by its id. */
using SampleCredentials = QMap<QString, QString>;

/**
 * The sample credentials of a database, which are the one kind of secret that is kept in the
 * clear: in `FILE.credentials`, readable by its owner only. If that file is lost, or there is no
 * database file, every sample key gets a new secret.
 */
Outcome<SampleCredentials> sampleCredentials(State &state, const QList<System *> &systems,
                                             const QString &database);

} // namespace chatelaine::practice
