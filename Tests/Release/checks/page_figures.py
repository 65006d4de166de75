"""Every number in the page's tables is the one in the tables of the release."""

import csv
import json
import re

from page import HTML, edit, elements, header, parsed, rows, text

ABSENT = {"[x]", "[c]", "[z]"}


def plain(shown):
    """`−1,234.5` as `-1234.5`."""
    return shown.replace("\u2212", "-").replace(",", "")


def table(release, name):
    with open(release / name, newline="") as file:
        return list(csv.DictReader(file))


def check(release):
    tree, _ = parsed(release)
    tables = {each.get("id"): each for each in elements(tree, "table") if each.get("id")}
    problems = []
    problems += summaries(release, tables)
    problems += charts(release, tables)
    problems += headlines(release, tables, tree)
    problems += documents(release, tree)
    return problems


def same(where, shown, figure):
    if shown in ABSENT:
        return [] if figure == "" else [f"{where}: {shown} where there is {figure}"]
    return [] if plain(shown) == figure else [f"{where}: {shown} instead of {figure or 'nothing'}"]


def summaries(release, tables):
    problems = []
    comparisons = [
        row for row in table(release, "data/comparisons.csv")
        if row["origin"] == "counted" and row["measure"] == "accounts"
        and row["coverage"] != "matched" and row["basis"] != "unlike"
    ]
    last = json.loads((release / "headlines.json").read_text())["as_of"]
    months = ("January February March April May June July August September October November "
              "December").split()
    kinds = {
        "to-date-by-agency": lambda row: row["period_kind"] == "to-date"
        and row["period_end"] == last and row["platform"] == "all" and row["agency_name"],
        "to-date-by-platform": lambda row: row["period_kind"] == "to-date"
        and row["period_end"] == last and row["agency"] == "all" and row["platform_name"],
        "by-month": lambda row: row["period_kind"] == "month" and row["agency"] == "all"
        and row["platform"] == "all"
        and f"{months[int(row['period_start'][5:7]) - 1]} {row['period_start'][:4]}",
    }
    for name, named in kinds.items():
        figures = {}
        for row in comparisons:
            key = named(row)
            if key:
                figures[key] = row
        shown = tables.get(f"table-{name}")
        if shown is None:
            problems.append(f"there is no table {name}")
            continue
        if name != "by-month" and len(rows(shown)) != len(figures):
            problems.append(f"{name}: {len(rows(shown))} rows instead of {len(figures)}")
        for first, *cells in rows(shown):
            row = figures.get(first)
            if row is None:
                problems.append(f"{name}: '{first}' is not in the tables")
                continue
            columns = ["value", "base_value", "change", "percent_change"]
            for column, cell in zip(columns, cells):
                problems += same(f"{name}, {first}, {column}", cell, row[column])
            if cells[4] != row["marks"]:
                problems.append(f"{name}, {first}: marks {cells[4]} instead of {row['marks']}")
    return problems


def charts(release, tables):
    problems = []
    for path in sorted((release / "charts").glob("*.csv")):
        shown = tables.get(f"figures-{path.stem}")
        if shown is None:
            problems.append(f"there are no figures of {path.stem}")
            continue
        labels = [
            label for row in rows(shown) for cell in row[1:] for label in cell.split("; ") if label
        ]
        points = table(release, f"charts/{path.name}")
        if sorted(labels) != sorted(row["label"] for row in points):
            problems.append(f"{path.stem}: the figures are not those of {path.name}")
        series = header(shown)[1:]
        names = [row[0] for row in rows(shown)]
        for point in points:
            numbers = re.sub(r"[^0-9]", "", point["label"])
            if point["value"] and numbers != point["value"]:
                problems.append(f"{path.stem}: {point['label']} instead of {point['value']}")
            if point["series"] not in series:
                problems.append(f"{path.stem}: there is no column {point['series']}")
            category = " ".join(point["category"].split())
            if not {category, f"{point['agency_name']}, {category}"} & set(names):
                problems.append(f"{path.stem}: {category} is not shown")
    return problems


def headlines(release, tables, tree):
    problems = []
    document = json.loads((release / "headlines.json").read_text())
    sentences = [text(each) for each in elements(tree, "p") if each.get("class") == "sentence"]
    for headline in document["headlines"]:
        if " ".join(headline["sentence"].split()) not in sentences:
            problems.append(f"{headline['id']}: the sentence is not on the page")
        if headline["value"] is None or headline.get("unit"):
            continue
        shown = tables.get(f"exact-{headline['id']}")
        figures = [headline["value"]]
        if headline["basis"]:
            figures += [headline["base"]["value"], headline["change"], headline["percent_change"]]
        cells = [row[1] for row in rows(shown)] if shown is not None else []
        if len(cells) != len(figures):
            problems.append(f"{headline['id']}: {len(cells)} exact figures instead of {len(figures)}")
        for cell, figure in zip(cells, figures):
            wrong = figure is not None if cell in ABSENT else float(plain(cell)) != figure
            if wrong:
                problems.append(f"{headline['id']}: {cell} instead of {figure}")
    return problems


def documents(release, tree):
    """The tables on coverage and on what became of every row."""
    problems = []
    spoken = {}
    for each in elements(tree, "table"):
        caption = text(each.find(HTML + "caption"))
        spoken[caption] = each
    coverage = {row["agency_name"]: row for row in table(release, "data/coverage.csv")}
    for name, records, takedowns, *_ in rows(spoken["Sources and coverage, table 2"]):
        problems += same(f"coverage, {name}", records, coverage[name]["records"])
        problems += same(f"coverage, {name}", takedowns, coverage[name]["takedowns"])
    return problems


FAULTS = {
    "a figure of a table": edit(
        lambda text: re.sub(r'(id="table-to-date-by-agency".*?class="number">)\d', r"\g<1>7,000,00", text, count=1, flags=re.S)),
    "a figure of a chart": edit(
        lambda text: re.sub(r'(id="figures-by-agency".*?<td class="number">)\d', r"\g<1>77", text, count=1, flags=re.S)),
    "a headline": edit(
        lambda text: re.sub(r'(id="exact-.*?<td class="number">)\d', r"\g<1>77", text, count=1, flags=re.S)),
    "a row that is gone": edit(
        lambda text: re.sub(r'(id="table-to-date-by-platform".*?<tbody>\n)<tr>.*?</tr>\n', r"\g<1>", text, count=1, flags=re.S)),
    "a number of records": edit(
        lambda text: re.sub(r'(aria-label="Sources and coverage, table 2".*?class="number"><bdi>)\d', r"\g<1>77", text, count=1, flags=re.S)),
    "a table of the release": edit(
        lambda text: re.sub(r"(counted,accounts,[^\n]*?,all,All platforms,to-date,[^\n]*?2025-03-31,)\d", r"\g<1>77", text), "data/comparisons.csv"),
}
