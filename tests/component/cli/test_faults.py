# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks, servers and keychains that fail."""

import json
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

        # What became of it is said once, by a person.
        settle = ("operations", "settle", lost["id"], "--as")
        self.assertIn(lost["id"], self.done("operations", "list").out)
        self.not_done(*settle, "perhaps", status=2)
        self.assertEqual(self.error("operations", "settle", "nobody", "--as", "done")["kind"],
                         "not_found")
        wrong = self.error(*settle, "done", "--key", "tempered/other")
        self.assertEqual(wrong["kind"], "conflict")
        self.assertIn(lost["candidates"][0], wrong["message"])
        settled = self.done("--json", *settle, "done", "--key", lost["candidates"][0])
        self.assertEqual(settled.json("operation")["state"], "settled")
        self.assertEqual(self.error(*settle, "not-done")["kind"], "not_found")
        entries = [json.loads(line) for line in self.done("--json", "audit", "list").out.splitlines()]
        said = [entry for entry in entries if entry.get("operation") == lost["id"]][-1]
        self.assertEqual((said["outcome"], said["detail"]["effect"]), ("settled", 1))

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


class Unproven(CliTestCase):
    def test_a_revocation_that_the_list_does_not_show_is_not_done(self):
        self.add_account("tempered", "tempered")
        self.done("sync")
        self.practice.control("POST", "/faults", {
            "system": "tempered", "method": "POST", "action": "html", "count": 1,
        })
        result = self.ctl("--json", "keys", "revoke", "CI pipeline", "--yes")
        self.assertEqual(result.status, 1, result.err)
        self.assertFalse(result.json("keyChange")["verified"])
        self.assertEqual(self.key("CI pipeline")["state"], "active")
        entries = [json.loads(line) for line in self.done("--json", "audit", "list").out.splitlines()]
        self.assertEqual(
            [entry["outcome"] for entry in entries if entry["kind"] == "key.revoke"],
            ["intended", "accepted"],
        )
        again = self.done("keys", "revoke", "CI pipeline", "--yes")
        self.assertIn("Revoked", again.out)

    def test_an_update_that_is_not_shown_is_not_done(self):
        self.add_account("tempo", "tempo")
        self.done("sync", "tempo")
        self.create("--account", "tempo", "--project", "Halden Freight/Settlement", "--name",
                    "narrow", "--environment", "production")
        self.practice.control("POST", "/faults", {
            "system": "tempo", "method": "PATCH", "action": "html", "count": 1,
        })
        result = self.ctl("--json", "keys", "update", "tempo/narrow", "--set",
                          "allowedIps=203.0.113.7")
        self.assertEqual(result.status, 1, result.err)
        self.assertFalse(result.json("keyChange")["verified"])


class Killed(CliTestCase):
    def kill_during(self, system, method, arguments, path=None):
        """Runs a command and kills it while the answer to its first such request is awaited."""
        self.practice.control("DELETE", "/requests")
        fault = {"system": system, "method": method, "action": "hang", "count": 1}
        if path:
            fault["path"] = path
        self.practice.control("POST", "/faults", fault)
        process = subprocess.Popen(
            [CTL, "--profile", self.profile, *arguments], stdout=subprocess.DEVNULL
        )
        while not any(row["fault"] == "hang" for row in self.practice.arrived(method)):
            self.assertIsNone(process.poll())
        process.kill()
        process.wait()

    def doubts(self):
        listed = self.done("--json", "operations", "list", "--state", "in_doubt")
        return listed, listed.json("operationList")["items"]

    def replacements(self):
        return self.done("--json", "replacements", "list").json("replacementList")["items"]

    def test_a_create_that_was_killed_is_in_doubt(self):
        self.add_account("killed", "confident-ai")
        self.done("sync", "killed")
        create = ("keys", "create", "--account", "killed", "--name", "cut off", "--deliver", "stdout")
        self.kill_during("confident-ai", "POST", create)
        listed, rows = self.doubts()
        self.assertIn("ended without an answer", listed.err)
        self.assertIn("cut off", [row["name"] for row in rows])

    def test_a_rotation_that_was_killed_can_be_made_again(self):
        self.add_account("rotating", "confident-ai")
        self.done("sync", "rotating")
        self.create("--account", "rotating", "--name", "turned")
        rotate = ("keys", "rotate", "rotating/turned", "--deliver", "keychain", "--yes")
        self.kill_during("confident-ai", "POST", rotate)
        meanings = [row["meaning"] for row in self.doubts()[1] if row["verb"] == "rotate"]
        self.assertEqual(len(meanings), 1)
        self.assertIn("rotate the key again".lower(), meanings[0].lower())
        self.done(*rotate)
        self.assertNotIn("rotate", [row["verb"] for row in self.doubts()[1]])
        self.done("keys", "check", "rotating/turned")

    def test_a_replacement_that_was_killed_in_the_making_waits_for_the_doubt(self):
        self.add_account("making", "tempered")
        self.done("sync", "making")
        self.create("--account", "making", "--name", "half made", "--scope", "eval")
        ref = self.key("making/half made")["ref"]
        self.kill_during("tempered", "POST", ("keys", "replace", ref, "--deliver", "keychain",
                                              "--yes"))
        waiting = [row for row in self.replacements() if row["oldKey"]["ref"] == ref]
        self.assertEqual([row["step"] for row in waiting], ["making"])
        self.assertEqual(waiting[0]["canGoOn"], False)
        self.not_done("replacements", "resume", waiting[0]["id"], "--deliver", "keychain", "--yes")
        self.assertEqual(self.key(ref)["state"], "active")
        self.done("replacements", "abandon", waiting[0]["id"])

    def test_a_replacement_that_was_killed_at_the_end_is_finished(self):
        self.add_account("ending", "tempo")
        self.done("sync", "ending")
        self.create("--account", "ending", "--project", "Halden Freight/Settlement", "--name",
                    "nearly gone", "--environment", "sandbox")
        ref = self.key("ending/nearly gone")["ref"]
        self.kill_during("tempo", "DELETE", ("keys", "replace", ref, "--deliver", "keychain",
                                             "--yes"))
        waiting = [row for row in self.replacements() if row["oldKey"]["ref"] == ref]
        self.assertEqual([row["step"] for row in waiting], ["retiring"])
        self.done("replacements", "resume", waiting[0]["id"], "--yes")
        self.assertEqual(self.key(ref)["state"], "deleted")
        self.assertEqual([row for row in self.replacements() if row["oldKey"]["ref"] == ref], [])
        self.done("keys", "check", waiting[0]["newKey"]["ref"])


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
