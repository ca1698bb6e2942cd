"""The tables of the data contract: every column with its type, its meaning and its unit.

Columns may be added at the end of a table, never renamed, retyped or dropped: notebooks depend on them. To add one, add
its line here, ``late`` where older datasets can do without it, and the field to its record in ``extract.model`` (for
``pages``: to ``extract.tables.rows``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import pyarrow as pa

CONTRACT_VERSION = 1

TEXT = pa.string()
_BOOL = pa.bool_()
DATE = pa.date32()
MOMENT = pa.timestamp("us", tz="UTC")
PLACE = pa.int32()
"""Offsets, ordinals and counts within one page."""
WHOLE = pa.int64()
"""Counts of things and exact amounts of đồng."""
REAL = pa.float64()


class Column(NamedTuple):
    """One column. ``unit`` is what its numbers are in, where another column does not say; ``null``: may be empty.

    ``late``: a dataset of before there was such a column is read as if nothing stood in it. That must not make sums
    wrong: without ``left_out`` every row would count.
    """

    name: str
    type: pa.DataType
    description: str
    unit: str | None = None
    null: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class TableSchema:
    """One table: its rows are sorted by ``order``, which no two rows share except in ``rejects``."""

    name: str
    description: str
    order: tuple[str, ...]
    columns: tuple[Column, ...]
    rows_per_group: int = 1 << 15
    """Rows of a row group: fixed, so that the bytes of a file depend on its rows alone; as many as are in memory at
    once when the file is written.
    """

    @cache  # noqa: B019 - the tables are constants
    def arrow(self) -> pa.Schema:
        """The Arrow schema, descriptions and units in its metadata.

        The ``pandas`` entry makes ``pd.read_parquet`` read integers that may be missing as ``Int64``: left alone, it
        would turn exact đồng into floats.
        """
        fields = [
            pa.field(column.name, column.type, nullable=column.null, metadata=_field_metadata(column))
            for column in self.columns
        ]
        metadata = {
            "baocao.table": self.name,
            "baocao.contract": str(CONTRACT_VERSION),
            "description": self.description,
            "pandas": json.dumps(_pandas_hints(self.columns), separators=(",", ":")),
        }
        return pa.schema(fields, metadata=metadata)


def _field_metadata(column: Column) -> dict[str, str]:
    return {"description": column.description} | ({"unit": column.unit} if column.unit else {})


def _pandas_hints(columns: tuple[Column, ...]) -> dict[str, object]:
    hints = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": str(column.type),
            "numpy_type": str(column.type).capitalize(),
            "metadata": None,
        }
        for column in columns
        if column.null and pa.types.is_integer(column.type)
    ]
    return {"index_columns": [], "column_indexes": [], "columns": hints}


PAGES = TableSchema(
    "pages",
    "One row a captured page, with what its text says about the page as a whole.",
    ("page_id",),
    (
        Column("page_id", TEXT, "hash of address, bytes and time of capture; the key of this table"),
        Column("uri", TEXT, "the page's address where known, else its path relative to the input"),
        Column("source", TEXT, "where the bytes lie: a path relative to the input, or an archive and a place in it"),
        Column("captured_at", MOMENT, "when the page was archived", null=True),
        Column("media_type", TEXT, "media type of the bytes, such as text/html"),
        Column("charset", TEXT, "character encoding they were read with"),
        Column("raw_sha256", TEXT, "SHA-256 of the bytes, in hexadecimal"),
        Column("raw_bytes", WHOLE, "size of the page as captured", "bytes"),
        Column("site", TEXT, "host name of the site", null=True),
        Column("title", TEXT, "title of the article", null=True),
        Column("text", TEXT, "kept blocks joined by line feeds, title first, NFC; every offset points into it"),
        Column("published_on", DATE, "publication date the page states", null=True),
        Column("event_date", DATE, "date of the event the report is about", null=True),
        Column("byline", TEXT, "author, as the page names them", null=True),
        Column("commune", TEXT, "xã, phường or thị trấn, its type word spelled out", null=True),
        Column("district", TEXT, "huyện, quận, thị xã or thành phố, its type word spelled out", null=True),
        Column("province", TEXT, "tỉnh or thành phố, as written", null=True),
        Column("commune_code", TEXT, "administrative code of the commune; not filled in yet", null=True),
        Column("blocks_kept", PLACE, "blocks that make up the text", "blocks"),
        Column("blocks_dropped", PLACE, "blocks left out; see the table blocks for why", "blocks"),
        Column("duplicate_of", TEXT, "page_id of the page that this one repeats or revises", null=True),
        Column(
            "duplicate_kind",
            TEXT,
            "copy, capture or near_copy: leave it out of sums; revision: another version, of which the last counts",
            null=True,
        ),
        Column("commune_name", TEXT, "the commune in one spelling, however pages write it", null=True, late=True),
        Column("district_name", TEXT, "the district in one spelling", null=True, late=True),
        Column("province_name", TEXT, "the province in one spelling, without tỉnh or thành phố", null=True, late=True),
        Column(
            "year",
            PLACE,
            "year of event_date, else of published_on, else the one year that all results of the page are of",
            null=True,
            late=True,
        ),
    ),
    rows_per_group=1 << 11,  # a row is a whole text
)

BLOCKS = TableSchema(
    "blocks",
    "Every block of every page, kept or dropped, with the reason.",
    ("page_id", "ordinal"),
    (
        Column("page_id", TEXT, "the page it stands on"),
        Column("ordinal", PLACE, "its place among all blocks of the page, from 0"),
        Column("kind", TEXT, "title, heading, paragraph, item, table_row, caption, or line for furniture"),
        Column("text", TEXT, "its text; cells of a table row are joined by a tab"),
        Column("start", PLACE, "first character in pages.text; empty if dropped", "code points", null=True),
        Column("end", PLACE, "end in pages.text, exclusive; empty if dropped", "code points", null=True),
        Column("kept", _BOOL, "whether it is part of pages.text"),
        Column("reason", TEXT, "why it was dropped, as a code", null=True),
        Column("duplicate_of", PLACE, "ordinal of the kept block that it repeats", null=True),
        Column("locator", TEXT, "where it stands in the capture: a path of elements, or a line"),
    ),
)

FIGURES = TableSchema(
    "figures",
    "One row a quantity in kept text, recognised by a rule or not.",
    ("page_id", "start", "end", "figure_id"),
    (
        Column("figure_id", TEXT, "the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
        Column("quote", TEXT, "comparator, number and unit as written: pages.text[start:end]"),
        Column("kind", TEXT, "what sort of number: money, count, length, area, mass, percent, ratio, ..."),
        Column("value", REAL, "the number, in unit (money: đồng); the smaller end of a range"),
        Column("value_max", REAL, "the larger end of a range", null=True),
        Column("unit", TEXT, "classifier or unit in its normal spelling, lower case", null=True),
        Column("noun", TEXT, "what is counted, as written", null=True),
        Column("comparator", TEXT, "eq, approx, approx_below, lt, le, gt, ge or range"),
        Column("scope", TEXT, "total, or each: the price or share of one; sum total alone"),
        Column("status", TEXT, "achieved, planned or norm; sum achieved alone"),
        Column("role", TEXT, "value, whole, plan or restated; sum value alone"),
        Column("indicator", TEXT, "the matter it belongs to, if a rule recognised it", null=True),
        Column("statement_id", TEXT, "the statement it belongs to", null=True),
        Column("period_start", DATE, "first day of the period it covers, where the text tells it", null=True),
        Column("period_end", DATE, "last day of the period it covers, where the text tells it", null=True),
        Column("rule_id", TEXT, "the rule that recognised it", null=True),
        Column("part_of", TEXT, "the figure on the page that holds this one", null=True),
        Column("left_out", TEXT, "why no sum of the results of its page has it; empty: it counts", null=True),
    ),
)

MONEY = TableSchema(
    "money",
    "The figures that are money in đồng, with the interval their print allows.",
    ("page_id", "start", "end", "figure_id"),
    (
        Column("figure_id", TEXT, "its row in figures; the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
        Column("quote", TEXT, "the amount as written: pages.text[start:end]"),
        Column("amount_vnd", WHOLE, "the amount; the smaller end of a range", "đồng"),
        Column("amount_max_vnd", WHOLE, "the larger end of a range", "đồng", null=True),
        Column("amount_million", REAL, "amount_vnd in millions", "triệu đồng"),
        Column("low_vnd", WHOLE, "least amount that precision and comparator allow", "đồng"),
        Column("high_vnd", WHOLE, "greatest amount they allow; empty: no limit", "đồng", null=True),
        Column("comparator", TEXT, "eq, approx, approx_below, lt, le, gt, ge or range"),
        Column("scope", TEXT, "total, or each: the price or share of one; sum total alone"),
        Column("per", TEXT, "what a rate is for: suất, người/năm", null=True),
        Column("status", TEXT, "achieved, planned or norm; sum achieved alone"),
        Column("indicator", TEXT, "what it was spent on or raised for, if a rule recognised it", null=True),
        Column("statement_id", TEXT, "the statement it belongs to", null=True),
        Column("rule_id", TEXT, "the rule that recognised it", null=True),
        Column("part_of", TEXT, "the amount on the page that holds this one", null=True),
        Column("left_out", TEXT, "why no sum of the results of its page has it; empty: it counts", null=True),
    ),
)

SCHOLARSHIPS = TableSchema(
    "scholarships",
    "One row a statement about scholarships.",
    ("page_id", "start", "end", "scholarship_id"),
    (
        Column("scholarship_id", TEXT, "the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
        Column("quote", TEXT, "the statement as written: pages.text[start:end]"),
        Column("count", WHOLE, "how many scholarships", null=True),
        Column("unit", TEXT, "what they are counted in: suất, phần", null=True),
        Column("recipients", WHOLE, "how many people received them", "people", null=True),
        Column("recipient_group", TEXT, "who received them, as written", null=True),
        Column("level", TEXT, "level of schooling", null=True),
        Column("amount_total_vnd", WHOLE, "worth of all together", "đồng", null=True),
        Column("amount_each_vnd", WHOLE, "worth of each; the smaller end of a range", "đồng", null=True),
        Column("amount_each_max_vnd", WHOLE, "the larger end of a range", "đồng", null=True),
        Column("comparator", TEXT, "of the count: eq, approx, approx_below, lt, le, gt, ge or range"),
        Column("status", TEXT, "achieved, planned or norm; sum achieved alone"),
        Column("part_of", TEXT, "the scholarship row whose count includes this one", null=True),
        Column("rule_id", TEXT, "the rule that recognised it"),
        Column("left_out", TEXT, "why no sum of the results of its page has it; empty: it counts", null=True),
    ),
)

RATINGS = TableSchema(
    "ratings",
    "One row a level of a rated set of groups.",
    ("page_id", "start", "end", "rating_id"),
    (
        Column("rating_id", TEXT, "the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
        Column("quote", TEXT, "the level and its count as written: pages.text[start:end]"),
        Column("group", TEXT, "what is rated, as written, lower case"),
        Column("group_kind", TEXT, "code of the kind of group", null=True),
        Column("level", TEXT, "the level, as written, lower case"),
        Column("level_code", TEXT, "code of the level", null=True),
        Column("level_rank", PLACE, "its rank in the scale, 1 the best", null=True),
        Column("scale", TEXT, "code of the scale", null=True),
        Column("count", WHOLE, "how many groups have the level; 0 where the text says none", null=True),
        Column("percent", REAL, "their share, as the text states it", "%", null=True),
        Column("group_total", WHOLE, "how many groups were rated, as the text states it", null=True),
        Column("period", TEXT, "the period that was rated, such as 2022", null=True),
        Column("status", TEXT, "achieved, planned or norm; sum achieved alone"),
        Column("part_of", TEXT, "the rating row whose count includes this one", null=True),
        Column("rule_id", TEXT, "the rule that recognised it"),
        Column("set_id", TEXT, "the rating row with which its set begins: the levels of one set share it"),
        Column("left_out", TEXT, "why no sum of the results of its page has it; empty: it counts", null=True),
    ),
)

STATEMENTS = TableSchema(
    "statements",
    "What was done, with the figures that belong together.",
    ("page_id", "start", "end", "statement_id"),
    (
        Column("statement_id", TEXT, "the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
        Column("indicator", TEXT, "the matter it is about"),
        Column("action", TEXT, "what was done, as written", null=True),
        Column("object", TEXT, "to what it was done, as written", null=True),
        Column("count", REAL, "how many, in unit", null=True),
        Column("unit", TEXT, "what they are counted in", null=True),
        Column("amount_total_vnd", WHOLE, "what all of it cost or was worth", "đồng", null=True),
        Column("amount_each_vnd", WHOLE, "what each cost or was worth", "đồng", null=True),
        Column("length_m", REAL, "length", "m", null=True),
        Column("area_m2", REAL, "area", "m²", null=True),
        Column("beneficiary", TEXT, "for whom, as written", null=True),
        Column("comparator", TEXT, "of the count, or of the amount where nothing is counted"),
        Column("status", TEXT, "achieved, planned or norm; sum achieved alone"),
        Column("period_start", DATE, "first day of the period it covers, where the text tells it", null=True),
        Column("period_end", DATE, "last day of the period it covers, where the text tells it", null=True),
        Column("rule_id", TEXT, "the rule that recognised it"),
        Column("part_of", TEXT, "the statement whose amount covers this one too", null=True),
    ),
)

CHECKS = TableSchema(
    "checks",
    "Relations between figures that a page itself states, and whether they hold.",
    ("page_id", "start", "end", "check_id"),
    (
        Column("check_id", TEXT, "the key of this table"),
        Column("page_id", TEXT, "the page it stands on"),
        Column("kind", TEXT, "ratings_sum, count_times_each, parts_sum, percent_of, plan_ratio, ..."),
        Column("left", TEXT, "one side, spelled out"),
        Column("right", TEXT, "the other side, spelled out"),
        Column("left_low", REAL, "least value of the left side, in its unit; money in đồng", null=True),
        Column("left_high", REAL, "greatest value of the left side; empty: no limit", null=True),
        Column("right_low", REAL, "least value of the right side, in its unit; money in đồng", null=True),
        Column("right_high", REAL, "greatest value of the right side; empty: no limit", null=True),
        Column("outcome", TEXT, "agrees (the two intervals meet), disagrees or unchecked"),
        Column("reason", TEXT, "why it is unchecked, or what may explain a disagreement", null=True),
        Column("start", PLACE, "first character in pages.text", "code points"),
        Column("end", PLACE, "end in pages.text, exclusive", "code points"),
    ),
)

REJECTS = TableSchema(
    "rejects",
    "What could not be read, and why.",
    ("source", "uri", "reason", "message", "bytes"),
    (
        Column("source", TEXT, "where it lies: a path relative to the input, or an archive and a place in it"),
        Column("uri", TEXT, "its address, where known", null=True),
        Column("reason", TEXT, "why it was refused, as a code"),
        Column("message", TEXT, "the same in words"),
        Column("bytes", WHOLE, "its size, where known", "bytes", null=True),
    ),
)

TABLES: tuple[TableSchema, ...] = (
    PAGES,
    BLOCKS,
    FIGURES,
    MONEY,
    SCHOLARSHIPS,
    RATINGS,
    STATEMENTS,
    CHECKS,
    REJECTS,
)
"""Every table of a dataset, in the order of the contract."""
