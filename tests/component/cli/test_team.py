# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team on a real PostgreSQL server: chatelainectl's profiles copy to it and from it."""

import csv
import json
import os
import random
import re
import signal
import subprocess
import tempfile
import time
import unittest

from bench import CTL, SECONDS, PracticeServer, Result
from postgres import Postgres

WRITER = os.environ["STORE_WRITER"]
DOCS = os.path.dirname(os.environ["CHATELAINE_CLI_SCHEMA"])
LINES = "SELECT line FROM chatelaine.journal WHERE installation = '{}' ORDER BY seq"


class Profile:
    """One installation."""

    def __init__(self, folder, name):
        self.path = os.path.join(folder, name)
        self.command = [CTL, "--profile", self.path]

    def start(self, *arguments, env=None):
        return subprocess.Popen(
            [*self.command, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, **(env or {})},
        )

    def ctl(self, *arguments, secret_input="", env=None):
        done = subprocess.run(
            [*self.command, *arguments], input=secret_input.encode(), capture_output=True, timeout=SECONDS,
            env={**os.environ, **(env or {})}, check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def done(self, *arguments, **more):
        result = self.ctl(*arguments, **more)
        if result.status != 0:
            raise AssertionError(result.out + result.err)
        return result

    def act(self):
        """Something that is written into the journal."""
        return self.done("audit", "verify")

    def write_many(self, count):
        self.act()
        subprocess.run([WRITER, os.path.join(self.path, "chatelaine.sqlite"), str(count), "bulk"],
                       check=True, stdout=subprocess.DEVNULL, timeout=SECONDS)

    def join(self, address, **more):
        return self.done("--json", "team", "join", address, **more).json("teamRound")

    def sync(self, status=0):
        result = self.ctl("--json", "team", "sync")
        if result.status != status:
            raise AssertionError(result.out + result.err)
        return result.json("teamRound")

    def status(self):
        return self.done("--json", "team", "status").json("teamStatus")

    @property
    def installation(self):
        return json.loads(self.own_lines()[0])["installation"]

    def lines(self):
        return self.done("--json", "audit", "list").out.splitlines()

    def own_lines(self):
        """As SQLite has them, without our reading."""
        done = subprocess.run(
            ["sqlite3", os.path.join(self.path, "chatelaine.sqlite"), "SELECT line FROM journal ORDER BY seq"],
            capture_output=True, text=True, check=True,
        )
        return done.stdout.splitlines()

    def lines_of(self, other):
        """As SQLite has them here."""
        done = subprocess.run(
            ["sqlite3", os.path.join(self.path, "chatelaine.sqlite"),
             f"SELECT line FROM team_journal WHERE installation = '{other.installation}' ORDER BY seq"],
            capture_output=True, text=True, check=True,
        )
        return done.stdout.splitlines()


class TeamCase(unittest.TestCase):
    """A server for a class, and a database for each test."""

    databases = 0

    @classmethod
    def setUpClass(cls):
        cls.server = Postgres()

    @classmethod
    def tearDownClass(cls):
        cls.server.remove()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.server.start()
        TeamCase.databases += 1
        self.database = f"team{TeamCase.databases}"
        self.address = self.server.create(self.database)

    def profile(self, name):
        return Profile(self.folder.name, name)

    def sql(self, text, **more):
        return self.server.sql(self.database, text, **more)

    def team_lines(self, profile):
        return self.sql(LINES.format(profile.installation)).splitlines()

    def assert_whole(self, *profiles):
        """Nothing lost, nothing twice, nothing changed: here and there."""
        for profile in profiles:
            verdict = profile.done("--json", "audit", "verify").json("journalVerdict")
            self.assertTrue(verdict["intact"])
            self.assertEqual(self.team_lines(profile), profile.own_lines())
        count = self.sql("SELECT count(*) FROM chatelaine.journal")
        self.assertEqual(int(count), sum(len(profile.own_lines()) for profile in profiles))

    def grants(self):
        """The statements of the documentation, as they are printed there."""
        with open(os.path.join(DOCS, "team.md"), encoding="utf-8") as file:
            blocks = re.findall(r"(?m)(?:^    .*(?:\n|$))+", file.read())
        return "".join(block for block in blocks if "GRANT" in block or "CREATE ROLE" in block)

    def make_roles(self):
        self.sql(self.grants().replace("DATABASE team", f"DATABASE {self.database}"))
        self.addCleanup(self.sql, "DROP OWNED BY chatelaine_writer, chatelaine_viewer;"
                        "DROP ROLE anna, ben, vera, chatelaine_writer, chatelaine_viewer")


class Journals(TeamCase):
    def test_two_join_and_both_see_all(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.act()  # of the time before
        ben.act()
        self.assertEqual(anna.join(self.address)["entriesSent"], 1)
        round = ben.join(self.address)
        self.assertEqual(round["entriesReceived"], len(anna.own_lines()))
        ben.act()
        anna.sync()
        everything = sorted(anna.own_lines() + ben.own_lines())
        self.assertEqual(sorted(anna.lines()), everything)
        ben.sync()
        self.assertEqual(sorted(ben.lines()), everything)
        times = [json.loads(line)["time"] for line in ben.lines()]
        self.assertEqual(times, sorted(times))
        verdict = anna.done("--json", "audit", "verify").json("journalVerdict")
        self.assertEqual([other["installation"] for other in verdict["others"]], [ben.installation])
        self.assertEqual(verdict["others"][0]["entries"], len(ben.own_lines()))
        state = anna.status()
        self.assertEqual(state["waitingEntries"], 0)
        self.assertEqual({one["installation"] for one in state["installations"]},
                         {anna.installation, ben.installation})
        self.assert_whole(anna, ben)

    def test_there_and_back_keeps_every_entry_and_proof(self):
        anna = self.profile("anna")
        anna.act()
        anna.join(self.address)
        before = anna.own_lines()
        anna.done("team", "leave")
        self.assertEqual(anna.own_lines()[: len(before)], before)
        self.assertEqual(anna.ctl("team", "status").status, 1)
        self.assertEqual(anna.ctl("team", "sync").status, 1)
        anna.act()  # of which the team hears when it is joined again
        self.assertLess(len(self.team_lines(anna)), len(anna.own_lines()))
        anna.join(self.address)
        self.assert_whole(anna)
        # A new profile gets everything.
        cleo = self.profile("cleo")
        cleo.join(self.address)
        self.assertEqual([line for line in cleo.lines() if anna.installation in line], anna.own_lines())
        other = self.server.create(self.database + "_other")
        anna.done("team", "leave")
        anna.join(other)
        lines = self.server.sql(self.database + "_other", LINES.format(anna.installation)).splitlines()
        self.assertEqual(lines, anna.own_lines())

    def test_what_is_refused_before_anything_is_sent(self):
        anna = self.profile("anna")
        for address, reason in {
            "postgresql://anna:hush@db.example.com/team": "command line",
            "postgresql://anna:hush@127.0.0.1/team": "command line",
            "postgresql://anna@db.example.com/team?sslmode=require": "verify-full",
            "postgresql://anna@db.example.com/team?sslmode=disable": "verify-full",
            "postgresql://anna@db.example.com/team?options=-c": "parameter",
            "mysql://anna@db.example.com/team": "no address",
        }.items():
            for command in (("team", "join", address), ("--database", address, "audit", "list")):
                with self.subTest(command=command):
                    result = anna.ctl(*command)
                    self.assertEqual(result.status, 2)
                    self.assertIn(reason, result.err)
                    self.assertNotIn("hush", result.err)
        self.assertFalse(os.path.exists(anna.path))

    def test_for_one_run(self):
        anna = self.profile("anna")
        anna.done("--database", self.address, "audit", "verify")
        self.assertEqual(self.team_lines(anna), anna.own_lines())
        anna.act()  # without it, the profile has no team
        self.assertLess(len(self.team_lines(anna)), len(anna.own_lines()))

    def test_a_lost_connection_loses_nothing(self):
        anna = self.profile("anna")
        anna.join(self.address)
        self.server.stop()
        result = anna.act()
        self.assertIn("kept here", result.err)
        anna.act()
        state = anna.status()
        self.assertEqual(state["waitingEntries"], 2)
        self.assertIn("offlineSince", state)
        self.assertEqual(anna.ctl("team", "sync").status, 1)
        self.server.start()
        self.assertEqual(anna.sync()["entriesSent"], 2)
        self.assertNotIn("offlineSince", anna.status())
        self.assert_whole(anna)

    def test_the_server_stops_in_the_middle(self):
        anna = self.profile("anna")
        anna.join(self.address)
        anna.write_many(8000)
        sending = anna.start("team", "sync")
        count = f"SELECT count(*) FROM chatelaine.journal WHERE installation = '{anna.installation}'"
        while int(self.sql(count)) < 2500:
            self.assertIsNone(sending.poll(), "it was too fast to be stopped in the middle")
        self.server.stop()
        sending.communicate(timeout=SECONDS)
        self.assertEqual(sending.returncode, 1)
        self.server.start()
        arrived = int(self.sql(count))
        self.assertLess(arrived, len(anna.own_lines()))
        self.assertEqual(anna.sync()["entriesSent"], len(anna.own_lines()) - arrived)
        self.assert_whole(anna)

    def test_killed_again_and_again(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        ben.join(self.address)
        chance = random.Random(5)
        acknowledged = {anna: 0, ben: 0}
        for _ in range(25):
            running = [(profile, profile.start("audit", "verify")) for profile in (anna, ben, anna)]
            time.sleep(chance.uniform(0, 0.15))  # a random moment is the point
            running[chance.randrange(3)][1].send_signal(signal.SIGKILL)
            for profile, process in running:
                _, errors = process.communicate(timeout=SECONDS)
                if process.returncode == 0 and not errors:  # done, and it did not say "not copied"
                    acknowledged[profile] += 1
        for profile, count in acknowledged.items():
            self.assertGreater(count, 0)
            self.assertGreaterEqual(len(self.team_lines(profile)), count)
            self.assertEqual(self.team_lines(profile), profile.own_lines()[: len(self.team_lines(profile))])
        anna.sync()
        ben.sync()
        anna.sync()
        self.assert_whole(anna, ben)
        self.assertEqual(sorted(anna.lines()), sorted(anna.own_lines() + ben.own_lines()[: -1]))

    def test_a_pack_holds_the_chain_and_head_of_each(self):
        one, two = self.profile("one"), self.profile("two")
        one.act()
        one.join(self.address)
        two.act()
        two.join(self.address)
        one.sync()
        old, new = (os.path.join(self.folder.name, name) for name in ("old", "new"))
        one.ctl("audit", "export", "--format", "pack", "--output", old)  # incomplete: there is no account
        two.act()
        two.sync()
        one.sync()
        made = one.ctl("--json", "audit", "export", "--format", "pack", "--output", new).json("journalExport")
        theirs = os.path.join(new, "journals", two.installation)
        self.assertEqual(len(os.listdir(os.path.join(new, "journals"))), 2)
        with open(os.path.join(theirs, "events.jsonl"), encoding="utf-8") as file:
            self.assertEqual(file.read().splitlines(), two.own_lines())
        with open(os.path.join(theirs, "head.note"), encoding="utf-8") as file:
            self.assertIn(two.installation, file.readline())
        self.assertIn("consistency.json", os.listdir(theirs))
        verify = ("--json", "audit", "verify", new, "--previous", old, "--fingerprint", made["fingerprint"])
        verdict = one.done(*verify).json("exportVerdict")
        self.assertTrue(verdict["intact"])
        with open(os.path.join(new, "VERIFY.txt"), encoding="utf-8") as file:
            script = "".join(line[4:] for line in file if line.startswith("    "))
        environment = {**os.environ, "OLD": old, "FINGERPRINT": made["fingerprint"]}

        def said():
            done = subprocess.run(["bash", "-c", script], cwd=new, env=environment, capture_output=True, text=True,
                                  check=False)
            return done.stdout.splitlines()

        self.assertEqual([line for line in said() if not line.endswith(": intact")], [])
        self.assertEqual(len([line for line in said() if line.startswith("chain:")]), 2)
        # An entry of the other one's that was changed is named, too.
        with open(os.path.join(theirs, "events.jsonl"), encoding="utf-8") as file:
            lines = file.read()
        with open(os.path.join(theirs, "events.jsonl"), "w", encoding="utf-8") as file:
            file.write(lines.replace("log.verify", "log.verifY", 1))
        self.assertEqual(one.ctl(*verify).json("exportVerdict")["tampering"], "edited")
        self.assertIn("files: NOT INTACT", said())

    def test_members_verify_each_others_packs(self):
        one, two = self.profile("one"), self.profile("two")
        packs = {}
        for profile in (one, two):
            profile.act()
            profile.join(self.address)
        for profile in (one, two, one):
            profile.sync()
        for profile in (one, two):
            packs[profile] = os.path.join(self.folder.name, "pack-" + profile.installation)
            # Incomplete: there is no account.
            profile.ctl("audit", "export", "--format", "pack", "--output", packs[profile])
            self.assertTrue(self.intact(profile, packs[profile]))
        # Both have both journals, and each has signed with its own key.
        self.assertTrue(self.intact(one, packs[two]))
        self.assertTrue(self.intact(two, packs[one]))
        text = one.done("audit", "verify", packs[two]).out
        for profile in (one, two):
            self.assertIn("journal/" + profile.installation, text)
        document = one.done("--json", "audit", "verify", packs[two]).json("exportVerdict")
        self.assertEqual({row["origin"].rsplit("/", 1)[1] for row in document["journals"]},
                         {one.installation, two.installation})
        self.assertTrue(document["maker"].endswith(two.installation))
        # A key that is not the one that signed for this member before.
        key = os.path.join(self.folder.name, "other.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        other = packs[two] + "-other"
        two.ctl("audit", "export", "--format", "pack", "--output", other, "--signing-key", "file:" + key)
        verdict = one.ctl("--json", "audit", "verify", other).json("exportVerdict")
        self.assertEqual(verdict["tampering"], "signed_by_another")

    @staticmethod
    def intact(profile, pack):
        return profile.done("--json", "audit", "verify", pack).json("exportVerdict")["intact"]

    def tamper(self, change):
        """As somebody can who owns the server."""
        self.sql("ALTER TABLE chatelaine.journal DISABLE TRIGGER USER;" + change +
                 "; ALTER TABLE chatelaine.journal ENABLE TRIGGER USER")

    def test_a_changed_entry_in_the_team_is_found(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        for _ in range(3):
            anna.act()
        ben.join(self.address)
        self.tamper("UPDATE chatelaine.journal SET line = replace(line, 'log.verify', 'log.verity')"
                    f" WHERE installation = '{anna.installation}' AND seq = 3")
        for profile in (anna, ben):
            problems = profile.sync(status=1)["problems"]
            self.assertTrue(any("Entry 3 of" in problem for problem in problems), problems)
        newcomer = self.profile("newcomer")
        result = newcomer.ctl("--json", "team", "join", self.address)
        self.assertEqual(result.status, 1)
        self.assertIn("Entry 4 of", result.json("teamRound")["problems"][0])
        # Neither of the two that do not fit came here: what is here is still whole.
        self.assertEqual(newcomer.lines_of(anna), anna.own_lines()[:2])
        verdict = newcomer.done("--json", "audit", "verify").json("journalVerdict")
        self.assertTrue(all(other["intact"] for other in verdict["others"]))
        # It is not forgotten by what looks less closely, nor by a report.
        newcomer.act()
        self.assertIn("Entry 4 of", newcomer.status()["problems"][0])
        self.assertIn("Entry 4 of", self.why_incomplete(newcomer))
        self.tamper("UPDATE chatelaine.journal SET line = replace(line, 'log.verity', 'log.verify')"
                    f" WHERE installation = '{anna.installation}' AND seq = 3")
        anna.sync()
        newcomer.sync()
        self.assertEqual(newcomer.lines_of(anna), anna.own_lines())
        self.assertEqual(newcomer.status()["problems"], [])
        self.assertNotIn("Entry 4 of", self.why_incomplete(newcomer))

    def test_a_last_entry_that_was_changed_is_not_copied(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        anna.act()
        last = len(self.team_lines(anna))
        self.tamper("UPDATE chatelaine.journal SET line = replace(line, '\"user\"', '\"usex\"')"
                    f" WHERE installation = '{anna.installation}' AND seq = {last}")
        ben.ctl("team", "join", self.address)
        self.assertIn("last entry", ben.sync(status=1)["problems"][0])
        self.assertEqual(ben.lines_of(anna), anna.own_lines()[:last - 1])

    def test_entries_that_the_team_has_lost_are_named(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        for _ in range(3):
            anna.act()
        ben.join(self.address)
        late = self.profile("late")
        self.tamper(f"DELETE FROM chatelaine.journal WHERE installation = '{anna.installation}' AND seq > 2")
        self.assertIn("behind number 2", ben.sync(status=1)["problems"][0])
        self.assertIn("behind number 2", json.loads(ben.own_lines()[-1])["detail"]["problem"])
        self.assertIn("behind number 2", late.ctl("--json", "team", "join", self.address)
                      .json("teamRound")["problems"][0])
        self.assertIn("sent again", anna.sync(status=1)["problems"][0])
        for profile in (anna, ben, late):
            self.assertEqual(profile.sync()["problems"], [])
        self.assertEqual(late.lines_of(anna), anna.own_lines())

    def test_a_report_without_the_team_is_not_complete(self):
        anna = self.profile("anna")
        anna.join(self.address)
        self.server.stop()
        anna.ctl("team", "sync")
        self.assertIn("has not answered since", self.why_incomplete(anna))

    def test_an_export_of_the_journal_holds_all(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.act()
        anna.join(self.address)
        ben.join(self.address)
        for form, extra in (("csv", 1), ("ocsf", 0), ("cef", 0)):
            count = len(ben.lines())  # the export's own entry comes behind it
            file = os.path.join(self.folder.name, "all." + form)
            ben.done("audit", "export", "--format", form, "--output", file)
            with open(file, encoding="utf-8") as read:
                lines = read.read().splitlines()
            self.assertEqual(len(lines), count + extra)
            self.assertTrue(any(anna.installation in line for line in lines))
        file = os.path.join(self.folder.name, "own.jsonl")
        result = ben.done("audit", "export", "--format", "jsonl", "--output", file)
        self.assertIn("those of 1 other of the team", result.err)
        with open(file, encoding="utf-8") as read:
            self.assertNotIn(anna.installation, read.read())

    def why_incomplete(self, profile):
        file = os.path.join(self.folder.name, "report.jsonl")
        result = profile.ctl("audit", "export", "--format", "jsonl", "--sheet", "keys", "--output", file, "--overwrite")
        self.assertEqual(result.status, 1)  # there is no account either
        return result.err

    def test_a_changed_head_and_a_cut_end_are_found(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        anna.act()
        ben.join(self.address)
        self.tamper(f"DELETE FROM chatelaine.journal WHERE installation = '{anna.installation}' AND seq = 2;"
                    "ALTER TABLE chatelaine.installations DISABLE TRIGGER USER;"
                    f"UPDATE chatelaine.installations SET entries = 1 WHERE id = '{anna.installation}'")
        self.assertIn("set back", ben.sync(status=1)["problems"][0])
        self.tamper("UPDATE chatelaine.journal SET line = replace(line, 'team.join', 'team.joyn')"
                    f" WHERE installation = '{anna.installation}' AND seq = 1")
        anna.act()
        self.assertIn("another one", anna.sync(status=1)["problems"][0])
        self.assertEqual(len(self.team_lines(anna)), 1)  # nothing is put on top of it

    def test_a_local_database_that_was_set_back(self):
        anna = self.profile("anna")
        anna.join(self.address)
        copy = os.path.join(self.folder.name, "copy")
        subprocess.run(["cp", "-r", anna.path, copy], check=True)
        anna.act()
        old = self.profile("copy")
        self.assertIn("set back", old.sync(status=1)["problems"][0])
        old.act()
        self.assertIn("another one", old.sync(status=1)["problems"][0])

    def test_a_newer_team_is_left_alone(self):
        anna = self.profile("anna")
        anna.join(self.address)
        self.sql("UPDATE chatelaine.team SET version = 99")
        before = self.sql("SELECT count(*) FROM chatelaine.journal")
        result = anna.act()
        self.assertIn("newer version", result.err)
        for profile in (anna, self.profile("ben")):
            result = profile.ctl("team", "join" if profile is not anna else "sync",
                                 *([self.address] if profile is not anna else []))
            self.assertEqual(result.status, 1)
            self.assertIn("newer version", result.err)
        self.assertEqual(self.sql("SELECT count(*) FROM chatelaine.journal"), before)

    def test_another_database_at_the_same_address(self):
        anna = self.profile("anna")
        anna.join(self.address)
        self.sql("UPDATE chatelaine.team SET id = 'another'")
        self.assertIn("another team", anna.ctl("team", "sync").err)
        self.sql("DROP SCHEMA chatelaine CASCADE; CREATE SCHEMA chatelaine; CREATE TABLE chatelaine.cats (name text)")
        self.assertIn("not a team's", self.profile("ben").ctl("team", "join", self.address).err)

    def test_the_server_refuses_to_change_the_journal(self):
        anna = self.profile("anna")
        anna.join(self.address)
        own = anna.installation
        for change in ("UPDATE chatelaine.journal SET line = line", "DELETE FROM chatelaine.journal",
                       "TRUNCATE chatelaine.journal",
                       "UPDATE chatelaine.installations SET entries = 0",
                       f"INSERT INTO chatelaine.journal VALUES ('{own}', 3, '{{}}')",
                       f"INSERT INTO chatelaine.journal VALUES ('{own}', 9, '{{\"seq\":9}}')"):
            with self.subTest(change):
                refused = self.sql(change, check=False)
                self.assertNotEqual(refused.returncode, 0)
                self.assertRegex(refused.stderr, "append-only|does not follow")
        self.assert_whole(anna)

    def test_writers_and_viewers(self):
        owner = self.profile("owner")
        owner.join(self.address)
        self.make_roles()
        anna, ben, vera = self.profile("anna"), self.profile("ben"), self.profile("vera")
        anna.join(self.server.address(self.database, "anna"))
        round = vera.join(self.server.address(self.database, "vera"))
        self.assertTrue(round["readOnly"])
        self.assertEqual(round["entriesReceived"], len(owner.own_lines()) + len(anna.own_lines()))
        vera.act()
        self.assertNotIn(vera.installation, self.sql("SELECT id FROM chatelaine.installations"))
        self.assertTrue(vera.status()["readOnly"])
        # Nobody can write in another's name.
        ben.join(self.server.address(self.database, "ben"))
        forged = self.server.sql(
            self.database, "SET SESSION AUTHORIZATION ben; INSERT INTO chatelaine.journal (installation, seq, line)"
            f" VALUES ('{anna.installation}', 9, '{{}}')", check=False)
        self.assertIn("belongs to another role", forged.stderr)
        for role in ("anna", "vera"):
            refused = self.server.sql(self.database, f"SET SESSION AUTHORIZATION {role};"
                                      "DELETE FROM chatelaine.journal", check=False)
            self.assertIn("permission denied", refused.stderr)

    def test_passwords(self):
        self.sql("CREATE ROLE pat LOGIN SUPERUSER PASSWORD 'open sesame'")
        rules = os.path.join(self.server.data, "pg_hba.conf")
        with open(rules, encoding="utf-8") as file:
            before = file.read()

        def restore():
            with open(rules, "w", encoding="utf-8") as file:
                file.write(before)
            self.sql("SELECT pg_reload_conf(); DROP OWNED BY pat CASCADE; DROP ROLE pat")

        self.addCleanup(restore)
        with open(rules, "w", encoding="utf-8") as file:
            file.write("local all pat scram-sha-256\n" + before)
        self.sql("SELECT pg_reload_conf()")
        address = self.server.address(self.database, "pat")
        anna = self.profile("anna")
        refused = anna.ctl("team", "join", address, "--password-stdin", secret_input="wrong words\n")
        self.assertEqual(refused.status, 1)
        self.assertNotIn("wrong words", refused.err)
        anna.done("team", "join", address, "--password-stdin", secret_input="open sesame\n")
        anna.act()
        self.assertEqual(self.team_lines(anna), anna.own_lines())
        for root, _, names in os.walk(anna.path):
            for name in names:
                with open(os.path.join(root, name), "rb") as file:
                    self.assertNotIn(b"open sesame", file.read())
        anna.done("team", "leave")
        passfile = os.path.join(self.folder.name, "pgpass")
        with open(passfile, "w", encoding="utf-8") as file:
            file.write("*:*:*:pat:open sesame\n")
        os.chmod(passfile, 0o600)
        self.assertEqual(anna.ctl("team", "join", address).status, 1)
        anna.done("team", "join", address, env={"PGPASSFILE": passfile})


class Encrypted(TeamCase):
    def test_the_server_has_to_prove_who_it_is(self):
        authority = self.server.serve_tls("localhost")
        place = f"postgresql://postgres@%s:{self.server.port}/{self.database}?sslmode=verify-full&sslrootcert=%s"
        anna = self.profile("anna")
        anna.join(place % ("localhost", authority))
        self.assertEqual(self.team_lines(anna), anna.own_lines())
        ben = self.profile("ben")
        other = os.path.join(self.folder.name, "other.crt")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", os.devnull, "-out", other, "-subj", "/CN=Another CA"], check=True, capture_output=True)
        for why, (host, ca) in {
            "another CA": ("localhost", other),
            "another name": ("127.0.0.1", authority),
            "a file that is not there": ("localhost", other + ".missing"),
        }.items():
            with self.subTest(why):
                refused = ben.ctl("team", "join", place % (host, ca))
                self.assertEqual(refused.status, 1, refused.out)
                self.assertIn("does not answer, or does not let you in", refused.err)
        self.assertEqual(self.sql("SELECT count(*) FROM chatelaine.installations"), "1")


class Inventory(TeamCase):
    """Accounts, keys, usage and quotas of the practice systems, as several installations see them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.practice = PracticeServer()

    @classmethod
    def tearDownClass(cls):
        cls.practice.stop()
        super().tearDownClass()

    def add(self, profile, name, system):
        profile.done("accounts", "add", name, "--provider", system, "--url", self.practice.url(system),
                     "--credential", "env:CREDENTIAL", env={"CREDENTIAL": self.practice.credential(system)})

    def read(self, profile, *accounts, system="tempered"):
        profile.done("sync", *accounts, env={"CREDENTIAL": self.practice.credential(system)})

    def keys(self, profile):
        """What can be shared of the keys; not what only an installation knows of itself."""
        items = profile.done("--json", "keys", "list").json("keyList")["items"]
        return sorted(json.dumps({**item, "inUse": None, "kept": None, "account": None, "ref": None}, sort_keys=True)
                      for item in items)

    def accounts(self, profile):
        return {item["name"]: item for item in profile.done("--json", "accounts", "list").json("accountList")["items"]}

    def create(self, profile, account, name):
        return profile.done("keys", "create", "--account", account, "--name", name, "--deliver", "stdout",
                            env={"CREDENTIAL": self.practice.credential("tempered")})

    def test_a_viewer_sees_everything_and_sends_nothing(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        self.assertEqual(anna.status()["waitingChanges"], 0)
        ben.join(self.address)
        self.assertTrue(self.keys(anna))
        self.assertEqual(self.keys(ben), self.keys(anna))
        theirs, ours = self.accounts(ben)["prod"], self.accounts(anna)["prod"]
        for member in ("asOf", "completeAt", "condition"):
            self.assertEqual(theirs["status"][member], ours["status"][member])
        before = len(self.practice.control("GET", "/requests")["requests"])
        ben.done("sync")  # of the accounts that he has a credential for: none
        refused = ben.ctl("sync", "prod")
        self.assertEqual(refused.status, 1)
        self.assertIn("through the team", refused.out + refused.err)
        self.assertEqual(len(self.practice.control("GET", "/requests")["requests"]), before)
        # A credential of his own goes where he has agreed to, and not before.
        credential = self.practice.credential("tempered")
        self.assertEqual(ben.ctl("accounts", "update", "prod", "--credential", "env:CREDENTIAL",
                                 env={"CREDENTIAL": credential}).status, 2)
        self.assertEqual(len(self.practice.control("GET", "/requests")["requests"]), before)
        ben.done("accounts", "update", "prod", "--yes", "--credential", "env:CREDENTIAL",
                 env={"CREDENTIAL": credential})
        self.read(ben, "prod")
        anna.sync()
        self.assertEqual(self.keys(ben), self.keys(anna))

    def test_what_one_says_of_a_key_the_others_know(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        self.add(anna, "prod", "tempered")
        self.read(anna)
        ref = json.loads(self.keys(anna)[0])["id"]
        note = ("keys", "note", f"prod/{ref}", "--set")

        def said(profile):
            return profile.done("--json", "keys", "show", f"prod/{ref}").json("describedKey").get("notes")

        anna.done(*note, "owner=Noor", "--set", "team=build")  # before there was a team
        anna.join(self.address)
        ben.join(self.address)
        self.assertEqual(said(ben), said(anna))
        self.assertEqual(said(ben)["owner"]["value"], "Noor")
        ben.done(*note, "owner=Kim")
        anna.done(*note, "team=web")
        anna.sync()
        ben.sync()
        self.assertEqual(said(ben), said(anna))
        self.assertEqual({topic: note["value"] for topic, note in said(anna).items()},
                         {"owner": "Kim", "team": "web"})
        ben.done("exceptions", "make", f"prod/{ref}", "--rule", "older-than", "--until", "2099-01-01",
                 "--approver", "R. Ito", "--reason", "x")
        anna.sync()
        self.assertEqual(anna.done("exceptions", "list").out, ben.done("exceptions", "list").out)
        self.assertIn("R. Ito", anna.done("exceptions", "list").out)
        # Somebody who comes later, and who had left.
        ben.done("team", "leave")
        anna.done(*note, "owner=")
        ben.join(self.address)
        late = self.profile("late")
        late.join(self.address)
        for profile in (ben, late):
            self.assertEqual(said(profile), said(anna))
        self.assert_whole(anna, ben, late)

    def test_the_later_reading_wins_and_no_key_is_there_twice(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        ben.join(self.address)
        ben.done("accounts", "update", "prod", "--yes", "--credential", "env:CREDENTIAL",
                 env={"CREDENTIAL": self.practice.credential("tempered")})
        self.server.stop()
        self.create(anna, "prod", "by-anna")
        self.create(ben, "prod", "by-ben")
        self.read(anna)
        self.read(ben)  # both found both
        self.server.start()
        for profile in (anna, ben, anna, ben):
            profile.sync()
        self.assertEqual(self.keys(ben), self.keys(anna))
        names = [json.loads(key)["name"] for key in self.keys(anna)]
        self.assertEqual((names.count("by-anna"), names.count("by-ben")), (1, 1))
        count = "SELECT count(*) FROM chatelaine.keys WHERE name IN ('by-anna', 'by-ben')"
        self.assertEqual(self.sql(count), "2")
        # Anna retires a key; Ben, who does not read, hears of it from the team.
        key = next(json.loads(key) for key in self.keys(anna) if json.loads(key)["name"] == "by-ben")
        anna.done("keys", "revoke", "prod/by-ben", "--yes", env={"CREDENTIAL": self.practice.credential("tempered")})
        ben.sync()
        self.assertEqual(self.keys(ben), self.keys(anna))
        state = next(json.loads(one) for one in self.keys(ben) if json.loads(one)["id"] == key["id"])["state"]
        self.assertEqual(state, "revoked")

    def test_what_one_did_explains_what_another_saw(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.create(anna, "prod", "shared")
        self.create(anna, "prod", "left alone")
        self.read(anna)
        ben.join(self.address)
        ben.done("accounts", "update", "prod", "--yes", "--credential", "env:CREDENTIAL",
                 env={"CREDENTIAL": self.practice.credential("tempered")})
        self.read(ben)
        self.server.stop()
        anna.done("keys", "revoke", "prod/shared", "--yes", env={"CREDENTIAL": self.practice.credential("tempered")})
        self.read(ben)  # cannot know yet who did that

        def seen():
            path = os.path.join(self.folder.name, f"changes-{len(os.listdir(self.folder.name))}.csv")
            ben.ctl("audit", "export", "--format", "csv", "--sheet", "changes", "--output", path)
            with open(path, encoding="utf-8", newline="") as file:
                return [row for row in csv.DictReader(file) if row["change"] == "changed by others"]

        [row] = seen()
        self.assertEqual((row["name"], row["by"], row["explained"]), ("shared", "", "no"))
        self.assertEqual(row["details"], "state: active -> revoked")
        self.server.start()
        for profile in (anna, ben):
            profile.sync()
        [row] = seen()
        self.assertEqual((row["name"], row["by"], row["explained"]), ("shared", "", "yes"))

    def test_a_removed_account_goes_where_nobody_else_has_it(self):
        anna, ben, vera = self.profile("anna"), self.profile("ben"), self.profile("vera")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        ben.join(self.address)
        vera.join(self.address)
        ben.done("accounts", "update", "prod", "--yes", "--credential", "env:CREDENTIAL",
                 env={"CREDENTIAL": self.practice.credential("tempered")})
        anna.done("accounts", "remove", "prod", "--yes")
        vera.sync()
        ben.sync()
        self.assertEqual(self.accounts(vera), {})
        self.assertEqual(list(self.accounts(ben)), ["prod"])
        self.read(ben)  # with which it is there again
        vera.sync()
        anna.sync()
        self.assertEqual(self.keys(vera), self.keys(ben))
        self.assertEqual(self.keys(anna), self.keys(ben))
        # Who only watches removes it for himself alone.
        vera.done("accounts", "remove", "prod", "--yes")
        self.read(ben)
        vera.sync()
        self.assertEqual(self.accounts(vera), {})
        self.assertEqual(self.sql("SELECT removed_at IS NULL FROM chatelaine.accounts"), "t")

    def test_two_accounts_of_one_name(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        for profile in (anna, ben):
            self.add(profile, "prod", "tempered")
            profile.join(self.address)
        anna.sync()
        for profile in (anna, ben):
            names = sorted(self.accounts(profile))
            self.assertEqual(names[0], "prod")
            self.assertRegex(names[1], r"^prod \(.+@.+\)$")

    def test_usage_and_quotas(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        credential = {"CREDENTIAL": self.practice.credential("tempered")}
        for command in (("usage", "--account", "prod"), ("quota", "--account", "prod")):
            anna.ctl(*command, env=credential)
        ben.join(self.address)

        def table(profile, name):
            return subprocess.run(
                ["sqlite3", os.path.join(profile.path, "chatelaine.sqlite"), {
                    "usage": "SELECT c.key, metric, series, start, seconds, grouping, value, weight FROM usage"
                             " JOIN containers c ON c.no = container ORDER BY 1, 2, 3, 4, 5, 6",
                    "quotas": "SELECT id, observed_at, name, unit, used, maximum, reset_at, current, within"
                              " FROM quotas ORDER BY 1, 2",
                }[name]], capture_output=True, text=True, check=True).stdout

        self.assertTrue(table(anna, "usage") or table(anna, "quotas"))
        for name in ("usage", "quotas"):
            self.assertEqual(table(ben, name), table(anna, name))
        for command in (("usage", "--account", "prod"), ("quota", "--account", "prod")):
            anna.ctl(*command, env=credential)
        self.assertEqual(anna.status()["waitingChanges"], 0)
        ben.sync()
        for name in ("usage", "quotas"):
            self.assertEqual(table(ben, name), table(anna, name))

    def test_usage_and_quotas_are_seen_without_a_credential(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna, "prod")
        self.add(anna, "metered", "tempo")
        self.read(anna, "metered", system="tempo")
        ben.join(self.address)
        for name, command, system, kind in (("prod", "quota", "tempered", "quotaList"),
                                            ("metered", "usage", "tempo", "usageList")):
            order = ("--json", command, "--account", name)
            known = anna.done(*order, env={"CREDENTIAL": self.practice.credential(system)}).json(kind)["items"]
            self.assertTrue(known)
            anna.sync()
            ben.sync()
            seen = ben.done(*order)
            figures = [(row.get("metric"), row.get("value"), row.get("used")) for row in seen.json(kind)["items"]]
            self.assertCountEqual(
                figures, [(row.get("metric"), row.get("value"), row.get("used")) for row in known])
            self.assertIn("seen through the team", seen.err)

    def test_killed_while_the_inventory_is_copied(self):
        anna, ben = self.profile("anna"), self.profile("ben")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        ben.join(self.address)
        credential = {"CREDENTIAL": self.practice.credential("tempered")}
        ben.done("accounts", "update", "prod", "--yes", "--credential", "env:CREDENTIAL", env=credential)
        chance = random.Random(7)
        for number in range(10):
            self.practice.control("POST", "/mint", {"system": "tempered", "kind": "eval", "name": f"n{number}"})
            running = [profile.start("sync", "prod", env=credential) for profile in (anna, ben)]
            time.sleep(chance.uniform(0.05, 0.4))  # a random moment is the point
            running[chance.randrange(2)].send_signal(signal.SIGKILL)
            for process in running:
                process.communicate(timeout=SECONDS)
        for profile in (anna, ben):
            self.read(profile, "prod")
        for profile in (anna, ben):
            profile.sync()
        self.assertEqual(self.keys(ben), self.keys(anna))
        names = [json.loads(key)["name"] for key in self.keys(anna)]
        self.assertEqual(sorted(name for name in names if re.fullmatch(r"n\d", name)),
                         [f"n{number}" for number in range(10)])
        self.assertEqual(int(self.sql("SELECT count(*) FROM chatelaine.keys")), len(names))
        for profile in (anna, ben):
            state = profile.status()
            self.assertEqual((state["waitingEntries"], state["waitingChanges"]), (0, 0))

    def test_a_writer_cannot_make_one_key_another(self):
        anna = self.profile("anna")
        anna.join(self.address)
        self.add(anna, "prod", "tempered")
        self.read(anna)
        anna.sync()
        before = self.keys(anna)
        # A row of another place with the uid of one of hers, an account with an id that is none, a later name.
        self.sql("INSERT INTO chatelaine.keys SELECT account, container, 'other', uid, kind, 'moved', mask, scopes,"
                 " environment, state, created_at, created_by, used_at, used_precision, used_source, used_since,"
                 " used_observed, expires_at, details, manual, first_seen, last_seen, vanished_at, ended_at,"
                 " stamp + 1000000, 'somebody', nextval('chatelaine.inventory_revision')"
                 " FROM chatelaine.keys WHERE name = 'CI pipeline'")
        self.sql("INSERT INTO chatelaine.accounts SELECT '../x', 'evil', provider, base_url, created_at, is_complete,"
                 " as_of, complete_at, reasons, NULL, stamp + 1000000, 'somebody',"
                 " nextval('chatelaine.inventory_revision') FROM chatelaine.accounts")
        self.sql("UPDATE chatelaine.accounts SET base_url = 'https://evil.example', stamp = stamp + 1000000,"
                 " writer = 'somebody', revision = nextval('chatelaine.inventory_revision') WHERE name = 'prod'")
        anna.sync()
        self.assertEqual([key for key in self.keys(anna) if '"moved"' not in key], before)
        self.assertEqual(len(self.keys(anna)), len(before) + 1)
        self.assertEqual(list(self.accounts(anna)), ["prod"])
        self.assertEqual(self.accounts(anna)["prod"]["url"], self.practice.url("tempered"))

    def test_a_writer_writes_and_a_viewer_reads(self):
        self.profile("owner").join(self.address)
        self.make_roles()
        anna, vera = self.profile("anna"), self.profile("vera")
        anna.join(self.server.address(self.database, "anna"))
        self.add(anna, "prod", "tempered")
        self.read(anna)
        anna.ctl("quota", "--account", "prod", env={"CREDENTIAL": self.practice.credential("tempered")})
        state = anna.status()
        self.assertEqual((state["waitingEntries"], state["waitingChanges"]), (0, 0))
        vera.join(self.server.address(self.database, "vera"))
        self.assertEqual(self.keys(vera), self.keys(anna))

    def test_nothing_secret_is_in_the_database(self):
        anna = self.profile("anna")
        anna.join(self.address)
        certificate = os.path.join(self.folder.name, "anna-ca.pem")
        credentials = os.path.join(self.folder.name, "anna-credential.txt")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "/dev/null", "-out",
                        certificate, "-subj", "/CN=test", "-days", "1"], check=True, capture_output=True)
        with open(credentials, "w", encoding="utf-8") as file:
            file.write(self.practice.credential("tempered"))
        anna.done("accounts", "add", "prod", "--provider", "tempered", "--url", self.practice.url("tempered"),
                  "--ca", certificate, "--credential", "file:" + credentials)
        self.add(anna, "more", "tempered")
        self.read(anna, "more")
        anna.done("sync", "prod")
        secret = self.create(anna, "more", "fresh").out.strip()
        anna.done("keys", "create", "--account", "more", "--name", "kept", "--deliver", "keychain",
                  env={"CREDENTIAL": self.practice.credential("tempered")})
        dump = self.server.client("pg_dump", "-d", self.database).stdout
        self.assertIn("fresh", dump)
        for hidden in (secret, self.practice.credential("tempered"), "anna-ca", "anna-credential", "CREDENTIAL",
                       self.folder.name):
            self.assertNotIn(hidden, dump)


if __name__ == "__main__":
    unittest.main()
