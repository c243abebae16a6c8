# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the real window leaves of its secrets where others could look: memory, logs, files, pictures, a core dump: secrecy.py BIN OUT

Runs inside with-display and with-keyring, with every log category on, as a user who may read the memory of the application.
"""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "security")]
from driver import Driver, Failure, descend, showing, wait_for  # noqa: E402
from figures import Figures, copies_in, copies_in_memory  # noqa: E402

ACCOUNT = "Tempered (practice)"
ADMIN_IN_MEMORY = "copies of an admin credential in chatelaine outside the locked heap"
DRAWN = "secrets drawn in pictures after their dialog was closed"
LOGGED = "secrets in the logs of chatelaine, all categories on"
FILED = "secrets in files of the window's profile"
DUMPED = "core dumps of chatelaine"


class Picture:
    """The pixels of a picture, row by row."""

    def __init__(self, path):
        size = subprocess.run(["identify", "-format", "%w %h", path], check=True, capture_output=True, text=True).stdout
        self.width, self.height = (int(word) for word in size.split())
        self.pixels = subprocess.run(["convert", path, "-depth", "8", "rgb:-"], check=True, capture_output=True).stdout

    def row(self, y, left, width):
        begin = 3 * (y * self.width + left)
        return self.pixels[begin:begin + 3 * width]

    def tell_tale_rows(self, box):
        """The rows of a part that have the most edges: what is drawn there, as it would be drawn again."""
        def edges(row):
            return sum(row[i:i + 3] != row[i + 3:i + 6] for i in range(0, len(row) - 3, 3))
        rows = [self.row(y, box.x, box.width) for y in range(box.y, box.y + box.height)]
        best = sorted(rows, key=edges, reverse=True)[:3]
        if edges(best[-1]) < 20:
            raise Failure("nothing is drawn where the secret should be")
        return best


class Secrecy:
    def __init__(self, programs, out):
        self.programs = programs
        self.profile = tempfile.mkdtemp(prefix="profile.", dir=os.environ["HOME"])
        self.folder = tempfile.mkdtemp(prefix="cores.", dir=os.environ["HOME"])
        self.log = os.path.join(self.folder, "log")
        self.driver = Driver(os.path.join(out, "screenshots"))
        self.figures = Figures()
        self.window = None
        self.secret = None
        self.rows = None
        self.typed = None
        self.others = []

    @property
    def pid(self):
        return self.driver.process.pid

    def start(self):
        # The most that a careless system could allow.
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
        with open(self.log, "wb") as log:
            self.driver.process = subprocess.Popen(
                [os.path.join(self.programs, "chatelaine"), "--profile", self.profile], cwd=self.folder,
                env={**os.environ, "QT_LOGGING_RULES": "*=true", "QT_LOGGING_TO_CONSOLE": "1"}, stderr=log)
        self.window = self.driver.main_window()

    def credentials(self):
        with open(os.path.join(self.profile, "practice.sqlite.credentials"), encoding="utf-8") as file:
            return {system: value for system, value in json.load(file).items() if value}

    def connect(self):
        self.window.press("Explore with the practice server")
        tree = wait_for("the accounts", lambda: self.window.table("Accounts"), 60)
        tree.row_with(ACCOUNT, seconds=60)
        self.window.says("Ready", 60)
        time.sleep(1)  # the second that the figure names
        for value in self.credentials().values():
            self.figures.count(ADMIN_IN_MEMORY, copies_in_memory(self.pid, value, but_heap_for_secrets=True))
        if not copies_in_memory(self.pid, "Tempered (practice)"):
            raise Failure("the scanner does not find what is there")

    def connect_by_hand(self):
        """An account whose credential a person types."""
        server = subprocess.Popen([os.path.join(self.programs, "chatelaine-practice"), "--until-eof"],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.others.append(server)
        system = json.loads(server.stdout.readline())["tempered"]
        self.typed = system["credential"]
        self.window.menu("Connect an account")
        dialog = self.driver.dialog("Connect an account")
        dialog.choose("Provider", "Tempered")
        dialog.type("Address", system["baseUrl"])
        dialog.type("Name of the account", "By hand")
        dialog.click(dialog.find("password text"))
        subprocess.run(["xdotool", "type", "--delay", "5", self.typed], check=True)
        dialog.press(prefix="Connect")
        self.driver.gone("Connect an account", 40)
        self.window.table("Accounts").row_with("By hand", seconds=30)
        self.window.says("Ready", 60)
        time.sleep(1)
        self.figures.count(ADMIN_IN_MEMORY, copies_in_memory(self.pid, self.typed, but_heap_for_secrets=True))

    def held(self):
        """The secret as the keyring has it, asked from outside."""
        search = subprocess.run(["secret-tool", "search", "--all", "xdg:schema", "org.qt.keychain"],
                                capture_output=True, text=True, check=True)
        attributes = search.stdout + search.stderr
        user = re.search(r"attribute\.user = (held/\S+)", attributes).group(1)
        service = re.search(r"attribute\.server = (\S+)", attributes).group(1)
        return subprocess.run(["secret-tool", "lookup", "user", user, "server", service],
                              capture_output=True, text=True, check=True).stdout

    def reveal_a_secret(self):
        tree = self.window.table("Accounts")
        tree.select(tree.row_with(ACCOUNT))
        self.window.press("New key")
        dialog = self.driver.dialog("New key")
        dialog.type("Name", "Seen key")
        dialog.press('Create key "Seen key"')
        dialog = self.driver.dialog('Secret of "Seen key"')
        self.secret = self.held()
        hidden = Picture(self.driver.picture("hidden"))
        dialog.press("Reveal")
        node = wait_for("the revealed secret", lambda: next(
            (node for node in descend(dialog.node) if showing(node) and self.secret in (node.description or "")), None))
        box = node.queryComponent().getExtents(0)
        drawn = Picture(self.driver.picture("revealed"))
        self.rows = drawn.tell_tale_rows(box)
        if not all(row in drawn.pixels for row in self.rows) or any(row in hidden.pixels for row in self.rows):
            raise Failure("what is drawn of the secret cannot be told from the rest")
        dialog.press("Keep in keychain")
        dialog.says("Kept in the keychain")
        dialog.press("Close")
        self.driver.gone("Secret of")

    def look_at_pictures(self):
        pages = self.window.table("Pages")
        for page in ("Keys", "Journal", "Webhooks"):
            self.window.click(next(node for node in pages.node if node is not None and node.name == page))
            self.window.table("Accounts")
            picture = Picture(self.driver.picture(f"closed-{page}"))
            self.figures.count(DRAWN, [page for row in self.rows if row in picture.pixels])

    def end_by_a_fault(self):
        """A crash leaves no core, however much the system allows."""
        with open(f"/proc/{self.pid}/limits", encoding="utf-8") as limits:
            allowed = next(line for line in limits if line.startswith("Max core file size")).split()
        self.figures.count(DUMPED, [] if allowed[4:6] == ["0", "0"] else [" ".join(allowed)])
        os.kill(self.pid, signal.SIGABRT)
        _, status = os.waitpid(self.pid, 0)
        self.driver.process.returncode = -signal.SIGABRT
        cores = [name for name in os.listdir(self.folder) if name != "log"]
        self.figures.count(DUMPED, cores + (["as the system says"] if os.WCOREDUMP(status) else []))
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        if hard:  # the control: another program would have left one
            other = subprocess.Popen(["sleep", "600"], cwd=self.folder)
            other.send_signal(signal.SIGABRT)
            _, status = os.waitpid(other.pid, 0)
            other.returncode = -signal.SIGABRT
            if not os.WCOREDUMP(status):
                raise Failure("no program leaves a core here: that proves nothing")

    def look_at_files(self):
        secrets = [self.secret, self.typed, *self.credentials().values()]
        with open(self.log, "rb") as file:
            log = file.read()
        if b"qt." not in log or b"chatelaine." not in log:
            raise Failure("the log does not have all categories")
        self.figures.count(LOGGED, [form for secret in secrets for form in copies_in(log, secret)])
        self.figures.count(FILED)
        for folder, _, names in os.walk(self.profile):
            for name in names:
                if name.startswith("practice"):  # the vendor's own side
                    continue
                with open(os.path.join(folder, name), "rb") as file:
                    content = file.read()
                self.figures.count(FILED, [f"{form} in {name}" for secret in secrets
                                           for form in copies_in(content, secret)])

    def run(self):
        try:
            for step in (self.start, self.connect, self.connect_by_hand, self.reveal_a_secret, self.look_at_pictures, self.end_by_a_fault,
                         self.look_at_files):
                step()
        except Exception as failure:  # whatever it was, the picture of it helps
            self.driver.picture("failure")
            print(f"FAILED in {step.__name__}: {type(failure).__name__}: {failure}", file=sys.stderr)
            return 1
        finally:
            self.driver.kill()
            for other in self.others:
                other.kill()
                other.wait()
        self.figures.tell()
        return 1 if any(self.figures.counts.values()) and not print(self.figures.cases, file=sys.stderr) else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: secrecy.py BIN OUT")
    sys.exit(Secrecy(sys.argv[1], sys.argv[2]).run())
