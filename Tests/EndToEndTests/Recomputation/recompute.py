"""Works every figure of a run out again, from the records and by other means.

    python3 recompute.py outputs/latest

Reads 2-normalize/takedowns.csv and compares what follows from it with every number of the tables of
the release, of 3-compare, and of headlines.json. Prints each difference and how many cells were
compared; ends with 1 where there is any difference. Nothing but the standard library is needed.
"""

import bisect
import csv
import json
import os
import sys
from collections import defaultdict
from datetime import date, datetime, timedelta
from fractions import Fraction

UNITS = {"account", "page", "group", "channel"}
RECORD_MEASURES = {
    "takedowns": {"taken-down"},
    "referrals": {"taken-down", "refused", "pending", "referred"},
    "refused": {"refused"},
    "reinstatements": {"reinstated"},
    "undecided": {"pending", "referred"},
}
ACCOUNT_MEASURES = {"accounts": UNITS, "accounts-only": {"account"}}
MEASURES = [*RECORD_MEASURES, *ACCOUNT_MEASURES, "reinstated", "taken-down-again"]
CROSSED = {"accounts", "takedowns"}
TIMES = {
    "time-to-action": {"taken-down", "restricted", "refused"},
    "time-to-takedown": {"taken-down"},
}

run = sys.argv[1]
differences = []
compared = 0


