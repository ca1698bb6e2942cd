from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.clean import CleanVocabulary
from extract.clean.furniture import line_of
from extract.errors import RuleError
from extract.rulefiles import load

if TYPE_CHECKING:
    from pathlib import Path


def extended(folder: Path, text: str) -> CleanVocabulary:
    (folder / "them.yaml").write_text(text, encoding="utf-8")
    return CleanVocabulary.load(load([folder]))


def test_a_file_of_the_user_adds_to_the_lists(tmp_path: Path) -> None:
    words = extended(
        tmp_path, "clean:\n  lines:\n    counter: ['{number} người ghé thăm']\n  related_headings: [Đừng bỏ lỡ]\n"
    )
    assert line_of("1.234 người ghé thăm", words).reason == "counter"
    assert line_of("Lượt xem: 5", words).reason == "counter"
    assert line_of("Đừng bỏ lỡ", words).related


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("clean:\n  lines:\n    quang_cao: [x]\n", 3, "'quang_cao' is not known here"),
        ("clean:\n  labels:\n    author: [x]\n", 3, "'author' is not known here"),
        ("clean:\n  landmark:\n    menu: [x]\n", 3, "'landmark' is not known here"),
        ("clean:\n  related_headings:\n  - [x]\n", 3, "a single text is expected here"),
    ],
)
def test_a_mistake_names_file_and_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        extended(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'them.yaml'}:{line}: {problem}")


def test_no_phrase_is_listed_twice() -> None:
    seen: dict[str, str] = {}
    for section in load().sections("clean"):
        lists = {
            **{f"lines.{name}": node for name, node in section.need("lines").mapping().items()},
            "related_headings": section.need("related_headings"),
        }
        for name, node in lists.items():
            for text in node.texts():
                key = " ".join(text.casefold().replace(":", " ").split())
                assert key not in seen, f"{text!r} is in {seen[key]} and in {name}"
                seen[key] = name
