# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SIGKILL at every step of create, rotate, revoke and bulk revoke, against a server that counts."""

import hashlib
import json
import os
import signal
import sqlite3
import subprocess
import urllib.request

from bench import CTL, SECONDS, CliTestCase
from figures import KILLPOINT, KILLS, Figures

OPERATIONS = 4
BULK = 5


class Kills(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        bench = cls()
        bench.add_account("t", "tempered")
        bench.add_account("c", "confident-ai")
        bench.done("sync")
        cls.figures = Figures()
        cls.kills = 0
        for what in ("keys made twice", "keys unknown to the next start",
                     "acknowledged journal entries lost", "operations that the journal does not have",
                     "requests sent twice", "secrets lost without a word"):
            cls.figures.count(what)

    # The program under the preloaded counter.

    def start(self, arguments, **settings):
        return subprocess.run(
            [CTL, "--profile", self.profile, *arguments],
            env={**os.environ, "LD_PRELOAD": KILLPOINT, **settings},
            stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False)

    def steps(self, arguments):
        """How many steps the command has, from the first after the start of any command."""
        counter = os.path.join(self.folder.name, "steps")
        counts = []
        for command in (("keys", "list"), arguments):
            self.assertEqual(self.start(command, KILLPOINT_COUNT=counter).returncode, 0)
            with open(counter, encoding="utf-8") as file:
                counts.append(int(file.read()))
        return range(counts[0] + 1, counts[1])

    def spread(self, steps):
        """The steps at which it is killed, from the first to the last. More than are wanted: near
        the end a run may be done before."""
        wanted = -(-KILLS * 5 // (OPERATIONS * 4))
        return [steps[0] + (len(steps) - 1) * i // (wanted - 1) for i in range(wanted)]

    def kill_at(self, step, arguments):
        self.practice.control("DELETE", "/requests")
        ended = self.start(arguments, KILLPOINT_AT=str(step))
        # A run whose writes fell together has fewer steps: it is done, and held to the same.
        self.assertIn(ended.returncode, (0, -signal.SIGKILL), ended.stderr)
        type(self).kills += ended.returncode != 0

    # What is there afterwards.

    def rows(self, query, *values):
        database = sqlite3.connect(os.path.join(self.profile, "chatelaine.sqlite"))
        try:
            return database.execute(query, values).fetchall()
        finally:
            database.close()

    def journal(self):
        return [row[0] for row in self.rows("SELECT line FROM journal ORDER BY seq")]

    def reached(self, path_end=None):
        """What the server did because of the last run, by path."""
        return [row["path"] for row in self.practice.arrived("POST")
                if row["reached"] and (path_end is None or row["path"].endswith(path_end))]

    def at_server(self):
        """The keys of Tempered, as it lists them itself, by name."""
        keys, url = {}, self.practice.url("tempered") + "/api/v1/org/api-keys/"
        while url:
            request = urllib.request.Request(
                url, headers={"Authorization": "Bearer " + self.practice.credential("tempered")})
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                page = json.load(answer)
            for key in page["results"]:
                keys.setdefault(key["name"], []).append(key)
            url = page["next"]
        return keys

    def next_start(self, account):
        """Starts again and syncs; then nothing that was known may be gone."""
        before = self.journal()
        self.done("sync", account)
        after = self.journal()
        self.figures.count("acknowledged journal entries lost",
                           [line for old, line in zip(after, before) if old != line] +
                           before[len(after):])
        previous = "0" * 64
        for line in after:
            if json.loads(line)["prev"] != previous:
                self.figures.count("acknowledged journal entries lost", ["before " + line])
            previous = hashlib.sha256(line.encode()).hexdigest()

    def expect_known(self, case, name, verb, sent):
        """Each of the `sent` requests is an operation, intended in the journal before, ended now."""
        operations = self.rows(
            "SELECT id, state FROM operations WHERE sent_name = ? AND verb = ?"
            " AND sent_at IS NOT NULL", name, verb)
        missing = [case] * max(0, sent - len(operations))
        for operation, state in operations:
            outcomes = [row[0] for row in self.rows(
                "SELECT json_extract(line, '$.outcome') FROM journal WHERE operation = ?"
                " AND json_extract(line, '$.kind') = ?", operation, "key." + verb)]
            if outcomes[:1] != ["intended"] or len(outcomes) != 2 or outcomes[1] != state:
                missing.append(f"{case}: {outcomes} of a {state} one")
        self.figures.count("operations that the journal does not have", missing)
        self.figures.count("requests sent twice", [case] * max(0, sent - 1))
        return operations

    def expect_secret(self, case, operations):
        """A secret that came is in the keychain, or its operation says that nobody has it."""
        for operation, state in operations:
            has = self.rows("SELECT 1 FROM keychain WHERE operation = ? OR key_uid = (SELECT key_uid"
                            " FROM operations WHERE id = ?)", operation, operation)
            if state == "succeeded" and not has:
                self.figures.count("secrets lost without a word", [case])

    def test_create(self):
        arguments = ("keys", "create", "--account", "t", "--deliver", "keychain", "--name")
        for step in self.spread(self.steps((*arguments, "created whole"))):
            name = f"created until {step}"
            with self.subTest(name):
                self.kill_at(step, (*arguments, name))
                sent = len(self.reached("/api-keys/"))
                self.next_start("t")
                made = self.at_server().get(name, [])
                self.figures.count("keys made twice", made[1:])
                operations = self.expect_known(name, name, "create", sent)
                self.expect_secret(name, operations)
                known = [row[0] for row in self.rows("SELECT id FROM keys WHERE name = ?", name)]
                told = any(state in ("succeeded", "in_doubt") for _, state in operations)
                self.figures.count("keys unknown to the next start",
                                   [key for key in made if key["id"] not in known or not told])

    def test_rotate(self):
        self.done("keys", "create", "--account", "c", "--kind", "organization", "--name", "turned",
                  "--deliver", "keychain")
        arguments = ("keys", "rotate", "turned", "--deliver", "keychain", "--yes")
        for step in self.spread(self.steps(arguments)):
            with self.subTest(step):
                before = len(self.rows("SELECT 1 FROM operations WHERE verb = 'rotate'"
                                       " AND sent_at IS NOT NULL"))
                self.kill_at(step, arguments)
                sent = len(self.reached("/rotate"))
                self.next_start("c")
                operations = self.rows("SELECT id, state FROM operations WHERE verb = 'rotate'"
                                       " AND sent_at IS NOT NULL ORDER BY no")[before:]
                self.figures.count("operations that the journal does not have",
                                   [step] * max(0, sent - len(operations)))
                self.figures.count("requests sent twice", [step] * max(0, sent - 1))
                self.expect_secret(f"rotated until {step}", operations)

    def test_revoke(self):
        self.mint("revoked whole")
        steps = self.steps(("keys", "revoke", "revoked whole", "--yes"))
        for step in self.spread(steps):
            name = f"revoked until {step}"
            with self.subTest(name):
                self.mint(name)
                self.kill_at(step, ("keys", "revoke", name, "--yes"))
                sent = len(self.reached("/revoke/"))
                self.next_start("t")
                self.expect_known(name, name, "revoke", sent)
                self.expect_same_state([name])

    def test_bulk_revoke(self):
        names = [f"bulk whole {i}" for i in range(BULK)]
        self.mint(*names)
        for step in self.spread(self.steps(("bulk", "revoke", *names, "--yes"))):
            names = [f"bulk until {step} {i}" for i in range(BULK)]
            with self.subTest(step):
                self.mint(*names)
                self.kill_at(step, ("bulk", "revoke", *names, "--yes"))
                open_runs = [run for run in
                             self.done("--json", "bulk", "list").json("bulkList")["items"]
                             if "endedAt" not in run]
                for run in open_runs:
                    ended = self.ctl("--json", "bulk", "resume", run["id"], "--yes").json("bulkRun")
                    self.assertIn("endedAt", ended)
                    self.assertEqual({item["state"] for item in ended["items"]} -
                                     {"succeeded", "in_doubt"}, set())
                paths = self.reached("/revoke/")
                self.figures.count("requests sent twice",
                                   [path for path in set(paths) if paths.count(path) > 1])
                self.next_start("t")
                for name in names:
                    self.expect_known(name, name, "revoke", 0)
                told = self.rows("SELECT count(*) FROM operations WHERE verb = 'revoke' AND"
                                 " sent_at IS NOT NULL AND sent_name LIKE ?", f"bulk until {step} %")
                self.figures.count("operations that the journal does not have",
                                   paths[told[0][0]:])
                self.expect_same_state(names)

    def mint(self, *names):
        for name in names:
            self.practice.control("POST", "/mint",
                                  {"system": "tempered", "kind": "eval", "name": name})
        self.done("sync", "t")

    def expect_same_state(self, names):
        """After the sync our inventory says what the server does."""
        server = self.at_server()
        for name in names:
            ours = self.rows("SELECT state FROM keys WHERE name = ?", name)[0][0]
            theirs = "active" if server[name][0]["is_active"] else "revoked"
            self.assertEqual(ours, theirs, name)

    @classmethod
    def tearDownClass(cls):
        print(f"\n  SIGKILLs: {cls.kills}", flush=True)
        super().tearDownClass()
        cls.figures.expect_none(cls())
        cls().assertGreaterEqual(cls.kills, KILLS)