def table(path):
    with open(os.path.join(run, path), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def equal(found, expected, where):
    global compared
    compared += 1
    if found != expected:
        differences.append(f"{where}: found {found!r}, recomputed {expected!r}")


def rounded(number, decimals):
    """A fraction as text, halves away from zero."""
    scaled = abs(Fraction(number)) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return "-" + text if number < 0 and whole else text


# The records, by day.

records = sorted(table("2-normalize/takedowns.csv"), key=lambda record: record["action_date"])
days = [record["action_date"] for record in records]
history = defaultdict(list)
for record in records:
    record["key"] = None
    if record["account"] and record["counts"] in UNITS:
        record["key"] = (record["platform"], record["account_kind"], record["account"])
        history[record["key"]].append(record)
    record["seconds"] = None
    if record["referred_at"] and record["actioned_at"]:
        moments = [
            datetime.fromisoformat(record[column].replace("Z", "+00:00"))
            for column in ("referred_at", "actioned_at")
        ]
        seconds = int((moments[1] - moments[0]).total_seconds())
        record["seconds"] = seconds if seconds >= 0 else None
all_agencies = sorted({record["agency"] for record in records})
pairs = {(record["agency"], record["platform"]) for record in records}


def within(start, end):
    return records[bisect.bisect_left(days, start):bisect.bisect_right(days, end)]


class Window:
    """What the records of some days, and perhaps of some agencies alone, amount to."""

    cache = {}

    @classmethod
    def of(cls, start, end, agencies=None):
        key = (start, end, None if agencies is None else tuple(sorted(agencies)))
        if key not in cls.cache:
            cls.cache[key] = cls(start, end, agencies)
        return cls.cache[key]

    def __init__(self, start, end, agencies):
        self.chosen = agencies
        self.groups = defaultdict(list)
        for record in within(start, end):
            if agencies is None or record["agency"] in agencies:
                for agency in (record["agency"], "all"):
                    self.groups[agency, record["platform"]].append(record)
        self.figures = {}

    def platforms(self, agency="all"):
        return sorted({key[1] for key in self.groups if key[0] == agency})

    def agencies(self):
        return sorted({key[0] for key in self.groups} - {"all"})

    def has(self, agency):
        return any(key[0] == agency for key in self.groups)

    def group(self, agency, platform):
        if platform != "all":
            return self.groups.get((agency, platform), [])
        return [r for p in self.platforms(agency) for r in self.groups[agency, p]]

    def value(self, measure, agency, platform):
        key = (measure, agency, platform)
        if key not in self.figures:
            self.figures[key] = self.count(measure, agency, self.group(agency, platform))
        return self.figures[key]

    def count(self, measure, agency, group):
        if measure in RECORD_MEASURES:
            return sum(r["action"] in RECORD_MEASURES[measure] for r in group)
        if measure in ACCOUNT_MEASURES:
            units = ACCOUNT_MEASURES[measure]
            return len({
                r["key"] for r in group
                if r["key"] and r["action"] == "taken-down" and r["counts"] in units
            })
        if measure == "reinstated":
            latest = {}
            for r in group:
                if r["key"]:
                    order = (r["action_date"], r["action"] == "reinstated")
                    latest[r["key"]] = max(latest.get(r["key"], ("", False)), order)
            return sum(order[1] for order in latest.values())
        again = set()
        for r in group:
            if r["key"] and r["action"] == "taken-down" and any(
                h["action"] == "reinstated" and h["action_date"] < r["action_date"]
                and (h["agency"] == agency if agency != "all" else self.counts(h["agency"]))
                for h in history[r["key"]]
            ):
                again.add(r["key"])
        return len(again)

    def counts(self, agency):
        return self.chosen is None or agency in self.chosen


# Counts.

def shown(measure, agency, platform):
    return "all" in (agency, platform) or measure in CROSSED and (agency, platform) in pairs


def check_counts(name):
    cells = defaultdict(set)
    for number, row in enumerate(table(name), 2):
        if row["origin"] != "counted":
            continue
        window = Window.of(row["period_start"], row["period_end"])
        value = window.value(row["measure"], row["agency"], row["platform"])
        equal(row["value"], str(value), f"{name}:{number} {row['measure']} {row['agency']}")
        period = (row["measure"], row["period_kind"], row["period_start"], row["period_end"])
        cells[period].add((row["agency"], row["platform"]))
    platforms = sorted({platform for _, platform in pairs})
    for period, found in cells.items():
        window = Window.of(period[2], period[3])
        expected = {
            (agency, platform) for agency in ["all", *window.agencies()]
            for platform in ["all", *platforms] if shown(period[0], agency, platform)
        }
        equal(sorted(found), sorted(expected), f"{name}: cells of {period}")


def check_years_to_months(name):
    """From one day to the ends of months that follow one another; what is added up never falls."""
    series = defaultdict(list)
    for row in table(name):
        if row["period_kind"] == "year-to-month":
            key = tuple(row[c] for c in ("measure", "counts", "agency", "platform", "period_start"))
            series[key].append((date.fromisoformat(row["period_end"]), int(row["value"])))
    for key, figures in series.items():
        days, values = zip(*figures)
        following = [(day + timedelta(1)) for day in days[:-1]]
        equal([day.day for day in following], [1] * len(following), f"{name}: months of {key}")
        months = [12 * day.year + day.month for day in days]
        # Years that begin within a month end within it as well.
        equal(months, list(range(months[0], months[0] + len(months))), f"{name}: gaps in {key}")
        if key[0] in ("accounts", "takedowns", "referrals", "refused"):
            equal(list(values), sorted(values), f"{name}: falls in {key}")


# Comparisons.

def check_change(row, where):
    value, base = row["value"], row["base_value"]
    change = percent = factor = ""
    marks = set(row["marks"].split()) & {"[x]", "[z]"}
    if value and base:
        change = str(int(value) - int(base))
        if int(base):
            percent = rounded(Fraction(int(value) - int(base), int(base)) * 100, 1)
            factor = rounded(Fraction(int(value), int(base)), 2)
    equal(row["change"], change, where + " change")
    equal(row["percent_change"], percent, where + " percent_change")
    equal(row["factor"], factor, where + " factor")
    equal(marks, {"[x]"} if not (value and base) else set() if int(base) else {"[z]"},
          where + " marks")


def is_year_before(end, base_end):
    """Whether a period's last day and its base's are the same day of two years."""
    end, base_end = date.fromisoformat(end), date.fromisoformat(base_end)
    if end.year - base_end.year != 1:
        return False
    return (end.month, end.day) == (base_end.month, base_end.day) or (
        end.month == base_end.month == 2 and {end.day, base_end.day} <= {28, 29})


def check_comparisons(name):
    said = {row["period"]: row for row in table("release/data/published-figures.csv")}
    plain, matched = {}, {}
    for number, row in enumerate(table(name), 2):
        where = f"{name}:{number} {row['measure']} {row['agency']} {row['platform']}"
        check_change(row, where)
        if row["origin"] == "published":
            equal(row["value"], said[row["period"]]["value"], where + " value")
            equal(row["base_value"], said[row["base_period"]]["value"], where + " base")
            continue
        agency, platform, measure = row["agency"], row["platform"], row["measure"]
        sides = [(row["period_start"], row["period_end"]), (row["base_start"], row["base_end"])]
        windows = [Window.of(*side) for side in sides]
        lists = [
            (row["agencies"].split(), row["platforms"].split()),
            (row["base_agencies"].split(), row["base_platforms"].split()),
        ]
        own = [[a for a in w.agencies() if agency in ("all", a)] for w in windows]
        there = [w.platforms(agency) for w in windows]
        both = set(own[0]) & set(own[1])
        common = [
            {p for a in both for p in w.platforms(a)} for w in windows
        ]
        common = common[0] & common[1]
        key = tuple(row[c] for c in (
            "measure", "agency", "platform", "period_kind", "period", "base_start", "base_end"))
        if row["coverage"] == "matched":
            chosen = common if platform == "all" else common & {platform}
            for side, base, found in zip(sides, ("value", "base_value"), lists):
                # Nobody is left out where both sides have the same agencies.
                window = Window.of(*side, agencies=both if own[0] != own[1] else None)
                value = sum(window.value(measure, agency, p) for p in chosen)
                equal(row[base], str(value), f"{where} matched {base}")
                equal(found, (sorted(both), sorted(chosen)), f"{where} matched coverage")
            matched[key] = row
            continue
        equal(row["coverage"], "all", where + " coverage")
        for window, column, found, names, these in zip(
                windows, ("value", "base_value"), lists, own, there):
            value = str(window.value(measure, agency, platform)) if window.has(agency) else ""
            equal(row[column], value, f"{where} {column}")
            these = these if platform == "all" else [p for p in these if p == platform]
            equal(found, (names, these), where + " coverage")
        differ = own[0] != own[1] or there[0] != there[1]
        if platform != "all":
            differ = own[0] != own[1] and agency == "all" and platform in common
        plain[key] = bool(differ and common)
        if row["basis"] == "same-period":
            equal(is_year_before(row["period_end"], row["base_end"])
                  or row["period_kind"] == "week", True, where + " same days")
    equal({key for key, differ in plain.items() if differ}, set(matched), name + ": matched rows")


# Rates and times.

def check_rates(name):
    for number, row in enumerate(table(name), 2):
        where = f"{name}:{number} {row['measure']} {row['agency']} {row['platform']}"
        window = Window.of(row["period_start"], row["period_end"])

        def value(measure):
            return window.value(measure, row["agency"], row["platform"])

        below = int(row["denominator"])
        if row["measure"] == "removal-rate":
            above, factor, decimals = value("takedowns"), 100, 1
            equal(row["denominator_unit"], "records", where + " denominator_unit")
            equal(below, above + value("refused"), where + " denominator")
            equal(row["left_out"], str(value("undecided")), where + " left_out")
            equal(value("referrals"), below + value("undecided"), where + " referrals")
        else:
            above, factor, decimals = value("accounts"), 1_000_000, 2
            equal(row["denominator_unit"], "users", where + " denominator_unit")
        equal(row["numerator"], str(above), where + " numerator")
        rate = rounded(Fraction(above, below) * factor, decimals) if below else ""
        equal(row["rate"], rate, where + " rate")


def check_times(name):
    for number, row in enumerate(table(name), 2):
        where = f"{name}:{number} {row['measure']} {row['agency']} {row['platform']}"
        window = Window.of(row["period_start"], row["period_end"])
        group = [
            r for r in window.group(row["agency"], row["platform"])
            if r["action"] in TIMES[row["measure"]]
        ]
        times = sorted(r["seconds"] for r in group if r["seconds"] is not None)
        equal(row["records"], str(len(group)), where + " records")
        equal(row["with_both_times"], str(len(times)), where + " with_both_times")
        expected = dict.fromkeys([
            "median_seconds", "median_hours", "p90_seconds", "p90_hours", "within_24_hours",
            "within_24_hours_percent", "within_72_hours", "within_72_hours_percent"], "")
        if times:
            middle = Fraction(times[(len(times) - 1) // 2] + times[len(times) // 2], 2)
            expected["median_seconds"] = rounded(middle, 0 if middle.denominator == 1 else 1)
            expected["median_hours"] = rounded(middle / 3600, 1)
            slow = next(t for i, t in enumerate(times, 1) if 10 * i >= 9 * len(times))
            expected["p90_seconds"] = str(slow)
            expected["p90_hours"] = rounded(Fraction(slow, 3600), 1)
            for hours in (24, 72):
                fast = sum(t <= hours * 3600 for t in times)
                expected[f"within_{hours}_hours"] = str(fast)
                expected[f"within_{hours}_hours_percent"] = rounded(
                    Fraction(fast * 100, len(times)), 1)
        for column, text in expected.items():
            equal(row[column], text, f"{where} {column}")


# What remains: coverage, overlap, the charts and the headlines.

def check_coverage(name):
    for row in table(name):
        own = [r for r in records if r["agency"] == row["agency"]]
        taken = sum(r["action"] == "taken-down" for r in own)
        expected = [str(len(own)), str(taken), own[0]["action_date"], own[-1]["action_date"]]
        found = [row[c] for c in ("records", "takedowns", "first_day", "last_day")]
        equal(found, expected, f"{name} {row['agency']}")


def check_overlap(name):
    for number, row in enumerate(table(name), 2):
        sets = [
            {r["key"] for r in within(row["period_start"], row["period_end"])
             if r["key"] and r["action"] == "taken-down" and r["agency"] == row[column]}
            for column in ("agency", "other_agency")
        ]
        expected = [len(sets[0]), len(sets[1]), len(sets[0] & sets[1]), len(sets[0] | sets[1])]
        found = [row[c] for c in ("accounts", "other_accounts", "shared", "joint")]
        equal(found, [str(n) for n in expected], f"{name}:{number}")


def check_charts():
    said = {
        (row["agency"], row["measure"], row["period_start"], row["period_end"], row["value"])
        for row in table("release/data/published-figures.csv")
    }
    folder = os.path.join(run, "release/charts")
    for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
        if not file.endswith(".csv"):
            continue
        for number, row in enumerate(table("release/charts/" + file), 2):
            where = f"charts/{file}:{number}"
            if file == "published-by-year.csv":
                key = tuple(row[c] for c in (
                    "agency", "measure", "first_day", "last_day", "value"))
                equal(key in said, True, where)
                continue
            window = Window.of(row["first_day"], row["last_day"])
            value = window.value(row["measure"], row["agency"], row["platform"])
            text = str(value) if window.has(row["agency"]) else ""
            equal(row["value"], text, where)
            label = f"{value:,}" if text else "[x]"
            equal(row["label"].removesuffix(" [p]"), label, where + " label")


def nearest(number, step):
    whole = (abs(number) + Fraction(step, 2)) // step * step
    return int(whole if number >= 0 else -whole)


def is_faithful(value, base, step):
    parts = [value] if base is None else [value, base, value - base]
    said = [nearest(part, step) for part in parts]
    if any(part and not near for part, near in zip(parts, said)):
        return False
    if any(near != part and 20 * abs(near - part) >= abs(part)
           for part, near in zip(parts, said)):
        return False
    if base is None:
        return True
    if said[0] - said[1] != said[2]:
        return False
    return base == 0 or abs(Fraction(said[0], said[1]) - Fraction(value, base)) < Fraction(1, 20)


def decimals_of(number):
    return len(str(number).partition(".")[2])


def check_rate_headline(headline, where):
    """A rate is rounded once, and so is its distance from that of the earlier days."""
    agency, platform = headline["agency"]["id"], headline["platform"]["id"]
    exact = []
    for days, said in ((headline["period"], headline), (headline["base"], headline["base"])):
        if said["value"] is None:
            continue
        window = Window.of(days["start"], days["end"])

        def value(measure):
            return window.value(measure, agency, platform)

        if headline["unit"] == "percent":
            above, factor = value("takedowns"), 100
            equal(int(said["denominator"]), above + value("refused"), where + " denominator")
        else:
            above, factor = value("accounts"), 1_000_000
        equal(int(said["numerator"]), above, where + " numerator")
        exact.append(Fraction(above, int(said["denominator"])) * factor)
        equal(str(said["value"]), rounded(exact[-1], decimals_of(said["value"])), where + " value")
    check_difference(headline, exact, where)
    if headline["left_out"] is not None:
        window = Window.of(headline["period"]["start"], headline["period"]["end"])
        equal(int(headline["left_out"]), window.value("undecided", agency, platform), where + " left")


def check_time_headline(headline, where):
    agency, platform = headline["agency"]["id"], headline["platform"]["id"]
    exact = []
    for days, said in ((headline["period"], headline), (headline["base"], headline["base"])):
        if said["value"] is None:
            continue
        group = [
            r for r in Window.of(days["start"], days["end"]).group(agency, platform)
            if r["action"] in TIMES[headline["measure"]]
        ]
        times = sorted(r["seconds"] for r in group if r["seconds"] is not None)
        equal(int(said["records"]), len(group), where + " records")
        equal(int(said["with_both_times"]), len(times), where + " with_both_times")
        exact.append(Fraction(times[(len(times) - 1) // 2] + times[len(times) // 2], 7200))
        equal(said["value"], rounded(exact[-1], 1), where + " median")
        slow = next(t for i, t in enumerate(times, 1) if 10 * i >= 9 * len(times))
        equal(said["p90"], rounded(Fraction(slow, 3600), 1), where + " p90")
        for hours in (24, 72):
            share = Fraction(sum(t <= hours * 3600 for t in times) * 100, len(times))
            shown = said[f"within_{hours}_hours_percent"]
            equal(str(shown), rounded(share, decimals_of(shown)), f"{where} within {hours}")
    check_difference(headline, exact, where)


def check_difference(headline, exact, where):
    if len(exact) < 2:
        equal(headline["change"], None, where + " change")
        return
    said = str(headline["change"])
    equal(said, rounded(exact[0] - exact[1], decimals_of(headline["value"])), where + " change")


def check_headlines():
    with open(os.path.join(run, "release/headlines.json"), encoding="utf-8") as file:
        headlines = json.load(file, parse_float=str, parse_int=int)["headlines"]
    for headline in headlines:
        if headline["status"] == "not-available":
            continue
        where = "headline " + headline["id"]
        if "unit" in headline:
            check = check_time_headline if headline["unit"] == "hours" else check_rate_headline
            check(headline, where)
            continue
        agency, platform = headline["agency"]["id"], headline["platform"]["id"]
        period, before = headline["period"], headline["base"]
        window = Window.of(period["start"], period["end"])
        value = window.value(headline["measure"], agency, platform)
        base = None
        if before["start"] and Window.of(before["start"], before["end"]).has(agency):
            base = Window.of(before["start"], before["end"]).value(
                headline["measure"], agency, platform)
        step = next(s for s in (1000, 500, 100, 50, 10, 1) if is_faithful(value, base, s))
        equal([headline["value"], before["value"]], [value, base], where)
        equal(headline["value_rounded"], nearest(value, step), where + " rounded")
        if base is not None:
            equal(before["value_rounded"], nearest(base, step), where + " base rounded")
            equal(headline["change"], value - base, where + " change")
            equal(headline["change_rounded"], nearest(value - base, step), where + " rounded")
        percent = headline["percent_change"]
        if base:
            text = rounded(Fraction(value - base, base) * 100, 1)
            equal(Fraction(str(percent)), Fraction(text), where + " percent")
        else:
            equal(percent, None, where + " percent")
        said = headline.get("percent_change_rounded")
        if said is not None:
            text = rounded(Fraction(value - base, base) * 100, decimals_of(said))
            equal(str(said), text, where + " rounded percent")


for name in ("3-compare/counts.csv", "release/data/accounts.csv"):
    check_counts(name)
    check_years_to_months(name)
for name in ("3-compare/comparisons.csv", "release/data/comparisons.csv"):
    check_comparisons(name)
for folder in ("3-compare", "release/data"):
    check_rates(folder + "/rates.csv")
    check_times(folder + "/timeliness.csv")
    check_coverage(folder + "/coverage.csv")
check_overlap("3-compare/overlap.csv")
check_charts()
check_headlines()

for difference in differences[:50]:
    print(difference)
print(f"{compared} compared, {len(differences)} differ")
sys.exit(1 if differences or not compared else 0)
