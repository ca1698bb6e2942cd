"""The year that the figures of a page are summed under."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from extract.model import Figure


def page_year(day: date | None, figures: Iterable[Figure]) -> int | None:
    """The year of ``day``, that of the event or of publication; of a page without one, the year its results are of.

    "Năm 2021, xã xây dựng 7 căn nhà" tells it where no date stands. Results of several years, or of a period over
    several ("năm học 2022-2023"), tell none.
    """
    if day is not None:
        return day.year
    years = {
        bound.year
        for figure in figures
        if figure.left_out is None
        for bound in (figure.period_start, figure.period_end)
        if bound is not None
    }
    return years.pop() if len(years) == 1 else None
