"""Every number of a chart, in its table, its picture and its words, is the one in the tidy tables."""

import collections
import csv
import json
import re
import xml.etree.ElementTree as ElementTree

from page import edit

SVG = "{http://www.w3.org/2000/svg}"
# How far a length in a picture may be from its figure, in hundredths of a pixel that it is rounded to.
ROUNDED = 0.02


def table(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def numbers(text):
    """The numbers in a text, without commas."""
    return [number.replace(",", "") for number in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)]


def figures(release):
    """What the tidy tables have for a measure, an agency, a platform and days."""
    found = collections.defaultdict(set)
    for row in table(release / "data" / "accounts.csv"):
        if row["origin"] == "counted":
            found[key(row, row["period_start"], row["period_end"])].add(row["value"])
    for row in table(release / "data" / "comparisons.csv"):
        if row["origin"] == "counted" and row["coverage"] != "matched":
            found[key(row, row["period_start"], row["period_end"])].add(row["value"])
            found[key(row, row["base_start"], row["base_end"])].add(row["base_value"])
    for row in table(release / "data" / "published-figures.csv"):
        found[key(row, row["period_start"], row["period_end"], row["source"])].add(row["value"])
    return found


def key(row, first, last, source=""):
    return row["measure"], row["agency"], row["platform"], first, last, source


def check(release):
    problems = []
    known = figures(release)
    paths = sorted((release / "charts").glob("*.csv"))
    if not paths:
        return ["there are no charts"]
    for path in paths:
        points = table(path)
        picture = ElementTree.parse(path.with_suffix(".svg")).getroot()
        words = json.loads(path.with_suffix(".vl.json").read_text())
        found = [*rows(points, known), *labels(points), *drawn(points, picture)]
        found += [*described(points, picture.findtext(SVG + "desc"), words["title"])]
        if words["description"] != picture.findtext(SVG + "desc"):
            found.append("the specification describes other figures than the picture")
        problems += [f"{path.stem}: {problem}" for problem in found]
    return problems


def rows(points, known):
    for point in points:
        source = point["source"] if point["status"] == "published" else ""
        there = known[key(point, point["first_day"], point["last_day"], source)]
        # Where a figure that was said is told from others by its source, there may be several.
        if point["value"] not in there or not source and len(there) > 1:
            yield f"{point['category']}, {point['series']}: {point['value']} instead of {sorted(there)}"


def labels(points):
    for point in points:
        if point["value"] and numbers(point["label"]) != [point["value"]]:
            yield f"{point['label']} instead of {point['value']}"
        if not point["value"] and numbers(point["label"]):
            yield f"{point['label']} where there is no figure"


def drawn(points, picture):
    """Each label stands in the picture, and the bar before it is as long as its figure is large."""
    wanted = collections.Counter(point["label"] for point in points)
    parts = [part for part in picture.iter() if part.tag in (SVG + "rect", SVG + "text")]
    shown = collections.Counter("".join(part.itertext()) for part in parts if part.tag == SVG + "text")
    for label, count in (wanted - shown).items():
        yield f"'{label}' is not in the picture, or {count} times too seldom"
    by_label = {point["label"]: point["value"] for point in points}
    bars = []
    for bar, text in zip(parts, parts[1:]):
        value = by_label.get("".join(text.itertext()))
        if bar.tag == SVG + "rect" and text.tag == SVG + "text" and value and int(value):
            bars.append((float(bar.get("width")), float(bar.get("height")), int(value)))
    if not bars:
        return
    # Bars to the right differ in width, bars up in height.
    side = 0 if len({bar[1] for bar in bars}) == 1 else 1
    longest = max(bars, key=lambda bar: bar[2])
    for bar in bars:
        if abs(bar[side] - longest[side] * bar[2] / longest[2]) > ROUNDED:
            yield f"the bar of {bar[2]} is {bar[side]} long, that of {longest[2]} {longest[side]}"


def described(points, words, title):
    """The words for who cannot see the picture have no number that the chart has not."""
    known = {number for point in points for number in numbers(" ".join(
        [point["label"], point["category"], point["series"], point["agency_name"]]))}
    known |= {number for line in title["text"] + title["subtitle"] for number in numbers(line)}
    for number in sorted(set(numbers(words)) - known):
        yield f"the description has {number}, which is no figure of the chart"


def in_chart(name, old, new):
    """A chart in which a text is another; it must have been there."""
    return edit(lambda text: re.sub(old, new, text, count=1, flags=re.S), f"charts/{name}")


FAULTS = {
    "another figure in the table of a chart": in_chart(
        "by-agency.csv", r'(\n1,[^\n]*?,)8000(,[^\n]*?)"8,000"', r'\g<1>8001\2"8,001"'),
    "a label that is not the figure": in_chart("by-platform.csv", r'"(\d),(\d{3})"', r'"\1,7\2"'),
    "another label in a picture": in_chart("by-agency.svg", r">8,000</text>", ">8,100</text>"),
    "a bar that is too long": in_chart("by-agency.svg", r'(<rect x="256" y="\d+" width=")1', r"\g<1>2"),
    "a bar that is too high": in_chart(
        "year-over-year-by-month.svg", r'(height=")(\d+)(\.\d+" fill="#12436D"/>\n<text [^>]*>8)', r"\g<1>9\2\3"),
    "another figure in a description": in_chart("by-agency.svg", r"(<desc.*?Agency: )8,000", r"\g<1>8,001"),
    "another figure in a specification": in_chart(
        "by-agency.vl.json", r'("description": ".*?Agency: )8,000', r"\g<1>8,001"),
    "another figure that was said": in_chart(
        "published-by-year.csv", r",1150,published,\"1,150\"", ',1151,published,"1,151"'),
    "another tidy figure": edit(
        lambda text: text.replace(",8000,", ",8002,"), "data/comparisons.csv"),
}  # fmt: skip
