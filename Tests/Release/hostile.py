"""A release whose agencies and platforms have hostile names, and how each format may show them."""

import atexit
import csv
import functools
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unicodedata

MARKUP = [
    "<script>window.hit=1</script>",
    "</script><script>window.hit=2</script>",
    "</SCRIPT ><script>window.hit=3</script>",
    "<!--", "-->", "<!-- <script>", "]]>", "<![CDATA[x]]>",
    "<img src=\"x\" onerror=\"window.hit=4\">",
    "\"><b onmouseover=window.hit=5>bold</b>",
    "' onload='window.hit=6",
    "</bdi></th></table>", "</title></style>", "<svg/onload=window.hit=7>",
    "<a href=\"javascript:window.hit=8\">x</a>", "javascript:window.hit=9",
    "&lt;b&gt;", "&#60;b&#62; &amp; &copy", "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY y \"z\">]>&y;",
    "{{title}}", "{{{dataset}}}", "{{> style}}", "${7*7}", "<\u0338b>",
]  # fmt: skip
TURNED = [
    "\u202edrow\u202c", "\u2066one", "\u2068three\u2069", "\u200fmark of the right",
    "line\u2028end", "paragraph\u2029end", "zero\u200bwidth\u200djoined\ufeff",
    "وزارة الداخلية", "משרד הפנים (IL)", "\U0001f6a4\U0001d4d0\U00020000", "none\ufffe",
    "e\u0301\u0302\u0303 combined",
]  # fmt: skip
FORMULAS = [
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\uff1d1+1", "=cmd|' /C calc'!A0", "'=2+2",
    "=HYPERLINK(\"https://example.invalid\",\"x\")", "=WEBSERVICE(\"https://example.invalid\")",
    "of:=1+1", "{=1+1}",
]  # fmt: skip
OTHERS = [
    "Robert'); DROP TABLE accounts;--", "\"quoted\", and; \"more\"", "%s%n%d %25", "../../etc/passwd",
    "[link](https://example.invalid)", "![x](https://example.invalid/x.png) | a | b", "**bold** _it_ `code` ~~no~~",
    "# heading", "<https://example.invalid>", "1. list", "datum.value + signal('x')",
    "Ministry of a Name That Is Longer Than Any Sheet [Can]: Have*?/\\", "long " * 100 + "end",
]  # fmt: skip
# A line end or a control character is in no name of an agency, yet must do no harm.
CONTROLS = [
    "line\nend\r\nend", "\t=3+3", "\r=4+4", "bell\x07\x1b[31m\x7f\x85",
]  # fmt: skip
NAMES = MARKUP + TURNED + FORMULAS + OTHERS + CONTROLS

DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def agency(number):
    return f"agency-{number}"


def platform(number):
    return f"platform-{number}"


def shown(text):
    """A name without what may be left out or stands for something else where people read it."""
    kept = []
    for character in text:
        if character in DIRECTIONS or character == "\u2060":
            continue
        control = unicodedata.category(character) in ("Cc", "Zl", "Zp")
        kept.append(" " if control else "\ufffd" if character == "\ufffe" else character)
    return re.sub(r"[ \n]+", " ", "".join(kept)).strip()


def defused(text):
    """A name as the cell of a CSV file has it: an apostrophe keeps a spreadsheet from running it."""
    return "'" + text if text[:1] in tuple("=+-@\t\r\n") else text


def unlike(found, what):
    """Which names are not in what was found: a text or a set of texts, as `shown` has them."""
    return [f"{what}: there is no {name[:80]!a}" for name in NAMES if shown(name) not in found]


def settings(periods):
    numbers = range(len(NAMES))
    fields = ["agency", "platform", "account", "action", "action_date"]
    pairs = list(zip(numbers, NAMES))
    return {
        "version": 1,
        "title": "Takedowns </script> <b>&</b> {{title}} =1+1",
        "notice": "=1+1 <script>window.hit=10</script> & more",
        "reporting": {
            "time_zone": "Europe/London", "year_start": "07-01", "as_of": "2025-03-31", "periods": periods,
            "breaks": [
                {"date": f"2024-0{number % 6 + 1}-01", "text": name, "agency": agency(number)}
                for number, name in pairs[::13]
            ],
            "users": [
                {"platform": platform(number), "users": 1_000_000, "date": "2024-01-01", "source": name}
                for number, name in pairs
            ],
        },
        "sources": [{
            "id": "log", "path": "log.csv", "format": "csv", "delimiter": ",",
            "fields": {field: field for field in fields},
        }],
        "published": [{"id": "said", "path": "said.csv"}],
        "registers": {
            "agencies": [
                {"id": agency(number), "name": name, "name_in_sentence": name, "country": "GB"}
                for number, name in pairs
            ],
            "platforms": [
                {"id": platform(number), "name": name, "company": f"company-{number}"}
                for number, name in pairs
            ],
        },
        "headlines": [
            {"id": f"headline-{number}", "measure": "accounts", "agency": agency(number),
             "platform": platform(number), "period": "to-date"}
            for number in numbers
        ],
    }  # fmt: skip


def records():
    """Takedowns of each agency on the platform of its number, in both years, and one on the next platform."""
    yield ["agency", "platform", "account", "action", "action_date"]
    for number in range(len(NAMES)):
        other = (number + 1) % len(NAMES)
        for place, day in [(number, "2023-07-03"), (number, "2024-08-01"), (number, "2025-02-03"), (other, "2025-03-30")]:
            yield [agency(number), platform(place), f"user{number}on{day}", "taken-down", day]


def said():
    yield ["figure_id", "publisher", "published_on", "agency", "measure", "counts", "period_start", "period_end",
           "qualifier", "value", "change_stated", "change_base", "source_title", "source_url"]  # fmt: skip
    for number, name in enumerate(NAMES):
        yield [f"said-{number}", name, "2025-04-01", agency(number), "taken-down", "accounts", "2024-07-01",
               "2025-03-31", "exactly", "900", "", "", name, "javascript:window.hit=11"]  # fmt: skip


def write_csv(path, rows):
    with path.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)


@functools.cache
def release(product, periods=("to-date", "year")):
    """Runs the product on the names; gives the folder of the release, for all checks that ask for it."""
    folder = pathlib.Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "pipeline.json").write_text(json.dumps(settings(periods)))
    write_csv(folder / "log.csv", records())
    write_csv(folder / "said.csv", said())
    done = subprocess.run(
        [product, "run", "--quiet", "--config", folder / "pipeline.json"], capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the product does not run on hostile names:\n{done.stderr}")
    made = folder / "outputs" / "latest" / "release"
    # What the command prints is looked at beside the files.
    for kind in ["text", "markdown"]:
        printed = subprocess.run(
            [product, "headline", "--config", folder / "pipeline.json", "--format", kind],
            capture_output=True, check=True)  # fmt: skip
        (made / f"printed.{kind}").write_bytes(printed.stdout)
    return made
