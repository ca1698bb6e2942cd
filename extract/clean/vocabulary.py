"""The wording of furniture, read from the ``clean`` sections of the rule files and compiled once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, get_args

import regex

from extract.clean.landmarks import Landmarks
from extract.clean.sites import load_sites
from extract.errors import RuleError
from extract.model import DropReason
from extract.rulefiles import shipped_rules
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from extract.clean.furniture import Line
    from extract.clean.sites import Site
    from extract.rulefiles import Node, RuleFiles

_REASONS: dict[str, DropReason] = {reason: reason for reason in get_args(DropReason)}
LABEL_KINDS = ("byline", "source", "photo", "date", "counter")
_TEXT_LISTS = (
    "related_headings",
    "date_words",
    "date_tails",
    "not_an_author",
    "byline_openers",
    "caption_tails",
    "not_a_name",
    "place_units",
    "title_marks",
    "footer_marks",
)
LANDMARKS = (
    *("menu", "related", "comment", "share", "counter", "poll", "footer", "banner", "aside", "ad"),
    *("hidden", "date", "byline", "caption", "title", "article"),
)

_LEAD = r"""[\s"›<>•*|\[(·▪+#-]*"""
_TRAILING = ' \t:.…|"›>])·-'
_TRAIL = r"""[\s:.…|"›>\])·-]*+"""
_SLOTS = {
    "{number}": r"(?:\d[\d.,]*+)?+",
    "{name}": r"\p{L}[\p{L}.'-]*+(?:\ \p{L}[\p{L}.'-]*+){0,5}+",
    "{word}": r"[\p{L}\d._-]++",
    "...": r".{0,160}",
}
_FIRST_WORD = regex.compile(r"\p{L}\w*+")
_SLOT_NAME = regex.compile(r"\{\w+\}|\.\.\.")
_SLOT = regex.compile(r"\{\w+\}|\.\.\.|\s+|[^{.\s]+|.")


@dataclass(frozen=True, slots=True)
class CleanVocabulary:
    """Everything that the stage knows of wording."""

    landmarks: Landmarks
    related: dict[str, regex.Pattern[str]]
    """By the first word of the phrases: fullmatch on a folded line."""
    opened_by: dict[str, regex.Pattern[str]]
    """The same for lines of furniture, ``""`` for phrases without a word; the group that matched names the reason."""
    closed_by: dict[str, regex.Pattern[str]]
    """By the last word, for phrases that begin with anything."""
    label: regex.Pattern[str]
    """Match at a label in a folded line; the group that matched names its kind."""
    label_words: frozenset[str]
    """The first words of labels."""
    date_word: regex.Pattern[str]
    date_tail: regex.Pattern[str]
    not_an_author: frozenset[str]
    byline_opener: regex.Pattern[str]
    caption_tail: regex.Pattern[str]
    """Search at the end of a folded line."""
    not_a_name: frozenset[str]
    place: regex.Pattern[str]
    """Fullmatch on a folded line that names nothing but places."""
    title_mark: regex.Pattern[str]
    footer_marks: tuple[str, ...]
    sites: tuple[Site, ...]
    known_lines: dict[str, Line] = field(default_factory=dict, repr=False, compare=False)
    """What ``extract.clean.furniture`` found lines to be."""

    @classmethod
    def load(cls, files: RuleFiles) -> CleanVocabulary:
        """Compile the ``clean`` sections of all files, later ones adding to earlier ones.

        Raises ``RuleError`` for a name that nothing reads, a list that is missing from all files, a reason that is
        none.

        >>> from extract.rulefiles import load
        >>> CleanVocabulary.load(load()).heads_related("các tin khác:")
        True
        """
        return _Lists(files).compiled(load_sites(files))

    def furniture(self, folded: str) -> DropReason | None:
        """The reason that a whole line is furniture by its wording, if a list has it."""
        pattern = self.opened_by.get(first_word(folded))
        found = pattern.fullmatch(folded) if pattern else None
        if found is None and not folded[:1].isalnum() and "" in self.opened_by:  # "© UBND xã"
            found = self.opened_by[""].fullmatch(folded)
        if found is None:
            pattern = self.closed_by.get(_last_word(folded))
            found = pattern.fullmatch(folded) if pattern else None
        return _REASONS[str(found.lastgroup)] if found else None

    def is_foot(self, folded: str) -> bool:
        """Whether a line says what the foot of a page says, if it stands there."""
        return any(mark in folded and _begins_word(mark, folded) for mark in self.footer_marks)

    def heads_related(self, folded: str) -> bool:
        """Whether a whole line is a heading over links to other pages."""
        pattern = self.related.get(first_word(folded))
        return pattern is not None and pattern.fullmatch(folded) is not None


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
    return folded.rstrip(_TRAILING).rpartition(" ")[2]


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
                    _add(node, self.labels, LABEL_KINDS)
                elif name == "landmarks":
                    _add(node, self.landmarks, LANDMARKS)
                else:
                    self.texts[name].extend(node.texts())
        missing = [name for name, texts in self.texts.items() if not texts]
        if missing:
            problem = f"no rule file has the list '{missing[0]}' under 'clean:'"
            raise RuleError(shipped_rules() / "clean.yaml", 0, problem, "add it, with at least one entry")

    def compiled(self, sites: tuple[Site, ...]) -> CleanVocabulary:
        texts = self.texts
        units = _any_of(texts["place_units"])
        return CleanVocabulary(
            landmarks=Landmarks(self.landmarks),
            related=_by_word({"related_links": texts["related_headings"]}, first_word),
            opened_by=_by_word(
                {reason: [one for one in phrases if not _is_open(one)] for reason, phrases in self.lines.items()},
                first_word,
            ),
            closed_by=_by_word(
                {reason: [one for one in phrases if _is_open(one)] for reason, phrases in self.lines.items()},
                _last_word,
            ),
            label=regex.compile(
                "|".join(f"(?P<{kind}>{_any_of(words)})" for kind, words in self.labels.items()) or r"(?!)"
            ),
            label_words=frozenset(first_word(fold(clean(word))) for words in self.labels.values() for word in words),
            date_word=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_words'])})(?!\w)"),
            date_tail=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_tails'])})(?!\w)"),
            not_an_author=frozenset(fold(text) for text in texts["not_an_author"]),
            byline_opener=regex.compile(rf"(?:{_any_of(texts['byline_openers'])})\s++"),
            caption_tail=regex.compile(rf"\s*+[-–(:]?+\s*+(?:{_any_of(texts['caption_tails'])})\s*+[.)]?+$"),
            not_a_name=frozenset(fold(text) for text in texts["not_a_name"]),
            place=regex.compile(rf"(?:(?:{units})(?:\ (?!(?:{units})\b)[\p{{L}}\d']++){{0,4}}+\s*+[-,–]?+\s*+)++"),
            title_mark=regex.compile("|".join(regex.escape(mark) for mark in texts["title_marks"])),
            footer_marks=tuple(fold(mark) for mark in texts["footer_marks"]),
            sites=sites,
        )


def _add(node: Node, lists: dict[str, list[str]], names: Iterable[str]) -> None:
    node.only(*names)
    for name, texts in node.mapping().items():
        lists.setdefault(name, []).extend(texts.texts())


def _is_open(phrase: str) -> bool:
    """Whether anything may stand before the first word of a phrase."""
    return phrase.startswith("...")


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
