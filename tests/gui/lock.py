# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks the real window in every way, over a one-time secret in every state, and looks at what is left: lock.py BIN OUT

Runs inside with-display and with-keyring, as a user who may read the memory of the application. The private bus stands for
the session's and for the system's; logind is played by this file (lock.py --logind), screen savers by dbus-send.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

SESSION = "/org/freedesktop/login1/session/_31"
PASSPHRASE = "correct horse battery"
ACCOUNT = "Tempered (practice)"


def play_logind():
    from gi.repository import Gio, GLib
    xml = """<node><interface name="org.freedesktop.login1.Manager"><method name="GetSessionByPID">
        <arg type="u" direction="in"/><arg type="o" direction="out"/></method></interface></node>"""

    def answer(_bus, _sender, _path, _interface, _method, _arguments, invocation):
        invocation.return_value(GLib.Variant("(o)", (SESSION,)))

    def export(bus, _name):
        bus.register_object("/org/freedesktop/login1", Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], answer)

    Gio.bus_own_name(Gio.BusType.SESSION, "org.freedesktop.login1", Gio.BusNameOwnerFlags.NONE, export,
                     lambda *_: print("ready", flush=True), None)
    GLib.MainLoop().run()


if sys.argv[1:] == ["--logind"]:
    play_logind()
    sys.exit(0)

from driver import Driver, Failure, descend, showing, wait_for  # noqa: E402


def emit(path, member, *arguments):
    subprocess.run(["dbus-send", "--session", "--type=signal", path, member, *arguments], check=True)


