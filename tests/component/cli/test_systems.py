# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every key operation that the four systems have, from a terminal."""

import contextlib
import datetime
import json
import os
import sqlite3

from bench import CliTestCase, validate


class Tempered(CliTestCase):
    def test_a_key_from_create_to_revoke(self):
        self.add_account("tempered", "tempered")
        synced = self.done("--json", "sync").json("syncList")
        self.assertTrue(synced["complete"])
        self.assertEqual(synced["items"][0]["total"], len(self.keys("--account", "tempered")))

        secret = self.create("--account", "tempered", "--name", "From a script", "--scope", "eval")
        self.assertTrue(secret.startswith("prx_"))
        key = self.key("tempered/From a script")
        self.assertEqual((key["state"], key["scopes"]), ("active", ["eval"]))
        self.assertEqual(key["mask"], secret[:8] + "…")
        self.assertEqual(self.verdict(key["ref"], secret), "accepted")

        change = self.change("revoke", key["ref"])
        self.assertTrue(change["verified"])
        self.assertEqual(change["key"]["state"], "revoked")
        self.assertEqual(self.verdict(key["ref"], secret), "refused")

    def test_quota_and_a_verb_that_does_not_exist(self):
        self.add_account("quota", "tempered")
        quotas = self.done("--json", "quota", "--account", "quota").json("quotaList")["items"]
        self.assertEqual([(quota["used"], quota["limit"]) for quota in quotas], [(412, 1000)])
        self.assertIn("1000", self.done("quota", "--account", "quota").out)
        self.assertEqual(quotas[0]["forecast"]["verdict"], "too_few_days")
        self.assertEqual(quotas[0]["level"], "fine")
        history = self.done("--json", "quota", "--account", "quota", "--history")
        readings = history.json("quotaHistoryList")["items"]
        self.assertEqual([reading["used"] for reading in readings], [412])
        self.assertIn("412", self.done("quota", "--account", "quota", "--history").out)
        later = ("quota", "--account", "quota", "--history", "--from", "2100-01-01")
        self.assertEqual(self.done("--json", *later).json("quotaHistoryList")["items"], [])
        self.assertEqual(
            self.error("quota", "--account", "quota", "--from", "2026-01-01", status=2)["kind"],
            "invalid_request")
        self.assertEqual(self.error("usage", "--account", "quota")["kind"], "unsupported")

        self.done("sync", "quota")
        error = self.error("keys", "disable", "quota/CI pipeline", "--yes")
        self.assertEqual(error["kind"], "unsupported")
        self.assertIn("create, revoke", error["message"])


class Findings(CliTestCase):
    def test_what_needs_an_admin_is_listed(self):
        self.add_account("found", "tempered")
        self.add_account("elsewhere", "confident-ai")
        self.done("sync")
        self.create("--account", "found", "--name", "finding eval", "--scope", "eval")
        self.create("--account", "found", "--name", "finding admin", "--scope", "admin")
        listed = self.done("--json", "findings", "list", "--account", "found").json("findingList")
        self.assertTrue(listed["complete"])
        admin = [row["name"] for row in listed["items"] if row["rule"] == "admin-scope"]
        expected = [key["name"] for key in self.keys("--account", "found", "--state", "active")
                    if "admin" in key["scopes"]]
        self.assertEqual(sorted(admin), sorted(expected))
        self.assertIn("finding admin", admin)
        row = next(row for row in listed["items"] if row["name"] == "finding admin")
        self.assertEqual((row["key"], row["scopes"]), (self.key("found/finding admin")["ref"], ["admin"]))

        old = ("--json", "findings", "list", "--rule", "older-than")
        ages = [row["days"] for row in self.done(*old).json("findingList")["items"]]
        self.assertTrue(ages and min(ages) >= 90)
        older = max(ages) - 1
        rows = self.done(*old, "--older-than", str(older)).json("findingList")["items"]
        self.assertTrue(rows)
        self.assertTrue(all(row["days"] >= older for row in rows))
        self.not_done("findings", "list", "--rule", "unused", status=2)
        self.not_done("findings", "list", "--older-than", "0", status=2)

        everything = self.done("findings", "list").out
        self.assertIn("Every key of its kind has admin rights.", everything)
        self.assertIn("has admin rights: admin.", everything)


