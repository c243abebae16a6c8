// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/key.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** `width` as SheetColumn has it. */
SheetColumn sheetColumn(const char *id, const QString &title, int width = 0);

/** A word of the context chatelaine::AuditReport, in QT_TRANSLATE_NOOP. */
Term auditTerm(const char *english);
/** "yes" or "no". */
Term yesOrNo(bool yes);

/** The names of organization and project, or their ids where they have none. */
QString containerNames(const ContainerPath &path);

/** Whole days from one moment to another. */
std::optional<qint64> daysBetween(std::optional<Timestamp> from, Timestamp to);

} // namespace chatelaine
