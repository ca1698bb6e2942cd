"""The form of a sample: every figure in its sentence, every page with its text, to be judged by a person.

It is written as a workbook and as a page for a browser, which hold the same; either comes back to ``filled_form``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from extract import rulefiles
from extract.export.workbook import book
from extract.report.addresses import address_of_place, live_address
from extract.report.labels import CODES, Label
from extract.report.marking import Mark, Piece, loose_numbers, pieces
from extract.report.quotation import Quotation, quotation
from extract.report.rendering import Renderer, indicator_labels
from extract.report.wording import UI
from extract.tables import schemas
from extract.tables.commit import writing

if TYPE_CHECKING:
    from pathlib import Path

    from extract.audit.sample import DrawnFigure, DrawnPage, Sample
    from extract.dataset import Dataset
    from extract.export.workbook import Book

FORMAT = "baocao-sample"
FIGURES_SHEET, PAGES_SHEET, GUIDE_SHEET, SAMPLE_SHEET = "Số liệu", "Trang", "Hướng dẫn", "sample"
_AROUND = 240
"""Characters of context on either side."""
_PER_ROW = 16_000
"""Characters of the sample in one cell of its hidden sheet."""


def in_both(name: str) -> str:
    """A text of the form in both languages, as headers have it.

    >>> in_both("verdict")
    'Đánh giá / Verdict'
    """
    return _both(UI[name])


def _verdict_words() -> dict[str, str]:
    """What a cell of the column of verdicts may hold, by code."""
    return {code: _both(label) for code, label in CODES["verdict"].items()}


_FIGURE_HEADERS = (
    *("verdict", "true_value", "note", "value", "unit", "quote", "in_text"),
    *("indicator", "status", "rule", "title", "address", "figure_id"),
)
_PAGE_HEADERS = ("missed", "missed_vnd", "note", "figures_found", "title", "address", "text", "page_id")
_ENTRIES = 3
"""The first columns of both sheets are those to fill in."""


class FigureItem(NamedTuple):
    """A figure to judge."""

    figure: DrawnFigure
    status: str
    scope: str
    words: Quotation
    title: str | None
    uri: str
    live: str | None


class PageItem(NamedTuple):
    """A page to read; each line of its text in pieces, figures marked."""

    page: DrawnPage
    title: str | None
    uri: str
    live: str | None
    text: str
    lines: tuple[tuple[Piece, ...], ...]


class Form(NamedTuple):
    """A sample with what a reader must see."""

    sample: Sample
    figures: tuple[FigureItem, ...]
    pages: tuple[PageItem, ...]


def form_of(dataset: Dataset, sample: Sample) -> Form:
    """The form of a sample of ``dataset``."""
    page_ids = sorted({f.page_id for f in sample.drawn_figures} | {p.page_id for p in sample.drawn_pages})
    pages = dataset.arrow(schemas.PAGES, ["page_id", "title", "uri", "text"], page_id=page_ids).to_pylist()
    columns = ["figure_id", "page_id", "start", "end", "status", "scope"]
    figures = dataset.arrow(schemas.FIGURES, columns, page_id=page_ids).to_pylist()
    of_page = {page["page_id"]: page for page in pages}
    of_figure = {figure["figure_id"]: figure for figure in figures}
    spans: dict[str, list[tuple[int, int]]] = {page_id: [] for page_id in page_ids}
    for figure in figures:
        spans[figure["page_id"]].append((figure["start"], figure["end"]))
    return Form(
        sample,
        tuple(_figure_item(f, of_figure[f.figure_id], of_page[f.page_id]) for f in sample.drawn_figures),
        tuple(_page_item(p, of_page[p.page_id], spans[p.page_id]) for p in sample.drawn_pages),
    )


def write_form(dataset: Dataset, sample: Sample, stem: Path) -> tuple[Path, Path]:
    """Write the form beside ``stem`` as ``.xlsx`` and ``.html``; gives both files."""
    form = form_of(dataset, sample)
    workbook, page = stem.with_name(f"{stem.name}.xlsx"), stem.with_name(f"{stem.name}.html")
    files = rulefiles.load()
    with writing(stem):
        stem.parent.mkdir(parents=True, exist_ok=True)
        _write_workbook(form, {name: _both(label) for name, label in indicator_labels(files).items()}, workbook)
        renderer = Renderer.load(files, "sample.js")
        data = {"format": FORMAT, "sample": sample.as_json()}
        renderer.write(page, "sample.html.j2", root="", form=form, data=data)
    return workbook, page


def _write_workbook(form: Form, indicators: dict[str, str], file: Path) -> None:
    with book(file) as made:
        guide = made.sheet(GUIDE_SHEET, [in_both("form")], [110])
        for name in ("form_figures", "form_figures_how", "form_pages", "form_pages_how", "form_score"):
            for text in UI[name]:
                guide.add([text], wrapped=[0])
        _add_figures(form, indicators, made)
        _add_pages(form, made)
        hidden = made.sheet(SAMPLE_SHEET, [FORMAT], [20])
        told = json.dumps(form.sample.as_json(), ensure_ascii=True)
        for start in range(0, len(told), _PER_ROW):
            hidden.add([told[start : start + _PER_ROW]])
        hidden.hide()


def _add_figures(form: Form, indicators: dict[str, str], made: Book) -> None:
    widths = [14, 18, 24, 18, 10, 20, 70, 26, 20, 24, 36, 40, 30]
    sheet = made.sheet(FIGURES_SHEET, [in_both(name) for name in _FIGURE_HEADERS], widths)
    for item in form.figures:
        figure = item.figure
        sheet.add(
            [
                *(None,) * _ENTRIES,
                figure.value,
                figure.unit,
                figure.quote,
                "".join(item.words),
                indicators.get(figure.indicator or "", figure.indicator),
                _said(item),
                figure.rule_id,
                item.title,
                item.uri,
                figure.figure_id,
            ],
            wrapped=[6, 10],
            entries=_ENTRIES,
        )
    sheet.choices(0, list(_verdict_words().values()))
    sheet.numbers(1)
    sheet.filtered(len(_FIGURE_HEADERS))


def _add_pages(form: Form, made: Book) -> None:
    sheet = made.sheet(PAGES_SHEET, [in_both(name) for name in _PAGE_HEADERS], [14, 20, 24, 14, 40, 40, 90, 26])
    for read in form.pages:
        sheet.add(
            [*(None,) * _ENTRIES, read.page.figures, read.title, read.uri, read.text, read.page.page_id],
            wrapped=[4, 6],
            entries=_ENTRIES,
        )
    sheet.numbers(0)
    sheet.numbers(1)


def _figure_item(drawn: DrawnFigure, figure: dict[str, object], page: dict[str, str]) -> FigureItem:
    start, end = int(str(figure["start"])), int(str(figure["end"]))
    live = live_address(page["uri"])
    return FigureItem(
        drawn,
        str(figure["status"]),
        str(figure["scope"]),
        quotation(page["text"], start, end, _AROUND),
        page["title"],
        page["uri"],
        None if live is None else address_of_place(live, page["text"], start, end),
    )


def _page_item(drawn: DrawnPage, page: dict[str, str], spans: list[tuple[int, int]]) -> PageItem:
    text, lines, start = page["text"], [], 0
    for line in text.split("\n"):
        end = start + len(line)
        inside = sorted(span for span in spans if span[0] < end and span[1] > start)
        marks = [Mark(*span, "", "figure", "bare achieved") for span in inside]
        marks += loose_numbers(text, start, end, inside)
        lines.append(tuple(pieces(text, start, end, sorted(marks))))
        start = end + 1
    return PageItem(drawn, page["title"], page["uri"], live_address(page["uri"]), text, tuple(lines))


def _said(item: FigureItem) -> str:
    codes = [CODES["status"].get(item.status), CODES["scope"].get(item.scope)]
    return "; ".join(_both(label) for label in codes if label is not None)


def _both(label: Label) -> str:
    return label.vi if label.vi == label.en else f"{label.vi} / {label.en}"
