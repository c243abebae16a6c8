-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The teams that this installation belongs or belonged to. sent is how many of the own journal entries the team has.
CREATE TABLE teams (
    id TEXT PRIMARY KEY,
    sent INTEGER NOT NULL DEFAULT 0,
    read_only INTEGER NOT NULL DEFAULT 0,
    last_contact INTEGER,
    offline_since INTEGER,
    message TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- The other installations, as their teams know them.
CREATE TABLE team_installations (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    host TEXT NOT NULL,
    last_contact INTEGER
) WITHOUT ROWID;

-- The other installations' journals, line by line as they wrote them. number counts the lines as they came here.
CREATE TABLE team_journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    installation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    line TEXT NOT NULL,
    time INTEGER GENERATED ALWAYS AS (json_extract(line, '$.time')) STORED,
    account TEXT GENERATED ALWAYS AS (json_extract(line, '$.account')) STORED,
    operation TEXT GENERATED ALWAYS AS (json_extract(line, '$.operation')) STORED,
    UNIQUE (installation, seq)
);

CREATE INDEX team_journal_time ON team_journal (time);

CREATE INDEX team_journal_account ON team_journal (account) WHERE account IS NOT NULL;

CREATE INDEX team_journal_operation ON team_journal (operation) WHERE operation IS NOT NULL;

CREATE INDEX journal_time ON journal (time);

CREATE TRIGGER team_journal_is_never_changed BEFORE UPDATE ON team_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER team_journal_is_never_deleted BEFORE DELETE ON team_journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;
