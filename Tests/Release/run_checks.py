"""Runs the checks of a release: each must find nothing in it, and something in every planted fault.

A check is a file in `checks` with

    def check(release):  # a pathlib.Path; gives the problems found, as a list of strings
    FAULTS = {"what is wrong": plant, ...}  # plant(release) spoils a copy in one way

"""

import importlib.util
import pathlib
import shutil
import sys
import tempfile
import time

CHECKS = pathlib.Path(__file__).parent / "checks"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoiled(release, plant, check):
    """The problems that a check finds once a fault is planted in a copy."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "release"
        shutil.copytree(release, copy)
        plant(copy)
        return check(copy)


def main(release, names):
    sys.path.insert(0, str(CHECKS.parent))
    paths = sorted(CHECKS.glob("*.py"))
    unknown = set(names) - {path.stem for path in paths}
    if unknown:
        sys.exit(f"no check {', '.join(sorted(unknown))}; there are {', '.join(p.stem for p in paths)}")
    passed = failed = 0
    for path in paths:
        if names and path.stem not in names:
            continue
        module = load(path)
        start = time.monotonic()
        problems = [f"found: {problem}" for problem in module.check(release)]
        for fault, plant in module.FAULTS.items():
            if not spoiled(release, plant, module.check):
                problems.append(f"does not see the planted fault: {fault}")
        if not module.FAULTS:
            problems.append("has no planted fault, so that it may never fail")
        took = time.monotonic() - start
        print(f"{'FAIL' if problems else 'ok  '} {path.stem} ({len(module.FAULTS)} faults, {took:.1f} s)")
        for problem in problems[:20]:
            print(f"     {problem}")
        failed += bool(problems)
        passed += not problems
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
