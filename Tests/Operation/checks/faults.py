"""Has single system calls fail: never status 0 with another release than the right one."""

import itertools
import random
import re
import shutil

from workspace import Workspace

# Of syscalls × errors × calls, so many are drawn; 0 takes all.
COUNT = 0
CALLS = ["openat", "read", "write", "fsync", "rename", "mkdir", "symlink", "close"]
ERRORS = ["EIO", "ENOSPC", "EACCES", "EINTR"]
FIRST = 50


def ended_by_libdispatch(trace):
    """Whether the last call of the thread that was ended is Swift's, which traps where it cannot read
    the state of another thread."""
    lines = trace.read_text(errors="replace").splitlines()
    ends = [number for number, line in enumerate(lines) if "--- SIGILL" in line]
    if not ends:
        return False
    thread = lines[ends[0]].split()[0]
    calls = [line for line in lines[:ends[0]] if line.split()[0] == thread]
    # A call may take two lines: it, and what it gave.
    return re.search(r'"/proc/\d+/stat"', " ".join(calls[-2:])) is not None


def check(program, count):
    problems = []
    trials = list(itertools.product(CALLS, ERRORS, range(1, FIRST + 1)))
    if count:
        trials = random.Random(1).sample(trials, min(count, len(trials)))
    failed = 0
    crashed = 0
    with Workspace(program, files=2, size=50) as workspace:
        digests = workspace.reference()
        workspace.set_state("a")
        workspace.run()
        kept = workspace.folder / "kept"
        trace_file = workspace.folder / "trace"
        workspace.outputs.rename(kept)
        workspace.set_state("b")
        for call, error, number in trials:
            name = f"{call} {error} {number}"
            shutil.rmtree(workspace.outputs, ignore_errors=True)
            shutil.copytree(kept, workspace.outputs, symlinks=True)
            trace = ["strace", "-f", "-qq", "-o", str(trace_file), "-e", "trace=" + call, "-e",
                     f"inject={call}:error={error}:when={number}"]
            result = workspace.run(before=trace, timeout=120)
            failed += result.returncode != 0
            found = workspace.digest()
            if result.returncode == 0 and found != digests["b"]:
                problems.append(f"{name}: status 0 with another release")
            if result.returncode != 0 and found not in digests.values():
                problems.append(f"{name}: status {result.returncode}, the release is not whole")
            if result.returncode < 0 and ended_by_libdispatch(trace_file):
                crashed += 1
            elif result.returncode < 0:
                problems.append(f"{name}: ended by signal {-result.returncode}: {result.stderr}")
            after = workspace.run()
            if after.returncode != 0 or workspace.digest() != digests["b"]:
                problems.append(f"{name}: the next run ends with {after.returncode}: {after.stderr}")
            elif workspace.leftovers():
                problems.append(f"{name}: the next run leaves {workspace.leftovers()}")
    return problems, (
        f"{len(trials)} faults, {failed} of them ended the run, {crashed} in Swift's libdispatch")
