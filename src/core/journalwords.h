// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace chatelaine {

namespace JournalKinds {
/** A reading shows that others changed a key; who read it is not who did it. */
inline const QString changedElsewhere = QStringLiteral("key.changed_elsewhere");
} // namespace JournalKinds

/** Kinds of entries that this version writes ("key.create", ...), those of one thing together. */
QStringList journalKinds();
/** "intended", "succeeded", ... */
QStringList journalOutcomes();
/** Whether some entries can be of it: one of the kinds, or what they begin with ("key"). */
bool isJournalKind(const QString &kind);

} // namespace chatelaine
