# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the published schema against the built-in definitions and the table of broken ones.

The loader is held against the same table by tst_providers_definitions: an entry with `schema` true is
one that an editor must mark as well; one with false needs a look at more than one place.
"""

import copy
import json
import pathlib
import sys

import jsonschema


def change(document, entry):
    changed = copy.deepcopy(document)
    path = (entry.get("set") or entry["remove"]).split("/")[1:]
    place = changed
    for step in path[:-1]:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if "set" in entry:
        place[path[-1]] = entry["to"]
    else:
        del place[path[-1]]
    return changed


def main(folder, table):
    schema = json.loads((folder / "provider.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    definitions = {}
    for path in sorted(folder.glob("*.json")):
        if path.name == "provider.schema.json":
            continue
        definitions[path.stem] = json.loads(path.read_text())
        for error in validator.iter_errors(definitions[path.stem]):
            failures.append(f"{path.name}: /{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    for entry in json.loads(table.read_text()):
        refused = not validator.is_valid(change(definitions[entry["of"]], entry))
        if refused != entry["schema"]:
            failures.append(f"{entry['why']}: the schema {'refuses' if refused else 'accepts'} it")
    print(f"{len(definitions)} definitions, {len(failures)} failures")
    for failure in failures:
        print(failure)
    return 1 if failures or len(definitions) < 4 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
