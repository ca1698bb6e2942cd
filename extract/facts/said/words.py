"""The words of periods that are told from the time of the page, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

import regex

from extract.joints import Joints
from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.lex.times.calendar import Calendar
    from extract.rulefiles import RuleFiles

Span: TypeAlias = Literal["week", "month", "quarter", "year", "school_year", "term"]
"""What such a period is one of."""
Side: TypeAlias = Literal["before", "past", "now", "next"]
"""Where it lies: the one before the page's own, the one that a page looks back on, its own, the one to come."""
_SPANS: tuple[Span, ...] = get_args(Span)
_SIDES: tuple[Side, ...] = get_args(Side)
_COUNTED = frozenset({"week", "month", "quarter", "year"})
_LISTS = ("same", "many", "goes_on", "counted", "since", "start", "until_now", "opens", "part", "told", "now_again")
_COMPARED = ("compared_far", "compared_near", "compared_by", "compared_most", "times")


class Phrase(NamedTuple):
    """What "năm học trước" means."""

    unit: Span
    side: Side


@dataclass(frozen=True, slots=True)
class SaidWords:
    """The sections ``said_...`` of the rule files."""

    calendar: Calendar
    reviews: regex.Pattern[str]
    """Ends a text that looks back on the period behind it: "tổng kết công tác "."""
    phrases: dict[str, Phrase]
    units: dict[str, Span]
    """"năm" of "từ đầu năm" and "3 năm qua"."""
    ends: re.Pattern[str]
    """Finds the last word of one of ``phrases``, in a tenth of the time that these take."""
    ending: regex.Pattern[str]
    """Ends a text with one of ``phrases`` as ``words``; with ``same`` only as many months of it are meant."""
    said: regex.Pattern[str]
    """Matches the same from its start."""
    head: regex.Pattern[str]
    """All of the head of a column that ends with such a phrase: "Thực hiện năm trước"."""
    many: regex.Pattern[str]
    """Ends a text behind which such a phrase means several: "những "."""
    goes_on: regex.Pattern[str]
    """Matches behind one that is told from another day: " đó"."""
    number_before: regex.Pattern[str]
    """Ends a text that may end with a number in words: "năm " of "năm năm qua"."""
    counted: regex.Pattern[str]
    """Matches a ``number`` of a ``unit`` up to now: "3 năm qua"."""
    begun: regex.Pattern[str]
    """Finds what is told from the start of a ``unit``: "từ đầu năm"."""
    since: regex.Pattern[str]
    """Ends a text behind which a span begins: "từ cuối "."""
    until_now: regex.Pattern[str]
    """Matches behind the start of a span that ends with the page: " đến nay"; ``apart`` is the comma before it."""
    until: regex.Pattern[str]
    """Matches between the start of a span and the period that ends it: " đến hết "."""
    joined: regex.Pattern[str]
    """All between some months and the year that they are of."""
    opens: regex.Pattern[str]
    """Ends a text behind which a period opens its clause: ", riêng "."""
    ahead: regex.Pattern[str]
    """All between a figure and the one before that it is of: " của "."""
    behind: regex.Pattern[str]
    """All between the one before and its figure: " chỉ trao được "."""
    compared: regex.Pattern[str]
    """Ends a text behind which the one before is only compared with: "so với số suất của "."""
    now_again: regex.Pattern[str]
    """Finds what ends the reach of the one before: "nay"."""
    outcome: regex.Pattern[str]
    """Finds what does so behind its figure: "xuống còn"."""
    most: regex.Pattern[str]
    """Ends a text that only tells the most of the span behind it: "cao nhất trong "."""

    @classmethod
    def load(cls, files: RuleFiles, calendar: Calendar, reviews: regex.Pattern[str]) -> SaidWords:
        """Read the sections of all rule files, see ``rules/dates.yaml``; ``reviews`` are those of ``EventWords``."""
        told = files.lists("said_periods", *_LISTS, *_COMPARED, *_SPANS)
        one = {name: any_of(words) for name, words in told.items()}
        of, joints = files.any_of("period_of"), Joints.load(files)
        phrases = _phrases(files)
        units = {word: unit for unit in _SPANS for word in told[unit]}
        counted = any_of(word for word, unit in units.items() if unit in _COUNTED)
        edges = any_of((*calendar.edges, *files.lists("said_units", *_COUNTED, "day")["month"]))
        part = any_of((*calendar.edges, *told["part"]))
        said = rf"(?:(?P<same>{one['same']}) (?:{of} )?)?(?P<words>{any_of(phrases)})"
        return cls(
            calendar=calendar,
            reviews=reviews,
            phrases=phrases,
            units=units,
            ends=re.compile(rf" {any_of(phrase.rsplit(' ', 1)[-1] for phrase in phrases)}(?!\w)"),
            ending=regex.compile(rf"(?r)(?<!\w){said}$"),
            said=regex.compile(rf"{said}(?!\w)"),
            head=regex.compile(
                rf"(?:(?!{any_of(files.words('compared_with'))} )[^\W\d]+ ){{0,4}}{said}(?: ?\([^()\d]*\))?"
            ),
            many=regex.compile(rf"(?r)(?<!\w){one['many']} $"),
            goes_on=regex.compile(rf" {one['goes_on']}(?!\w)"),
            number_before=regex.compile(r"(?r)(?<!\w)[^\W\d]+ $"),
            counted=regex.compile(rf"(?P<number>\w+(?: \w+)??) (?P<unit>{counted}) {one['counted']}(?!\w)"),
            begun=regex.compile(rf"(?<!\w){one['since']} {one['start']} (?P<unit>(?>{any_of(units)}))(?!\w| ?\d)"),
            since=regex.compile(rf"(?r)(?<!\w){one['since']} (?:{edges} )?$"),
            until_now=regex.compile(rf"(?P<apart> ?,)? {one['until_now']}(?!\w)"),
            until=regex.compile(rf" ?(?:-|{joints.to}) ?(?:{joints.until} )?(?:{any_of(calendar.edges)} )?"),
            joined=regex.compile(rf" (?:{of} )?"),
            opens=regex.compile(rf"(?r)(?:^|[.,:;()\n*+•–-])\s*(?:{one['opens']} ?,? )?(?:{part} )?$"),
            ahead=regex.compile(rf"(?: [^\W\d]+){{0,2}}? (?:{files.any_of('earlier_of')} )?"),
            behind=regex.compile(
                rf"(?:[ :(]*{any_of(told['told'] | files.words('earlier_joins'))}(?!\w)){{0,4}}[ :(]*"
            ),
            compared=_compared(one),
            now_again=regex.compile(rf"(?<!\w){one['now_again']}(?!\w)"),
            outcome=regex.compile(rf"(?<!\w){files.any_of('outcome_words')}(?!\w)"),
            most=regex.compile(rf"(?r)(?<!\w){one['compared_most']} (?:[^\W\d]+ ){{0,4}}$"),
        )


def _phrases(files: RuleFiles) -> dict[str, Phrase]:
    return {
        word: Phrase(unit, side) for side in _SIDES for unit, words in _of_units(files, side).items() for word in words
    }


def _of_units(files: RuleFiles, side: Side) -> Mapping[Span, frozenset[str]]:
    told = files.lists(f"said_{side}", *_SPANS)
    return {unit: told[unit] for unit in _SPANS}


def _compared(one: Mapping[str, str]) -> regex.Pattern[str]:
    """Right before it, behind some words, or behind by how much it is more or less: "bằng 95% "."""
    word = r"[^\W\d]+ "
    return regex.compile(
        rf"(?r)(?<!\w)(?:{one['compared_far']} (?:{word}){{0,6}}|{one['compared_near']} (?:{word}){{0,2}}"
        rf"|{one['compared_by']} (?:{word})?[\d.,/]+ ?{one['times']} (?:{word})?)$"
    )
