-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What was found wrong with the chains, in sentences, until a whole round finds all of them well.
ALTER TABLE teams ADD COLUMN problems TEXT NOT NULL DEFAULT '';
