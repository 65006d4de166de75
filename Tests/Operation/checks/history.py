"""Adds a month to ten years of monthly files: what does it cost beside a month added to one?"""

import time

from workspace import Workspace, rows

# Rows in each file: 18,000 a year.
COUNT = 1_500
MONTHS = 120
# Of so many runs the median is given.
TRIES = 5


def timed(workspace, *arguments):
    start = time.monotonic()
    result = workspace.run(*arguments)
    if result.returncode != 0:
        raise SystemExit(result.stderr)
    return time.monotonic() - start, result.stderr


def adding(program, months, count):
    """Seconds of the first run, of one with nothing to do, and of one after a month was added."""
    seconds = []
    problems = []
    accounts = months * count
    with Workspace(program, files=months, size=count, accounts=accounts) as workspace:
        whole, _ = timed(workspace, "run")
        idle, _ = timed(workspace, "run")
        for number in range(TRIES):
            workspace.late.write_text(rows(f"late{number}", count, accounts))
            took, words = timed(workspace, "run")
            seconds.append(took)
            if f"; {2 * months} files as read before" not in words:
                problems.append(f"more was read than the new file: {words}")
    return whole, idle, sorted(seconds)[TRIES // 2], problems


def check(program, count):
    whole, idle, added, problems = adding(program, MONTHS, count)
    short_whole, short_idle, short_added, others = adding(program, 12, count)
    return problems + others, (
        f"two sources of {MONTHS} files of {count} rows: all {whole:.2f} s, nothing new {idle:.2f} s, "
        f"a month more {added:.2f} s; of 12 files: all {short_whole:.2f} s, nothing new "
        f"{short_idle:.2f} s, a month more {short_added:.2f} s")
