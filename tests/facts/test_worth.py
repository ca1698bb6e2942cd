"""What one thing can be worth: numbers of rule files, that files of a user's override."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.errors import RuleError
from extract.facts.worth import Worth
from extract.rulefiles import load

if TYPE_CHECKING:
    from pathlib import Path


def worth(folder: Path, content: str) -> Worth:
    (folder / "mine.yaml").write_text(f"worth:\n  {content}\n", encoding="utf-8")
    return Worth.load(load([folder]))


def test_a_file_of_a_user_overrides_one_number(tmp_path: Path) -> None:
    shipped, mine = Worth.load(load()), worth(tmp_path, "most_award: 40000000")
    assert shipped.shared_by_all(31_000_000, 21)
    assert not mine.shared_by_all(31_000_000, 21)
    assert mine.least_award == shipped.least_award


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("most_award: 20 triệu", r"mine\.yaml:2: .*'20 triệu' is no whole number"),
        ("most_awards: 20000000", r"mine\.yaml:2: 'most_awards' is not known here"),
    ],
)
def test_mistakes_say_where_they_stand(tmp_path: Path, content: str, problem: str) -> None:
    with pytest.raises(RuleError, match=problem):
        worth(tmp_path, content)
