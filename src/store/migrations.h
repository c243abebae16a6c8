// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/database.h"

namespace chatelaine {

/** "Chtl": marks our databases in SQLite's header. */
constexpr qint64 databaseApplicationId = 0x4368746c;

/** The program's own migrations, oldest first; of a folder below that of the local database's. */
QStringList migrationFiles(const QString &folder = {});

/** The statements of one; throws Failure. */
QStringList sqlStatements(const QString &path);

/** The number of the last migration that this program has. */
int newestSchemaVersion();

/**
 * Opens the database for reading and writing, sets how it works, and brings a new or older one to
 * the newest schema. What is not ours, is newer or is damaged is refused before anything is
 * written; so is an empty file where there was a database before (`hadOne`), or beside a log of
 * changes. Throws Failure.
 */
std::unique_ptr<Database> openDatabase(const QString &file, bool hadOne = false);

/** A further connection for writing to a database that openDatabase() has prepared. */
std::unique_ptr<Database> openFurtherWriter(const QString &file);

/** A further connection, for reading only, to a database that openDatabase() has prepared. */
std::unique_ptr<Database> openReader(const QString &file);

} // namespace chatelaine
