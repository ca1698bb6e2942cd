"""Datasets of money whose truth is known: each amount is put in with the reason that must leave it out, or none."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from handmade_pages import figure_of, money_of, page_of, record_of, statement_of, write_dataset

from extract.model import Context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from extract.model import Statement
    from extract.tables.rows import PageRecord

_PROVINCES = (("An Giang", "An Giang"), ("tỉnh Bắc Cạn", "Bắc Kạn"), ("TPHCM", "Hồ Chí Minh"))
"""As a page writes them, and as they are put together."""
_INDICATORS = ("scholarship", "house.built", "house.repaired", "gift.given", None)
_ALONE: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("each", {"scope": "each"}),
    ("planned", {"status": "planned"}),
    ("norm", {"status": "norm"}),
    ("restated", {"role": "restated"}),
    ("plan", {"role": "plan"}),
)
"""What an amount says of itself that leaves it out."""


class Entry(NamedTuple):
    """One amount of a page: đồng, the reason that leaves it out, and what else its figure says."""

    vnd: int
    reason: str | None
    says: Mapping[str, object]
    held_by: int | None = None
    """The entry whose statement holds this one's."""


class Known(NamedTuple):
    """What must become of one amount of the dataset."""

    reason: str | None
    vnd: int
    province: str
    year: str


@dataclass
class LedgerPages:
    """A dataset and what a total of it must say."""

    folder: Path
    truth: list[Known] = field(default_factory=list)

    @staticmethod
    def write(folder: Path, pages: int, seed: int = 7) -> LedgerPages:
        """A dataset of ``pages`` events, some of them on two pages; the same for the same seed."""
        made = LedgerPages(folder)
        chance = random.Random(seed)  # noqa: S311 - figures for a test
        write_dataset(folder, *(record for number in range(pages) for record in made._event(number, chance)))
        return made

    def left_out(self) -> dict[str, tuple[int, int]]:
        """Figures and đồng of each reason."""
        reasons = {known.reason for known in self.truth if known.reason is not None}
        return {reason: _together(known.vnd for known in self.truth if known.reason == reason) for reason in reasons}

    def counted(self) -> tuple[int, int]:
        """Figures and đồng that count."""
        return _together(known.vnd for known in self.truth if known.reason is None)

    def counted_by_province_and_year(self) -> dict[tuple[str, str], tuple[int, int]]:
        """The same for each province and year."""
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for known in self.truth:
            groups[known.province, known.year] += [known.vnd] if known.reason is None else []
        return {group: _together(amounts) for group, amounts in groups.items()}

    def _event(self, number: int, chance: random.Random) -> Iterator[PageRecord]:
        written, province = _PROVINCES[number % len(_PROVINCES)]
        day = date(2015 + number % 5, 1 + number % 12, 1 + number % 28)
        context = Context(day, f"Xã {number}", None, written, None)
        entries = _entries(number, chance)
        record = _record(f"http://a.vn/{number}", context, entries)
        yield record
        self._know(entries, province, day)
        if number % 10 == 0:
            copy = _record(f"http://ban-sao.vn/{number}", context, entries)
            yield replace(copy, duplicate_of=record.page.page_id, duplicate_kind="copy")
            self._know([entry._replace(reason="duplicate_page") for entry in entries], province, day)
        elif number % 10 == 1:
            told = [Entry(entries[1].vnd, "same_event", entries[1].says), Entry(_amount(chance), None, {})]
            yield _record(f"http://huyen.vn/{number}", context, told)
            self._know(told, province, day)

    def _know(self, entries: list[Entry], province: str, day: date) -> None:
        self.truth += [Known(entry.reason, entry.vnd, province, str(day.year)) for entry in entries]


def _entries(number: int, chance: random.Random) -> list[Entry]:
    """The amounts of a page, the first in its title, which the second says again."""
    indicator = {"indicator": _INDICATORS[number % len(_INDICATORS)]}
    house = {"indicator": "house.built"}
    reason, says = _ALONE[number % len(_ALONE)]
    first = _amount(chance)
    return [
        Entry(first, "repeated", {}),
        Entry(first, None, indicator),
        Entry(_amount(chance), None, indicator),
        Entry(_amount(chance), reason, {**indicator, **says}),
        Entry(10 * _amount(chance), None, house),
        Entry(_amount(chance), "part", house, held_by=4),
        Entry(_amount(chance), None, {"comparator": "gt"}),
    ]


def _amount(chance: random.Random) -> int:
    """With so many digits that no two agree by chance."""
    return chance.randrange(10**8, 10**9) * 10 + 1


def _record(uri: str, context: Context, entries: list[Entry]) -> PageRecord:
    written = [f"{entry.vnd:,}{'đ' if number else ' đồng'}".replace(",", ".") for number, entry in enumerate(entries)]
    lines = [f"Khoản {number}: {quote}" for number, quote in enumerate(written)]
    page = page_of([(line, None) for line in lines], title=lines[0], uri=uri)
    statements: dict[int, Statement] = {}
    for number, entry in enumerate(entries):
        held = any(other.held_by == number for other in entries)
        if held or entry.held_by is not None:
            whole = None if entry.held_by is None else statements[entry.held_by].statement_id
            statements[number] = statement_of(page, lines[number], amount_total_vnd=entry.vnd, part_of=whole)
    figures = tuple(
        figure_of(
            page,
            written[number],
            entry.vnd,
            kind="money",
            unit="đồng",
            statement_id=statements[number].statement_id if number in statements else None,
            **entry.says,
        )
        for number, entry in enumerate(entries)
    )
    money = tuple(map(money_of, figures))
    record = record_of(page, figures=figures, money=money, statements=tuple(statements.values()))
    return replace(record, facts=replace(record.facts, context=context))


def _together(amounts: Iterable[int]) -> tuple[int, int]:
    found = list(amounts)
    return len(found), sum(found)
