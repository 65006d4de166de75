#!/usr/bin/env python3
"""Confirms by linear programming what `takedowns claims` says cannot hold together.

    claims.py COMMAND REGISTER [--random N] [--seed N]

COMMAND is the built `takedowns`, REGISTER a register of published figures. The words of the figures
are read here anew, from the rules and not from the report. Growths of a running total, one for each
stretch of days and each unit, are the unknowns; narrower units grow by no more than wider ones.

- Each contradiction of the report must have no solution, and with any one figure left out one.
- With --random, so many registers are made up, true and false ones. Those of one unit must have a
  contradiction in the report exactly where there is no solution; of those of two units, each
  contradiction is confirmed.

Ends with status 0 when all is confirmed, 1 when not, 77 when scipy is not there.
"""

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta

try:
    from scipy.optimize import linprog
    from scipy.sparse import lil_matrix
except ImportError:
    print("skipped: scipy is not installed")
    sys.exit(77)

COLUMNS = (
    "figure_id,publisher,published_on,agency,measure,counts,period_start,period_end,qualifier,value,"
    "change_stated,change_base,source_title,source_url"
).split(",")


def bounds(qualifier, value):
    """The least and the most that the words allow, as whole numbers; None for no end."""
    digits = str(value).rstrip("0") or "1"
    step = 10 ** (len(str(value)) - len(digits)) if value else 1
    if digits[-1] == "5" and value:
        step *= 5
    if qualifier == "exactly":
        return value, value
    if qualifier in ("about", ""):
        return max(0, -((step - 2 * value) // 2)), (2 * value + step) // 2
    if qualifier == "more than":
        return value + 1, None if step == 1 else value + step - 1
    if qualifier == "almost":
        return 0 if step == 1 else max(0, -((step - 2 * value) // 2)), value - 1
    if qualifier == "at least":
        return value, None
    if qualifier == "up to":
        return 0, value
    raise ValueError(qualifier)


def holds(figures, one_unit):
    """Whether there are growths that keep the words of all figures."""
    if not figures:
        return True
    ends = sorted(
        {date.fromisoformat(f["period_start"]) - timedelta(1) for f in figures}
        | {date.fromisoformat(f["period_end"]) for f in figures}
    )
    place = {day: i for i, day in enumerate(ends)}
    stretches = len(ends) - 1
    units = [frozenset()] if one_unit else sorted(
        {frozenset(f["counts"].split("+")) for f in figures}, key=sorted)
    rows = []
    for figure in figures:
        unit = 0 if one_unit else units.index(frozenset(figure["counts"].split("+")))
        first = place[date.fromisoformat(figure["period_start"]) - timedelta(1)]
        last = place[date.fromisoformat(figure["period_end"])]
        cells = [unit * stretches + i for i in range(first, last)]
        low, high = bounds(figure["qualifier"], int(figure["value"]))
        if low > 0:
            rows.append(({i: -1 for i in cells}, -low))
        if high is not None:
            rows.append(({i: 1 for i in cells}, high))
    for narrow in units:
        for wide in units:
            if narrow < wide and narrow:
                for i in range(stretches):
                    own, other = units.index(narrow), units.index(wide)
                    rows.append(({own * stretches + i: 1, other * stretches + i: -1}, 0))
    count = stretches * len(units)
    matrix = lil_matrix((max(len(rows), 1), count))
    limits = [0] * max(len(rows), 1)
    for number, (cells, limit) in enumerate(rows):
        for column, factor in cells.items():
            matrix[number, column] = factor
        limits[number] = limit
    result = linprog([0] * count, A_ub=matrix.tocsr(), b_ub=limits, bounds=(0, None), method="highs")
    if result.status not in (0, 2):
        raise RuntimeError(result.message)
    return result.status == 0


def report(command, register):
    """What the command says of a register."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [command, "claims", register, "--format", "json", "--config", folder + "/none.json"],
            capture_output=True, text=True)
    if done.returncode not in (0, 1, 2) or not done.stdout:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout)


def confirm(command, path):
    """The faults of the report on a register, and how many contradictions it has."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        figures = {row["figure_id"]: row for row in csv.DictReader(file)}
    faults = []
    found = report(command, path)["against_each_other"]
    for entry in found:
        one_unit = entry["reading"] == "one unit"
        chosen = [figures[i] for i in entry["figures"]]
        if holds(chosen, one_unit):
            faults.append(f"{entry['figures']} can hold together ({entry['reading']})")
        for figure in chosen:
            if not holds([f for f in chosen if f is not figure], one_unit):
                faults.append(f"{entry['figures']} without {figure['figure_id']} cannot hold either")
    return faults, len(found)


def made_up(generator, is_mixed):
    """A register of one agency, and of one unit or of two, one within the other.

    Its figures come from a series; some are then changed.
    """
    days = generator.randint(4, 40)
    narrow = [generator.choice([0, 1, 7, 40, 300]) * generator.randint(0, 9) for _ in range(days)]
    wide = [own + generator.randint(0, 60) for own in narrow]
    rows = []
    for number in range(generator.randint(2, 8)):
        counts = generator.choice(["accounts", "accounts+posts"]) if is_mixed else "accounts"
        growth = narrow if counts == "accounts" else wide
        first = generator.randrange(days)
        last = generator.randrange(first, days)
        true = sum(growth[first:last + 1])
        step = generator.choice([1, 10, 100, 50, 1000])
        value = max(1, round(true / step + generator.choice([0, 0, 0, 0.6, -0.6])) * step)
        rows.append(dict.fromkeys(COLUMNS, "") | {
            "figure_id": f"f{number}", "publisher": "p", "published_on": "2025-01-01",
            "agency": "a", "measure": "taken-down", "counts": counts,
            "period_start": str(date(2024, 1, 1) + timedelta(first)),
            "period_end": str(date(2024, 1, 1) + timedelta(last)),
            "qualifier": generator.choice(
                ["exactly", "about", "more than", "almost", "at least", "up to"]),
            "value": str(value), "source_title": "t",
        })
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("register")
    parser.add_argument("--random", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faults, count = confirm(options.command, options.register)
    print(f"{options.register}: contradictions {count}, confirmed {count if not faults else 'not all'}")
    generator = random.Random(options.seed)
    contradictory = confirmed = 0
    for number in range(options.random):
        is_mixed = number % 2 == 1
        rows = made_up(generator, is_mixed)
        with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            file.flush()
            own, count = confirm(options.command, file.name)
        faults += [f"register {number}: {fault}" for fault in own]
        possible = holds(rows, False)
        contradictory += not possible
        confirmed += count
        # Where units lie within each other, what only their difference refutes is not looked for.
        if possible == (count > 0) and not is_mixed:
            faults.append(
                f"register {number}: {'can' if possible else 'cannot'} hold, yet {count} found: {rows}")
    if options.random:
        print(
            f"made-up registers {options.random}: cannot hold {contradictory}, contradictions "
            f"{confirmed}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
