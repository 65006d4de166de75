"""Metadata of each CSV file: valid for csvwvalidate, as its reader finds them beside the file."""

import json
import warnings

import csvw


def metadata_of(path):
    return path.with_name(path.name + "-metadata.json")


def check(release):
    tables = [p for folder in ("data", "charts") for p in (release / folder).glob("*.csv")]
    if not tables:
        return ["there are no tables"]
    problems = [f"{path.name} has no metadata" for path in tables if not metadata_of(path).exists()]
    # The validator takes seconds for a large table: small ones first, and the first problem is enough.
    for path in sorted(tables, key=lambda path: path.stat().st_size):
        if problems:
            return problems
        metadata = metadata_of(path)
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            try:
                valid = csvw.CSVW(str(metadata), validate=True).is_valid
            except (ValueError, KeyError, AssertionError) as error:
                problems.append(f"{metadata.name}: {error}")
                continue
        problems += [f"{metadata.name}: {w.message}" for w in said if "csvw" in str(w.filename)]
        if not valid:
            problems.append(f"{metadata.name}: not valid")
        names = [column["name"] for column in json.loads(metadata.read_text())["tableSchema"]["columns"]]
        header = path.read_text().partition("\n")[0].split(",")
        if names != header:
            problems.append(f"{metadata.name}: other columns than the file")
    return problems


def edit(name, old, new):
    def plant(release):
        path = release / "data" / name
        text = path.read_text()
        assert old in text, old
        path.write_text(text.replace(old, new, 1))

    return plant


FAULTS = {
    "a day that there is not": edit("coverage.csv", ",2025-03-", ",2025-13-"),
    "a column with another name": edit("coverage.csv", "agency_name", "agency_title"),
    "a cell that has to be there": edit("coverage.csv", "al-asp,", ","),
    "metadata that are gone": lambda release: (release / "data" / "rates.csv-metadata.json").unlink(),
    "a type that there is not": edit("coverage.csv-metadata.json", '"integer"', '"count"'),
}
