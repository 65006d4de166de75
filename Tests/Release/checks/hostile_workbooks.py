"""Hostile names in both workbooks, by openpyxl and LibreOffice: text in every cell, a formula in none."""

import csv
import pathlib
import re
import shutil
import tempfile
import warnings

import hostile
import openpyxl
import workbook_model as model
from libreoffice import CSV, convert

PROGRAM = "LibreOffice"
NAMES = {"takedowns.xlsx": "xlsx", "takedowns.ods": "ods"}


def release(product):
    # LibreOffice takes long over long sheets.
    return hostile.release(product, periods=("to-date",))


def check(release):
    problems = [*openpyxl_cells(release / "takedowns.xlsx")]
    if problems:
        return problems
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        copies = []
        for name, kind in NAMES.items():
            copies.append(folder / f"{kind}.{kind}")
            shutil.copy(release / name, copies[-1])
        words = convert(copies, folder, CSV) + convert(copies, folder, "fods")
        for name, kind in NAMES.items():
            saved = folder / f"{kind}.fods"
            if not saved.exists():
                problems.append(f"{name}: could not be saved again: {words[:200]}")
                continue
            text = saved.read_text()
            problems += [f"{name}: a formula: {found}" for found in re.findall('table:formula="[^"]{0,60}', text)[:5]]
            links = set(re.findall('<text:a xlink:href="([^"]*)"', text))
            problems += [f"{name}: a link to {link[:80]}" for link in sorted(links) if not link.startswith("#")]
            problems += names(name, folder / f"{kind}-Accounts.csv")
    return problems


def openpyxl_cells(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type in ("f", "e"):
                    yield f"takedowns.xlsx {sheet.title} {cell.coordinate}: {cell.data_type} {str(cell.value)[:60]!a}"
    header, found = None, {"agency": {}, "platform": {}}
    for row in book["Accounts"].iter_rows(values_only=True):
        texts = [str(value or "") for value in row]
        if header is None and "Agency name" in texts:
            header = texts
        elif header:
            for kind in found:
                found[kind][texts[header.index(kind.capitalize())]] = texts[header.index(f"{kind.capitalize()} name")]
    yield from compare("takedowns.xlsx by openpyxl", found)


def names(name, path):
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    top = next((i for i, row in enumerate(rows) if "Agency name" in row), None)
    if top is None:
        return [f"{name}: LibreOffice shows no table of accounts"]
    header = rows[top]
    found = {
        kind: {row[header.index(kind.capitalize())]: row[header.index(f"{kind.capitalize()} name")] for row in rows[top + 1 :]}
        for kind in ["agency", "platform"]
    }
    return list(compare(f"{name} by LibreOffice", found))


def compare(where, found):
    for kind, texts in found.items():
        for number, name in enumerate(hostile.NAMES):
            if texts.get(f"{kind}-{number}") != model.shown(name):
                yield f"{where}: {kind}-{number} is {str(texts.get(f'{kind}-{number}'))[:80]!a}"


def planted(name, part, old, new):
    return lambda release: model.edit(release / name, {part: lambda text: re.sub(old, new, text, count=1)})


def formula(release):
    """A name in the XLSX that is a formula."""
    number = model.sheet_number(release / "takedowns.xlsx", "Accounts")
    planted("takedowns.xlsx", f"xl/worksheets/sheet{number}.xml",
            r'(<c r="[A-Z]+[3-9]\d" s="\d+") t="s"><v>\d+</v>', r"\1><f>1+1</f><v>2</v>")(release)  # fmt: skip


FAULTS = {
    "a formula in the XLSX": formula,
    "another name in the XLSX": planted("takedowns.xlsx", "xl/sharedStrings.xml", "DROP TABLE", "DROP"),
    "a formula in the ODS": planted(
        "takedowns.ods", "content.xml", r'office:value-type="string"([^>]*><text:p>=1\+1)',
        r'table:formula="of:=1+1" office:value-type="string"\1'),
    "a link in the ODS": planted(
        "takedowns.ods", "content.xml", r"<text:p>(=HYPERLINK[^<]*)</text:p>",
        r'<text:p><text:a xlink:href="https://example.invalid">\1</text:a></text:p>'),
}  # fmt: skip
