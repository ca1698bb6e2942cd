"""Sentences, segments, headings and lists."""

from __future__ import annotations

import pytest

from extract.facts.structure import Structure, sentence_ends
from extract.lex import LexVocabulary, lex
from extract.match.shadow import cast
from extract.rulefiles import load
from extract.snippet import snippet
from extract.text import fold

FILES = load()
LEX, ENDS = LexVocabulary.load(FILES), sentence_ends(FILES)


def laid_out(text: str) -> tuple[str, Structure]:
    page = snippet(text)
    return page.text, Structure(page, cast(fold(page.text), lex(page.text, LEX)), ENDS)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hội trao 1.250 suất. Xã trao 3 suất.", ["Hội trao 1.250 suất.", "Xã trao 3 suất."]),
        ("Tại TP. Hồ Chí Minh, P. 2 trao quà.", ["Tại TP. Hồ Chí Minh, P. 2 trao quà."]),
        ("Nuôi cá, trồng nấm,…qua đó có việc làm", ["Nuôi cá, trồng nấm,…qua đó có việc làm"]),
        ("Nuôi cá, trồng nấm… Hội trao quà", ["Nuôi cá, trồng nấm…", "Hội trao quà"]),
        ("Tặng quà (gạo, mì, bánh...); trao vở", ["Tặng quà (gạo, mì, bánh...); trao vở"]),
        ("Xem binhminh.gov nhé", ["Xem binhminh.gov nhé"]),
        ("Cho công nhân.Hội trao quà", ["Cho công nhân.", "Hội trao quà"]),
        ("Dòng một\nDòng hai", ["Dòng một", "Dòng hai"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    page, found = laid_out(text)
    starts = found.sentences.starts
    ends = (*starts[1:], len(page))
    assert [page[a:b].strip() for a, b in zip(starts, ends, strict=True) if page[a:b].strip()] == sentences


def test_a_sentence_without_end_is_cut_between_figures() -> None:
    page, found = laid_out("Xã trao 1.250 suất học bổng và 22 triệu đồng cho trường, " * 300)
    starts = found.sentences.starts
    assert all(b - a <= 5_000 for a, b in zip(starts, (*starts[1:], len(page)), strict=True))
    assert all(page[start - 1] == " " and page[start].isalnum() for start in starts[1:])
    assert not any(page[start:].startswith(("triệu", "suất")) for start in starts)


def test_segments() -> None:
    page, found = laid_out("Trao quà; xây nhà. Làm đường; trồng cây")
    assert [page[start:].split()[0] for start in found.segments.starts] == ["Trao", "xây", "Làm", "trồng"]


@pytest.mark.parametrize(
    ("lines", "opener", "end"),
    [
        # where the section ends: the line that is no longer in it
        (["I. KẾT QUẢ", "Tốt.", "II. PHƯƠNG HƯỚNG", "Làm."], 0, 2),
        (["II. PHƯƠNG HƯỚNG", "1. Kinh tế", "Làm.", "2. Xã hội", "Làm."], 0, 5),
        (["1. Kết quả", "a) Kinh tế", "Tốt.", "2. Phương hướng", "Làm."], 0, 3),
        (["PHƯƠNG HƯỚNG", "1. Kinh tế", "Làm.", "KHEN THƯỞNG", "Khen."], 0, 3),
        (["Phương hướng", "1. Kinh tế", "Về xã hội", "Làm.", "KHEN THƯỞNG"], 0, 4),
        # a list item with figures closes nothing
        (["2. Chỉ tiêu", "1. Trao 20 suất quà", "2. Trồng 5 cây"], 0, 3),
    ],
)
def test_sections(lines: list[str], opener: int, end: int) -> None:
    page, found = laid_out("\n".join(lines))
    starts = (*found.blocks.starts, len(page))
    assert found.section_end(starts[opener]) == starts[end]


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["Phấn đấu:", "- Trao quà.", "- Trồng cây.", "Hội có."], 3),
        (["Phấn đấu:", "1. Trao quà.", "2. Trồng cây.", "Hội có."], 3),
        (["Phấn đấu:", "Trao quà;", "Trồng cây;", "Làm đường.", "Hội có."], 4),
        (["Phấn đấu:", "Trao quà.", "Hội có."], 1),
    ],
)
def test_lists(lines: list[str], end: int) -> None:
    page, found = laid_out("\n".join(lines))
    starts = (*found.blocks.starts, len(page))
    assert found.list_end(0) == found.lists_end(0) == starts[end]


def test_lists_with_heads_of_their_own() -> None:
    page, found = laid_out(
        "Chỉ tiêu như sau:\nVề kinh tế:\nThu 5 tỷ;\nChi 4 tỷ.\nVề xã hội:\n- Giảm 9 hộ nghèo.\nHội có."
    )
    assert page[: found.lists_end(0)].endswith("hộ nghèo.\n")
