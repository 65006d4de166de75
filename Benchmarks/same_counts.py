"""The same counts by DuckDB, tuned: what a million rows cost elsewhere.

Usage: duckdb.py csv|ndjson FILE

Reads the log that `takedowns sample --rows` makes, folds platform and account by the simplest rules that
give the same accounts for most rows, and counts distinct accounts by year, month, platform and jointly.
Prints the seconds taken and the joint counts.
"""

import sys
import time

import duckdb

COUNTS = """
create temp table records as
select platform_id, account, action_date from (
  select
    case
      when p in ('x', 'twitter', 'xtwitter', 'xformerlytwitter', 'xcom') then 'x'
      when p in ('fb', 'facebook', 'facebookcom', 'meta') then 'facebook'
      when p in ('ig', 'insta', 'instagram') then 'instagram'
      when p in ('tiktok') then 'tiktok'
      when p in ('yt', 'youtube') then 'youtube'
      when p in ('tg', 'telegram') then 'telegram'
      when p in ('wa', 'whatsapp') then 'whatsapp'
      else p end as platform_id,
    a as account, d as action_date
  from (
    select
      regexp_replace(lower(platform), '[^a-z]', '', 'g') as p,
      regexp_replace(
        split_part(regexp_replace(lower(account), '^(https?://)?(www\\.|m\\.)?', ''), '?', 1),
        '^.*/@?|^@', '') as a,
      date_removed as d, lower(outcome) as o
    from source)
  where o in ('taken down', 'removed', 'closed', 'suspended', 'disabled', 'deleted', 'banned')
);
"""


def main() -> None:
    kind, path = sys.argv[1:3]
    connection = duckdb.connect()
    connection.execute("set threads to 2")
    connection.execute("set preserve_insertion_order = false")
    start = time.perf_counter()
    if kind == "csv":
        read = (
            f"read_csv('{path}', header = true, delim = ',', quote = '\"', parallel = true, "
            "columns = {'reference': 'varchar', 'platform': 'varchar', 'account': 'varchar', "
            "'outcome': 'varchar', 'date_referred': 'date', 'date_removed': 'date', "
            "'advert_type': 'varchar', 'notes': 'varchar'})"
        )
    else:
        read = (
            f"read_json('{path}', format = 'newline_delimited', "
            "columns = {'platform': 'varchar', 'account': 'varchar', 'outcome': 'varchar', "
            "'date_removed': 'date'})"
        )
    connection.execute(f"create view source as select * from {read}")
    connection.execute(COUNTS)
    totals = connection.execute(
        "select year(action_date + interval 6 month) as y, count(distinct (platform_id, account)) "
        "from records group by y order by y"
    ).fetchall()
    connection.execute(
        "select platform_id, year(action_date + interval 6 month), count(distinct account) "
        "from records group by all"
    ).fetchall()
    connection.execute(
        "select date_trunc('month', action_date), count(distinct (platform_id, account)) "
        "from records group by all"
    ).fetchall()
    connection.execute(
        "select platform_id, date_trunc('month', action_date), count(distinct account) "
        "from records group by all"
    ).fetchall()
    seconds = time.perf_counter() - start
    print(f"duckdb {kind} seconds={seconds:.2f} years={totals}")


main()
