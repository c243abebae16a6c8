-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Webhooks as last listed, or as made here: a vendor that lists none leaves only our own record. container_key is the
-- text of containerKey(). made_by is the operation that made it here, else empty.
CREATE TABLE webhooks (
    no INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    container_key TEXT NOT NULL,
    container TEXT NOT NULL,
    id TEXT NOT NULL,
    url TEXT NOT NULL,
    events TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER,
    made_by TEXT NOT NULL,
    kept INTEGER NOT NULL,
    first_seen INTEGER,
    last_seen INTEGER,
    gone_at INTEGER,
    UNIQUE (account, container_key, id)
);

-- Replacements of keys outlive their account: they are history. form holds the new key's values, never a secret.
CREATE TABLE replacements (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL,
    old_key TEXT NOT NULL,
    new_key TEXT NOT NULL,
    creation TEXT NOT NULL,
    form TEXT NOT NULL,
    step TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    message TEXT NOT NULL
);

CREATE UNIQUE INDEX replacements_open ON replacements (old_key) WHERE ended_at IS NULL;
