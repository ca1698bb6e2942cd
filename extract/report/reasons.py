"""Why rows of a table are in no sum, by their ids: the reasons of ``extract.audit.left_out``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.audit.left_out import reasons_of
from extract.audit.pages import pages
from extract.report.addresses import row_address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.audit.left_out import Telling
    from extract.dataset import Dataset
    from extract.tables.schemas import TableSchema


class Reasons(NamedTuple):
    """By id of the row; a row that is in neither counts."""

    left_out: Mapping[str, str]
    same_as: Mapping[str, str]
    """Addresses of rows on other pages that count instead."""


def reasons_in(dataset: Dataset, table: TableSchema, telling: Telling) -> Reasons:
    """Judge all rows of a table."""
    rows = dataset.frame(table)
    found = reasons_of(rows, pages(dataset), telling).assign(id=rows[telling.key])
    left, linked = found.dropna(subset="left_out"), found.dropna(subset="same_as")
    page_of = dict(zip(rows[telling.key], rows["page_id"], strict=True))
    return Reasons(
        dict(zip(left["id"], left["left_out"], strict=True)),
        {row: row_address(page_of[other], other) for row, other in zip(linked["id"], linked["same_as"], strict=True)},
    )
