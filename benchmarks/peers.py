# ruff: noqa: INP001 - a script, no package
"""The Vietnamese tests of other projects, read out of their checkouts, put to the readers of numbers, money and dates.

    python benchmarks/peers.py DUCKLING NEMO

Checkouts of https://github.com/facebook/duckling and https://github.com/NVIDIA/NeMo-text-processing. Nothing of theirs
is part of this project: their files are parsed as they stand. A case agrees where every part of the answer does; one
that asks for no number is left out. Every miss is listed. Exit code 1 if a suite falls below its bar. vietnam-number
(``pip install vietnam-number``) stands beside where it is installed.
"""

from __future__ import annotations

import argparse
import sys
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex
from rich.console import Console
from rich.table import Table

from extract.lex import LexVocabulary, lex
from extract.lex.numerals import Measured, Numerals
from extract.lex.times.calendar import Calendar, Days
from extract.rulefiles import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.rulefiles import RuleFiles

_EXAMPLES = regex.compile(r"examples \((?<value>.+?)\)\s*\[(?<strings>[^\]]*)\]")
_STRING = regex.compile(r'"([^"]*)"')
_NEMO = Path("tests/nemo_text_processing/vi/data_inverse_text_normalization")


class Case(NamedTuple):
    """One string of a suite."""

    written: str
    asked: object
    """What the other project says it means, ``None`` if it says nothing."""
    read: object
    beside: object = None
    """What vietnam-number reads, where it is asked."""


class Suite(NamedTuple):
    """Cases of one kind, and how many of them must agree."""

    name: str
    cases: list[Case]
    least: float | None = None
    """The share of agreement below which the suite has failed."""

    @property
    def asked(self) -> list[Case]:
        """The cases that ask for something."""
        return [case for case in self.cases if case.asked is not None]

    @property
    def agreed(self) -> int:
        """How many of them are read alike."""
        return sum(case.asked == case.read for case in self.asked)

    @property
    def beside(self) -> int:
        """The same by vietnam-number, 0 if it is not installed or not asked."""
        return sum(case.asked == case.beside for case in self.asked)


def _vietnam_number(written: str) -> Fraction | None:
    """What https://pypi.org/project/vietnam-number reads, where it is installed; ``None`` if it refuses."""
    try:
        return Fraction(str(import_module("vietnam_number").w2n(written)))
    except (ImportError, ValueError, KeyError, IndexError, TypeError):
        return None


# ------------------------------------------------------------------------------------------------------------- Duckling


def examples(file: Path) -> Iterator[tuple[str, str]]:
    """Every string of a corpus with the Haskell expression of its value."""
    for match in _EXAMPLES.finditer(file.read_text(encoding="utf-8")):
        yield from ((string, match["value"]) for string in _STRING.findall(match["strings"]))


def duckling_numerals(checkout: Path, files: RuleFiles) -> Suite:
    """Numbers that are all of a string."""
    numerals = Numerals.load(files)
    cases = []
    for written, value in examples(checkout / "Duckling/Numeral/VI/Corpus.hs"):
        asked = Fraction(value.removeprefix("NumeralValue ").strip("()"))
        cases.append(Case(written, asked, numerals.value(written), _vietnam_number(written)))
    return Suite("Duckling Numeral/VI", cases, 1)


def duckling_money(checkout: Path, files: RuleFiles) -> Suite:
    """Amounts of đồng, found in the string as in any text: a value, a range, a limit."""
    vocabulary = LexVocabulary.load(files)
    cases = []
    for written, value in examples(checkout / "Duckling/AmountOfMoney/VI/Corpus.hs"):
        kind, currency, *numbers = regex.findall(r"[\w.]+", value)
        if currency != "VND":
            continue
        low, high = Fraction(numbers[0]), Fraction(numbers[-1])
        asked = {"simple": (low, low), "between": (low, high), "under": (None, high), "above": (low, None)}[kind]
        read = [
            _limits(q.comparator, q.value, q.value_max)
            for q in lex(written, vocabulary).quantities
            if q.kind == "money"
        ]
        cases.append(Case(written, asked, read[0] if len(read) == 1 else read))
    return Suite("Duckling AmountOfMoney/VI, đồng", cases, 1)


