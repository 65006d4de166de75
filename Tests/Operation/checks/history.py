"""Adds a month to ten years of monthly files: what does it cost?"""

import time

from workspace import Workspace, rows

# Rows in each file.
COUNT = 10_000
MONTHS = 120


def timed(workspace, *arguments):
    start = time.monotonic()
    result = workspace.run(*arguments)
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return time.monotonic() - start, result.stderr


def check(program, count):
    problems = []
    with Workspace(program, files=MONTHS // 2, size=count) as workspace:
        whole, _ = timed(workspace, "run")
        idle, _ = timed(workspace, "run")
        workspace.late.write_text(rows("late", count))
        added, words = timed(workspace, "run", "--to", "ingest")
        if f"; {MONTHS} files as read before" not in words:
            problems.append(f"more was read than the new file: {words}")
        rest, _ = timed(workspace, "run")
    with Workspace(program, files=1, size=count) as workspace:
        single, _ = timed(workspace, "run", "--to", "ingest")
    return problems, (
        f"{MONTHS} files of {count} rows {whole:.2f} s, again {idle:.2f} s, ingest of one more "
        f"{added:.2f} s (two files alone {single:.2f} s), the later stages {rest:.2f} s")
