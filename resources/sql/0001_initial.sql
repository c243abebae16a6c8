-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements are separated by an empty line. Times are integer microseconds since 1970, UTC; NULL is unknown.

-- The installation that writes this database, and the revision of its inventory: each write transaction that touches
-- accounts, containers or keys takes the next one, so that a reader can ask for what is newer.
CREATE TABLE installation (
    id TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE accounts (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE,
    provider TEXT NOT NULL,
    definition_file TEXT NOT NULL,
    base_url TEXT NOT NULL,
    ca_file TEXT NOT NULL,
    credentials TEXT NOT NULL,
    facts TEXT NOT NULL,
    practice INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    condition TEXT NOT NULL,
    message TEXT NOT NULL,
    as_of INTEGER,
    complete_at INTEGER,
    reasons TEXT NOT NULL,
    revision INTEGER NOT NULL
);

-- Organizations and projects, by the text of containerKey(); the empty key is the account itself. seen_at and
-- seen_since are the end and the start of the last reading that listed all of its keys: they stand for last_seen of the
-- keys in it, which are therefore not rewritten by each sync. listed is 0 for one that is gone at the vendor.
CREATE TABLE containers (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    key TEXT NOT NULL,
    path TEXT NOT NULL,
    details TEXT NOT NULL,
    listed INTEGER NOT NULL,
    seen_at INTEGER,
    seen_since INTEGER,
    revision INTEGER NOT NULL,
    UNIQUE (account, key)
);

CREATE TABLE keys (
    no INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    container INTEGER NOT NULL REFERENCES containers (no) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mask TEXT NOT NULL,
    scopes TEXT NOT NULL,
    environment TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER,
    created_by TEXT NOT NULL,
    used_at INTEGER,
    used_precision INTEGER NOT NULL,
    used_source TEXT NOT NULL,
    used_since INTEGER,
    used_observed INTEGER,
    expires_at INTEGER,
    details TEXT NOT NULL,
    manual INTEGER NOT NULL,
    in_use INTEGER NOT NULL,
    kept INTEGER NOT NULL,
    first_seen INTEGER,
    last_seen INTEGER,
    vanished_at INTEGER,
    ended_at INTEGER,
    revision INTEGER NOT NULL,
    UNIQUE (container, id)
);

CREATE INDEX keys_name ON keys (name);

CREATE INDEX keys_revision ON keys (revision);

-- One row for each reading of an account that was applied; sources is how it was made.
CREATE TABLE syncs (
    no INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    added INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    vanished INTEGER NOT NULL,
    sources TEXT NOT NULL
);

CREATE INDEX syncs_account ON syncs (account);

CREATE TABLE usage (
    container INTEGER NOT NULL REFERENCES containers (no) ON DELETE CASCADE,
    metric TEXT NOT NULL,
    series TEXT NOT NULL,
    start INTEGER NOT NULL,
    seconds INTEGER NOT NULL,
    grouping TEXT NOT NULL,
    value REAL NOT NULL,
    PRIMARY KEY (container, metric, series, start, seconds, grouping)
) WITHOUT ROWID;

-- Every reading; the current ones are those of the account's last reading.
CREATE TABLE quotas (
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    id TEXT NOT NULL,
    observed_at INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    used REAL,
    maximum REAL,
    reset_at INTEGER,
    current INTEGER NOT NULL,
    PRIMARY KEY (account, id, observed_at)
) WITHOUT ROWID;

-- Operations outlive their account: they are history.
CREATE TABLE operations (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    container TEXT NOT NULL,
    kind TEXT NOT NULL,
    key_uid TEXT NOT NULL,
    vendor_key TEXT NOT NULL,
    sent_name TEXT NOT NULL,
    ids_before TEXT NOT NULL,
    ids_before_complete INTEGER NOT NULL,
    state TEXT NOT NULL,
    intended_at INTEGER NOT NULL,
    sent_at INTEGER,
    ended_at INTEGER,
    message TEXT NOT NULL,
    request_id TEXT NOT NULL,
    secret_held INTEGER NOT NULL
);

CREATE INDEX operations_state ON operations (state);

-- The line is the record; what is searched by is computed from it, and so cannot disagree with it.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    line TEXT NOT NULL,
    time INTEGER GENERATED ALWAYS AS (json_extract(line, '$.time')) STORED,
    account TEXT GENERATED ALWAYS AS (json_extract(line, '$.account')) STORED,
    operation TEXT GENERATED ALWAYS AS (json_extract(line, '$.operation')) STORED
);

CREATE INDEX journal_account ON journal (account) WHERE account IS NOT NULL;

CREATE INDEX journal_operation ON journal (operation) WHERE operation IS NOT NULL;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TABLE keychain (
    user TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    account TEXT NOT NULL,
    key_uid TEXT NOT NULL,
    operation TEXT NOT NULL,
    created_at INTEGER NOT NULL
) WITHOUT ROWID;
