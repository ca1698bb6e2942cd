"""How much of a total may be told twice by pages that are no one event."""

from __future__ import annotations

import pandas as pd
import pytest

from extract.audit.overlap import overlap_vnd

NEWS, REPORT = ("tin-thang-3", 20), ("bao-cao-nam", 90)


def counted(*pages: tuple[str, int], **of: object) -> pd.DataFrame:
    """Amounts of pages of one commune, year and indicator."""
    known = {"commune": "Xã A", "district": None, "province": None, "year": 2021, "indicator": "house.built", **of}
    return pd.DataFrame([{"page_id": page, "amount_vnd": vnd, **known} for page, vnd in pages])


@pytest.mark.parametrize(
    ("rows", "vnd"),
    [
        (counted(NEWS, REPORT), 20),
        (counted(NEWS, ("tin-thang-5", 30), REPORT), 50),
        (counted(NEWS, ("bao-cao-nam", 40), ("bao-cao-nam", 50)), 20),  # two amounts of the report
        (counted(("bao-cao-nam", 40), ("bao-cao-nam", 50)), 0),
        (pd.concat([counted(NEWS), counted(REPORT, commune="Xã B")]), 0),
        (pd.concat([counted(NEWS), counted(REPORT, year=2022)]), 0),
        (pd.concat([counted(NEWS), counted(REPORT, indicator="house.repaired")]), 0),
        (counted(NEWS, REPORT, year=None), 0),
        (counted(NEWS, REPORT, indicator=None), 0),
        (counted(NEWS, REPORT, commune=None), 0),
        (counted(NEWS, REPORT, commune=None, province="An Giang"), 20),
    ],
)
def test_all_but_the_largest_page_of_a_place_and_year_may_be_told_twice(rows: pd.DataFrame, vnd: int) -> None:
    assert overlap_vnd(rows) == vnd
