"""Runs the checks of operation: the program is disturbed, and must come through.

A check is a file in `checks` with

    COUNT = 500  # how many trials there are by default
    def check(program, count):  # gives (the problems found, what was seen, in a line)

"""

import importlib.util
import pathlib
import sys
import time

CHECKS = pathlib.Path(__file__).parent / "checks"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main(program, arguments):
    sys.path.insert(0, str(CHECKS.parent))
    counts = dict(argument.split("=") for argument in arguments if "=" in argument)
    names = [argument.split("=")[0] for argument in arguments]
    paths = sorted(CHECKS.glob("*.py"))
    unknown = set(names) - {path.stem for path in paths}
    if unknown:
        sys.exit(f"no check {', '.join(sorted(unknown))}; there are {', '.join(p.stem for p in paths)}")
    failed = 0
    for path in paths:
        if names and path.stem not in names:
            continue
        module = load(path)
        start = time.monotonic()
        problems, seen = module.check(program, int(counts.get(path.stem, module.COUNT)))
        took = time.monotonic() - start
        print(f"{'FAIL' if problems else 'ok  '} {path.stem}: {seen} ({took:.0f} s)", flush=True)
        for problem in problems[:20]:
            print(f"     {problem}", flush=True)
        failed += bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
