"""LibreOffice without a window, for the checks that have to see workbooks as their readers do."""

import subprocess
import tempfile

# Comma, quote, UTF-8, from line 1, cells as they are shown, no formulas, every sheet in a file.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def convert(paths, folder, target):
    """Opens workbooks in LibreOffice and saves them in another format; gives what it had to say."""
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless"]
            + ["--convert-to", target, "--outdir", str(folder), *map(str, paths)],
            capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
    return done.stderr
