"""A first draft of a rule, and where it is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.authoring.draft import Draft, add_to_file, draft_rule
from extract.authoring.listing import rule_lines
from extract.errors import ArgumentError
from extract.pipeline import Knowledge
from extract.rulecheck import check_rules

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

YES = 'Ấp phá bỏ 12 chuồng "chim" cũ: xong'
DRAFT = Draft("works.coop", "works", YES, "chuồng chim ở 3 ấp")


def test_a_draft_is_a_rule_that_passes_its_own_examples(tmp_path: Path) -> None:
    file = tmp_path / "mine" / "works.yaml"
    add_to_file(draft_rule(DRAFT, Knowledge.load()), file)
    add_to_file(draft_rule(DRAFT._replace(id="works.shrine", yes="xã dọn 31 miếu hoang"), Knowledge.load()), file)
    checked = check_rules([file.parent])
    assert checked.problems == ()
    assert file.read_text("utf-8").count("- id: works.") == 2


def test_a_phrase_of_the_author_is_taken_as_it_is() -> None:
    assert '- "bỏ {count} {unit: chuồng}"' in draft_rule(
        DRAFT._replace(match="bỏ {count} {unit: chuồng}"), Knowledge.load()
    )


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (DRAFT._replace(id="gift.given"), "gifts.yaml:"),
        (DRAFT._replace(indicator="gift.givn"), "did you mean gift.given.*, or add it .* with --rules"),
        (DRAFT._replace(yes="ấp phá bỏ chuồng chim"), "no number"),
    ],
)
def test_what_cannot_be_drafted_is_told(draft: Draft, told: str) -> None:
    with pytest.raises(ArgumentError, match=told):
        draft_rule(draft, Knowledge.load())


def test_a_rule_is_added_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    rule = draft_rule(DRAFT, Knowledge.load())
    add_to_file(rule, file)
    with pytest.raises(ArgumentError, match=r"'works.coop' is already in .*mine.yaml:2; choose another id"):
        add_to_file(rule, file)
    assert file.read_text("utf-8").count("- id: works.coop") == 1


def test_a_file_that_no_run_would_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=r"end in \.yaml"):
        add_to_file(draft_rule(DRAFT, Knowledge.load()), tmp_path / "mine.txt")
    assert not (tmp_path / "mine.txt").exists()


def test_a_file_that_ends_in_another_section_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("rules: []\nlists:\n  coop: [chuồng]\n", "utf-8")
    with pytest.raises(ArgumentError, match="ends in the section 'lists:'"):
        add_to_file(draft_rule(DRAFT, Knowledge.load()), file)
    assert "works.coop" not in file.read_text("utf-8")


def test_rules_are_listed_by_words_of_theirs_in_any_case() -> None:
    rules = Knowledge.load().rules.rules
    listed = list(rule_lines(rules, ["Học Bổng", "award_for"]))
    assert listed[0].startswith("scholarship.award_for  scholarship (")
    assert listed[1].strip().endswith(", in rules:")
    assert "scholarships.yaml:" in listed[1]
    assert listed[-1] == f"1 of {len(list(rules.all))} rules"
    assert list(rule_lines(rules))[-1] == f"{len(list(rules.all))} of {len(list(rules.all))} rules"
