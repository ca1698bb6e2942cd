"""A template that loops says its piece once; everything else is left as it is."""

from __future__ import annotations

import time
from random import Random

import pytest

from extract.dedup.loops import repeats, without_loops
from extract.model import Block

PIECE = "trao 7 suất quà cho hộ nghèo, "
LOOP = PIECE * 2_000


def block(text: str, ordinal: int = 0, kind: str = "paragraph", *, kept: bool = True) -> Block:
    return Block(ordinal, kind, text, None, None, kept, None if kept else "menu", None, "line 1")  # type: ignore[arg-type]


def kept(text: str) -> list[str]:
    return [one.text for one in without_loops([block(text)]) if one.kept]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (LOOP, [PIECE.strip()]),
        (f"Xã có 5 tổ. {LOOP}", [f"Xã có 5 tổ. {PIECE.strip()}"]),
        (f"{LOOP}tổng cộng 45 suất.", [PIECE.strip(), "tổng cộng 45 suất."]),
        # A loop that begins and ends within a word: no number is cut.
        (f"Có 1{'23 hộ, 4' * 5_000}56 tổ", ["Có 123 hộ, 423", "456 tổ"]),
        # Two loops in a row.
        (LOOP + "tặng 4 xe " * 4_000, [PIECE.strip(), "tặng 4 xe"]),
        ("330\t345\t" * 5_000, ["330\t345"]),
    ],
)
def test_a_loop_is_said_once(text: str, left: list[str]) -> None:
    assert kept(text) == left


def test_no_letter_is_lost_and_blocks_name_what_they_repeat() -> None:
    text = f"Xã có 5 tổ. {LOOP}tổng cộng 45 suất. {'tặng 4 xe ' * 4_000}"
    blocks = without_loops([block("Mở đầu"), block(text, 1), block("Hết", 2)])
    assert [one.ordinal for one in blocks] == list(range(len(blocks)))
    assert [(one.reason, one.duplicate_of) for one in blocks if not one.kept] == [("duplicate", 1), ("duplicate", 3)]
    assert "".join("".join(one.text for one in blocks).split()) == "".join(f"Mở đầu{text}Hết".split())


@pytest.mark.parametrize(
    "blocks",
    [
        [block(PIECE * 300)],  # not long enough
        [block("".join(f"ấp {number} có 5 hộ, " for number in range(5_000)))],  # each another
        [block("ha" * 20_000)],  # no words
        [block(LOOP, kept=False)],
        [block(LOOP, kind="title")],
    ],
)
def test_what_is_left_whole(blocks: list[Block]) -> None:
    assert list(without_loops(blocks)) == blocks


def test_time_grows_with_the_text() -> None:
    letters = Random(1).choices("ab ", k=1_000_000)  # noqa: S311 - no secret
    start = time.process_time()
    assert not [*repeats("".join(letters))]
    assert [*repeats(LOOP * 20)]
    assert time.process_time() - start < 1
