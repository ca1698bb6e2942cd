"""Datasets written by hand: pages as a run would leave them, without the stages that find figures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.facts.context import with_names
from extract.facts.place.places import PlaceVocabulary
from extract.identity import page_id, row_id
from extract.model import Block, Check, Context, Facts, Figure, Money, Page, Rating, Reject, Scholarship, Statement
from extract.sums.settle import settle
from extract.tables.collection import Collection
from extract.tables.commit import FORMAT, RUN_FILE
from extract.tables.rows import PageRecord, encode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

TITLE = "Phường 2 tổng kết phong trào tổ nhân dân tự quản năm 2022"
AWARD = (
    "Hội trao 23 phần học bổng, mỗi phần 500.000đ, với số tiền 11,5 triệu đồng; phấn đấu vận động gần 30 triệu đồng."
)
RATED = "Qua bình xét có 45 tổ vững mạnh, 29 khá trên tổng số 80 tổ."
ROW = "Thu ngân sách\t1.250\tNăm 2022"
MENU = "Trang chủ"
LINKS = "Các tin khác: trao 99 suất học bổng"


def page_of(lines: Sequence[tuple[str, str | None]], title: str = TITLE, uri: str = "http://phuong2.vn/tin/7") -> Page:
    """A page with these blocks: a text, and the reason it was dropped for, if it was."""
    blocks, start = [], 0
    for ordinal, (text, reason) in enumerate(lines):
        kind = "title" if text == title and reason is None else "table_row" if "\t" in text else "paragraph"
        kept = reason is None
        end = start + len(text)
        blocks.append(
            Block(
                ordinal,
                kind,  # type: ignore[arg-type]
                text,
                start if kept else None,
                end if kept else None,
                kept,
                reason,  # type: ignore[arg-type]
                1 if reason == "duplicate" else None,
                f"p[{ordinal}]",
            )
        )
        start = end + 1 if kept else start
    text = "\n".join(text for text, reason in lines if reason is None)
    return Page(
        page_id=page_id(uri, "0" * 64),
        uri=uri,
        source="2022/tin-7.html",
        captured_at=None,
        media_type="text/html",
        charset="utf-8",
        raw_sha256="0" * 64,
        raw_bytes=5120,
        site="phuong2.vn",
        title=title,
        text=text,
        published_on=date(2022, 12, 30),
        byline="Duy Thanh",
        blocks=tuple(blocks),
    )


def figure_of(page: Page, quote: str, value: float, **changes: object) -> Figure:
    start = page.text.index(quote)
    figure = Figure(
        figure_id=row_id(page.page_id, "f", start),
        page_id=page.page_id,
        start=start,
        end=start + len(quote),
        quote=quote,
        kind="count",
        value=value,
        value_max=None,
        unit=None,
        noun=None,
        comparator="eq",
        scope="total",
        status="achieved",
        role="value",
        indicator=None,
        statement_id=None,
        period_start=None,
        period_end=None,
        rule_id=None,
    )
    return replace(figure, **changes)  # type: ignore[arg-type]


def money_of(figure: Figure, low: int | None = None, high: int | None = None) -> Money:
    """The money row of a figure; an interval of one amount unless another is given."""
    vnd = int(figure.value)
    return Money(
        figure_id=figure.figure_id,
        page_id=figure.page_id,
        start=figure.start,
        end=figure.end,
        quote=figure.quote,
        amount_vnd=vnd,
        amount_max_vnd=None,
        amount_million=vnd / 1_000_000,
        low_vnd=vnd if low is None else low,
        high_vnd=vnd if high is None else high,
        comparator=figure.comparator,
        scope=figure.scope,
        per="phần" if figure.scope == "each" else None,
        status=figure.status,
        indicator=figure.indicator,
        statement_id=figure.statement_id,
        rule_id=figure.rule_id,
    )


def statement_of(page: Page, quote: str, **changes: object) -> Statement:
    start = page.text.index(quote)
    statement = Statement(
        statement_id=row_id(page.page_id, "t", start),
        page_id=page.page_id,
        start=start,
        end=start + len(quote),
        indicator="scholarship",
        action="trao",
        object="học bổng",
        count=23.0,
        unit="phần",
        amount_total_vnd=11_500_000,
        amount_each_vnd=500_000,
        length_m=None,
        area_m2=None,
        beneficiary=None,
        comparator="eq",
        status="achieved",
        period_start=None,
        period_end=None,
        rule_id="scholarship.award",
        part_of=None,
    )
    return replace(statement, **changes)  # type: ignore[arg-type]


def record_of(page: Page, **facts: tuple[object, ...]) -> PageRecord:
    """A page with some facts, sorted by start as a run gives them."""
    checks = facts.pop("checks", ())
    tables = {name: facts.get(name, ()) for name in ("figures", "money", "scholarships", "ratings", "statements")}
    context = Context(date(2022, 12, 28), "Phường 2", "thành phố Sa Đéc", "Đồng Tháp", None)
    return PageRecord(page, Facts(context, **tables), checks)  # type: ignore[arg-type]


def sample_record(uri: str = "http://phuong2.vn/tin/7") -> PageRecord:
    """A page with something in every table, a repeat, a menu, a table row and figures of every status."""
    lines = [
        (MENU, "menu"),
        (TITLE, None),
        (TITLE, "duplicate"),
        (AWARD, None),
        (RATED, None),
        (ROW, None),
        (LINKS, "related_links"),
    ]
    page = page_of(lines, uri=uri)
    award = statement_of(page, "trao 23 phần học bổng, mỗi phần 500.000đ, với số tiền 11,5 triệu đồng")
    of_award = {"indicator": "scholarship", "statement_id": award.statement_id, "rule_id": "scholarship.award"}
    each = figure_of(page, "500.000đ", 500_000, kind="money", unit="đồng", scope="each", **of_award)
    total = figure_of(page, "11,5 triệu đồng", 11_500_000, kind="money", unit="đồng", **of_award)
    planned = figure_of(
        page,
        "gần 30 triệu đồng",
        30_000_000,
        kind="money",
        unit="đồng",
        comparator="approx_below",
        status="planned",
        indicator="fund.raised",
    )
    figures = (
        figure_of(page, "23 phần", 23, unit="phần", noun="học bổng", **of_award),
        each,
        total,
        planned,
        figure_of(page, "45 tổ", 45, unit="tổ", indicator="rating"),
        figure_of(page, "29", 29, unit="tổ", indicator="rating"),
        figure_of(page, "80 tổ", 80, unit="tổ", role="whole"),
        figure_of(page, "1.250", 1250, kind="number"),
    )
    scholarship = Scholarship(
        scholarship_id=row_id(page.page_id, "s", award.start),
        page_id=page.page_id,
        start=award.start,
        end=award.end,
        quote=page.text[award.start : award.end],
        count=23,
        unit="phần",
        recipients=None,
        recipient_group=None,
        level=None,
        amount_total_vnd=11_500_000,
        amount_each_vnd=500_000,
        amount_each_max_vnd=None,
        comparator="eq",
        status="achieved",
        part_of=None,
        rule_id="scholarship.award",
    )
    start = page.text.index("45 tổ vững mạnh")
    rating = Rating(
        rating_id=row_id(page.page_id, "r", start),
        page_id=page.page_id,
        start=start,
        end=start + 15,
        quote="45 tổ vững mạnh",
        group="tổ",
        group_kind=None,
        level="vững mạnh",
        level_code=None,
        level_rank=1,
        scale=None,
        count=45,
        percent=None,
        group_total=80,
        period="2022",
        status="achieved",
        part_of=None,
        rule_id="rating.level",
        set_id=row_id(page.page_id, "r", start),
    )
    check = Check(
        check_id=row_id(page.page_id, "c", start),
        page_id=page.page_id,
        kind="ratings_sum",
        left="45 + 29",
        right="80 tổ",
        left_low=74,
        left_high=74,
        right_low=80,
        right_high=80,
        outcome="disagrees",
        reason=None,
        start=start,
        end=page.text.index("80 tổ") + 5,
    )
    return record_of(
        page,
        figures=figures,
        money=(money_of(each), money_of(total, 11_450_000, 11_550_000), money_of(planned, 27_000_000)),
        scholarships=(scholarship,),
        ratings=(rating,),
        statements=(award,),
        checks=(check,),
    )


@cache
def _places() -> PlaceVocabulary:
    return PlaceVocabulary.load(rulefiles.load())


def settled(record: PageRecord) -> PageRecord:
    """The record with what a run finds out at the end: why rows are in no sum, and places in one spelling."""
    facts = settle(record.page, record.facts, record.checks)
    return replace(record, facts=replace(facts, context=with_names(facts.context, _places())))


def write_dataset(folder: Path, *records: PageRecord | Reject) -> Path:
    """Write records as a run would."""
    folder.mkdir()
    collection = Collection()
    collection.add(encode([settled(record) if isinstance(record, PageRecord) else record for record in records]))
    collection.write(folder)
    (folder / RUN_FILE).write_text(json.dumps({"format": FORMAT}), "utf-8")
    return folder
