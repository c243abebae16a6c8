-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What people say of keys: of each topic the latest, as the journals of this installation and of the team have it. The
-- journals are the record; the key need not be in the inventory, yet or any more.
CREATE TABLE key_notes (
    account TEXT NOT NULL,
    container TEXT NOT NULL,
    key TEXT NOT NULL,
    topic TEXT NOT NULL,
    value TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_at INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (account, container, key, topic)
) WITHOUT ROWID;

-- Up to which of the team's lines they were taken; set back where a version reads more in them.
CREATE TABLE key_notes_taken (
    number INTEGER NOT NULL
);

INSERT INTO key_notes_taken (number) VALUES (0);
