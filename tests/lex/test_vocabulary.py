"""The rule files of the lexer: no doubles, and mistakes that say where they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.lex import LexVocabulary
from extract.rulefiles import Node, load, parse, shipped_rules
from extract.text import fold

FILES = ("numbers", "units", "comparators", "names", "dates")


def lists(node: Node) -> list[Node]:
    """Every list below a node."""
    if isinstance(node.value, tuple):
        return [node]
    if isinstance(node.value, dict):
        return [found for child in node.value.values() for found in lists(child)]
    return []


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_list(name: str) -> None:
    file = shipped_rules() / f"{name}.yaml"
    document = parse(file.read_bytes(), file)
    assert document is not None
    doubles = [
        f"{node.file.name}:{node.line} {word}"
        for node in lists(document)
        for word, times in Counter(map(fold, node.texts())).items()
        if times > 1
    ]
    assert doubles == []


@pytest.mark.parametrize("section", ["numbered_names", "calendar", "comparators", "measures"])
def test_no_word_has_two_meanings_in_a_section(section: str) -> None:
    words = Counter(
        fold(word) for node in load().sections(section) for found in lists(node) for word in set(found.texts())
    )
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("multipliers: {triệu: nhiều}", "no whole number"),
        ("comparators: {about: [độ]}", "'about' is not known here"),
        ("measures: {speed: {km/h: []}}", "no kind of measure"),
        ("unit_spellings: {không biết: [kb]}", "is no unit"),
        ("anniversaries: [31/2]", "is no day"),
        ("fixed_names: [Covid]", "holds no number"),
        ("weak_names: [nơi nào đó]", "is no name word"),
        ("numbered_names: {place: [xứ]}", "not known here"),
    ],
)
def test_mistakes_say_where_they_stand(content: str, problem: str) -> None:
    shipped = load()
    mine = parse(content.encode(), Path("mine.yaml"))
    assert mine is not None
    with pytest.raises(RuleError, match=problem) as error:
        LexVocabulary.load(replace(shipped, documents=(*shipped.documents, mine)))
    assert (error.value.file, error.value.line) == (Path("mine.yaml"), 1)
