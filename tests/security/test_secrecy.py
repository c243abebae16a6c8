# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job with every log on: no secret is anywhere but where it belongs."""

import json
import os
import subprocess
import threading

from bench import CTL, SECONDS, CliTestCase
from figures import Figures, copies_in

LOGS = {"QT_LOGGING_RULES": "*=true", "QT_LOGGING_TO_CONSOLE": "1"}


class Watcher:
    """Collects the command lines and the environments of all processes that appear under ours."""

    def __init__(self):
        self.seen = {"command line": set(), "environment": set()}
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch)

    def watch(self):
        known = set(os.listdir("/proc"))
        while not self.ended.wait(0.002):
            for pid in os.listdir("/proc"):
                if pid.isdigit() and pid not in known:
                    self.look_at(pid)

    def look_at(self, pid):
        for what, name in (("command line", "cmdline"), ("environment", "environ")):
            try:
                with open(f"/proc/{pid}/{name}", "rb") as file:
                    self.seen[what].add(file.read())
            except OSError:
                pass  # it has ended

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


class Secrecy(CliTestCase):
    def run_logged(self, *arguments, given=None, status=0):
        done = subprocess.run(
            [CTL, "--profile", self.profile, *arguments], env={**os.environ, **LOGS},
            input=(given or "").encode(), capture_output=True, timeout=SECONDS, check=False)
        self.logs.append(done.stderr)
        self.assertEqual(done.returncode, status, done.stderr.decode()[-2000:])
        return done.stdout

    def created(self, account, *arguments):
        """Makes a key; its secret, which may stand on standard output."""
        out = self.run_logged("keys", "create", "--account", account, *arguments,
                              "--deliver", "stdout")
        return out.decode().rstrip("\n")

    def main_job(self):
        """Connect, sync, make, deliver, rotate, identify, revoke, export; gives all secrets."""
        secrets = []
        for account in ("tempered", "confident-ai", "tempo"):
            credential = self.practice.credential(account)
            secrets.append(credential)
            self.run_logged("accounts", "add", account, "--provider", account, "--url",
                            self.practice.url(account), "--credential", "keychain",
                            given=credential)
        self.run_logged("sync")
        organization = ("--kind", "organization")
        secrets.append(self.created("tempered", "--name", "shown"))
        secrets.append(self.created("confident-ai", *organization, "--name", "turned"))
        secrets.append(self.run_logged("keys", "rotate", "turned", "--deliver", "stdout",
                                       "--yes").decode().rstrip("\n"))
        target = os.path.join(self.folder.name, "delivered")
        self.run_logged("keys", "create", "--account", "tempered", "--name", "filed",
                        "--deliver", "file:" + target)
        with open(target, encoding="utf-8") as file:
            secrets.append(file.read())
        os.remove(target)
        # 1: the secret before the rotation is nobody's any more.
        identified = self.run_logged("--json", "keys", "identify", given="\n".join(secrets),
                                     status=1)
        self.outputs.append(identified)
        for arguments in (("keys", "revoke", "shown", "--yes"),
                          ("bulk", "revoke", "filed", "--yes"),
                          ("audit", "list"), ("--json", "keys", "list"), ("operations", "list"),
                          ("audit", "export", "--format", "csv", "--output",
                           os.path.join(self.folder.name, "report.csv"))):
            self.outputs.append(self.run_logged(*arguments))
        return secrets

    def files(self):
        for root, _, names in os.walk(self.folder.name):
            for name in names:
                with open(os.path.join(root, name), "rb") as file:
                    yield name, file.read()

    def test_no_secret_is_anywhere(self):
        self.logs, self.outputs = [], []
        with Watcher() as watcher:
            secrets = self.main_job()
        self.assertEqual(len(set(secrets)), 7)
        self.assertTrue(any(b"chatelaine" in log for log in self.logs))  # they were on
        self.assertGreater(len(watcher.seen["command line"]), 10)
        files = list(self.files())
        for wanted in ("chatelaine.sqlite", "report.csv"):
            self.assertIn(wanted, [name for name, _ in files])
        places = {
            "logs": [("a log", log) for log in self.logs],
            "journal, lists and reports": [("an output", out) for out in self.outputs],
            "files of the profile, and exports": files,
            "command lines": [("one", line) for line in watcher.seen["command line"]],
            "environments": [("one", block) for block in watcher.seen["environment"]],
            "URLs": [("a request", json.dumps([row["path"], row["query"]]).encode())
                     for row in self.practice.control("GET", "/requests")["requests"]],
        }
        figures = Figures()
        for place, contents in places.items():
            figures.count("secrets in " + place, [
                f"{form} in {name}" for name, content in contents for secret in secrets
                for form in copies_in(content, secret)])
        figures.expect_none(self)
