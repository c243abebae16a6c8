-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a team shares, beside the journals. stamp is when a row was last known to be as it is, here or by whoever told of
-- it; team_stamp is the stamp that the team has of it, as far as it came from there. shared: the account came from the team.
ALTER TABLE accounts ADD COLUMN shared INTEGER NOT NULL DEFAULT 0;

ALTER TABLE accounts ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

ALTER TABLE accounts ADD COLUMN team_stamp INTEGER;

ALTER TABLE containers ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

ALTER TABLE containers ADD COLUMN team_stamp INTEGER;

ALTER TABLE keys ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

ALTER TABLE keys ADD COLUMN team_stamp INTEGER;

-- The team that team_stamp and the positions are about.
CREATE TABLE team_place (
    team TEXT NOT NULL
);

-- How far was copied: own revisions that were sent, and the team's that came.
CREATE TABLE team_positions (
    name TEXT PRIMARY KEY,
    position INTEGER NOT NULL
) WITHOUT ROWID;

-- Accounts that are here no more. reason: "removed", of which the team is to be told; "hidden", which is not shown here
-- again and stays in the team; "gone", which the team has removed.
CREATE TABLE team_removals (
    account TEXT PRIMARY KEY,
    removed_at INTEGER NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;

-- Stretches of usage, and quotas of accounts, that the team does not have yet as they are here.
CREATE TABLE team_usage_changes (
    container INTEGER NOT NULL REFERENCES containers (no) ON DELETE CASCADE,
    metric TEXT NOT NULL,
    series TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (container, metric, series)
) WITHOUT ROWID;

CREATE TABLE team_quota_changes (
    account INTEGER PRIMARY KEY REFERENCES accounts (no) ON DELETE CASCADE,
    since INTEGER NOT NULL,
    stamp INTEGER NOT NULL
);
