"""What no rule reads yet, grouped by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from extract.authoring.gaps import Gap, find_gaps, gap_lines, neighbourhood
from extract.batch import run
from extract.dataset import Dataset
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet
from extract.text import fold

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once")


def gaps_of(folder: Path, *texts: str, samples: int = 3) -> list[Gap]:
    pages = folder / "pages"
    pages.mkdir()
    for number, text in enumerate(texts):
        (pages / f"{number}.txt").write_text(text, "utf-8")
    run([pages], folder / "dataset")
    return find_gaps(Dataset(folder / "dataset").pages(), samples)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ấp đã phá bỏ 12 chuồng gà cũ", "phá bỏ {count} {unit: chuồng gà} cũ"),
        ("Ấp đã phá bỏ, dọn 12 chuồng gà, vịt", "dọn {count} {unit: chuồng gà}"),  # a comma ends it
        ("Kỳ 2: 12 chuồng gà 3 con", "{count} {unit: chuồng gà}"),  # and so does another number
        ("Cầu cũ rộng 3,5m mặt bê tông", "cũ rộng {length} mặt bê"),
        ("Năng suất đạt 62,5 tạ/ha vụ hè thu", "suất đạt {yield} vụ hè"),
    ],
)
def test_the_words_of_its_clause_make_a_phrase(text: str, phrase: str) -> None:
    page = snippet(text)
    (figure, *_) = draw_facts(page, Knowledge.load()).facts.figures
    assert neighbourhood(fold(page.text), figure).phrase == phrase


def test_figures_in_the_same_words_are_one_group_and_the_largest_comes_first(tmp_path: Path) -> None:
    gaps = gaps_of(
        tmp_path,
        "Xã Tân An báo cáo\nNăm qua, dân ấp 1 phá bỏ 12 chuồng chim cũ. Cả xã dọn 31 miếu hoang.",
        "Xã Tân Hòa báo cáo\nDân ấp 3 phá bỏ 9 chuồng chim cũ.",
        "Xã Tân Lộc báo cáo\nDân ấp 8 cho hay đã phá bỏ 5 chuồng chim cũ.",
    )
    assert [(gap.around.phrase, gap.figures) for gap in gaps][:2] == [
        ("phá bỏ {count} {unit: chuồng chim} cũ", 3),
        ("xã dọn {count} {unit: miếu hoang}", 1),
    ]
    assert {sample.quote for sample in gaps[0].samples} == {"12 chuồng chim", "9 chuồng chim", "5 chuồng chim"}


def test_words_that_are_seldom_there_do_not_split_a_group(tmp_path: Path) -> None:
    lines = [f"Ấp {number} {verb} {number} chuồng chim." for number, verb in enumerate(("sửa", "bỏ", "dời", "xây"), 11)]
    (gap,) = gaps_of(tmp_path, "Xã Tân An báo cáo\n" + "\n".join(lines), samples=2)
    assert (gap.around.phrase, gap.figures, len(gap.samples)) == ("{count} {unit: chuồng chim}", 4, 2)


def test_what_a_rule_knows_is_no_gap_nor_is_a_page_that_repeats(tmp_path: Path) -> None:
    text = "Xã Tân An báo cáo\nHội tặng 23 phần học bổng. Dân ấp 1 phá bỏ 12 chuồng chim cũ."
    (gap,) = gaps_of(tmp_path, text, text)
    assert gap.figures == 1


def test_the_list_ends_with_what_it_left_out(tmp_path: Path) -> None:
    gaps = gaps_of(tmp_path, "Xã Tân An báo cáo\nDân ấp 1 phá bỏ 12 chuồng chim cũ; cả xã dọn 31 miếu hoang.")
    assert list(gap_lines(gaps, 1))[-1] == "2 figures without an indicator in 2 groups; 1 of them in the 1 shown"
