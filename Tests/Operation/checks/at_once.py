"""Starts eight runs at once: one publishes, the others end with 75 within a second, or wait."""

import subprocess
import time

from workspace import Workspace

COUNT = 10
TOGETHER = 8


def check(program, count):
    problems = []
    refused = 0
    with Workspace(program, size=4000) as workspace:
        digests = workspace.reference()
        state = "b"
        for number in range(count):
            state = "a" if state == "b" else "b"
            workspace.set_state(state)
            waits = number % 2 == 1
            command = workspace.command("run", *(["--wait", "120"] if waits else []))
            start = time.monotonic()
            processes = [
                subprocess.Popen(command, cwd=workspace.folder, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL) for _ in range(TOGETHER)]
            ended = {}
            while len(ended) < TOGETHER:
                for process in processes:
                    if process not in ended and process.poll() is not None:
                        ended[process] = time.monotonic() - start
                time.sleep(0.005)
            statuses = sorted(process.returncode for process in processes)
            if waits and statuses != [0] * TOGETHER:
                problems.append(f"waiting: {statuses}")
            if not waits:
                # A run that comes when the first has ended finds nothing to do.
                if not set(statuses) <= {0, 75} or 0 not in statuses:
                    problems.append(f"not waiting: {statuses}")
                late = [took for process, took in ended.items() if process.returncode == 75 and took > 1]
                if late:
                    problems.append(f"status 75 only after {max(late):.1f} s")
                refused += statuses.count(75)
            if workspace.digest() != digests[state]:
                problems.append(f"{number}: another release than that of one run")
        if not refused:
            problems.append("no run was ever refused, so that nothing could show")
    return problems, f"{count} times {TOGETHER} runs, {refused} refused"
