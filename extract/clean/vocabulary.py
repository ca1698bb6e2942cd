"""The wording of furniture, read from the ``clean`` sections of the rule files and compiled once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

import regex

from extract.clean.date_lines import DateLines
from extract.clean.landmarks import Landmarks
from extract.clean.sites import load_sites
from extract.codes import DropReason
from extract.errors import RuleError
from extract.rulefiles import shipped_rules
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from extract.clean.line import Line
    from extract.clean.sites import Site
    from extract.rulefiles import Node, RuleFiles

_REASONS: dict[str, DropReason] = {reason: reason for reason in get_args(DropReason)}
_LABEL_KINDS = ("byline", "source", "photo", "date", "counter")
_TEXT_LISTS = (
    "related_headings",
    "date_words",
    "date_tails",
    "clock_words",
    "not_an_author",
    "byline_openers",
    "caption_tails",
    "not_a_name",
    "place_units",
    "place_bodies",
    "no_place_words",
    "photo_agencies",
    "months",
    "appeals",
    "title_marks",
    "footer_marks",
    "cell_words",
    "cell_heads",
)
LANDMARKS = (
    *("menu", "related", "comment", "share", "counter", "poll", "footer", "banner", "aside", "ad"),
    *("hidden", "date", "byline", "caption", "title", "article"),
)

_LEAD = r"""[\s"›<>•*|\[(·▪+#-]*"""
_TRAILING = ' \t:.…|"›>])·!-'
_TRAIL = r"""[\s:.…|"›>\])·!-]*+"""
_AROUND = " \t:.…|\"'›»<>•*[](){}·▪+#!-"
_SLOTS = {
    "{number}": r"(?:\d[\d.,]*+)?+",
    "{name}": r"\p{L}[\p{L}.'-]*+(?:\ \p{L}[\p{L}.'-]*+){0,5}+",
    "{word}": r"[\p{L}\d._-]++",
    "...": r".{0,300}",
}
_FIRST_WORD = regex.compile(r"\p{L}\w*+")
_SLOT_NAME = regex.compile(r"\{\w+\}|\.\.\.")
_SLOT = regex.compile(r"\{\w+\}|\.\.\.|\s+|[^{.\s]+|.")


@dataclass(frozen=True, slots=True)
class CleanVocabulary:
    """Everything that the stage knows of wording."""

    landmarks: Landmarks
    phrases: dict[str, DropReason]
    """Whole lines of furniture, ``bare``, and their reasons."""
    headings: frozenset[str]
    """Headings over links to other pages, ``bare``."""
    heading_words: frozenset[str]
    """The first words of all of them."""
    headings_by: dict[str, regex.Pattern[str]]
    """Those with slots, by their first word: fullmatch on a folded line."""
    opened_by: dict[str, regex.Pattern[str]]
    """The same for lines of furniture, ``""`` for phrases without a word; the group that matched names the reason."""
    closed_by: dict[str, regex.Pattern[str]]
    """By the last word, for phrases that begin with anything."""
    label: regex.Pattern[str]
    """Match at a label in a folded line; the group that matched names its kind."""
    label_words: frozenset[str]
    """The first words of labels."""
    photo_label: regex.Pattern[str]
    """Search for a label of a photo or a source in a folded text."""
    photo_agency: regex.Pattern[str]
    """Search for the name of an agency at the end of a folded text."""
    appeal_marks: tuple[str, ...]
    date_lines: DateLines
    day_in_words: regex.Pattern[str]
    """Search for a day whose month has a name: "24. märz 2004"."""
    date_word: regex.Pattern[str]
    date_tail: regex.Pattern[str]
    clock_word: regex.Pattern[str]
    """Match at the start of a folded date line that tells the day of the visit."""
    not_an_author: frozenset[str]
    byline_opener: regex.Pattern[str]
    caption_tail: regex.Pattern[str]
    """Search at the end of a folded line."""
    not_a_name: frozenset[str]
    place: regex.Pattern[str]
    """Fullmatch on a folded line that names nothing but places."""
    title_mark: regex.Pattern[str]
    footer_marks: tuple[str, ...]
    footer_labels: tuple[str, ...]
    """Those that have a colon."""
    cell_words: frozenset[str]
    cell_heads: frozenset[str]
    """What may stand before the figure of a cell."""
    sites: tuple[Site, ...]
    known_lines: dict[str, Line] = field(default_factory=dict, repr=False, compare=False)
    """What ``extract.clean.furniture`` found lines to be."""

    @classmethod
    def load(cls, files: RuleFiles) -> CleanVocabulary:
        """Compile the ``clean`` sections of all files, later ones adding to earlier ones.

        Raises ``RuleError`` for a name that nothing reads, a list that is missing from all files, a reason that is
        none.

        >>> from extract.rulefiles import load
        >>> CleanVocabulary.load(load()).heads_related("các tin khác:", "các")
        True
        """
        return _Lists(files).compiled(load_sites(files), DateLines.load(files))

    def furniture(self, folded: str, first: str) -> DropReason | None:
        """The reason that a whole line is furniture by its wording, if a list has it; ``first`` is its first word."""
        reason = self.phrases.get(bare(folded))
        if reason is not None:
            return reason
        pattern = self.opened_by.get(first)
        found = pattern.fullmatch(folded) if pattern else None
        if found is None and first and not folded[0].isalnum() and "" in self.opened_by:  # "© UBND xã"
            found = self.opened_by[""].fullmatch(folded)
        if found is None:
            pattern = self.closed_by.get(_last_word(folded))
            found = pattern.fullmatch(folded) if pattern else None
        return _REASONS[str(found.lastgroup)] if found else None

    def is_foot(self, folded: str) -> bool:
        """Whether a line says what the foot of a page says, if it stands there."""
        return _has_one(self.footer_marks, folded) or (":" in folded and _has_one(self.footer_labels, folded))

    def appeals(self, folded: str) -> bool:
        """Whether a text has a word of those that ask to subscribe or to follow."""
        return _has_one(self.appeal_marks, folded)

    def heads_related(self, folded: str, first: str) -> bool:
        """Whether a whole line is a heading over links to other pages; ``first`` is its first word."""
        if first not in self.heading_words:
            return False
        if bare(folded) in self.headings:
            return True
        pattern = self.headings_by.get(first)
        return pattern is not None and pattern.fullmatch(folded) is not None


def bare(folded: str) -> str:
    """A line without what may stand around a phrase, and without colons.

    >>> bare("» các tin khác:"), bare("[ địa chỉ:  ấp 3 ]")
    ('các tin khác', 'địa chỉ ấp 3')
    """
    text = folded if folded[:1].isalnum() and folded[-1:].isalnum() else folded.strip(_AROUND)
    return " ".join(text.replace(":", " ").split()) if ":" in text else text


def _has_one(marks: Sequence[str], folded: str) -> bool:
    for mark in marks:  # noqa: SIM110 - run for each line of a page: a generator takes twice the time
        if mark in folded and _begins_word(mark, folded):
            return True
    return False


def _begins_word(mark: str, folded: str) -> bool:
    """Whether a mark stands in a line, and not inside a word."""
    at = folded.find(mark)
    while at > 0 and folded[at - 1].isalnum():
        at = folded.find(mark, at + 1)
    return at >= 0


def first_word(folded: str) -> str:
    """The first word, by which phrases are looked up; empty where there is none.

    >>> first_word("[ » in trang"), first_word("12 bình luận"), first_word("45 / 80")
    ('in', 'bình', '')
    """
    first = folded.partition(" ")[0]
    if first.isalpha():
        return first
    found = _FIRST_WORD.search(folded)
    return found[0] if found else ""


def _last_word(folded: str) -> str:
    text = folded if folded[-1:].isalnum() else folded.rstrip(_TRAILING)
    return text[text.rfind(" ") + 1 :]


class _Lists:
    """The lists of all files put together."""

    def __init__(self, files: RuleFiles) -> None:
        self.texts: dict[str, list[str]] = {name: [] for name in _TEXT_LISTS}
        self.lines: dict[str, list[str]] = {}
        self.labels: dict[str, list[str]] = {}
        self.landmarks: dict[str, list[str]] = {}
        for section in files.sections("clean"):
            section.only(*_TEXT_LISTS, "lines", "labels", "landmarks")
            for name, node in section.mapping().items():
                if name == "lines":
                    _add(node, self.lines, _REASONS)
                elif name == "labels":
                    _add(node, self.labels, _LABEL_KINDS)
                elif name == "landmarks":
                    _add(node, self.landmarks, LANDMARKS)
                else:
                    self.texts[name].extend(node.texts())
        missing = [name for name, texts in self.texts.items() if not texts]
        if missing:
            problem = f"no rule file has the list '{missing[0]}' under 'clean:'"
            raise RuleError(shipped_rules() / "clean.yaml", 0, problem, "add it, with at least one entry")

    def compiled(self, sites: tuple[Site, ...], date_lines: DateLines) -> CleanVocabulary:
        texts = self.texts
        headings = texts["related_headings"]
        return CleanVocabulary(
            landmarks=Landmarks(self.landmarks),
            phrases=self._whole_lines(),
            headings=frozenset(bare(fold(clean(one))) for one in headings if not _SLOT_NAME.search(one)),
            heading_words=frozenset(first_word(fold(clean(one))) for one in headings),
            headings_by=_by_word({"related_links": [one for one in headings if _SLOT_NAME.search(one)]}, first_word),
            opened_by=_by_word(self._where(_is_begun), first_word),
            closed_by=_by_word(self._where(_is_open), _last_word),
            label=self._label(),
            label_words=frozenset(first_word(fold(clean(word))) for words in self.labels.values() for word in words),
            photo_label=regex.compile(
                rf"(?<!\w)(?:{_any_of([*self.labels.get('photo', ()), *self.labels.get('source', ())])})(?!\w)"
            ),
            photo_agency=regex.compile(
                rf"(?<!\w)(?:{_any_of(texts['photo_agencies'])})(?!\w)(?:[\s/,.-]+[\w.-]+){{0,2}}[\s).\]]*$"
            ),
            appeal_marks=tuple(fold(mark) for mark in texts["appeals"]),
            date_lines=date_lines,
            day_in_words=_day_in_words(_any_of(texts["months"])),
            date_word=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_words'])})(?!\w)"),
            date_tail=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_tails'])})(?!\w)"),
            clock_word=regex.compile(rf"\W*+(?:{_any_of(texts['clock_words'])})(?!\w)"),
            not_an_author=frozenset(fold(text) for text in texts["not_an_author"]),
            byline_opener=regex.compile(rf"(?:{_any_of(texts['byline_openers'])})\s++"),
            caption_tail=regex.compile(rf"\s*+[-–(:]?+\s*+(?:{_any_of(texts['caption_tails'])})\s*+[.)]?+$"),
            not_a_name=frozenset(fold(text) for text in texts["not_a_name"]),
            place=_place(texts),
            title_mark=regex.compile("|".join(regex.escape(mark) for mark in texts["title_marks"])),
            footer_marks=tuple(mark for mark in map(fold, texts["footer_marks"]) if ":" not in mark),
            footer_labels=tuple(mark for mark in map(fold, texts["footer_marks"]) if ":" in mark),
            cell_words=frozenset(fold(text) for text in texts["cell_words"]),
            cell_heads=frozenset(fold(text) for text in texts["cell_heads"]),
            sites=sites,
        )

    def _whole_lines(self) -> dict[str, DropReason]:
        """Lines without slots, and why they are furniture."""
        return {
            bare(fold(clean(one))): _REASONS[reason]
            for reason, phrases in reversed(self.lines.items())
            for one in phrases
            if not _SLOT_NAME.search(one)
        }

    def _where(self, holds: Callable[[str], bool]) -> dict[str, list[str]]:
        """The lines that something holds of, by reason."""
        return {reason: [one for one in phrases if holds(one)] for reason, phrases in self.lines.items()}

    def _label(self) -> regex.Pattern[str]:
        """The label that a line begins with, in a group of its kind."""
        return regex.compile(
            "|".join(f"(?P<{kind}>{_any_of(words)})" for kind, words in self.labels.items()) or r"(?!)"
        )


def _place(texts: Mapping[str, Sequence[str]]) -> regex.Pattern[str]:
    """Places and their bodies in a row: "UBND xã Tân Hội - huyện Châu Thành"."""
    units, bodies = _any_of(texts["place_units"]), _any_of(texts["place_bodies"])
    no_name = f"{units}|{_any_of(texts['no_place_words'])}"
    return regex.compile(
        rf"(?:(?:(?:{bodies})\b|(?:{units})(?:\ (?!(?:{no_name})\b)[\p{{L}}\d']++){{0,4}}+)\s*+[-,–]?+\s*+)++"
    )


def _day_in_words(month: str) -> regex.Pattern[str]:
    """A day with its month's name, in any order: "24. märz 2004", "6 de mayo del 2014", "january 13, 2020"."""
    year = r"(?:19|20)\d\d(?!\d)"
    return regex.compile(
        rf"(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th|er|º|ª)?\s?(?:de\s)?(?:{month})\.?,?\s?(?:de\s|del\s)?(?:{year})?(?!\w)"
        rf"|(?<!\w)(?:{month})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?!\w)(?:,?\s{year})?"
    )


def _add(node: Node, lists: dict[str, list[str]], names: Iterable[str]) -> None:
    node.only(*names)
    for name, texts in node.mapping().items():
        lists.setdefault(name, []).extend(texts.texts())


def _is_open(phrase: str) -> bool:
    """Whether anything may stand before the first word of a phrase."""
    return phrase.startswith("...")


def _is_begun(phrase: str) -> bool:
    """Whether a phrase with slots begins with a word."""
    return _SLOT_NAME.search(phrase) is not None and not _is_open(phrase)


def _by_word(lists: Mapping[str, Sequence[str]], word: Callable[[str], str]) -> dict[str, regex.Pattern[str]]:
    """One pattern for all phrases that have the same first (or last) word."""
    sorted_in: dict[str, dict[str, list[str]]] = {}
    for reason, phrases in lists.items():
        for phrase in phrases:
            key = word(_SLOT_NAME.sub("", fold(clean(phrase))).strip())
            sorted_in.setdefault(key, {}).setdefault(reason, []).append(phrase)
    return {
        key: regex.compile(
            f"{_LEAD}(?:{'|'.join(f'(?P<{reason}>{_any_of(phrases)})' for reason, phrases in of_word.items())}){_TRAIL}"
        )
        for key, of_word in sorted_in.items()
    }


def _any_of(phrases: Sequence[str]) -> str:
    """Alternatives, the longest first, so that "tin, ảnh" is not read as "tin"."""
    return "|".join(sorted({_pattern(phrase) for phrase in phrases}, key=len, reverse=True))


def _pattern(phrase: str) -> str:
    parts = []
    for part in _SLOT.findall(fold(clean(phrase))):
        if part in _SLOTS:
            parts.append(_SLOTS[part])
        elif part.isspace():
            parts.append(r"[\s:]*+")
        else:
            parts.append(regex.escape(part))
    return "".join(parts)
