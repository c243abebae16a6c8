# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the published schema against the destinations that come with the program."""

import json
import pathlib
import sys

import jsonschema

BROKEN = [
    lambda document: document.pop("deliver"),
    lambda document: document.update(shell="sh -c"),
    lambda document: document["deliver"].append("--value={secret}"),
    lambda document: document.update(environment=["TOKEN={secret}"]),
    lambda document: document.update(seconds=0),
]


def main(folder):
    schema = json.loads((folder / "destination.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    paths = [path for path in sorted(folder.glob("*.json")) if "schema" not in path.name]
    for path in paths:
        for error in validator.iter_errors(json.loads(path.read_text())):
            place = "/".join(map(str, error.absolute_path))
            failures.append(f"{path.name}: /{place}: {error.message[:200]}")
        for number, change in enumerate(BROKEN):
            document = json.loads(path.read_text())
            change(document)
            if validator.is_valid(document):
                failures.append(f"{path.name}: change {number} is accepted")
    print(f"{len(paths)} destinations, {len(failures)} failures", *failures, sep="\n")
    return 1 if failures or len(paths) < 7 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
