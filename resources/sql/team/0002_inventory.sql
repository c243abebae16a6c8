-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the installations found. Whoever writes takes an advisory lock until it has committed, so that no lower revision
-- appears after a higher one: a reader asks for what is newer than the last that it has. stamp is when a row was known
-- to be so, and the later one wins; writer is the installation that wrote it last. A row goes never, it is only marked.

CREATE SEQUENCE inventory_revision;

CREATE TABLE accounts (
    id text PRIMARY KEY,
    name text NOT NULL,
    provider text NOT NULL,
    base_url text NOT NULL,
    created_at bigint NOT NULL,
    is_complete boolean NOT NULL,
    as_of bigint,
    complete_at bigint,
    reasons text NOT NULL,
    removed_at bigint,
    stamp bigint NOT NULL,
    writer text NOT NULL,
    revision bigint NOT NULL UNIQUE
);

CREATE TABLE containers (
    account text NOT NULL,
    key text NOT NULL,
    path text NOT NULL,
    details text NOT NULL,
    listed boolean NOT NULL,
    seen_at bigint,
    seen_since bigint,
    stamp bigint NOT NULL,
    writer text NOT NULL,
    revision bigint NOT NULL UNIQUE,
    PRIMARY KEY (account, key)
);

CREATE TABLE keys (
    account text NOT NULL,
    container text NOT NULL,
    id text NOT NULL,
    uid text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    mask text NOT NULL,
    scopes text NOT NULL,
    environment text NOT NULL,
    state text NOT NULL,
    created_at bigint,
    created_by text NOT NULL,
    used_at bigint,
    used_precision bigint NOT NULL,
    used_source text NOT NULL,
    used_since bigint,
    used_observed bigint,
    expires_at bigint,
    details text NOT NULL,
    manual boolean NOT NULL,
    first_seen bigint,
    last_seen bigint,
    vanished_at bigint,
    ended_at bigint,
    stamp bigint NOT NULL,
    writer text NOT NULL,
    revision bigint NOT NULL UNIQUE,
    PRIMARY KEY (account, container, id)
);

CREATE TABLE usage (
    account text NOT NULL,
    container text NOT NULL,
    metric text NOT NULL,
    series text NOT NULL,
    start bigint NOT NULL,
    seconds bigint NOT NULL,
    grouping text NOT NULL,
    value double precision NOT NULL,
    weight double precision NOT NULL,
    stamp bigint NOT NULL,
    PRIMARY KEY (account, container, metric, series, start, seconds, grouping)
);

-- Which stretches of usage were read anew, and when: [first, last].
CREATE TABLE usage_changes (
    revision bigint PRIMARY KEY,
    account text NOT NULL,
    container text NOT NULL,
    metric text NOT NULL,
    series text NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    writer text NOT NULL
);

CREATE INDEX usage_changes_series ON usage_changes (account, container, metric, series);

-- Every reading; current are those of the account's last one.
CREATE TABLE quotas (
    account text NOT NULL,
    id text NOT NULL,
    observed_at bigint NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    used double precision,
    maximum double precision,
    reset_at bigint,
    within text NOT NULL,
    current boolean NOT NULL,
    writer text NOT NULL,
    revision bigint NOT NULL UNIQUE,
    PRIMARY KEY (account, id, observed_at)
);

CREATE INDEX quotas_current ON quotas (account) WHERE current;