TRIGGERS = {
    "the shortcut": ("asked", "by hand", lambda test: test.shortcut("ctrl+l")),
    "the screen saver": ("screen_locked", "the screen was locked", lambda _: emit(
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")),
    "an idle session": ("idle", "nobody was using the computer", lambda _: emit(
        "/org/gnome/SessionManager/Presence", "org.gnome.SessionManager.Presence.StatusChanged", "uint32:3")),
    "logind": ("session_locked", "the session was locked", lambda _: emit(SESSION, "org.freedesktop.login1.Session.Lock")),
    "sleep": ("sleep", "the computer went to sleep", lambda _: emit(
        "/org/freedesktop/login1", "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true")),
}


def copies(pid, secret):
    """How often the secret is in the memory of a process, in UTF-8, UTF-16 and base64."""
    plain = secret.encode()
    forms = [plain, secret.encode("utf-16-le"), secret.encode("utf-16-be")]
    for shift in range(3):  # what base64 makes of it, wherever it stands in a longer text
        whole = base64.b64encode(b"x" * shift + plain).rstrip(b"=")
        forms.append(whole[4 if shift else 0:len(whole) - 2])
    found = 0
    with open(f"/proc/{pid}/maps", encoding="ascii") as maps, open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if "r" not in rights or line.rstrip().endswith(("[vvar]", "[vsyscall]")):
                continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                block = memory.read(end - begin)
            except (OSError, OverflowError):
                continue
            found += sum(block.count(form) for form in forms)
    return found


class LockTest:
    def __init__(self, programs, out):
        self.programs = programs
        self.profile = tempfile.mkdtemp(prefix="profile.", dir=os.environ["HOME"])
        self.driver = Driver(os.path.join(out, "screenshots"))
        self.title = 'Secret of "Lock key"'
        self.reasons = []

    @property
    def pid(self):
        return self.driver.process.pid

    # -- steps

    def start(self):
        address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
        self.window = self.driver.start([os.path.join(self.programs, "chatelaine"), "--profile", self.profile],
                                        {"DBUS_SYSTEM_BUS_ADDRESS": address})

    def set_passphrase(self):
        self.window.press("Set a passphrase")
        dialog = self.driver.dialog("Lock")
        for field in ("New passphrase", "New passphrase again"):
            dialog.type(field, PASSPHRASE, role="password text")
        dialog.press("Set passphrase")
        dialog.says("The passphrase is set")
        self.driver.picture("passphrase")
        dialog.press("Close")

    def make_key(self):
        self.window.press("Explore with the practice server")
        tree = wait_for("the accounts", lambda: self.window.table("Accounts"), 60)
        tree.row_with(ACCOUNT, seconds=60)
        self.window.says("Ready", 60)
        tree.select(tree.row_with(ACCOUNT))
        self.window.press("New key")
        dialog = self.driver.dialog("New key")
        dialog.type("Name", "Lock key")
        dialog.press('Create key "Lock key"')
        self.driver.dialog(self.title)
        self.secret = self.held()

    def held(self):
        """The secret as the keyring has it, asked from outside."""
        search = subprocess.run(["secret-tool", "search", "--all", "xdg:schema", "org.qt.keychain"],
                                capture_output=True, text=True, check=True)
        attributes = search.stdout + search.stderr
        user = re.search(r"attribute\.user = (held/\S+)", attributes).group(1)
        service = re.search(r"attribute\.server = (\S+)", attributes).group(1)
        value = subprocess.run(["secret-tool", "lookup", "user", user, "server", service],
                               capture_output=True, text=True, check=True).stdout
        if not value.startswith("prx_"):
            raise Failure("the keyring does not have the new secret")
        return value

    def shortcut(self, keys):
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.pid), "--name", "^Chatelaine$"],
                                check=True, capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        self.driver.key(keys)

    def clipboard(self):
        return subprocess.run(["xclip", "-o", "-selection", "clipboard"], capture_output=True, text=True, check=False,
                              timeout=10).stdout

    def bring_into(self, state):
        dialog = self.driver.dialog(self.title)
        if state == "revealed":
            dialog.press("Reveal")
            wait_for("a revealed secret", lambda: copies(self.pid, self.secret) > 0)
        elif state == "copied":
            dialog.press(prefix="Copy")
            dialog.says("clipboard")

    def everything_accessible(self):
        """Every name, description and text that the application has on the accessibility bus, hidden or not."""
        found = set()
        for node in descend(self.driver.application(), lists=True):
            found |= {node.name, node.description}
            try:
                found.add(node.queryText().getText(0, -1))
            except NotImplementedError:
                pass
        return {text for text in found if text}

    def titles(self):
        """The titles of all windows of the X server, mapped or not."""
        windows = subprocess.run(["xdotool", "search", "--name", "."], capture_output=True, text=True, check=False)
        return {subprocess.run(["xdotool", "getwindowname", number], capture_output=True, text=True, check=False)
                .stdout.strip() for number in windows.stdout.split()}

    def look_at_lock(self, words):
        self.window.says("Chatelaine is locked")
        allowed = re.compile(rf"Chatelaine|Chatelaine is locked|Locked.* {words}.*|Passphrase|&?Unlock")
        wait_for("nothing but the lock page on the accessibility bus",
                 lambda: all(allowed.fullmatch(text) for text in self.everything_accessible()))
        if not any(words in text for text in self.everything_accessible()):
            raise Failure(f"the lock page does not say that {words}")
        named = [title for title in self.titles() if "Lock key" in title or "Secret" in title]
        if named:
            raise Failure(f"a window's title tells what is locked: {named}")
        if self.secret in self.clipboard():
            raise Failure("the clipboard still has the secret")
        wait_for("no copy of the secret in memory", lambda: copies(self.pid, self.secret) == 0, 2)

    def unlock(self):
        self.window.type("Passphrase", PASSPHRASE, role="password text")
        self.window.press("Unlock")
        self.window.says("Ready")

    def look_at_secret(self):
        dialog = self.driver.dialog(self.title)
        dialog.says("put away")
        if self.held() != self.secret:
            raise Failure("the held secret is another one")
        dialog.press("Reveal")
        wait_for("the same secret as before", lambda: any(
            self.secret in (node.description or "") for node in descend(dialog.node) if showing(node)))
        dialog.press("Hide")

    def each_trigger_over_each_state(self):
        for trigger, (reason, words, pull) in TRIGGERS.items():
            for state in ("hidden", "revealed", "copied"):
                self.bring_into(state)
                pull(self)
                self.look_at_lock(words)
                self.reasons.append(reason)
                self.driver.picture(f"locked-{reason}-{state}")
                self.unlock()
                self.look_at_secret()
            print(f"{trigger}: locked over a secret hidden, revealed and copied; it came back, nothing was left", flush=True)

    def nothing_works_while_locked(self):
        self.shortcut("ctrl+l")
        self.window.says("Chatelaine is locked")
        self.reasons.append("asked")
        for keys in ("ctrl+n", "F5", "ctrl+shift+n", "alt+f", "ctrl+2", "Escape"):
            self.shortcut(keys)
        if [w.title for w in self.driver.windows()] != ["Chatelaine"]:
            raise Failure("a dialog opened over the lock")
        self.window.type("Passphrase", "incorrect horse", role="password text")
        self.window.press("Unlock")
        self.window.says("This is not the passphrase")
        self.driver.picture("wrong-passphrase")
        self.shortcut("alt+F4")
        self.window.says("not finished")
        self.unlock()
        dialog = self.driver.dialog(self.title)
        dialog.says("not stored yet")
        dialog.press("Go back")
        print("while it is locked no key opens anything, it does not end over an unsaved secret, a wrong passphrase fails",
              flush=True)

    def it_starts_locked(self):
        self.driver.kill()
        self.start()
        self.look_at_lock("started")
        self.reasons.append("started")
        self.unlock()
        self.window.says("As of", 30)
        print("started again it is locked", flush=True)

    def the_journal_has_it(self):
        lines = subprocess.run([os.path.join(self.programs, "chatelainectl"), "--profile", self.profile, "--json", "audit",
                                "list"], check=True, capture_output=True, text=True).stdout.splitlines()
        entries = [json.loads(line) for line in lines]
        locks = [entry["detail"]["reason"] for entry in entries if entry["kind"] == "app.lock"]
        if locks != self.reasons:
            raise Failure(f"the journal has other locks: {locks}")
        unlocks = [entry["outcome"] for entry in entries if entry["kind"] == "app.unlock"]
        if unlocks.count("succeeded") != len(locks) or unlocks.count("failed") != 1:
            raise Failure(f"the journal has other attempts: {unlocks}")
        if any(self.secret in line or PASSPHRASE in line for line in lines):
            raise Failure("the journal has the secret or the passphrase")
        print(f"the journal has {len(locks)} locks with their reasons, and every attempt", flush=True)

    def run(self):
        self.start()
        self.set_passphrase()
        self.make_key()
        self.each_trigger_over_each_state()
        self.nothing_works_while_locked()
        self.it_starts_locked()
        self.the_journal_has_it()


def main():
    test = LockTest(*sys.argv[1:3])
    logind = subprocess.Popen([sys.executable, os.path.abspath(__file__), "--logind"], stdout=subprocess.PIPE, text=True)
    began = time.monotonic()
    try:
        if logind.stdout.readline().strip() != "ready":
            raise Failure("logind could not be played")
        test.run()
    except Failure as failure:
        print(f"failed: {failure}", file=sys.stderr)
        test.driver.picture("failed")
        return 1
    finally:
        test.driver.kill()
        logind.terminate()
        logind.wait()
    print(f"done in {time.monotonic() - began:.0f} s")
    return 0


sys.exit(main())
