#!/usr/bin/env python3
"""Works out, as an outsider would, what two releases with small counts hidden give away.

    disclosure.py COMMAND [--random N] [--seed N]

COMMAND is the built `takedowns`. Logs are made up, published with `publish.suppress_below`, then
published again with late records. The outsider reads the tables of both releases and nothing else.
How figures hang together is built here anew: each figure of records is a sum of the records of one
agency, on one platform, of one outcome, between two days. An unknown stands for each such number in
each release; where no shown figure of a period differs between the two, they are taken for the same.

- By linear algebra: no hidden figure of records is a combination of those shown.
- By linear programming, with every number 0 or more and every small count between 1 and one less than
  the limit: the range of a small count that is not reported as exposed is more than one value. How
  many have one value is printed, since bounds of all relations together are not part of the search.

Ends with status 0 when nothing follows by linear algebra, 1 when something does, 77 without scipy.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

try:
    import numpy
    from scipy.optimize import linprog
except ImportError:
    print("skipped: scipy is not installed")
    sys.exit(77)

LIMIT = 5
OUTCOMES = {"takedowns": {"removed"}, "refused": {"refused"}, "undecided": {"pending"},
            "referrals": {"removed", "refused", "pending"},
            # Every record has both times, so that the counts beside times are of all of them.
            "time-to-action": {"removed", "refused"}, "time-to-takedown": {"removed"}}
AGENCIES = ["uk-nca", "se-police"]
PLATFORMS = ["x", "tiktok", "facebook"]


def log(generator, rows=None):
    """Rows of one agency's log; late ones are added to those there are."""
    rows = list(rows or [])
    for platform in PLATFORMS:
        for month in (7, 8, 9):
            for outcome, top in (("removed", 14), ("refused", 5), ("pending", 3)):
                count = generator.randint(0, top) if len(rows) < 400 else 0
                for _ in range(count):
                    number = generator.randrange(10 ** 9)
                    day = f"2024-{month:02}-{generator.randint(1, 28):02}"
                    rows.append([platform, f"name{number}", outcome, day,
                                 f"2024-06-{generator.randint(1, 28):02}T00:00:00Z",
                                 f"{day}T00:00:00Z"])
    return rows


def publish(command, folder, logs):
    """The figures of records of a release, by measure, agency, platform and days; None where hidden."""
    sources = []
    for agency, rows in logs.items():
        with open(folder / f"{agency}.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Platform", "Account", "Outcome", "Date", "Referred", "Acted"])
            writer.writerows(rows)
        sources.append({
            "id": agency, "agency": agency, "path": f"{agency}.csv", "format": "csv",
            "fields": {"platform": "Platform", "account": "Account", "action": "Outcome",
                       "action_date": "Date", "referred_at": "Referred", "actioned_at": "Acted"}})
    (folder / "pipeline.json").write_text(json.dumps({
        "version": 1, "sources": sources,
        "reporting": {"year_start": "07-01", "as_of": "2024-09-30",
                      "periods": ["to-date", "month", "year-to-month", "rolling-year"]},
        "publish": {"suppress_below": LIMIT}}))
    done = subprocess.run([command, "run", "--config", str(folder / "pipeline.json")],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr)
    run = json.loads((folder / "outputs/latest/run.json").read_text())
    release = folder / "outputs/latest/release/data"
    figures, truth = {}, {}
    for path, into in ((release / "accounts.csv", figures),
                       (folder / "outputs/latest/3-compare/counts.csv", truth)):
        for row in csv.DictReader(open(path, encoding="utf-8-sig", newline="")):
            if row["measure"] in OUTCOMES and row["counts"] == "record":
                key = tuple(row[c] for c in
                            ("measure", "agency", "platform", "period_start", "period_end"))
                into[key] = int(row["value"]) if row["value"] else None
    for row in csv.DictReader(open(release / "timeliness.csv", encoding="utf-8-sig", newline="")):
        key = tuple(row[c] for c in
                    ("measure", "agency", "platform", "period_start", "period_end"))
        for column in ("records", "with_both_times"):
            if row[column]:
                figures[key] = truth[key] = int(row[column])
    for row in csv.DictReader(open(release / "comparisons.csv", encoding="utf-8-sig", newline="")):
        if row["measure"] in OUTCOMES and row["coverage"] == "all" and row["value"]:
            key = tuple(row[c] for c in
                        ("measure", "agency", "platform", "period_start", "period_end"))
            if figures.get(key, 0) is None:
                raise RuntimeError(f"hidden in one table and shown in another: {key}")
    return figures, truth, run["stages"]["emit"]["counts"]


