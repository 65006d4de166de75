"""datapackage.json: valid for frictionless, with every CSV file, its size and its hash."""

import hashlib
import json

import frictionless


def check(release):
    path = release / "datapackage.json"
    if not path.exists():
        return ["there is no datapackage.json"]
    package = json.loads(path.read_text())
    problems = []
    listed = {resource["path"] for resource in package["resources"]}
    there = {str(p.relative_to(release)) for folder in ("data", "charts") for p in (release / folder).glob("*.csv")}
    problems += [f"{name} is not listed" for name in sorted(there - listed)]
    for resource in package["resources"]:
        file = release / resource["path"]
        if not file.exists():
            problems.append(f"{resource['path']} is listed and not there")
            continue
        data = file.read_bytes()
        if len(data) != resource["bytes"]:
            problems.append(f"{resource['path']}: {len(data)} bytes, listed with {resource['bytes']}")
        if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
            problems.append(f"{resource['path']}: another hash than listed")
    if problems:
        return problems
    report = frictionless.validate(str(path))
    problems += [error.message for error in report.errors]
    for task in report.tasks:
        problems += [f"{task.name}: {error.message}" for error in task.errors[:5]]
    return problems


def document(change):
    def plant(release):
        path = release / "datapackage.json"
        package = json.loads(path.read_text())
        change(package["resources"])
        path.write_text(json.dumps(package))

    return plant


def table(change):
    """Changes a data file, and what the package says of its bytes, so that only its content is wrong."""

    def plant(release):
        path = release / "data" / "coverage.csv"
        path.write_text(change(path.read_text()))
        data = path.read_bytes()

        def restate(resources):
            resource = next(r for r in resources if r["name"] == "coverage")
            resource.update(bytes=len(data), hash="sha256:" + hashlib.sha256(data).hexdigest())

        document(restate)(release)

    return plant


def twice(text):
    lines = text.splitlines(keepends=True)
    return "".join(lines + lines[1:2])


FAULTS = {
    "a file with other bytes": lambda release: (release / "data" / "rates.csv").write_bytes(b"measure\n"),
    "a file that is not listed": document(lambda resources: resources.pop()),
    "a file that is gone": lambda release: next((release / "charts").glob("*.csv")).unlink(),
    "a row twice": table(twice),
    "a word for a number": table(lambda text: text.replace(",2025-", ",spring-", 1)),
    "a type that there is not": document(
        lambda resources: resources[0]["schema"]["fields"][0].update(type="words")
    ),
}
