"""Breakdowns: which thing is part of which."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract.facts.doings import Doing
from extract.pipeline import draw_facts
from extract.snippet import snippet


def wholes(text: str) -> list[tuple[float, float | None]]:
    """The number of every thing with that of the thing it is part of."""
    drawn = draw_facts(snippet(text), shipped_rules())
    quantities = drawn.reading.lexed.quantities

    def size(doing: Doing) -> float:
        index = doing.counted
        assert index is not None
        return quantities[index].value

    return [(size(d), size(d.whole) if isinstance(d.whole, Doing) else None) for d in drawn.ties.doings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "xây dựng 14 căn nhà đại đoàn kết, trong đó xã Nam 4 căn, xã Bắc 10 căn",
            [(14, None), (4, 14), (10, 14)],
        ),
        (
            (
                "Phát 71 suất học bổng cho học sinh, gồm:\n- Học bổng khuyến học: 48 suất;\n"
                "- Học bổng khuyến tài: 23 suất.\n"
                "Hội trao thêm 2 suất học bổng."
            ),
            [(71, None), (48, 71), (23, 71), (2, None)],
        ),
        (
            "Xã trao 152 suất học bổng.\nTrong đó, bậc tiểu học 80 suất; trung học cơ sở 48 suất.",
            [(152, None), (80, 152), (48, 152)],
        ),
        ("Trong 9 căn nhà được bàn giao có 6 căn cất mới và 3 căn sửa chữa", [(9, None), (6, 9), (3, 9)]),
        # what is counted in the sentence itself, not what was told before it
        (
            "Xã đạt 10 giải khuyến khích. Có 31 bạn đoạt giải, trong đó 4 giải nhì, 27 giải ba. Đạt 6 huy chương vàng.",
            [(10, None), (4, None), (27, None), (6, None)],
        ),
        # "even these": those behind it are in the number before
        ("Hội trao 60 suất học bổng (kể cả 12 suất cho sinh viên), sau đó 5 suất.", [(60, None), (12, 60), (5, None)]),
        ("Hội trao 60 suất học bổng, tính cả 12 suất dành cho sinh viên.", [(60, None), (12, 60)]),
        # parts of a part count once
        (
            (
                "Trao 90 suất học bổng, gồm:\n- Quỹ A: 42 suất học bổng, trong đó tiểu học 12 suất, THCS 30 suất;\n"
                "- Quỹ B: 48 suất học bổng."
            ),
            [(90, None), (42, 90), (12, 42), (30, 42), (48, 90)],
        ),
        # of several things before the phrase each has parts of its own kind, whatever stands between them
        (
            (
                "Trao 21 suất học bổng và 7 xe đạp; trong đó, gồm 10 suất học bổng cấp I, 8 suất học bổng cấp II, "
                "7 xe đạp cho học sinh THCS và 3 suất học bổng đại học."
            ),
            [(21, None), (7, None), (10, 21), (8, 21), (7, 7), (3, 21)],
        ),
        (
            "Trao 40 suất học bổng, gồm 25 suất của Hội, 12 phần quà và 15 suất của nhà chùa.",
            [(40, None), (25, 40), (12, None), (15, 40)],
        ),
        # the last of a list that comes to a little more than the whole, by a slip, and what is given on its own
        (
            "Trao 45 suất học bổng, gồm 20 suất cho trường A, 15 suất cho trường B và 12 suất cho trường C.",
            [(45, None), (20, 45), (15, 45), (12, 45)],
        ),
        (
            "Trao 45 suất học bổng, gồm 20 suất của Hội, 15 suất của nhà chùa; Đoàn trao 12 suất học bổng.",
            [(45, None), (20, 45), (15, 45), (12, None)],
        ),
        (
            "Trao 45 suất học bổng, gồm 20, 15 và 10 suất cho ba trường.",
            [(45, None), (20, 45), (15, 45), (10, 45)],
        ),
        # parts in sentences of their own, where they make up the whole
        (
            (
                "Huyện trao 61 suất học bổng.\nTrong đó trao 36 suất học bổng của quỹ tỉnh. Mỗi suất 800.000 đồng.\n"
                "Trao 25 suất học bổng của quỹ huyện. Mỗi suất 2 triệu đồng."
            ),
            [(61, None), (36, 61), (25, 61)],
        ),
        (
            "Huyện trao 61 suất học bổng. Trong đó trao 36 suất học bổng của tỉnh. Hội trao 20 suất học bổng.",
            [(61, None), (36, 61), (20, None)],
        ),
        # more than the whole, or of another kind
        ("trao 20 suất học bổng, trong đó có 50 suất cho học sinh", [(20, None), (50, None)]),
        ("tặng 60 phần quà gồm cặp, áo và 12 suất học bổng", [(60, None), (12, None)]),
    ],
)
def test_parts(text: str, expected: list[tuple[float, float | None]]) -> None:
    assert wholes(text) == expected


def test_part_of_names_its_whole() -> None:
    facts = draw_facts(snippet("phát 71 suất học bổng, gồm 48 suất học bổng khuyến học"), shipped_rules()).facts
    whole, part = facts.scholarships
    assert (whole.part_of, part.part_of) == (None, whole.scholarship_id)
