-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What its maker calls it, where the vendor keeps that.
ALTER TABLE webhooks ADD COLUMN title TEXT NOT NULL DEFAULT '';
