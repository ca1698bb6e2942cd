"""The immutable records that cross stages, in the order in which a page meets them.

Offsets are half-open, in code points of ``Page.text``: ``page.text[start:end]`` is the quote. Amounts of money are
exact integers in đồng. Row records (``Figure`` ... ``Check``) carry the columns of the tables of the same name, in
their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, datetime

    from extract.codes import (
        BlockKind,
        Comparator,
        DropReason,
        Kind,
        LeftOut,
        MentionKind,
        Outcome,
        Role,
        Scope,
        Status,
    )

# --------------------------------------------------------------------------------------------------- sources and pages


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of one archived page, as a source found them."""

    uri: str
    """The page's address where known, else the path relative to the input, with ``/``."""
    source: str
    """Where exactly the bytes lie: a path relative to the input, later ``archive!member`` or an offset."""
    media_type: str
    data: bytes
    captured_at: datetime | None = None


class Reject(NamedTuple):
    """What could not be read. ``bytes`` is the size of what was refused, if known."""

    source: str
    uri: str | None
    reason: str
    message: str
    bytes: int | None


class RawBlock(NamedTuple):
    """One block as a parser sees it, before anything is judged."""

    kind: BlockKind
    text: str
    """Cleaned text (see ``extract.text.clean``); cells of a table row are joined by a tab."""
    locator: str
    """``div.main > p[3]`` of an HTML page, ``line 7`` of a text."""
    links: int
    """How many characters of ``text`` stand inside links."""
    hidden: bool
    tag: str
    """The element that made the block; ``""`` in plain text."""
    context: str
    """Landmarks around it, with spaces between: elements and words of class or id that name furniture (``nav``)."""


class Block(NamedTuple):
    """One block of a page, kept or dropped, with the reason; ``start:end`` is its place in ``Page.text`` if kept."""

    ordinal: int
    kind: BlockKind
    text: str
    start: int | None
    end: int | None
    kept: bool
    reason: DropReason | None
    duplicate_of: int | None
    """Ordinal of the kept block that this one repeats."""
    locator: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page read and cleaned: ``text`` is its kept blocks joined by line feeds, the title first."""

    page_id: str
    uri: str
    source: str
    captured_at: datetime | None
    media_type: str
    charset: str
    raw_sha256: str
    raw_bytes: int
    site: str | None
    title: str | None
    text: str
    published_on: date | None
    byline: str | None
    blocks: tuple[Block, ...]

    @property
    def title_end(self) -> int:
        """Where the title ends that opens the text; 0 if none does."""
        return len(self.title) if self.title and self.text.startswith(self.title) else 0


# --------------------------------------------------------------------------------------------------- lexed quantities


class Quantity(NamedTuple):
    """A number that says how much or how many. ``start:end`` covers comparator, number and unit.

    A fraction "8/10 thôn" is two of these, side by side: ``8`` (role ``value``) and ``10 thôn`` (role ``whole``), both
    with unit "thôn". They never overlap.
    """

    start: int
    end: int
    head_end: int
    """End of comparator and number: in "gần 45 tổ" after "45"; ``end`` itself where nothing belongs behind."""
    kind: Kind
    value: float
    """In ``unit``; for money an exact ``int`` of đồng. The smaller end of a range."""
    value_max: float | None
    low: float
    """``low``..``high``: the closed interval that printed precision and comparator allow, in the unit of ``value``."""
    high: float | None
    """``None``: open."""
    unit: str | None
    """Normal spelling, lower case: "suất" for "xuất", "m" for "mét", "đồng" for all money; ``None``: nothing named."""
    noun: str | None
    """What is counted, as written: "học bỗng" in "23 phần học bỗng cho"."""
    comparator: Comparator
    role: Role
    per: str | None
    """What a rate is for: "suất" in "300.000đ/suất", "người/năm" in "78 triệu đồng/người/năm"."""


class Mention(NamedTuple):
    """A number that is no quantity, recognised and named: a date, a ward's name, a document number."""

    start: int
    end: int
    kind: MentionKind
    first: date | None
    """First and last day, for dates and periods."""
    last: date | None


