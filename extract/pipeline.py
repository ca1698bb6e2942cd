"""The one way through, for one page: a capture in, a record out. No other module knows the order of the stages."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.checks.run import CheckVocabulary, check_page
from extract.clean import CleanVocabulary, judge
from extract.dedup import drop_repeats
from extract.errors import InputError
from extract.facts.read import FactVocabulary, draw
from extract.identity import page_id
from extract.lex import LexVocabulary, lex
from extract.lex.cells import CellVocabulary, settle_cells
from extract.match.engine import Engine
from extract.model import Capture, Reject
from extract.pages import build_page
from extract.sources import captures
from extract.tables.rows import PageRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.read import Drawn
    from extract.model import Page
    from extract.rulefiles import RuleFiles


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

    @classmethod
    def load(cls, rule_folders: Sequence[Path] = ()) -> Knowledge:
        """The shipped rules and those of ``rule_folders``. Raises ``RuleError`` naming file and line."""
        files = rulefiles.load(rule_folders)
        engine = Engine.load(files)
        return cls(
            files,
            CleanVocabulary.load(files),
            LexVocabulary.load(files),
            CellVocabulary.load(files),
            engine,
            FactVocabulary.load(files, engine.rules),
            CheckVocabulary.load(files),
        )


def read_capture(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> PageRecord | Reject:
    """All that one page says. A page that makes a stage fail is a ``Reject``; it never ends a run.

    ``occurrence`` tells captures apart that agree in address, bytes and time, see ``extract.identity.page_id``.
    """
    try:
        return _read(capture, knowledge, occurrence)
    except Exception as error:  # noqa: BLE001 - the page boundary: whatever a page does to us costs that page alone
        return internal_error(capture, error)


def _read(capture: Capture, knowledge: Knowledge, occurrence: int) -> PageRecord | Reject:
    page = _read_page(capture, knowledge, occurrence)
    if isinstance(page, Reject):
        return page
    drawn = draw_facts(page, knowledge)
    return PageRecord(page, drawn.facts, check_page(drawn, knowledge.checks))


def draw_facts(page: Page, knowledge: Knowledge) -> Drawn:
    """The facts of a cleaned page, with how they came about."""
    lexed = settle_cells(page.text, lex(page.text, knowledge.lex), knowledge.lex, knowledge.cells)
    return draw(page, lexed, knowledge.rules, knowledge.facts)


def _read_page(capture: Capture, knowledge: Knowledge, occurrence: int = 0) -> Page | Reject:
    cleaned = judge(capture, knowledge.clean)
    if isinstance(cleaned, Reject):
        return cleaned
    return build_page(capture, drop_repeats(cleaned), capture_id(capture, occurrence))


def first_page(file: Path, knowledge: Knowledge) -> Page:
    """The first page in a file, cleaned as ``run`` would. Raises ``InputError`` if there is none."""
    for capture in captures([file]):
        page = capture if isinstance(capture, Reject) else _read_page(capture, knowledge)
        if isinstance(page, Reject):
            raise InputError(f"{file}: {page.message}")
        return page
    raise InputError(f"{file}: no page in this file")


def capture_id(capture: Capture, occurrence: int = 0) -> str:
    """The ``page_id`` that the page of a capture gets."""
    return page_id(capture.uri, hashlib.sha256(capture.data).hexdigest(), capture.captured_at, occurrence)


def internal_error(capture: Capture, error: Exception) -> Reject:
    """The row of a page that made us fail, with the place where."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place is not None else ""
    message = encodable(f"{type(error).__name__}: {error}{where}")
    return Reject(capture.source, capture.uri, "internal_error", message, len(capture.data))


def encodable(name: str) -> str:
    r"""A name that any table can hold: bytes of file names that are not UTF-8 come as lone surrogates.

    >>> encodable("h\udce4c-bổng.html")
    'h\\udce4c-bổng.html'
    """
    return name.encode("utf-8", "backslashreplace").decode()
