"""Datasette shows the database with its titles and meanings, and its ready questions have answers."""

import json
import pathlib
import subprocess
import sys


def get(release, path):
    """What Datasette answers; None where it does not."""
    command = [pathlib.Path(sys.executable).parent / "datasette", "takedowns.sqlite", "-m", "metadata.json"]
    done = subprocess.run([*command, "--get", path], cwd=release, capture_output=True, text=True, timeout=120)
    return done.stdout if done.returncode == 0 else None


def check(release):
    metadata = json.loads((release / "metadata.json").read_text())
    described = metadata["databases"]["takedowns"]
    problems = []
    page = get(release, "/takedowns.json")
    if page is None:
        return ["Datasette does not open the database"]
    contents = json.loads(page)
    names = {table["name"] for table in contents["tables"]} | {view["name"] for view in contents["views"]}
    problems += [f"'{name}' is described and not there" for name in sorted(set(described["tables"]) - names)]
    for table in contents["tables"]:
        meanings = described["tables"].get(table["name"], {}).get("columns", {})
        problems += [
            f"{table['name']}: '{column}' is described and not there"
            for column in sorted(set(meanings) - set(table["columns"]))
        ]
    for query in contents["queries"]:
        name = query["name"]
        answer = get(release, f"/takedowns/{name}.json?_shape=array&agency=all")
        rows = json.loads(answer) if answer else []
        if not isinstance(rows, list) or not rows:
            problems.append(f"the question '{name}' has no answer")
    html = get(release, "/takedowns/latest_by_agency") or ""
    if described["tables"]["latest_by_agency"]["title"] not in html:
        problems.append("the page of a view has no title")
    return problems


def edit(old, new):
    def plant(release):
        path = release / "metadata.json"
        text = path.read_text()
        assert old in text, old
        path.write_text(text.replace(old, new, 1))

    return plant


FAULTS = {
    "a question about no table": edit('\\"latest_by_platform\\"', '\\"latest_by_platfrom\\"'),
    "a column that there is not": edit('"base_value":', '"base_values":'),
    "no database": lambda release: (release / "takedowns.sqlite").write_bytes(b"no database"),
}
