# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""New secrets on their way to files and programs, from a terminal."""

import base64
import json
import os
import stat
import subprocess
import time

from bench import CTL, SECONDS, CliTestCase


def copies(pid, secret):
    """How often a value is in the memory of a process: UTF-8, UTF-16 in both orders, base64."""
    plain = secret.encode()
    forms = [plain, secret.encode("utf-16-le"), secret.encode("utf-16-be")]
    for offset in range(3):
        encoded = base64.b64encode(bytes(offset) + plain)
        forms.append(encoded[(8 * offset + 5) // 6 : 8 * (offset + len(plain)) // 6])
    count = 0
    with open(f"/proc/{pid}/maps", encoding="ascii") as maps, open(f"/proc/{pid}/mem", "rb") as mem:
        for line in maps:
            if " r" not in line or "[v" in line:
                continue
            begin, end = (int(part, 16) for part in line.split()[0].split("-"))
            try:
                mem.seek(begin)
                block = mem.read(end - begin)
            except OSError:
                continue
            count += sum(block.count(form) for form in forms)
    return count


# A tool that knows the calls it expects, keeps its standard input, and prints it when it is told.
STAND_IN = """#!/usr/bin/python3
import base64, json, os, sys
here, name = os.path.split(os.path.realpath(sys.argv[0]))
with open(os.path.join(here, name + ".json")) as file:
    does = json.load(file).get(json.dumps(sys.argv[1:]), "unexpected")
kept = os.path.join(here, name + ".kept")
if does == "absent" or (does in ("print", "base64", "credential") and not os.path.exists(kept)):
    sys.exit(2 if name == "vault" else 1)
if does == "keep":
    with open(kept, "wb") as file:
        file.write(sys.stdin.buffer.read())
elif does in ("print", "base64", "credential"):
    with open(kept, "rb") as file:
        value = file.read()
    if does == "base64":
        value = base64.b64encode(value)
    if does == "credential":
        value = json.loads(value)["fields"][0]["value"].encode()
    sys.stdout.buffer.write(value + b"\\n")
elif does != "good":
    sys.exit("unexpected: " + json.dumps(sys.argv[1:]))
"""

# The fields of each destination, and the calls that its manual promises to understand.
TOOLS = {
    "pass": ({"entry": "team/worker"}, {
        "ls": "good",
        "show team/worker": "print",
        "insert --multiline team/worker": "keep"}),
    "vault": ({"path": "team/worker"}, {
        "token lookup": "good",
        "kv get -mount=secret team/worker": "absent",
        "kv put -mount=secret team/worker token=-": "keep",
        "kv get -mount=secret -field=token team/worker": "print"}),
    "kubectl": ({"name": "worker", "namespace": "team"}, {
        "auth can-i create secrets --namespace=team": "good",
        "get secret worker --namespace=team --output=name": "absent",
        "create secret generic worker --namespace=team --from-file=token=/dev/stdin": "keep",
        "get secret worker --namespace=team --no-headers "
        "--output=custom-columns=VALUE:.data.token": "base64"}),
    "gh": ({"repo": "team/worker", "name": "TOKEN"}, {
        "auth status": "good",
        "api --silent repos/team/worker/actions/secrets/public-key": "good",
        "api --silent repos/team/worker/actions/secrets/TOKEN": "absent",
        "secret set TOKEN --repo=team/worker": "keep"}),
    "op": ({"vault": "Team", "title": "worker"}, {
        "vault get Team": "good",
        "item get worker --vault=Team": "absent",
        "item create --vault=Team -": "keep",
        "read op://Team/worker/credential": "credential"}),
    "docker": ({"name": "worker"}, {
        "secret ls --quiet": "good",
        "secret inspect worker": "absent",
        "secret create worker -": "keep"}),
}


class Deliveries(CliTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        os.makedirs(os.path.join(cls.profile, "destinations"))
        cls.out = os.path.join(cls.folder.name, "out")
        os.makedirs(cls.out)

    def setUp(self):
        if not hasattr(type(self), "connected"):
            self.add_account("eval", "tempered")
            self.done("sync", "eval")
            type(self).connected = True

    def template(self, name, deliver, **more):
        """A destination of the user's own: a shell script that gets a file as $1."""
        def shell(script):
            return ["sh", "-c", script, "sh", "{file}"]
        document = {
            "format": 1,
            "id": name,
            "name": "Own " + name,
            "fields": [{"id": "file", "label": "File", "required": True}],
            "place": "{file}",
            "check": [{"run": shell(more.pop("check", "true")), "else": "Sign in first."}],
            "exists": shell('test -e "$1"'),
            "absent_status": 1,
            "deliver": shell(deliver),
            **{key: shell(script) for key, script in more.items()},
        }
        path = os.path.join(self.profile, "destinations", name + ".json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file)

    def path(self, name):
        return os.path.join(self.out, name)

    def content(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            value = file.read()
        if value:
            self.secrets.add(value)
        return value

    def create_to(self, name, *deliver):
        return ("keys", "create", "--account", "eval", "--name", name, "--scope", "eval",
                "--deliver", *deliver)

    def posts(self):
        return len(self.practice.arrived("POST"))

    def journal(self):
        lines = self.done("audit", "list", "--json").out.splitlines()
        return [entry for entry in map(json.loads, lines) if entry["kind"] == "key.deliver"]

    def test_a_file_gets_it(self):
        created = self.done("--json", *self.create_to("to-file", "file:" + self.path("token")))
        document = created.json("createdKey")
        secret = self.content("token")
        self.assertEqual(document["delivery"]["store"], "file")
        self.assertTrue(document["delivery"]["readBack"])
        self.assertEqual(stat.S_IMODE(os.stat(self.path("token")).st_mode), 0o600)
        self.assertEqual(self.verdict("eval/to-file", secret), "accepted")
        self.assertNotIn(secret, created.out + created.err)
        entries = self.journal()
        self.assertEqual([entry["outcome"] for entry in entries[-2:]], ["intended", "succeeded"])
        self.assertEqual(entries[-1]["detail"]["fingerprint"], document["delivery"]["fingerprint"])

        # What is there stays, and nothing is sent.
        before = self.posts()
        self.not_done(*self.create_to("again", "file:" + self.path("token")))
        self.assertEqual(self.posts(), before)
        self.assertEqual(self.content("token"), secret)
        self.done(*self.create_to("again", "file:" + self.path("token")), "--deliver-replace")
        self.assertNotEqual(self.content("token"), secret)

    def test_a_program_gets_it(self):
        self.template("store", 'cat > "$1"', verify='cat "$1"')
        to_store = ("command:store", "--deliver-set", "file=" + self.path("stored"))
        created = self.done("--json", *self.create_to("to-program", *to_store))
        delivery = created.json("createdKey")["delivery"]
        self.assertEqual(delivery["place"], self.path("stored"))
        self.assertTrue(delivery["readBack"])
        # It is held no more: nothing is offered again.
        kinds = [json.loads(line)["kind"]
                 for line in self.done("audit", "list", "--json").out.splitlines()]
        self.assertEqual(kinds[-1], "secret.release")
        self.assertEqual(self.verdict("eval/to-program", self.content("stored")), "accepted")

    def test_a_destination_that_does_not_work_makes_no_key(self):
        self.template("closed", 'cat > "$1"', check="echo not signed in >&2; exit 4")
        before = self.posts()
        to_closed = ("command:closed", "--deliver-set", "file=" + self.path("closed"))
        refused = self.not_done(*self.create_to("never", *to_closed))
        self.assertIn("not signed in", refused.err)
        self.assertIn("Sign in first.", refused.err)
        self.not_done(*self.create_to("never", "command:closed"), status=2)
        self.not_done(*self.create_to("never", "command:nobody"), status=2)
        self.not_done(*self.create_to("never", "file:/nowhere/token"))
        self.assertEqual(self.posts(), before)

    def test_a_delivery_that_fails_loses_nothing(self):
        self.template("failing", "cat >&2; exit 3")
        to_failing = ("command:failing", "--deliver-set", "file=" + self.path("failing"))
        error = self.error(*self.create_to("undelivered", *to_failing))
        self.assertIn("was made", error["message"])
        self.assertIn("status 3", error["message"])
        self.assertIn("[secret]", error["message"])
        self.assertIn("held in the keychain", error["next"])
        entries = self.journal()
        self.assertEqual(entries[-1]["outcome"], "failed")
        self.assertIn("undelivered", [key["name"] for key in self.keys()])

    def test_a_secret_that_is_stored_nowhere_can_be_brought_elsewhere(self):
        self.template("away", "cat > /dev/null; exit 3")
        to_away = ("command:away", "--deliver-set", "file=" + self.path("away"))
        for name in ("stranded", "stranded too"):
            error = self.error(*self.create_to(name, *to_away))
            self.assertIn("secrets deliver", error["next"])
        listed = self.done("--json", "secrets", "list").json("heldList")["items"]
        ids = {row["name"]: row["id"] for row in listed}
        self.assertIn(ids["stranded"], self.done("secrets", "list").out)

        deliver = ("secrets", "deliver", ids["stranded"], "--deliver")
        self.not_done("secrets", "deliver", ids["stranded"], status=2)
        self.not_done(*deliver, *to_away)
        self.not_done(*deliver, "file:/nowhere/token")
        done = self.done("--json", *deliver, "file:" + self.path("rescued")).json("heldDelivery")
        self.assertEqual(done["delivery"]["place"], self.path("rescued"))
        self.assertEqual(self.verdict("eval/stranded", self.content("rescued")), "accepted")
        self.assertEqual(self.error(*deliver, "stdout")["kind"], "not_found")

        printed = self.ctl("secrets", "deliver", ids["stranded too"], "--deliver", "stdout",
                           delivers=True)
        self.assertEqual(printed.status, 0, printed.err)
        secret = printed.out.removesuffix("\n")
        self.secrets.add(secret)
        self.assertEqual(self.verdict("eval/stranded too", secret), "accepted")
        left = self.done("--json", "secrets", "list").json("heldList")["items"]
        self.assertFalse({"stranded", "stranded too"} & {row["name"] for row in left})

    def test_a_tool_that_wants_it_as_an_argument_is_refused(self):
        path = os.path.join(self.folder.name, "argument.json")
        with open(path, "w", encoding="utf-8") as file:
            file.write('{"format": 1, "id": "bws", "name": "bws", "place": "x", "check": [],\n'
                       ' "deliver": ["bws", "secret", "create", "KEY", "{secret}"]}\n')
        refused = self.not_done("destinations", "check-file", path)
        self.assertIn("argument.json:2: /deliver/4:", refused.err)
        self.assertIn("can be read by other programs", refused.err)

    def test_destinations_are_listed_and_checked(self):
        listed = self.done("--json", "destinations", "list").json("destinationList")["items"]
        ids = [row["id"] for row in listed]
        for name in ("keychain", "file", "command:pass", "command:vault", "command:kubectl",
                     "command:gh", "command:op", "command:docker", "command:systemd-creds"):
            self.assertIn(name, ids)
        self.assertIn("command:pass", self.done("destinations", "list").out)
        self.done("--json", "destinations", "check", "keychain").json("destinationCheck")
        checked = self.done("--json", "destinations", "check", "file:" + self.path("new"))
        self.assertEqual(checked.json("destinationCheck")["place"], self.path("new"))
        self.assertFalse(os.path.exists(self.path("new")))
        self.not_done("destinations", "check", "pass", status=2)  # the entry is missing

    def stand_in(self, tool, calls):
        folder = os.path.join(self.folder.name, "tools")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, tool)
        with open(path, "w", encoding="ascii") as file:
            file.write(STAND_IN)
        os.chmod(path, 0o700)
        does = {json.dumps(words.split()): what for words, what in calls.items()}
        with open(path + ".json", "w", encoding="ascii") as file:
            json.dump(does, file)
        return path

    def test_the_known_tools_are_called_as_their_manuals_say(self):
        for tool, (fields, calls) in TOOLS.items():
            with self.subTest(tool):
                path = self.stand_in(tool, calls)
                to_tool = ["command:" + tool]
                for field, value in fields.items():
                    to_tool += ["--deliver-set", f"{field}={value}"]
                env = {"PATH": os.path.dirname(path) + ":" + os.environ["PATH"]}
                command = self.create_to("for " + tool, *to_tool)
                created = self.done("--json", *command, env=env).json("createdKey")
                self.assertEqual(created["delivery"]["readBack"], tool not in ("gh", "docker"))
                with open(path + ".kept", encoding="utf-8") as file:
                    kept = file.read()
                if tool == "op":
                    item = json.loads(kept)
                    self.assertEqual((item["title"], item["category"]),
                                     ("worker", "API_CREDENTIAL"))
                    kept = item["fields"][0]["value"]
                self.secrets.add(kept)
                self.assertEqual(self.verdict("eval/for " + tool, kept), "accepted")

    def test_rotations_and_webhooks_deliver_too(self):
        self.template("plain", 'cat > "$1"')
        self.add_account("confident", "confident-ai")
        self.done("sync", "confident")
        self.create("--account", "confident", "--name", "to-rotate")
        rotated = self.done("--json", "keys", "rotate", "to-rotate", "--yes", "--deliver",
                            "command:plain", "--deliver-set", "file=" + self.path("rotated"))
        self.assertFalse(rotated.json("rotatedKey")["delivery"]["readBack"])
        self.assertEqual(self.verdict("confident/to-rotate", self.content("rotated")), "accepted")
        self.done("keys", "replace", "to-rotate", "--yes", "--deliver",
                  "file:" + self.path("replaced"))
        self.assertNotEqual(self.content("replaced"), "")

    def test_no_copy_is_left_while_the_program_runs(self):
        self.template("slow", 'cat > "$1"; touch "$1.read"; while [ ! -e "$1.go" ]; do sleep 0.1; done')
        to_slow = ("command:slow", "--deliver-set", "file=" + self.path("slow"))
        process = subprocess.Popen(
            [CTL, "--profile", self.profile, *self.create_to("slow", *to_slow)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        limit = time.monotonic() + SECONDS
        while not os.path.exists(self.path("slow.read")) and time.monotonic() < limit:
            self.assertIsNone(process.poll())
            time.sleep(0.05)
        secret = self.content("slow")
        self.assertGreater(len(secret), 12)
        left = [copies(process.pid, secret)]
        while left[-1] and len(left) < 20:  # the connection's buffers go within a second
            time.sleep(0.1)
            left.append(copies(process.pid, secret))
        with open(self.path("slow.go"), "w", encoding="ascii"):
            pass
        out, err = process.communicate(timeout=SECONDS)
        self.assertEqual(process.returncode, 0, err)
        self.assertNotIn(secret.encode(), out + err)
        self.assertEqual(left[-1], 0, left)
