"""Levels against the number rated."""

from __future__ import annotations

import pytest

from extract.checks.totals.ratings_sum import ratings_sum
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trong 80 tổ tự quản có 45 tổ vững mạnh, 29 khá, 06 trung bình.", [("45 + 29 + 6", "80", "agrees")]),
        ("Trong 80 tổ tự quản có 45 tổ vững mạnh, 39 khá.", [("45 + 39", "80", "disagrees")]),
        ("Trong 80 tổ tự quản có 45 tổ vững mạnh, 29 khá.", [("45 + 29", "80", "unchecked")]),
        (
            "Trong 80 tổ tự quản có 45 tổ vững mạnh, 29 khá, không có tổ yếu kém.",
            [("45 + 29 + 0", "80", "disagrees")],
        ),
        (
            "Có 46/64 tổ chức cơ sở đảng đạt trong sạch vững mạnh, không có tổ chức cơ sở đảng yếu kém.",
            [("46 + 0", "64", "unchecked")],
        ),
        (
            (
                "22/25 chi bộ hoàn thành tốt nhiệm vụ, trong đó 5 chi bộ hoàn thành xuất sắc nhiệm vụ; "
                "3 chi bộ hoàn thành nhiệm vụ."
            ),
            [("22 + 3", "25", "agrees")],
        ),
        # communes told of elsewhere, fewer than were rated; a slip of one is an error
        ("Có 6 xã đạt 19/19 tiêu chí.\nChính quyền cơ sở có 5 xã vững mạnh, 3 xã khá, 1 xã trung bình.", []),
        ("Huyện có 19 xã.\nCó 11 xã vững mạnh, 8 xã khá, 1 xã trung bình.", [("11 + 8 + 1", "19", "disagrees")]),
        # a percentage told roughly makes its number no estimate
        (
            (
                "Đảng bộ có 52 chi bộ. Năm qua 31 chi bộ trong sạch vững mạnh, chiếm gần 60%, 18 chi bộ hoàn thành tốt "
                "nhiệm vụ và 30 chi bộ hoàn thành nhiệm vụ."
            ),
            [("31 + 18 + 30", "52", "disagrees")],
        ),
        # the rest told in other words, of those of all that were rated
        (
            (
                "Có 318/320 chi bộ đã xếp loại. Kết quả, 204 chi bộ trong sạch vững mạnh. Có 98 chi bộ hoàn thành "
                "tốt nhiệm vụ. Có 16 chi bộ đạt yêu cầu đề ra."
            ),
            [("204 + 98 + 16", "318", "agrees")],
        ),
        # all levels but the lowest, closed by "và": one is lacking; more may not have been rated
        (
            (
                "Có 131 chi bộ được xếp loại thì 24 chi bộ hoàn thành xuất sắc nhiệm vụ, 95 chi bộ hoàn thành tốt "
                "nhiệm vụ và 11 chi bộ hoàn thành nhiệm vụ."
            ),
            [("24 + 95 + 11", "131", "disagrees")],
        ),
        (
            (
                "Có 1.131 đảng viên, trong đó 124 đảng viên hoàn thành xuất sắc nhiệm vụ, 895 đảng viên hoàn thành tốt "
                "nhiệm vụ và 101 đảng viên hoàn thành nhiệm vụ."
            ),
            [("124 + 895 + 101", "1131", "unchecked")],
        ),
        # villages are certified, not rated
        ("Có 66/112 thôn đạt chuẩn nông thôn mới, 2 thôn nông thôn mới kiểu mẫu.", []),
        (
            "Trong 80 tổ tự quản có 45 tổ vững mạnh, 24 khá, 6 yếu kém; 5 tổ mới lập chưa xếp loại.",
            [("45 + 24 + 6 + 5", "80", "agrees")],
        ),
        (
            "Trong 80 tổ tự quản có 45 tổ vững mạnh, 24 khá, 6 yếu kém; 4 tổ mới lập chưa xếp loại.",
            [("45 + 24 + 6", "80", "disagrees")],
        ),
        # one more of the kind among the levels, that none rates
        (
            (
                "Có 545 chi bộ, xếp loại: 304 chi bộ trong sạch vững mạnh; 228 chi bộ hoàn thành tốt nhiệm vụ; "
                "11 chi bộ chờ xét; không có chi bộ yếu kém."
            ),
            [("304 + 228 + 0", "545", "unchecked")],
        ),
        (
            (
                "Cả huyện có 543/545 chi bộ đã đánh giá: 304 chi bộ đạt TSVM, 228 chi bộ hoàn thành tốt nhiệm vụ, "
                "11 chi bộ hoàn thành nhiệm vụ, không có chi bộ yếu kém."
            ),
            [("304 + 228 + 11 + 0", "543", "agrees")],
        ),
        (
            (
                "545 chi bộ: 304 chi bộ hoàn thành xuất sắc nhiệm vụ, 228 hoàn thành tốt nhiệm vụ, 11 hoàn thành "
                "nhiệm vụ, không có chi bộ yếu kém. Tiêm phòng 543/545 con bò."
            ),
            [("304 + 228 + 11 + 0", "545", "disagrees")],
        ),
        ("36/40 ấp được công nhận ấp văn hóa.", []),
        ("98% đảng viên hoàn thành tốt nhiệm vụ trở lên, 2% hoàn thành nhiệm vụ.", []),
    ],
)
def test_sums(text: str, expected: list[tuple[str, str, str]], knowledge: Knowledge) -> None:
    checks = list(ratings_sum(draw_facts(snippet(text), knowledge), knowledge.checks.relations))
    assert [(check.left, check.right, check.outcome) for check in checks] == expected
    for check in checks:
        assert text[check.start : check.end].startswith(check.left.split(" + ", maxsplit=1)[0])


def test_conduct_and_learning_of_the_same_pupils_are_two_sets(knowledge: Knowledge) -> None:
    text = "Trong 80 học sinh có hạnh kiểm: tốt 60, khá 20; học lực: giỏi 20, khá 35, trung bình 15, yếu 3, kém 1."
    checks = list(ratings_sum(draw_facts(snippet(text), knowledge), knowledge.checks.relations))
    assert [(check.left, check.outcome) for check in checks] == [
        ("60 + 20", "agrees"),
        ("20 + 35 + 15 + 3 + 1", "disagrees"),
    ]
