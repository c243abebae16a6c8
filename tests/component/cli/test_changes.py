# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Containers, webhooks, new secrets and replacements, from a terminal."""

import json
import os
import subprocess

from bench import CTL, SECONDS, CliTestCase


class NewSecrets(CliTestCase):
    def test_a_key_is_rotated(self):
        self.add_account("confident", "confident-ai")
        self.done("sync", "confident")
        first = self.create("--account", "confident", "--name", "to-rotate")
        rotate = ("keys", "rotate", "to-rotate")
        self.not_done(*rotate, "--deliver", "stdout", status=2)  # nobody there to be asked
        result = self.done("--json", *rotate, "--grace", "24h", "--deliver", "stdout", "--yes",
                           delivers=True)
        document = result.json("rotatedKeyWithSecret")
        self.secrets.add(document["secret"])
        self.assertNotEqual(document["secret"], first)
        self.assertEqual(document["state"], "rotating")
        self.assertIn("outgoingUntil", document)
        self.assertEqual(self.verdict("to-rotate", document["secret"]), "accepted")
        self.assertEqual(self.verdict("to-rotate", first), "accepted")

        result = self.done("--json", *rotate, "--deliver", "keychain", "--yes")
        self.assertNotIn("outgoingUntil", result.json("rotatedKey"))
        self.assertEqual(self.verdict("to-rotate", first), "refused")
        self.assertEqual(self.done("--json", "keys", "check", "to-rotate").json("keyCheck")
                         ["verdict"], "accepted")

    def test_a_lost_answer_says_what_may_be_the_case(self):
        self.add_account("doubt", "confident-ai")
        self.done("sync", "doubt")
        self.create("--account", "doubt", "--name", "in-doubt")
        self.practice.control("POST", "/faults", {"system": "confident-ai", "method": "POST",
                                                  "action": "close-after", "count": 1})
        rotate = ("keys", "rotate", "doubt/in-doubt", "--deliver", "keychain", "--yes")
        self.not_done(*rotate)
        doubts = ("operations", "list", "--state", "in_doubt")
        listed = self.done("--json", *doubts).json("operationList")["items"]
        self.assertEqual([row["verb"] for row in listed], ["rotate"])
        self.assertIn("new one lost", listed[0]["meaning"])
        self.assertIn("new one lost", self.done(*doubts).err)
        self.done(*rotate)
        self.assertEqual(self.done("--json", *doubts).json("operationList")["items"], [])

    def test_what_a_key_may_do_is_changed(self):
        self.add_account("tempo", "tempo")
        self.done("sync", "tempo")
        self.create("--account", "tempo", "--project", "Halden Freight/Settlement", "--name",
                    "narrow", "--environment", "production")
        update = ("keys", "update", "tempo/narrow", "--set")
        changed = self.done("--json", *update, "allowedIps=203.0.113.7").json("keyChange")
        self.assertEqual(changed["verb"], "update")
        self.assertIn("203.0.113.7", self.done("keys", "show", "tempo/narrow").out)
        self.not_done(*update, "nothing=1", status=2)

    def test_snippets_have_no_secret(self):
        self.add_account("snippets", "tempered")
        self.done("sync", "snippets")
        secret = self.create("--account", "snippets", "--name", "snippet", "--scope", "eval")
        shown = self.done("--json", "keys", "snippet", "snippets/snippet").json("snippets")
        self.assertTrue(shown["environmentVariable"])
        languages = [row["language"] for row in shown["snippets"]]
        self.assertGreaterEqual(len(languages), 4)
        one = self.done("keys", "snippet", "snippets/snippet", "--language", languages[0]).out
        self.assertIn(shown["environmentVariable"], one)
        self.assertNotIn(secret, one)
        self.not_done("keys", "snippet", "snippets/snippet", "--language", "cobol", status=2)


class Lanes(CliTestCase):
    def test_a_check_tells_lane_and_limits(self):
        self.add_account("lanes", "tempo")
        self.done("sync", "lanes")
        secret = self.create("--account", "lanes", "--project", "Halden Freight/Settlement",
                             "--name", "counted", "--environment", "production", "--scope",
                             "data:read")
        check = ("keys", "check", "lanes/counted", "--secret-stdin")
        self.practice.control("POST", "/settings", {"system": "tempo",
                                                    "settings": {"webhooks": False}})
        document = self.done("--json", *check, secret_input=secret).json("keyCheck")
        self.assertEqual((document["verdict"], document["lane"]), ("accepted", "key"))
        self.assertEqual(document["rateLimit"]["limit"], 100)
        self.assertNotIn("challenges", document)

        self.practice.control("POST", "/settings", {"system": "tempo",
                                                    "settings": {"keyPerMinute": 0}})
        document = self.done("--json", *check, secret_input=secret).json("keyCheck")
        self.assertEqual(document["rateLimit"]["remaining"], 0)
        challenge = document["challenges"][0]
        self.assertEqual((challenge["method"], challenge["amount"]), ("tempo", "1000"))
        self.assertIn("expiresAt", challenge)
        shown = self.done(*check, secret_input=secret).out
        self.assertIn("A payment is asked for: 1000", shown)
        self.assertIn("Nothing was paid.", shown)


