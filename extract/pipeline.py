"""The one way through, for one page: a capture in, a record out. No other module knows the order of the stages.

It has two halves, since the lines that recur on a site show only when all its pages have been cleaned: a capture into a
page, and a page into a record.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.checks.page_checks import check_page, stated
from extract.checks.vocabulary import CheckVocabulary
from extract.clean import CleanVocabulary, judge
from extract.collector import paused
from extract.dedup import NO_LINES, drop_repeats, drop_site_lines
from extract.errors import InputError, Mistakes, RuleError, RuleFilesError
from extract.facts.page_facts import FactVocabulary, draw
from extract.identity import page_id
from extract.lex import LexVocabulary, lex
from extract.lex.numerals import SECTIONS as NUMERAL_SECTIONS
from extract.match.engine import Engine
from extract.model import Capture, Reject
from extract.pages import build_page, with_blocks
from extract.sources import captures
from extract.sums.compared import ComparedVocabulary
from extract.sums.holding import short_names
from extract.sums.settle import Wording, settle
from extract.tables.rows import PageRecord
from extract.text_tables.cells import settle_cells
from extract.text_tables.vocabulary import CellVocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from extract.dedup import SiteLines
    from extract.facts.page_facts import Drawn
    from extract.model import Check, Facts, Page
    from extract.rulefiles import RuleFiles
    from extract.sums.holding import ShortNames


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the rule files say, compiled once a run for the stages that need it."""

    files: RuleFiles
    clean: CleanVocabulary
    lex: LexVocabulary
    cells: CellVocabulary
    rules: Engine
    facts: FactVocabulary
    checks: CheckVocabulary
    compared: ComparedVocabulary
    short: ShortNames

    @classmethod
    def load(cls, rule_folders: Sequence[Path] = ()) -> Knowledge:
        """The shipped rules and those of ``rule_folders``. Raises ``RuleError`` naming file and line."""
        files = rulefiles.load(rule_folders)
        try:
            knowledge = cls._read(files, Engine.load(files))
            files.refuse_unread(*NUMERAL_SECTIONS)
        except RuleError as error:
            raise RuleFilesError((*error.each, *_further_mistakes(files, rule_folders))) from error
        return knowledge

    @classmethod
    def _read(cls, files: RuleFiles, engine: Engine) -> Knowledge:
        return cls(
            files,
            CleanVocabulary.load(files),
            LexVocabulary.load(files),
            CellVocabulary.load(files),
            engine,
            FactVocabulary.load(files, engine.rules),
            CheckVocabulary.load(files),
            ComparedVocabulary.load(files),
            short_names(files),
        )


def _further_mistakes(files: RuleFiles, rule_folders: Sequence[Path]) -> tuple[RuleError, ...]:
    """What is wrong beside the first mistake, by every stage, so that an author need not try again for each."""
    mistakes = Mistakes()
    for load in _VOCABULARIES:
        mistakes.attempt(load, files)
    shipped = mistakes.attempt(Knowledge.load) if rule_folders else None
    if shipped is not None:  # in place of what of the author's own rules cannot be used
        mistakes.attempt(FactVocabulary.load, files, shipped.rules.rules)
        files.asked.update(shipped.files.asked)
        mistakes.attempt(files.refuse_unread, *NUMERAL_SECTIONS)
    return mistakes.found


_VOCABULARIES: tuple[Callable[[RuleFiles], object], ...] = (
    CleanVocabulary.load,
    LexVocabulary.load,
    CellVocabulary.load,
    CheckVocabulary.load,
    ComparedVocabulary.load,
    short_names,
)
"""What is made of rule files without their rules."""


def clean_capture(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> Page | Reject:
    """A page, cleaned as far as that goes by looking at it alone.

    A page that makes a stage fail is a ``Reject``, here and in ``read_page``; it never ends a run. ``occurrence`` tells
    captures apart that agree in address, bytes and time, see ``extract.identity.page_id``.
    """
    try:
        return _clean(capture, knowledge, occurrence)
    except Exception as error:  # noqa: BLE001 - the page boundary: whatever a page does to us costs that page alone
        return internal_error(capture.source, capture.uri, len(capture.data), error)


def read_page(page: Page, knowledge: Knowledge, lines: SiteLines) -> PageRecord | Reject:
    """All that a cleaned page says; ``lines``: what recurs on the pages of its site."""
    try:
        with paused():
            return record_of(with_blocks(page, drop_site_lines(page, lines)), knowledge)
    except Exception as error:  # noqa: BLE001 - the page boundary
        return page_error(page, error)


def read_capture(capture: Capture, knowledge: Knowledge) -> PageRecord | Reject:
    """All that one page says, when nothing is known of others."""
    page = clean_capture(capture, knowledge)
    return page if isinstance(page, Reject) else read_page(page, knowledge, NO_LINES)


def record_of(page: Page, knowledge: Knowledge) -> PageRecord:
    """All that a page says whose blocks are judged: its facts, which of them sums may hold, and its checks."""
    drawn = draw_facts(page, knowledge)
    checks = check_page(drawn, knowledge.checks)
    return PageRecord(page, settled(page, drawn, checks, knowledge), stated(checks))


def settled(page: Page, drawn: Drawn, checks: Sequence[Check], knowledge: Knowledge) -> Facts:
    """The facts of a page with the reason of those that no sum may hold."""
    told = Wording.of(drawn, checks, knowledge.compared, knowledge.short)
    return settle(page, drawn.facts, checks, told)


def draw_facts(page: Page, knowledge: Knowledge) -> Drawn:
    """The facts of a cleaned page, with how they came about."""
    lexed = settle_cells(page.text, lex(page.text, knowledge.lex), knowledge.lex, knowledge.cells)
    return draw(page, lexed, knowledge.rules, knowledge.facts)


def _clean(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> Page | Reject:
    with paused():
        cleaned = judge(capture, knowledge.clean)
        if isinstance(cleaned, Reject):
            return cleaned
        return build_page(capture, drop_repeats(cleaned), capture_id(capture, occurrence))


def first_page(file: Path, knowledge: Knowledge) -> Page:
    """The first page in a file, cleaned as ``run`` would. Raises ``InputError`` if there is none."""
    for capture in captures([file]):
        page = capture if isinstance(capture, Reject) else _clean(capture, knowledge)
        if isinstance(page, Reject):
            raise InputError(f"{file}: {page.message}")
        return page
    raise InputError(f"{file}: no page in this file")


def capture_id(capture: Capture, occurrence: int = 0) -> str:
    """The ``page_id`` that the page of a capture gets."""
    return page_id(capture.uri, hashlib.sha256(capture.data).hexdigest(), capture.captured_at, occurrence)


def page_error(page: Page, error: Exception) -> Reject:
    """The row of a page that made us fail after it was cleaned."""
    return internal_error(page.source, page.uri, page.raw_bytes, error)


def internal_error(source: str, uri: str, size: int, error: Exception) -> Reject:
    """The row of a page that made us fail, with the place where."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place is not None else ""
    message = encodable(f"{type(error).__name__}: {error}{where}")
    return Reject(source, uri, "internal_error", message, size)


def encodable(name: str) -> str:
    r"""A name that any table can hold: bytes of file names that are not UTF-8 come as lone surrogates.

    >>> encodable("h\udce4c-bổng.html")
    'h\\udce4c-bổng.html'
    """
    return name.encode("utf-8", "backslashreplace").decode()
