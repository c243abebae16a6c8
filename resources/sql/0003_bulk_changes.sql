-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Bulk changes of keys outlive their accounts: they are history. ended_at is NULL while something is left to do.
CREATE TABLE bulk_runs (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    verb TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER
);

CREATE INDEX bulk_runs_open ON bulk_runs (no) WHERE ended_at IS NULL;

-- One row for each key of a run. What became of a key is what became of its operation, which is known before it is
-- begun; state counts only while there is no such operation.
CREATE TABLE bulk_items (
    run INTEGER NOT NULL REFERENCES bulk_runs (no) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    key_uid TEXT NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    mask TEXT NOT NULL,
    operation TEXT NOT NULL,
    state TEXT NOT NULL,
    message TEXT NOT NULL,
    PRIMARY KEY (run, position),
    UNIQUE (run, key_uid)
) WITHOUT ROWID;

CREATE UNIQUE INDEX bulk_items_operation ON bulk_items (operation) WHERE operation <> '';
