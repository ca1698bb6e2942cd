"""What ``baocao rules check`` tells an author."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.rulecheck import Checked, check_rules

if TYPE_CHECKING:
    from pathlib import Path

RULES = """\
lists:
  basket: [mẹt nếp, nong nếp, nế]
  idle: [thúng]
rules:
- id: mine.no_counterexample
  indicator: gift.given
  match: "{count} giỏ mây"
  examples:
  - yes: "tặng 5 giỏ mây"
- id: mine.silent
  indicator: gift.given
  match: "{count} giỏ tre"
  examples:
  - yes: "tặng giỏ tre"
  - no: "tặng 5 giỏ tre"
- id: mine.gives
  indicator: gift.given
  match: "{count} {object: <basket>}"
  examples:
  - {yes: "tặng 5 mẹt nếp", gives: {count: 6}}
  - {yes: "tặng 6 mẹt nếp", gives: {counts: 6}}
  - {yes: "tặng 7 mẹt nếp", gives: {gifts.count: 6}}
  - {yes: "tặng 8 mẹt nếp", gives: {count: 8, object: mẹt nếp, figures.value: 8, part_of: "null"}}
  - {todo: "tặng 9 mẹt nếp", gives: {count: 9}}
  - no: "tặng mẹt nếp"
- id: mine.other
  indicator: gift.given
  match: "{count} vali quà"
  examples:
  - yes: "tặng 5 vali quà"
  - no: "trả lại 4 giỏ mây"
- id: mine.taken
  indicator: gift.given
  match: "{count} vali"
  examples:
  - yes: "trao 6 vali quà"
  - no: "trao vali"
"""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder: Path = tmp_path_factory.mktemp("rules")
    (folder / "mine.yaml").write_text(RULES, encoding="utf-8")
    return check_rules([folder])


@pytest.mark.parametrize(
    ("line", "rule", "message"),
    [
        (5, "mine.no_counterexample", "no example says 'no:'; write one"),
        (14, "mine.silent", "does not fire on 'tặng giỏ tre'; 'baocao explain --rules' shows where"),
        (36, "mine.taken", "does not fire on 'trao 6 vali quà'; read by mine.other"),
        (15, "mine.silent", "fires on 'tặng 5 giỏ tre', which says 'no:'"),
        (20, "mine.gives", "no row of statements has {'count': '6'}; found [{'count': 5}]"),
        (21, "mine.gives", "statements has no column 'counts'; it has action, amount_each_vnd, "),
        (22, "mine.gives", "'gives' names a table 'gifts'; there are figures, money, "),
        (24, "mine.gives", "now reads 'tặng 9 mẹt nếp': change 'todo:' to 'yes:'"),
        (31, "mine.other", "mine.no_counterexample fires on 'trả lại 4 giỏ mây', which says 'no:'"),
        (2, "<basket>", "no example has the word 'nong nếp'; add one or drop it"),
        (2, "<basket>", "no example has the word 'nế'; add one or drop it"),
        (3, "lists", "no rule names this list; drop it"),
    ],
)
def test_what_an_author_has_to_put_right(checked: Checked, line: int, rule: str, message: str) -> None:
    told = [
        problem
        for problem in checked.problems
        if (problem.node.file.name, problem.node.line, problem.rule) == ("mine.yaml", line, rule)
    ]
    assert any(message in problem.message for problem in told), told


def test_what_is_right_is_not_told(checked: Checked) -> None:
    mine = [str(problem) for problem in checked.problems if problem.node.file.name == "mine.yaml"]
    assert not [problem for problem in mine if "8 mẹt nếp" in problem]
    assert "mine.yaml:5: mine.no_counterexample: " in mine[0]


def test_only_own_rules_are_checked_and_what_they_may_change(tmp_path: Path, checked: Checked) -> None:
    (tmp_path / "mine.yaml").write_text(RULES, encoding="utf-8")
    quick = check_rules([tmp_path], everything=False)
    assert [str(problem).rpartition("/")[2] for problem in quick.problems] == [
        str(problem).rpartition("/")[2] for problem in checked.problems
    ]
    assert quick.rules == 5
    assert quick.examples + quick.left_out == checked.examples > 20 * quick.examples


def test_own_rules_that_break_a_shipped_example(tmp_path: Path) -> None:
    """They have its words, so it is run: mere "suất học bổng" are no gifts."""
    (tmp_path / "mine.yaml").write_text(
        """\
rules:
- id: mine.greedy
  indicator: gift.given
  priority: 2
  match: "{count} {unit: suất} học bổng"
  examples:
  - yes: "tặng 5 suất học bổng"
  - no: "tặng quà"
""",
        encoding="utf-8",
    )
    problems = check_rules([tmp_path], everything=False).problems
    assert any(
        problem.node.file.name == "scholarships.yaml" and "does not fire" in problem.message for problem in problems
    )
