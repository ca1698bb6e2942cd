"""What stands right before a number and decides what it is: ``gần 30``, ``Phường 2``, ``ngày 12``, ``mỗi tổ 12``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, cast, get_args

from extract.lex.comparators import Comparison, comparisons
from extract.lex.joins import RANGE_LISTS
from extract.lex.money import MONEY_LISTS
from extract.lex.units import WORD
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.rulefiles import RuleFiles

NameKind: TypeAlias = Literal["name", "ordinal", "document", "programme", "phone", "other"]
CalendarKind: TypeAlias = Literal["day", "month", "quarter", "year", "school_year", "term", "time", "life"]
LeadKind: TypeAlias = (
    NameKind | CalendarKind | Literal["comparison", "vague", "opens", "between", "plain", "money", "currency", "minus"]
)

NAMES: frozenset[str] = frozenset(get_args(NameKind))
CALENDAR: frozenset[str] = frozenset(get_args(CalendarKind))
OF_DATES = frozenset({"day", "month", "year", "school_year", "term", "time"})
"""Words that belong to the date behind them."""
_BEFORE_COLON = frozenset({"document", "phone", "other", "money"})
_MOST_WORDS = 5
_MOST_SPACES = 2
_MARKS = frozenset(',;()"')
_LAST_LETTERS = re.compile(rf"(?<!\w){WORD}\Z")


class Lead(NamedTuple):
    """What a phrase before a number makes of it."""

    kind: LeadKind
    comparison: Comparison | None = None
    weak: bool = False
    """A name word that is as often something else: "cấp 1.200 thẻ" grants them, "nhà cấp 4" is a name."""
    parted: bool = False
    """The number may have parts that dots join: "Bảng 4.2"."""
    within: frozenset[str] = frozenset()
    """Units that a weak name is part of, and that it is no number of: "lớp 10 trường Lê Lợi"."""


class LeadHit(NamedTuple):
    """A lead found before a number."""

    start: int
    lead: Lead
    each: bool
    """A word like "mỗi" stands before a name word: "mỗi tổ 12 người"."""


class Ordinals(NamedTuple):
    """Numbers in words that give places in an order, from the section ``ordinals_in_words``."""

    said: frozenset[str]
    """Such as "thứ nhất", behind any word of an order."""
    behind: frozenset[str]
    """The words of an order behind which all numbers in words are such places: "lần thứ"."""

    @staticmethod
    def load(files: RuleFiles) -> Ordinals:
        """Read the section of all rule files."""
        lists = files.lists("ordinals_in_words", "said", "behind")
        return Ordinals(lists["said"], lists["behind"])


class _Node:
    """A word of phrases, reached from the word behind it."""

    __slots__ = ("before", "lead")

    def __init__(self) -> None:
        self.before: dict[str, _Node] = {}
        self.lead: Lead | None = None


def _backwards(phrases: dict[str, Lead]) -> dict[str, _Node]:
    root = _Node()
    for phrase, lead in phrases.items():
        node = root
        for word in reversed(phrase.split(" ")):
            node = node.before.setdefault(word, _Node())
        node.lead = lead
    return root.before


@dataclass(frozen=True, slots=True)
class Leads:
    """All phrases that matter before a number, folded."""

    phrases: dict[str, Lead]
    backwards: dict[str, _Node]
    """The same by their words, the last first: most numbers stand behind a word that ends none."""
    each: frozenset[str]
    ordinals: Ordinals
    mute: frozenset[str]
    """Marks that say nothing of a number behind them."""

    @staticmethod
    def load(files: RuleFiles) -> Leads:
        """Read what stands before numbers: comparators, names, words of the calendar and of ranges, currencies ..."""
        phrases = _numbering(files)
        ranges = files.lists("ranges", *RANGE_LISTS)
        simple: tuple[tuple[frozenset[str], LeadKind], ...] = (
            (files.words("not_names"), "plain"),
            (files.words("vague"), "vague"),
            (ranges["opens"], "opens"),
            (ranges["between"], "between"),
            (files.lists("money", *MONEY_LISTS)["before"], "money"),
            (files.words("currencies_before"), "currency"),
            (files.words("minus_before"), "minus"),
        )
        for words, kind in simple:
            phrases.update(dict.fromkeys(words, Lead(kind)))
        phrases.update((word, Lead("comparison", comparison)) for word, comparison in comparisons(files).items())
        return Leads(
            phrases=phrases,
            backwards=_backwards(phrases),
            each=files.words("each_words"),
            ordinals=Ordinals.load(files),
            mute=_MARKS.difference(phrases),
        )

    def before(self, folded: str, start: int, floor: int) -> LeadHit | None:
        """The longest known phrase that ends right before ``start`` and begins no earlier than ``floor``.

        ``floor`` is near ``start``: the cost grows with the words between.

        >>> from extract.rulefiles import load
        >>> leads = Leads.load(load())
        >>> [leads.before(text, len(text) - 2, 0).lead.kind for text in ("tặng gần 45", "ở khu phố 12", "sáng ngày 12")]
        ['comparison', 'name', 'day']
        """
        before = folded[floor:start]
        if before[-1:] != " ":
            return self._close(folded, start, floor) if before else None
        rest, _, word = before[:-1].rpartition(" ")
        node = self.backwards.get(word)
        if node is None:  # as before most numbers
            return None if word.isalpha() or word in self.mute else self._close(folded, start, floor)
        more, lead = rest, node.lead
        while rest:
            rest, _, word = rest.rpartition(" ")
            node = node.before.get(word)
            if node is None:
                if word.isalpha() or word in self.mute:
                    break
                return self._close(folded, start, floor)
            if node.lead is not None:
                more, lead = rest, node.lead
        if lead is None:
            return None
        begin = floor + len(more) + (1 if more or before[:1] == " " else 0)
        return LeadHit(begin, lead, lead.kind in NAMES and begin > floor and self._is_each(more))

    def _close(self, folded: str, start: int, floor: int) -> LeadHit | None:
        """The same where no plain word and one space stand before: a sign, a dot or colon, two spaces, no space."""
        closest = start - 2 if folded[start - 1] == " " and start - 1 > floor else start - 1
        if not folded[closest].isalpha() and folded[closest] not in " .:":
            return self._sign(folded, closest, floor)
        return self._marked(folded, start, floor)

    def _sign(self, folded: str, position: int, floor: int) -> LeadHit | None:
        """A sign before a number, with the letters that belong to it: "~", "$", "US$"."""
        sign = self.phrases.get(folded[position])
        if sign is None:
            return None
        begin = position
        while begin > floor and folded[begin - 1].isalpha():
            begin -= 1
        longer = self.phrases.get(folded[begin : position + 1])
        return LeadHit(position, sign, each=False) if longer is None else LeadHit(begin, longer, each=False)

    def _marked(self, folded: str, start: int, floor: int) -> LeadHit | None:
        """The same where a dot or colon, two spaces or no space stand between, or a bracket before the word."""
        end = start
        while end > floor and start - end < _MOST_SPACES and folded[end - 1] == " ":
            end -= 1
        mark = folded[end - 1] if end > floor and folded[end - 1] in ".:" else ""
        if mark:
            end -= 2 if folded[max(end - 2, floor)] == " " else 1
        words = _words_before(folded, end, floor)
        if not words:
            return None
        begin, at = end - len(words), 0
        while True:
            phrase = words[at:]
            lead = self.phrases.get(phrase + mark) if mark else self.phrases.get(phrase)
            if lead is None and mark == ":":
                lead = self.phrases.get(phrase)
                lead = lead if lead is not None and lead.kind in _BEFORE_COLON else None
            if lead is not None:
                return LeadHit(begin + at, lead, at > 0 and lead.kind in NAMES and self._is_each(words[:at]))
            following = words.find(" ", at)
            if following < 0:
                return None
            at = following + 1

    def _is_each(self, words: str) -> bool:
        words = words.rstrip()
        return (
            words in self.each or words.rpartition(" ")[2] in self.each or " ".join(words.split(" ")[-2:]) in self.each
        )


def _words_before(folded: str, end: int, floor: int) -> str:
    """The last words, one space between them, that end right before ``end``; ``""`` if no letter stands there."""
    words: list[str] = []
    for part in reversed(folded[floor:end].rsplit(" ", _MOST_WORDS)[-_MOST_WORDS:]):
        letters = part if part.isalpha() else _LAST_LETTERS.search(part)
        if letters is None:
            break
        words.append(letters if isinstance(letters, str) else letters[0])
        if letters is not part:
            break
    return " ".join(reversed(words))


def _numbering(files: RuleFiles) -> dict[str, Lead]:
    """The words of names and of the calendar."""
    phrases: dict[str, Lead] = {}
    for key, kinds in (("numbered_names", NAMES), ("calendar", CALENDAR)):
        for kind, words in files.lists(key, *kinds).items():
            phrases.update(dict.fromkeys(words, Lead(cast("LeadKind", kind))))
    for phrase, lead in _marked(files, "weak_names", phrases):
        phrases[phrase] = lead._replace(weak=True)
    for phrase, lead in _marked(files, "names_in_parts", phrases):
        phrases[phrase] = lead._replace(parted=True)
    for node in files.sections("names_within"):
        for name, wholes in node.mapping().items():
            if fold(name) not in phrases:
                wholes.fail(f"'{name}' is no name word", "list it under numbered_names: too, or remove it")
            phrases[fold(name)] = phrases[fold(name)]._replace(within=frozenset(map(fold, wholes.texts())))
    return phrases


def _marked(files: RuleFiles, section: str, phrases: dict[str, Lead]) -> Iterator[tuple[str, Lead]]:
    """The words of a section and what is known of them; each has to be a name word already."""
    for node in files.sections(section):
        for word in node.nodes():
            known = phrases.get(fold(word.text()))
            if known is None:
                word.fail(f"'{word.text()}' is no name word", "list it under numbered_names: too, or remove it")
            yield fold(word.text()), known
