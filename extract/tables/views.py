"""``views.sql``: the tables of a dataset by name, and views of them that are safe to sum, for DuckDB.

It says what ``extract.audit`` and ``extract.loading`` say: which pages count, and what several pages tell of one event.
Why a row counts for nothing within its page stands in the tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.compute as pc
import pyarrow.parquet as pq

from extract.dedup.pages import LEFT_OUT
from extract.tables.collection import PART
from extract.tables.commit import VIEWS_FILE
from extract.tables.schemas import FIGURES, MONEY, RATINGS, SCHOLARSHIPS, TABLES
from extract.tables.view_schemas import OF_PAGE, RATINGS_WIDE

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
-- Views for DuckDB. In this folder: duckdb -init views.sql
-- From elsewhere, first: SET file_search_path = 'the path of this folder';
-- Amounts are whole đồng in 64 bits; DuckDB sums them exactly, in 128.
"""

_TABLE = "CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}/*.parquet');\n"

_PAGES = """
-- Pages with places in one spelling, the day of the event (else of publication), the year, and why the page counts for
-- nothing: it repeats another, or a later version of it was captured.
CREATE OR REPLACE VIEW pages_judged AS
SELECT
  page_id, uri, site, title,
  commune_name AS commune, district_name AS district, province_name AS province,
  commune AS commune_written, district AS district_written, province AS province_written,
  coalesce(event_date, published_on) AS day,
  CAST(year AS BIGINT) AS year,
  CASE
    WHEN duplicate_kind IN ({kinds}) THEN 'duplicate_page'
    WHEN row_number() OVER (
      PARTITION BY
        CASE WHEN duplicate_kind = 'revision' THEN duplicate_of ELSE page_id END,
        coalesce(duplicate_kind IN ({kinds}), false)
      ORDER BY captured_at DESC NULLS LAST, page_id DESC
    ) > 1 THEN 'revised'
  END AS left_out,
  lower(coalesce(commune_name, district_name, province_name)) AS place
FROM pages;

-- Places and days of which several pages tell: only these may tell of one event.
CREATE OR REPLACE VIEW shared_days AS
SELECT place, day FROM pages_judged
WHERE place IS NOT NULL AND day IS NOT NULL GROUP BY place, day HAVING count(*) > 1;
"""

_JUDGED = """
-- All {table}, and why sums leave them out: the page's reason, else its own within the page, else that another page
-- tells the same of one event (same_as). Where left_out is null the row counts.
CREATE OR REPLACE VIEW {table}_judged AS
WITH told AS (
  SELECT {table}.{key}, {table}.page_id, {table}.start, place, day, {agree},
    row_number() OVER (PARTITION BY place, day, {agree}, {table}.page_id ORDER BY {table}.start, {table}.{key}) AS nth
  FROM {table} JOIN pages_judged USING (page_id) JOIN shared_days USING (place, day)
  WHERE pages_judged.left_out IS NULL AND {table}.left_out IS NULL AND {known}
), firsts AS (
  SELECT {key}, first_value({key}) OVER (PARTITION BY place, day, {columns}, nth ORDER BY page_id, start) AS same_as
  FROM told
)
SELECT
  {table}.* EXCLUDE (left_out), {of_page},
  coalesce(pages_judged.left_out, {table}.left_out, CASE WHEN same_as IS NOT NULL THEN 'same_event' END) AS left_out,
  same_as
FROM {table}
JOIN pages_judged USING (page_id)
LEFT JOIN (SELECT {key}, same_as FROM firsts WHERE same_as <> {key}) USING ({key});

CREATE OR REPLACE VIEW {safe} AS
SELECT * EXCLUDE (left_out, same_as) FROM {table}_judged WHERE left_out IS NULL;
"""

_SUMMED = """
-- Scholarships given, by place and year. Where no total is told, count times each stands for it.
CREATE OR REPLACE VIEW scholarships_by_commune AS
SELECT
  province, district, commune, year, count(*) AS statements,
  CAST(sum("count") AS BIGINT) AS "count",
  sum(coalesce(amount_total_vnd, "count" * amount_each_vnd)) AS amount_total_vnd
FROM scholarships_safe GROUP BY ALL;

-- One row a rated set, one column a level of this dataset; ..._percent where shares are told.
CREATE OR REPLACE VIEW ratings_wide AS
SELECT set_id, {names}, max(group_total) AS group_total{levels}
FROM ratings_safe GROUP BY set_id;
"""

_TELLINGS = (
    (FIGURES.name, "figures_with_page", "figure_id", ("indicator", "kind", "unit", "value"), ("indicator",)),
    (MONEY.name, "money_safe", "figure_id", ("indicator", "amount_vnd"), ("indicator",)),
    (
        SCHOLARSHIPS.name,
        "scholarships_safe",
        "scholarship_id",
        ("count", "amount_total_vnd", "amount_each_vnd"),
        ("count",),
    ),
    (
        RATINGS.name,
        "ratings_safe",
        "rating_id",
        ("group", "level", "level_code", "count", "percent", "group_total"),
        ("group", "level"),
    ),
)
"""Of each table its safe view, key, in which columns two rows of one event agree, and which of these are known."""


def write_views(folder: Path) -> None:
    """Write ``views.sql`` into a dataset whose tables are there."""
    kinds = ", ".join(f"'{kind}'" for kind in LEFT_OUT)
    of_page = ", ".join(f"pages_judged.{column.name}" for column in OF_PAGE)
    parts = [_HEAD, *(_TABLE.format(name=schema.name) for schema in TABLES), _PAGES.format(kinds=kinds)]
    for table, safe, key, agree, known in _TELLINGS:
        parts.append(
            _JUDGED.format(
                table=table,
                safe=safe,
                key=key,
                agree=", ".join(f'{table}."{name}"' for name in agree),
                columns=", ".join(f'"{name}"' for name in agree),
                known=" AND ".join(f'{table}."{name}" IS NOT NULL' for name in known),
                of_page=of_page,
            )
        )
    names = (column.name for column in RATINGS_WIDE.columns if column.name not in {"set_id", "group_total"})
    parts.append(
        _SUMMED.format(
            names=", ".join(f'first("{name}" ORDER BY start) AS "{name}"' for name in names), levels=_levels(folder)
        )
    )
    (folder / VIEWS_FILE).write_text("".join(parts), "utf-8")


def _levels(folder: Path) -> str:
    """A column a level of the dataset, and one for its shares if any is told."""
    table = pq.read_table(folder / RATINGS.name / PART, columns=["level", "level_code", "count", "percent"])
    level = pc.coalesce(table["level_code"], table["level"])
    columns = []
    for name, kept, ending in (("count", "BIGINT", ""), ("percent", "DOUBLE", "_percent")):
        for told in sorted(set(level.filter(pc.is_valid(table[name])).to_pylist())):
            text, quoted = told.replace("'", "''"), f"{told}{ending}".replace('"', '""')
            rows = f"FILTER (WHERE coalesce(level_code, level) = '{text}')"
            columns.append(f',\n  CAST(sum("{name}") {rows} AS {kept}) AS "{quoted}"')
    return "".join(columns)
