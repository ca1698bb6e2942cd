"""A page that goes on and on costs what its length does, not its square."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from extract import read_text

_FEW, _TIMES = 60, 5
_SECONDS = 60
"""Ten times what a slow machine takes."""


def calls(text: str) -> int:
    """How many calls it takes to read a text: as good as its time, and the same on every machine."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_text(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "100 em, trong đó 5 hộ, ",
        "100 em (trong đó 5 em ",
        "900 em, trong đó 453 em, 445 em; ",
        "10 em, trong đó 5 em và 5 em, ",
        "nữ 73 đồng chí (48,02%), nam 79 đồng chí (51,9%), ",
    ],
)
def test_wholes_and_parts(piece: str) -> None:
    read_text(piece)  # rules are compiled once
    assert calls(piece * _FEW * _TIMES) < 2 * _TIMES * calls(piece * _FEW)


@pytest.mark.parametrize(
    "line",
    [
        "Thôn {} có 250 hộ, 1.030 người, bình quân 4,12 người/hộ, mỗi hộ 5 triệu đồng, tổng 1.250 triệu đồng.\n",
        "Xã {}: 1.376 hộ, chiếm 5,08%, giảm 473 hộ; nghèo 588 hộ, chiếm 2,17%, giảm 199 hộ; cận nghèo 788 hộ.\n",
        "Tổ {} nhận 40 vụ, hòa giải thành 34 vụ, đạt 85%; không thành 4 vụ, đang hòa giải 2 vụ; còn 2/40 vụ.\n",
        "Thôn {}\t650\t406\t244\t62,46\t37,54\n",
        "Chi bộ {}\t112\t23\t85\t4\nTỷ lệ (%)\t100\t20,54\t75,89\t3,57\n",
        "Cơ quan phường {} 31 12 19\n",
    ],
)
def test_lines_and_rows(line: str) -> None:
    def page(lines: int) -> str:
        return "Đơn vị\tTổng số\tNam\tNữ\n" + "".join(line.format(1_000 + at) for at in range(lines))

    calls(page(_FEW))  # rules are compiled once
    assert calls(page(4 * _FEW)) < 2.2 * calls(page(2 * _FEW))


@pytest.mark.parametrize("run", ["1", "…", "...", "1.", "1,", "1 ", "%", "(1", "1/", "I", "-"])
def test_runs_of_one_mark_do_not_hang(run: str) -> None:
    """Backtracking makes no calls, so what takes minutes of the processor is what fails here."""
    read_text("Tổ nhân dân tự quản")  # rules are compiled once
    started = process_time()
    read_text(f"Tổ nhân dân tự quản xếp loại tốt\n{run * 100_000}!\n502 (40%)\n{run * 100_000}a")
    assert process_time() - started < _SECONDS
