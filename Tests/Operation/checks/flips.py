"""Changes single bytes of kept files: `verify` names each, `run` makes the file again."""

import random

from workspace import Workspace

COUNT = 200


def check(program, count):
    problems = []
    chance = random.Random(1)
    with Workspace(program) as workspace:
        workspace.run()
        good = workspace.digest()
        for number in range(count):
            run = (workspace.outputs / "latest").resolve()
            folder = run if number % 4 else workspace.outputs / "vintages"
            files = sorted(p for p in folder.rglob("*") if p.is_file() and p.stat().st_size)
            path = chance.choice(files)
            name = str(path.relative_to(workspace.outputs.resolve()))
            bytes_ = path.read_bytes()
            place = chance.randrange(len(bytes_))
            with open(path, "r+b") as file:
                file.seek(place)
                file.write(bytes([bytes_[place] ^ (1 << chance.randrange(8))]))
            found = workspace.run("verify")
            if found.returncode != 1 or f"{name}: is not as it was written" not in found.stdout:
                problems.append(f"verify does not name {name}, byte {place}: {found.stdout}")
            if folder != run:
                path.write_bytes(bytes_)
                continue
            result = workspace.run()
            if result.returncode != 0 or workspace.digest() != good:
                problems.append(f"{name}, byte {place}: run ends with {result.returncode}: {result.stderr}")
            if workspace.run("verify").returncode != 0:
                problems.append(f"{name}, byte {place}: what run made is not whole")
            workspace.run("runs", "prune", "--keep", "1")
    return problems, f"{count} bytes"
