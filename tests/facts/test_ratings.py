"""Ratings read from sentences of our own wording: what a careful reader would write down, row for row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from shipped import shipped_rules

from extract import read_page
from extract.facts.ratings.joints import Joints
from extract.facts.ratings.levels import name_key, split
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

if TYPE_CHECKING:
    from extract.model import Rating

CASES = json.loads(Path(__file__).with_name("ratings.json").read_text(encoding="utf-8"))
COLUMNS = ("group", "level", "count", "percent", "group_total", "period", "status")

NO_RATINGS = {
    "everyday words": (
        "Ban quản lý chợ nâng cao chất lượng phục vụ tốt hơn, trung bình mỗi tổ 42 thành viên.",
        "Hội quản lý tốt 5 tổ vay vốn, thực hiện tốt 12 mô hình, tổ chức tốt 5 buổi ra quân.",
        "Thu nhập trung bình 42 hộ trong thôn tăng khá.",
        "Xã sửa 3 nhà văn hóa, lắp 12 bảng tin, mở 4 buổi sinh hoạt văn hóa, văn nghệ.",
        "Phong trào gia đình văn hóa được bà con hưởng ứng; 12 đội văn nghệ hoạt động đều.",
        "Có 3 học sinh có học lực trung bình được giúp tiền đi học.",
        "Có 55 em học sinh, sinh viên hiếu học được nhận học bổng.",
        "Hội nêu 10 gương người tốt, việc tốt.",
        "Xã có 120 hộ khá, giàu và 14 hộ trung bình.",
    ),
    "praised, enrolled, proposed": (
        "Hội nghị khen thưởng 06 tập thể, 303 đảng viên hoàn thành xuất sắc nhiệm vụ.",
        "Đầu năm 400 hộ đăng ký xây dựng gia đình văn hóa.",
        "Phường đề nghị công nhận 5 khu phố văn hóa.",
        "Xã đã chọn 12 hộ gia đình văn hóa, 2 ấp văn hóa tiêu biểu đề nghị huyện khen thưởng.",
    ),
    "changes and plans": (
        "So với đầu năm, tăng 4 tổ xếp loại yếu.",
        "Vượt 3 chi hội vững mạnh so với chỉ tiêu.",
    ),
    "some of the criteria": (
        "Huyện có 6 xã đạt 15 tiêu chí nông thôn mới, 4 xã đạt 10-12/19 tiêu chí xã nông thôn mới.",
    ),
    "those who receive something": (
        "Có 4 sinh viên xuất sắc được nhận học bổng.",
        "Ngân hàng trao quà cho 25 học sinh giỏi của trường.",
    ),
    "bodies of a level of government": ("Hội thi có 30 cơ quan cấp xã, 12 đơn vị cấp huyện tham gia.",),
    "names of bodies": ("Có 40 tổ dân phố là tổ hội khuyến học.",),
    "how many levels there are": ("Cán bộ được đánh giá theo 2 mức hoàn thành tốt và hoàn thành xuất sắc nhiệm vụ.",),
    "contests": ("Thi học sinh giỏi cấp huyện có 11 em đoạt giải.",),
    "no number": ("Nhiều năm liền chi bộ hoàn thành tốt nhiệm vụ, không có nợ quá hạn.",),
}


def read(text: str, knowledge: Knowledge) -> tuple[Rating, ...]:
    return draw_facts(snippet(text), knowledge).facts.ratings


def told(rows: tuple[Rating, ...]) -> list[dict[str, Any]]:
    places = {row.rating_id: place for place, row in enumerate(rows)}
    return [
        {column: getattr(row, column) for column in COLUMNS}
        | {"part_of": None if row.part_of is None else places[row.part_of]}
        for row in rows
    ]


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case["text"][:50]) for case in CASES],
)
def test_rows(case: dict[str, Any], knowledge: Knowledge) -> None:
    assert told(read(case["text"], knowledge)) == case["rows"]


def test_cells_of_a_table() -> None:
    rows = (("Hội Nông dân", 40, 31, "77,5", 9, "22,5"), ("Đoàn Thanh niên", 10, 8, "80", 2, "20"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "".join(f"<th>{name}</th>" for name in ("Đơn vị", "Số tổ", "Loại tốt", "Tỷ lệ", "Loại khá", "Tỷ lệ"))
    page = (
        f"<h1>Tổ vay vốn quý II</h1><p>Các tổ vay vốn được chấm điểm như sau:</p><table><tr>{head}</tr>{cells}</table>"
    )
    found = [
        (row.group, row.level, row.count, row.percent, row.group_total)
        for row in read_page(page.encode()).facts.ratings
    ]
    assert found == [
        ("tổ vay vốn", "tốt", 31, 77.5, 40),
        ("tổ vay vốn", "khá", 9, 22.5, 40),
        ("tổ vay vốn", "tốt", 8, 80, 10),
        ("tổ vay vốn", "khá", 2, 20, 10),
    ]


@pytest.mark.parametrize("text", [text for texts in NO_RATINGS.values() for text in texts])
def test_what_rates_nobody(text: str, knowledge: Knowledge) -> None:
    assert read(text, knowledge) == ()


def test_rows_quote_their_text_and_name_their_parts(knowledge: Knowledge) -> None:
    for case in CASES:
        drawn = draw_facts(snippet(case["text"]), knowledge)
        ids = [row.rating_id for row in drawn.facts.ratings]
        assert len(ids) == len(set(ids))
        assert [row.start for row in drawn.facts.ratings] == sorted(row.start for row in drawn.facts.ratings)
        for row in drawn.facts.ratings:
            assert drawn.reading.page.text[row.start : row.end] == row.quote
            assert row.part_of is None or row.part_of in ids
            assert row.count is not None or row.percent is not None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("có 45 tổ tự quản vững mạnh, 29 khá", ["strong.strong", "strong.fair"]),
        ("có 126 tổ vay vốn tốt và 4 tổ khá", ["good.good", "good.fair"]),
        ("HTXSNV 06 chi bộ, HTTNV 19 chi bộ", ["task.excellent", "task.good"]),
        ("98% đảng viên hoàn thành tốt nhiệm vụ trở lên", ["task.good_up"]),
        ("có 310 hộ đạt gia đình văn hóa 3 năm liền", ["culture.culture_run"]),
    ],
)
def test_level_codes(text: str, codes: list[str], knowledge: Knowledge) -> None:
    assert [row.level_code for row in read(text, knowledge)] == codes


def test_a_count_without_a_unit_takes_the_one_before(knowledge: Knowledge) -> None:
    rated = draw_facts(snippet("Trong 74 tổ tự quản có 45 tổ vững mạnh, 29 khá."), knowledge).rated
    assert [item.unit for item in rated] == [None, "tổ"]
    assert {item.totals for item in rated} == {(0,)}


def test_percentages_tell_of_several_numbers_which_one_was_rated(knowledge: Knowledge) -> None:
    text = "Huyện có 250 HTX, gồm 190 HTX nông nghiệp và 60 HTX dịch vụ.\nQua phân loại, {0}.\n"
    told = "có 45 HTX tốt (chiếm 18%), 110 HTX khá (44%), 80 HTX trung bình (32%)"
    assert [row.group_total for row in read(text.format(told), knowledge)] == [250, 250, 250]
    told = "có 45 HTX tốt (chiếm 25%), 110 HTX khá (61%), 25 HTX trung bình (14%)"
    assert [row.group_total for row in read(text.format(told), knowledge)] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Đến nay có 84 trong tổng số 90 thôn đạt danh hiệu thôn văn hóa.", [("thôn", 84, None, 90)]),
        ("Đạt 96% gia đình học tập; 100% đơn vị học tập.", [("gia đình", None, 96, None), ("đơn vị", None, 100, None)]),
        (
            "Năm học 2020-2021: 6/10 trường đạt tiên tiến.\nNăm học 2021-2022: 6/12 trường đạt tiên tiến.",
            [("trường", 6, None, 10), ("trường", 6, None, 12)],
        ),
        (
            "Năm nay 450 hộ đăng ký gia đình văn hóa. Qua bình xét, 410 hộ đạt danh hiệu này, 40 hộ chưa đạt.",
            [("hộ", 410, None, 450)],
        ),
        (
            "Xã có 210 hộ đạt danh hiệu sản xuất kinh doanh giỏi.\nTrong đó, cấp tỉnh 12 hộ, cấp huyện 58 hộ.",
            [("hộ", 210, None, None), ("hộ", 12, None, 210), ("hộ", 58, None, 210)],
        ),
        (
            "Học sinh xếp loại học lực: giỏi 30 em, khá 50 em; hạnh kiểm: tốt 70 em, khá 10 em.",
            [("học sinh", count, None, None) for count in (30, 50, 70, 10)],
        ),
        ("Có 500 hộ đăng ký, 455 hộ được công nhận gia đình văn hóa (91%).", [("hộ", 455, 91, 500)]),
        ("Có 500 hộ đăng ký, 455 hộ được công nhận gia đình văn hóa (97%).", [("hộ", 455, 97, None)]),
        ("Hội có 900 hội viên trên tổng số 42.300 dân; 30 dòng họ học tập.", [("dòng họ", 30, None, None)]),
        (
            "Có 5/9 trường đạt tiên tiến; bậc tiểu học 2/4 trường đạt tiên tiến.",
            [("trường", 5, None, 9), ("trường tiểu học", 2, None, 4)],
        ),
        (
            "Phong trào nông dân sản xuất kinh doanh giỏi có 310 hộ cấp xã, 40 hộ cấp huyện.",
            [("hộ", 310, None, None), ("hộ", 40, None, None)],
        ),
        (
            "Đánh giá 1.000 viên chức: 960 người (96%) đạt HTTNV trở lên, gồm 310 người (hơn 31%) HTXSNV.",
            [("viên chức", 960, 96, 1000), ("viên chức", 310, 31, 1000)],
        ),
    ],
)
def test_groups_numbers_and_totals(
    text: str, rows: list[tuple[str, int | None, float | None, int | None]], knowledge: Knowledge
) -> None:
    assert [(row.group, row.count, row.percent, row.group_total) for row in read(text, knowledge)] == rows


def test_a_list_as_long_as_a_page_is_split_in_no_time() -> None:
    text = "khá, " * 20_000 + "trong sạch, vững mạnh"
    joint = Joints.of(shipped_rules().rules.rules.rating_words).level
    keys = [piece.key for piece in split(text, {"khá", "trong sạch, vững mạnh"}, joint)]
    assert keys == [*["khá"] * 20_000, "trong sạch, vững mạnh"]


def test_no_name_has_as_many_separators_as_a_list_may() -> None:
    rules = shipped_rules().rules.rules
    names = [name for group in rules.groups for name in group.names]
    names += [name for level in rules.levels for name in level.names]
    joint = Joints.of(rules.rating_words).level
    assert all(len(split(name, {name_key(name)}, joint)) == 1 for name in names)
