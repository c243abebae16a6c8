#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the seeds of fuzz_database from the migrations: make_databases.py RESOURCES/SQL OUT"""

import json
import pathlib
import sqlite3
import sys

APPLICATION = 0x4368746C


def statements(path):
    text = "".join(line for line in path.read_text().splitlines(True) if not line.startswith("--"))
    return text


def make(file, migrations, version=None):
    """A database as small as SQLite makes them, with a row in each of the tables that are read first."""
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA page_size = 512")
    for path in migrations:
        connection.executescript(statements(path))
    connection.execute("INSERT INTO installation (id) VALUES ('6b1f4f0e-3c0a-4f3e-9d0e-2f6a1c7d5e11')")
    connection.execute(
        "INSERT INTO accounts (id, name, provider, definition_file, base_url, ca_file, credentials, facts, practice, "
        "created_at, condition, message, reasons, revision) "
        "VALUES ('a', 'Acme', 'tempered', '', 'https://x.example', '', '{}', '{}', 0, 1, 'fresh', '', '', 1)")
    connection.execute("INSERT INTO containers (account, key, path, details, listed, revision) VALUES (1, '', '[]', '[]', 1, 1)")
    connection.execute(
        "INSERT INTO keys (uid, container, id, kind, name, mask, scopes, environment, state, created_by, used_precision, "
        "used_source, details, manual, in_use, kept, revision) "
        "VALUES ('k', 1, '7', 'organization', 'CI', 'prx_…', 'eval', '', 'active', '', 0, 'none', '[]', 0, 0, 0, 1)")
    line = json.dumps({"kind": "key.create", "seq": 1, "time": 1}, separators=(",", ":"))
    connection.execute("INSERT INTO journal (seq, line) VALUES (1, ?)", (line,))
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version or len(migrations)}")
    connection.execute("VACUUM")
    connection.close()


def main():
    migrations = sorted(pathlib.Path(sys.argv[1]).glob("*.sql"))
    out = pathlib.Path(sys.argv[2])
    make(out / "database-newest", migrations)
    make(out / "database-oldest", migrations[:1])
    make(out / "database-newer", migrations, len(migrations) + 1)
    whole = (out / "database-newest").read_bytes()
    (out / "database-truncated").write_bytes(whole[: len(whole) // 2])
    (out / "database-header").write_bytes(whole[:512])


if __name__ == "__main__":
    main()
