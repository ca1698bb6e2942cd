"""What a total leaves out, and why: each reason alone, and the order in which they are asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from handmade_pages import figure_of, money_of, page_of, record_of, statement_of, write_dataset

from extract.audit import judged, mentions
from extract.dataset import Dataset
from extract.model import Context

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extract.tables.rows import PageRecord

MONEY = {"kind": "money", "unit": "đồng"}


def page_with(
    *amounts: tuple[str, int, Mapping[str, object]],
    title: str = "Xã tổng kết năm 2022",
    text: str = "Xây 6 căn nhà hết 300 triệu đồng, xã góp 120 triệu đồng",
    uri: str = "http://a.vn/1",
) -> PageRecord:
    """A page with amounts, each as written, in đồng, and what else its figure says."""
    page = page_of([(title, None), *((line, None) for line in text.split("\n"))], title=title, uri=uri)
    figures = [figure_of(page, quote, vnd, **{**MONEY, **changes}) for quote, vnd, changes in amounts]
    return record_of(page, figures=tuple(figures), money=tuple(map(money_of, figures)))


def reasons(folder: Path, *records: PageRecord) -> list[str | None]:
    rows = judged(mentions(Dataset(write_dataset(folder / "dataset", *records))))
    return [
        None if reason is None else str(reason)
        for reason in rows["left_out"].astype(object).where(rows["left_out"].notna(), None)
    ]


def at(record: PageRecord, day: date | None, commune: str, district: str, province: str) -> PageRecord:
    """The page with a day and places."""
    return replace(record, facts=replace(record.facts, context=Context(day, commune, district, province, None)))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"comparator": "approx"}, None),
        ({"role": "restated"}, "restated"),
        ({"role": "plan", "status": "planned"}, "plan"),
        ({"role": "whole"}, "whole"),
        ({"status": "planned"}, "planned"),
        ({"status": "planned", "scope": "each"}, "planned"),
        ({"status": "norm"}, "norm"),
        ({"scope": "each"}, "each"),
    ],
)
def test_what_an_amount_says_of_itself(tmp_path: Path, changes: dict[str, object], reason: str | None) -> None:
    assert reasons(tmp_path, page_with(("300 triệu đồng", 300_000_000, changes))) == [reason]


# ------------------------------------------------------------------------------------------------------- whole pages


@pytest.mark.parametrize("kind", ["copy", "capture", "near_copy"])
def test_a_page_that_repeats_another_counts_nothing(tmp_path: Path, kind: str) -> None:
    record = page_with(("300 triệu đồng", 300_000_000, {}))
    assert reasons(tmp_path, replace(record, duplicate_of="a" * 20, duplicate_kind=kind)) == ["duplicate_page"]


def test_of_the_versions_of_a_page_the_one_captured_last_counts(tmp_path: Path) -> None:
    versions = [
        page_with(
            (f"{amount} triệu đồng", amount * 1_000_000, {}),
            text=f"Hội thu {amount} triệu đồng",
            uri=f"http://a.vn/{year}",
        )
        for year, amount in ((2021, 20), (2022, 22), (2023, 21))
    ]
    first = versions[0].page.page_id
    records = [
        replace(
            version,
            page=replace(version.page, captured_at=datetime(year, 1, 1, tzinfo=UTC)),
            duplicate_of=None if version is versions[0] else first,
            duplicate_kind=None if version is versions[0] else "revision",
        )
        for version, year in zip(versions, (2021, 2023, 2022), strict=True)
    ]
    rows = judged(mentions(Dataset(write_dataset(tmp_path / "dataset", *records))))
    assert dict(zip(rows["amount_vnd"] // 1_000_000, rows["left_out"].fillna("counts"), strict=True)) == {
        20: "revised",
        22: "counts",
        21: "revised",
    }


# ------------------------------------------------------------------------------------------------------------- parts


@pytest.mark.parametrize(("status", "reason"), [("achieved", "part"), ("planned", None)])
def test_a_part_is_left_out_where_its_whole_is_counted(tmp_path: Path, status: str, reason: str | None) -> None:
    record = page_with()
    whole = statement_of(record.page, "Xây 6 căn", amount_total_vnd=300_000_000, status=status)
    part = statement_of(record.page, "xã góp", amount_total_vnd=120_000_000, part_of=whole.statement_id)
    figures = (
        figure_of(record.page, "300 triệu đồng", 300_000_000, statement_id=whole.statement_id, status=status, **MONEY),
        figure_of(record.page, "120 triệu đồng", 120_000_000, statement_id=part.statement_id, **MONEY),
    )
    facts = replace(record.facts, figures=figures, money=tuple(map(money_of, figures)), statements=(whole, part))
    assert reasons(tmp_path, replace(record, facts=facts))[1] == reason


def test_a_share_beside_the_total_of_its_own_statement_is_a_part(tmp_path: Path) -> None:
    record = page_with()
    house = statement_of(record.page, "Xây 6 căn", amount_total_vnd=300_000_000)
    figures = (
        figure_of(record.page, "300 triệu đồng", 300_000_000, statement_id=house.statement_id, **MONEY),
        figure_of(record.page, "120 triệu đồng", 120_000_000, statement_id=house.statement_id, **MONEY),
    )
    facts = replace(record.facts, figures=figures, money=tuple(map(money_of, figures)), statements=(house,))
    assert reasons(tmp_path, replace(record, facts=facts)) == [None, "part"]


# ----------------------------------------------------------------------------------------------------- said twice


@pytest.mark.parametrize(
    ("title", "in_title", "text", "expected"),
    [
        # the same to the đồng, whatever rule knows it
        ("Trao 86,4 triệu đồng", ("86,4 triệu đồng", 86_400_000, {}), "Hội góp 86.400.000 đồng", ["repeated", None]),
        # "hơn" leaves room above, but not for anything
        (
            "Hơn 86 triệu đồng",
            ("Hơn 86 triệu đồng", 86_000_000, {"comparator": "gt"}),
            "Hội góp 86.400.000 đồng",
            ["repeated", None],
        ),
        (
            "Hơn 86 triệu đồng",
            ("Hơn 86 triệu đồng", 86_000_000, {"comparator": "gt"}),
            "Hội góp 186.400.000 đồng",
            [None, None],
        ),
        # the text does not say it
        ("Trao 86 triệu đồng", ("86 triệu đồng", 86_000_000, {}), "Hội góp 11.400.000 đồng", [None, None]),
    ],
)
def test_what_a_title_sums_up_counts_in_the_text(
    tmp_path: Path, title: str, in_title: tuple[str, int, Mapping[str, object]], text: str, expected: list[str | None]
) -> None:
    written = text.removeprefix("Hội góp ")
    vnd = int(written.removesuffix(" đồng").replace(".", ""))
    record = page_with(in_title, (written, vnd, {"indicator": "fund.raised"}), title=title, text=text)
    money = record.facts.money
    if in_title[2]:
        money = (replace(money[0], high_vnd=None), money[1])
    assert reasons(tmp_path, replace(record, facts=replace(record.facts, money=money))) == expected


def test_a_title_cuts_off_what_the_text_has(tmp_path: Path) -> None:
    title, text = "Hội có 115 tỷ", "Vốn vay 115,509 tỷ đồng"
    record = page_with(("115 tỷ", 115 * 10**9, {}), ("115,509 tỷ đồng", 115_509 * 10**6, {}), title=title, text=text)
    first, second = record.facts.money
    money = (replace(first, low_vnd=1145 * 10**8, high_vnd=1155 * 10**8), second)
    assert reasons(tmp_path, replace(record, facts=replace(record.facts, money=money))) == ["repeated", None]


@pytest.mark.parametrize(
    ("vnd", "indicators", "expected"),
    [
        (442_100_000, ("scholarship", "scholarship"), [None, "repeated"]),
        (442_100_000, (None, "scholarship"), ["repeated", None]),  # what no rule knows is what one does
        (442_100_000, ("scholarship", "fund.raised"), [None, None]),
        (50_000_000, ("house.built", "house.built"), [None, None]),  # two houses may cost the same
    ],
)
def test_many_digits_said_twice_are_one_amount(
    tmp_path: Path, vnd: int, indicators: tuple[str | None, str | None], expected: list[str | None]
) -> None:
    written = f"{vnd:,}".replace(",", ".")
    text = f"Lần một {written} đồng; lần hai {written}đ"
    amounts = [
        (quote, vnd, {"indicator": of})
        for quote, of in zip((f"{written} đồng", f"{written}đ"), indicators, strict=True)
    ]
    assert reasons(tmp_path, page_with(*amounts, text=text)) == expected


# -------------------------------------------------------------------------------------------------------- same event


DAY = date(2022, 12, 28)
GIVEN = ("300 triệu đồng", 300_000_000, {"indicator": "house.built"})


@pytest.mark.parametrize(
    ("day", "places", "amount", "is_same"),
    [
        (DAY, ("Phường 2", "Sa Đéc", "Đồng Tháp"), GIVEN, True),
        (DAY, ("phường 2", "Sa Đéc", "Đồng Tháp"), GIVEN, True),
        (date(2022, 12, 29), ("Phường 2", "Sa Đéc", "Đồng Tháp"), GIVEN, False),
        (DAY, ("Phường 3", "Sa Đéc", "Đồng Tháp"), GIVEN, False),
        (DAY, ("Phường 2", "Sa Đéc", "Đồng Tháp"), (*GIVEN[:2], {"indicator": "house.repaired"}), False),
        (DAY, ("Phường 2", "Sa Đéc", "Đồng Tháp"), ("300 triệu đồng", 299_000_000, GIVEN[2]), False),
    ],
)
def test_two_pages_of_one_event_count_once_and_are_linked(
    tmp_path: Path,
    day: date,
    places: tuple[str, str, str],
    amount: tuple[str, int, Mapping[str, object]],
    *,
    is_same: bool,
) -> None:
    one = at(page_with(GIVEN, uri="http://phuong2.vn/1"), DAY, "Phường 2", "Sa Đéc", "Đồng Tháp")
    other = at(page_with(amount, uri="http://sadec.vn/9"), day, *places)
    rows = judged(mentions(Dataset(write_dataset(tmp_path / "dataset", one, other))))
    assert list(rows["left_out"].fillna("counts")) == ["counts", "same_event" if is_same else "counts"]
    assert list(rows["same_as"].dropna()) == ([rows["figure_id"][0]] if is_same else [])


def test_two_equal_amounts_on_each_of_two_pages_stay_two(tmp_path: Path) -> None:
    amounts = [
        ("5 triệu đồng", 5_000_000, {"indicator": "gift.given"}),
        ("5.000.000đ", 5_000_000, {"indicator": "gift.given"}),
    ]
    text = "Tặng ông Ba 5 triệu đồng, tặng bà Tư 5.000.000đ"
    pages = [
        at(page_with(*amounts, text=text, uri=uri), DAY, "Phường 2", "Sa Đéc", "Đồng Tháp")
        for uri in ("http://a.vn", "http://b.vn")
    ]
    assert sorted(reasons(tmp_path, *pages), key=str) == [None, None, "same_event", "same_event"]


def test_an_event_without_a_day_agrees_with_none(tmp_path: Path) -> None:
    pages = [page_with(GIVEN, uri=uri) for uri in ("http://a.vn", "http://b.vn")]
    undated = [
        replace(at(page, None, "Phường 2", "Sa Đéc", "Đồng Tháp"), page=replace(page.page, published_on=None))
        for page in pages
    ]
    assert reasons(tmp_path, *undated) == [None, None]
