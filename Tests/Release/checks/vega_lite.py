"""Specifications of charts: valid by the schema of Vega-Lite, drawn, and about columns that exist."""

import csv
import importlib.resources
import io
import json

import jsonschema
import vl_convert


def fields(node):
    """Every field that a specification names, at any depth."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "field" and isinstance(value, str):
                yield value
            yield from fields(value)
    elif isinstance(node, list):
        for value in node:
            yield from fields(value)


def schema():
    folder = importlib.resources.files("altair.vegalite.v6.schema")
    return json.loads((folder / "vega-lite-schema.json").read_text())


VALIDATOR = jsonschema.Draft7Validator(schema())


def check(release):
    problems = []
    paths = sorted((release / "charts").glob("*.vl.json"))
    if not paths:
        return ["there are no charts"]
    for path in paths:
        specification = json.loads(path.read_text())
        for error in VALIDATOR.iter_errors(specification):
            problems.append(f"{path.name}: {error.message[:200]}")
        data = path.parent / specification["data"]["url"]
        if not data.exists():
            problems.append(f"{path.name}: there is no {data.name}")
            continue
        text = data.read_text()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        for field in sorted(set(fields(specification)) - set(rows[0])):
            problems.append(f"{path.name}: '{field}' is no column of {data.name}")
        specification["data"] = {"values": text, "format": specification["data"]["format"]}
        try:
            drawn = vl_convert.vegalite_to_svg(specification)
        except ValueError as error:
            problems.append(f"{path.name}: not drawn: {str(error)[:200]}")
            continue
        for label in {row["label"] for row in rows}:
            if label.replace("&", "&amp;") not in drawn:
                problems.append(f"{path.name}: '{label}' is not in the picture")
    return problems


def edit(name, change):
    def plant(release):
        path = sorted((release / "charts").glob(name))[0]
        path.write_text(change(path.read_text()))

    return plant


FAULTS = {
    "a mark that there is not": edit("*.vl.json", lambda text: text.replace('"bar"', '"beam"')),
    "a field that is no column": edit("*.vl.json", lambda text: text.replace('"series"', '"serie"')),
    "a table that is gone": lambda release: next((release / "charts").glob("*.csv")).unlink(),
}
