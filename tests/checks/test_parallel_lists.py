"""Lists that run side by side: the parts of one whole lead to those of the others."""

from __future__ import annotations

import pytest

from extract.in_memory import read_text


def told(text: str) -> list[tuple[str, str, str]]:
    """Outcome, left and right of every sum."""
    return [(check.outcome, check.left, check.right) for check in read_text(text).checks if check.kind == "parts_sum"]


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        # two wholes of one unit, told apart by the words beside them
        (
            (
                "Xảy ra 83 vụ tai nạn, làm chết 45 người, bị thương 62 người; trong đó:\nĐường bộ: xảy ra 80 vụ, làm "
                "chết 43 người, bị thương 62 người.\nĐường sắt: xảy ra 03 vụ, làm chết 2 người."
            ),
            "43 người + 2 người",
            "45 người",
        ),
        (
            (
                "Xảy ra 35 vụ tai nạn, chết 22 người, bị thương 16 người. Cụ thể: quốc lộ xảy ra 14 vụ, chết 10 người, "
                "bị thương 7 người; nội thị 12 vụ, chết 8 người, 4 người bị thương; đường xã 9 vụ, chết 4 người, "
                "5 người bị thương."
            ),
            "7 người + 4 người + 5 người",
            "16 người",
        ),
        # of another unit
        (
            (
                "Huyện gieo 5.240 ha cây lương thực, sản lượng 28.415,2 tấn. Trong đó, lúa là 4.815 ha, năng suất 56,1 "
                "tạ/ha (tăng 1,2 tạ/ha so với năm trước và vượt 3,4 tạ/ha so với mục tiêu đặt ra từ đầu năm), sản "
                "lượng 27.012,2 tấn; ngô 425 ha, sản lượng 1.403 tấn."
            ),
            "27.012,2 tấn + 1.403 tấn",
            "28.415,2 tấn",
        ),
    ],
)
def test_parallel(text: str, left: str, right: str) -> None:
    assert ("agrees", left, right) in told(text)


def test_parts_of_other_names_stand_where_their_whole_does() -> None:
    text = (
        "Phát hiện 214 vụ, 305 đối tượng. Đã khởi tố 160 vụ, 221 bị can; xử phạt 24 vụ, 38 đối tượng; đang điều tra "
        "30 vụ, 46 đối tượng."
    )
    assert ("agrees", "221 bị can + 38 đối tượng + 46 đối tượng", "305 đối tượng") in told(text)


def test_figures_that_do_not_make_it_up_say_nothing() -> None:
    text = (
        "Xảy ra 83 vụ tai nạn, làm chết 45 người, bị thương 62 người; trong đó: đường bộ 80 vụ, làm chết 40 người; "
        "đường sắt 03 vụ, làm chết 2 người."
    )
    assert [left for _, left, _ in told(text)] == ["80 vụ + 03 vụ"]
