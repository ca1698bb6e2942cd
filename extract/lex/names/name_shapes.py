"""All shapes of numbers that are names, compiled once from the words of the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.labels_in_turn import LabelsInTurn
from extract.lex.names.fixed_names import FixedNames
from extract.lex.names.quoted_names import QuotedNames
from extract.lex.units import WORD
from extract.text import any_of

if TYPE_CHECKING:
    from extract.joints import Joints
    from extract.rulefiles import RuleFiles

_NAME_NUMBER = r"(?:\d{1,4}(?:[/-]\d{1,4})*+(?:[a-zđ]\d{0,2}(?!\w)|(?!\w|[.,]\d))|[ivx]{1,5}(?!\w|[.,]\d))"
NAME_NUMBER = re.compile(_NAME_NUMBER)
"""A number that may be a name: "5", "12a", "5/2", "IV"."""
_DEGREES = r"\d{1,3}(?:[.,]\d{1,6})?"
_MINUTES = rf" ?{_DEGREES} ?['′](?: ?{_DEGREES} ?(?:[\"″]|''))?"


@dataclass(frozen=True, slots=True)
class FurtherNames:
    """What joins further numbers to one that is a name, compiled."""

    more: re.Pattern[str]
    """The next number, with what joins it."""
    starts: frozenset[str]
    """What that may begin with, spaces aside."""
    terms: frozenset[str]
    """Units that are terms with a number: "khóa"."""
    term_behind: re.Pattern[str]
    """The number of a term, and nothing counted behind it."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> FurtherNames:
        """Read ``numbered_terms`` of all rule files."""
        terms = files.lists("numbered_terms", "words", "behind")
        return FurtherNames(
            more=re.compile(rf" ?(?:[,&+-]|{joints.any}) ?(?=\d)(?P<number>{_NAME_NUMBER})(?! ?[%/])"),
            starts=frozenset(",-&+").union(word[0] for word in joints.words),
            terms=terms["words"],
            term_behind=re.compile(rf" \d{{1,2}}(?=[,.;:)\n]|$| {any_of(terms['behind'])} )"),
        )


