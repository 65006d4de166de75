"""Kills runs at random moments: what is published is always whole, and the next run mends all."""

import random
import signal
import subprocess
import time

from workspace import Workspace

COUNT = 500


def check(program, count):
    chance = random.Random(1)
    problems = []
    killed = 0
    with Workspace(program) as workspace:
        digests = workspace.reference()
        start = time.monotonic()
        workspace.run()
        length = time.monotonic() - start
        state = "b"
        for number in range(count):
            state = "a" if state == "b" else "b"
            workspace.set_state(state)
            process = subprocess.Popen(
                workspace.command("run"), cwd=workspace.folder, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(chance.uniform(0, 1.1 * length))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
            torn = workspace.torn(digests)
            if torn:
                problems.append(f"kill {number}: {torn}")
            result = workspace.run()
            if result.returncode != 0:
                problems.append(f"run after kill {number}: status {result.returncode}: {result.stderr}")
            if workspace.digest() != digests[state]:
                problems.append(f"run after kill {number}: other bytes than an undisturbed run")
            if workspace.leftovers():
                problems.append(f"run after kill {number}: leaves {workspace.leftovers()}")
            if number % 20 == 0:
                workspace.run("runs", "prune", "--keep", "2")
        damaged = workspace.run("verify")
        if damaged.returncode != 0:
            problems.append(f"verify at the end: {damaged.stdout}")
    return problems, f"{count} runs, {killed} of them killed before they ended"
