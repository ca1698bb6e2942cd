"""Marks over a text: nothing of it is lost or said twice, whatever overlaps."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.report.marking import Mark, Piece, loose_numbers, pieces

TEXT = "tặng 23 phần học bổng trị giá 11,5 triệu đồng"


def cut(*marks: Mark, start: int = 0, end: int = len(TEXT)) -> list[Piece]:
    return list(pieces(TEXT, start, end, sorted(marks)))


def test_a_range_over_a_figure_cuts_the_figure_once_for_each_edge() -> None:
    figure, passage = Mark(5, 12, "f00005", "figure"), Mark(8, 21, "t00008", "range")
    found = cut(figure, passage)
    assert [piece.text for piece in found] == ["tặng ", "23 ", "phần", " học bổng", TEXT[21:]]
    assert [piece.opens for piece in found] == [False, True, False, False, False]
    assert [piece.anchors for piece in found] == [(), (), ("t00008",), (), ()]
    assert [bool(piece.ranges) for piece in found] == [False, False, True, True, False]


def test_of_two_figures_at_one_place_the_later_and_shorter_is_shown_and_both_can_be_linked_to() -> None:
    outer, inner = Mark(5, 21, "f00005", "figure"), Mark(5, 12, "f00005-1", "figure")
    found = cut(outer, inner)
    assert found[1].figure == inner
    assert found[1].anchors == ("f00005",)
    assert found[2].figure == outer


def test_a_range_that_began_in_an_earlier_block_gets_no_second_anchor() -> None:
    (first, *_) = cut(Mark(0, 21, "t00000", "range"), start=5)
    assert first.anchors == ()
    assert [mark.anchor for mark in first.ranges] == ["t00000"]


spans = st.tuples(st.integers(-3, 50), st.integers(1, 20)).map(lambda span: (span[0], span[0] + span[1]))


@given(st.lists(st.tuples(spans, st.sampled_from(["figure", "range", "loose"])), max_size=12))
def test_pieces_join_to_the_text_and_know_every_mark_over_them(
    drawn: list[tuple[tuple[int, int], str]],
) -> None:
    marks = sorted(
        Mark(start, end, f"m{i}", role)  # type: ignore[arg-type]
        for i, ((start, end), role) in enumerate(drawn)
    )
    found = list(pieces(TEXT, 2, 40, marks))
    assert "".join(piece.text for piece in found) == TEXT[2:40]
    place = 2
    for piece in found:
        over = {m for m in marks if m.start < place + len(piece.text) and m.end > place}
        assert set(piece.ranges) == {m for m in over if m.role == "range"}
        assert (piece.figure is None) == (not any(m.role == "figure" for m in over))
        place += len(piece.text)
    anchors = Counter(name for piece in found for name in piece.anchors)
    anchors.update(piece.figure.anchor for piece in found if piece.figure and piece.opens)
    assert anchors == Counter(m.anchor for m in marks if 2 <= m.start < 40)


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("Phường 2, ngày 12/5/2023", [], ["2", "12/5/2023"]),
        ("Nghị quyết 135 hỗ trợ 20 hộ", ["20 hộ"], ["135"]),
        ("từ 1.250,5 đến 2.000 đồng", ["1.250,5"], ["2.000"]),
        ("45 tổ", ["45 tổ"], []),
        ("lúc 7:30, số 12-NQ", [], ["7:30", "12"]),
        ("8/10 thôn", ["8"], ["10"]),
    ],
)
def test_numbers_that_no_figure_covers(text: str, taken: list[str], left: list[str]) -> None:
    figures = [(text.index(quote), text.index(quote) + len(quote)) for quote in taken]
    found = loose_numbers(text, 0, len(text), figures)
    assert [text[mark.start : mark.end] for mark in found] == left
