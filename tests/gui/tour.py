# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The seven steps of the main job, in the real window, as a user takes them: tour.py BIN OUT

Runs inside with-display and with-keyring. Prints a line for each step; a step that does not happen ends the tour with
status 1 and a picture of what was there instead.
"""

import contextlib
import csv
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "security")]
from driver import Driver, Failure, wait_for  # noqa: E402
from figures import Figures, copies_in_memory  # noqa: E402

TEMPERED, TEMPO, TEMPORIS, CONFIDENT = (
    "Tempered (practice)", "Tempo (practice)", "Temporis (practice)", "Confident AI (practice)")
COLUMNS = ["Name", "Masked value", "Kind", "Scope", "Environment", "State", "Project", "Created", "Last used", "Expires"]


class Tour:
    def __init__(self, programs, out):
        self.programs = programs
        self.out = out
        self.profile = tempfile.mkdtemp(prefix="profile.", dir=os.environ["HOME"])
        self.driver = Driver(os.path.join(out, "screenshots"))
        self.window = None
        self.report = os.path.join(out, "journal.csv")
        self.audit = os.path.join(out, "audit.pdf")
        for earlier in (self.report, self.audit):
            with contextlib.suppress(FileNotFoundError):
                os.remove(earlier)

    # -- helpers of the steps

    def start(self):
        self.window = self.driver.start([os.path.join(self.programs, "chatelaine"), "--profile", self.profile])

    def done(self, step, what):
        print(f"step {step}: {what}", flush=True)

    def page(self, name):
        """Chooses a page at the left."""
        pages = self.window.table("Pages")
        for node in pages.node:
            if node is not None and node.name == name:
                self.window.click(node)
                return
        raise Failure(f"there is no page {name!r}")

    def account(self, name):
        """Chooses an account, or something in it, in the tree at the left."""
        tree = self.window.table("Accounts")
        tree.select(tree.row_with(name))

    def keys(self):
        return self.window.table("Keys")

    def select_key(self, name):
        table = self.keys()
        table.select(table.row_with(name))

    def state_of(self, name):
        table = self.keys()
        row = table.row_with(name)
        return table.rows()[row][table.columns().index("State")]

    def state_becomes(self, name, state):
        wait_for(f"{name!r} to be {state!r}", lambda: self.state_of(name) == state)

    def filter(self, state):
        self.window.choose("State filter", state)

    def search(self, text):
        self.window.type("Search keys", text)

    def new_key(self, place, name, choices):
        """Makes a key in the dialog, where the tree is, and gives the dialog with its secret."""
        self.account(place)
        self.window.press("New key")
        dialog = self.driver.dialog("New key")
        for label, option in choices.items():
            dialog.choose(label, option)
        dialog.type("Name", name)
        self.driver.picture("new-key")
        dialog.press(f'Create key "{name}"')
        return self.driver.dialog(f'Secret of "{name}"')

    def confirm(self, title, button):
        dialog = self.driver.dialog(title)
        self.driver.picture("confirmation")
        dialog.press(button)

    def keyring_entries(self, kind):
        """How many entries of a kind the keyring really has, asked from outside."""
        found = subprocess.run(["secret-tool", "search", "--all", "xdg:schema", "org.qt.keychain"],
                               capture_output=True, text=True, check=False)
        return (found.stdout + found.stderr).count(f"attribute.user = {kind}/")

    # -- the steps

    def step1_inventory(self):
        self.start()
        self.driver.picture("first-run")
        self.window.press("Explore with the practice server")
        tree = wait_for("the accounts", lambda: self.window.table("Accounts"), 60)
        for name in (TEMPERED, TEMPO, TEMPORIS, CONFIDENT):
            tree.row_with(name, seconds=60)
        for name in (TEMPERED, TEMPO, CONFIDENT):
            wait_for(f"the keys of {name}", lambda name=name: any(
                name in row[0] and row[1] not in ("", "0") for row in self.window.table("Accounts").rows()), 60)
        self.window.says("Ready", 60)
        table = self.keys()
        missing = [column for column in COLUMNS if column not in table.columns()]
        if missing:
            raise Failure(f"the table has no column {missing}: {table.columns()}")
        everything = len(table.rows())
        self.driver.picture("inventory")

        name = table.columns().index("Name")
        names = [row[name] for row in table.rows()]
        if names != sorted(names, key=str.casefold):
            raise Failure("the keys are not sorted by name")
        header = table.table.getColumnHeader(name)
        self.window.click(header)
        wait_for("the keys in the opposite order", lambda: [r[name] for r in self.keys().rows()] == names[::-1])
        self.window.click(header)

        self.search("ci")
        wait_for("fewer keys", lambda: 0 < len(self.keys().rows()) < everything)
        for row in self.keys().rows():
            if not any("ci" in cell.lower() for cell in row):
                raise Failure(f"a row without the searched word is shown: {row}")
        self.driver.picture("search")
        self.search("")
        self.filter("Revoked")
        state = table.columns().index("State")
        wait_for("revoked keys only", lambda: {row[state] for row in self.keys().rows()} == {"Revoked"})
        self.filter("All but deleted")
        wait_for("all keys", lambda: len(self.keys().rows()) == everything)
        self.done(1, f"{everything} keys of four accounts: sorted, searched, filtered by state")

    def step2_make_and_copy(self):
        dialog = self.new_key(TEMPERED, "Tour key", {"Scope": "eval"})
        self.driver.picture("one-time-secret-hidden")
        if re.search(r"prx_[A-Za-z0-9_-]{10,}", dialog.texts()):
            raise Failure("the secret is readable before it is revealed")
        dialog.press("Copy secret")
        dialog.says("clipboard")
        self.copied = subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True,
                                     check=True).stdout
        if not self.copied.startswith("prx_"):
            raise Failure("the clipboard does not have the secret")
        primary = subprocess.run(["xclip", "-o", "-selection", "primary"], capture_output=True, text=True, check=False)
        if self.copied in primary.stdout:
            raise Failure("the secret is in the primary selection")
        held = self.keyring_entries("held")
        if held != 1:
            raise Failure(f"the keyring has {held} held secrets, not one")
        dialog.press("Keep in keychain")
        dialog.says("Kept in the keychain")
        self.driver.picture("one-time-secret-kept")
        dialog.press("Close")
        self.driver.gone("Secret of")
        if self.keyring_entries("kept") != 1 or self.keyring_entries("held") != 0:
            raise Failure("the secret is not kept once in the keyring")
        row = self.keys().rows()[self.keys().row_with("Tour key")]
        if not any(cell.startswith(self.copied[:8]) and cell.endswith("…") for cell in row):
            raise Failure(f"the new row has no masked value: {row}")
        if any(self.copied in cell for cell in row):
            raise Failure("the new row shows the secret")
        self.nothing_left_in_memory()
        self.done(2, "made a Tempered key with scope eval, copied its secret once, kept it; the row has the mask only")

    def nothing_left_in_memory(self):
        """The dialog is closed: one second after the clipboard is cleared, too, no copy is left."""
        def clipboard():
            return subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True,
                                  check=False).stdout
        wait_for("the clipboard to be cleared", lambda: self.copied not in clipboard(), 60)
        time.sleep(1)
        figures = Figures()
        figures.count("copies of a created secret in chatelaine",
                      copies_in_memory(self.driver.process.pid, self.copied))
        if any(figures.counts.values()):
            raise Failure(str(figures.cases))
        figures.tell()

    def step3_lifecycle(self):
        dialog = self.new_key("Support assistant", "Tour project key", {"Kind of key": "Project key"})
        dialog.press("Keep in keychain")
        dialog.says("Kept in the keychain")
        dialog.press("Close")
        self.select_key("Tour project key")
        self.window.press('Disable "Tour project key"')
        self.confirm("Disable", 'Disable "Tour project key"')
        self.state_becomes("Tour project key", "Disabled")
        self.window.press('Enable "Tour project key"')
        self.state_becomes("Tour project key", "Active")
        self.window.press('Delete "Tour project key"')
        self.confirm("Delete", 'Delete "Tour project key"')
        wait_for("the key to be gone", lambda: not self.keys().has_row("Tour project key"))
        self.done(3, "made a project key at Confident AI, disabled, enabled and deleted it")

        dialog = self.new_key("Parcel tracking", "Tour sandbox key", {"Environment": "Sandbox"})
        dialog.press("Keep in keychain")
        dialog.says("Kept in the keychain")
        dialog.press("Close")
        environments = self.keys().columns().index("Environment")
        wait_for("both environments", lambda: {"production", "sandbox"} <= {
            row[environments].lower() for row in self.keys().rows()})
        self.select_key("Tour sandbox key")
        self.driver.picture("sandbox-beside-production")
        self.window.press('Revoke "Tour sandbox key"')
        self.confirm("Revoke", 'Revoke "Tour sandbox key"')
        wait_for("the sandbox key to be gone", lambda: not self.keys().has_row("Tour sandbox key"))
        self.done(3, "made a sandbox key at Tempo, saw it beside the production keys, revoked it")

        self.account(TEMPORIS)
        billed = self.billed()
        self.window.press("Add an existing key")
        dialog = self.driver.dialog("Add an existing key")
        dialog.type("Name", "Tour token")
        dialog.type("Secret", self.temporis_token(), role="password text")
        self.driver.picture("add-existing")
        dialog.press('Add key "Tour token"')
        dialog.press("Close")
        self.state_becomes("Tour token", "Active")
        if self.billed() != billed:
            raise Failure("the check of the Temporis token was billed")
        self.done(3, "added an existing Temporis token; it was checked and nothing was billed")

    def store(self, dialog):
        """Keeps a new secret in the keychain and closes the dialog that shows it."""
        dialog.press("Keep in keychain")
        dialog.says("Kept in the keychain")
        dialog.press("Close")

    def step3_more(self):
        """What the other systems of the same step can do beside their keys."""
        self.account("Support assistant")
        self.store(self.new_key("Support assistant", "Tour rotation", {"Kind of key": "Project key"}))
        self.select_key("Tour rotation")
        self.window.press('How to use "Tour rotation"')
        dialog = self.driver.dialog("How to use")
        dialog.says("environment variable")
        self.driver.picture("how-to-use")
        dialog.press("Close")
        self.window.press('Rotate "Tour rotation"')
        dialog = self.driver.dialog("Rotate")
        dialog.choose("Secret goes to", "Keychain of this computer")
        dialog.press("Check destination")
        dialog.says("would take the secret now")
        self.driver.picture("rotate")
        dialog.press('Rotate "Tour rotation"')
        self.window.says("has a new secret")
        self.window.says("Its secret is at its place")
        self.done(3, "rotated a project key at Confident AI straight into the keychain, and saw how it is used")

        self.account("Parcel tracking")
        self.window.menu("New: Project")
        dialog = self.driver.dialog("New: Project")
        dialog.type("Name", "Tour project")
        dialog.press('Create "Tour project"')
        tree = self.window.table("Accounts")
        tree.row_with("Tour project", seconds=30)
        self.account("Tour project")
        self.window.menu("Delete: Project")
        self.confirm("Delete", 'Delete "Tour project"')
        wait_for("the project to be gone", lambda: not self.window.table("Accounts").has_row("Tour project"))
        self.done(3, "made a project at Tempo and deleted it")

        self.account(TEMPERED)
        self.page("Webhooks")
        self.window.press("New webhook")
        dialog = self.driver.dialog("New webhook")
        dialog.type("Address", "https://receiver.example/tour")
        dialog.check("evaluation.completed")
        self.driver.picture("new-webhook")
        dialog.press("Create webhook")
        self.store(self.driver.dialog("Secret of"))
        self.window.table("Webhooks").row_with("https://receiver.example/tour")
        self.driver.picture("webhooks")
        self.page("Keys")
        self.done(3, "made a webhook at Tempered, its signing secret is in the keychain")

    def step4_revoke_and_check(self):
        self.account(TEMPERED)
        self.select_key("Tour key")
        self.window.press('Check "Tour key"')
        self.window.says("accept")
        self.window.press('Revoke "Tour key"')
        dialog = self.driver.dialog("Revoke")
        if "Tour key" not in dialog.texts():
            raise Failure("the confirmation does not name the key")
        self.confirm("Revoke", 'Revoke "Tour key"')
        self.state_becomes("Tour key", "Revoked")
        self.window.press('Check "Tour key"')
        self.window.says("refuse")
        self.driver.picture("revoked-and-refused")
        self.window.press("History")
        dialog = self.driver.dialog('History of "Tour key"')
        history = dialog.table("History")
        wait_for("the whole history", lambda: [history.rows()[i][1] for i in (0, -1)] == ["Check key", "Create key"])
        self.driver.picture("history")
        dialog.press("Close")
        self.done(4, "revoked the Tempered key after a confirmation that names it; the server refuses its secret now")

    def step5_usage(self):
        self.account(TEMPO)
        self.page("Usage")
        usage = wait_for("the usage table", lambda: self.window.table("Figures of usage"), 30)
        wait_for("30 days of usage", lambda: len(usage.rows()) >= 28, 30)
        if not any(any(character in "123456789" for character in row[-1]) for row in usage.rows()):
            raise Failure("the usage table has no figure")
        self.driver.picture("usage-tempo")
        self.account(TEMPERED)
        self.window.says(" of ", 30)
        self.driver.picture("quota-tempered")
        self.done(5, "saw 30 days of Tempo requests as a chart and Tempered's monthly quota as a gauge")

    def step6_report(self):
        self.page("Journal")
        journal = self.window.table("Journal")
        journal.row_with("Tour key")
        self.driver.picture("journal")
        self.window.type("Search the journal", "tour ROTATION")
        which, outcome = (journal.columns().index(name) for name in ("Which", "Outcome"))

        def shown(column):
            return {row[column] for row in self.window.table("Journal").rows()}
        wait_for("the entries about that key only", lambda: shown(which) == {"Tour rotation"})
        self.window.choose("Outcome filter", "Intended")
        wait_for("what was intended", lambda: shown(outcome) == {"Intended"})
        self.window.says("Showing 2 of")
        self.driver.picture("journal-filtered")
        self.window.press("Clear filter")
        self.window.says("Showing all of")
        self.export("Journal to read (CSV)", self.report)
        with open(self.report, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        kinds = {value for row in rows for value in row.values()}
        for kind in ("key.create", "key.revoke", "key.disable", "key.enable", "key.delete", "key.check", "secret.keep"):
            if kind not in kinds:
                raise Failure(f"the report has no {kind}")
        with open(self.report, encoding="utf-8") as file:
            if self.copied in file.read():
                raise Failure("the report has the secret")
        self.export("Audit report to read (PDF)", self.audit, picture="export")
        self.window.says("A report of")
        self.driver.picture("report-exported")
        self.done(6, f"exported the journal as CSV with {len(rows)} entries, and an audit report as PDF")

    def export(self, form, path, picture=None):
        self.window.press("Export...")
        dialog = self.driver.dialog("Export")
        dialog.choose("What", form)
        if picture:
            self.driver.picture(picture)
        dialog.press("Export to…")
        self.save_as(form, path)
        wait_for(form, lambda: os.path.exists(path))

    def step7_offline(self):
        self.page("Keys")
        self.account("All accounts")
        wait_for("the keys of all accounts", lambda: self.keys().has_row("Tour token"))
        expected = len(self.keys().rows())
        self.driver.quit()
        # The practice server ended with the window: the network is gone.
        self.start()
        wait_for("the inventory from the local store", lambda: len(self.keys().rows()) == expected, 30)
        self.window.says("As of", 30)
        self.driver.picture("offline")
        self.driver.quit()
        self.done(7, f"started again without the network: {expected} keys from the local store, marked as of when")

    # -- what the tour knows of the practice server

    def credentials(self):
        with open(os.path.join(self.profile, "practice.sqlite.credentials"), encoding="utf-8") as file:
            return json.load(file)

    def temporis_token(self):
        return self.credentials()["temporis"]

    def billed(self):
        """The predictions that the practice server has billed, as its database counts them."""
        database = sqlite3.connect(f"file:{self.profile}/practice.sqlite?mode=ro", uri=True)
        with contextlib.closing(database):
            row = database.execute("SELECT value FROM counters WHERE name = 'temporis.predictions'").fetchone()
        return row[0] if row else 0

    def save_as(self, title, path):
        dialog = self.driver.dialog(title)
        dialog.type("File name:", path)
        dialog.press("Export")

    def run(self):
        begun = time.monotonic()
        try:
            for step in (self.step1_inventory, self.step2_make_and_copy, self.step3_lifecycle, self.step3_more,
                         self.step4_revoke_and_check, self.step5_usage, self.step6_report, self.step7_offline):
                step()
        except Exception as failure:  # whatever it was, the picture of it helps
            self.driver.picture("failure")
            print(f"FAILED in {step.__name__}: {type(failure).__name__}: {failure}", file=sys.stderr)
            if os.environ.get("CHATELAINE_TOUR_DUMP"):
                for window in self.driver.windows():
                    print(f"--- {window.title}\n{window.texts()}", file=sys.stderr)
            return 1
        finally:
            self.driver.kill()
        print(f"All seven steps in {time.monotonic() - begun:.0f} s.")
        print(f"Screenshots: {self.driver.pictures}")
        print(f"Reports: {self.report} and {self.audit}")
        return 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: tour.py BIN OUT")
    sys.exit(Tour(sys.argv[1], sys.argv[2]).run())
