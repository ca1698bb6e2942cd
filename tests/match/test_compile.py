"""Phrases as patterns: what their sources are made of."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from extract.match import phrase
from extract.match.compile import Compiler
from extract.rulefiles import Node

NOWHERE = Node("", Path("mine.yaml"), 1)
WORDS: dict[str, tuple[phrase.Part, ...]] = {
    "group": (phrase.Words("tổ"), phrase.Words("ấp")),
    "and": (phrase.Sign(","), phrase.Words("và")),
}


def source(written: str) -> str:
    return Compiler(WORDS).pattern(phrase.parse(Node(written, Path("mine.yaml"), 1), frozenset()), NOWHERE).source


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("tổ", "tổ"),
        ("tổ, ấp", "tổ, ấp"),
        ("tổ , ấp và tổ vững mạnh", "tổ , ấp và tổ"),
        ("tổ, ấp, tổ và ấp", "tổ, ấp, tổ"),
    ],
)
def test_what_is_said_several_times_over_is_written_once(text: str, taken: str) -> None:
    for written in ("<group> [<and> <group> [<and> <group>]]", "[các] <group> [<and> <group> [<and> <group>]]"):
        pattern = source(written)
        assert pattern.count("ấp") == 2
        found = regex.match(pattern, text)
        assert found is not None
        assert found[0] == taken


def test_nested_parts_that_differ_are_written_as_they_are() -> None:
    pattern = source("<group> [<and> <group> [<and> khóm]]")
    assert [found[0] for text in ("tổ và ấp", "tổ, ấp, khóm") if (found := regex.match(pattern, text))] == [
        "tổ và ấp",
        "tổ, ấp, khóm",
    ]
