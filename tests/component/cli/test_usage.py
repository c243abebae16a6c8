# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Credentials, deliveries, exit statuses, questions: what holds at every vendor."""

import os
import subprocess

from bench import CTL, SECONDS, CliTestCase


class Credentials(CliTestCase):
    def test_from_the_environment(self):
        add = ("accounts", "add", "by env", "--provider", "tempered",
               "--url", self.practice.url("tempered"), "--credential", "env:TEST_KEY")
        known = {"TEST_KEY": self.practice.credential("tempered")}
        self.not_done(*add)
        self.done(*add, env=known)
        self.not_done("sync", "by env")
        self.done("sync", "by env", env=known)
        accounts = self.done("--json", "accounts", "list").json("accountList")["items"]
        sources = {account["name"]: account["credentials"] for account in accounts}
        self.assertEqual(sources["by env"], {"admin": "env:TEST_KEY"})

    def test_from_a_file_named_relatively(self):
        path = os.path.join(self.folder.name, "credential")
        with open(path, "w", encoding="utf-8") as file:
            file.write(self.practice.credential("confident-ai") + "\n")
        relative = os.path.relpath(path)
        self.done("accounts", "add", "by file", "--provider", "confident-ai",
                  "--url", self.practice.url("confident-ai"),
                  "--credential", "admin=file:" + relative)
        self.done("sync", "by file")
        os.remove(path)
        self.not_done("sync", "by file")

    def test_from_the_keychain_and_changed(self):
        self.add_account("by keychain", "tempered")
        self.done("accounts", "check", "by keychain")
        wrong = "prx_this-one-does-not-exist-at-all"
        self.secrets.add(wrong)
        update = ("accounts", "update", "by keychain", "--credential", "keychain")
        self.assertEqual(self.error(*update, secret_input=wrong)["kind"], "unauthorized")
        self.done("sync", "by keychain")  # a refused change changes nothing
        checked = self.done("--json", *update, secret_input=self.practice.credential("tempered"))
        self.assertEqual(checked.json("accountCheck")["account"]["name"], "by keychain")

    def test_removing_needs_a_yes(self):
        self.add_account("to go", "temporis")
        self.not_done("accounts", "remove", "to go", status=2)
        removed = self.done("--json", "accounts", "remove", "to go", "--yes").json("accountRemoval")
        self.assertEqual(removed, {"removed": "to go"})
        self.assertEqual(self.error("accounts", "check", "to go")["kind"], "not_found")

    def test_a_value_in_place_of_a_source_is_not_repeated(self):
        secret = self.practice.credential("tempered")
        self.not_done("accounts", "add", "x", "--provider", "tempered", "--credential", secret,
                      status=2)
        self.not_done("accounts", "add", "x", "--provider", "tempered", secret, status=2)
        self.assertNotIn(b"prx_", b"".join(self.profile_files()))

    def profile_files(self):
        for root, _, names in os.walk(self.profile):
            for name in names:
                with open(os.path.join(root, name), "rb") as file:
                    yield file.read()


class Questions(CliTestCase):
    started = False

    def setUp(self):
        if not self.started:
            type(self).started = True
            self.add_account("tempered", "tempered")
            self.done("sync")

    def test_without_a_terminal_a_yes_is_needed_before_anything_is_sent(self):
        self.practice.control("DELETE", "/requests")
        self.not_done("keys", "revoke", "CI pipeline", status=2)
        error = self.error("keys", "delete", "CI pipeline", status=2)
        self.assertIn("--yes", error["next"])
        self.assertEqual(self.practice.arrived("POST"), [])
        self.assertEqual(self.key("CI pipeline")["state"], "active")

    def test_a_terminal_is_asked_and_names_the_key(self):
        revoke = ["keys", "revoke", "Release bot"]
        result = self.on_terminal(revoke, [("Type yes", "no")])
        self.assertEqual(result.status, 1)
        self.assertIn('"Release bot"', result.err)
        self.assertIn("Last used", result.err)
        self.assertIn("cannot be undone", result.err)
        self.assertEqual(self.key("Release bot")["state"], "active")
        result = self.on_terminal(revoke, [("Type yes", "yes")])
        self.assertEqual(result.status, 0, result.err)
        self.assertEqual(self.key("Release bot")["state"], "revoked")

    def test_the_key_in_use_wants_its_name_typed(self):
        own = ["keys", "revoke", "tempered/Chatelaine"]
        self.assertEqual(self.error(*own, "--yes")["kind"], "conflict")
        result = self.on_terminal([*own, "--yes"], [("Type the key's name", "yes")])
        self.assertEqual(result.status, 1)
        self.assertEqual(self.key("tempered/Chatelaine")["state"], "active")

    def test_a_terminal_does_not_show_a_credential(self):
        secret = self.practice.credential("tempered")
        add = ["accounts", "add", "typed", "--provider", "tempered",
               "--url", self.practice.url("tempered"), "--credential", "keychain"]
        result = self.on_terminal(add, [('Credential "admin"', secret)])
        self.assertEqual(result.status, 0, result.err)
        self.assert_no_secret(result)


