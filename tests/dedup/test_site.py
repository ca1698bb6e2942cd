"""Ring two: what recurs on a site goes, and what a report says stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pages import Line, page

from extract.dedup.site import drop_site_lines, learn, sightings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.model import Page

BANNER = "Cổng thông tin điện tử xã Tân Bình"
FOOTER = "Địa chỉ: ấp 3, xã Tân Bình; điện thoại: 0277 3123 456"
INVITE = "Mời bà con xem thêm trên trang của xã"


def own(nth: int) -> list[Line]:
    return [
        f"Sáng ngày {nth + 1}/5, hội viên chi hội {nth + 1} ra quân làm đẹp tuyến đường.",
        f"Hội đã tặng {nth + 3} phần quà cho hộ nghèo của ấp {nth + 1}.",
    ]


def dropped(pages: Sequence[Page]) -> list[list[str]]:
    """The texts that go, a list a page."""
    lines = learn(sorted(sighting for one in pages for sighting in sightings(one)))
    found = []
    for one in pages:
        blocks = drop_site_lines(one, lines)
        assert [block.text for block in blocks] == [block.text for block in one.blocks]
        assert all(block.reason == "site_boilerplate" for block in blocks if not block.kept)
        found.append([block.text for block in blocks if not block.kept])
    return found


def site(
    size: int, *, before: Sequence[Line] = (), within: Sequence[Line] = (), behind: Sequence[Line] = ()
) -> list[Page]:
    """A site of articles that all have the same lines before, within and behind their own."""
    return [
        page(f"Tin số {nth}", [*before, own(nth)[0], *within, own(nth)[1], *behind], f"http://x.vn/{nth}")
        for nth in range(size)
    ]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (site(5, before=[BANNER]), [BANNER]),
        (site(5, behind=[INVITE, FOOTER]), [INVITE, FOOTER]),
        (site(5, before=[BANNER], within=[INVITE], behind=[FOOTER]), [BANNER, INVITE, FOOTER]),
        (site(5, behind=[("heading", "Liên kết:"), ("item", "Báo Nhân Dân")]), ["Liên kết:", "Báo Nhân Dân"]),
        # Too few articles to tell.
        (site(4, before=[BANNER]), []),
        # Amid the report, what may be part of it: figures, rows, headings, what introduces others.
        (site(9, within=["Mỗi suất quà trị giá 500.000 đồng."]), []),
        (site(9, within=[("table_row", "Nội dung\tĐơn vị tính\tKết quả")]), []),
        (site(9, within=[("heading", "Công tác giảm nghèo")]), []),
        (site(9, within=["Trong đó:"]), []),
        # The form of a monthly report: what comes first introduces the page's own lines.
        (site(9, before=["I. KẾT QUẢ THỰC HIỆN", "Kết quả như sau:"]), []),
        (site(9, before=[("table_row", "Đơn vị tính: triệu đồng")]), []),
        (site(9, behind=["45", "- - -"]), []),
    ],
)
def test_what_all_articles_of_a_site_have(pages: list[Page], expected: list[str]) -> None:
    assert dropped(pages) == [expected] * len(pages)


@pytest.mark.parametrize(
    ("line", "among", "goes"),
    [(BANNER, 20, True), (BANNER, 21, False), (FOOTER, 10, True), (FOOTER, 11, False)],
)
def test_the_share_of_articles_that_makes_a_line_furniture(line: str, among: int, goes: bool) -> None:  # noqa: FBT001
    """A quarter; with digits, half."""
    pages = [
        page(f"Tin số {nth}", [*own(nth), line] if nth < 5 else own(nth), f"http://x.vn/{nth}") for nth in range(among)
    ]
    assert dropped(pages) == ([[line]] if goes else [[]]) * 5 + [[]] * (among - 5)


def test_a_digit_makes_another_line() -> None:
    pages = [page(f"Tin số {nth}", [*own(nth), f"{BANNER} {nth}"], f"http://x.vn/{nth}") for nth in range(9)]
    assert dropped(pages) == [[]] * 9


def test_captures_and_copies_of_one_report_are_one_article() -> None:
    """Ten captures, each with a counter of its own, and a copy under another address."""
    captures = [
        page("Tin số 1", [*own(1), f"Hôm nay có {year} lượt"], "http://x.vn/1", year=year) for year in range(2010, 2020)
    ]
    copy = page("Tin số 1", own(1), "http://x.vn/print/1")
    others = [page(f"Tin số {nth}", own(nth), f"http://x.vn/{nth}") for nth in range(2, 6)]
    assert dropped([*captures, copy, *others]) == [[]] * 15


def test_a_site_whose_pages_have_one_title_teaches_nothing() -> None:
    pages = [page("xã Tân Bình", [*own(nth), BANNER], f"http://x.vn/{nth}") for nth in range(9)]
    assert dropped(pages) == [[]] * 9


def test_pages_without_a_title_are_told_apart_by_their_text() -> None:
    pages = [page(None, [*own(nth), BANNER], f"http://x.vn/{nth}") for nth in range(5)]
    assert dropped([*pages, *pages]) == [[BANNER]] * 10
    assert dropped([pages[0]] * 9) == [[]] * 9


def test_sites_are_apart() -> None:
    """The same line on three pages each of two sites is on six pages of none."""
    one = [page(f"Tin số {nth}", [*own(nth), BANNER], site="a.vn") for nth in range(3)]
    other = [page(f"Tin số {nth}", [*own(nth), BANNER], site="b.vn") for nth in range(3)]
    assert dropped([*one, *other]) == [[]] * 6


@pytest.mark.parametrize(("folders", "goes"), [(["a"] * 5, True), ([""] * 5, True), (["a", "b"] * 4, False)])
def test_the_top_folder_is_the_site_of_files(folders: list[str], goes: bool) -> None:  # noqa: FBT001
    pages = [
        page(f"Tin số {nth}", [*own(nth), BANNER], f"{folder}/2016/{nth}.html" if folder else f"{nth}.html", site=None)
        for nth, folder in enumerate(folders)
    ]
    assert dropped(pages) == [[BANNER] if goes else []] * len(pages)


def test_what_repeats_a_line_that_goes_is_furniture_too() -> None:
    pages = site(5, behind=[BANNER])
    repeated = []
    for one in pages:
        again = one.blocks[-1]._replace(ordinal=9, kept=False, reason="duplicate", duplicate_of=one.blocks[-1].ordinal)
        repeated.append(replace(one, blocks=(*one.blocks, again)))
    lines = learn(sorted(sighting for one in repeated for sighting in sightings(one)))
    for one in repeated:
        assert [(b.reason, b.duplicate_of) for b in drop_site_lines(one, lines)[-2:]] == [
            ("site_boilerplate", None)
        ] * 2


_LINES = st.lists(st.sampled_from([BANNER, FOOTER, INVITE, "Trong đó:", "Tặng 5 suất quà", "Ấp 1"]), max_size=6)


@given(st.lists(st.tuples(st.integers(0, 7), _LINES), max_size=24), st.randoms())
def test_what_is_learned_does_not_depend_on_the_order(told: list[tuple[int, list[str]]], random: object) -> None:
    pages = [page(f"Tin số {title}", lines) for title, lines in told]
    shuffled = list(pages)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = learn(sorted(sighting for one in pages for sighting in sightings(one)))
    assert learn(sorted(sighting for one in shuffled for sighting in sightings(one))) == found
    for one in pages:
        gone = [block for block in drop_site_lines(one, found) if not block.kept]
        for block in gone:
            others = {other.title for other in pages if block.text in [b.text for b in other.blocks]}
            assert len(others) >= 5
