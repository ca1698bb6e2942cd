"""Pages and sentences in memory: what may be given, and what is told of anything else."""

from __future__ import annotations

import math
import pathlib
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import extract
from extract.errors import BaocaoError

if TYPE_CHECKING:
    from pathlib import Path

SENTENCE = "Hội tặng 23 phần quà cho hộ nghèo."
PAGE = f"<h1>Lễ trao quà</h1><p>{SENTENCE}</p>"

OWN_RULE = """\
rules:
- id: works.coop
  indicator: works
  match: "bỏ {{count}} {{unit: {unit}}}"
  examples:
  - yes: "bỏ 2 {unit}"
  - no: "{unit} ở 2 ấp"
"""


def quotes(record: extract.PageRecord) -> list[str]:
    return [figure.quote for figure in record.facts.figures]


@pytest.mark.parametrize("given", [None, math.nan, pd.NA, 23, ["tặng 23 phần quà"], pathlib.Path("trang.txt")])
@pytest.mark.parametrize("read", [extract.read_text, extract.read_page])
def test_what_is_no_text_is_refused_by_its_type(read: object, given: object) -> None:
    assert callable(read)
    with pytest.raises(TypeError, match=rf"takes str.*, not {type(given).__name__}"):
        read(given)


def test_a_refusal_says_what_to_give_instead() -> None:
    with pytest.raises(TypeError, match=r"dropna\(\)"):
        extract.read_text(math.nan)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"read_bytes\(\)"):
        extract.read_page(pathlib.Path("trang.html"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="read_page"):
        extract.read_text(SENTENCE.encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"uri.*, not NoneType"):
        extract.read_page(PAGE, None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"rules.*, not int"):
        extract.read_text(SENTENCE, rules=(5,))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"rules.*, not NoneType"):
        extract.read_text(SENTENCE, rules=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("given", ["", "   ", "\n\n", "\x00", "\ufeff"])
def test_an_empty_text_says_nothing_and_is_no_page(given: str) -> None:
    record = extract.read_text(given)
    assert (record.page.text, record.facts.figures) == ("", ())
    with pytest.raises(extract.InputError, match="no text"):
        extract.read_page(given)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ("tặng 23\x00 phần quà", "tặng 23 phần quà"),
        ("t\x00ặng 23 phần quà\x00\x00\x00", "tặng 23 phần quà"),
        ("tặng 23 phần quà \ud800", "tặng 23 phần quà \ufffd"),
        ("\udcfftặng 23 phần quà", "\ufffdtặng 23 phần quà"),
        ("tặng 23 phần quà \ud83d\ude00", "tặng 23 phần quà \U0001f600"),
    ],
    ids=["a zero", "zeros", "half of a pair", "a byte of another charset", "both halves of a pair"],
)
def test_characters_that_are_none_cost_themselves_alone(given: str, text: str) -> None:
    for record in (extract.read_text(given), extract.read_page(given), extract.read_page(f"<p>{given}</p>")):
        assert record.page.text == text
        assert quotes(record) == ["23 phần"]
        record.page.text.encode()


def test_an_address_may_be_a_file_name_that_is_no_unicode() -> None:
    assert extract.read_page(PAGE, "h\udce4c.html").page.uri == r"h\udce4c.html"


@pytest.mark.parametrize(
    "given",
    [
        f"\ufeff{PAGE}",
        b"\xef\xbb\xbf" + PAGE.encode(),
        PAGE.encode("utf-16"),
        PAGE.encode("utf-16-be"),
        bytearray(PAGE.encode()),
        memoryview(PAGE.encode()),
        f"Tin:\n{PAGE}",
    ],
    ids=["mark", "mark in bytes", "UTF-16", "UTF-16, no mark", "bytearray", "memoryview", "words before"],
)
def test_html_is_known_by_a_tag(given: str | bytes) -> None:
    record = extract.read_page(given)
    assert record.page.media_type == "text/html"
    assert record.page.text.endswith(f"Lễ trao quà\n{SENTENCE}")


@pytest.mark.parametrize("given", ["<5 hộ nghèo được tặng 23 phần quà", "5 < 7: tặng 23 phần quà"])
def test_a_sign_of_less_is_no_tag(given: str) -> None:
    record = extract.read_page(given)
    assert (record.page.media_type, record.page.text) == ("text/plain", given)


@pytest.mark.parametrize("given", [b"%PDF-1.7 ...", b"PK\x03\x04 ...", bytes(range(32)) * 9])
def test_files_that_are_no_page_are_refused(given: bytes) -> None:
    with pytest.raises(extract.InputError, match="neither HTML nor plain text"):
        extract.read_page(given, "tep.pdf")


def test_the_errors_of_the_library_are_its_own() -> None:
    assert issubclass(extract.InputError, BaocaoError)
    assert issubclass(extract.RuleError, BaocaoError)


def test_rules_are_a_folder_or_several_and_read_again_when_they_change(tmp_path: Path) -> None:
    for unit in ("chuồng chim", "chuồng bồ câu"):
        (tmp_path / "mine.yaml").write_text(OWN_RULE.format(unit=unit), "utf-8")
        for rules in (tmp_path, str(tmp_path), [tmp_path], (str(tmp_path),)):
            record = extract.read_text(f"dân bỏ 12 {unit}", rules=rules)
            assert [figure.indicator for figure in record.facts.figures] == ["works"]


def test_a_folder_of_rules_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(extract.RuleError, match=r"no-such: there is no such folder"):
        extract.read_text(SENTENCE, rules=tmp_path / "no-such")
    with pytest.raises(extract.RuleError, match=r"no rule files \(\*\.yaml\) here"):
        extract.read_text(SENTENCE, rules=tmp_path)


def test_names_are_completed_before_they_are_used() -> None:
    assert set(extract.__all__) <= set(dir(extract))


def test_a_text_with_full_lines_is_read_as_its_paragraph() -> None:
    lines = [
        "Sáng nay, Hội Khuyến học phường tổ chức lễ trao học bổng cho các",
        "em học sinh nghèo vượt khó của năm trường trên địa bàn. Tại buổi",
        "lễ, Hội đã trao tặng 45 suất học bổng, mỗi suất trị giá 1.200.000",
        "đồng, cho các em có hoàn cảnh khó khăn nhưng đạt kết quả tốt; số",
        "tiền do các nhà hảo tâm và một số doanh nghiệp trên địa bàn ủng hộ",
        "từ đầu năm học đến nay.",
    ]
    wrapped, plain = (extract.read_text(joined.join(lines)) for joined in ("\n", " "))
    assert wrapped.page.text == plain.page.text
    assert [(row.count, row.amount_each_vnd) for row in wrapped.facts.scholarships] == [(45, 1_200_000)]
