// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "reports/keychanges.h"
#include "reports/keyhistory.h"
#include "reports/reportsink.h"

namespace chatelaine {

/** A topic's value: a word of ours where it is one, else the text that was given. */
Cell noteCell(const KeyNotes &notes, NoteTopic topic);

/** What people said of a key, as columns of the sheet "keys". */
QList<SheetColumn> noteColumns();
Cells noteCells(const KeyRow &key, const KeyHistory &history, Timestamp end);

/** The last review: by whom, with which decision and reason, and when. */
Cells reviewCells(const std::optional<KeyReview> &review);

/** Management's word on that review: whose, when it was written down, and by whom. */
Cells acknowledgementCells(const std::optional<KeyReview> &review);

/** The last change of the key since a moment: what, when, by whom, and the entry that proves it. */
QList<SheetColumn> deedColumns();
Cells deedCells(const KeyHistory &history, std::optional<Timestamp> since);

} // namespace chatelaine
