# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`keychain check` in the session that KEYCHAIN_SESSION names: each has an answer of its own, within five seconds."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from bench import CTL, Result

SESSION = os.environ["KEYCHAIN_SESSION"]
FINDINGS = {
    "unlocked": [],
    "locked": ["locked", "locked_at_login"],
    "no-service": ["no_service"],
    "no-bus": ["no_bus"],
    "silent": ["ignored"],
}
OWNER = """
from gi.repository import Gio, GLib
Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.secrets", Gio.BusNameOwnerFlags.NONE, None,
                 lambda *_: print("ready", flush=True), None)
GLib.MainLoop().run()
"""


class KeychainCheck(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        if SESSION == "silent":
            self.own_the_name_and_fall_silent()

    def own_the_name_and_fall_silent(self):
        owner = subprocess.Popen([sys.executable, "-c", OWNER], stdout=subprocess.PIPE, text=True)
        self.assertEqual(owner.stdout.readline().strip(), "ready")
        owner.send_signal(signal.SIGSTOP)

        def end():
            owner.kill()
            owner.wait()
            owner.stdout.close()
        self.addCleanup(end)

    def check(self, *options):
        done = subprocess.run([CTL, "--profile", self.folder.name, *options, "keychain", "check"],
                              capture_output=True, text=True, timeout=30, check=False)
        return Result(done.returncode, done.stdout, done.stderr)

    def test_what_is_the_matter_comes_in_time(self):
        self.check()  # makes the profile
        began = time.monotonic()
        result = self.check("--json")
        self.assertLess(time.monotonic() - began, 5)
        report = result.json("keychainReport")
        self.assertEqual([finding["id"] for finding in report["findings"]], FINDINGS[SESSION])
        usable = SESSION == "unlocked"
        self.assertEqual(report["usable"], usable)
        self.assertEqual(result.status, 0 if usable else 1)
        self.assertEqual([step["name"] for step in report["steps"]],
                         ["look", "write", "read", "remove"] if usable else [] if SESSION == "silent" else ["look"])
        if SESSION in ("unlocked", "locked"):
            self.assertEqual(report["backend"], "gnome-keyring-daemon")
            self.assertTrue(report["persistent"])
            self.assertEqual(report["locked"], SESSION == "locked")

    def test_people_read_the_same(self):
        text = self.check().out
        self.assertTrue(text.startswith("The keychain works." if SESSION == "unlocked" else "The keychain does not work."))
        self.assertEqual(text.count("\n- "), len(FINDINGS[SESSION]))

    def test_no_canary_stays(self):
        self.check()
        if SESSION != "unlocked":
            return
        found = subprocess.run(["secret-tool", "search", "--all", "xdg:schema", "org.qt.keychain"],
                               capture_output=True, text=True, check=False)
        self.assertNotIn("canary", found.stdout + found.stderr)
