"""A small share of what ``make fuzz`` runs, always the same inputs; and what hypothesis makes of words and bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import archives
import pytest
from fuzzing import Input, make, trouble
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path

    from extract.pipeline import Knowledge

SEED = 3
INPUTS = 100


@pytest.mark.parametrize("tens", range(INPUTS // 10))
def test_every_input_is_accounted_for(tens: int, tmp_path: Path, knowledge: Knowledge) -> None:
    for number in range(tens * 10, tens * 10 + 10):
        one = make(SEED, number)
        assert (number, one.how, trouble(one._replace(how=""), tmp_path, knowledge)) == (number, one.how, None)


def test_an_input_is_always_the_same() -> None:
    assert [make(SEED, number) for number in range(20)] == [make(SEED, number) for number in range(20)]


WORDS = st.sampled_from(
    [
        *(
            "trao",
            "tặng",
            "học bổng",
            "suất",
            "23",
            "1.250",
            "11,5 triệu đồng",
            "tổ",
            "khá",
            "45/80",
            "trong đó",
            "gồm",
        ),
        *(
            "mỗi",
            "phần",
            "%",
            "năm 2023",
            "(",
            ")",
            ":",
            ";",
            ".",
            "\n",
            "- ",
            "phấn đấu",
            "xã",
            "Phường 2",
            "đạt",
            "hơn",
        ),
        *("<p>", "</p>", "<table><tr><td>", "</td><td>", "</table>", "<li>", "<br>", "&nbsp;", "tổng cộng", "hai mươi"),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=60), name=st.sampled_from(["x.html", "x.txt"]))
def test_any_words_in_any_order(words: list[str], name: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert trouble(Input(name, " ".join(["Hội", *words]).encode(), ""), tmp_path, knowledge) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(min_size=1, max_size=200), name=st.sampled_from(["x", "x.csv", "x.jsonl", "x.html"]))
def test_any_bytes_at_all(data: bytes, name: str, tmp_path: Path, knowledge: Knowledge) -> None:
    assert trouble(Input(name, data, ""), tmp_path, knowledge) is None
    assert trouble(Input("x.zip", archives.zipped({name: data}), ""), tmp_path, knowledge) is None
