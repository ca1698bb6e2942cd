"""The day of an event that a lead tells with its hour or weekday, on pages with a day of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


def event_date(text: str, published_on: date) -> str | None:
    found = draw_facts(replace(snippet(text), published_on=published_on), shipped_rules()).facts.context.event_date
    return None if found is None else found.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiều 6/6/2019, UBND xã góp ý dự thảo báo cáo, có 120 đại biểu tới dự.", "2019-06-06"),
        ("Sáng ngày 6 tháng 6 năm 2019, Hội trao 20 suất quà cho hộ nghèo.", "2019-06-06"),
        ("Ngày 6/6/2019, xã được công nhận đạt chuẩn. Nay xã có 120 hộ khá.", None),
    ],
)
def test_a_day_with_its_hour_years_before_the_page_was_dated(text: str, expected: str | None) -> None:
    assert event_date(text, date(2022, 8, 10)) == expected


@pytest.mark.parametrize(
    "lead",
    [
        "Trong hai ngày: 3 và 4-8, Hội họp đại hội.",
        "Sáng thứ tư 3/8, Hội họp đại hội.",
        "Ngày thứ tư 3/8 vừa qua, Hội họp đại hội.",
        "Trong hai ngày (3 và 4/8), Hội họp đại hội.",
    ],
)
def test_days_behind_a_colon_or_a_day_of_the_week(lead: str) -> None:
    assert event_date(f"{lead} Có 120 đại biểu về dự.", date(2016, 8, 5)) == "2016-08-03"