class Timeline(CliTestCase):
    def kinds(self, *filters):
        lines = self.done("--json", "audit", "list", *filters).out.splitlines()
        return [(entry["kind"], entry.get("outcome")) for entry in map(json.loads, lines)]

    def test_the_journal_is_filtered(self):
        self.add_account("line", "tempered")
        self.done("sync", "line")
        secret = self.create("--account", "line", "--name", "timeline", "--scope", "eval")
        self.create("--account", "line", "--name", "another", "--scope", "eval")
        self.verdict("line/timeline", secret)
        self.change("revoke", "line/timeline")
        own = self.kinds("--key", "line/timeline")
        self.assertEqual(own[0], ("key.create", "intended"))
        self.assertEqual(own[-1], ("key.revoke", "succeeded"))
        self.assertEqual(sum(kind == "key.create" for kind, _ in own), 2)
        self.assertIn("key.check", [kind for kind, _ in own])
        self.assertEqual(self.kinds("--key", "line/timeline", "--kind", "key.revoke", "--outcome",
                                    "succeeded"), [("key.revoke", "succeeded")])
        every = self.kinds("--account", "line", "--kind", "key")
        self.assertTrue(all(kind.startswith("key.") for kind, _ in every))
        self.assertEqual(sum(kind == "key.create" for kind, _ in every), 4)
        self.assertEqual(self.kinds("--search", "timeline nowhere"), [])
        self.assertTrue(self.kinds("--search", "TIMELINE"))
        self.assertEqual(self.kinds("--who", "nobody@nowhere"), [])
        self.assertEqual(self.kinds("--to", "2020-01-01"), [])
        self.not_done("audit", "list", "--outcome", "perhaps", status=2)
        self.not_done("audit", "list", "--key", "nothing of this name")


class Forecast(CliTestCase):
    def test_it_comes_from_the_readings_that_were_kept(self):
        self.add_account("quota", "tempered")
        [quota] = self.done("--json", "quota", "--account", "quota").json("quotaList")["items"]
        end = datetime.datetime.fromisoformat(quota["resetAt"].replace("Z", "+00:00"))
        now = datetime.datetime.now(datetime.timezone.utc)
        # Two weeks of readings, as they would have been made; the vendor names no reset in them.
        with contextlib.closing(sqlite3.connect(self.profile + "/chatelaine.sqlite")) as base, base:
            row = base.execute("SELECT account, name, unit FROM quotas").fetchone()
            for day in range(1, 15):
                then = now - datetime.timedelta(days=day)
                base.execute("INSERT INTO quotas (account, id, observed_at, name, unit, used,"
                             " maximum, reset_at, current) VALUES (?, ?, ?, ?, ?, ?, 1000, NULL, 0)",
                             (row[0], quota["id"], int(then.timestamp() * 1e6), *row[1:],
                              412 - 20 * day))
        [quota] = self.done("--json", "quota", "--account", "quota").json("quotaList")["items"]
        forecast = quota["forecast"]
        self.assertEqual((forecast["days"], forecast["binding"]), (13, "evaluations"))
        # 588 left at 20 a day are a month: the reset comes first, except from its day on.
        out = self.done("quota", "--account", "quota").out
        if now + datetime.timedelta(days=588 / 20) >= end:
            self.assertEqual(forecast["verdict"], "resets_before")
            self.assertNotIn("earliest", forecast)
            self.assertIn("not before the reset", out)
        else:
            self.assertEqual(forecast["verdict"], "runs_out")


class Tempo(CliTestCase):
    def test_sandbox_beside_production(self):
        self.add_account("tempo", "tempo")
        self.done("sync", "tempo")
        orgs = self.done("--json", "orgs", "list").json("containerList")["items"]
        projects = self.done("--json", "projects", "list").json("containerList")["items"]
        self.assertIn("Halden Freight", [org["name"] for org in orgs])
        self.assertIn("Settlement", [project["name"] for project in projects])

        # A project is needed here, and its name or its id will do.
        self.not_done("keys", "create", "--account", "tempo", "--name", "x", "--deliver", "stdout",
                      status=2)
        place = ("--account", "tempo", "--project", "Halden Freight/Settlement")
        secret = self.create(*place, "--name", "sandbox-ctl", "--environment", "sandbox",
                             "--scope", "data:read", "--scope", "indexer:query")
        self.assertTrue(secret.startswith("tempo_sandbox:sk:"))
        key = self.key("sandbox-ctl")
        self.assertEqual(key["environment"], "sandbox")
        self.assertEqual(key["scopes"], ["data:read", "indexer:query"])
        self.assertEqual(key["container"][-1]["name"], "Settlement")
        environments = {row["environment"] for row in self.keys("--project", "Settlement")}
        self.assertEqual(environments, {"production", "sandbox"})

        self.change("revoke", "sandbox-ctl")
        self.assertNotIn("sandbox-ctl", [row.get("name") for row in self.keys("--state", "active")])
        self.assertEqual(self.verdict(key["ref"], secret), "refused")

    def test_usage(self):
        self.add_account("metered", "tempo")
        self.done("sync", "metered")
        usage = self.done("--json", "usage", "--account", "metered").json("usageList")
        totals = [row for row in usage["items"] if row["metric"] == "requests"]
        self.assertGreater(sum(row["value"] for row in totals if "series" not in row), 0)
        text = self.done("usage", "--account", "metered").out
        self.assertIn("requests", text)

        # What a figure is of can be read, and no two lines say the same.
        names = {key["id"]: key["name"] for key in self.keys("--account", "metered")}
        by_key = [row for row in usage["items"] if row.get("series") == "key"]
        self.assertTrue(by_key)
        for row in by_key:
            self.assertEqual(row["name"], names[row["group"]])
        self.assertIn(by_key[0]["name"], text)
        for row in usage["items"]:
            self.assertEqual(row["account"], "metered")
            self.assertEqual(row["container"][0]["level"], "organization")
            self.assertTrue(row["container"][0]["name"])
        self.assertIn(usage["items"][0]["container"][0]["name"], text)
        self.assertEqual({row["unit"] for row in totals}, {"requests"})
        told = [json.dumps({name: value for name, value in row.items() if name != "value"})
                for row in usage["items"]]
        self.assertEqual(len(told), len(set(told)))
        self.assertIn("no quotas", self.error("quota", "--account", "metered")["message"])