class TableNumber(NamedTuple):
    """A bare number of a table, and what stands around it."""

    start: int
    """Where the number begins."""
    table: int
    """Where the first row of its table begins."""
    row: int
    """Where its row begins."""
    column: int
    """Counted from the right, the last one 0."""
    label: str
    head: str
    """Over its column; ``""`` if that is not certain."""
    titles: tuple[str, ...]
    """The lines above the table that are no heads, the nearest last."""


class Lexed(NamedTuple):
    """All numbers of a text, in order; quantities and mentions never overlap."""

    quantities: tuple[Quantity, ...]
    mentions: tuple[Mention, ...]
    cells: tuple[TableNumber, ...] = ()
    """Of the bare numbers in tables, in order."""


# ----------------------------------------------------------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity in kept text, recognised by a rule or not."""

    figure_id: str
    page_id: str
    start: int
    end: int
    quote: str
    kind: Kind
    value: float
    value_max: float | None
    unit: str | None
    noun: str | None
    comparator: Comparator
    scope: Scope
    status: Status
    role: Role
    indicator: str | None
    statement_id: str | None
    period_start: date | None
    period_end: date | None
    rule_id: str | None
    part_of: str | None = None
    """``figure_id`` of the one on the page that holds this one."""
    left_out: LeftOut | None = None
    """Why no sum of the page's results has it; ``None``: it counts."""


@dataclass(frozen=True, slots=True)
class Money:
    """A money figure in whole đồng, with the interval its print allows."""

    figure_id: str
    page_id: str
    start: int
    end: int
    quote: str
    amount_vnd: int
    amount_max_vnd: int | None
    amount_million: float
    low_vnd: int
    high_vnd: int | None
    comparator: Comparator
    scope: Scope
    per: str | None
    status: Status
    indicator: str | None
    statement_id: str | None
    rule_id: str | None
    part_of: str | None = None
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Scholarship:
    """One statement about scholarships."""

    scholarship_id: str
    page_id: str
    start: int
    end: int
    quote: str
    count: int | None
    unit: str | None
    recipients: int | None
    recipient_group: str | None
    level: str | None
    amount_total_vnd: int | None
    amount_each_vnd: int | None
    amount_each_max_vnd: int | None
    comparator: Comparator
    status: Status
    part_of: str | None
    rule_id: str
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Rating:
    """One level of a rated set of groups."""

    rating_id: str
    page_id: str
    start: int
    end: int
    quote: str
    group: str
    group_kind: str | None
    level: str
    level_code: str | None
    level_rank: int | None
    scale: str | None
    count: int | None
    percent: float | None
    group_total: int | None
    period: str | None
    status: Status
    part_of: str | None
    rule_id: str
    set_id: str
    """``rating_id`` of the first level of the set that this one belongs to."""
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What was done, with the figures that belong together."""

    statement_id: str
    page_id: str
    start: int
    end: int
    indicator: str
    action: str | None
    object: str | None
    count: float | None
    unit: str | None
    amount_total_vnd: int | None
    amount_each_vnd: int | None
    length_m: float | None
    area_m2: float | None
    beneficiary: str | None
    comparator: Comparator
    status: Status
    period_start: date | None
    period_end: date | None
    rule_id: str
    part_of: str | None
    """The statement whose amount covers this one: "cất mới 6 căn, sửa chữa 01 căn ... với số tiền 320 triệu đồng"."""


@dataclass(frozen=True, slots=True)
class Check:
    """One relation between figures that the page itself states, and whether it holds."""

    check_id: str
    page_id: str
    kind: str
    left: str
    right: str
    left_low: float | None
    left_high: float | None
    right_low: float | None
    right_high: float | None
    outcome: Outcome
    reason: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What the text says about the page as a whole."""

    event_date: date | None
    commune: str | None
    district: str | None
    province: str | None
    commune_code: str | None
    commune_name: str | None = None
    """Each in one spelling, however the page writes it."""
    district_name: str | None = None
    province_name: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything read from one page, each tuple sorted by start."""

    context: Context
    figures: tuple[Figure, ...]
    money: tuple[Money, ...]
    scholarships: tuple[Scholarship, ...]
    ratings: tuple[Rating, ...]
    statements: tuple[Statement, ...]
