# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports that prove themselves: signed, verified, tampered with, and looked at with OpenSSL."""

import json
import os
import re
import subprocess
import zipfile

from bench import CliTestCase

DOCS = os.path.join(os.path.dirname(os.environ["CHATELAINE_CLI_SCHEMA"]), "journal-format.md")


class Proof(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.work = os.path.join(cls.folder.name, "reports")
        os.mkdir(cls.work)

    def export(self, name, *options):
        path = os.path.join(self.work, name)
        form = name.rsplit(".", 1)[1]
        order = ("audit", "export", "--format", form, "--output", path, "--overwrite")
        return path, self.done("--json", *order, *options).json("journalExport")

    def verdict(self, path, *options, status=0):
        result = self.ctl("--json", "audit", "verify", path, *options)
        self.assertEqual(result.status, status, result.out + result.err)
        return result.json("exportVerdict")

    def setUp(self):
        if not self.done("--json", "accounts", "list").json("accountList")["items"]:
            self.add_account("one", "tempered")
            self.add_account("two", "temporis")

    def test_an_export_is_signed_and_whole(self):
        path, written = self.export("journal.jsonl")
        verdict = self.verdict(path, "--fingerprint", written["fingerprint"])
        self.assertTrue(verdict["intact"] and verdict["isSigned"])
        self.assertFalse(verdict["isPart"])
        self.assertEqual(verdict["fingerprint"], written["fingerprint"])
        self.assertEqual(verdict["entries"], written["entries"])
        # The key stays the same, so that two exports can be compared.
        _, again = self.export("again.jsonl")
        self.assertEqual(again["fingerprint"], written["fingerprint"])
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        listed = self.ctl("--json", "audit", "list").out.splitlines()
        self.assertEqual(lines[:-1], listed[: len(lines) - 1])

    def test_a_part_is_proved_too(self):
        path, written = self.export("part.jsonl", "--account", "two")
        verdict = self.verdict(path, "--fingerprint", written["fingerprint"])
        self.assertTrue(verdict["intact"] and verdict["isPart"])
        self.assertEqual(verdict["entries"], written["entries"])
        self.assertLess(verdict["entries"], verdict["size"])
        with open(path, encoding="utf-8") as file:
            for line in file.read().splitlines()[:-1]:
                self.assertEqual(json.loads(line)["accountName"], "two")

    def test_what_was_done_to_it_is_named(self):
        path, written = self.export("journal.jsonl")
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
        changes = {
            "edited": lambda l: [l[0].replace('"one"', '"own"')] + l[1:],
            "removed": lambda l: l[1:],
            "inserted": lambda l: l[:1] + l,
            "reordered": lambda l: [l[1], l[0]] + l[2:],
            "cut_at_end": lambda l: l[:-2] + l[-1:],
            "not_sealed": lambda l: l[:-1],
        }
        for name, change in changes.items():
            with self.subTest(name):
                changed = os.path.join(self.work, name + ".jsonl")
                with open(changed, "w", encoding="utf-8") as file:
                    file.write("\n".join(change(lines)) + "\n")
                self.assertEqual(self.verdict(changed, status=1)["tampering"], name)
        other = "0" * 64
        self.assertEqual(self.verdict(path, "--fingerprint", other, status=1)["tampering"], "signed_by_another")

    def test_what_is_no_export_is_refused(self):
        table, _ = self.export("table.csv")
        for path, word in ((table, "no export of a journal"), ("/bin/ls", "no export of a journal")):
            self.assertIn(word, self.not_done("audit", "verify", path).err)
        packed = os.path.join(self.work, "packed.zip")
        with zipfile.ZipFile(packed, "w") as file:
            file.write(table)
        refused = self.not_done("audit", "verify", packed)
        self.assertIn("is a zip", refused.err)
        self.assertIn("Unpack it first", refused.err)

    def test_a_key_of_ones_own_signs(self):
        key = os.path.join(self.work, "own.pem")
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", key], check=True)
        public = subprocess.run(
            ["openssl", "pkey", "-in", key, "-pubout", "-outform", "DER"], check=True, capture_output=True
        ).stdout
        path, written = self.export("own.jsonl", "--signing-key", "file:" + key)
        digest = subprocess.run(["sha256sum"], input=public, check=True, capture_output=True).stdout
        self.assertEqual(written["fingerprint"], digest.split()[0].decode())
        self.assertTrue(self.verdict(path, "--fingerprint", written["fingerprint"])["isSigned"])
        # A signer that was accepted once is known from then on; another one is not, until it is named.
        other, signed = self.export("keychain.jsonl")
        self.assertEqual(self.verdict(other, status=1)["tampering"], "signed_by_another")
        self.assertTrue(self.verdict(other, "--fingerprint", signed["fingerprint"])["intact"])
        self.assertTrue(self.verdict(other)["intact"] and self.verdict(path, "--older")["intact"])
        with open(key, encoding="utf-8") as file:
            secret = file.read().splitlines()[1]
        with open(path, encoding="utf-8") as file:
            self.assertNotIn(secret, file.read())
        refused = self.ctl("audit", "export", "--format", "jsonl", "--output", path, "--signing-key", "file:/dev/null")
        self.assertEqual(refused.status, 1)

    def test_the_commands_of_the_documentation_say_the_same(self):
        path, written = self.export("journal.jsonl")
        with open(DOCS, encoding="utf-8") as file:
            text = file.read()
        block = re.search(r"signature with OpenSSL:\n\n((?:    .*\n)+)", text)[1]
        script = "set -e\n" + re.sub(r"(?m)^    ", "", block)

        def run():
            return subprocess.run(["bash", "-c", script], cwd=self.work, capture_output=True, text=True)

        good = run()
        self.assertEqual(good.returncode, 0, good.stderr)
        self.assertIn("Signature Verified Successfully", good.stdout)
        self.assertIn(written["fingerprint"], good.stdout)
        with open(path, encoding="utf-8") as file:
            whole = file.read()
        size = json.loads(whole.splitlines()[-1])["checkpoint"].split("\n")[1]
        with open(path, "w", encoding="utf-8") as file:
            file.write(whole.replace(f"\\n{size}\\n", f"\\n{int(size) + 1}\\n"))
        self.assertNotEqual(run().returncode, 0)
