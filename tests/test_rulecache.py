"""Compiled rules are kept between runs, and never used again when what they were made from has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract import rulecache
from extract.match import shelf
from extract.match.engine import Engine
from extract.pipeline import draw_facts
from extract.snippet import snippet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = """\
Kết quả công tác Hội năm 2023
Hội tặng 23 phần học bổng trị giá 11,5 triệu đồng; xếp loại: 45 tổ vững mạnh, 29 khá (36,25%).
Phấn đấu năm 2024 xây 3 căn nhà, mỗi căn 60 triệu đồng."""

RULE = """\
rules:
- {{id: mine.lantern, indicator: gift.given, match: "{{count}} {word}", examples: []}}
"""


@pytest.fixture(autouse=True)
def shelf_of_all_tests() -> Iterator[None]:
    """Patterns are kept where a test has its rules; others go on with those of all."""
    yield
    shelf.keep_in(rulecache.own_cache())


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[Engine]:
    """The engines that were compiled in a test, which takes no time: their patterns are compiled when needed."""
    engines: list[Engine] = []

    def compile_nothing(engine: Engine) -> None:
        engines.append(engine)

    monkeypatch.setattr(Engine, "compile", compile_nothing)
    return engines


@pytest.mark.usefixtures("compiled")
def test_what_is_kept_reads_as_what_was_compiled(tmp_path: Path) -> None:
    fresh = rulecache.load(keep=True, cache=tmp_path)
    kept = rulecache.load(keep=True, cache=tmp_path)
    assert kept is not fresh
    assert [file.suffix for file in tmp_path.iterdir()] == [".rules"]  # patterns are kept when they are needed
    assert draw_facts(snippet(TEXT), kept).facts == draw_facts(snippet(TEXT), fresh).facts


def test_a_rule_that_changes_is_compiled_again(tmp_path: Path, compiled: list[Engine]) -> None:
    rules, cache = tmp_path / "rules", tmp_path / "cache"
    rules.mkdir()
    (rules / "mine.yaml").write_text(RULE.format(word="tò he"), encoding="utf-8")
    first = rulecache.load([rules], keep=True, cache=cache)
    rulecache.load([rules], keep=True, cache=cache)
    assert len(compiled) == 1
    (rules / "mine.yaml").write_text(RULE.format(word="con quay"), encoding="utf-8")
    second = rulecache.load([rules], keep=True, cache=cache)
    assert len(compiled) == 2
    text = snippet("nặn 12 con quay")
    assert [len(draw_facts(text, known).facts.statements) for known in (first, second)] == [0, 1]


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05]\x94."])
def test_what_cannot_be_read_is_compiled_again(tmp_path: Path, compiled: list[Engine], content: bytes) -> None:
    rulecache.load(keep=True, cache=tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_bytes(content)
    assert rulecache.load(keep=True, cache=tmp_path).files.digest
    assert len(compiled) == 2


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path, compiled: list[Engine]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    assert rulecache.load(keep=True, cache=blocked).files.digest
    assert len(compiled) == 1


def test_few_rule_sets_are_kept(tmp_path: Path, compiled: list[Engine]) -> None:
    for number in range(12):
        (tmp_path / f"{number}.rules").write_bytes(b"old")
    rulecache.load(keep=True, cache=tmp_path)
    assert len(list(tmp_path.iterdir())) == 8
    rulecache.load(keep=True, cache=tmp_path)
    assert len(compiled) == 1


def test_a_look_keeps_no_rules(tmp_path: Path) -> None:
    rulecache.load(keep=False, cache=tmp_path)
    assert not list(tmp_path.iterdir())
