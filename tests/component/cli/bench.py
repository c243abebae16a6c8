# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real programs under test: a practice server, a profile, and chatelainectl.

The programs and the schema come from the environment: CHATELAINECTL, CHATELAINE_PRACTICE,
CHATELAINE_CLI_SCHEMA (tests/component/cli/CMakeLists.txt).
"""

import json
import os
import pty
import select
import subprocess
import tempfile
import unittest
import urllib.request

import jsonschema

CTL = os.environ["CHATELAINECTL"]
PRACTICE = os.environ["CHATELAINE_PRACTICE"]
with open(os.environ["CHATELAINE_CLI_SCHEMA"], encoding="utf-8") as file:
    SCHEMA = json.load(file)

SECONDS = 60


def validate(document, definition):
    jsonschema.Draft202012Validator(
        {"$ref": f"#/$defs/{definition}", "$defs": SCHEMA["$defs"]}
    ).validate(document)


class PracticeServer:
    """chatelaine-practice as a child, with its ready line and its control."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [PRACTICE, "--until-eof", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.ready = json.loads(self.process.stdout.readline())

    def url(self, system):
        return self.ready[system]["baseUrl"]

    def credential(self, system):
        return self.ready[system]["credential"]

    def control(self, method, path, body=None):
        request = urllib.request.Request(
            self.ready["control"]["url"] + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": "Bearer " + self.ready["control"]["token"],
                "Content-Type": "application/json",
            },
        )
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def arrived(self, method):
        """The requests of this method that came in so far."""
        requests = self.control("GET", "/requests")["requests"]
        return [row for row in requests if row["method"] == method]

    def stop(self):
        self.process.stdin.close()
        self.process.wait(SECONDS)
        self.process.stdout.close()


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def json(self, definition):
        document = json.loads(self.out)
        validate(document, definition)
        return document


class CliTestCase(unittest.TestCase):
    """A profile and a practice server for a class; every secret is looked for in every output."""

    practice_options = ()

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.profile = os.path.join(cls.folder.name, "profile")
        cls.practice = PracticeServer(*cls.practice_options)
        cls.secrets = {
            value
            for system in cls.practice.ready.values()
            if isinstance(system, dict)
            for name, value in system.items()
            if name in ("credential", "token") and value
        }

    @classmethod
    def tearDownClass(cls):
        if cls.practice.process.poll() is None:
            cls.practice.stop()
        try:
            cls.no_secret_on_disk()
        finally:
            cls.folder.cleanup()

    @classmethod
    def no_secret_on_disk(cls):
        for root, _, names in os.walk(cls.profile):
            for name in names:
                with open(os.path.join(root, name), "rb") as file:
                    content = file.read()
                for secret in cls.secrets:
                    for form in (secret.encode(), secret.encode("utf-16-le")):
                        if form in content:
                            raise AssertionError(f"a secret is in the profile's file {name}")

    def ctl(self, *arguments, secret_input=None, env=None, delivers=False):
        """Runs chatelainectl; `delivers`: a secret may stand on standard output."""
        done = subprocess.run(
            [CTL, "--profile", self.profile, *arguments],
            input=(secret_input or "").encode(),
            capture_output=True,
            env={**os.environ, **(env or {})},
            timeout=SECONDS,
            check=False,
        )
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        self.assert_no_secret(result, delivers)
        return result

    def assert_no_secret(self, result, delivers=False):
        for secret in self.secrets:
            self.assertNotIn(secret, result.err)
            if not delivers:
                self.assertNotIn(secret, result.out)

    def done(self, *arguments, **more):
        result = self.ctl(*arguments, **more)
        self.assertEqual(result.status, 0, result.err)
        return result

    def not_done(self, *arguments, status=1, **more):
        result = self.ctl(*arguments, **more)
        self.assertEqual(result.status, status, result.out + result.err)
        self.assertNotEqual(result.err, "")
        return result

    def error(self, *arguments, status=1, **more):
        """The error document of a command that fails."""
        result = self.not_done("--json", *arguments, status=status, **more)
        return result.json("error")["error"]

    def add_account(self, name, system):
        options = ["--url", self.practice.url(system)]
        credential = self.practice.credential(system)
        if credential:
            options += ["--credential", "keychain"]
        self.done("accounts", "add", name, "--provider", system, *options, secret_input=credential)

    def create(self, *arguments):
        """Makes a key; its secret, as standard output has it, and nothing else."""
        result = self.done("keys", "create", *arguments, "--deliver", "stdout", delivers=True)
        self.assertTrue(result.out.endswith("\n"))
        secret = result.out[:-1]
        self.assertNotIn("\n", secret)
        self.secrets.add(secret)
        return secret

    def keys(self, *arguments):
        return self.done("--json", "keys", "list", *arguments).json("keyList")["items"]

    def key(self, ref):
        return self.done("--json", "keys", "show", ref).json("key")

    def change(self, verb, ref):
        document = self.done("--json", "keys", verb, ref, "--yes").json("keyChange")
        self.assertEqual(document["verb"], verb)
        return document

    def verdict(self, ref, secret, **more):
        """What the vendor says to this secret now."""
        check = ("--json", "keys", "check", ref, "--secret-stdin")
        result = self.ctl(*check, secret_input=secret, **more)
        verdict = result.json("keyCheck")["verdict"]
        self.assertEqual(result.status, 0 if verdict == "accepted" else 1)
        return verdict

    def on_terminal(self, arguments, answers):
        """Runs chatelainectl with a terminal at standard input and error; each answer is given
        when its question has appeared. Returns the result, with all that the terminal showed."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [CTL, "--profile", self.profile, *arguments],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        screen = ""
        for question, answer in answers:
            while question not in screen:
                self.assertTrue(select.select([ours], [], [], SECONDS)[0], screen)
                screen += os.read(ours, 4096).decode()
            os.write(ours, answer.encode() + b"\n")
        out = process.stdout.read().decode()
        process.stdout.close()
        status = process.wait(SECONDS)
        while select.select([ours], [], [], 0)[0]:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # how Linux tells that the other side is gone
                break
            if not piece:
                break
            screen += piece.decode()
        os.close(ours)
        return Result(status, out, screen)
