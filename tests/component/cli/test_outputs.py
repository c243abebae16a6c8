# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a careless or hostile argument must not do: destroy a file, or put a secret where it stays."""

import os
import sqlite3
import tempfile

from bench import CliTestCase


class Exports(CliTestCase):
    def export(self, path, *more, status=0):
        result = self.ctl("audit", "export", "--format", "csv", "--output", path, *more)
        self.assertEqual(result.status, status, result.err)
        return result

    def test_what_a_file_holds_is_not_lost(self):
        self.add_account("outputs", "tempered")
        folder = tempfile.mkdtemp(dir=os.environ["HOME"])
        path = os.path.join(folder, "journal.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write("mine")
        self.assertIn("exists already", self.export(path, status=1).err)
        with open(path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "mine")
        self.export(path, "--overwrite")
        with open(path, encoding="utf-8") as file:
            self.assertIn("account.add", file.read())
        empty = os.path.join(folder, "made-by-mktemp.csv")
        with open(empty, "w", encoding="utf-8"):
            pass
        self.export(empty)

    def test_links_devices_and_the_profile_are_left_alone(self):
        self.add_account("links", "tempered")
        folder = tempfile.mkdtemp(dir=os.environ["HOME"])
        link = os.path.join(folder, "link.csv")
        os.symlink(os.path.join(folder, "target.csv"), link)
        pipe = os.path.join(folder, "pipe")
        os.mkfifo(pipe)
        database = os.path.join(self.profile, "chatelaine.sqlite")
        for path in (link, pipe, folder, database, os.path.join(self.profile, "new.csv")):
            with self.subTest(path):
                self.export(path, "--overwrite", status=1)
        self.assertTrue(os.path.islink(link))
        self.assertFalse(os.path.exists(os.path.join(folder, "target.csv")))
        self.done("accounts", "list")


class EmptiedDatabase(CliTestCase):
    def test_it_is_not_taken_for_a_new_one(self):
        self.add_account("emptied", "tempered")
        database = os.path.join(self.profile, "chatelaine.sqlite")
        for name in (database, database + "-wal", database + "-shm"):
            if os.path.exists(name):
                os.rename(name, name + ".kept")
        with open(database, "w", encoding="ascii"):
            pass
        error = self.error("accounts", "list")
        self.assertEqual(error["kind"], "storage")
        self.assertIn(database, error["message"])
        self.assertEqual(os.path.getsize(database), 0)
        os.replace(database + ".kept", database)
        if os.path.exists(database + "-wal.kept"):
            os.replace(database + "-wal.kept", database + "-wal")
        self.assertIn("emptied", self.done("accounts", "list").out)

        # Who moves it away wants a new one.
        for name in os.listdir(self.profile):
            if name.startswith("chatelaine.sqlite"):
                os.remove(os.path.join(self.profile, name))
        self.assertNotIn("emptied", self.done("accounts", "list").out)


class Accounts(CliTestCase):
    def refused(self, name, url, *more):
        return self.error("accounts", "add", name, "--provider", "temporis", "--url", url, *more)

    def test_nothing_secret_is_stored_with_an_account(self):
        for url in (
            "https://user:hunter2pw@vendor.example/v1",
            "https://vendor.example/v1?key=sk-live-inurl",
            "https://vendor.example/v1#sk-live-inurl",
            "http://vendor.example/v1",
        ):
            with self.subTest(url):
                self.assertEqual(self.refused("t", url)["kind"], "invalid_request")
        token = "ts_" + "a1B2" * 10
        self.assertEqual(self.refused(token, "https://vendor.example/v1")["kind"], "invalid_request")
        self.assertEqual(self.refused("a\x1b[31m", "https://vendor.example/v1")["kind"], "invalid_request")
        with open(os.path.join(self.profile, "chatelaine.sqlite"), "rb") as file:
            stored = file.read()
        for word in (b"hunter2pw", b"sk-live-inurl", token.encode()):
            self.assertNotIn(word, stored)

    def test_a_source_that_gives_nothing_is_found_at_once(self):
        pipe = os.path.join(tempfile.mkdtemp(dir=os.environ["HOME"]), "pipe")
        os.mkfifo(pipe)
        for source in ("env:NOT_SET_ANYWHERE", "file:/nonexistent", "file:" + pipe):
            with self.subTest(source):
                error = self.error("accounts", "add", "t", "--provider", "tempo", "--credential", source)
                self.assertEqual(error["kind"], "unauthorized")
        for check in (("providers", "check"), ("destinations", "check-file")):
            with self.subTest(check):
                refused = self.ctl(*check, pipe)
                self.assertEqual(refused.status, 1)
                self.assertIn("not a regular file", refused.out + refused.err)


class Journal(CliTestCase):
    def test_a_line_that_is_no_entry_is_found(self):
        self.add_account("lines", "tempered")
        self.done("audit", "verify")
        database = sqlite3.connect(os.path.join(self.profile, "chatelaine.sqlite"))
        with database:
            following = database.execute("SELECT max(seq) + 1 FROM journal").fetchone()[0]
            database.execute("INSERT INTO journal (seq, line) VALUES (?, '{}')", (following,))
        database.close()
        result = self.ctl("audit", "verify")
        self.assertEqual(result.status, 1)
        self.assertIn(f"BROKEN at entry {following}", result.out)
