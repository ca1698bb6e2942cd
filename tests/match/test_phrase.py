"""The phrase language: what each sign means, and what an author is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import RuleError
from extract.match.compile import Compiler
from extract.match.outline import Outline, Outliner
from extract.match.phrase import parse
from extract.match.shadow import KINDS, SYMBOLS, plain_spacing
from extract.rulefiles import Node
from extract.text import fold

N = SYMBOLS["count"]
M = SYMBOLS["money"]


def node(text: str) -> Node:
    return Node(text, Path("mine.yaml"), 7)


LISTS = {
    name: tuple(parse(node(word), frozenset()) for word in words)
    for name, words in {"give": ["trao tặng", "trao"], "thing": ["[phần] quà", "học bổng"]}.items()
}


def found(phrase: str, text: str) -> dict[str, str] | None:
    """The slots that a phrase takes in a shadow text, ``None`` if it does not match."""
    part = parse(node(phrase), frozenset(KINDS))
    hit = Compiler(LISTS).pattern(part, node(phrase)).compiled.search(plain_spacing(fold(text)))
    return None if hit is None else {name: text for name, text in hit.groupdict().items() if text}


@pytest.mark.parametrize(
    ("phrase", "text", "slots"),
    [
        # words: case, tone placement, spacing, quotes and dashes between
        ("gia đình văn hóa", "danh hiệu Gia đình  văn hoá", {}),
        ("gia đình văn hóa", 'gia đình " văn hóa"', {}),
        ("xanh sạch đẹp", "xanh - sạch - đẹp", {}),
        ("- trao {count}", f"đã - trao {N}", {"count": N}),
        ("trao", "traô", None),
        ("trao", "trao", {}),
        ("rao", "trao", None),
        # lists, longest first, with phrases in them
        ("{act: <give>} {count}", f"trao tặng {N}", {"act": "trao tặng", "count": N}),
        ("{count} {thing: <thing>}", f"{N} phần quà", {"count": N, "thing": "phần quà"}),
        ("{count} {thing: <thing>}", f"{N} quà", {"count": N, "thing": "quà"}),
        # slots
        ("{count} {unit: suất, phần}", f"{N} phần", {"count": N, "unit": "phần"}),
        ("{count} {unit: suất, phần}", f"{N} hộ", None),
        ("{count} suất", f"{M} suất", None),
        ("{total: money}", f"với {M}", {"total": M}),
        # optional parts and choices
        ("trao [cho em] {count} suất", f"trao {N} suất", {"count": N}),
        ("trao [cho em] {count} suất", f"trao cho em {N} suất", {"count": N}),
        ("[đã] trao {count}", f"đã trao {N}", {"count": N}),
        ("(trao | phát) {count}", f"phát {N}", {"count": N}),
        # gaps: words, no numbers, no end of a clause
        ("trao ...3 {count}", f"trao cho các em {N}", {"count": N}),
        ("trao ...2 {count}", f"trao cho các em {N}", None),
        ("trao ... {money}", f"trao {N} suất {M}", None),
        ("trao ... {count}", f"trao quà; {N}", None),
        ("mỗi ...3 {count}", f"mỗi em, thêm {N}", {"count": N}),
        ("mỗi ..3 {count}", f"mỗi em, thêm {N}", None),
        ("mỗi {of: ..3} {count}", f"mỗi em nhỏ {N}", {"of": "em nhỏ", "count": N}),
        ("{count} cho {who: ...3}", f"{N} cho học sinh nghèo vượt khó", {"count": N, "who": "học sinh nghèo"}),
        # signs and brackets of the text
        (r"{count} suất \({each: money}/suất\)", f"{N} suất ({M}/suất)", {"count": N, "each": M}),
        ("học bổng: {count}", f"học bổng: {N}", {"count": N}),
    ],
)
def test_phrases(phrase: str, text: str, slots: dict[str, str] | None) -> None:
    assert found(phrase, text) == slots


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ("", "the phrase is empty"),
        ("trao [cho", "'[' is not closed"),
        ("trao cho]", "unexpected ']'"),
        ("trao () em", "an empty place"),
        ("{suất}", "{suất} is no kind of quantity"),
        ("{số suất: count}", "is no name for a slot"),
        ("trao {count", "cannot read"),
        ("trao ...0 {count}", "'...0' leaves room for nothing"),
        ("trao ..0 {count}", "'..0' leaves room for nothing"),
        ("{count} - {money}", "'-' counts as a space"),
        ("<tặng> {count}", "the list <tặng> is not defined"),
    ],
)
def test_mistakes_are_told_with_file_and_line(phrase: str, problem: str) -> None:
    with pytest.raises(RuleError) as caught:
        Compiler(LISTS).pattern(parse(node(phrase), frozenset(KINDS)), node(phrase))
    assert str(caught.value).startswith("mine.yaml:7: ")
    assert problem in str(caught.value)


def outline(phrase: str) -> Outline:
    return Outliner(LISTS).outline(parse(node(phrase), frozenset(KINDS)))


@pytest.mark.parametrize(
    ("phrase", "needs"),
    [
        (
            "<give> {count} {unit: suất, phần} học bổng",
            ["trao|trao tặng", "|".join(KINDS["count"]), "suất|phần", "học bổng"],
        ),
        ("[đã] {count}", ["|".join(KINDS["count"])]),
        ("(trao | phát) quà", ["trao|phát", "quà"]),
        ("3 không mùi, 5 sạch", ["không mùi", ",", "sạch"]),
        ("tổng (: | là) {money}", ["tổng", ":|là", KINDS["money"]]),
        ("[đã] ...3", []),
    ],
)
def test_what_stands_in_every_match(phrase: str, needs: list[str]) -> None:
    told = [{" ".join(mark) for mark in marks} for marks in outline(phrase).needs]
    assert told == [set(marks.split("|")) for marks in needs]


@pytest.mark.parametrize(
    ("phrase", "openings"),
    [
        ("trao tặng quà đẹp", {("trao", "tặng", "quà")}),
        ("<give> {money}", {("trao", "tặng", M), ("trao", M)}),
        ("[đã] trao", {("đã", "trao"), ("trao",)}),
        ("trao ...3 quà", {("trao", "quà"), ("trao", "")}),
        ("...3 quà", {("quà",), ("",)}),
        ("{who: ...3} quà", {("",)}),
        ("{money} <thing>", {(M, "phần", "quà"), (M, "quà"), (M, "học", "bổng")}),
        (r"\({money} (: | suất)", {("(", M, ":"), ("(", M, "suất")}),
        ("sạch, đẹp", {("sạch", ",", "đẹp")}),
    ],
)
def test_how_a_match_may_begin(phrase: str, openings: set[tuple[str, ...]]) -> None:
    assert outline(phrase).openings == openings


@pytest.mark.parametrize(
    ("phrase", "crosses"),
    [
        ("trao ...3 quà", set()),
        ("trao, {count}", set()),
        ("gồm [:] {count}", {":"}),
        ("v.v {count}", {"."}),
        ("<thing> [:] (; | v.v) {count}", {":", ";", "."}),
    ],
)
def test_which_stops_a_match_may_have_inside(phrase: str, crosses: set[str]) -> None:
    assert outline(phrase).crosses == crosses
