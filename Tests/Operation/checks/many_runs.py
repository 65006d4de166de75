"""Runs again and again: no file, no process and no memory more than before."""

import os

from workspace import Workspace

COUNT = 1000


def measured(workspace, *arguments):
    """Runs the command; gives its status and its peak memory in KB."""
    process = os.fork()
    if process == 0:
        os.chdir(workspace.folder)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execv(str(workspace.program), workspace.command(*arguments))
    _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss


def check(program, count):
    problems = []
    peaks = []
    with Workspace(program) as workspace:
        files = {}
        for number in range(count):
            # Nine times of ten there is nothing to do.
            state = "b" if number // 10 % 2 else "a"
            workspace.set_state(state)
            status, peak = measured(workspace, "run")
            peaks.append((peak, number))
            if status != 0:
                problems.append(f"run {number}: status {status}")
            if number % 10 == 9:
                workspace.run("runs", "prune", "--keep", "1")
                kept = sum(1 for path in (workspace.outputs / "runs").rglob("*"))
                if files.setdefault(state, kept) != kept:
                    problems.append(f"run {number}: {kept} files in runs, before {files[state]}")
        quarter = max(1, count // 4)
        first = max(peak for peak, _ in peaks[:quarter])
        last = max(peak for peak, _ in peaks[-quarter:])
        if last > 1.2 * first:
            problems.append(f"peak memory grew from {first} to {last} KB")
    return problems, f"{count} runs, peak memory {first} KB in the first quarter, {last} KB in the last"
