"""Which of the phrases that fit a text win, and that the sieve never keeps one out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lex import LexVocabulary, lex
from extract.match.engine import Engine
from extract.match.shadow import ALL, cast
from extract.rulefiles import RuleFiles, load, parse
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from extract.match.engine import Candidate

FILES = load()
WORDS = LexVocabulary.load(FILES)
ENGINE = Engine.load(FILES)


class Unfiltered(Engine):
    """Searches every line for every phrase."""

    def hits(self, text: str, start: int, end: int) -> Iterator[tuple[int, regex.Match[str]]]:
        phrases = [phrase for rule in self.rules.all for phrase in rule.phrases]
        for number, phrase in enumerate(phrases):
            for hit in phrase.pattern.compiled.finditer(text, start, end):
                yield number, hit


UNFILTERED = Unfiltered(ENGINE.rules)


def engine(rules: str) -> Engine:
    """An engine that knows nothing but ``rules``."""
    document = parse(f"indicators: {{thing: {{vi: a, en: a, family: thing}}}}\n{rules}".encode(), Path("mine.yaml"))
    assert document is not None
    return Engine.load(RuleFiles((document,), (Path(),), ""))


def rule(name: str, match: str, more: str = "") -> str:
    return f"- {{id: {name}, indicator: thing, match: '{match}', examples: []{more}}}\n"


def found(rules: str, text: str) -> list[tuple[str, str]]:
    matches = engine(f"rules:\n{rules}").find(fold(text), lex(text, WORDS)).rules
    return [(match.rule.id, text[match.start : match.end]) for match in matches]


@pytest.mark.parametrize(
    ("rules", "text", "expected"),
    [
        # the longest wins
        (
            rule("short", "{count} suất") + rule("long", "{count} suất học bổng"),
            "trao 5 suất học bổng",
            [("long", "5 suất học bổng")],
        ),
        # unless another has a higher priority
        (
            rule("short", "{count} suất", ", priority: 1") + rule("long", "{count} suất học bổng"),
            "trao 5 suất học bổng",
            [("short", "5 suất")],
        ),
        # of two of one length the one with the smaller id
        (rule("b", "{count} suất") + rule("a", "{count} suất"), "trao 5 suất", [("a", "5 suất")]),
        # numbers of their own: both
        (
            rule("one", "trao {count} suất") + rule("other", "tặng {count} phần"),
            "trao 5 suất, tặng 7 phần",
            [("one", "trao 5 suất"), ("other", "tặng 7 phần")],
        ),
        # a phrase without numbers claims its place, not a number in it
        (
            rule("short", "học bổng") + rule("long", "suất học bổng") + rule("count", "{count} suất"),
            "5 suất học bổng",
            [("count", "5 suất"), ("long", "suất học bổng")],
        ),
    ],
)
def test_one_match_a_number(rules: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(rules, text) == expected


@pytest.mark.parametrize(
    ("match", "text", "expected"),
    [
        # nothing certain stands first
        (
            "{beneficiary: ...2} nhận {count} suất",
            "học sinh nhận 5 suất, em khác nhận 7 suất",
            ["học sinh nhận 5 suất", "em khác nhận 7 suất"],
        ),
        ("[đã] trao {count} suất", "đã trao 5 suất; trao 7 suất", ["đã trao 5 suất", "trao 7 suất"]),
        # a stop that the phrase has in it, and one that it cannot cross
        ("gồm: {count} suất", "gồm: 5 suất", ["gồm: 5 suất"]),
        ("gồm ...3 {count} suất", "gồm: 5 suất", []),
        ("({count} suất | {count} phần) [;] {money}", "5 suất; 3 triệu đồng", ["5 suất; 3 triệu đồng"]),
        # no space between
        ("\\({count} suất\\)", "trao quà(5 suất)", ["(5 suất)"]),
        # a number in words that are always said alike
        ("2 suất {count} phần", "trao 2 suất, 3 phần và 2 suất 3 phần", ["2 suất 3 phần"]),
        # hits of one phrase do not overlap
        ("{total: money} ...2 {each: money}", "1 đồng và 2 đồng và 3 đồng", ["1 đồng và 2 đồng"]),
    ],
)
def test_where_phrases_begin(match: str, text: str, expected: list[str]) -> None:
    assert [one for _, one in found(rule("a", match), text)] == expected


AFTER = rule("level", "bậc tiểu học {count}", ", after: 'học bổng'")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("trao học bổng: bậc tiểu học 80 suất", True),
        ("bậc tiểu học 80 suất học bổng", False),
        ("trao học bổng.\nTrong đó, bậc tiểu học 80 suất", True),
        ("trao học bổng.\nTrời mưa.\nBậc tiểu học 80 suất", False),
        ("trao học bổng:\n- bậc mầm non\n- bậc tiểu học 80 suất", True),
        ("trao học bổng.\ngồm:\n- bậc mầm non\n- bậc tiểu học 80 suất", True),
    ],
)
def test_what_must_stand_before(text: str, fires: bool) -> None:  # noqa: FBT001
    assert bool(found(AFTER, text)) == fires


def test_slots_are_told_in_the_offsets_of_the_text() -> None:
    text = "Phường  đã trao “ 23 phần ” học bỗng"
    (match,) = (
        engine("rules:\n" + rule("a", "{action: trao} {count} {unit: phần} {object: ...2}"))
        .find(fold(text), lex(text, WORDS))
        .rules
    )
    slots = {name: text[slot.start : slot.end] for name, slot in match.slots.items()}
    assert slots == {"action": "trao", "count": "23", "unit": "phần", "object": "học bỗng"}
    assert match.quantities == (0,)


PIECES = [word for one in ENGINE.rules.all for example in one.examples for word in example.text.split()]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from([example.text for one in ENGINE.rules.all for example in one.examples]), max_size=3).map(
        "\n".join
    ),
).map(lambda text: "\n".join(clean(line) for line in text.split("\n")))


def spans(matches: list[Candidate]) -> list[tuple[str, int, int]]:
    return [(match.rule.id, match.start, match.end) for match in matches]


@settings(max_examples=25)
@given(TEXTS)
def test_the_sieve_keeps_no_phrase_out(text: str) -> None:
    folded = fold(text)
    shadow = cast(folded, lex(text, WORDS))
    assert spans([*ENGINE.candidates(shadow, folded)]) == spans([*UNFILTERED.candidates(shadow, folded)])


@settings(max_examples=100)
@given(TEXTS)
def test_the_shadow_keeps_every_letter_in_its_place(text: str) -> None:
    folded, lexed = fold(text), lex(text, WORDS)
    shadow = cast(folded, lexed)
    assert len(shadow.offsets) == len(shadow.text) + 1
    assert list(shadow.offsets) == sorted(shadow.offsets)
    mentions = {mention.start for mention in lexed.mentions}
    for place, letter in enumerate(shadow.text):
        if letter in ALL:
            assert (place in shadow.quantities) != (shadow.offsets[place] in mentions)
        elif letter != " ":
            assert folded[shadow.offsets[place]] == letter
    for place, index in shadow.quantities.items():
        assert shadow.offsets[place] == lexed.quantities[index].start


@settings(max_examples=25)
@given(TEXTS)
def test_a_number_belongs_to_one_match_of_a_family(text: str) -> None:
    matches = ENGINE.find(fold(text), lex(text, WORDS))
    for family in (matches.rules, matches.ratings, matches.amounts):
        claimed = [slot.quantity for one in family for slot in set(one.slots.values()) if slot.quantity is not None]
        assert len(claimed) == len(set(claimed))
        assert [one.start for one in family] == sorted(one.start for one in family)


def test_no_rule_of_the_project_may_begin_anywhere() -> None:
    """Such a phrase is tried at every word of every line: one alone made the rules nine times as slow on news."""
    begin_anywhere = [
        rule.id
        for rule in ENGINE.rules.all
        for phrase in rule.phrases
        if any(opening[:1] in ((), ("",)) for opening in phrase.outline.openings)
    ]
    assert begin_anywhere == []
