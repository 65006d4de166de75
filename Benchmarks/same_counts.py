"""The figures of `takedowns run` once more, by DuckDB: whether they agree, and how long it takes.

Usage: same_counts.py csv|ndjson FILE EXPECTED_COUNTS_CSV

FILE is a log of `takedowns sample --rows N`; EXPECTED_COUNTS_CSV is what `takedowns run` on it left
as `3-compare/counts.csv`. Prints seconds (from connecting to the last count), processor seconds and
peak resident memory, and compares every cell of the measures `accounts` and `takedowns`.
Exit status: 0 all equal, 1 some cell differs.

The queries know the spellings that the sample log holds and no others, read four of its eight
columns, drop at once all rows but takedowns, and write no files.
"""

import csv
import resource
import sys
import time

import duckdb

PLATFORMS = {
    "facebook": ["facebook", "fb", "facebook.com"],
    "instagram": ["instagram", "ig", "insta"],
    "tiktok": ["tiktok", "tik tok", "tik-tok"],
    "x": ["x", "twitter", "x (formerly twitter)", "x.com", "twitter/x"],
    "youtube": ["youtube", "you tube", "yt"],
    "telegram": ["telegram", "telegram messenger", "tg"],
    "whatsapp": ["whatsapp", "whats app", "wa"],
    "snapchat": ["snapchat", "snap"],
}
HOSTS = {
    "facebook": [
        "facebook.com", "www.facebook.com", "m.facebook.com", "web.facebook.com",
        "mbasic.facebook.com", "fr-fr.facebook.com", "fb.com",
    ],
    "instagram": ["instagram.com", "www.instagram.com", "m.instagram.com"],
    "tiktok": ["tiktok.com", "www.tiktok.com", "m.tiktok.com"],
    "x": ["x.com", "twitter.com", "www.twitter.com", "mobile.twitter.com"],
    "youtube": ["youtube.com", "www.youtube.com", "m.youtube.com"],
    "telegram": ["t.me", "telegram.me", "telegram.dog"],
    "whatsapp": [
        "whatsapp.com", "www.whatsapp.com", "chat.whatsapp.com", "api.whatsapp.com", "wa.me",
    ],
    "snapchat": ["snapchat.com", "www.snapchat.com"],
}

READERS = {
    "csv": """read_csv($file, auto_detect = false, header = true, delim = ',', quote = '"',
        escape = '"',
        columns = {'reference': 'varchar', 'platform': 'varchar', 'account': 'varchar',
          'outcome': 'varchar', 'date_referred': 'date', 'date_removed': 'date',
          'advert_type': 'varchar', 'notes': 'varchar'})""",
    "ndjson": """read_json($file, format = 'newline_delimited', auto_detect = false,
        columns = {'platform': 'varchar', 'account': 'varchar', 'outcome': 'varchar',
          'date_removed': 'date'})""",
}

# The file is read once. The agency is the same in all rows, and what was acted on follows from
# platform and kind, so that neither is needed to tell duplicates.
EVENTS = """
create temp table events as
with
  taken as (
    select lower(platform) as spelling, split_part(account, '://', -1) as address,
      date_removed as day
    from {reader}
    where outcome in ('removed', 'suspended', 'closed', 'taken down', 'disabled')),
  parts as (
    select *, lower(split_part(path, '/', 1)) as host, split_part(path, '/', 2) as first,
      split_part(path, '/', -1) as last
    from (select *, split_part(address, '?', 1) as path from taken)),
  placed as (
    -- The host wins over the platform column.
    select coalesce(hosts.platform, spellings.platform, 'unmapped') as platform, parts.host, first,
      address, case when last = '' then split_part(path, '/', -2) else last end as name, day
    from parts
      left join hosts on hosts.host = parts.host
      left join spellings on spellings.spelling = parts.spelling),
  told as (
    select *,
      case platform
        when 'facebook' then case
          when first = 'groups' then 'group'
          when first = 'profile.php' or regexp_full_match(name, '[0-9]+') then 'id'
          else 'user' end
        when 'youtube' then case when first = 'channel' then 'channel' else 'user' end
        when 'telegram' then case
          when first = 'joinchat' or starts_with(name, '+') then 'invite' else 'user' end
        when 'whatsapp' then case
          when host = 'chat.whatsapp.com' then 'invite'
          when first = 'channel' then 'channel'
          else 'phone' end
        else 'user' end as kind
    from placed)
select platform, kind, day,
  case kind
    when 'user' then case
      when platform = 'facebook' then replace(lower(name), '.', '')
      else lower(replace(name, '@', '')) end
    when 'id' then case
      when first = 'profile.php' then split_part(split_part(address, 'id=', 2), '&', 1)
      else name end
    when 'phone' then case
      when first = 'send' then split_part(split_part(address, 'phone=', 2), '&', 1)
      else replace(replace(replace(name, '+', ''), ' ', ''), '-', '') end
    when 'invite' then replace(name, '+', '')
    else name end as account
from told
"""

