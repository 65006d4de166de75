"""The workbook by the guidance on accessible spreadsheets, and each of its cells by the tidy tables."""

import datetime
import re

import openpyxl
import workbook_model as model
from openpyxl.utils import range_boundaries

NAME = "takedowns.xlsx"
FRONT = ["Cover", "Contents", "Notes"]


def link(cell):
    return cell.hyperlink.location if cell.hyperlink else None


def look(sheet):
    """What must not be in any sheet."""
    yield from (f"merged cells {area}" for area in sheet.merged_cells.ranges)
    if sheet.freeze_panes:
        yield "frozen panes"
    if sheet.auto_filter.ref or any(table.autoFilter for table in sheet.tables.values()):
        yield "a filter"
    if sheet.sheet_state != "visible":
        yield "is hidden"
    if sheet.conditional_formatting:
        yield "a conditional format"
    if any(size.hidden for size in [*sheet.column_dimensions.values(), *sheet.row_dimensions.values()]):
        yield "a hidden row or column"
    styles = {}
    for row in sheet.iter_rows():
        if all(cell.value is None for cell in row):
            yield f"row {row[0].row} is empty"
        for cell in row:
            if cell.data_type in "fe":
                yield f"{cell.coordinate} is a formula or an error"
            if cell.value is not None:
                styles.setdefault(cell.style_id, cell)
    for cell in styles.values():
        if cell.fill.fill_type:
            yield f"{cell.coordinate} has a fill"
        if cell.font.name != "Arial" or cell.font.size < 10:
            yield f"{cell.coordinate} is not in a plain font of 10 points or more"


def above(sheet, table):
    """The lines above the table of a sheet: a title, and what has to be known."""
    first, top, last, bottom = range_boundaries(table.ref)
    if first != 1 or last != sheet.max_column or bottom != sheet.max_row:
        yield f"the table {table.ref} is not all below the lines, from column A"
    lines = [sheet.cell(row, 1).value for row in range(1, top)]
    if any(sheet.cell(row, column).value for row in range(1, top) for column in range(2, last + 1)):
        yield "the lines above the table are not in column A alone"
    if not lines or not lines[0] or not sheet["A1"].font.bold:
        yield "A1 is no title"
    if not any(str(line).startswith("This worksheet contains one table.") for line in lines):
        yield "it does not say how many tables there are"
    header = [sheet.cell(top, column) for column in range(1, last + 1)]
    names = [cell.value for cell in header]
    if [column.name for column in table.tableColumns] != names or table.headerRowCount != 1:
        yield "the header row is not that of the table"
    if len({str(name).casefold() for name in names}) != len(names) or None in names:
        yield "the headers are not all there and different"
    if not all(cell.font.bold for cell in header):
        yield "the header is not bold"
    style = table.tableStyleInfo
    if style and (style.name or style.showRowStripes or style.showColumnStripes):
        yield "the table has a style with fills"


def table_sheet(sheet, tidy):
    """A sheet of figures, cell by cell."""
    table = next(iter(sheet.tables.values()))
    _, top, last, bottom = range_boundaries(table.ref)
    lines = [str(sheet.cell(row, 1).value) for row in range(1, top)]
    if link(sheet.cell(top - 1, 1)) != "'Contents'!A1":
        yield "no link back to the contents"
    if not any(line.startswith("Source: ") for line in lines):
        yield "no source"
    headers = [sheet.cell(top, column).value for column in range(1, last + 1)]
    if len(headers) != len(tidy.columns):
        yield f"{len(headers)} columns instead of {len(tidy.columns)}"
        return
    for header, column in zip(headers, tidy.columns):
        if not header.startswith(column.label) or column.unit.lower() not in header.lower():
            yield f"the header '{header}' is not '{column.label}' with its unit '{column.unit}'"
    rows = list(sheet.iter_rows(min_row=top + 1))
    if not tidy.rows and [cell.value for cell in rows[0]] != ["[x]"] * last:
        yield "an empty table without [x]"
    if tidy.rows and len(rows) != len(tidy.rows):
        yield f"{len(rows)} rows instead of {len(tidy.rows)}"
    occurring, empty = set(), set()
    for cells, texts in zip(rows, tidy.rows):
        for cell, text, column, header in zip(cells, texts, tidy.columns, headers):
            yield from wrong_cell(cell, text, column)
            if cell.value is None:
                empty.add(header)
            elif isinstance(cell.value, str):
                occurring |= model.SHORTHAND & set(re.findall(r"\[\w\]", cell.value))
    explained = next((line for line in lines if line.startswith("Shorthand: ")), "")
    for mark in sorted(occurring):
        if mark not in explained:
            yield f"{mark} is not explained above the table"
    said = next((line for line in lines if line.startswith("Some cells are empty. ")), "")
    for header in sorted(empty):
        if f"{header}: " not in said:
            yield f"empty cells of '{header}' are not explained above the table"


