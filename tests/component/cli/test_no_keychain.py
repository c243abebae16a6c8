# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run where there is no keychain (with-keyring --no-bus)."""

from bench import CliTestCase


class NoKeychain(CliTestCase):
    def test_what_works_and_what_says_why_not(self):
        credential = self.practice.credential("tempered")
        add = ("accounts", "add", "tempered", "--provider", "tempered",
               "--url", self.practice.url("tempered"), "--credential")
        error = self.error(*add, "keychain", secret_input=credential)
        self.assertEqual(error["kind"], "keychain")
        self.assertTrue(error["next"])

        known = {"TEST_KEY": credential}
        self.done(*add, "env:TEST_KEY", env=known)
        self.done("sync", env=known)
        create = ("keys", "create", "--account", "tempered", "--name", "unheld", "--deliver")
        names = [key["name"] for key in self.keys()]
        self.assertEqual(self.error(*create, "keychain", env=known)["kind"], "keychain")
        self.done("sync", env=known)
        self.assertEqual([key["name"] for key in self.keys()], names)

        result = self.done(*create, "stdout", env=known, delivers=True)
        secret = result.out.rstrip("\n")
        self.secrets.add(secret)
        self.assertTrue(secret.startswith("prx_"))
        self.assertTrue(result.err.startswith("Warning:"))
        self.assert_no_secret(result, delivers=True)
        self.assertEqual(self.verdict("unheld", secret, env=known), "accepted")
