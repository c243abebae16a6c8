// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace chatelaine {

/**
 * The value of a member that each line has (`installation`, `prev`, `seq`, `time`), as it is
 * written, with its quotes; empty when there is none. Without parsing the line: the last occurrence
 * is the entry's own, since a quote inside a text is escaped, and `detail`, the only member that is
 * an object, stands before these.
 */
QByteArrayView journalMember(const QByteArray &line, QByteArrayView name);

/** What stands as the hash of the line before the first one: 64 zeros. */
QByteArray noPreviousHash();

} // namespace chatelaine