def wrong_cell(cell, text, column):
    value = cell.value
    if column.is_number and text:
        if not isinstance(value, (int, float)) or value != float(text):
            yield f"{cell.coordinate} is {value!r} instead of the number {text}"
        decimals = "." + "0" * column.decimals if column.decimals else ""
        if cell.number_format != "#,##0" + decimals:
            yield f"{cell.coordinate} has the format {cell.number_format}"
    elif column.kind == "date" and text:
        if not isinstance(value, datetime.datetime) or value.date().isoformat() != text:
            yield f"{cell.coordinate} is {value!r} instead of the day {text}"
        elif cell.number_format != "yyyy\\-mm\\-dd":
            yield f"{cell.coordinate} has the format {cell.number_format}"
    elif model.differs("" if value is None else str(value), text, column):
        yield f"{cell.coordinate} is {value!r} instead of '{text}'"


def front(book):
    """Cover, contents and notes, and the links between them."""
    if link_targets(book["Cover"]) != ["'Contents'!A1", "'Notes'!A1"]:
        yield "the cover does not lead to contents and notes"
    targets = link_targets(book["Contents"])
    if targets != [f"'{name}'!A1" for name in book.sheetnames[2:]]:
        yield "the contents do not lead to each sheet in its order"
    notes = {row[0].value for row in book["Notes"].iter_rows()}
    if model.SHORTHAND - notes:
        yield f"the notes lack {sorted(model.SHORTHAND - notes)}"