class Replacement(CliTestCase):
    def test_a_key_is_replaced(self):
        self.add_account("tempered", "tempered")
        self.done("sync", "tempered")
        old = self.create("--account", "tempered", "--name", "replace me", "--scope", "eval")
        ref = self.key("replace me")["ref"]
        self.not_done("keys", "replace", ref, "--deliver", "stdout", status=2)
        result = self.done("--json", "keys", "replace", ref, "--deliver", "stdout", "--yes",
                           delivers=True)
        document = result.json("replacingKeyWithSecret")
        self.secrets.add(document["secret"])
        self.assertNotEqual(document["ref"], ref)
        self.assertEqual((document["name"], document["scopes"]), ("replace me", ["eval"]))
        self.assertEqual(self.key(ref)["state"], "revoked")
        self.assertEqual(self.verdict(document["ref"], document["secret"]), "accepted")
        self.assertEqual(self.verdict(ref, old), "refused")
        self.assertEqual(self.open(), [])

    def open(self):
        return self.done("--json", "replacements", "list").json("replacementList")["items"]

    def test_an_ending_that_failed_is_resumed(self):
        self.add_account("confident", "confident-ai")
        self.done("sync", "confident")
        self.create("--account", "confident", "--name", "stubborn")
        ref = self.key("confident/stubborn")["ref"]
        self.practice.control("POST", "/faults", {"system": "confident-ai", "method": "DELETE",
                                                  "action": "status:403", "count": 1})
        error = self.error("keys", "replace", ref, "--deliver", "keychain", "--yes")
        self.assertEqual(error["kind"], "forbidden")
        waiting = self.open()
        self.assertEqual([row["step"] for row in waiting], ["retiring"])
        self.assertTrue(waiting[0]["canGoOn"])
        self.assertEqual(self.key(ref)["state"], "disabled")
        done = self.done("--json", "replacements", "resume", waiting[0]["id"], "--yes")
        self.assertEqual(done.json("replacement")["step"], "finished")
        self.assertEqual(self.key(ref)["state"], "deleted")

    def test_the_old_key_stays_when_the_secret_goes_nowhere(self):
        self.add_account("full", "tempered")
        self.done("sync", "full")
        self.create("--account", "full", "--name", "full disk", "--scope", "eval")
        ref = self.key("full/full disk")["ref"]
        with open("/dev/full", "wb") as full:
            status = self.run_into(full, "keys", "replace", ref, "--deliver", "stdout", "--yes")
        self.assertEqual(status, 1)
        self.assertEqual(self.key(ref)["state"], "active")
        waiting = self.open()
        self.assertEqual([row["step"] for row in waiting], ["delivering"])
        self.assertTrue(waiting[0]["secretHeld"])
        replacement = waiting[0]["id"]
        self.not_done("replacements", "resume", replacement, "--yes", status=2)
        self.done("replacements", "resume", replacement, "--deliver", "keychain", "--yes")
        self.assertEqual(self.key(ref)["state"], "revoked")

    def run_into(self, out, *arguments):
        return subprocess.run([CTL, "--profile", self.profile, *arguments], stdout=out,
                              stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                              timeout=SECONDS, check=False).returncode