def _limits(comparator: str, value: float, value_max: float | None) -> tuple[Fraction | None, Fraction | None]:
    if comparator in {"lt", "le"}:
        return None, Fraction(value)
    return Fraction(value), None if comparator in {"gt", "ge"} else Fraction(value if value_max is None else value_max)


_TIME = regex.compile(r"(?<kind>datetime|datetimeInterval) \(?(?<times>\(.+\))\)? (?<grain>\w+)")
_TUPLE = regex.compile(r"\((\d+), (\d+), (\d+), (\d+), (\d+), (\d+)\)")
_REFERENCE = regex.compile(r"referenceTime = refTime \((\d+), (\d+), (\d+),")
_GRAINS = ("Day", "Month", "Quarter", "Year")


def duckling_time(checkout: Path, files: RuleFiles) -> tuple[Suite, Suite]:
    """Days, months, quarters and years; then weeks and spans of several of them."""
    calendar = Calendar.load(files)
    file = checkout / "Duckling/Time/VI/Corpus.hs"
    reference = _REFERENCE.search(file.read_text(encoding="utf-8"))
    if reference is None:
        raise SystemExit(f"{file}: no reference time")
    today = date(*map(int, reference.groups()))
    single: list[Case] = []
    spans: list[Case] = []
    for written, value in examples(file):
        time = _TIME.fullmatch(value)
        if time is None or time["grain"] not in {*_GRAINS, "Week"}:
            continue
        ends = [date(*map(int, numbers[:3])) for numbers in _TUPLE.findall(time["times"])]
        last = ends[1] - timedelta(1) if len(ends) > 1 else _last_day(ends[0], time["grain"])
        case = Case(written, Days(ends[0], last), calendar.days(written, today, ahead=True))
        (single if len(ends) == 1 and time["grain"] in _GRAINS else spans).append(case)
    return Suite("Duckling Time/VI, days to years", single, 1), Suite("Duckling Time/VI, weeks and spans", spans)


def _last_day(first: date, grain: str) -> date:
    if grain in {"Day", "Week"}:
        return first + timedelta(6 if grain == "Week" else 0)
    month = first.month + {"Month": 0, "Quarter": 2, "Year": 11}[grain]
    return date(first.year, month, monthrange(first.year, month)[1])


# ----------------------------------------------------------------------------------------------------------------- NeMo


def nemo_lines(checkout: Path, name: str) -> Iterator[tuple[str, str]]:
    """What is said and how NeMo writes it."""
    for line in (checkout / _NEMO / f"test_cases_{name}.txt").read_text(encoding="utf-8").splitlines():
        said, tilde, written = line.partition("~")
        if tilde:
            yield said, written.strip()


