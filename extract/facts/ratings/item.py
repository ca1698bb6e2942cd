"""A level with its number, and the set that it is tied into, before they are made rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.codes import Status
    from extract.facts.reading import Reading


@dataclass(slots=True, eq=False)
class Item:
    """One level of a rated set, in the making; by default behind a word that rates, its number behind the level."""

    start: int
    end: int
    rule_id: str
    levels: list[str]
    """Keys of the level; more than one where levels share a number: "70% khá, tốt"."""
    level_start: int
    level_end: int
    group_start: int
    group: str | None = None
    count: int | None = None
    percent: int | None = None
    titled: tuple[int, int] | None = None
    """Where the title stands that is told before the words of the level: "văn hóa" of "7 ấp giữ vững 5 năm liền"."""
    tail: str = ""
    """``run`` ("3 năm liền"), ``up`` ("trở lên") or nothing."""
    rated_word: bool = True
    number_first: bool = False
    everyone: bool = False
    """"Cả 7 chi hội đều ...": the number is the total, too."""
    cell: bool = False
    """A cell of a table, which tells the number rated (``total``)."""
    stated: int | None = None
    """The number rated, if the phrase has it: "100 trong tổng số 107 thôn"."""
    column: tuple[int, int] | None = None
    """Which column of which table the cell is in, where levels stand under each other."""
    listed: bool = False
    """Its number shares the level with numbers before it, of other groups."""
    code: str | None = None
    whole: Item | None = None
    total: int | None = None

    @property
    def none(self) -> bool:
        """A statement that nobody has this level."""
        return self.count is None and self.percent is None

    @property
    def number(self) -> int | None:
        """The quantity that says how many."""
        return self.percent if self.count is None else self.count


def status_of(item: Item, reading: Reading) -> Status:
    """The status of the number of an item; that of its level if nobody has it."""
    if item.number is None:
        return reading.holds.status(item.level_start)
    return reading.status(reading.lexed.quantities[item.number])


@dataclass(slots=True, eq=False)
class Set:
    """Levels of one group on one scale, with the number rated."""

    items: list[Item] = field(default_factory=list)
    total: int | None = None
    """Index of the quantity that says how many were rated."""
