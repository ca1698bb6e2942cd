"""A sentence that goes on and on costs what its length does, not its square."""

from __future__ import annotations

import sys

import pytest

from extract import read_text

_FEW, _TIMES = 60, 5


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
    ],
)
def test_wholes_and_parts(piece: str) -> None:
    read_text(piece)  # rules are compiled once
    assert calls(piece * _FEW * _TIMES) < 2 * _TIMES * calls(piece * _FEW)