class Deliveries(CliTestCase):
    def test_to_the_keychain(self):
        self.add_account("keeper", "tempered")
        self.done("sync")
        created = self.done("--json", "keys", "create", "--account", "keeper", "--name", "kept",
                            "--deliver", "keychain").json("createdKey")
        # Nobody gave the secret: it is the one in the keychain that is checked.
        self.assertEqual(
            self.done("--json", "keys", "check", created["ref"]).json("keyCheck")["verdict"],
            "accepted",
        )

    def test_the_held_copy_stays_when_standard_output_is_full(self):
        self.add_account("full", "tempered")
        self.done("sync")
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [CTL, "--profile", self.profile, "keys", "create", "--account", "full",
                 "--name", "undelivered", "--deliver", "stdout"],
                stdout=full, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
                timeout=SECONDS, check=False,
            )
        self.assertEqual(done.returncode, 1)
        self.assertIn("held in the keychain", done.stderr.decode())
        self.assertTrue(self.operation("undelivered")["secretHeld"])
        self.create("--account", "full", "--name", "delivered")
        self.assertFalse(self.operation("delivered")["secretHeld"])

    def operation(self, name):
        rows = self.done("--json", "operations", "list").json("operationList")["items"]
        return [row for row in rows if row.get("name") == name][0]


class WrongUsage(CliTestCase):
    def test_wrong_usage_opens_nothing(self):
        for arguments in (
            [],
            ["frobnicate"],
            ["keys"],
            ["keys", "create", "--account", "a", "--name", "n"],
            ["keys", "create", "--account", "a", "--name", "n", "--deliver", "mail"],
            ["keys", "list", "--state", "happy"],
            ["keys", "create", "--account", "a", "--name", "n", "--deliver", "stdout",
             "--expires-in", "soon"],
            ["accounts", "add", "with/slash", "--provider", "tempered"],
            ["audit", "export", "--format", "docx", "--output", "x"],
            ["audit", "list", "--kind", "bogus"],
            ["audit", "list", "--outcome", "bogus"],
            ["usage", "--account", "a", "--from", "2026-02-01", "--to", "2026-01-01"],
        ):
            with self.subTest(arguments):
                self.not_done(*arguments, status=2)
                self.assertEqual(self.error(*arguments, status=2)["kind"], "invalid_request")
        self.assertFalse(os.path.exists(self.profile))


class Usage(CliTestCase):
    def test_help_and_version(self):
        self.assertIn("keys", self.done("--help").out)
        self.assertIn("--deliver", self.done("keys", "create", "--help").out)
        self.assertRegex(self.done("--version").out, r"^chatelainectl \d+\.\d+\.\d+\n$")

    def test_an_ambiguous_key_is_refused_with_the_candidates(self):
        self.add_account("one", "tempered")
        self.add_account("two", "tempered")
        self.done("sync")
        error = self.error("keys", "show", "CI pipeline")
        self.assertEqual(error["kind"], "conflict")
        for key in self.keys("--search", "CI pipeline"):
            self.assertIn(key["ref"], error["message"])
        self.assertEqual(self.error("keys", "show", "no such key")["kind"], "not_found")
        self.assertIn("one", self.error("keys", "list", "--account", "three")["next"])


class OwnCertificateAuthority(CliTestCase):
    practice_options = ("--tls",)

    def test_it_is_trusted_only_when_named(self):
        add = ("accounts", "add", "tls", "--provider", "tempered", "--credential", "keychain",
               "--url", self.practice.url("tempered"))
        secret = self.practice.credential("tempered")
        self.assertEqual(self.error(*add, secret_input=secret)["kind"], "tls")
        self.done(*add, "--ca", self.practice.ready["ca"], secret_input=secret)
        self.done("sync", "tls")

    def test_one_certificate_can_be_pinned(self):
        ca = self.practice.ready["ca"]
        self.done("accounts", "add", "pinned", "--provider", "tempered", "--credential", "keychain",
                  "--url", self.practice.url("tempered"), "--ca", ca, "--pin", "current",
                  secret_input=self.practice.credential("tempered"))
        pin = self.account("pinned")["pin"]
        self.done("sync", "pinned")
        before = len(self.practice.arrived("GET"))
        error = self.error("accounts", "update", "pinned", "--pin", "ab" * 32)
        self.assertEqual(error["kind"], "tls")
        self.assertIn("pinned", error["message"])
        self.assertIn("pin the new one", error["next"])
        self.assertEqual(len(self.practice.arrived("GET")), before)
        self.assertEqual(self.account("pinned")["pin"], pin)

        said = self.done("accounts", "update", "pinned", "--pin", "current").err
        self.assertIn(":".join(pin[i:i + 2] for i in range(0, 64, 2)).upper(), said)
        self.done("accounts", "update", "pinned", "--pin", "none")
        self.assertNotIn("pin", self.account("pinned"))

    def account(self, name):
        items = self.done("--json", "accounts", "list").json("accountList")["items"]
        return next(item for item in items if item["name"] == name)
