# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks, servers and keychains that fail."""

import subprocess

from bench import CTL, CliTestCase

CREATE = ("keys", "create", "--account", "tempered", "--deliver", "stdout", "--name")


class LostAnswer(CliTestCase):
    def test_a_create_whose_answer_is_lost_is_in_doubt_and_sent_once(self):
        self.add_account("tempered", "tempered")
        self.done("sync")
        self.practice.control("POST", "/faults", {
            "system": "tempered", "method": "POST", "path": "/api/v1/org/api-keys/",
            "action": "close-after", "count": 1,
        })
        self.practice.control("DELETE", "/requests")
        self.not_done(*CREATE, "in the dark")
        self.assertEqual(len(self.practice.arrived("POST")), 1)
        doubts = self.done("--json", "operations", "list", "--state", "in_doubt")
        rows = doubts.json("operationList")["items"]
        self.assertEqual([row["name"] for row in rows], ["in the dark"])
        self.done("sync")
        self.assertEqual(len(self.keys("--search", "in the dark")), 1)
        rows = self.done("--json", "operations", "list").json("operationList")["items"]
        lost = [row for row in rows if row.get("name") == "in the dark"][0]
        self.assertEqual(lost["candidates"], [self.key("in the dark")["ref"]])

    def test_bad_answers_are_errors_and_nothing_is_lost(self):
        self.add_account("steady", "confident-ai")
        self.done("sync", "steady")
        before = self.keys("--account", "steady")
        for action in ("status:500", "html", "wrong-types", "redirect", "cut"):
            with self.subTest(action):
                self.practice.control(
                    "POST", "/faults", {"system": "confident-ai", "action": action, "count": -1}
                )
                result = self.not_done("--json", "sync", "steady")
                synced = result.json("syncList")
                self.assertFalse(synced["complete"])
                self.practice.control("DELETE", "/faults")
                self.assertEqual(self.keys("--account", "steady"), before)


class Killed(CliTestCase):
    def test_a_create_that_was_killed_is_in_doubt(self):
        self.add_account("killed", "confident-ai")
        self.done("sync", "killed")
        self.practice.control("DELETE", "/requests")
        self.practice.control("POST", "/faults", {
            "system": "confident-ai", "method": "POST", "action": "hang", "count": 1,
        })
        create = ("keys", "create", "--account", "killed", "--name", "cut off", "--deliver", "stdout")
        process = subprocess.Popen([CTL, "--profile", self.profile, *create])
        while not self.practice.arrived("POST"):
            self.assertIsNone(process.poll())
        process.kill()
        process.wait()

        listed = self.done("--json", "operations", "list", "--state", "in_doubt")
        self.assertIn("ended without an answer", listed.err)
        names = [row["name"] for row in listed.json("operationList")["items"]]
        self.assertIn("cut off", names)


class Offline(CliTestCase):
    def test_the_inventory_is_listed_with_the_network_gone(self):
        self.add_account("tempered", "tempered")
        self.done("sync")
        before = self.done("--json", "keys", "list").json("keyList")
        self.assertTrue(before["complete"])
        self.assertGreater(len(before["items"]), 5)
        self.practice.stop()

        after = self.done("--json", "keys", "list").json("keyList")
        self.assertEqual(after, before)
        self.assertIn("As of", self.done("keys", "list").err)
        self.not_done("sync")
        after = self.done("--json", "keys", "list").json("keyList")
        self.assertEqual(after["items"], before["items"])
        self.assertEqual(after["asOf"], before["asOf"])
        self.assertEqual(self.error("keys", "revoke", "CI pipeline", "--yes")["kind"], "network")
