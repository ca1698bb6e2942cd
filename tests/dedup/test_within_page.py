from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean import Cleaned
from extract.codes import BlockKind, DropReason
from extract.dedup import drop_repeats
from extract.model import Block

TITLE = "Hội nghị biểu dương, khen thưởng của lãnh đạo Phường 2 với các tổ tự quản năm 2023"
LEAD = "Sáng 16/5/2023, Mặt trận Phường 2 mời các tổ tự quản về hội trường để nghe và góp ý."

Given = tuple[BlockKind, str]
Outcome = list[tuple[DropReason | None, int | None]]


def outcome(blocks: list[Given]) -> Outcome:
    made = tuple(
        Block(ordinal, kind, text, None, None, kept=True, reason=None, duplicate_of=None, locator="")
        for ordinal, (kind, text) in enumerate(blocks)
    )
    page = drop_repeats(Cleaned("utf-8", None, None, None, None, None, made))
    assert [block.text for block in page.blocks] == [text for _, text in blocks]
    assert all(block.kept == (block.reason is None) for block in page.blocks)
    return [(block.reason, block.duplicate_of) for block in page.blocks]


KEPT = (None, None)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        # Whole repeats.
        ([("paragraph", LEAD), ("paragraph", LEAD)], [KEPT, ("duplicate", 0)]),
        ([("paragraph", LEAD), ("paragraph", "Khác."), ("item", LEAD)], [KEPT, KEPT, ("duplicate", 0)]),
        ([("paragraph", LEAD)] * 3, [KEPT, ("duplicate", 0), ("duplicate", 0)]),
        ([("title", TITLE), ("heading", TITLE.upper())], [KEPT, ("duplicate", 0)]),
        ([("title", "Tin vắn"), ("paragraph", "Tin vắn")], [KEPT, ("duplicate", 0)]),
        ([("paragraph", LEAD), ("paragraph", "Khác."), ("title", LEAD)], [KEPT, KEPT, KEPT]),
        # The title broken over lines, its second half twice.
        (
            [
                ("title", TITLE),
                ("paragraph", "Hội nghị biểu dương, khen thưởng của lãnh đạo Phường 2"),
                ("paragraph", "với các tổ tự quản năm 2023"),
                ("paragraph", "với các tổ tự quản năm 2023"),
            ],
            [KEPT, ("duplicate_part", 0), ("duplicate_part", 0), ("duplicate_part", 0)],
        ),
        ([("title", TITLE), ("paragraph", "Hội nghị"), ("paragraph", TITLE[9:])], [KEPT] + [("duplicate_part", 0)] * 2),
        ([("title", TITLE), ("paragraph", "Phường 2"), ("item", "năm 2023")], [KEPT] * 3),
        # A heading of a part that the title names too, below other text; with figures it only says them again.
        (
            [
                ("title", "Tình hình năm 2022 và kế hoạch kinh tế - xã hội năm 2023"),
                ("paragraph", f"{LEAD} {LEAD}"),
                ("paragraph", "KẾ HOẠCH KINH TẾ - XÃ HỘI NĂM 2023"),
            ],
            [KEPT, KEPT, KEPT],
        ),
        (
            [
                ("title", "Phường 2 trao 23 phần quà"),
                ("paragraph", f"{LEAD} {LEAD}"),
                ("paragraph", "TRAO 23 PHẦN QUÀ"),
            ],
            [KEPT, KEPT, ("duplicate_part", 0)],
        ),
        # A lead that a longer paragraph says again, before it or after it.
        ([("paragraph", LEAD), ("paragraph", f"{LEAD} Đến dự có đại diện.")], [("duplicate_part", 1), KEPT]),
        ([("paragraph", f"(P2) - {LEAD} Đến dự."), ("heading", LEAD)], [KEPT, ("duplicate_part", 0)]),
        (
            [("heading", LEAD), ("paragraph", f"{LEAD} Đến dự."), ("paragraph", f"{LEAD} Đến dự. Hết giờ.")],
            [("duplicate_part", 2), ("duplicate_part", 2), KEPT],
        ),
        # Captions.
        ([("title", TITLE), ("caption", TITLE)], [KEPT, ("caption_repeat", 0)]),
        (
            [("paragraph", LEAD), ("caption", "các tổ tự quản về hội trường để nghe và góp ý")],
            [KEPT, ("caption_repeat", 0)],
        ),
        ([("caption", "Các đại biểu tham dự"), ("caption", "Các đại biểu tham dự")], [KEPT, ("caption_repeat", 0)]),
    ],
)
def test_what_repeats(blocks: list[Given], expected: Outcome) -> None:
    assert outcome(blocks) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân xã Hoà Bình trao 5 suất quà.", "Ủy ban nhân dân xã Hòa Bình trao 5 suất quà"),
        (
            "Phong trào “Toàn dân đoàn kết” được hưởng ứng",
            'Phong trào "Toàn dân đoàn kết" được hưởng ứng',
        ),
        ("Về  xếp loại, toàn phường có 9 tổ loại tốt", "Về xếp loại, toàn phường có 9 tổ loại tốt./."),
        ("Dự án xanh – sạch – đẹp của phường Bảy năm nay", "Dự án xanh-sạch-đẹp của phường Bảy năm nay"),
    ],
)
def test_near_repeats_are_repeats(one: str, other: str) -> None:
    assert outcome([("paragraph", one), ("paragraph", other)]) == [KEPT, ("duplicate", 0)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cầu Kênh Giữa ở ấp 2 dài 32m, rộng 3,5m", "Cầu Kênh Giữa ở ấp 3 dài 32m, rộng 3,5m"),
        ("Tổng kinh phí các công trình là 1.250 triệu đồng", "Tổng kinh phí các công trình là 1.205 triệu đồng"),
        ("Tổng kinh phí các công trình là 12,5 triệu đồng", "Tổng kinh phí các công trình là 125 triệu đồng"),
        ("Tổng kinh phí các công trình là 12,5 triệu đồng", "Tổng kinh phí các công trình là 12, 5 triệu đồng"),
        ("Đã có 8/10 ấp được công nhận văn hóa năm nay", "Đã có 8 10 ấp được công nhận văn hóa năm nay"),
        ("Tỷ lệ hộ nghèo của phường giảm 5% trong năm", "Tỷ lệ hộ nghèo của phường giảm 5 trong năm"),
    ],
)
def test_a_digit_makes_a_difference(one: str, other: str) -> None:
    assert outcome([("paragraph", one), ("paragraph", other)]) == [KEPT, KEPT]


