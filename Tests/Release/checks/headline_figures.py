"""Every figure of a headline is the one in the tidy tables, in its JSON, its sentence and the feed."""

import collections
import csv
import json
import re
import xml.etree.ElementTree as ElementTree

from page import edit

ATOM = "{http://www.w3.org/2005/Atom}"
MONTHS = ("January February March April May June July August September October November "
          "December").split()


def table(release, name):
    with open(release / "data" / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


def numbers(text):
    """The numbers in a text, without commas."""
    return [number.replace(",", "") for number in re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", text)]


def same(found, text):
    """Whether a number of JSON, or null, is that of a cell."""
    return text == "" if found is None else text != "" and float(text) == float(found)


def figures(release):
    """By measure, agency, platform and days: the row of the comparison, of a rate or of a time.

    Where periods of several kinds have the same days, their bases tell them apart."""
    found = {}
    for row in table(release, "comparisons"):
        if row["origin"] == "counted" and row["coverage"] != "matched" and row["basis"] != "unlike":
            found.setdefault(place(row), row)
            found[place(row) + (row["basis"],)] = row
    for row in table(release, "rates"):
        found[place(row)] = {"value": row["rate"]}
    for row in table(release, "timeliness"):
        found[place(row)] = {"value": row["median_hours"]}
    return found


def place(row):
    return tuple(row[name] for name in ["measure", "agency", "platform", "period_start", "period_end"])


def check(release):
    problems = []
    document = json.loads((release / "headlines.json").read_text())
    known = figures(release)
    lines = (release / "headlines.txt").read_text().split("\n")
    if not document["headlines"]:
        return ["there is no headline"]
    for headline in document["headlines"]:
        found = [*values(headline, known), *sentence(headline)]
        if headline["sentence"] not in lines:
            found.append("its sentence is not in headlines.txt")
        problems += [f"{headline['id']}: {problem}" for problem in found]
    sentences = " ".join(headline["sentence"] for headline in document["headlines"])
    told = set(numbers(sentences)) | set(numbers(document["notice"]))
    for number in sorted(set(numbers("\n".join(lines))) - told):
        problems.append(f"headlines.txt has {number}, which no headline has")
    return problems + feed(release, document, sentences)


def values(headline, known):
    key = (headline["measure"], headline["agency"]["id"], headline["platform"]["id"],
           headline["period"]["start"], headline["period"]["end"])
    row = known.get(key + (headline["basis"],), known.get(key))
    if row is None:
        yield "there is no such figure in the tidy tables"
        return
    if not same(headline["value"], row["value"]):
        yield f"{headline['value']} instead of {row['value']}"
    if not headline["basis"]:
        return
    base = headline["base"]
    for name, found, column in [
        ("base", base["value"], "base_value"), ("change", headline["change"], "change"),
        ("percent", headline["percent_change"], "percent_change"),
    ]:
        if not same(found, row[column]):
            yield f"{name} {found} instead of {row[column]}"
    if [base["start"], base["end"], headline["basis"]] != [row["base_start"], row["base_end"], row["basis"]]:
        yield "compared with other days than in the tidy tables"


def day_numbers(text):
    """A day of JSON as its sentence has it: `1 July 2024`."""
    year, month, day = text.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def sentence(headline):
    """No number is in the sentence that its rounded figures and its days do not have."""
    text = headline["sentence"].split(" Note: ")[0]
    for day in ["start", "end"]:
        date = day_numbers(headline["period"][day])
        if date not in text:
            yield f"{date} is not in the sentence"
        text = text.replace(date, "", 1)
    rounded = [headline.get("value_rounded"), headline.get("change_rounded")]
    if headline["basis"]:
        rounded.append(headline["base"].get("value_rounded"))
    allowed = {str(abs(number)) for number in rounded if number is not None}
    percent = headline.get("percent_change")
    wanted = collections.Counter()
    for number in numbers(text):
        if number in allowed:
            continue
        wanted[number] += 1
    for number in wanted:
        # Half a unit of the last place shown.
        step = 0.5 * 10 ** -len(number.partition(".")[2])
        if percent is None or abs(abs(percent) - float(number)) > step + 0.05:
            yield f"the sentence has {number}"
    if headline.get("value_rounded") is not None and str(headline["value_rounded"]) not in numbers(text):
        yield f"the sentence has no {headline['value_rounded']}"


def feed(release, document, sentences):
    """Numbers of the feed are those of headlines, titles and days; of revisions those of the table."""
    root = ElementTree.parse(release / "feed.xml").getroot()
    year, month, day = document["as_of"].split("-")
    known = set(numbers(sentences + " " + document["notice"])) | {year, str(int(day)), str(int(month))}
    known |= {
        row[column] for row in table(release, "comparisons") if "[r]" in row["marks"]
        for column in ["value", "base_value"]
    }
    known |= set(numbers(root.findtext(ATOM + "title")))
    problems = []
    for entry in root.findall(ATOM + "entry"):
        for name in ["title", "summary", "content"]:
            for number in sorted(set(numbers(entry.findtext(ATOM + name) or "")) - known):
                problems.append(f"feed.xml: {number} is no figure of a headline")
    return problems


def everywhere(release):
    """A sentence with another figure, the same in the text, the JSON and the feed."""
    for name in ["headlines.json", "headlines.txt", "feed.xml"]:
        edit(lambda text: text.replace("18,000 accounts", "19,000 accounts"), name)(release)


FAULTS = {
    "another value": edit(lambda text: text.replace('"value": 20496', '"value": 20497'), "headlines.json"),
    "another base": edit(lambda text: text.replace('"value": 9970', '"value": 9971'), "headlines.json"),
    "another change": edit(lambda text: text.replace('"change": 10526', '"change": 10525'), "headlines.json"),
    "another percentage": edit(
        lambda text: text.replace('"percent_change": 105.6', '"percent_change": 105.7'), "headlines.json"),
    "other days": edit(
        lambda text: text.replace('"start": "2023-07-01"', '"start": "2023-07-02"', 1), "headlines.json"),
    "another number in every sentence": everywhere,
    "another percentage in a sentence": edit(lambda text: text.replace("up 106%", "up 107%"), "headlines.json"),
    "another number in headlines.txt": edit(
        lambda text: text.replace("20,500 accounts", "20,501 accounts"), "headlines.txt"),
    "another number in the feed": edit(lambda text: text.replace("up 106%", "up 108%"), "feed.xml"),
    "another tidy figure": edit(lambda text: text.replace(",20496,", ",20498,"), "data/comparisons.csv"),
}  # fmt: skip
