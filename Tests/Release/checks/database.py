"""takedowns.sqlite: whole, strict, its keys hold, and every cell is that of the CSV file."""

import contextlib
import csv
import json
import sqlite3


def value(text, kind):
    """What the database has for a cell of a CSV file, where formulas are made harmless by an apostrophe."""
    if text == "":
        return None
    if text[0] == "'" and text[1:2] in tuple("=+-@\t\r\n"):
        return text[1:]
    return {"integer": int, "number": float}.get(kind, str)(text)


def check(release):
    problems = []
    path = release / "takedowns.sqlite"
    uri = f"file:{path}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as database:
            problems += [f"integrity: {row[0]}" for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
            if problems:
                return problems
            problems += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check").fetchmany(5)]
            problems += structure(database)
            problems += cells(release, database)
    except sqlite3.DatabaseError as error:
        problems.append(str(error))
    return problems


def structure(database):
    problems = []
    for name, kind, strict in database.execute(
        "SELECT name, type, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    ):
        count = database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        if kind == "table" and not strict:
            problems.append(f"{name} is not strict")
        if kind == "view" and not count:
            problems.append(f"the view {name} has no rows")
        if name not in ("release", "contents") and not database.execute(
            "SELECT 1 FROM contents WHERE name = ?", [name]
        ).fetchone():
            problems.append(f"{name} is not among the contents")
    return problems


def cells(release, database):
    problems = []
    package = json.loads((release / "datapackage.json").read_text())
    for resource in package["resources"]:
        name = resource["name"].replace("-", "_")
        schema = resource["schema"]
        kinds = [field["type"] for field in schema["fields"]]
        with (release / resource["path"]).open(newline="") as file:
            lines = list(csv.reader(file))
        columns = list(database.execute("SELECT name, type, pk FROM pragma_table_info(?)", [name]))
        if [column[0] for column in columns] != lines[0]:
            problems.append(f"{name}: other columns than the file")
            continue
        types = {"integer": "INTEGER", "number": "REAL"}
        if [column[1] for column in columns] != [types.get(kind, "TEXT") for kind in kinds]:
            problems.append(f"{name}: other types than the file")
        key = [column[0] for column in sorted(columns, key=lambda column: column[2]) if column[2]]
        if key != schema.get("primaryKey", []):
            problems.append(f"{name}: another key than the file")
        there = database.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
        expected = [tuple(map(value, line, kinds)) for line in lines[1:]]
        if there != expected:
            row = next((i for i, pair in enumerate(zip(there, expected)) if pair[0] != pair[1]), len(there))
            problems.append(f"{name}: row {row + 1} is not that of the file")
    return problems


def statement(*sql):
    def plant(release):
        with contextlib.closing(sqlite3.connect(release / "takedowns.sqlite")) as database:
            for line in sql:
                database.execute(line)
            database.commit()

    return plant


def damage(release):
    path = release / "takedowns.sqlite"
    data = bytearray(path.read_bytes())
    data[40960:45056] = bytes(4096)
    path.write_bytes(data)


FAULTS = {
    "another figure": statement("UPDATE accounts SET value = value + 1 WHERE rowid = 7"),
    "nothing where a number is": statement("UPDATE rates SET rate = NULL WHERE rowid = 1"),
    "an agency that there is not": statement("DELETE FROM agencies WHERE agency = 'uk-nca'"),
    "a table that takes anything": statement("CREATE TABLE more (value INTEGER)"),
    "a view without rows": statement(
        "DROP VIEW latest_by_agency", "CREATE VIEW latest_by_agency AS SELECT * FROM accounts WHERE 0"
    ),
    "a page of zeros": damage,
}
