# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that the tests of this folder reach: printed, collected, and held."""

import os
import re

KILLPOINT = os.path.join(os.environ.get("CHATELAINE_BUILD", ""), "tests", "killpoint.so")
# How many times programs are killed in all; tests/security/run asks for more.
KILLS = int(os.environ.get("KILLS", "20"))
LONG = KILLS > 20


class Figures:
    """Counts what must not be; `expect_none` prints each count, and fails when one is not 0."""

    def __init__(self):
        self.counts = {}
        self.cases = {}

    def count(self, what, cases=()):
        """`cases` that must not be; an empty list declares the figure."""
        self.counts[what] = self.counts.get(what, 0) + len(cases)
        self.cases.setdefault(what, []).extend(cases)

    def tell(self):
        """Prints the figures, and collects them where tests/security/run wants them."""
        lines = [f"{what}: {count}" for what, count in self.counts.items()]
        print("", *lines, sep="\n  ", flush=True)
        if path := os.environ.get("FIGURES"):
            with open(path, "a", encoding="utf-8") as file:
                file.writelines(line + "\n" for line in lines)

    def expect_none(self, test):
        self.tell()
        for what, cases in self.cases.items():
            test.assertEqual(cases, [], what)


def forms_of(secret):
    """A secret as it may stand anywhere: UTF-8, UTF-16 in both orders, base64 (whatever stands
    before it), hexadecimal."""
    import base64

    raw = secret.encode()
    forms = {"UTF-8": raw, "UTF-16LE": secret.encode("utf-16-le"),
             "UTF-16BE": secret.encode("utf-16-be"), "hex": raw.hex().encode()}
    for shift in range(3):
        # Without the characters that depend on what is around it.
        coded = base64.b64encode(b"\0" * shift + raw)
        forms[f"base64+{shift}"] = coded[4 if shift else 0:len(raw) // 3 * 4 - 4]
    return forms


def copies_in(content, secret):
    return [form for form, bytes_ in forms_of(secret).items() if bytes_ in content]


def mappings(pid):
    """The start and end of each readable mapping of a process, its name, and whether it is the heap
    for secrets: the only one that is kept out of core dumps."""
    with open(f"/proc/{pid}/smaps", encoding="utf-8") as smaps:
        mapping = None
        for line in smaps:
            if match := re.match(r"([0-9a-f]+)-([0-9a-f]+) (r?)\S* \S+ \S+ \S+ *(.*)", line):
                start, end, readable, name = match.groups()
                mapping = (int(start, 16), int(end, 16), name) if readable else None
            elif line.startswith("VmFlags:") and mapping:
                yield *mapping, " dd" in line


def copies_in_memory(pid, secret, but_heap_for_secrets=False):
    """Where a secret is in a process's memory, and in which form."""
    forms = forms_of(secret)
    found = []
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        for start, end, name, is_heap_for_secrets in mappings(pid):
            if is_heap_for_secrets and but_heap_for_secrets:
                continue
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except (OSError, OverflowError, ValueError):
                continue  # [vvar] and its like
            for form, bytes_ in forms.items():
                found += [f"{form} in {name or 'anonymous memory'}"] * content.count(bytes_)
    return found
