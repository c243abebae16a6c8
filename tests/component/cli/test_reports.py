# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Audit reports and evidence packs, read by programs that are not Chatelaine."""

import csv
import json
import os
import re
import shutil
import signal
import subprocess
import time
import zipfile

import openpyxl

from bench import CTL, SECONDS, CliTestCase, Result


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


class ReportCase(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = os.path.join(cls.folder.name, "reports")
        os.mkdir(cls.work)

    def setUp(self):
        self.made = os.path.join(self.work, self.id().rsplit(".", 1)[1])
        os.mkdir(self.made)
        if not self.done("--json", "accounts", "list").json("accountList")["items"]:
            self.add_account("one", "tempered")
            self.add_account("two", "confident-ai")
            self.done("sync")
            secret = self.create("--account", "one", "--kind", "organization", "--name", "=HYPERLINK(1)")
            type(self).secrets = self.secrets | {secret}

    def path(self, name):
        return os.path.join(self.made, name)

    def export(self, name, form, *options):
        order = ("audit", "export", "--format", form, "--output", self.path(name))
        result = self.ctl("--json", *order, *options)
        written = result.json("journalExport")
        self.assertEqual(result.status, 0 if written.get("complete", True) else 1, result.err)
        return written

    def rows(self, sheet, *options):
        """The rows of a sheet, with all columns."""
        name = f"{sheet}-{len(os.listdir(self.made))}.csv"
        self.export(name, "csv", "--sheet", sheet, *options)
        with open(self.path(name), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def row_of(self, sheet, name, state=None):
        [row] = [row for row in self.rows(sheet) if row["name"] == name and state in (None, row["state"])]
        return row

    def verdict(self, path, *options, status=0):
        result = self.ctl("--json", "audit", "verify", path, *options)
        self.assertEqual(result.status, status, result.out + result.err)
        return result.json("exportVerdict")


class Reports(ReportCase):
    def test_a_pdf_can_be_read(self):
        written = self.export("report.pdf", "pdf")
        self.assertTrue(written["complete"])
        text = text_of(self.path("report.pdf"))
        for wanted in ("API keys: audit report", "COMPLETE", "Keys by state", "Reconciliation", "Nightly agent"):
            self.assertIn(wanted, text)
        pages = text.count("\f")
        self.assertGreater(pages, 2)
        for number in range(1, pages + 1):
            self.assertIn(f"Page {number} of {pages}", text)
        # The pages are painted, each with ink on it.
        subprocess.run(["pdftoppm", "-r", "40", "-gray", self.path("report.pdf"), self.path("page")], check=True)
        pictures = [name for name in os.listdir(self.made) if name.startswith("page")]
        self.assertEqual(len(pictures), pages)
        for name in pictures:
            with open(self.path(name), "rb") as file:
                self.assertLess(min(file.read()[20:]), 128)

    def test_a_workbook_can_be_read(self):
        written = self.export("report.xlsx", "xlsx")
        book = openpyxl.load_workbook(self.path("report.xlsx"))
        keys = book["Keys"]
        self.assertEqual(keys.max_row, written["keys"] + 1)
        titles = [cell.value for cell in keys[1]]
        created = keys.cell(2, titles.index("Created") + 1)
        self.assertEqual(type(created.value).__name__, "datetime")
        names = [row[titles.index("Name")].value for row in keys.iter_rows(min_row=2)]
        self.assertIn("'=HYPERLINK(1)", names)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    self.assertNotEqual(cell.data_type, "f", (sheet.title, cell.coordinate))
        self.assertEqual(book["Events"].max_row, written["entries"] + 1)

    def test_sheets_for_machines(self):
        written = self.export("keys.csv", "csv", "--sheet", "keys")
        with open(self.path("keys.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), written["keys"])
        self.assertEqual([row["row"] for row in rows], [str(i + 1) for i in range(len(rows))])
        made = [row for row in rows if row["name"] == "'=HYPERLINK(1)"]
        self.assertEqual(len(made), 1)
        self.assertIn("@", made[0]["made_by"])
        self.export("keys.jsonl", "jsonl", "--sheet", "keys")
        with open(self.path("keys.jsonl"), encoding="utf-8") as file:
            objects = [json.loads(line) for line in file]
        self.assertEqual([o["row_id"] for o in objects], [row["row_id"] for row in rows])
        # Of one account only, and who is left out is said.
        self.export("two.xlsx", "xlsx", "--account", "two")
        summary = [cell.value for cell in openpyxl.load_workbook(self.path("two.xlsx")).worksheets[0]["B"]]
        self.assertIn("two", summary)
        self.assertIn("one (not asked for)", summary)

    def test_rotation(self):
        self.create("--account", "one", "--name", "replaced", "--scope", "eval")
        self.create("--account", "two", "--name", "rotated")
        before = self.row_of("rotation", "rotated")
        self.assertEqual((before["since_what"], before["done"], before["done_at"]), ("created", "no", ""))
        self.assertEqual((before["rule_days"], before["overdue_days"], before["proven_dead"]), ("90", "0", ""))
        self.done("keys", "rotate", "two/rotated", "--grace", "24h", "--deliver", "keychain", "--yes")
        after = self.row_of("rotation", "rotated")
        self.assertEqual((after["since_what"], after["done"], after["late_days"]), ("rotated", "yes", "0"))
        self.assertAlmostEqual(float(after["overlap_hours"]), 24, delta=0.1)
        self.assertEqual(after["row_id"], before["row_id"])

        self.done("keys", "replace", self.key("one/replaced")["ref"], "--deliver", "keychain", "--yes")
        old = self.row_of("rotation", "replaced", "revoked")
        new = self.row_of("rotation", "replaced", "active")
        self.assertEqual((old["successor"], new["predecessor"]), (new["vendor_id"], old["vendor_id"]))
        self.assertEqual((old["done"], old["overdue_days"], new["done"]), ("yes", "", "no"))
        self.assertEqual((old["proven_dead"], old["proof"]), ("yes", "its end was verified"))
        self.assertEqual(old["proven_at"], old["overlap_until"])
        made = [e for e in self.rows("events") if e["vendor_id"] == new["vendor_id"] and e["kind"] == "key.create"]
        self.assertIn(old["overlap_from"], [e["time"] for e in made if e["outcome"] == "succeeded"])
        self.assertEqual((new["proven_dead"], new["successor"]), ("", ""))

    def test_a_replacement_that_is_not_finished_is_in_the_rotation_sheet(self):
        self.create("--account", "two", "--name", "stubborn")
        fault = {"system": "confident-ai", "method": "DELETE", "action": "status:403", "count": 1}
        self.practice.control("POST", "/faults", fault)
        self.not_done("keys", "replace", self.key("two/stubborn")["ref"], "--deliver", "keychain", "--yes")
        old = self.row_of("rotation", "stubborn", "disabled")
        new = self.row_of("rotation", "stubborn", "active")
        self.assertEqual((old["successor"], new["predecessor"]), (new["vendor_id"], old["vendor_id"]))
        self.assertEqual((old["done"], old["overlap_until"], old["proven_dead"]), ("no", "", ""))
        self.assertNotEqual(old["overlap_from"], "")

    def test_changes_since_the_last_report(self):
        self.create("--account", "two", "--name", "before")
        self.export("first.pdf", "pdf")
        [entry] = [e for e in self.rows("events") if e["object"] == "first.pdf"]
        self.assertEqual(self.rows("changes"), [])
        self.create("--account", "two", "--name", "after")
        self.change("disable", "two/before")
        rows = self.rows("changes")
        self.assertEqual([(row["name"], row["change"]) for row in rows], [("before", "disabled"), ("after", "created")])
        for row in rows:
            self.assertEqual((row["explained"], row["since"]), ("yes", json.loads(entry["detail"])["until"]))
            self.assertIn("@", row["by"])
        # One table, and a report of other accounts, are not what a report goes on from.
        self.export("one.pdf", "pdf", "--account", "one")
        self.assertEqual(len(self.rows("changes")), 2)
        written = self.export("second.xlsx", "xlsx")
        summary = openpyxl.load_workbook(self.path("second.xlsx")).worksheets[0]
        previous = [row[1].value for row in summary.iter_rows() if row[0].value == "Previous report"]
        self.assertEqual(len(previous), 1, written)
        self.assertIn(f"first.pdf (pdf) ended that was made at {entry['time']}: entry {entry['sequence']} ", previous[0])
        self.assertIn(entry["hash"], previous[0])
        self.assertEqual(self.rows("changes"), [])
        # What was made after the end of a period is not what its report goes on from.
        until = self.rows("changes", "--to", entry["time"])
        self.assertTrue(all(row["since"] < entry["time"] for row in until))

    def test_what_people_say_of_keys(self):
        for name in ("kept", "leaver's", "leaked"):
            self.create("--account", "two", "--name", name)
        note = ("keys", "note")
        self.done(*note, "two/kept", "--set", "owner=Noor", "--set", "rotation-days=30", "--set", "rotation-reference=RA-3")
        self.done("keys", "review", "two/kept", "--decision", "keep", "--reason", "in use")
        excepted = ("--rule", "older-than", "--reason", "replaced in May", "--approver", "Noor")
        self.done("exceptions", "make", "two/kept", *excepted, "--until", "2099-01-01T00:00:00Z")
        left = ("--set", "end-trigger=2026-01-01T00:00:00Z")
        self.done(*note, "two/leaver's", "--set", "end-cause=leaver", "--set", "end-reference=Robin", *left)
        self.done(*note, "two/leaked", "--set", "end-cause=incident", "--set", "end-reference=INC-9", *left)
        self.change("delete", "two/leaked")

        key = self.row_of("keys", "kept")
        self.assertEqual((key["owner"], key["last_review_decision"]), ("Noor", "keep"))
        self.assertEqual(key["exceptions"], "older-than until 2099-01-01T00:00:00Z, approved by Noor")
        rotation = self.row_of("rotation", "kept")
        self.assertEqual((rotation["rule_days"], rotation["rule_reference"]), ("30", "RA-3"))
        review = self.row_of("review", "kept")
        self.assertEqual((review["decision"], review["reason"], review["done"]), ("keep", "in use", ""))
        self.assertEqual(self.row_of("review", "leaked")["reviewer"], "")
        [exception] = self.rows("exceptions")
        self.assertEqual((exception["name"], exception["state"]), ("kept", "in force"))
        leaver = self.row_of("leavers", "leaver's")
        self.assertEqual((leaver["person"], leaver["may_work"], leaver["ended_at"]), ("Robin", "yes", ""))
        self.assertEqual(leaver["gap_hours"], leaver["longest_gap_hours"])
        told = [row for row in self.rows("incidents") if row["name"] == "leaked"]
        self.assertIn("secret.release", [row["event"] for row in told])
        self.assertEqual((told[-1]["event"], told[-1]["event_outcome"]), ("key.delete", "succeeded"))
        self.assertEqual((told[-1]["incident"], told[-1]["proven_dead"]), ("INC-9", "yes"))
        entries = {row["sequence"]: row["kind"] for row in self.rows("events")}
        for row in told:
            self.assertEqual(entries[row["event_entry"]], row["event"])

        self.export("report.xlsx", "xlsx")
        book = openpyxl.load_workbook(self.path("report.xlsx"))
        self.assertEqual(book["Leavers"].max_row, 2)
        self.assertEqual(book["Incidents"].max_row, 1 + len(told))
        self.export("report.pdf", "pdf")
        text = text_of(self.path("report.pdf"))
        for wanted in ("Leavers", "Robin", "Incidents", "INC-9", "Exceptions", "Access review"):
            self.assertIn(wanted, text)

    def test_tool_controls(self):
        with open(os.path.join(self.profile, "settings.ini"), "a", encoding="utf-8") as file:
            file.write("[lock]\nidleMinutes=25\n[secrets]\nclipboardSeconds=45\n")
        key = self.practice.credential("confident-ai")
        os.environ["TWO_KEY"] = key
        self.addCleanup(self.done, "accounts", "update", "two", "--credential", "keychain", secret_input=key)
        self.done("accounts", "update", "two", "--credential", "env:TWO_KEY")
        rows = self.rows("tool")
        told = {row["control"]: row for row in rows}
        self.assertRegex(told["program"]["value"], r"^chatelainectl \d")
        self.assertRegex(told["Qt"]["value"], r"^6\.\d")
        self.assertEqual(told["database"]["value"], "SQLite")
        self.assertEqual(told["idle minutes to the lock"]["value"], "25")
        self.assertEqual(told["seconds a secret is on the clipboard"]["value"], "45")
        self.assertEqual(told["passphrase of the lock is set"]["value"], "no")
        self.assertEqual(told["journals are whole"]["value"], "yes")
        self.assertRegex(told["fingerprint of the signer"]["value"], r"^[0-9a-f]{64}$")
        self.assertGreater(int(told["entries of the journal"]["value"]), 5)
        held = {row["about"].split(" ")[0]: row for row in rows if row["control"] == "credential"}
        self.assertEqual((held["one"]["value"], held["one"]["at"][:2]), ("in the keychain", "20"))
        self.assertEqual((held["two"]["value"], held["two"]["at"]), ("in the variable TWO_KEY", ""))
        only = [row["about"] for row in self.rows("tool", "--account", "one") if row["control"] == "credential"]
        self.assertEqual(only, [held["one"]["about"]])

    def test_a_vendor_without_a_list_is_never_complete(self):
        self.add_account("lone", "temporis")
        try:
            self.done("sync")
            written = self.export("lone.csv", "csv", "--sheet", "keys", "--account", "lone")
            self.assertFalse(written["complete"])
            self.assertIn("no list", written["missing"][0])
        finally:
            self.done("accounts", "remove", "lone", "--yes")
        # It went in the period, and what was known of it with it.
        self.assertIn("lone: It was removed", self.export("all.csv", "csv", "--sheet", "keys")["missing"][0])
        self.assertEqual(self.export("one.csv", "csv", "--sheet", "keys", "--account", "one")["missing"], [])

    def test_what_was_not_read_is_said(self):
        self.practice.control("POST", "/faults", {"system": "tempered", "action": "status:500", "count": -1})
        try:
            self.ctl("sync", "one")
        finally:
            self.practice.control("DELETE", "/faults")
        try:
            written = self.export("report.pdf", "pdf")
            self.assertFalse(written["complete"])
            self.assertTrue(any(line.startswith("one: ") for line in written["missing"]), written)
            self.assertIn("INCOMPLETE", text_of(self.path("report.pdf")))
        finally:
            self.done("sync")

    def test_a_list_of_clauses_can_be_edited(self):
        own = self.path("clauses.json")
        clauses = json.loads(self.done("audit", "clauses").out)
        clauses["clauses"] = [
            {"framework": "Our rules", "clause": "7", "asks": "No old keys", "rules": ["older-than", "admin-scope"]}
        ]
        with open(own, "w", encoding="utf-8") as file:
            json.dump(clauses, file)
        self.export("findings.csv", "csv", "--sheet", "findings", "--clauses", own)
        with open(self.path("findings.csv"), encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertTrue(rows)
        self.assertEqual({row["clauses"] for row in rows}, {"Our rules 7"})
        with open(own, "w", encoding="utf-8") as file:
            file.write('{"format": 1, "clauses": [{"framework": "x"}]}')
        refused = self.not_done(
            "audit", "export", "--format", "pdf", "--output", self.path("no.pdf"), "--clauses", own
        )
        self.assertIn("clause 1", refused.err)
        self.assertFalse(os.path.exists(self.path("no.pdf")))

    def test_what_cannot_be_written_leaves_nothing(self):
        place = self.path("missing")
        for form in ("pdf", "xlsx", "pack"):
            with self.subTest(form):
                result = self.not_done("audit", "export", "--format", form, "--output", os.path.join(place, "r"))
                self.assertIn("cannot be written", result.err)
        self.export("there", "pack")
        refused = self.not_done("audit", "export", "--format", "pack", "--output", self.path("there"))
        self.assertIn("exists already", refused.err)
        os.mkdir(self.path("empty"))
        refused = self.not_done("audit", "export", "--format", "pack", "--output", self.path("empty"))
        self.assertIn("exists already", refused.err)
        refused = self.not_done("audit", "export", "--format", "pack", "--output", self.path("pack.zip"))
        self.assertIn("is a folder", refused.err)
        self.assertEqual(sorted(os.listdir(self.made)), ["empty", "there"])

    def output_of(self, pack, fingerprint, old="", second="", instructions=None):
        """What the commands in the instructions of a pack print, run as they stand there."""
        with open(os.path.join(instructions or self.path("second"), "VERIFY.txt"), encoding="utf-8") as file:
            script = "".join(line[4:] for line in file if line.startswith("    "))
        environment = {**os.environ, "FINGERPRINT": fingerprint, "OLD": old, "SECOND": second}
        return subprocess.run(
            ["bash", "-c", script], cwd=pack, env=environment, check=False, capture_output=True, text=True
        )

    def commands(self, pack, fingerprint, old="", second=""):
        """What the instructions say of a pack, by check."""
        done = self.output_of(pack, fingerprint, old, second)
        self.assertNotIn("bash:", done.stderr)
        self.assertNotIn("No such file", done.stderr)
        said = re.findall(r"^(\w+): (intact|NOT INTACT)$", done.stdout, re.M)
        return {check: all(word == "intact" for name, word in said if name == check) for check, _ in said}

    def two_packs(self):
        """Folders of an older and a newer one, and the fingerprint of their signer."""
        first = self.export("first", "pack")["fingerprint"]
        self.assertEqual(self.export("second", "pack")["fingerprint"], first)
        return self.path("first"), self.path("second"), first

    def changed(self, name, change):
        """A copy of the newer pack, in which something was done to the lines of the journal."""
        pack = self.path(name)
        shutil.copytree(self.path("second"), pack)
        events = os.path.join(self.journal_of(pack), "events.jsonl")
        with open(events, encoding="utf-8") as file:
            lines = file.read().splitlines()
        with open(events, "w", encoding="utf-8") as file:
            file.write("\n".join(change(lines)) + "\n")
        return pack

    def journal_of(self, pack):
        journals = os.path.join(pack, "journals")
        return os.path.join(journals, os.listdir(journals)[0])

    def test_the_instructions_of_a_pack_find_what_was_done_to_entries(self):
        old, new, fingerprint = self.two_packs()
        good = self.output_of(new, fingerprint, old)
        self.assertEqual(good.stderr, "")
        checks = ("files", "signature", "signer", "second", "head", "continuation", "newer", "chain")
        self.assertEqual(self.commands(new, fingerprint, old), dict.fromkeys(checks, True))
        self.assertFalse(self.commands(new, "0" * 64, old)["signer"])
        older = self.commands(old, fingerprint, new)
        self.assertFalse(older["newer"])
        self.assertFalse(older["continuation"])
        changes = {
            "edited": lambda l: [l[0].replace('"one"', '"own"')] + l[1:],
            "removed": lambda l: l[1:],
            "inserted": lambda l: l[:1] + l,
            "reordered": lambda l: [l[1], l[0]] + l[2:],
            "cut_at_end": lambda l: l[:-3],
        }
        for name, change in changes.items():
            with self.subTest(name):
                pack = self.changed(name, change)
                said = self.commands(pack, fingerprint, old)
                self.assertFalse(said["files"] or said["chain"])
                self.assertEqual(self.verdict(pack, status=1)["tampering"], name)
                # Summed up and signed anew by somebody else: only what is known from before shows it.
                self.sign_anew(pack)
                said = self.commands(pack, fingerprint, old)
                self.assertTrue(said["files"] and said["signature"])
                self.assertFalse(said["signer"] or said["head"] or said["continuation"])
                verdict = self.verdict(pack, "--fingerprint", fingerprint, status=1)
                self.assertIn("signed_by_another", [found["tampering"] for found in verdict["also"]])

    def test_the_instructions_of_a_pack_find_what_was_done_to_files(self):
        old, new, fingerprint = self.two_packs()

        def write(pack, name):
            with open(os.path.join(pack, name), "w", encoding="utf-8") as file:
                file.write("more\n")

        def link(pack, name):
            path = os.path.join(pack, name)
            outside = self.path("outside-" + name.replace("/", "-"))
            shutil.move(path, outside)
            os.symlink(outside, path)

        def remove(pack, name):
            os.remove(os.path.join(pack, name))

        changes = {
            "added": (write, "SHA256SUMS.readme.pdf", "added"),
            "added below": (write, "views/SHA256SUMS-old.csv", "added"),
            "edited": (write, "views/keys.csv", "edited"),
            "removed": (remove, "views/keys.csv", "removed"),
            "a link": (link, "report.pdf", "not_regular"),
            "the sums are a link": (link, "SHA256SUMS", "not_regular"),
            "a folder is a link": (link, "records", "not_regular"),
            "no sums": (remove, "SHA256SUMS", "removed"),
        }
        for number, (what, (change, name, word)) in enumerate(changes.items()):
            with self.subTest(what):
                pack = self.path(f"pack{number}")
                shutil.copytree(new, pack)
                change(pack, name)
                self.assertFalse(self.commands(pack, fingerprint, old)["files"])
                verdict = self.verdict(pack, status=1)
                self.assertEqual((verdict["inFile"], verdict["change"]), (name, word))

    def test_the_instructions_of_a_pack_find_what_is_gone(self):
        old, new, fingerprint = self.two_packs()
        nothing = self.path("nothing")
        shutil.copytree(new, nothing)
        shutil.rmtree(os.path.join(nothing, "journals"))
        said = self.commands(nothing, fingerprint, old)
        self.assertFalse(said["files"] or said["chain"] or said["head"] or said["continuation"] or said["newer"])
        self.assertEqual(self.verdict(nothing, status=1)["change"], "removed")
        unsigned = self.path("unsigned")
        shutil.copytree(new, unsigned)
        os.remove(os.path.join(unsigned, "SHA256SUMS.ed25519"))
        said = self.commands(unsigned, fingerprint, old)
        self.assertFalse(said["signature"])
        self.assertTrue(said["head"])
        verdict = self.verdict(unsigned, status=1)
        self.assertEqual((verdict["tampering"], verdict["inFile"]), ("forged", "SHA256SUMS.ed25519"))
        text = self.ctl("audit", "verify", unsigned).out
        self.assertIn("SHA256SUMS.ed25519 is missing", text)
        self.assertNotIn("UNSIGNED", text)
        # What stands in a pack is never run.
        wicked = self.path("wicked")
        shutil.copytree(new, wicked)
        note = os.path.join(self.journal_of(wicked), "head.note")
        with open(note, encoding="utf-8") as file:
            lines = file.read().splitlines()
        lines[1] = "x[$(touch run)]"
        with open(note, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        said = self.commands(wicked, fingerprint, old)
        self.assertFalse(said["newer"] or said["head"] or said["chain"])
        self.assertNotIn("run", os.listdir(wicked))

    def test_a_pack_is_signed_a_second_time(self):
        fingerprint = self.export("first", "pack")["fingerprint"]
        second = self.export("second", "pack")["secondFingerprint"]
        pack = self.path("second")
        said = self.commands(pack, fingerprint, second=second)
        self.assertTrue(said["second"] and said["secondsigner"])
        self.assertFalse(self.commands(pack, fingerprint, second=fingerprint)["secondsigner"])
        with open(os.path.join(pack, "method.txt"), encoding="utf-8") as file:
            method = file.read()
        for wanted in ("COMPLETE", "Accounts: one", "records/sources.jsonl", "VERIFY.txt"):
            self.assertIn(wanted, method)
        path = os.path.join(pack, "SHA256SUMS.p256")
        with open(path, "rb") as file:
            good = file.read()
        with open(path, "wb") as file:
            file.write(good[:-1] + bytes([good[-1] ^ 1]))
        said = self.commands(pack, fingerprint)
        self.assertFalse(said["second"])
        self.assertTrue(said["files"] and said["signature"])
        verdict = self.verdict(pack, status=1)
        self.assertEqual((verdict["tampering"], verdict["inFile"]), ("forged", "SHA256SUMS.p256"))
        # With a key of one's own there is no second one, and none can be added.
        key = self.path("own.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        own = self.export("own", "pack", "--signing-key", "file:" + key)
        self.assertNotIn("secondFingerprint", own)
        pack = self.path("own")
        self.assertNotIn("second", self.commands(pack, own["fingerprint"]))
        with open(os.path.join(pack, "SHA256SUMS.p256"), "wb") as file:
            file.write(good)
        self.assertFalse(self.commands(pack, own["fingerprint"])["second"])
        self.assertEqual(self.verdict(pack, status=1)["inFile"], "SHA256SUMS.p256")

    def test_an_older_pack_that_was_edited_is_both(self):
        old, _, _ = self.two_packs()
        with open(os.path.join(old, "views", "keys.csv"), "a", encoding="utf-8") as file:
            file.write("more\r\n")
        verdict = self.verdict(old, status=1)
        self.assertEqual((verdict["tampering"], verdict["inFile"]), ("other_files", "views/keys.csv"))
        self.assertEqual([found["tampering"] for found in verdict["also"]], ["older"])
        text = self.ctl("audit", "verify", old).out
        self.assertIn("views/keys.csv was edited. It is an older one", text)

    def sign_anew(self, pack):
        key = self.path("other.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        subprocess.run(["openssl", "pkey", "-in", key, "-pubout", "-out", "signer-ed25519.pem"], cwd=pack, check=True)
        sums = "find . ! -type d ! -name 'SHA256SUMS*' -printf '%P\\n' | sort | xargs sha256sum > SHA256SUMS"
        subprocess.run(["bash", "-c", sums], cwd=pack, check=True)
        subprocess.run(
            ["openssl", "pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", "SHA256SUMS", "-out", "SHA256SUMS.ed25519"],
            cwd=pack,
            check=True,
        )

    def test_a_pack_is_verified_against_what_is_known(self):
        fingerprint = self.export("first", "pack")["fingerprint"]
        self.export("second", "pack")
        first, second = self.path("first"), self.path("second")
        verdict = self.verdict(second, "--fingerprint", fingerprint, "--previous", first)
        self.assertTrue(verdict["intact"] and verdict["isSigned"])
        self.assertEqual(self.verdict(second, "--fingerprint", "0" * 64, status=1)["tampering"], "signed_by_another")
        # An older one passed off as new: this profile made the newer one itself.
        self.assertEqual(self.verdict(first, status=1)["tampering"], "older")
        self.assertEqual(self.verdict(first, "--older")["intact"], True)
        self.assertEqual(self.verdict(first, "--older", "--previous", second, status=1)["tampering"], "older")
        # An auditor with a profile of his own: what he has verified is what he remembers.
        theirs = os.path.join(self.made, "auditor")

        def there(path):
            order = [CTL, "--profile", theirs, "--json", "audit", "verify", path]
            done = subprocess.run(order, capture_output=True, text=True, check=False)
            return Result(done.returncode, done.stdout, done.stderr).json("exportVerdict")

        self.assertTrue(there(first)["intact"])
        self.assertTrue(there(second)["intact"])
        self.assertEqual(there(first)["tampering"], "older")
        with open(os.path.join(second, "views", "keys.csv"), "a", encoding="utf-8") as file:
            file.write("more\r\n")
        self.assertEqual(there(second)["inFile"], "views/keys.csv")

    def test_a_pack_of_one_account_is_a_part(self):
        self.export("part", "pack", "--account", "two")
        verdict = self.verdict(self.path("part"))
        self.assertTrue(verdict["intact"] and verdict["isPart"])
        journals = os.path.join(self.path("part"), "journals")
        with open(os.path.join(journals, os.listdir(journals)[0], "events.jsonl"), encoding="utf-8") as file:
            self.assertEqual({json.loads(line)["accountName"] for line in file}, {"two"})
        said = self.output_of(self.path("part"), verdict["fingerprint"], instructions=self.path("part")).stdout
        self.assertIn("chain: cannot be checked here", said)
        self.assertIn("head: intact", said)
        self.assertNotIn("NOT INTACT", said)

    def test_no_secret_is_in_a_report(self):
        self.export("pack", "pack")
        files = [os.path.join(root, name) for root, _, names in os.walk(self.path("pack")) for name in names]
        self.assertGreater(len(files), 20)
        for path in files:
            with open(path, "rb") as file:
                content = file.read()
            if path.endswith(".pdf"):
                content = text_of(path).encode()
            if path.endswith(".xlsx"):
                with zipfile.ZipFile(path) as book:
                    content = b"".join(book.read(name) for name in book.namelist())
            for secret in self.secrets:
                self.assertNotIn(secret.encode(), content, path)


class Others(ReportCase):
    """Changes at the vendor by others, as which a second account of the same organization stands."""

    def seen(self, account):
        return [row for row in self.rows("changes") if (row["account"], row["change"]) == (account, "changed by others")]

    def test_what_others_changed(self):
        self.add_account("theirs", "confident-ai")
        self.create("--account", "two", "--name", "watched")
        for _ in range(2):
            self.done("sync")
        self.assertEqual(self.seen("two"), [])
        self.change("disable", "theirs/watched")
        self.done("sync", "two")
        self.done("sync", "two")
        [row] = self.seen("two")
        self.assertEqual((row["name"], row["details"]), ("watched", "state: active -> disabled"))
        self.assertEqual((row["by"], row["explained"], row["source"]), ("", "no", "only the vendor's list"))
        self.assertIn("key.changed_elsewhere", self.done("audit", "list", "--kind", "key").out)

    def test_a_setting_that_others_changed(self):
        for name in ("here", "there"):
            self.add_account(name, "tempo")
        self.done("sync")
        self.create("--account", "here", "--project", "Halden Freight/Settlement", "--name", "narrow", "--environment",
                    "production")
        for _ in range(2):
            self.done("sync")
        self.done("keys", "update", "there/narrow", "--set", "allowedIps=203.0.113.7")
        self.done("sync", "here")
        [row] = self.seen("here")
        self.assertEqual((row["name"], row["details"]), ("narrow", "allowedIps:  -> 203.0.113.7"))


class Interrupted(ReportCase):
    """With a journal of its own, since it is a long one."""

    is_long = False

    def setUp(self):
        super().setUp()
        if not self.is_long:
            database = os.path.join(self.profile, "chatelaine.sqlite")
            subprocess.run([os.environ["STORE_WRITER"], database, "8000", "bulk"], check=True, stdout=subprocess.DEVNULL)
            type(self).is_long = True

    def test_progress_is_shown_to_people_only(self):
        order = ("audit", "export", "--format", "csv", "--output")
        shown = self.on_terminal([*order, self.path("shown.csv")], [])
        self.assertEqual(shown.status, 0, shown.err)
        self.assertRegex(shown.err, r"[0-9,]+ entries written\r +\r")
        self.assertTrue(shown.err.endswith("\r"), shown.err)  # and is gone at the end
        self.assertIn("Wrote", shown.out)
        self.assertEqual(self.done(*order, self.path("not-shown.csv")).err, "")

    def test_an_interrupted_export_leaves_nothing(self):
        for form, number in (("pdf", signal.SIGINT), ("pack", signal.SIGTERM)):
            with self.subTest(form):
                order = [CTL, "--profile", self.profile, "audit", "export", "--format", form, "--output", self.path("x")]
                running = subprocess.Popen(order, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                deadline = time.monotonic() + SECONDS
                while not os.listdir(self.made) and running.poll() is None:
                    self.assertLess(time.monotonic(), deadline)
                running.send_signal(number)
                said = running.communicate(timeout=SECONDS)[1]
                self.assertEqual(running.returncode, 1, said)
                self.assertIn("cancelled", said)
                self.assertEqual(os.listdir(self.made), [])
                last = json.loads(self.done("--json", "audit", "list").out.splitlines()[-1])
                self.assertEqual((last["kind"], last["detail"]["format"]), ("report.export", form))
