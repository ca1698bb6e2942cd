"""Ring three: which pages of an archive repeat or revise which."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from small_pages import page

from extract.across.links import Likenesses
from extract.dedup.likeness import ALIKE, in_common, runs_of_words
from extract.dedup.pages import LEFT_OUT, Repeat, keys_of, settle
from extract.model import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Page

TITLE = "Hội Khuyến học xã Tân Bình trao học bổng"
REPORT = [
    "Sáng ngày 12/5/2023, tại hội trường Ủy ban nhân dân xã, Hội Khuyến học xã tổ chức lễ trao học bổng cho học sinh.",
    "Tại buổi lễ, Hội đã trao 23 phần học bổng cho học sinh nghèo vượt khó học giỏi với số tiền 11,5 triệu đồng.",
    "Dịp này, các mạnh thường quân cũng tặng 45 phần quà cho các hộ nghèo, hộ cận nghèo trên địa bàn các ấp trong xã.",
    "Phát biểu tại buổi lễ, lãnh đạo xã ghi nhận sự quan tâm của các nhà hảo tâm và mong các em cố gắng học tập tốt.",
]
MORE = [*REPORT[:3], REPORT[3].replace("cố gắng", "tiếp tục cố gắng")]
CORRECTED = [REPORT[0], REPORT[1].replace("23 phần", "32 phần"), *REPORT[2:]]
OTHER = [
    "Sáng ngày 12/5/2023, nhân dân ấp 23 đã ra quân phát quang bụi rậm ven đường, khơi thông cống rãnh, gom rác.",
    "Có 11,5 tấn rác được đưa về nơi xử lý; 45 hộ dân sống hai bên tuyến đường đã ký cam kết giữ gìn vệ sinh chung.",
]


def linked(pages: Sequence[Page], figures: Sequence[Sequence[Figure]] = ()) -> dict[str, tuple[str, str]]:
    """Of each linked page, its address and year: those of the other, and the kind."""
    names = {one.page_id: f"{one.uri} {one.captured_at.year if one.captured_at else '-'}" for one in pages}
    assert len(names) == len(pages), "pages of a test must differ in address, text or time"
    with tempfile.TemporaryDirectory() as folder:
        likenesses = Likenesses(Path(folder) / "pages")
        keys = [keys_of(one, read) for one, read in zip(pages, figures or [()] * len(pages), strict=True)]
        likenesses.add(key for key in keys if key is not None)
        rows = sorted((one.page_id, one.text) for one in pages)
        table = pa.table({"page_id": [page_id for page_id, _ in rows], "text": [text for _, text in rows]})
        found = list(likenesses.links([table.slice(start, 2) for start in range(0, len(rows), 2)]))
    assert [one.page_id for one in found] == sorted({one.page_id for one in found})
    return {names[one.page_id]: (names[one.other], one.kind) for one in found}


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        # The same text: captures of one address, copies at another; the earliest counts.
        (
            [page(TITLE, REPORT, "http://x.vn/1", year=2020), page(TITLE, REPORT, "http://x.vn/1", year=2019)],
            {"http://x.vn/1 2020": ("http://x.vn/1 2019", "capture")},
        ),
        (
            [page(TITLE, REPORT, "http://www.x.vn/1", year=2019), page(TITLE, REPORT, "https://x.vn/1/#a", year=2020)],
            {"https://x.vn/1/#a 2020": ("http://www.x.vn/1 2019", "capture")},
        ),
        (
            [page(TITLE, REPORT, "http://x.vn/print/1", year=2021), page(TITLE, REPORT, "http://x.vn/1", year=2020)],
            {"http://x.vn/print/1 2021": ("http://x.vn/1 2020", "copy")},
        ),
        (
            [page(TITLE, REPORT, "a/1.html"), page(TITLE, REPORT, "http://x.vn/1", year=2020)],
            {"a/1.html -": ("http://x.vn/1 2020", "copy")},
        ),
        # A few words changed, every figure the same.
        (
            [page(TITLE, REPORT, "http://x.vn/1", year=2020), page(TITLE.upper(), MORE, "http://y.vn/7", year=2021)],
            {"http://y.vn/7 2021": ("http://x.vn/1 2020", "near_copy")},
        ),
        # A copy of the near copy is one too.
        (
            [
                page(TITLE, REPORT, "http://x.vn/1", year=2020),
                page(TITLE, MORE, "http://y.vn/7", year=2021),
                page(TITLE, MORE, "http://z.vn/7", year=2022),
            ],
            {
                "http://y.vn/7 2021": ("http://x.vn/1 2020", "near_copy"),
                "http://z.vn/7 2022": ("http://x.vn/1 2020", "near_copy"),
            },
        ),
        # A figure corrected: another version at the same address, and nothing at all at another.
        (
            [page(TITLE, REPORT, "http://x.vn/1", year=2020), page(TITLE, CORRECTED, "http://x.vn/1", year=2021)],
            {"http://x.vn/1 2021": ("http://x.vn/1 2020", "revision")},
        ),
        ([page(TITLE, REPORT, "http://x.vn/1"), page(TITLE, CORRECTED, "http://x.vn/2")], {}),
        # What repeats a version repeats that version; all versions are linked to the first that counts.
        (
            [
                page(TITLE, REPORT, "http://x.vn/0", year=2018),
                page(TITLE, REPORT, "http://x.vn/1", year=2019),
                page(TITLE, CORRECTED, "http://x.vn/1", year=2020),
                page(TITLE, CORRECTED, "http://x.vn/1", year=2021),
                page(
                    TITLE, [*CORRECTED[:2], CORRECTED[2].replace("45", "46"), CORRECTED[3]], "http://x.vn/1", year=2022
                ),
            ],
            {
                "http://x.vn/1 2019": ("http://x.vn/0 2018", "copy"),
                "http://x.vn/1 2020": ("http://x.vn/0 2018", "revision"),
                "http://x.vn/1 2021": ("http://x.vn/1 2020", "capture"),
                "http://x.vn/1 2022": ("http://x.vn/0 2018", "revision"),
            },
        ),
        # Another title, another report; the same title and numbers, another text.
        ([page(TITLE, REPORT, "http://x.vn/1"), page(f"{TITLE} đợt hai", MORE, "http://x.vn/2")], {}),
        ([page("Tin tức", REPORT[:1], "http://x.vn/1"), page("Tin tức", OTHER[:1], "http://x.vn/2")], {}),
        ([page(None, REPORT, "http://x.vn/1"), page(None, MORE, "http://x.vn/1")], {}),
        # The same address shows another text every day: no version of the one before.
        ([page("Tin tức", REPORT, "http://x.vn/", year=2020), page("Tin tức", OTHER, "http://x.vn/", year=2021)], {}),
        # Short texts: only if they are the same.
        (
            [page("Lịch", ["Nghỉ Tết 7 ngày."], "http://x.vn/1", year=2020), page("Lịch", ["Nghỉ Tết 7 ngày."], "a")],
            {"a -": ("http://x.vn/1 2020", "copy")},
        ),
        ([page("Lịch", ["Nghỉ Tết 7 ngày."], "a"), page("Lịch", ["Nghỉ Tết là 7 ngày."], "b")], {}),
        # Pages without any text have nothing in common.
        ([page(None, [], "a"), page(None, [], "b")], {}),
    ],
)
def test_links(pages: list[Page], expected: dict[str, tuple[str, str]]) -> None:
    assert linked(pages) == expected
    assert linked(pages[::-1]) == expected


def figure(value: float, status: str = "achieved") -> Figure:
    return Figure(
        figure_id="f",
        page_id="p",
        start=0,
        end=1,
        quote="q",
        kind="count",
        value=value,
        value_max=None,
        unit="suất",
        noun=None,
        comparator="eq",
        scope="total",
        status=status,  # type: ignore[arg-type]
        role="value",
        indicator=None,
        statement_id=None,
        period_start=None,
        period_end=None,
        rule_id=None,
    )


@pytest.mark.parametrize("other", [figure(3), figure(2, "planned")], ids=["hai, ba", "đã trao, sẽ trao"])
def test_figures_that_show_in_no_digit_are_compared(other: Figure) -> None:
    pages = [page(TITLE, REPORT, "http://x.vn/1", year=2020), page(TITLE, MORE, "http://x.vn/1", year=2021)]
    of_one, of_other = [figure(2)], [other]
    assert linked(pages, [of_one, of_one])["http://x.vn/1 2021"][1] == "near_copy"
    assert linked(pages, [of_one, of_other])["http://x.vn/1 2021"][1] == "revision"


def test_offsets_of_figures_do_not_count() -> None:
    moved = replace(figure(2), figure_id="g", page_id="r", start=7, end=8)
    pages = [page(TITLE, REPORT, "http://x.vn/1", year=2020), page(TITLE, MORE, "http://x.vn/2", year=2021)]
    assert linked(pages, [[figure(2)], [moved]])


_NUMBERS = regex.compile(r"\d+(?:[.,/]\d+)*")
_WORDS = ["Hội", "xã", "đã", "trao", "{}", "suất", "học", "bổng", "cho", "em", "nghèo", "triệu", "đồng", "tại", "ấp"]


@st.composite
def archives(draw: st.DrawFn) -> list[Page]:
    """Pages of one long text, a few of its words and numbers changed, at a few addresses and times."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=60, max_size=70))
    pages = {}
    for _ in range(draw(st.integers(2, 7))):
        changed = list(words)
        for at in draw(st.lists(st.integers(0, len(words) - 1), max_size=2)):
            changed[at] = draw(st.sampled_from(_WORDS))
        change = draw(st.integers(0, 3))
        numbers = iter(range(100))
        text = " ".join(
            word.format(f"{12 + (next(numbers) == change) * draw(st.integers(0, 1))},5") if word == "{}" else word
            for word in changed
        )
        uri = f"http://x.vn/{draw(st.integers(0, 2))}"
        one = page(draw(st.sampled_from(["Tin tức", "Học bổng"])), [text], uri, year=2000 + draw(st.integers(0, 9)))
        pages[one.page_id] = one
    return list(pages.values())