class Announced(NamedTuple):
    """What may stand between what was counted and its names, from the section ``names_announced``: ", gồm: "."""

    pattern: re.Pattern[str]
    """Up to the end of the names."""
    names: re.Pattern[str]
    """The names alone."""
    starts: frozenset[str]
    """The two characters that ``pattern`` begins with."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> Announced:
        """Read the section of all rule files."""
        words = files.words("names_announced")
        in_brackets = r"\d{1,3}(?: ?; ?\d{1,3})+(?= ?\))"
        listed = rf"\d{{1,3}}(?:(?: ?, ?|,? {joints.both} )\d{{1,3}})+"
        names = rf"(?P<list>{in_brackets}|{listed})(?![\w/]|[.,]\d| ?%)"
        pattern = re.compile(rf"(?:,? {any_of(words)} ?:? ?\(?| ?[:(] ?){names}")
        return Announced(
            pattern, re.compile(names), frozenset({", ", " (", " :", ": ", *(f" {word[0]}" for word in words)})
        )

    def match(self, folded: str, end: int) -> re.Match[str] | None:
        """The names behind what was counted up to ``end``."""
        return self.pattern.match(folded, end) if folded[end : end + 2] in self.starts else None


@dataclass(frozen=True, slots=True)
class NameShapes:
    """What the readers of ``extract.lex.names`` look for."""

    fixed: FixedNames
    quoted: QuotedNames
    in_turn: LabelsInTurn
    further: FurtherNames
    announced: Announced
    several_of: regex.Pattern[str]
    """Backwards from the first number, "các" and what has numbers for names: "các khu phố "."""
    places: regex.Pattern[str]
    """Backwards from the number of a place or a firm, "xã Bàu Hàm "; in the group "firm" the word of firms."""
    schools: regex.Pattern[str]
    """Backwards from the number of a school: "Tiểu học "."""
    going_on: regex.Pattern[str]
    """Behind a name that ends in a number, another without one: ", Xuân Lộc"."""
    coordinates: re.Pattern[str]
    """Degrees with minutes or with a side of the globe."""
    varieties: regex.Pattern[str]
    """From a word that tells of varieties to the end."""
    houses: re.Pattern[str]
    """The number of a house without a slash, before a street and the place it is in."""
    addressed: regex.Pattern[str]
    """Backwards from the number of a house, the word for one and the houses between: "khu đất 8 Lê Duẩn, "."""
    street_ends: re.Pattern[str]
    """What goes on an address: ", phường"."""
    things: regex.Pattern[str]
    """Backwards from the number of a thing that has one in its name: "tàu SAR ", in the group "name" the words."""
    row_heads: regex.Pattern[str]
    """The last line that is the head of a column of row numbers: "STT"."""
    changes: frozenset[str]
    """Words that a number goes on with, and no name: "Tân Lập 12 giảm 3"."""
    scales: tuple[str, ...]
    """What stands before the scale of a map, the space included."""
    scored: tuple[str, ...]
    """What stands before the score of a game, the space included."""

    @staticmethod
    def load(files: RuleFiles, joints: Joints) -> NameShapes:
        """Read the sections of names of all rule files.

        Raises ``RuleError`` with file and line for one that cannot be used.

        >>> from extract.joints import Joints
        >>> from extract.rulefiles import load
        >>> NameShapes.load(load(), Joints.load(load())).schools.match("tiểu học 2", 0, 9).start()
        0
        """
        return NameShapes(
            fixed=FixedNames.load(files),
            quoted=QuotedNames.load(files, joints),
            in_turn=LabelsInTurn.load(files, joints),
            further=FurtherNames.load(files, joints),
            announced=Announced.load(files, joints),
            several_of=_several_of(files),
            places=_places(files),
            schools=regex.compile(rf"(?r)(?<!\w){files.any_of('numbered_schools')} "),
            going_on=regex.compile(rf"[ ]?(?:\([^()\n]*\)[ ]?)?(?:,|{joints.both})(?:[ ]\p{{Lu}}\p{{L}}*+)++(?![ ]\d)"),
            coordinates=_coordinates(files),
            varieties=regex.compile(rf"(?r)(?<!\w){files.any_of('varieties')}(?!\w)(?:[^.\n\t]|\.(?=\w))*"),
            houses=re.compile(rf"\d{{1,4}}[a-z]?(?= {WORD}(?: {WORD}){{1,3}}, {files.any_of('street_ends')}(?!\w))"),
            addressed=_addressed(files, joints),
            street_ends=re.compile(rf" ?, {files.any_of('street_ends')}(?!\w)"),
            things=regex.compile(rf"(?r)(?<!\w){files.any_of('named_things')} (?<name>{WORD}(?: {WORD}){{0,2}}?) "),
            row_heads=regex.compile(rf"(?r)\n{files.any_of('row_heads')}\n"),
            changes=files.words("changes_behind"),
            scales=tuple(f"{word} " for word in sorted(files.words("scales_told"))),
            scored=tuple(f"{word} " for word in sorted(files.words("scored"))),
        )


def _several_of(files: RuleFiles) -> regex.Pattern[str]:
    """What tells of several that have numbers for names: "các" and a word of ``numbered_names``, "các khu phố "."""
    names = {word for section in files.sections("numbered_names") for word in section.need("name").texts()}
    return regex.compile(rf"(?r)(?<!\w){files.any_of('several_words')} {any_of(names)} ")


def _places(files: RuleFiles) -> regex.Pattern[str]:
    """What stands before the number of a place or a firm, from ``named_places`` and ``named_firms``.

    "xã Bàu Hàm " of "xã Bàu Hàm 2"; in the group "firm" the word of firms: "công ty" of "Công ty Hóa chất 21".
    """
    places, firms, no_places = (files.any_of(key) for key in ("named_places", "named_firms", "no_named_places"))
    return regex.compile(
        rf"(?r)(?<!\w)(?:(?!{no_places}(?!\w)){places}(?<name>(?: {WORD}){{1,4}}?)"
        rf"|(?<firm>{firms})(?<name>(?: {WORD}){{1,9}}?)) "
    )


def _addressed(files: RuleFiles, joints: Joints) -> regex.Pattern[str]:
    """What stands before the number of a house, from ``houses`` and ``buildings``.

    A word for one and the houses between ("tại 57 Lê Duẩn, 2 Đống Đa, "), or a building, a bracket ("Tòa nhà Xanh (").
    """
    words = rf"{WORD}(?: {WORD}){{0,3}}"
    house = rf"\d{{1,4}}[a-z]?(?: ?[-–] ?\d{{1,4}}[a-z]?)* {words}(?: ?[,;]| {joints.both}) "
    leads = rf"{files.any_of('houses')}(?: ?:)? |{files.any_of('buildings')} {words} ?\( ?"
    return regex.compile(rf"(?r)(?<!\w)(?:{leads})(?:{house})*")


def _coordinates(files: RuleFiles) -> re.Pattern[str]:
    """Degrees with minutes, or with a side of the globe from the section ``sides_of_the_globe``."""
    side = rf"{files.any_of('sides_of_the_globe')}(?!\w)"
    return re.compile(
        rf"{_DEGREES} ?(?:[°º˚] ?(?:{_MINUTES}|{side}|[-–] ?{_DEGREES} ?[°º˚] ?{side})"
        rf"|[-–] ?{_DEGREES} ?[°º˚] ?{side}|o{_MINUTES})"
    )
