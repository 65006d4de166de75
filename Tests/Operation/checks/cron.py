"""Lets a real cron start the lines of contrib: a run that went well sends no mail, one that failed does."""

import pathlib
import shutil
import subprocess
import tempfile
import time

from workspace import Workspace

# How many minutes they are started.
COUNT = 1
LINES = pathlib.Path(__file__).parents[3] / "contrib" / "cron" / "takedowns"

# Nothing of the machine's own cron and mail is seen or touched. The clock of cron has whole minutes.
ALONE = r"""
set -eu
mkdir "$1/sbin"
cp "$(command -v cron)" "$1/sbin"
printf '#!/bin/sh\ncat >"%s/mail/$$"\n' "$1" >"$1/sbin/sendmail"
chmod 0755 "$1/sbin/sendmail"
mount --bind "$1/sbin" /usr/sbin
mount --bind "$1/cron.d" /etc/cron.d
mount --bind "$1/none" /var/spool/cron
mount --bind /dev/null /etc/crontab
mount -t tmpfs none /run
exec /usr/sbin/cron -f
"""


def lines(program, folder):
    """Those of contrib, every minute, for this user and this folder."""
    text = LINES.read_text().replace("/usr/local/bin:", f"{program.parent}:")
    text = text.replace("/var/lib/takedowns", str(folder)).replace("  takedowns  ", "  root  ")
    settings = [line for line in text.splitlines() if "=" in line.split(" ")[0]]
    jobs = [line for line in text.splitlines() if "  root  " in line]
    if len(jobs) != 3:
        raise SystemExit("contrib/cron/takedowns has other lines than this check knows")
    # The third removes old runs, of which there are none.
    jobs = ["* * * * *  " + line[line.index("root"):] for line in jobs[:2]]
    return "\n".join([*settings, *jobs]) + "\n"


def check(program, count):
    problems = []
    program = program.resolve()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="operation-"))
    with Workspace(program) as good, Workspace(program) as bad:
        (bad.folder / "inputs" / "us-hsi" / "000.csv").write_text("no such columns\n1\n")
        for name in ["cron.d", "none", "mail"]:
            (scratch / name).mkdir()
        for name, workspace in [("good", good), ("bad", bad)]:
            path = scratch / "cron.d" / name
            path.write_text(lines(program, workspace.folder))
            path.chmod(0o644)
        daemon = subprocess.Popen(
            ["unshare", "--mount", "sh", "-c", ALONE, "sh", str(scratch)],
            stderr=subprocess.DEVNULL)
        time.sleep(60 * count + 20)
        daemon.terminate()
        daemon.wait()
        mails = [path.read_text() for path in sorted((scratch / "mail").iterdir())]
        if good.digest() is None:
            problems.append("cron has published nothing")
        about = [mail for mail in mails if str(good.folder) in mail]
        if about:
            problems.append(f"a run that went well has sent mail: {about[0]}")
        about = [mail for mail in mails if str(bad.folder) in mail and "takedowns run" in mail]
        if not about or "Error:" not in about[0]:
            problems.append(f"a run that failed has sent no mail that says why: {about}")
        if bad.digest() is not None:
            problems.append("a run that failed has published something")
    shutil.rmtree(scratch, ignore_errors=True)
    return problems, f"{len(mails)} mails, for a run and a check that failed"