class Temporis(CliTestCase):
    def test_an_existing_token_is_added_and_checked_without_being_billed(self):
        self.add_account("temporis", "temporis")
        token = self.practice.control("POST", "/mint", {"system": "temporis", "name": "forecast"})
        self.secrets.add(token["secret"])
        added = self.done("--json", "keys", "add", "--account", "temporis", "--name", "forecast",
                          secret_input=token["secret"] + "\n").json("keyCheck")
        self.assertEqual(added["verdict"], "accepted")
        self.assertEqual(added["key"]["state"], "active")
        self.assertTrue(added["key"]["mask"].endswith(token["secret"][-4:]))
        checked = self.done("--json", "keys", "check", "forecast").json("keyCheck")
        self.assertEqual(checked["verdict"], "accepted")

        self.practice.control("POST", "/remove", {"system": "temporis", "id": token["id"]})
        refused = self.not_done_check("forecast")
        self.assertEqual((refused["verdict"], refused["key"]["state"]), ("refused", "deleted"))
        self.assertEqual(self.practice.control("GET", "/billing")["temporis"]["predictions"], 0)

    def not_done_check(self, ref):
        result = self.ctl("--json", "keys", "check", ref)
        self.assertEqual(result.status, 1)
        return result.json("keyCheck")

    def test_a_key_cannot_be_made_there(self):
        self.add_account("dashboard", "temporis")
        error = self.error("keys", "create", "--account", "dashboard", "--name", "x",
                           "--deliver", "stdout")
        self.assertEqual(error["kind"], "unsupported")
        self.assertIn("add, check", error["message"])
        self.assertIn("https://", error["next"])


class ConfidentAi(CliTestCase):
    def test_an_organization_key(self):
        self.add_account("confident", "confident-ai")
        self.done("sync", "confident")
        secret = self.create("--account", "confident", "--name", "org-ctl")
        key = self.key("org-ctl")
        self.assertEqual(key["kind"], "organization")
        self.assertEqual(key["mask"][-6:], secret[-6:])
        self.assertEqual(self.verdict(key["ref"], secret), "accepted")
        self.assertEqual(self.change("disable", key["ref"])["key"]["state"], "disabled")
        self.assertEqual(self.verdict(key["ref"], secret), "refused")
        self.assertEqual(self.change("enable", key["ref"])["key"]["state"], "active")
        self.assertEqual(self.verdict(key["ref"], secret), "accepted")
        self.assertEqual(self.change("delete", key["ref"])["key"]["state"], "deleted")
        self.assertEqual(self.verdict(key["ref"], secret), "refused")

    def test_a_project_key(self):
        self.add_account("projects", "confident-ai")
        self.done("sync", "projects")
        project = self.done("--json", "projects", "list", "--account", "projects")
        name = project.json("containerList")["items"][0]["name"]
        place = ("--account", "projects", "--project", name)
        result = self.done("--json", "keys", "create", *place, "--name", "project-ctl",
                           "--deliver", "stdout", delivers=True)
        document = result.json("createdKeyWithSecret")
        self.secrets.add(document["secret"])
        self.assertTrue(document["secret"].startswith("confident_us_proj_"))
        self.assertEqual(document["kind"], "project")
        self.assertEqual(self.change("disable", document["ref"])["key"]["state"], "disabled")
        self.assertEqual(self.change("enable", document["ref"])["key"]["state"], "active")
        self.assertEqual(self.change("delete", document["ref"])["key"]["state"], "deleted")
        self.assertNotIn(document["ref"], [row["ref"] for row in self.keys("--state", "active")])

    def test_the_journal_of_all_that(self):
        self.add_account("journal", "confident-ai")
        self.done("sync", "journal")
        self.create("--account", "journal", "--name", "=evil()")
        lines = self.done("--json", "audit", "list").out.splitlines()
        entries = [json.loads(line) for line in lines]
        self.assertIn(("key.create", "succeeded"), [(e["kind"], e["outcome"]) for e in entries])
        self.assertIn("key.create", self.done("audit", "list").out)

        verdict = self.done("--json", "audit", "verify").json("journalVerdict")
        self.assertTrue(verdict["intact"])
        self.assertGreaterEqual(verdict["entries"], len(entries))

        report = os.path.join(self.folder.name, "report.csv")
        result = self.done("--json", "audit", "export", "--format", "csv", "--output", report)
        document = result.json("journalExport")
        self.assertEqual(document["file"], report)
        with open(report, encoding="utf-8-sig") as file:
            text = file.read()
        self.assertIn("key.create", text)
        self.assertNotIn("\n=evil()", text)
        self.assertNotIn(",=evil()", text)
        for secret in self.secrets:
            self.assertNotIn(secret, text)

        operations = self.done("--json", "operations", "list", "--state", "succeeded")
        verbs = [row["verb"] for row in operations.json("operationList")["items"]]
        self.assertIn("create", verbs)


