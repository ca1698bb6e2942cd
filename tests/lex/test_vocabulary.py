"""The rule files of the lexer: no doubles, and mistakes that say where they stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.lex import LexVocabulary, lex
from extract.rulefiles import Node, load, parse
from extract.text import fold


def lists(node: Node) -> list[Node]:
    """Every list of words below a node."""
    if isinstance(node.value, str):
        return []
    if isinstance(node.value, dict):
        return [found for child in node.value.values() for found in lists(child)]
    if all(isinstance(child.value, str) for child in node.value):
        return [node]
    return [found for child in node.value for found in lists(child)]


def is_word(text: str) -> bool:
    """Marks are told apart by how they are written, and phrases of rules are no words."""
    return any(map(str.isalpha, text)) and not set(text) & set("<{(|")


def test_no_word_stands_twice_in_a_list() -> None:
    doubles = [
        f"{node.file.name}:{node.line} {word}"
        for document in load().documents
        for node in lists(document)
        for word, times in Counter(map(fold, filter(is_word, node.texts()))).items()
        if times > 1
    ]
    assert doubles == []


def test_a_list_of_words_stands_in_one_file() -> None:
    """Two files that have a list of one name would add to each other's."""
    places = Counter(
        name for document in load().documents for name, node in document.mapping().items() if node in lists(node)
    )
    assert [name for name, files in places.items() if files > 1] == []


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
        ("month_names: {nhuận: 13}", "there is no month 13"),
        ("month_names: {nhuận: sau}", "no whole number"),
        ("written_dates: {hours: [giờ]}", "'hours' is not known here"),
        ("joints: {nor: [cũng]}", "'nor' is not known here"),
    ],
)
def test_mistakes_say_where_they_stand(content: str, problem: str) -> None:
    shipped = load()
    mine = parse(content.encode(), Path("mine.yaml"))
    assert mine is not None
    with pytest.raises(RuleError, match=problem) as error:
        LexVocabulary.load(replace(shipped, documents=(*shipped.documents, mine)))
    assert (error.value.file, error.value.line) == (Path("mine.yaml"), 1)


def test_words_of_dates_and_joints_may_be_added() -> None:
    shipped = load()
    mine = parse("said_units: {month: [thg]}\nand_words: [lẫn]\nnot_counted: [lẫn]".encode(), Path("mine.yaml"))
    assert mine is not None
    vocabulary = LexVocabulary.load(replace(shipped, documents=(*shipped.documents, mine)))
    text = "ngày 5 thg 9 năm 2023 có 12 lẫn 15 hộ"
    found = lex(text, vocabulary)
    assert [str(mention.first) for mention in found.mentions] == ["2023-09-05"]
    assert [(one.value, one.unit) for one in found.quantities] == [(12, "hộ"), (15, "hộ")]
