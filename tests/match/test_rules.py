"""Rule files as authors write them: loading, overriding, and what is refused."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest

from extract.errors import RuleError
from extract.match.engine import Engine
from extract.rulefiles import load

if TYPE_CHECKING:
    from pathlib import Path

RULE = """
rules:
- id: {id}
  indicator: gift.given
  match: "{{count}} giỏ quà"
  examples:
  - yes: "tặng 5 giỏ quà"
  - no: "tặng giỏ quà"
"""


def write(folder: Path, content: str) -> Path:
    (folder / "mine.yaml").write_text(textwrap.dedent(content), encoding="utf-8")
    return folder


def test_a_rule_of_the_user_is_added(tmp_path: Path) -> None:
    engine = Engine.load(load([write(tmp_path, RULE.format(id="mine.basket"))]))
    assert "mine.basket" in {rule.id for rule in engine.rules.all}


def test_a_rule_of_the_user_replaces_the_shipped_one(tmp_path: Path) -> None:
    engine = Engine.load(load([write(tmp_path, RULE.format(id="scholarship.award"))]))
    rules = [rule for rule in engine.rules.all if rule.id == "scholarship.award"]
    assert [rule.says for rule in rules] == ["gift.given"]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        ("rules:\n- indicator: gift.given\n  match: x\n", 2, "'id' is missing"),
        ("rules:\n- id: a\n  indicator: gift.gven\n  match: x\n  examples: []\n", 3, "did you mean gift.given"),
        ("rules:\n- id: a\n  indicator: no.such\n  match: x\n  examples: []\n", 3, "indicator 'no.such' is not known"),
        ("rules:\n- id: a\n  indicator: gift.given\n  match: '<x> {count}'\n  examples: []\n", 4, "<x> is not defined"),
        ("rules:\n- id: a\n  indicator: gift.given\n  matches: x\n", 4, "'matches' is not known here"),
        ("group_sorts:\n  people: [party_member, nobody]\n", 2, "there is no group 'nobody'"),
        ("group_sorts:\n  peple: [party_member]\n", 2, "'peple' is not known here"),
        ("cues:\n- id: a\n  status: maybe\n  match: x\n  examples: []\n", 3, "status 'maybe' is not known"),
        (
            'rules:\n- id: a\n  indicator: gift.given\n  match: "{cuont: count} giỏ"\n  examples: []\n',
            4,
            "nothing reads a slot 'cuont' in 'rules'; use one of: action,",
        ),
        (
            'cues:\n- id: a\n  status: planned\n  match:\n  - "sẽ trao"\n  - "sẽ {verb: làm, xây}"\n  examples: []\n',
            6,
            "nothing reads a slot 'verb' in 'cues'",
        ),
        (
            "cues:\n- id: a\n  status: planned\n  reach: far\n  match: x\n  examples: []\n",
            4,
            "reach 'far' is not known",
        ),
        (
            "rules:\n- id: a\n  indicator: gift.given\n  priority: high\n  match: x\n  examples: []\n",
            4,
            "no whole number",
        ),
        (
            "rules:\n- id: a\n  indicator: gift.given\n  match: x\n  examples:\n  - maybe: x\n",
            6,
            "'yes:', 'no:' or 'todo:'",
        ),
        ("lists:\n  mine: [một, Một]\n", 2, "stands twice"),
        ("lists:\n  group: [tổ]\n", 2, "a list cannot be called 'group'"),
        ("lists:\n  my list: [tổ]\n", 2, "a list cannot be called 'my list'"),
        (
            """\
lists: {one: ['<two> quà'], two: ['<one> quà']}
rules:
- {id: a, indicator: gift.given, match: '{count} <one>', examples: []}
""",
            3,
            "the list <one> holds itself",
        ),
        (
            "rules:\n- id: a\n  indicator: gift.given\n  match: '[đã] [trao] ...'\n  examples: []\n",
            4,
            "no word or number that must be there",
        ),
        ("rules:\n- id: a\n  indicator: gift.given\n  match: []\n  examples: []\n", 4, "'match' has no phrase"),
        (
            "rules:\n- id: a\n  indicator: gift.given\n  match:\n  - '{count} lớp 1'\n  - 25 đội\n  examples: []\n",
            6,
            "'25 đội' has a number written out",
        ),
        ("scales:\n  mine:\n  - {code: a, names: [x], weak: maybe}\n", 3, "weak 'maybe' is not known"),
        ("scales:\n  mine:\n  - {code: a, names: [x], rank: top}\n", 3, "rank 'top' is no whole number"),
    ],
)
def test_mistakes_name_file_line_and_remedy(tmp_path: Path, content: str, line: int, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        Engine.load(load([write(tmp_path, content)]))
    assert line in {error.line for error in caught.value.each if problem in str(error) and error.remedy}


def test_two_rules_of_one_id_in_a_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path, RULE.format(id="twice"))
    (tmp_path / "other.yaml").write_text(RULE.format(id="twice"), encoding="utf-8")
    with pytest.raises(RuleError, match=r"the rule 'twice' is already in mine\.yaml:3"):
        Engine.load(load([tmp_path]))
