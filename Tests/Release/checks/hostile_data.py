"""Hostile names in the files for machines and for reading: each arrives as it is, or as nothing but text."""

import contextlib
import csv
import json
import re
import sqlite3
import xml.etree.ElementTree as ElementTree

import hostile
from markdown_it import MarkdownIt
from page import edit

ATOM = "{http://www.w3.org/2005/Atom}"
# What ends a line, turns the words after it or speaks to a terminal.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
FORMULA = set("=+-@\t\r\n")
NEGATIVE = re.compile("-[0-9]+([.][0-9]+)?")
release = hostile.release
FOR_READING = ["headlines.txt", "methodology.md", "claims.md", "feed.xml", "index.html"]


def check(release):
    problems = tables(release) + database(release) + documents(release) + feed(release)
    for name in ["methodology.md", "claims.md", "printed.markdown"]:
        problems += markdown(release / name)
    for name in FOR_READING + ["printed.text", "printed.markdown"]:
        for number, line in enumerate((release / name).read_bytes().decode().split("\n"), 1):
            found = ACTING.search(line)
            if found:
                problems.append(f"{name}: line {number} has U+{ord(found[0]):04X}")
                break
    for name in ["headlines.txt", "printed.text"]:
        problems += hostile.unlike(hostile.shown((release / name).read_text()), name)
    return problems


def tables(release):
    problems = []
    for path in sorted(release.rglob("*.csv")):
        with path.open(newline="") as file:
            rows = list(csv.reader(file))
        for number, row in enumerate(rows, 1):
            if len(row) != len(rows[0]):
                problems.append(f"{path.name}: row {number} has {len(row)} cells of {len(rows[0])}")
            for cell in row:
                if cell[:1] in FORMULA and not NEGATIVE.fullmatch(cell):
                    problems.append(f"{path.name}: row {number} has a formula: {cell[:60]!a}")
    with (release / "data" / "accounts.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for kind in ["agency", "platform"]:
        found = {row[kind]: row[f"{kind}_name"] for row in rows}
        for number, name in enumerate(hostile.NAMES):
            if found.get(f"{kind}-{number}") != hostile.defused(name):
                problems.append(f"accounts.csv: {kind}-{number} is {found.get(f'{kind}-{number}')!a}")
    with (release / "data" / "published-figures.csv").open(newline="") as file:
        there = {cell for row in csv.reader(file) for cell in row}
    for name in hostile.NAMES:
        if hostile.defused(name) not in there:
            problems.append(f"published-figures.csv: there is no {name[:80]!a}")
    return problems


def database(release):
    problems = []
    path = release / "takedowns.sqlite"
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as opened:
        problems += [row[0] for row in opened.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for kind in ["agency", "platform"]:
            found = dict(opened.execute(f"SELECT {kind}, {kind}_name FROM accounts"))
            for number, name in enumerate(hostile.NAMES):
                if found.get(f"{kind}-{number}") != name:
                    problems.append(f"takedowns.sqlite: {kind}-{number} is {found.get(f'{kind}-{number}')!a}")
    return problems


def texts(node):
    """Every text of a JSON document."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        node = node.values()
    if not isinstance(node, (str, int, float, type(None))):
        for each in node:
            yield from texts(each)


def documents(release):
    problems = []
    for path in sorted(release.rglob("*.json")):
        try:
            found = set(texts(json.loads(path.read_text())))
        except ValueError as error:
            problems.append(f"{path.name}: {error}")
            continue
        if path.name in ("headlines.json", "structure.json"):
            problems += [f"{path.name}: there is no {name[:80]!a}" for name in hostile.NAMES if name not in found]
    return problems


def feed(release):
    try:
        root = ElementTree.parse(release / "feed.xml").getroot()
    except ElementTree.ParseError as error:
        return [f"feed.xml: {error}"]
    problems = [f"feed.xml: an element {each.tag}" for each in root.iter() if not each.tag.startswith(ATOM)]
    words = hostile.shown(" ".join(root.itertext()))
    return problems + hostile.unlike(words, "feed.xml")


def markdown(path):
    """What a common reader of Markdown takes for an element or a link; names that it does not show."""
    problems, words = [], []
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": True})
    for block in reader.parse(path.read_text()):
        for token in [block, *(block.children or [])]:
            if token.type in ("html_block", "html_inline", "link_open", "image", "fence", "code_block", "blockquote_open"):
                problems.append(f"{path.name}: {token.type} {token.content or token.attrs}")
            if token.type in ("text", "code_inline"):
                words.append(token.content)
            if token.type in ("softbreak", "hardbreak"):
                words.append(" ")
        words.append(" ")
    # Marks that are escaped are parts of their own.
    return problems + hostile.unlike(hostile.shown("".join(words)), path.name)


def statement(sql):
    def plant(release):
        with contextlib.closing(sqlite3.connect(release / "takedowns.sqlite")) as opened:
            opened.execute(sql)
            opened.commit()

    return plant


FAULTS = {
    "a formula in a table": edit(lambda text: text.replace("'=1+1", "=1+1"), "data/accounts.csv"),
    "a quote that ends a cell": edit(lambda text: text.replace('""quoted"", and', 'quoted, and'), "data/accounts.csv"),
    "another name in the database": statement("UPDATE accounts SET agency_name = 'x' WHERE agency = 'agency-7'"),
    "a name that is cut in JSON": edit(lambda text: text.replace("DROP TABLE", "DROP"), "headlines.json"),
    "markup in the feed": edit(lambda text: text.replace("&lt;svg/", "<svg/"), "feed.xml"),
    "markup in the methodology": edit(lambda text: text.replace("&lt;script", "<script"), "methodology.md"),
    "a link in the claims": edit(lambda text: text.replace("\\[link\\]", "[link]"), "claims.md"),
    "a turned line": edit(lambda text: text + "\u202eturned\n", "headlines.txt"),
    "markup in what is printed": edit(lambda text: text.replace("&lt;script", "<script"), "printed.markdown"),
}  # fmt: skip
