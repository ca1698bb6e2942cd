"""The views of a dataset, column by column, for ``views.sql``, ``extract.load``, the dictionary and the package."""

from __future__ import annotations

from dataclasses import dataclass

from extract.tables.schemas import DATE, FIGURES, MONEY, RATINGS, SCHOLARSHIPS, TEXT, WHOLE, Column, TableSchema

PLACES = (("commune", "commune_name"), ("district", "district_name"), ("province", "province_name"))
"""Columns of ``pages``: a place as written, and in the one spelling that views call by that name."""

_PLACE_COLUMNS = (
    Column("commune", TEXT, "the commune, in one spelling", null=True),
    Column("district", TEXT, "the district, in one spelling", null=True),
    Column("province", TEXT, "the province, in one spelling", null=True),
)
_YEAR = Column(
    "year", WHOLE, "year of the event, else of publication, else the one that all results of the page are of", null=True
)
OF_PAGE = (
    Column("uri", TEXT, "address of the page"),
    Column("site", TEXT, "host name of the site", null=True),
    Column("title", TEXT, "title of the page", null=True),
    *_PLACE_COLUMNS,
    Column("commune_written", TEXT, "the commune as the page writes it", null=True),
    Column("district_written", TEXT, "the district as the page writes it", null=True),
    Column("province_written", TEXT, "the province as the page writes it", null=True),
    Column("day", DATE, "day of the event, else of publication", null=True),
    _YEAR,
)
"""What views tell of the page of a row."""
JUDGED_COLUMNS = (
    Column("left_out", TEXT, "why sums leave the row out, other pages considered; empty: it counts", null=True),
    Column("same_as", TEXT, "the row on another page that counts instead, of the same event", null=True),
)


@dataclass(frozen=True, slots=True)
class ViewSchema:
    """One view. ``of``: the table whose rows it has or sums up; ``wide``: columns that depend on the dataset."""

    name: str
    description: str
    of: TableSchema
    columns: tuple[Column, ...]
    wide: str | None = None


def _rows(table: TableSchema) -> tuple[Column, ...]:
    return (*(column for column in table.columns if column.name != "left_out"), *OF_PAGE)


JUDGED = tuple(
    ViewSchema(
        f"{table.name}_judged",
        f"All rows of {table.name} with their page, and why sums leave them out.",
        table,
        (*_rows(table), *JUDGED_COLUMNS),
    )
    for table in (FIGURES, MONEY, SCHOLARSHIPS, RATINGS)
)
_MONEY_SAFE = ViewSchema("money_safe", "Amounts of money that count once each, with their page.", MONEY, _rows(MONEY))
_FIGURES_WITH_PAGE = ViewSchema(
    "figures_with_page", "Figures that are results and count once each, with their page.", FIGURES, _rows(FIGURES)
)
SCHOLARSHIPS_BY_COMMUNE = ViewSchema(
    "scholarships_by_commune",
    "Scholarships given, by place and year.",
    SCHOLARSHIPS,
    (
        *reversed(_PLACE_COLUMNS),
        _YEAR,
        Column("statements", WHOLE, "how many rows of scholarships are summed up"),
        Column("count", WHOLE, "how many scholarships; empty: no page tells", null=True),
        Column(
            "amount_total_vnd",
            WHOLE,
            "their worth as far as pages tell it; count times each where no total is told",
            "đồng",
            null=True,
        ),
    ),
)
RATINGS_WIDE = ViewSchema(
    "ratings_wide",
    "Rated sets that are results and count once each, one row a set, one column a level.",
    RATINGS,
    (
        Column("set_id", TEXT, "the rating row with which the set begins"),
        Column("page_id", TEXT, "the page it stands on"),
        *OF_PAGE,
        Column("group_kind", TEXT, "code of the kind of group", null=True),
        Column("group", TEXT, "what is rated, as written, lower case"),
        Column("scale", TEXT, "code of the scale", null=True),
        Column("period", TEXT, "the period that was rated", null=True),
        Column("group_total", WHOLE, "how many groups were rated, as the text states it", null=True),
    ),
    "For each level of the dataset a column LEVEL with the count, and LEVEL_percent with the share where one is told; "
    "LEVEL is level_code, or level where that is empty.",
)
_SCHOLARSHIPS_SAFE = ViewSchema(
    "scholarships_safe",
    "Rows of scholarships that count once each, with their page.",
    SCHOLARSHIPS,
    _rows(SCHOLARSHIPS),
)
_RATINGS_SAFE = ViewSchema(
    "ratings_safe", "Rows of ratings that count once each, with their page.", RATINGS, _rows(RATINGS)
)
VIEWS = (
    _MONEY_SAFE,
    _FIGURES_WITH_PAGE,
    _SCHOLARSHIPS_SAFE,
    SCHOLARSHIPS_BY_COMMUNE,
    _RATINGS_SAFE,
    RATINGS_WIDE,
    *JUDGED,
)
"""Every view, those that are safe to sum first."""
