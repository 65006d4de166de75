"""Both workbooks through LibreOffice: each sheet comes out as the tidy table has it, without formulas."""

import pathlib
import re
import shutil
import tempfile
import zipfile

import workbook_model as model
from libreoffice import CSV, convert

PROGRAM = "LibreOffice"
NAMES = ["takedowns.xlsx", "takedowns.ods"]
FRONT = ["Cover", "Contents", "Notes"]


def compare(name, path, table):
    rows = [row for row in model.read_rows(path) if row]
    tops = [i for i, row in enumerate(rows) if len(row) > 1 and row[1]]
    if not tops:
        yield f"{name} {table.sheet}: no table"
        return
    top = tops[0]
    expected = table.rows or [["[x]"] * len(table.columns)]
    found = rows[top + 1 :]
    if len(found) != len(expected):
        yield f"{name} {table.sheet}: {len(found)} rows instead of {len(expected)}"
    for number, (cells, texts) in enumerate(zip(found, expected), top + 2):
        for cell, text, column in zip(cells, texts, table.columns):
            if table.rows and model.differs(cell, text, column):
                yield f"{name} {table.sheet} row {number}: '{cell}' instead of '{text}'"


def check_ods(path):
    """What the format of ODF asks of its archive, and that no cell has a formula."""
    if not zipfile.is_zipfile(path):
        yield "takedowns.ods: it breaks off"
        return
    with zipfile.ZipFile(path) as archive:
        first = archive.infolist()[0]
        kind = archive.read(first)
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
            yield "takedowns.ods: its kind is not stored first"
        if path.read_bytes()[38 : 38 + len(kind)] != b"application/vnd.oasis.opendocument.spreadsheet":
            yield "takedowns.ods: its kind does not stand at its place"
        content = archive.read("content.xml").decode()
        about = archive.read("meta.xml").decode()
    if "table:formula" in content or "number-matrix" in content:
        yield "takedowns.ods: a formula"
    for wanted in ["dc:title", "dc:creator", "meta:creation-date", "dc:language"]:
        if not re.search(f"<{wanted}>[^<]+</{wanted}>", about):
            yield f"takedowns.ods: the property {wanted} is not filled"
    if re.search(r"number-(columns|rows)-spanned", content):
        yield "takedowns.ods: merged cells"
    ranges = len(re.findall("<table:database-range ", content))
    if ranges != len(re.findall("<table:table ", content)) - 1:
        yield "takedowns.ods: not every table is marked up"


def check_converted(name, folder, tidy):
    """What LibreOffice made of a workbook: a file of text a sheet, and the whole as one document."""
    kind = name.split(".")[1]
    sheets = {file.stem.removeprefix(f"{kind}-"): file for file in folder.glob(f"{kind}-*.csv")}
    if set(sheets) != {*FRONT, *(table.sheet for table in tidy)}:
        yield f"{name}: the sheets are {sorted(sheets)}"
        return
    for table in tidy:
        yield from list(compare(name, sheets[table.sheet], table))[:20]
    saved = folder / f"{kind}.fods"
    if not saved.exists():
        yield f"{name}: could not be saved again"
    elif "table:formula=" in saved.read_text():
        yield f"{name}: a formula, once it was opened and saved"


def check(release):
    missing = [f"there is no {name}" for name in NAMES if not (release / name).exists()]
    if missing:
        return missing
    problems = [*check_ods(release / "takedowns.ods")]
    tidy = model.tables(release)
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        # Each named for its kind, so that what is made of them has different names.
        copies = [folder / f"{name.split('.')[1]}.{name.split('.')[1]}" for name in NAMES]
        for name, copy in zip(NAMES, copies):
            shutil.copy(release / name, copy)
        words = convert(copies, folder, CSV) + convert(copies, folder, "fods")
        for name in NAMES:
            found = [*check_converted(name, folder, tidy)]
            problems += found + ([f"LibreOffice: {words[:200]}"] if found and words else [])
    return problems


def planted(name, part, old, new):
    """A workbook in which a part has other text."""

    def plant(release):
        model.shorten(release)
        model.edit(release / name, {part: lambda text: re.sub(old, new, text, count=1)})

    return plant


def in_xlsx(old, new):
    """An XLSX with another first figure in the sheet of coverage."""

    def plant(release):
        number = model.sheet_number(release / "takedowns.xlsx", "Coverage")
        planted("takedowns.xlsx", f"xl/worksheets/sheet{number}.xml", old, new)(release)

    return plant


def cut(release):
    model.shorten(release)
    path = release / "takedowns.ods"
    path.write_bytes(path.read_bytes()[:-2000])


FIGURE = r'(table:table table:name="Coverage".*?) office:value="(\d+)"'
FIGURE_IN_XLSX = r'(<c r="C\d+" s="\d+">)<v>(\d+)</v>'
FAULTS = {
    "another number in the ODS": planted(
        "takedowns.ods", "content.xml", FIGURE, r'\1 office:value="1\2"'
    ),
    "a formula in the ODS": planted(
        "takedowns.ods", "content.xml", FIGURE,
        r'\1 table:formula="of:=\2+0" office:value="\2"',
    ),
    "another day in the ODS": planted(
        "takedowns.ods", "content.xml", r'date-value="20', 'date-value="19'
    ),
    "another number in the XLSX": in_xlsx(FIGURE_IN_XLSX, r"\1<v>1\2</v>"),
    "a formula in the XLSX": in_xlsx(FIGURE_IN_XLSX, r"\1<f>\2+0</f><v>\2</v>"),
    "an ODS that breaks off": cut,
}
