# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What chatelainectl has in its memory of a created secret and of an admin credential."""

import json
import os
import resource
import signal
import subprocess
import time

from bench import CTL, SECONDS, CliTestCase
from figures import Figures, copies_in_memory

# Takes the secret, closes its input, and stays until it is told to end.
HOLDER = """#!/bin/sh
cat > "{folder}/taken.part"
exec < /dev/null
mv "{folder}/taken.part" "{folder}/taken"
while [ ! -e "{folder}/end" ]; do sleep 0.05; done
rm "{folder}/taken"
"""


class Memory(CliTestCase):
    practice_options = ("--tls",)  # where most copies are made

    def add_account(self, name, system):
        self.done("accounts", "add", name, "--provider", system, "--url", self.practice.url(system),
                  "--ca", self.practice.ready["ca"], "--credential", "keychain",
                  secret_input=self.practice.credential(system))

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def set_up_destination(self):
        with open(self.path("holder"), "w", encoding="utf-8") as file:
            file.write(HOLDER.format(folder=self.folder.name))
        os.chmod(self.path("holder"), 0o700)
        os.makedirs(os.path.join(self.profile, "destinations"), exist_ok=True)
        with open(os.path.join(self.profile, "destinations", "holder.json"), "w",
                  encoding="utf-8") as file:
            json.dump({"format": 1, "id": "holder", "name": "Holder", "place": "held",
                       "check": [{"run": ["true"], "else": "There is no true."}],
                       "deliver": [self.path("holder")], "seconds": SECONDS}, file)

    def while_delivering(self, account, *arguments):
        """A process that made a key, one second after its secret was delivered and the input of the
        program that got it was closed, while that program still runs; and the secret."""
        for name in ("end", "taken"):
            if os.path.exists(self.path(name)):
                os.remove(self.path(name))
        process = subprocess.Popen(
            [CTL, "--profile", self.profile, "keys", "create", "--account", account, *arguments,
             "--deliver", "command:holder"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        while not os.path.exists(self.path("taken")):
            self.assertIsNone(process.poll(), "it ended")
            time.sleep(0.02)
        with open(self.path("taken"), encoding="utf-8") as file:
            secret = file.read()
        time.sleep(1)  # the second that the figure names
        self.assertIsNone(process.poll())
        return process, secret

    def end(self, process):
        with open(self.path("end"), "w", encoding="utf-8"):
            pass
        self.assertEqual(process.wait(SECONDS), 0, process.stdout.read())

    def test_a_crash_leaves_no_core(self):
        self.set_up_destination()
        self.add_account("crashing", "tempered")
        self.done("sync", "crashing")
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))  # the most that a careless system allows
        process, _ = self.while_delivering("crashing", "--name", "crash")
        with open(f"/proc/{process.pid}/limits", encoding="utf-8") as limits:
            allowed = next(line.split()[4:6] for line in limits if line.startswith("Max core file"))
        self.assertEqual(allowed, ["0", "0"])
        process.send_signal(signal.SIGABRT)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -signal.SIGABRT
        self.assertTrue(os.WIFSIGNALED(status))
        figures = Figures()
        figures.count("core dumps of chatelainectl", ["as the system says"] if os.WCOREDUMP(status) else [])
        figures.expect_none(self)
        with open(self.path("end"), "w", encoding="utf-8"):
            pass  # the destination's program outlived it

    def test_nothing_is_left_in_memory(self):
        figures = Figures()
        self.set_up_destination()
        for account, arguments in (("tempered", ()),
                                   ("confident-ai", ("--kind", "organization"))):
            with self.subTest(account):
                self.add_account(account, account)
                self.done("sync", account)
                process, secret = self.while_delivering(account, "--name", "held", *arguments)
                figures.count("copies of a created secret in chatelainectl",
                              copies_in_memory(process.pid, secret))
                figures.count("copies of an admin credential outside the locked heap",
                              copies_in_memory(process.pid, self.practice.credential(account),
                                               but_heap_for_secrets=True))
                # The control: the scanner finds what is there.
                self.assertTrue(copies_in_memory(process.pid, "chatelainectl"))
                self.end(process)
        figures.expect_none(self)