class AllAtOnce(CliTestCase):
    def test_lists_over_all_accounts(self):
        systems = ("confident-ai", "tempered", "tempo", "temporis")
        for system in systems:
            self.add_account(system, system)
        synced = self.done("--json", "sync").json("syncList")
        self.assertEqual({row["account"] for row in synced["items"]}, set(systems))
        keys = self.done("--json", "keys", "list").json("keyList")
        self.assertTrue(keys["complete"])
        self.assertEqual(len(keys["items"]), sum(row["total"] for row in synced["items"]))
        self.assertEqual(len({key["ref"] for key in keys["items"]}), len(keys["items"]))
        self.assertEqual({key["state"] for key in self.keys("--state", "disabled")}, {"disabled"})
        text = self.done("keys", "list", "--search", "nightly")
        self.assertIn("Nightly agent", text.out)
        self.assertIn("nightly-regression", text.out)
        self.assertNotIn("CI pipeline", text.out)


class Providers(CliTestCase):
    def test_the_four_are_there_and_told_apart(self):
        listed = self.done("--json", "providers", "list").json("providerList")["items"]
        self.assertEqual(
            {provider["id"] for provider in listed},
            {"confident-ai", "tempered", "tempo", "temporis"},
        )
        for provider in listed:
            shown = self.done("--json", "providers", "show", provider["id"]).json("provider")
            self.assertEqual(shown, provider)
            self.assertIn(provider["name"], self.done("providers", "show", provider["id"]).out)
        self.assertIn("tempered", self.error("providers", "show", "nobody")["next"])

    def test_an_imported_definition_says_where_the_credential_goes(self):
        path = os.path.join(self.folder.name, "own.json")
        root = os.path.dirname(os.path.dirname(os.environ["CHATELAINE_CLI_SCHEMA"]))
        with open(os.path.join(root, "resources", "providers", "tempered.json"),
                  encoding="utf-8") as file:
            definition = json.load(file)
        definition["id"] = "own"
        with open(path, "w", encoding="utf-8") as file:
            json.dump(definition, file)
        url = self.practice.url("tempered")
        secret = self.practice.credential("tempered")
        before = len(self.practice.arrived("GET"))
        add = ("accounts", "add", "own", "--provider", path, "--url", url,
               "--credential", "keychain")
        error = self.error(*add, status=2, secret_input=secret)
        for part in (path, url.split("/api")[0], "Authorization"):
            self.assertIn(part, error["message"])
        self.assertIn("--yes", error["next"])
        self.assertEqual(len(self.practice.arrived("GET")), before)
        said = self.done(*add, "--yes", secret_input=secret).err
        self.assertIn("Authorization", said)
        self.done("sync", "own")
        self.done("accounts", "remove", "own", "--yes")

    def test_a_definition_is_checked_strictly(self):
        path = os.path.join(self.folder.name, "mine.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{\n  "format": 1,\n  "surprise": true\n}\n')
        error = self.error("providers", "check", path)
        self.assertIn(path + ":3: /surprise", error["message"])
        validate({"error": error}, "error")
