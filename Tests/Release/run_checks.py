"""Runs the checks of a release: each must find nothing in it, and something in every planted fault.

A check is a file in `checks` with

    def check(release):  # a pathlib.Path; gives the problems found, as a list of strings
    FAULTS = {"what is wrong": plant, ...}  # plant(release) spoils a copy in one way

It is about the release of the sample, unless it makes another one:

    def release(product):  # runs the product on something else; gives the path of the release

and a quick run has it too, unless it says what program it takes beside Python:

    PROGRAM = "chromium"
"""

import argparse
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


def run(module, release, is_quick):
    """What a check finds, and which of the planted faults it does not see."""
    problems = [f"found: {problem}" for problem in module.check(release)]
    if is_quick:
        return problems
    for fault, plant in module.FAULTS.items():
        if not spoiled(release, plant, module.check):
            problems.append(f"does not see the planted fault: {fault}")
    if not module.FAULTS:
        problems.append("has no planted fault, so that it may never fail")
    return problems


def main(product, sample, names, is_quick):
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
        if is_quick and hasattr(module, "PROGRAM"):
            print(f"left {path.stem} (takes {module.PROGRAM})", flush=True)
            continue
        start = time.monotonic()
        make = getattr(module, "release", None)
        problems = run(module, make(product) if make else sample, is_quick)
        took = time.monotonic() - start
        planted = "no faults planted" if is_quick else f"{len(module.FAULTS)} faults"
        print(f"{'FAIL' if problems else 'ok  '} {path.stem} ({planted}, {took:.1f} s)", flush=True)
        for problem in problems[:20]:
            print(f"     {problem}", flush=True)
        failed += bool(problems)
        passed += not problems
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--quick", action="store_true", help="leave out what takes a program beside Python; plant no faults")
    arguments.add_argument("product", type=pathlib.Path)
    arguments.add_argument("sample", type=pathlib.Path, help="the release of the sample")
    arguments.add_argument("checks", nargs="*")
    given = arguments.parse_args()
    sys.exit(main(given.product.resolve(), given.sample.resolve(), given.checks, given.quick))
