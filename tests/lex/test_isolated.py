"""The short path for numbers that stand alone gives what the readers of names, dates and quantities give."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from extract.lex import LexVocabulary, lex
from extract.lex import scan as scan_module
from extract.rulefiles import load

if TYPE_CHECKING:
    import pytest

    from extract.model import Lexed

VOCABULARY = LexVocabulary.load(load())
SAMPLES = Path(__file__).parents[2] / "samples"
BEFORE = [
    *(
        "đã xây",
        "có",
        "là",
        "gồm",
        "thôn",
        "Thôn",
        "xã Bàu Hàm",
        "mỗi tổ",
        "gần",
        "từ",
        "giữa",
        "covid",
        "sinh viên",
        "lúc",
    ),
    *(
        "xong ,",
        "xong ;",
        "xong (",
        "xong.\n(",
        "xong:",
        "xong.",
        "-",
        "",
        "5 triệu đồng",
        "12 hộ",
        "năm",
        "\t",
        "lần thứ",
    ),
]
NUMBERS = ["2", "5", "12", "19", "2,5"]
BEHIND = [
    *(
        "hộ",
        "người",
        "căn nhà",
        "con bò",
        "tuổi",
        "tuổi trở lên",
        "năm",
        "năm rưỡi",
        "giờ",
        "phút",
        "phút30",
        "tháng đầu năm",
    ),
    *(
        "h",
        "g",
        "hay 3 hộ",
        "và 3 hộ",
        "đến 5 người",
        "triệu đồng",
        "đ",
        "kg",
        "%",
        "m2",
        "lần",
        "chị",
        "Hội viên",
        "pa-nô",
        "xyz",
    ),
    *(
        "hộ/ấp",
        "hộ / ấp",
        "tổ 7 và 10",
        "không 3 sạch",
        "trong 1",
        "hộ trở lên",
        "người - 12",
        "hộ nghèo, cận nghèo",
        "và",
    ),
    *("hộ rưỡi", "bò rưỡi", "người tới 5", "ngày 12/5", "ngày 27, 28 tháng 12", "tổ đến", "đồng chí"),
]


def both_ways(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Lexed, Lexed]:
    short = lex(text, VOCABULARY)
    with monkeypatch.context() as patch:
        patch.setattr(scan_module, "isolated", lambda _spot, _vocabulary: None)
        return short, lex(text, VOCABULARY)


def test_the_short_path_reads_all_surroundings_like_the_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for before in BEFORE:
        for number in NUMBERS:
            for behind in BEHIND:
                for end in ("", " trong xã"):
                    text = f"Nay {before} {number} {behind}{end}"
                    short, long = both_ways(text, monkeypatch)
                    assert short == long, text


def test_the_short_path_reads_the_samples_like_the_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    shuffled = random.Random(0)  # noqa: S311 - no secret
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        words = path.read_bytes().decode("utf-8", errors="ignore").split(" ")
        for _ in range(2):
            short, long = both_ways(" ".join(words), monkeypatch)
            assert short == long, path.name
            shuffled.shuffle(words)
