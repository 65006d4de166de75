"""What the two workbooks have to hold, from the tidy tables beside them."""

import csv
import io
import re
import zipfile

SHORTHAND = {"[b]", "[c]", "[p]", "[r]", "[x]", "[z]"}
MISSING = {"[c]", "[x]", "[z]"}

# What a sheet shows in the place of characters that act or hide.
PICTURES = {code: chr(0x2400 + code) for code in range(0x20)}
PICTURES |= {0x7F: "\u2421", 0x85: "\u2424", 0x2028: "\u2424", 0x2029: "\u2424"}
PICTURES |= {code: "\ufffd" for code in [*range(0x80, 0xA0), 0xFFFE, 0xFFFF] if code != 0x85}
PICTURES |= {code: f"‹U+{code:04X}›" for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]}


LONGEST, CUT = 32767, " … (cut)"


def shown(text):
    """A text as a sheet shows it."""
    text = text.translate(PICTURES)
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT


def meant(text):
    """What the cell of a tidy table may stand for: an apostrophe keeps it from being a formula."""
    return [text, text[1:]] if re.match(r"'[=+\-@\t\r\n]", text) else [text]


def read_rows(path):
    with path.open(newline="") as file:
        return list(csv.reader(file))


class Column:
    def __init__(self, row):
        self.name, self.label, self.kind = row["column"], row["label"], row["type"]
        self.unit = row["unit"]
        self.decimals = int(row["decimals"] or 0)
        self.is_number = self.kind in ("integer", "decimal")


class Table:
    def __init__(self, path, columns):
        rows = read_rows(path)
        self.name = path.stem
        self.sheet = path.stem.replace("-", "_")[:30].capitalize()
        self.columns = columns
        self.rows = rows[1:]


def tables(release):
    """The tidy tables, each with its columns as the dictionary describes them."""
    described = {}
    header, *rows = read_rows(release / "data" / "dictionary.csv")
    for cells in rows:
        row = dict(zip(header, cells))
        described.setdefault(row["table"], []).append(Column(row))
    return [
        Table(path, described[f"data/{path.stem}"])
        for path in sorted((release / "data").glob("*.csv"))
    ]


def differs(cell, text, column):
    """Whether what a sheet shows, as text without commas, is not what the tidy table has."""
    if text == "":
        return cell not in MISSING if column.is_number else cell != ""
    if column.is_number:
        # A spreadsheet shows all decimals of its column; the table has at most so many.
        cell = cell.replace(",", "")
        return not re.fullmatch(r"-?\d+(\.\d+)?", cell) or float(cell) != float(text)
    return all(cell != shown(form) for form in meant(text))


def edit(path, changes):
    """Changes the text of parts of a workbook, and leaves every other byte of them as it was."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(packed, "w") as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename in changes:
                text = content.decode()
                changed = changes[item.filename](text)
                assert changed != text, f"nothing was changed in {item.filename}"
                content = changed.encode()
            target.writestr(item, content)
    path.write_bytes(packed.getvalue())


def sheet_number(path, sheet):
    """The number of the parts of a sheet in the XLSX, from 1."""
    with zipfile.ZipFile(path) as archive:
        names = re.findall('<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    return names.index(sheet) + 1


KEPT = 40
SHORT = {}


def shorten(release):
    """Cuts all tables, in the tidy files and in both workbooks, so that a planted fault is soon found."""
    if not SHORT:
        # The dictionary describes the others and stays whole.
        long = [t for t in tables(release) if len(t.rows) > KEPT and t.name != "dictionary"]
        for table in long:
            path = release / "data" / f"{table.name}.csv"
            rows = read_rows(path)
            text = io.StringIO()
            csv.writer(text, lineterminator="\n").writerows(rows[: KEPT + 1])
            SHORT[path.relative_to(release)] = text.getvalue().encode()
        shorten_xlsx(release / "takedowns.xlsx", long)
        shorten_ods(release / "takedowns.ods", long)
        for name in ["takedowns.xlsx", "takedowns.ods"]:
            SHORT[(release / name).relative_to(release)] = (release / name).read_bytes()
    for path, content in SHORT.items():
        (release / path).write_bytes(content)


def shorten_xlsx(path, long):
    changes = {}
    for table in long:
        number = sheet_number(path, table.sheet)
        part = f"xl/tables/table{number - 1}.xml"
        with zipfile.ZipFile(path) as archive:
            top = int(re.search(r' ref="A(\d+):', archive.read(part).decode())[1])
        last = top + KEPT

        def cut_rows(text, last=last):
            return re.sub(rf'<row r="{last + 1}".*</sheetData>', "</sheetData>", text, flags=re.S)

        def cut_table(text, last=last):
            return re.sub(r'( ref="A\d+:[A-Z]+)\d+', rf"\g<1>{last}", text)

        changes[f"xl/worksheets/sheet{number}.xml"] = cut_rows
        changes[part] = cut_table
    edit(path, changes)


def shorten_ods(path, long):
    def cut(text):
        for table in long:
            start = text.index(f'<table:table table:name="{table.sheet}"')
            end = text.index("</table:table>", start)
            rows = text[start:end].split("</table:table-header-rows>")
            kept = rows[1].split("</table:table-row>")[:KEPT]
            rows[1] = "".join(row + "</table:table-row>" for row in kept)
            text = text[:start] + "</table:table-header-rows>".join(rows) + text[end:]
        return text

    edit(path, {"content.xml": cut})
