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


WRONG = {
    "rules.yaml": """\
lists:
  mine: [một, "hai (ba", bốn, bốn]
indicators:
  boat.race: {vi: "đội đua ghe", family: boat.race}
ruels:
- id: boat.old
rules:
- id: boat.race
  indicator: boat.race
  match:
  - "{count} {unit: đội} ghe <nowhere>"
  - "{cuont} đội"
  - "{count} {unit: đội} <mine>"
  priority: high
  reach: world
  examples:
  - maybe: "12 đội bóng tham gia tranh tài"
- indicator: house.buil
  match: "{count} <nowhere>"
  examples: [{yes: a, why: b}]
""",
    "others.yaml": """\
clean:
  nonsense: [a]
multipliers: {nắm: nhiều, mớ: ít}
""",
}


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name, content in WRONG.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        Knowledge.load([tmp_path])
    told = [f"{error.file.name}:{error.line} {error.problem}" for error in caught.value.each]
    assert told == [
        "others.yaml:2 'nonsense' is not known here",
        "others.yaml:3 the value 'nhiều' is no whole number",
        "others.yaml:3 the value 'ít' is no whole number",
        "rules.yaml:2 '(' is not closed in 'hai (ba'",
        "rules.yaml:2 'bốn' stands twice in the list",
        "rules.yaml:4 'en' is missing",
        "rules.yaml:6 'ruels' is not known here",
        "rules.yaml:11 the list <nowhere> is not defined",
        "rules.yaml:12 {cuont} is no kind of quantity",
        "rules.yaml:14 priority 'high' is no whole number",
        "rules.yaml:15 reach 'world' is not known",
        "rules.yaml:17 an example is 'yes:', 'no:' or 'todo:'",
        "rules.yaml:18 'id' is missing",
        "rules.yaml:18 indicator 'house.buil' is not known",
        "rules.yaml:19 the list <nowhere> is not defined",
        "rules.yaml:20 'why' is not known here",
    ]
    assert str(caught.value).startswith("16 mistakes in rule files:\n  ")


def test_all_files_that_are_no_yaml_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: [b\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("c: 1\nc: 2\nd: {e: 1, e: 2}\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load([tmp_path])
    assert [(error.file.name, error.line) for error in caught.value.each] == [
        ("a.yaml", 2),
        ("b.yaml", 2),
        ("b.yaml", 3),
    ]
