"""``views.sql``: the tables of a dataset by name, and money that is safe to sum, for DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.dedup.pages import LEFT_OUT
from extract.tables.commit import VIEWS_FILE
from extract.tables.schemas import TABLES

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
-- Views for DuckDB. In this folder: duckdb -init views.sql
-- From elsewhere, first: SET file_search_path = 'the path of this folder';
-- Amounts are whole đồng in 64 bits; DuckDB sums them exactly, in 128.
"""

_TABLE = "CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}/*.parquet');\n"

_MONEY = """
-- Every amount of money, and why sums leave it out: a copy of another page, the plan or the whole of a fraction, a
-- plan, a standing rate, the price of one thing, a part of another amount. Where it is null the amount counts.
-- What a page says twice, and what two pages tell of one event, is found by 'baocao audit' and extract.load alone.
CREATE OR REPLACE VIEW money_judged AS
SELECT
  money.*,
  CASE
    WHEN pages.duplicate_kind IN ({kinds}) THEN 'duplicate_page'
    WHEN figures.role <> 'value' THEN figures.role
    WHEN money.status <> 'achieved' THEN money.status
    WHEN money.scope = 'each' THEN 'each'
    WHEN wholes.statement_id IS NOT NULL OR statements.amount_total_vnd <> money.amount_vnd THEN 'part'
  END AS left_out
FROM money
JOIN figures USING (figure_id)
JOIN pages ON pages.page_id = money.page_id
LEFT JOIN statements ON statements.statement_id = money.statement_id
LEFT JOIN statements AS wholes
  ON wholes.statement_id = statements.part_of
  AND wholes.status = 'achieved' AND wholes.amount_total_vnd IS NOT NULL;

CREATE OR REPLACE VIEW money_safe AS
SELECT * EXCLUDE (left_out) FROM money_judged WHERE left_out IS NULL;

-- Results on pages that repeat no other; a part stands beside its whole and is left out.
CREATE OR REPLACE VIEW scholarships_safe AS
SELECT scholarships.* FROM scholarships JOIN pages USING (page_id)
WHERE scholarships.status = 'achieved' AND scholarships.part_of IS NULL
  AND (pages.duplicate_kind IS NULL OR pages.duplicate_kind NOT IN ({kinds}));

CREATE OR REPLACE VIEW ratings_safe AS
SELECT ratings.* FROM ratings JOIN pages USING (page_id)
WHERE ratings.status = 'achieved' AND ratings.part_of IS NULL
  AND (pages.duplicate_kind IS NULL OR pages.duplicate_kind NOT IN ({kinds}));
"""


def write_views(folder: Path) -> None:
    """Write ``views.sql`` into a dataset: the same for every dataset."""
    tables = "".join(_TABLE.format(name=schema.name) for schema in TABLES)
    kinds = ", ".join(f"'{kind}'" for kind in LEFT_OUT)
    (folder / VIEWS_FILE).write_text(f"{_HEAD}{tables}{_MONEY.format(kinds=kinds)}", "utf-8")