_WRITTEN_NUMBER = regex.compile(r"(?<digits>-?\d+(?:\.\d+)?)(?<times>(?: (?:vạn|nghìn|ngàn|triệu|tỷ|tỉ))*)")
_TIMES = {"vạn": 10**4, "nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}


def _number(written: str) -> Fraction | None:
    """A number as NeMo writes it, with a decimal point; ``None`` if words are left that it did not read."""
    match = _WRITTEN_NUMBER.fullmatch(written)
    if match is None:
        return None
    value = Fraction(match["digits"])
    for word in match["times"].split():
        value *= _TIMES[word]
    return value


def _whole(written: str) -> Fraction | None:
    return Fraction(written) if regex.fullmatch(r"-?\d+", written) else None


def nemo_numbers(checkout: Path, files: RuleFiles) -> Iterator[Suite]:
    """Whole numbers, decimals, fractions."""
    numerals = Numerals.load(files)

    def put(name: str, asked: Callable[[str], Fraction | None]) -> list[Case]:
        lines = nemo_lines(checkout, name)
        return [Case(said, asked(written), numerals.value(said), _vietnam_number(said)) for said, written in lines]

    yield Suite("NeMo cardinal, whole numbers", put("cardinal", _whole), 1)
    yield Suite("NeMo decimal", put("decimal", _number))
    yield Suite("NeMo fraction", put("fraction", Fraction))


_SYMBOLS = {
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
    "cm³": "cm3",
    "μm": "µm",
    "v": "vôn",
    "mA": "mili ampe",
    "s": "giây",
    "°c": "độ c",
    "°f": "độ f",
    "mbps": "megabit/giây",
    "kbps": "kilobit/giây",
    "gb": "gigabyte",
    "tb": "terabyte",
    "$": "usd",
    "€": "eur",
    "₩": "krw",
    "RM": "myr",
}
"""NeMo's symbols to the normal spellings of ``rules/units.yaml``, where they differ."""


def nemo_measures(checkout: Path, files: RuleFiles, name: str) -> Suite:
    """Numbers with a unit or currency."""
    numerals = Numerals.load(files)
    cases = []
    for said, written in nemo_lines(checkout, name):
        match = regex.fullmatch(r"(-?\d+(?:\.\d+)?) ?(.+)", written)
        asked = None if match is None else Measured(Fraction(match[1]), _SYMBOLS.get(match[2], match[2]))
        cases.append(Case(said, asked, numerals.measured(said)))
    return Suite(f"NeMo {name}", cases)


_DAY = regex.compile(r"(?:.* )?(?<day>\d+) tháng (?<month>\d+)(?: năm (?<year>\d+))?(?: .*)?")
_MONTH_OR_YEAR = regex.compile(r"(?:tháng (?<month>\d+|năm) ?)?(?:năm (?<year>\d+))?")


def nemo_dates(checkout: Path, files: RuleFiles) -> Suite:
    """Days, months and years, as (year, month, day), each ``None`` where it is left open."""
    calendar = Calendar.load(files)
    cases = []
    for said, written in nemo_lines(checkout, "date"):
        match = _DAY.fullmatch(written) or _MONTH_OR_YEAR.fullmatch(written)
        parts = {} if match is None else {k: 5 if v == "năm" else int(v) for k, v in match.groupdict().items() if v}
        asked = (
            tuple(parts.get(name) for name in ("year", "month", "day")) if any(c.isdecimal() for c in written) else None
        )
        days = calendar.days(said, date(2020, 1, 1))
        read = (
            None
            if days is None
            else (
                days.first.year if "year" in parts else None,
                days.first.month if days.first.month == days.last.month else None,
                days.first.day if days.first == days.last else None,
            )
        )
        cases.append(Case(said, asked, read))
    return Suite("NeMo date", cases)


# --------------------------------------------------------------------------------------------------------------- report


def shown(value: object) -> str:
    """A value as a line of the report has it."""
    if isinstance(value, tuple):
        return f"({', '.join(map(shown, value))})"
    return str(value)


def main() -> int:
    """Print the table and every miss."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("duckling", type=Path)
    parser.add_argument("nemo", type=Path)
    options = parser.parse_args()
    files = load()
    suites = [
        duckling_numerals(options.duckling, files),
        duckling_money(options.duckling, files),
        *duckling_time(options.duckling, files),
        *nemo_numbers(options.nemo, files),
        nemo_measures(options.nemo, files, "money"),
        nemo_measures(options.nemo, files, "measure"),
        nemo_dates(options.nemo, files),
    ]
    others = [case for suite in suites if suite.name.startswith("NeMo") and suite.least is None for case in suite.cases]
    console = Console()
    table = Table("suite", "asked", "agree", "share", "bar", "vietnam-number")
    failed = False
    for suite in (*suites, Suite("NeMo, all but cardinal", others, 0.98)):
        share = suite.agreed / len(suite.asked)
        failed |= suite.least is not None and share < suite.least
        bar = "" if suite.least is None else f"{suite.least:.0%}"
        table.add_row(
            suite.name, str(len(suite.asked)), str(suite.agreed), f"{share:.1%}", bar, str(suite.beside or "")
        )
    console.print(table)
    for suite in suites:
        for written, asked, read, _ in suite.cases:
            if asked is None and suite.least is None:
                console.print(f"{suite.name}: '{written}' asks for no number", highlight=False)
            elif asked is not None and asked != read:
                console.print(f"{suite.name}: '{written}' is {shown(asked)}, read as {shown(read)}", highlight=False)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