# One bit a day: takedowns of an account on the same day are duplicates and fall together. This and
# the sum below take half the time of `select distinct` and `count(distinct …)`.
MONTHS = """
create temp table months as
select platform, kind, account, year(day) - (month(day) < 7)::int as year, month(day) as month,
  bit_count(bit_or(1::bigint << day(day))) as takedowns
from events
group by all
"""

BY_MONTH = """
select year + (month < 7)::int, month, platform, count(*), sum(takedowns)
from months
group by grouping sets ((year, month), (year, month, platform))
"""

BY_YEAR = """
select year, null, platform, count(*), sum(takedowns)
from (
  select platform, kind, account, year, sum(takedowns) as takedowns from months group by all)
group by grouping sets ((year), (year, platform))
"""


def make_lookup(connection, table, column, entries):
    connection.execute(f"create temp table {table} ({column} varchar, platform varchar)")
    pairs = [(text, platform) for platform, texts in entries.items() for text in texts]
    places = ", ".join(["(?, ?)"] * len(pairs))
    values = [value for pair in pairs for value in pair]
    connection.execute(f"insert into {table} values {places}", values)


def count(kind, path):
    """The value of each cell.

    A cell is (measure, platform or `all`, year, month), with None for the month of a whole year,
    which begins in July.
    """
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    connection.execute("set preserve_insertion_order = false")
    # The size of a text file is guessed so low that the file would become the side of the joins
    # that is held in memory.
    connection.execute("set disabled_optimizers = 'join_order,build_side_probe_side,in_clause'")
    make_lookup(connection, "hosts", "host", HOSTS)
    make_lookup(connection, "spellings", "spelling", PLATFORMS)
    connection.execute(EVENTS.format(reader=READERS[kind]), {"file": path})
    connection.execute(MONTHS)
    cells = {}
    for query in (BY_MONTH, BY_YEAR):
        for year, month, platform, accounts, takedowns in connection.execute(query).fetchall():
            cells["accounts", platform or "all", year, month] = accounts
            cells["takedowns", platform or "all", year, month] = int(takedowns)
    return cells


def expected_cells(path):
    """The cells of a counts.csv by the same keys; those of the one agency must repeat the total."""
    cells = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["measure"] not in ("accounts", "takedowns") or row["origin"] != "counted":
                continue
            year, month, _ = (int(part) for part in row["period_start"].split("-"))
            # The year to date holds all records of its year: the log's last day ends it.
            if row["period_kind"] != "month":
                month = None
            key = (row["measure"], row["platform"], year, month)
            cells.setdefault(key, set()).add(int(row["value"]))
    return cells


def differences(counted, expected):
    lines = []
    for key in sorted(counted.keys() | expected.keys(), key=str):
        ours = counted.get(key, 0)
        theirs = expected.get(key, {0})
        if theirs == {ours}:
            continue
        measure, platform, year, month = key
        period = f"{year}-{month:02}" if month else f"{year}/{(year + 1) % 100:02}"
        values = " and ".join(str(value) for value in sorted(theirs))
        lines.append(f"differs: {measure} {platform} {period}: duckdb {ours}, takedowns {values}")
    return lines


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in READERS:
        sys.exit("usage: same_counts.py csv|ndjson FILE EXPECTED_COUNTS_CSV")
    kind, path, expected_path = sys.argv[1:]
    cpu = time.process_time()
    start = time.perf_counter()
    counted = count(kind, path)
    seconds = time.perf_counter() - start
    cpu = time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Bytes on Darwin, else units of 1024 bytes.
    peak_mb = peak / (1e6 if sys.platform == "darwin" else 1e6 / 1024)

    expected = expected_cells(expected_path)
    lines = differences(counted, expected)
    print(f"duckdb {kind} seconds {seconds:.2f}")
    print(f"duckdb {kind} cpu_seconds {cpu:.2f}")
    print(f"duckdb {kind} peak_memory_mb {peak_mb:.0f}")
    print(f"duckdb {kind} cells {len(counted.keys() | expected.keys())} differing {len(lines)}")
    for line in lines:
        print(line)
    sys.exit(1 if lines or not expected else 0)


main()