def link_targets(sheet):
    return [link(cell) for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def properties(book, release):
    about = book.properties
    for name in ["title", "subject", "creator"]:
        if not getattr(about, name):
            yield f"the property {name} is not filled"
    if about.created != about.modified or about.created.hour != 12:
        yield "the day in the properties is that of a clock"
    if f"Figures up to and including {about.created:%-d %B %Y}" != about.subject:
        yield "the day in the properties is not the last day counted"


def check(release):
    path = release / NAME
    if not path.exists():
        return [f"there is no {NAME}"]
    book = openpyxl.load_workbook(path)
    names = book.sheetnames
    problems = [f"{name}: too long for a sheet" for name in names if len(name) > 30]
    tidy = {table.sheet: table for table in model.tables(release)}
    if names[:3] != FRONT or set(names[3:]) != set(tidy) or len(names) != 3 + len(tidy):
        return problems + [f"the sheets are {names}"]
    if book.active.title != "Cover":
        problems.append("it does not open on the cover")
    problems += [*front(book), *properties(book, release)]
    tables = [table.name.casefold() for sheet in book for table in sheet.tables.values()]
    if len(set(tables)) != len(tables):
        problems.append("two tables have one name")
    for sheet in book:
        found = [*look(sheet)]
        if len(sheet.tables) != (0 if sheet.title == "Cover" else 1):
            found.append(f"{len(sheet.tables)} tables are marked up")
        elif sheet.tables:
            found += above(sheet, next(iter(sheet.tables.values())))
            if sheet.title in tidy:
                found += table_sheet(sheet, tidy[sheet.title])
        problems += [f"{sheet.title}: {problem}" for problem in found[:20]]
    return problems


def planted(part, old, new, flags=0):
    """A workbook in which a part has other text; `{n}` and `{t}` stand for the sheet of coverage."""

    def plant(release):
        model.shorten(release)
        path = release / NAME
        number = model.sheet_number(path, "Coverage")
        name = part.replace("{n}", str(number)).replace("{t}", str(number - 1))
        model.edit(path, {name: lambda text: re.sub(old, new, text, flags=flags)})

    return plant


def in_sheet(old, new, flags=0):
    return planted("xl/worksheets/sheet{n}.xml", old, new, flags)


# A figure of the first agency: its place, its style, its value.
FIGURE = r'<c r="(C\d+)" s="(\d+)"><v>(\d+)</v></c>'

FAULTS = {
    "another number": in_sheet(FIGURE, r'<c r="\1" s="\2"><v>1\3</v></c>'),
    "a number that is only nearly right": in_sheet(
        FIGURE, r'<c r="\1" s="\2"><v>\3.0000000001</v></c>'
    ),
    "a number as text": in_sheet(FIGURE, r'<c r="\1" s="\2" t="inlineStr"><is><t>\3</t></is></c>'),
    "a number in the style of a day": in_sheet(
        r'(<c r="C\d+") s="\d+"(><v>\d+</v></c>.*?<c r="E\d+" s="(\d+)")', r'\1 s="\3"\2', re.S
    ),
    "a formula": in_sheet(FIGURE, r'<c r="\1" s="\2"><f>\3+0</f><v>\3</v></c>'),
    "an empty row": in_sheet(r'(<row r="3"[^>]*>).*?</row>', r"\1</row>"),
    "merged cells": in_sheet(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'
    ),
    "frozen panes": in_sheet(
        r'(<sheetView [^>]*)/>', r'\1><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>'
    ),
    "no title": in_sheet(r'<c r="A1".*?</c>', ""),
    "a table that is not marked up": in_sheet("<tableParts.*</tableParts>", ""),
    "a filter": planted("xl/tables/table{t}.xml", "<tableColumns", '<autoFilter ref="A6:C8"/><tableColumns'),
    "stripes": planted("xl/tables/table{t}.xml", 'showRowStripes="0"', 'showRowStripes="1"'),
    "a table from column B": planted("xl/tables/table{t}.xml", 'ref="A', 'ref="B'),
    "another header": planted("xl/tables/table{t}.xml", 'name="Records', 'name="Record'),
    "a fill": planted(
        "xl/styles.xml", '<patternFill patternType="none"/>',
        '<patternFill patternType="solid"><fgColor rgb="FFFFEE00"/></patternFill>',
    ),
    "another font": planted("xl/styles.xml", '"Arial"', '"Brush Script"'),
    "a sheet that is hidden": planted(
        "xl/workbook.xml", '<sheet name="Coverage"', r'\g<0> state="hidden"'
    ),
    "a sheet that is gone": planted("xl/workbook.xml", '<sheet name="Coverage"[^>]*/>', ""),
    "a link that leads elsewhere": planted("xl/worksheets/sheet1.xml", "'Notes'!A1", "'Coverage'!A1"),
    "shorthand without an explanation": planted(
        "xl/sharedStrings.xml", r"\[z\] not applicable", "not applicable"
    ),
    "empty cells without an explanation": planted(
        "xl/sharedStrings.xml", "Some cells are empty. Marks: ", "Some cells are empty. Remarks: "
    ),
    "a unit that is gone": planted("xl/sharedStrings.xml", r"Factor \(times\)", "Factor"),
    "no author": planted("docProps/core.xml", "<dc:creator>[^<]*", "<dc:creator>"),
    "the time of a clock": planted("docProps/core.xml", "T12:00:00Z</dcterms:created>", "T09:41:07Z</dcterms:created>"),
}  # fmt: skip
