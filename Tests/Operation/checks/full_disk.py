"""Runs on file systems of many sizes: each is either enough, or the former release stays whole."""

import os
import shutil
import subprocess

from workspace import Workspace

COUNT = 20


def check(program, count):
    if os.geteuid() != 0:
        return ["needs root, to mount file systems"], "not run"
    problems = []
    enough = 0
    with Workspace(program) as workspace:
        digests = workspace.reference()
        workspace.set_state("a")
        workspace.run()
        kept = workspace.folder / "kept"
        workspace.outputs.rename(kept)
        workspace.set_state("b")
        need = sum(path.stat().st_size for path in kept.rglob("*") if path.is_file()) // 1024
        for number in range(count):
            size = int(need * (1.05 + 2 * number / count))
            workspace.outputs.mkdir(exist_ok=True)
            mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(workspace.outputs)]
            subprocess.run(mount, check=True)
            try:
                try:
                    shutil.copytree(kept, workspace.outputs, symlinks=True, dirs_exist_ok=True)
                except shutil.Error:
                    continue
                result = workspace.run()
                found = workspace.digest()
                if result.returncode == 0:
                    enough += 1
                    if found != digests["b"]:
                        problems.append(f"{size} KB: status 0 with another release")
                else:
                    if result.returncode != 2:
                        problems.append(f"{size} KB: status {result.returncode}: {result.stderr}")
                    if found != digests["a"]:
                        problems.append(f"{size} KB: the former release is not whole")
                    if "No space left" not in result.stderr:
                        problems.append(f"{size} KB: does not say why: {result.stderr}")
                    if workspace.leftovers():
                        problems.append(f"{size} KB: leaves {workspace.leftovers()}")
            finally:
                subprocess.run(["umount", str(workspace.outputs)], check=True)
        if enough in (0, count):
            problems.append("the sizes are ill chosen: all or none were enough")
    return problems, f"{count} sizes, {enough} of them enough"
