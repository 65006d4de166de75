"""A small pipeline of its own, with two states of its inputs, and what may be said of its outputs."""

import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile

PLATFORMS = ["TikTok", "Facebook", "X", "Instagram", "Telegram"]


def rows(seed, count, accounts=None):
    """Lines of a log: as many made-up accounts as lines, or so many, and days of two reporting years."""
    chance = random.Random(seed)
    lines = ["platform,account,date,outcome"]
    for _ in range(count):
        day = f"{chance.choice([2023, 2024])}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        platform = chance.choice(PLATFORMS)
        lines.append(f"{platform},sample_{chance.randint(1, accounts or count)},{day},removed")
    return "\n".join(lines) + "\n"


def source(agency, path):
    return {
        "id": agency, "agency": agency, "path": path, "format": "csv",
        "fields": {"platform": "platform", "account": "account", "action_date": "date",
                   "action": "outcome"},
    }


class Workspace:
    """A folder with pipeline.json, inputs and outputs, removed at the end of a `with`."""

    def __init__(self, program, files=3, size=200, accounts=None, png=False, parent=None,
                 state="a"):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="operation-", dir=parent))
        for agency in ["uk-nca", "us-hsi"]:
            (self.folder / "inputs" / agency).mkdir(parents=True)
            for number in range(files):
                path = self.folder / "inputs" / agency / f"{number:03}.csv"
                path.write_text(rows(f"{agency}{number}", size, accounts))
        self.late = self.folder / "inputs" / "uk-nca" / "late.csv"
        self.settings = {
            "version": 1,
            # Few figures, so that a run is short: it is disturbed a thousand times.
            "reporting": {"year_start": "07-01", "as_of": "2024-12-31", "periods": ["to-date"]},
            "publish": {"png": png},
            "sources": [source("uk-nca", "inputs/uk-nca/*.csv"),
                        source("us-hsi", "inputs/us-hsi/*.csv")],
            "headlines": [{"id": "nca", "agency": "uk-nca"}],
        }
        self.write_settings()
        self.set_state(state)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def write_settings(self):
        (self.folder / "pipeline.json").write_text(json.dumps(self.settings))

    def set_state(self, state):
        """`b` has a file more than `a`."""
        if state == "b":
            self.late.write_text(rows("late", 100))
        elif self.late.exists():
            self.late.unlink()

    @property
    def outputs(self):
        return self.folder / "outputs"

    @property
    def release(self):
        return self.outputs / "latest" / "release"

    def command(self, *arguments):
        return [str(self.program), *arguments]

    def run(self, *arguments, before=(), **options):
        return subprocess.run(
            [*before, *self.command(*(arguments or ["run"]))], cwd=self.folder,
            capture_output=True, text=True, errors="replace", **options)

    def digest(self):
        """Of the published release; None where nothing is published."""
        return digest(self.release) if self.release.is_dir() else None

    def reference(self):
        """The digests of the releases of both states, each made without disturbance."""
        digests = {}
        for state in ["a", "b"]:
            self.set_state(state)
            shutil.rmtree(self.outputs, ignore_errors=True)
            result = self.run()
            if result.returncode != 0:
                raise SystemExit(f"an undisturbed run fails: {result.stderr}")
            digests[state] = self.digest()
        shutil.rmtree(self.outputs)
        if digests["a"] == digests["b"]:
            raise SystemExit("both states give the same release, so that nothing could show")
        return digests

    def leftovers(self):
        """What a run that has ended must not leave."""
        found = [path for path in (self.outputs / "runs").glob(".*")]
        found += [path for path in (self.outputs / "vintages").glob(".*")]
        found += self.outputs.glob("*.new")
        found += self.outputs.glob("runs/*/*.new")
        return sorted(str(path.relative_to(self.outputs)) for path in found)

    def torn(self, digests):
        """What is wrong with what is published: it must be nothing, or one of the whole releases."""
        latest = self.outputs / "latest"
        if not os.path.lexists(latest):
            return None
        if not latest.is_symlink():
            return "latest is no link"
        if self.digest() not in digests.values():
            return "the published release is neither of the whole ones"
        return None


def digest(folder):
    """SHA-256 of the names and bytes of all files below a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(f"{path.relative_to(folder)}\0".encode())
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
