# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One change of many keys, and whose keys leaked values are."""

import subprocess

from bench import CTL, CliTestCase


class Bulk(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        bench = cls()
        bench.add_account("many", "tempered")
        bench.add_account("other", "confident-ai")
        bench.done("sync")

    def make(self, *names):
        return [self.create("--account", "many", "--name", name) for name in names]

    def bulk(self, *arguments, status=0, **more):
        """The document of a run that ends, or stands still."""
        result = self.ctl("--json", "bulk", *arguments, **more)
        self.assertEqual(result.status, status, result.err)
        return result.json("bulkRun")

    def revocations(self):
        return [row["path"] for row in self.practice.arrived("POST")
                if row["path"].endswith("/revoke/")]

    def states(self, search):
        return {key["name"]: key["state"] for key in self.keys("--search", search)}

    def test_named_keys_are_revoked(self):
        self.make("named one", "named two")
        run = self.bulk("revoke", "many/named one", "named two", "--yes")
        self.assertEqual(run["counts"], {"succeeded": 2})
        self.assertEqual(self.states("named"), {"named one": "revoked", "named two": "revoked"})
        listed = self.done("--json", "bulk", "list").json("bulkList")["items"]
        self.assertIn(run["id"], [row["id"] for row in listed])
        shown = self.bulk("show", run["id"])
        self.assertEqual(shown["items"], run["items"])

    def test_the_search_result_and_what_is_left_alone(self):
        self.make("found one", "found two", "found three")
        self.change("revoke", "found two")
        disabled = self.error("bulk", "disable", "--search", "found", "--yes")
        self.assertEqual(disabled["kind"], "invalid_request")
        run = self.bulk("revoke", "--search", "found", "--yes")
        self.assertEqual(run["counts"], {"succeeded": 2, "skipped": 1})
        left = [row for row in run["items"] if row["state"] == "skipped"]
        self.assertEqual([row["name"] for row in left], ["found two"])

    def test_leaked_values_are_matched_here_alone(self):
        secrets = self.make("leaked one", "leaked two", "kept safe")
        self.done("keys", "create", "--account", "many", "--name", "in the chain",
                  "--deliver", "keychain")
        before = len(self.practice.arrived("POST")) + len(self.practice.arrived("GET"))
        pasted = f'  "{secrets[0]}",\n{secrets[1]}\n\nnothing-like-a-key\n'
        listed = self.ctl("--json", "keys", "identify", secret_input=pasted)
        self.assertEqual(listed.status, 1)  # one is unknown
        found = listed.json("leakList")["items"]
        self.assertEqual([row["certainty"] for row in found], ["likely", "likely", "unknown"])
        self.assertEqual([[key["name"] for key in row["candidates"]] for row in found],
                         [["leaked one"], ["leaked two"], []])
        after = len(self.practice.arrived("POST")) + len(self.practice.arrived("GET"))
        self.assertEqual(after, before)  # nothing left the machine

        nothing = self.error("bulk", "revoke", "--leaked-stdin", "--yes", secret_input=pasted)
        self.assertEqual(nothing["kind"], "not_found")
        run = self.bulk("revoke", "--leaked-stdin", "--likely", "--yes", secret_input=pasted)
        self.assertEqual(run["counts"], {"succeeded": 2})
        self.assertEqual(self.states("leaked"), {"leaked one": "revoked", "leaked two": "revoked"})
        self.assertEqual(self.states("kept safe"), {"kept safe": "active"})

    def test_the_accounts_own_credential_is_proven_and_guarded(self):
        credential = self.practice.credential("tempered")
        listed = self.done("--json", "keys", "identify", secret_input=credential)
        match = listed.json("leakList")["items"][0]
        self.assertEqual(match["certainty"], "proven")
        error = self.error("bulk", "revoke", "--leaked-stdin", "--yes", secret_input=credential)
        self.assertEqual(error["kind"], "invalid_request")

    def test_nothing_is_done_unasked_or_unclearly(self):
        self.make("unasked")
        self.not_done("bulk", "revoke", "unasked", status=2)
        self.not_done("bulk", "revoke", "--yes", status=2)
        self.not_done("bulk", "revoke", "unasked", "--search", "un", "--yes", status=2)
        self.not_done("bulk", "revoke", "unasked", "--likely", "--yes", status=2)
        self.assertEqual(self.states("unasked"), {"unasked": "active"})

    def test_a_person_types_the_number_of_many(self):
        names = [f"typed {number}" for number in range(11)]
        self.make(*names)
        few = self.on_terminal(("bulk", "revoke", *names[:2]), [("Type yes to go on:", "no")])
        self.assertEqual(few.status, 1)
        many = ("bulk", "revoke", *names)
        wrong = self.on_terminal(many, [("Type their number to go on:", "yes")])
        self.assertEqual(wrong.status, 1)
        self.assertEqual(set(self.states("typed").values()), {"active"})
        right = self.on_terminal(many, [("Type their number to go on:", "11")])
        self.assertEqual(right.status, 0, right.err)
        self.assertIn("many: 11", right.err)
        self.assertEqual(set(self.states("typed").values()), {"revoked"})

    def test_a_killed_run_is_gone_on_with_or_dropped(self):
        for step in ("resume", "drop"):
            with self.subTest(step):
                names = [f"{step} {number}" for number in range(8)]
                self.make(*names)
                self.practice.control("DELETE", "/requests")
                self.practice.control("POST", "/faults", {
                    "system": "tempered", "method": "POST", "action": "hang", "count": 1})
                process = subprocess.Popen(
                    [CTL, "--profile", self.profile, "bulk", "revoke", *names, "--yes"],
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                while not any(row.get("fault") == "hang" for row in self.practice.arrived("POST")):
                    self.assertIsNone(process.poll())
                process.kill()
                process.wait()
                self.practice.control("DELETE", "/faults")
                runs = self.done("--json", "bulk", "list").json("bulkList")["items"]
                left = [row for row in runs if "endedAt" not in row]
                self.assertEqual(len(left), 1)
                self.assertFalse(left[0]["isBeingDone"])
                yes = ("--yes",) if step == "resume" else ()
                run = self.bulk(step, left[0]["id"], *yes, status=1)  # one is in doubt
                self.assertIn("endedAt", run)
                self.assertGreaterEqual(run["counts"]["in_doubt"], 1)
                self.assertEqual(sum(run["counts"].values()), len(names))
                sent = self.revocations()
                self.assertEqual(len(sent), len(set(sent)))
                self.not_done("bulk", "drop", left[0]["id"])


class Undeclared(CliTestCase):
    def test_keys_without_the_verb_are_named_before(self):
        self.add_account("other", "confident-ai")
        self.done("sync")
        error = self.not_done("bulk", "revoke", "--account", "other", "--yes")
        self.assertIn("does not offer this", error.err)
