# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Creates at a server that closes, resets, drips or hangs: none arrives twice."""

import subprocess
import time

from bench import CTL, CliTestCase
from figures import LONG, Figures

# What has its answer or its end soon; the others take until the deadline of a request.
PROMPT = ("close-before", "close-after", "cut", "reset")
SLOW = ("drip", "hang")
PLACES = (
    ("tempered", "/api/v1/org/api-keys/", ()),
    ("confident-ai", "*", ("--kind", "organization")),
)


class Arrivals(CliTestCase):
    def arrivals(self, system, path, kind, action, patience):
        """How often a create arrives; waits for the program at most so many seconds."""
        self.practice.control("DELETE", "/requests")
        self.practice.control("DELETE", "/faults")
        self.practice.control("POST", "/faults", {
            "system": system, "method": "POST", "path": path, "action": action, "count": -1})
        process = subprocess.Popen(
            [CTL, "--profile", self.profile, "keys", "create", "--account", system, *kind,
             "--name", action, "--deliver", "keychain"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        return len(self.practice.arrived("POST"))

    def test_a_create_arrives_once(self):
        figures = Figures()
        figures.count("creates that arrive twice")
        for system, path, kind in PLACES:
            self.add_account(system, system)
            self.done("sync", system)
            for action in PROMPT + SLOW:
                with self.subTest(system=system, action=action):
                    started = time.monotonic()
                    patience = 150 if LONG or action in PROMPT else 4
                    arrived = self.arrivals(system, path, kind, action, patience)
                    self.assertGreaterEqual(arrived, 1)
                    self.assertLess(time.monotonic() - started, 140)
                    figures.count("creates that arrive twice", [f"{system} {action}"] * (arrived - 1))
        figures.expect_none(self)