@pytest.mark.parametrize(
    "blocks",
    [
        # The same short fact under two headings is two facts.
        [("heading", "Ấp 1:"), ("item", "- Tặng 5 suất quà;"), ("heading", "Ấp 2:"), ("item", "- Tặng 5 suất quà;")],
        # The cells of a table that a tool laid out as lines.
        [("paragraph", "45"), ("paragraph", "45%"), ("paragraph", "45"), ("paragraph", "45%")],
        [
            ("table_row", "Tổng cộng của các ấp toàn xã năm\t5"),
            ("table_row", "Tổng cộng của các ấp toàn xã năm\t5"),
        ],
        [
            ("paragraph", "2 tổ"),
            ("paragraph", "Kế hoạch"),
            ("paragraph", "2 tổ"),
            ("paragraph", "Thực hiện"),
        ],
        # Words of a sentence that are an item by themselves.
        [
            ("paragraph", "Hội đã tặng 5 phần quà cho hộ nghèo ấp Bình An."),
            ("item", "tặng 5 phần quà cho hộ nghèo"),
        ],
        [("paragraph", "Trường có 12 lớp"), ("paragraph", "Ấp 1"), ("paragraph", "Ấp 12")],
        # Not whole as words: "xã An" is no part of "xã Anh".
        [("paragraph", f"{LEAD[:-1]}x"), ("paragraph", LEAD[:-1])],
    ],
)
def test_what_is_kept_though_it_looks_alike(blocks: list[Given]) -> None:
    assert outcome(blocks) == [KEPT] * len(blocks)


def test_the_same_rows_may_stand_below_two_sections_of_a_table() -> None:
    items = ["a\tQuỹ hội phụ huynh của trường\t19.500.000", "b\tQuỹ chữ thập đỏ của trường\t3.900.000"]
    rows: list[Given] = [("table_row", row) for row in ["A\tThu\t23.400.000", *items, "B\tChi\t23.400.000", *items]]
    assert outcome([("title", "Thu, chi năm học"), *rows]) == [KEPT] * 7
    assert outcome([*rows, *rows]) == [KEPT] * 6 + [("duplicate", at) for at in range(6)]


def test_a_table_printed_twice_is_dropped_as_a_whole() -> None:
    rows: list[Given] = [("table_row", f"{nth}\tHuyện số {nth}\t{nth}30.000\t{nth}04") for nth in range(1, 5)]
    assert outcome([*rows, ("paragraph", "Bản in"), *rows]) == [KEPT] * 5 + [("duplicate", at) for at in range(4)]


def test_rows_that_are_all_alike_are_no_copy_of_each_other() -> None:
    rows: list[Given] = [("table_row", "0\t0")] * 2000
    assert outcome(rows) == [KEPT] * 2000


def test_a_hidden_copy_names_the_block_it_copies() -> None:
    blocks = (
        Block(0, "paragraph", LEAD, None, None, kept=True, reason=None, duplicate_of=None, locator=""),
        Block(1, "paragraph", "Khác hẳn.", None, None, kept=True, reason=None, duplicate_of=None, locator=""),
        Block(2, "paragraph", LEAD, None, None, kept=False, reason="hidden", duplicate_of=None, locator=""),
    )
    page = drop_repeats(Cleaned("utf-8", None, None, None, None, None, blocks))
    assert page.blocks[2] == blocks[2]._replace(duplicate_of=0)


_WORDS = st.sampled_from(["trao", "tặng", "suất", "quà", "5", "12,5", "hộ", "nghèo", "xã", "ấp"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)
_KINDS: st.SearchStrategy[BlockKind] = st.sampled_from(["paragraph", "item", "caption", "table_row", "heading"])


@given(st.lists(st.tuples(_KINDS, _TEXTS), max_size=30))
def test_no_text_is_lost(blocks: list[Given]) -> None:
    found = outcome(blocks)
    kept = [f" {text} " for (_, text), (reason, _) in zip(blocks, found, strict=True) if reason is None]
    for (_, text), (reason, original) in zip(blocks, found, strict=True):
        if reason is not None:
            assert original is not None
            assert found[original] == KEPT
            assert f" {text} " in f" {blocks[original][1]} "
            assert any(f" {text} " in other for other in kept)


def test_a_word_said_over_and_over_takes_no_time() -> None:
    part = " ".join(["đồ"] * 3_000) + " chơi"
    many = "".join(Random(1).choices(["đồ ", "đồ, ", "đồ - "], k=100_000))  # noqa: S311 - no secret; no loop
    blocks: list[Given] = [("paragraph", part), ("paragraph", many), ("paragraph", LEAD)]
    assert outcome(blocks) == [KEPT, KEPT, KEPT]
