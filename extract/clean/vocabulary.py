"""The wording of furniture, read from the ``clean`` sections of the rule files and compiled once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import regex

from extract.clean.landmarks import Landmarks
from extract.errors import RuleError
from extract.model import DropReason
from extract.rulefiles import shipped_rules
from extract.text import clean, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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
_TRAIL = r"""[\s:.…|"›>\])·-]*+"""
_SLOTS = {
    "{number}": r"(?:\d[\d.,]*+)?+",
    "{name}": r"\p{L}[\p{L}.'-]*+(?:\ \p{L}[\p{L}.'-]*+){0,5}+",
    "{word}": r"[\p{L}\d._-]++",
    "...": r".{0,160}",
}
_FIRST_WORD = regex.compile(r"\p{L}[\w]*+")
_SLOT = regex.compile(r"\{\w+\}|\.\.\.|\s+|[^{.\s]+|.")


@dataclass(frozen=True, slots=True)
class CleanVocabulary:
    """Everything that the stage knows of wording."""

    landmarks: Landmarks
    related_heading: regex.Pattern[str]
    """Fullmatch on a folded line, as the next."""
    lines: dict[str, regex.Pattern[str]]
    """By the first word of the phrases, ``""`` for those that begin with a slot: fullmatch on a folded line; the
    group that
    matched names the reason."""
    label: regex.Pattern[str]
    """Match at a label in a folded line; the group that matched names its kind."""
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
    footer_mark: regex.Pattern[str]

    @classmethod
    def load(cls, files: RuleFiles) -> CleanVocabulary:
        """Compile the ``clean`` sections of all files, later ones adding to earlier ones.

        Raises ``RuleError`` for a name that nothing reads, a list that is missing from all files, a reason that is
        none.

        >>> from extract.rulefiles import load
        >>> bool(CleanVocabulary.load(load()).related_heading.fullmatch("các tin khác:"))
        True
        """
        return _Lists(files).compiled()

    def furniture(self, folded: str) -> DropReason | None:
        """The reason that a whole line is furniture by its wording, if a list has it."""
        first = _FIRST_WORD.search(folded)
        for key in (first[0] if first else "", ""):
            pattern = self.lines.get(key)
            found = pattern.fullmatch(folded) if pattern else None
            if found:
                return _REASONS[str(found.lastgroup)]
        return None


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

    def compiled(self) -> CleanVocabulary:
        texts = self.texts
        units = _any_of(texts["place_units"])
        return CleanVocabulary(
            landmarks=Landmarks(self.landmarks),
            related_heading=_whole_line(texts["related_headings"]),
            lines=_by_first_word(self.lines),
            label=regex.compile(
                "|".join(f"(?P<{kind}>{_any_of(words)})" for kind, words in self.labels.items()) or r"(?!)"
            ),
            date_word=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_words'])})(?!\w)"),
            date_tail=regex.compile(rf"(?<!\w)(?:{_any_of(texts['date_tails'])})(?!\w)"),
            not_an_author=frozenset(fold(text) for text in texts["not_an_author"]),
            byline_opener=regex.compile(rf"(?:{_any_of(texts['byline_openers'])})\s++"),
            caption_tail=regex.compile(rf"\s*+[-–(:]?+\s*+(?:{_any_of(texts['caption_tails'])})\s*+[.)]?+$"),
            not_a_name=frozenset(fold(text) for text in texts["not_a_name"]),
            place=regex.compile(rf"(?:(?:{units})(?:\ (?!(?:{units})\b)[\p{{L}}\d']++){{0,4}}+\s*+[-,–]?+\s*+)++"),
            title_mark=regex.compile("|".join(regex.escape(mark) for mark in texts["title_marks"])),
            footer_mark=regex.compile(
                "|".join(rf"(?<!\w){regex.escape(fold(mark))}" for mark in texts["footer_marks"])
            ),
        )


def _add(node: Node, lists: dict[str, list[str]], names: Iterable[str]) -> None:
    node.only(*names)
    for name, texts in node.mapping().items():
        lists.setdefault(name, []).extend(texts.texts())


def _by_first_word(lists: Mapping[str, Sequence[str]]) -> dict[str, regex.Pattern[str]]:
    sorted_in: dict[str, dict[str, list[str]]] = {}
    for reason, phrases in lists.items():
        for phrase in phrases:
            first = _FIRST_WORD.match(fold(clean(phrase)))
            sorted_in.setdefault(first[0] if first else "", {}).setdefault(reason, []).append(phrase)
    return {
        word: regex.compile(
            f"{_LEAD}(?:{'|'.join(f'(?P<{reason}>{_any_of(phrases)})' for reason, phrases in of_word.items())}){_TRAIL}"
        )
        for word, of_word in sorted_in.items()
    }


def _any_of(phrases: Sequence[str]) -> str:
    """Alternatives, the longest first, so that "tin, ảnh" is not read as "tin"."""
    return "|".join(sorted({_pattern(phrase) for phrase in phrases}, key=len, reverse=True))


def _whole_line(phrases: Sequence[str]) -> regex.Pattern[str]:
    return regex.compile(rf"{_LEAD}(?:{_any_of(phrases)}){_TRAIL}")


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