class Containers(CliTestCase):
    def test_a_project_and_the_keys_that_go_with_it(self):
        self.add_account("tempo", "tempo")
        self.done("sync", "tempo")
        create = ("projects", "create", "--account", "tempo", "--name", "Parcels")
        self.not_done(*create, status=2)  # two organizations
        made = self.done("--json", *create, "--org", "Halden Freight").json("createdContainer")
        self.assertEqual(made["container"][0]["name"], "Halden Freight")
        renamed = self.done("--json", "projects", "rename", "Parcels", "--name", "Letters")
        self.assertEqual(renamed.json("containerChange")["container"]["name"], "Letters")
        self.create("--account", "tempo", "--project", "Letters", "--name", "goes-too",
                    "--environment", "sandbox")
        self.not_done("projects", "delete", "Letters", status=2)
        screen = self.on_terminal(["projects", "delete", "Letters"], [("go on:", "no")])
        self.assertEqual(screen.status, 1)
        self.assertIn("goes-too", screen.err)
        gone = self.done("--json", "projects", "delete", "Letters", "--yes")
        document = gone.json("containerChange")
        self.assertEqual([key["name"] for key in document["keys"]], ["goes-too"])
        self.assertEqual(self.key("goes-too")["state"], "deleted")
        entries = [json.loads(line)
                   for line in self.done("--json", "audit", "list").out.splitlines()]
        kinds = [(entry["kind"], entry["outcome"]) for entry in entries]
        for kind in ("project.create", "project.rename", "project.delete"):
            self.assertIn((kind, "succeeded"), kinds)
        self.assertIn(("key.delete", "succeeded"), kinds)

    def test_the_key_that_comes_with_a_project(self):
        self.add_account("confident", "confident-ai")
        self.done("sync", "confident")
        create = ("projects", "create", "--account", "confident", "--name", "Routes")
        self.not_done(*create, status=2)
        result = self.done("--json", *create, "--deliver", "stdout", delivers=True)
        document = result.json("createdContainer")
        self.secrets.add(document["secret"])
        self.assertEqual(document["key"]["mask"][-6:], document["secret"][-6:])
        error = self.error("orgs", "delete", "Halden Freight", "--account", "confident", "--yes")
        self.assertEqual(error["kind"], "unsupported")
        self.assertIn("rename", error["message"])

    def test_the_vendors_audit_log(self):
        self.add_account("audited", "confident-ai")
        self.done("sync", "audited")
        self.create("--account", "audited", "--name", "seen by the vendor")
        report = os.path.join(self.folder.name, "vendor.csv")
        saved = self.done("--json", "audit", "vendor-export", "--account", "audited", "--output",
                          report).json("vendorExport")
        self.assertEqual(saved["file"], report)
        with open(report, encoding="utf-8") as file:
            self.assertGreater(len(file.read().splitlines()), 1)
        self.add_account("none", "tempered")
        error = self.error("audit", "vendor-export", "--account", "none", "--output", report + "2")
        self.assertEqual(error["kind"], "unsupported")
        self.assertFalse(os.path.exists(report + "2"))


class Webhooks(CliTestCase):
    def test_a_webhook_from_create_to_delete(self):
        self.add_account("tempo", "tempo")
        key = self.practice.control("POST", "/mint", {
            "system": "tempo", "kind": "production", "name": "hooks",
            "scopes": ["webhooks:read", "webhooks:write"]})
        self.secrets.add(key["secret"])
        self.done("accounts", "update", "tempo", "--credential", "data=keychain",
                  secret_input=key["secret"])
        result = self.done("--json", "webhooks", "create", "--account", "tempo", "--url",
                           "https://hooks.example/a", "--event", "block:created", "--deliver",
                           "stdout", delivers=True)
        made = result.json("createdWebhook")
        self.secrets.add(made["secret"])
        self.assertTrue(made["secret"].startswith("whsec_"))
        listed = self.done("--json", "webhooks", "list", "--account", "tempo").json("webhookList")
        self.assertIn(made["id"], [row["id"] for row in listed["items"]])

        def change(verb, *more):
            done = self.done("--json", "webhooks", verb, made["id"], *more, "--account", "tempo")
            return done.json("webhookChange")["webhook"]["state"]

        self.assertEqual(change("pause"), "paused")
        self.assertEqual(change("resume"), "active")
        change("ping")
        deliveries = self.done("--json", "webhooks", "deliveries", made["id"], "--account", "tempo")
        sent = deliveries.json("deliveryList")["items"]
        self.assertGreaterEqual(len(sent), 1)
        change("retry", sent[0]["id"])
        self.not_done("webhooks", "delete", made["id"], "--account", "tempo", status=2)
        self.assertEqual(change("delete", "--yes"), "deleted")
        self.not_done("webhooks", "ping", made["id"], "--account", "tempo")

    def test_a_secret_field_is_asked_for(self):
        self.add_account("logs", "tempo")
        key = self.practice.control("POST", "/mint", {
            "system": "tempo", "kind": "production", "name": "log hooks",
            "scopes": ["webhooks:read", "webhooks:write"]})
        self.secrets.add(key["secret"])
        self.done("accounts", "update", "logs", "--credential", "data=keychain",
                  secret_input=key["secret"])
        token = "bst_5cdf0e1a9b7c"
        self.secrets.add(token)
        create = ("webhooks", "create", "--account", "logs", "--url",
                  "https://s1.eu.betterstackdata.com", "--event", "block:created", "--set",
                  "type=betterstack", "--deliver", "keychain")
        self.not_done(*create)  # Tempo wants a token
        self.not_done(*create, "--set", "token=anything", status=2)
        self.not_done(*create, "--secret", "type", status=2)
        self.done(*create, "--secret", "token", secret_input=token)
        asked = self.on_terminal((*create, "--secret", "token"), [("Token of the source", token)])
        self.assertEqual(asked.status, 0, asked.err)
        self.assertNotIn(token, asked.err)  # it is not echoed

    def test_a_vendor_without_webhooks(self):
        self.add_account("confident", "confident-ai")
        error = self.error("webhooks", "list", "--account", "confident")
        self.assertEqual(error["kind"], "unsupported")
