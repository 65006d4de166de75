"""The same inputs under other clocks, zones, languages and numbers of jobs: one release."""

import itertools
import os
import shutil

from workspace import Workspace

# How often each setting is tried.
COUNT = 5
ZONES = ["UTC", "Asia/Kathmandu", "America/St_Johns"]
LANGUAGES = ["C", "tr_TR.UTF-8", "de_DE.UTF-8"]
CLOCKS = [None, "2031-02-28 23:59:58"]


def check(program, count):
    problems = []
    digests = {}
    with Workspace(program, png=True) as workspace:
        settings = list(itertools.product(ZONES, LANGUAGES, CLOCKS, ["1", "2"]))
        for zone, language, clock, jobs in settings:
            for number in range(count):
                shutil.rmtree(workspace.outputs, ignore_errors=True)
                environment = {**os.environ, "TZ": zone, "LANG": language, "LC_ALL": language}
                before = ["faketime", clock] if clock else []
                old = os.umask([0o022, 0o077, 0o000][number % 3])
                result = workspace.run("run", "--jobs", jobs, before=before, env=environment)
                os.umask(old)
                if result.returncode != 0:
                    problems.append(f"{zone} {language} {clock} jobs {jobs}: {result.stderr}")
                    continue
                digests.setdefault(workspace.digest(), f"{zone} {language} {clock} jobs {jobs}")
    if len(digests) != 1:
        problems.append(f"{len(digests)} different releases: {list(digests.values())}")
    return problems, f"{len(settings)} settings {count} times, {len(digests)} digest"
