-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The SHA-256 of the only certificate that an account accepts, as hexadecimal digits; empty: any that is valid.
ALTER TABLE accounts ADD COLUMN pin TEXT NOT NULL DEFAULT '';
