"""The form of a sample: what is written to a workbook and a page, and read back as people leave it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from bs4 import BeautifulSoup
from handmade_pages import sample_record, write_dataset
from hostile_pages import HOSTILE, hostile_record

from extract.audit.sample import Wanted, draw
from extract.audit.score import FigureVerdict, PageVerdict
from extract.dataset import Dataset
from extract.errors import InputError
from extract.export.filled_form import read_form
from extract.export.sample_form import FIGURES_SHEET, FORMAT, PAGES_SHEET, in_both, write_form

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    pages = (sample_record(), hostile_record("=cmd|' /C calc'!A0", "=HYPERLINK(1)"), hostile_record(HOSTILE[0], "b"))
    return Dataset(write_dataset(tmp_path / "dataset", *pages))


@pytest.fixture
def form(tmp_path: Path, dataset: Dataset) -> tuple[Path, Path]:
    return write_form(dataset, draw(dataset, Wanted(pages=3)), tmp_path / "mau")


def filled(file: Path, figures: dict[int, list[Any]], pages: dict[int, list[Any]]) -> Path:
    """The workbook with cells filled in, by row from the first item, saved by another program."""
    book = openpyxl.load_workbook(file)
    for sheet, rows in ((book[FIGURES_SHEET], figures), (book[PAGES_SHEET], pages)):
        for number, cells in rows.items():
            for column, value in enumerate(cells, start=1):
                sheet.cell(number + 2, column).value = value
    book.save(file)
    return file


def column(sheet: Worksheet, name: str) -> list[object]:
    headers = [cell.value for cell in sheet[1]]
    return [row[headers.index(in_both(name))] for row in sheet.iter_rows(min_row=2, values_only=True)]


# ------------------------------------------------------------------------------------------------------------ written


def test_a_workbook_has_a_row_for_each_figure_and_page_with_choices(form: tuple[Path, Path], dataset: Dataset) -> None:
    sample = draw(dataset, Wanted(pages=3))
    book = openpyxl.load_workbook(form[0])
    figures, pages = book[FIGURES_SHEET], book[PAGES_SHEET]
    assert column(figures, "figure_id") == [figure.figure_id for figure in sample.drawn_figures]
    assert column(figures, "quote") == [figure.quote for figure in sample.drawn_figures]
    assert column(pages, "page_id") == [page.page_id for page in sample.drawn_pages]
    assert column(figures, "verdict") == [None] * len(sample.drawn_figures)
    (choices, _) = figures.data_validations.dataValidation
    assert choices.formula1 == '"đúng / right,sai / wrong,không rõ / unclear"'
    assert str(choices.sqref) == f"A2:A{len(sample.drawn_figures) + 1}"
    assert [sheet.title for sheet in book if sheet.sheet_state == "hidden"] == ["sample"]


def test_nothing_in_a_workbook_is_a_formula(form: tuple[Path, Path]) -> None:
    book = openpyxl.load_workbook(form[0])
    kinds = {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    title = next(cell for cell in book[PAGES_SHEET]["E"] if str(cell.value).startswith("=cmd"))
    assert title.quotePrefix


def test_the_same_sample_gives_the_same_bytes(tmp_path: Path, dataset: Dataset, form: tuple[Path, Path]) -> None:
    again = write_form(dataset, draw(dataset, Wanted(pages=3)), tmp_path / "again")
    assert [file.read_bytes() for file in again] == [file.read_bytes() for file in form]


def test_the_page_shows_each_figure_in_its_sentence_and_runs_nothing_else(form: tuple[Path, Path]) -> None:
    page = BeautifulSoup(form[1].read_text("utf-8"), "lxml")
    shown = page.select("article[data-figure]")
    assert [len(article.select('input[type="radio"]')) for article in shown] == [3] * len(shown)
    assert "11,5 triệu đồng" in [article.select("mark")[0].get_text() for article in shown]
    texts = [article.select(".sheet .loose") for article in page.select("article[data-page]")]
    assert any(texts)
    assert [script.get("type") for script in page.select("script")] == ["application/json", None]
    assert page.select("[src], [style], [onclick], img, iframe, object, embed, form, base") == []
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


# --------------------------------------------------------------------------------------------------------- read back


def test_verdicts_come_back_from_the_workbook(form: tuple[Path, Path], dataset: Dataset) -> None:
    sample = draw(dataset, Wanted(pages=3))
    verdicts: dict[int, list[Any]] = {
        0: ["đúng / right"],
        1: ["Sai", "1.250.000,5"],
        2: ["wrong", 0],
        3: ["không rõ", None, "chữ mờ"],
    }
    read = read_form(filled(form[0], verdicts, {0: [2, 5_000_000], 2: [0]}))
    assert read.sample == sample
    figures, pages = sample.drawn_figures, sample.drawn_pages
    assert read.figures == {
        figures[0].figure_id: FigureVerdict(is_right=True),
        figures[1].figure_id: FigureVerdict(is_right=False, true_value=1_250_000.5),
        figures[2].figure_id: FigureVerdict(is_right=False, true_value=0),
        figures[3].figure_id: FigureVerdict(is_right=None),
    }
    assert read.pages == {pages[0].page_id: PageVerdict(2, 5_000_000), pages[2].page_id: PageVerdict(0)}


def test_columns_and_rows_may_have_been_moved(form: tuple[Path, Path], dataset: Dataset) -> None:
    book = openpyxl.load_workbook(form[0])
    sheet = book[FIGURES_SHEET]
    sheet["A2"] = "đúng"
    sheet.insert_cols(1)
    sheet.insert_rows(2)
    book.save(form[0])
    first = draw(dataset, Wanted(pages=3)).drawn_figures[0].figure_id
    assert read_form(form[0]).figures == {first: FigureVerdict(is_right=True)}


def test_verdicts_come_back_from_the_file_of_the_page(tmp_path: Path, dataset: Dataset) -> None:
    sample = draw(dataset, Wanted())
    told = {
        "format": FORMAT,
        "sample": sample.as_json(),
        "figures": {"f": {"verdict": "wrong", "true_value": 25, "note": ""}, "g": {"verdict": "right"}},
        "pages": {"p": {"missed": 1, "missed_vnd": None, "note": ""}},
    }
    (tmp_path / "x.json").write_text(json.dumps(told), "utf-8")
    read = read_form(tmp_path / "x.json")
    assert read.sample == sample
    assert read.figures == {
        "f": FigureVerdict(is_right=False, true_value=25),
        "g": FigureVerdict(is_right=True),
    }
    assert read.pages == {"p": PageVerdict(1)}


@pytest.mark.parametrize(
    ("figures", "pages", "message"),
    [
        ({1: ["maybe"]}, {}, "sheet 'Số liệu', row 3: 'maybe' is no verdict"),
        ({0: ["sai", "nhiều"]}, {}, "sheet 'Số liệu', row 2: 'nhiều' is no number"),
        ({0: ["sai", -5]}, {}, "row 2: '-5' is no number"),
        ({}, {0: ["vài"]}, "sheet 'Trang', row 2: 'vài' is no number"),
    ],
)
def test_what_is_no_verdict_is_named_with_its_place(
    form: tuple[Path, Path], figures: dict[int, list[Any]], pages: dict[int, list[Any]], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        read_form(filled(form[0], figures, pages))


def test_what_is_no_form_is_refused(tmp_path: Path, form: tuple[Path, Path]) -> None:
    other = openpyxl.Workbook()
    other.save(tmp_path / "other.xlsx")
    (tmp_path / "other.json").write_text('{"format": "x"}', "utf-8")
    for file in (tmp_path / "other.xlsx", tmp_path / "other.json", form[1]):
        with pytest.raises(InputError, match="no form"):
            read_form(file)
    with pytest.raises(InputError, match="cannot read"):
        read_form(tmp_path / "none.xlsx")
    book = openpyxl.load_workbook(form[0])
    book[FIGURES_SHEET]["A1"] = "Phán"
    book.save(form[0])
    with pytest.raises(InputError, match="lacks the column 'Đánh giá / Verdict'"):
        read_form(form[0])