@given(archives(), st.randoms())
def test_nothing_with_other_digits_is_merged(pages: list[Page], random: object) -> None:
    found = linked(pages)
    by_name = {f"{one.uri} {one.captured_at.year if one.captured_at else '-'}": one for one in pages}
    if len(by_name) == len(pages):
        for name, (other_name, kind) in found.items():
            one, other = by_name[name], by_name[other_name]
            assert (other.captured_at, other.page_id) < (one.captured_at, one.page_id)
            digits = _NUMBERS.findall(one.text) == _NUMBERS.findall(other.text)
            if kind in LEFT_OUT:
                assert digits
                assert found.get(other_name, (None, "revision"))[1] == "revision"
            else:
                assert other_name not in found
            if kind in {"copy", "capture"}:
                assert one.text == other.text
                assert (one.uri == other.uri) == (kind == "capture")
            if kind == "revision":
                assert one.title == other.title
    shuffled = list(pages)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert linked(shuffled) == found


def test_links_lead_to_pages_that_count() -> None:
    exact = [Repeat("c", "b", "copy"), Repeat("e", "d", "capture")]
    assert list(settle(exact, {"b": "a", "f": "c"}, {"b": "a", "g": "e", "h": "g"})) == [
        Repeat("b", "a", "near_copy"),
        Repeat("c", "a", "near_copy"),
        Repeat("e", "d", "capture"),
        Repeat("f", "a", "near_copy"),
        Repeat("g", "d", "revision"),
        Repeat("h", "d", "revision"),
    ]


def test_what_is_in_common() -> None:
    one, more = (runs_of_words(" ".join(lines)) for lines in (REPORT, MORE))
    assert ALIKE < in_common(one, more) < 1
    assert in_common(one, runs_of_words(" ".join(CORRECTED))) == 1  # numbers are compared apart
    assert in_common(one, runs_of_words(" ".join(OTHER))) < 0.2
    assert runs_of_words("Ấp 2") == {"ấp 0"}
    assert runs_of_words("") == {""}
