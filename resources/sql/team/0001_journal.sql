-- SPDX-FileCopyrightText: The Chatelaine contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- PostgreSQL 15, in the schema "chatelaine". Statements are separated by an empty line. Times are microseconds since
-- 1970, UTC; NULL is unknown. Error codes of our own: CH001 another role's installation, CH002 a line that does not
-- follow, CH003 the journal is append-only.

CREATE TABLE team (
    id text NOT NULL,
    version integer NOT NULL
);

-- Who takes part. An installation belongs to the role that registered it; nobody else can write in its name.
CREATE TABLE installations (
    id text PRIMARY KEY,
    role name NOT NULL,
    user_name text NOT NULL,
    host text NOT NULL,
    program text NOT NULL,
    last_contact bigint NOT NULL,
    entries bigint NOT NULL DEFAULT 0,
    head text NOT NULL DEFAULT ''
);

CREATE FUNCTION installation_is_its_roles() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.role := session_user;
        RETURN NEW;
    END IF;
    IF OLD.role <> session_user OR NEW.role <> OLD.role OR NEW.id <> OLD.id THEN
        RAISE EXCEPTION 'installation % belongs to the role %', OLD.id, OLD.role USING ERRCODE = 'CH001';
    END IF;
    IF NEW.entries < OLD.entries THEN
        RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'CH003';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER installation_is_its_roles BEFORE INSERT OR UPDATE ON installations
    FOR EACH ROW EXECUTE FUNCTION installation_is_its_roles();

-- The line is the record, byte by byte; what is searched by is computed from it.
CREATE TABLE journal (
    installation text NOT NULL REFERENCES installations (id),
    seq bigint NOT NULL CHECK (seq > 0),
    line text NOT NULL CHECK (octet_length(line) <= 1048576),
    time bigint GENERATED ALWAYS AS ((line::json ->> 'time')::bigint) STORED,
    kind text GENERATED ALWAYS AS (line::json ->> 'kind') STORED,
    account text GENERATED ALWAYS AS (line::json ->> 'account') STORED,
    operation text GENERATED ALWAYS AS (line::json ->> 'operation') STORED,
    PRIMARY KEY (installation, seq)
);

CREATE INDEX journal_time ON journal (time);

CREATE FUNCTION journal_line_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    fields json := NEW.line::json;
    before text;
    digest text := repeat('0', 64);
BEGIN
    IF NOT EXISTS (SELECT FROM chatelaine.installations WHERE id = NEW.installation AND role = session_user) THEN
        RAISE EXCEPTION 'installation % belongs to another role', NEW.installation USING ERRCODE = 'CH001';
    END IF;
    IF NEW.seq > 1 THEN
        SELECT line INTO before FROM chatelaine.journal WHERE installation = NEW.installation AND seq = NEW.seq - 1;
        digest := encode(sha256(convert_to(before, 'UTF8')), 'hex');
    END IF;
    IF digest IS NULL OR (fields ->> 'prev') IS DISTINCT FROM digest
        OR (fields ->> 'seq') IS DISTINCT FROM NEW.seq::text
        OR (fields ->> 'installation') IS DISTINCT FROM NEW.installation THEN
        RAISE EXCEPTION 'entry % of % does not follow', NEW.seq, NEW.installation USING ERRCODE = 'CH002';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_line_follows BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_line_follows();

CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only' USING ERRCODE = 'CH003';
END
$$;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();

CREATE TRIGGER journal_is_never_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
