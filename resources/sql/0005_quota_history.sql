-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The quota that the same use counts against in a wider scope.
ALTER TABLE quotas ADD COLUMN within TEXT NOT NULL DEFAULT '';

-- Of a mean: of how many it is one.
ALTER TABLE usage ADD COLUMN weight REAL NOT NULL DEFAULT 1;

-- Only those that differ from the program's own.
CREATE TABLE quota_thresholds (
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    id TEXT NOT NULL,
    warning REAL NOT NULL,
    alarm REAL NOT NULL,
    PRIMARY KEY (account, id)
) WITHOUT ROWID;

-- The highest level that the user was told of, and the limit and the period that it was of.
CREATE TABLE quota_tidings (
    account INTEGER NOT NULL REFERENCES accounts (no) ON DELETE CASCADE,
    id TEXT NOT NULL,
    level INTEGER NOT NULL,
    maximum REAL,
    reset_at INTEGER,
    PRIMARY KEY (account, id)
) WITHOUT ROWID;
