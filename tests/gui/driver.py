# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a running Chatelaine from outside, through the accessibility bus and the X server, as a person would.

Everything waits for a condition with a limit; nothing sleeps for a fixed time and hopes.
"""

import os
import subprocess
import time

import pyatspi

LISTS = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST)
WINDOWS = ("frame", "dialog", "alert", "window")


class Failure(Exception):
    """A step that did not happen."""


def wait_for(what, condition, seconds=20):
    """Polls until condition() is true and gives its value."""
    end = time.monotonic() + seconds
    last = None
    while time.monotonic() < end:
        try:
            value = condition()
            if value:
                return value
        except (Failure, RuntimeError, LookupError, AttributeError, TypeError) as error:
            last = error  # objects of the accessibility bus vanish while they are looked at
        except Exception as error:  # gi.repository.GLib.Error has no common base with the above
            last = error
        time.sleep(0.05)
    raise Failure(f"waited {seconds} s for: {what}" + (f" ({last})" if last else ""))


def children(node):
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield child


def descend(node, lists=False):
    """All nodes below, in order; not into tables, which may have a million cells."""
    for child in children(node):
        yield child
        if lists or child.getRole() not in LISTS:
            yield from descend(child, lists)


def showing(node):
    states = node.getState()
    return states.contains(pyatspi.STATE_SHOWING) and states.contains(pyatspi.STATE_VISIBLE)


def enabled(node):
    return node.getState().contains(pyatspi.STATE_ENABLED)


def same_label(node, name):
    return node.name.replace("&", "").rstrip("…. ") == name.rstrip("…. ")


class Window:
    """One top-level window or dialog of the application."""

    def __init__(self, driver, node):
        self.driver = driver
        self.node = node

    @property
    def title(self):
        return self.node.name

    def find(self, role, name=None, prefix=None, must_show=True):
        for node in descend(self.node):
            if node.getRoleName() != role:
                continue
            if name is not None and not same_label(node, name):
                continue
            if prefix is not None and not node.name.startswith(prefix):
                continue
            if must_show and not showing(node):
                continue
            return node
        raise Failure(f"no {role} {name or prefix!r} in {self.title!r}")

    def has(self, role, name=None, prefix=None):
        try:
            return self.find(role, name, prefix)
        except Failure:
            return None

    def press(self, name=None, prefix=None, role="push button", seconds=20):
        """Presses a button once it is shown and enabled."""
        def ready():
            node = self.find(role, name, prefix)
            return node if enabled(node) else None
        node = wait_for(f"{role} {name or prefix!r} to be ready in {self.title!r}", ready, seconds)
        node.queryAction().doAction(0)
        return node

    def menu(self, name):
        """Triggers an entry of the menu bar, which need not be open."""
        def ready():
            node = self.find("menu item", name, must_show=False)
            return node if enabled(node) else None
        wait_for(f"menu entry {name!r} to be ready", ready).queryAction().doAction(0)

    def check(self, name, role="check box"):
        node = wait_for(f"{role} {name!r}", lambda: self.find(role, name))
        if not node.getState().contains(pyatspi.STATE_CHECKED):
            node.queryAction().doAction(0)
        wait_for(f"{name!r} to be checked", lambda: self.find(role, name).getState().contains(pyatspi.STATE_CHECKED))

    def type(self, name, text, role="text"):
        node = wait_for(f"{role} {name!r}", lambda: self.find(role, name))
        node.queryEditableText().setTextContents(text)
        return node

    def texts(self):
        """Everything that is written in it, for a step to look for words in."""
        parts = []
        for node in descend(self.node):
            if not showing(node):
                continue
            parts.append(node.name or "")
            if node.getRoleName() in ("text", "label", "paragraph"):
                try:
                    text = node.queryText()
                    parts.append(text.getText(0, -1))
                except NotImplementedError:
                    pass
        return "\n".join(part for part in parts if part)

    def says(self, words, seconds=20):
        return wait_for(f"{self.title!r} to say {words!r}", lambda: words in self.texts(), seconds)

    def choose(self, label, option):
        """Chooses in a combo box by its label's text, with the keyboard as a person would."""
        combo = wait_for(f"combo box {label!r}", lambda: self.combo(label))
        if same_label(combo, option):
            return combo
        self.click(combo)
        self.driver.key("Escape", "Home")  # closes the list, and leaves the focus where it was clicked
        for _ in range(60):
            if same_label(self.combo(label), option):
                return self.combo(label)
            before = self.combo(label).name
            self.driver.key("Down")
            try:
                wait_for("the next choice", lambda: self.combo(label).name != before, 2)
            except Failure:
                break
        raise Failure(f"{label!r} does not offer {option!r}, its last is {self.combo(label).name!r}")

    def combo(self, label):
        boxes = [node for node in descend(self.node) if node.getRoleName() == "combo box" and showing(node)]
        for node in boxes:
            for relation in node.getRelationSet():
                if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
                    for i in range(relation.getNTargets()):
                        if same_label(relation.getTarget(i), label) or relation.getTarget(i).name.rstrip(":") == label:
                            return node
            if node.description == label:
                return node
        raise Failure(f"no combo box {label!r} in {self.title!r}")

    def table(self, name):
        node = wait_for(f"table {name!r}", lambda: next(
            (n for n in descend(self.node) if n.getRole() in LISTS and same_label(n, name) and showing(n)), None))
        return Table(self, node)

    def click(self, node):
        """A real click of the X server in the middle of a node."""
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        subprocess.run(["xdotool", "mousemove", "--sync", str(box.x + box.width // 2), str(box.y + box.height // 2),
                        "click", "1"], check=True)


class Table:
    def __init__(self, window, node):
        self.window = window
        self.node = node
        self.table = node.queryTable()

    def columns(self):
        return [self.table.getColumnDescription(i) or self.table.getColumnHeader(i).name
                for i in range(self.table.nColumns)]

    def rows(self, limit=500):
        count = min(self.table.nRows, limit)
        return [[(self.table.getAccessibleAt(r, c).name or "") for c in range(self.table.nColumns)]
                for r in range(count)]

    def row_with(self, *words, seconds=20):
        """The number of the row in which each of the words is a cell's text."""
        def look():
            for number, row in enumerate(self.rows()):
                if all(any(word == cell or word in cell for cell in row) for word in words):
                    return number + 1
            return None
        return wait_for(f"a row with {words} in {self.node.name!r}", look, seconds) - 1

    def has_row(self, *words):
        return any(all(any(word == cell or word in cell for cell in row) for word in words) for row in self.rows())

    def select(self, number):
        cell = self.table.getAccessibleAt(number, 0)
        self.window.click(cell)
        wait_for(f"row {number} to be selected", lambda: self.table.isRowSelected(number))


class Driver:
    """The application under test and the display it is on."""

    def __init__(self, pictures):
        self.pictures = pictures
        self.process = None
        self.number = 0
        os.makedirs(pictures, exist_ok=True)

    def start(self, command, environment=None):
        env = dict(os.environ)
        env.update(environment or {})
        self.process = subprocess.Popen(command, env=env)
        return self.main_window()

    def application(self):
        desktop = pyatspi.Registry.getDesktop(0)
        for app in children(desktop):
            if app.get_process_id() == self.process.pid:
                return app
        raise Failure("the application is not on the accessibility bus")

    def windows(self):
        return [Window(self, node) for node in children(self.application())
                if node.getRoleName() in WINDOWS and showing(node)]

    def main_window(self, seconds=30):
        def look():
            if self.process.poll() is not None:
                raise SystemExit(f"the application ended with status {self.process.returncode}")
            return next((w for w in self.windows() if w.node.getRoleName() == "frame"), None)
        return wait_for("the main window", look, seconds)

    def dialog(self, title, seconds=20):
        """The dialog whose title has these words."""
        return wait_for(f"a dialog {title!r}", lambda: next(
            (w for w in self.windows() if title in w.title), None), seconds)

    def gone(self, title, seconds=20):
        wait_for(f"the dialog {title!r} to be gone",
                 lambda: not any(title in w.title for w in self.windows()), seconds)

    def picture(self, name):
        self.number += 1
        path = os.path.join(self.pictures, f"{self.number:02d}-{name}.png")
        subprocess.run(["import", "-window", "root", path], check=True)
        return path

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def quit(self, seconds=20):
        """Closes the main window through the window manager, and waits for the end of the process."""
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Chatelaine"],
                                check=True, capture_output=True, text=True).stdout.split()[0]
        subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
        self.key("alt+F4")
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise Failure("the application did not end when its window was closed") from error
        if self.process.returncode != 0:
            raise Failure(f"the application ended with status {self.process.returncode}")

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
