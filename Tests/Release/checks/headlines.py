"""headlines.json by the schema that goes with it, and the schema by that of JSON Schema."""

import json
import subprocess

from page import edit


def run(*arguments):
    said = subprocess.run(["check-jsonschema", *arguments], capture_output=True, text=True)
    return [] if said.returncode == 0 else [(said.stdout + said.stderr)[:1000]]


def check(release):
    schema = release / "headlines.schema.json"
    problems = run("--check-metaschema", str(schema))
    problems += run("--schemafile", str(schema), str(release / "headlines.json"))
    document = json.loads(schema.read_text())
    if document.get("$id") != "headlines.schema.json":
        problems.append(f"the $id is {document.get('$id')}")
    known = document["$defs"]["headline"]["properties"]
    for headline in json.loads((release / "headlines.json").read_text())["headlines"]:
        for key in sorted(set(headline) - set(known)):
            problems.append(f"{headline['id']}: the schema does not say what '{key}' is")
    return problems


FAULTS = {
    "another version": edit(lambda text: text.replace('"version": 1', '"version": 2'), "headlines.json"),
    "a figure as text": edit(
        lambda text: text.replace('"change": ', '"change": "1", "more": ', 1), "headlines.json"),
    "a key that is not described": edit(lambda text: text.replace('"measure"', '"mesure"', 1), "headlines.json"),
    "a status that there is not": edit(lambda text: text.replace('"provisional"', '"perhaps"', 1), "headlines.json"),
    "a schema that is none": edit(lambda text: text.replace('"object"', '"objects"', 1), "headlines.schema.json"),
}