def atoms(key, cuts):
    measure, agency, platform, first, last = key
    first, last = date.fromisoformat(first), date.fromisoformat(last) + timedelta(1)
    for outcome in sorted(OUTCOMES[measure]):
        for own in AGENCIES if agency == "all" else [agency]:
            for on in PLATFORMS if platform == "all" else [platform]:
                for start, end in zip(cuts, cuts[1:]):
                    if first <= start and end <= last:
                        yield outcome, own, on, start


def attack(first, second, truths):
    """The figures that follow from those shown, and the small ones that have one value only."""
    begin = date(2024, 7, 1)
    days = {begin}
    for key in list(first) + list(second):
        days |= {max(begin, date.fromisoformat(key[3])),
                 max(begin, date.fromisoformat(key[4]) + timedelta(1))}
    cuts = sorted(days)
    changed = {atom for key in first if key in second for atom in atoms(key, cuts)
               if key[1] != "all" and key[2] != "all" and truths[0][key] != truths[1][key]}
    columns = {}

    def column(release, atom):
        return columns.setdefault((release if atom in changed else 0, atom), len(columns))

    entries = []
    for release, figures in enumerate((first, second)):
        for key, value in figures.items():
            entries.append((release, key, value, [column(release, a) for a in atoms(key, cuts)]))
    def matrix(rows):
        result = numpy.zeros((len(rows), len(columns)))
        for number, (_, _, _, places) in enumerate(rows):
            for place in places:
                result[number, place] += 1
        return result
    shown = [e for e in entries if e[2] is not None]
    hidden = [e for e in entries if e[2] is None]
    known, wanted = matrix(shown), matrix(hidden)
    _, sizes, vectors = numpy.linalg.svd(known, full_matrices=True)
    rank = int((sizes > 1e-9).sum())
    nullspace = vectors[rank:].T
    given = [hidden[i][:2] for i in range(len(hidden))
             if numpy.abs(wanted[i] @ nullspace).max(initial=0) < 1e-7]
    small = [i for i, e in enumerate(hidden) if 1 <= truths[e[0]][e[1]] < LIMIT]
    limits = [(wanted[i], 1, LIMIT - 1) for i in small]
    upper = numpy.array([-l[0] for l in limits] + [l[0] for l in limits])
    bounds = [-l[1] for l in limits] + [l[2] for l in limits]
    pinned = []
    for i in small:
        ends = [linprog(sign * wanted[i], A_ub=upper, b_ub=bounds, A_eq=known,
                        b_eq=[e[2] for e in shown], bounds=(0, None), method="highs")
                for sign in (1, -1)]
        if all(end.status == 0 for end in ends) and -ends[1].fun - ends[0].fun < 1 - 1e-6:
            pinned.append(hidden[i][:2])
    return given, pinned, len(small), len(hidden)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--random", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = random.Random(options.seed)
    faults, total_small, total_hidden, total_pinned, exposed = [], 0, 0, 0, 0
    for number in range(options.random):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            logs = {agency: log(generator) for agency in AGENCIES}
            first, truth, _ = publish(options.command, folder, logs)
            agency = generator.choice(AGENCIES)
            late = [[generator.choice(PLATFORMS), f"late{i}", "removed",
                     f"2024-09-{generator.randint(1, 28):02}"] for i in range(generator.randint(0, 4))]
            logs[agency] = logs[agency] + late
            second, later, counts = publish(options.command, folder, logs)
        given, pinned, small, hidden = attack(first, second, (truth, later))
        reported = sum(counts[name] for name in (
            "small_exposed", "small_exposed_if_unchanged", "others_exposed"))
        exposed += reported
        if len(given) > reported:
            faults.append(f"logs {number}: {given}")
        total_small, total_hidden = total_small + small, total_hidden + hidden
        total_pinned += len(pinned)
    print(f"logs {options.random}: hidden {total_hidden}, small {total_small}, reported as exposed "
          f"{exposed}, of one value by all bounds together {total_pinned}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
