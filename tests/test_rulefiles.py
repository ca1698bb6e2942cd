"""Rule files: strings stay strings, and every mistake has a file and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.errors import RuleError
from extract.pipeline import Knowledge
from extract.rulefiles import load, parse

if TYPE_CHECKING:
    from pathlib import Path


def test_scalars_stay_what_was_typed(tmp_path: Path) -> None:
    root = parse(b"count: 1.250\nanswer: no\nday: 2023-05-12\nzero: 06\n", tmp_path / "x.yaml")
    assert root is not None
    assert [root.need(key).text() for key in ("count", "answer", "day", "zero")] == ["1.250", "no", "2023-05-12", "06"]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        (b"lists:\n  give: [trao\n  x: 1\n", 3, "expected ',' or ']'"),
        (b"a: 1\nb: 2\na: 3\n", 3, "'a' is given twice"),
        (b"lists:\n  give: tr\xe0o\n", 2, "not UTF-8"),
        (b"a: 'x\n", 2, "quoted scalar"),
        (b"a: &b x\nc: \x07\n", 0, ""),
        # Aliases would have the line of what they stand for, and one that holds itself has no end.
        (b"a: 1\nb: &c [x]\nd: *c\n", 2, "is used again with *"),
        (b"a: &b\n  c: *b\n", 1, "is used again with *"),
        (b"a: &b {x: 1}\nc:\n  <<: *b\n", 1, "is used again with *"),
    ],
)
def test_mistakes_name_file_and_line(tmp_path: Path, content: bytes, line: int, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(content, tmp_path / "mine.yaml")
    assert caught.value.line == line
    assert problem in str(caught.value)
    assert "mine.yaml" in str(caught.value)


def test_a_misspelt_key_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    root = parse(b"id: x\nmtach: y\n", tmp_path / "x.yaml")
    assert root is not None
    with pytest.raises(RuleError, match=r"x\.yaml:2: 'mtach' is not known here; use one of: id, match"):
        root.only("id", "match")


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no rule files"):
        load([tmp_path])


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("lists: {mine: [một]}\n", encoding="utf-8")
    first = load([tmp_path]).digest
    assert load([tmp_path]).digest == first != load().digest
    file.write_text("lists: {mine: [hai]}\n", encoding="utf-8")
    assert load([tmp_path]).digest != first


def test_a_section_that_nothing_reads_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("lists:\n  mine: [một]\nrule:\n- id: x\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"mine\.yaml:4: 'rule' is not known here; did you mean rules"):
        Knowledge.load([tmp_path])


def test_every_section_of_the_shipped_rules_is_read() -> None:
    Knowledge.load()
