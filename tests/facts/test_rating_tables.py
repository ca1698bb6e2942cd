"""Tables of ratings, levels in their rows or columns, in the shapes that web pages and scrapers leave."""

from __future__ import annotations

import pytest

from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

MARKS = {
    "hạnh kiểm": {
        "": (300, 100, 110, 90),
        "Tốt": (260, 90, 95, 75),
        "Khá": (36, 9, 13, 14),
        "Trung bình": (4, 1, 2, 1),
    },
    "học lực": {"": (300, 100, 110, 90), "Giỏi": (60, 25, 20, 15), "Khá": (180, 60, 70, 50), "Yếu": (60, 15, 20, 25)},
}
"""Numbers of pupils by mark and level, in all and by class; the numbers rated first."""
ROWS = [
    (group, level.lower(), count, total)
    for levels in MARKS.values()
    for level, counts in levels.items()
    if level
    for group, count, total in zip(("học sinh", "lớp 6", "lớp 7", "lớp 8"), counts, levels[""], strict=True)
]
SHAPES = {"a cell a line": "\n", "bars": " | ", "tabs": "\t", "spaces": " "}


def read(text: str, knowledge: Knowledge) -> list[tuple[str, str, int | None, int | None]]:
    """Group, level, count and number rated of each row."""
    rows = draw_facts(snippet(text), knowledge).facts.ratings
    return [(row.group, row.level, row.count, row.group_total) for row in rows]


@pytest.mark.parametrize("joint", SHAPES.values(), ids=SHAPES)
def test_levels_in_rows(joint: str, knowledge: Knowledge) -> None:
    lines = [joint.join(("STT", "Nội dung", "Tổng số", "Lớp 6", "Lớp 7", "Lớp 8"))]
    for number, (mark, levels) in zip(("I", "II"), MARKS.items(), strict=True):
        for place, (level, counts) in enumerate(levels.items()):
            label = f"{level} (tỷ lệ so với tổng số)" if level else f"Số học sinh chia theo {mark}"
            lines.append(joint.join((str(place or number), label, *map(str, counts))))
    assert read("\n".join(["Trường công khai chất lượng giáo dục:", *lines]), knowledge) == ROWS


def test_a_bracket_on_a_line_of_its_own_belongs_to_the_label(knowledge: Knowledge) -> None:
    rows = [("Tốt", "80%", 240, 130), ("Khá", "15%", 45, 25), ("Yếu", "5%", 15, 5)]
    cells = "\n".join(f"{level}\n(tỷ lệ so với tổng số)  {share}\n{a}\n{b}" for level, share, a, b in rows)
    text = f"Chất lượng năm học\nTổng số\nLớp 6\nSố học sinh chia theo hạnh kiểm\n300\n160\n{cells}"
    found = draw_facts(snippet(text), knowledge).facts.ratings
    assert [(row.count, row.percent, row.group_total) for row in found] == [
        (240, 80, 300),
        (130, None, 160),
        (45, 15, 300),
        (25, None, 160),
        (15, 5, 300),
        (5, None, 160),
    ]


def test_percentages_alone_in_rows(knowledge: Knowledge) -> None:
    text = (
        "Chất lượng học sinh\nNội dung Tổng số\nLớp 1 Lớp 2\n1 Chăm chỉ 200 120 80\n(tỷ lệ so với tổng số)\n"
        "Tốt 80,0% 75,0% 87,5%\nĐạt 19,5% 25,0% 12,5%\nChưa đạt (cần cố gắng) 0,5%"
    )
    found = draw_facts(snippet(text), knowledge).facts.ratings
    assert [(row.group, row.level, row.percent, row.group_total) for row in found] == [
        ("học sinh", "tốt", 80, 200),
        ("lớp 1", "tốt", 75, 120),
        ("lớp 2", "tốt", 87.5, 80),
        ("học sinh", "đạt", 19.5, 200),
        ("lớp 1", "đạt", 25, 120),
        ("lớp 2", "đạt", 12.5, 80),
    ]
    places = {row.rating_id: place for place, row in enumerate(found)}
    assert [None if row.part_of is None else places[row.part_of] for row in found] == [None, 0, 0, None, 3, 3]


def test_percentages_in_a_column_are_of_the_counts_before(knowledge: Knowledge) -> None:
    text = (
        "Kết quả rèn luyện của sinh viên\nTT\nXếp loại\nSố lượng\nTỷ lệ\n"
        "1\nXuất sắc\n90\n15,0\n2\nTốt\n420\n70,0\n3\nKhá\n90\n15,0"
    )
    found = draw_facts(snippet(text), knowledge).facts.ratings
    assert [(row.group, row.level, row.count, row.percent) for row in found] == [
        ("sinh viên", "xuất sắc", 90, 15),
        ("sinh viên", "tốt", 420, 70),
        ("sinh viên", "khá", 90, 15),
    ]


def test_a_line_of_percentages_above_is_no_head_and_three_counts_come_to_the_number_rated(knowledge: Knowledge) -> None:
    text = (
        "Toàn trường có 600 học sinh.\nBỏ học: khối 6: 1,9 %; khối 7: 0,5 %\nXếp loại hạnh kiểm học sinh\n"
        "Loại\nSL\nTL%\nTốt\n420\n70,0\nKhá\n150\n25,0\nYếu\n30\n5,0\nXếp loại học lực"
    )
    page = draw_facts(snippet(text), knowledge).facts
    assert [(row.level, row.count, row.percent, row.group_total) for row in page.ratings] == [
        ("tốt", 420, 70, 600),
        ("khá", 150, 25, 600),
        ("yếu", 30, 5, 600),
    ]
    assert [figure.value for figure in page.figures if figure.unit == "%"][:2] == [1.9, 0.5]


def test_a_last_cell_of_one_is_no_row_number(knowledge: Knowledge) -> None:
    rows = "1\nTốt\n80\n50\n2\nKhá\n19\n9\n3\nYếu\n3\n1\n\nTân An, ngày 10 tháng 6 năm 2013"
    found = read(f"Xếp loại hạnh kiểm học sinh\nTổng số\nLớp 6\n{rows}", knowledge)
    assert [count for _, _, count, _ in found] == [80, 50, 19, 9, 3, 1]


@pytest.mark.parametrize("numbered", [True, False])
def test_levels_in_columns_with_a_cell_a_line(*, numbered: bool, knowledge: Knowledge) -> None:
    head = ["Phân loại tổ chức hội năm 2012", "Đơn vị", "Tổng số chi hội", "Vững mạnh", "Khá", "Trung bình"]
    rows = [("Xã Long Hải", 14, 12, 2, 0), ("Xã Phước Lộc", 13, 8, 2, 3), ("Xã An Nhơn", 17, 12, 5, 0)]
    lines = [*head]
    for place, row in enumerate(rows, start=1):
        lines += [str(place)] * numbered + [*map(str, row)]
    assert read("\n".join(lines), knowledge) == [
        ("chi hội", level, count, row[1])
        for row in rows
        for level, count in zip(("vững mạnh", "khá", "trung bình"), row[2:], strict=True)
    ]


def test_two_scales_side_by_side(knowledge: Knowledge) -> None:
    text = (
        "Kết quả hai mặt giáo dục của học sinh\n"
        "Khối\tTS HS\tTốt\tKhá\tTB\tGiỏi\tKhá\tTB\tYếu\n"
        "6\t120\t100\t18\t2\t30\t60\t26\t4\n7\t110\t96\t12\t2\t24\t58\t25\t3"
    )
    assert read(text, knowledge) == [
        ("học sinh", level, count, total)
        for total, counts in ((120, (100, 18, 2, 30, 60, 26, 4)), (110, (96, 12, 2, 24, 58, 25, 3)))
        for level, count in zip(("tốt", "khá", "tb", "giỏi", "khá", "tb", "yếu"), counts, strict=True)
    ]


LEAD = "Hội nghị có đông đủ đại diện các phòng ban.\n"


@pytest.mark.parametrize("joint", SHAPES.values(), ids=SHAPES)
def test_levels_that_may_be_one_are_two_columns(joint: str, knowledge: Knowledge) -> None:
    rows = [("Khu phố 1", 12, 8, 3, 1, 0), ("Khu phố 2", 15, 10, 5, 0, 0), ("Cộng", 27, 18, 8, 1, 0)]
    lines = [("Khu phố", "Tổng số tổ", "Tốt", "Khá", "Trung bình", "Yếu"), *rows]
    text = "Xếp loại tổ nhân dân tự quản\n" + "\n".join(joint.join(map(str, line)) for line in lines)
    assert read(text, knowledge) == [
        ("tổ nhân dân tự quản", level, count, row[1])
        for row in rows
        for level, count in zip(("tốt", "khá", "trung bình", "yếu"), row[2:], strict=True)
    ]


@pytest.mark.parametrize("joint", SHAPES.values(), ids=SHAPES)
def test_a_count_and_a_percentage_below_each_level(joint: str, knowledge: Knowledge) -> None:
    lines = [
        ("Lớp", "Số HS", "Giỏi", "Khá", "Yếu"),
        ("SL", "%") * 3,
        ("Lớp 6A", 40, 10, "25,0", 26, "65,0", 4, "10,0"),
        ("Lớp 6B", 50, 5, "10,0", 45, "90,0", 0, "0,0"),
    ]
    text = "Kết quả học lực của học sinh\n" + "\n".join(joint.join(map(str, line)) for line in lines)
    rows = draw_facts(snippet(text), knowledge).facts.ratings
    assert [(row.level, row.count, row.percent, row.group_total) for row in rows] == [
        ("giỏi", 10, 25, 40),
        ("khá", 26, 65, 40),
        ("yếu", 4, 10, 40),
        ("giỏi", 5, 10, 50),
        ("khá", 45, 90, 50),
        ("yếu", 0, 0, 50),
    ]


@pytest.mark.parametrize("joint", ["\n", " | ", "\t"])
def test_columns_that_count_a_title(joint: str, knowledge: Knowledge) -> None:
    lines = [
        ("STT", "Tên thôn", "Tổng số hộ", "Số hộ đạt GĐVH", "Tỷ lệ %"),
        (1, "Thôn Đông", 210, 196, "93,3"),
        (2, "Thôn Đoài", 185, 175, "94,6"),
    ]
    text = "Kết quả bình xét năm 2020\n" + "\n".join(joint.join(map(str, line)) for line in lines)
    assert read(text, knowledge) == [("hộ", "gđvh", 196, 210), ("hộ", "gđvh", 175, 185)]


@pytest.mark.parametrize("joint", ["\n", " | ", "\t"])
def test_marks_of_pupils_are_no_percentages(joint: str, knowledge: Knowledge) -> None:
    rows = [("Kết quả rèn luyện", 412, 390, 20, 2, 0), ("Kết quả học tập", 412, 85, 160, 150, 17)]
    lines = [("Nội dung", "Tổng số", "Tốt", "Khá", "Đạt", "Chưa đạt"), *rows]
    text = LEAD + "Chất lượng cuối năm học\n" + "\n".join(joint.join(map(str, line)) for line in lines)
    page = draw_facts(snippet(text), knowledge).facts
    assert [(row.group, row.level, row.count, row.percent) for row in page.ratings] == [
        ("học sinh", level, count, None)
        for row in rows
        for level, count in zip(("tốt", "khá", "đạt", "chưa đạt"), row[2:], strict=True)
    ]
    assert not [figure for figure in page.figures if figure.unit == "%"]


def test_what_is_no_table_of_ratings(knowledge: Knowledge) -> None:
    assert read("Chất lượng nguồn nước\nTốt\n12\n15\nKhá\n20\n22\nTrung bình\n3\n4", knowledge) == []
    assert read("Chi đoàn\tĐoàn viên\tNữ\nChi bộ A\t40\t20\nChi bộ B\t41\t19\nChi bộ C\t38\t22", knowledge) == []
    assert read("Ý kiến bạn đọc\nTốt\n12\nKhá\n20\nTổng phiếu\n32", knowledge) == []
    assert read("Đơn vị | Số hội viên\nHội Khuyến học | 30\nBan Khuyến học | 12\nHội Phụ nữ | 25", knowledge) == []


BRANCHES = [("Chi bộ ấp Đông", (20, 18, 3, 12, 3)), ("Chi bộ Quân sự", (9, 8, 1, 7, 0)), ("Cộng", (29, 26, 4, 19, 3))]
RATED = [
    ("đảng viên", level, count, row[1])
    for _, row in BRANCHES
    for level, count in zip(("htxsnv", "httnv", "htnv"), row[2:], strict=True)
]


def test_a_head_over_levels_in_a_row_of_their_own(knowledge: Knowledge) -> None:
    head = "TT\tChi bộ\tSố đảng viên\tSố ĐV được xếp loại\tTrong đó\tXếp loại chi bộ\nHTXSNV\tHTTNV\tHTNV"
    rows = [f"{place}\t{label}\t" + "\t".join(map(str, row)) for place, (label, row) in enumerate(BRANCHES, start=1)]
    rows[:2] = [f"{row}\tHTTNV" for row in rows[:2]]
    assert read("\n".join(["Kết quả xếp loại", head, *rows]), knowledge) == RATED


def test_a_head_a_line_over_rows_parted_by_spaces(knowledge: Knowledge) -> None:
    head = "TT Chi bộ Tổng số đảng viên\nĐược đánh giá\nHTXSNV\nHTTNV\nHTNV\n1 2 3 4 5 6 7"
    rows = [f"{place} {label} " + " ".join(map(str, row)) for place, (label, row) in enumerate(BRANCHES, start=1)]
    assert read("\n".join(["Kết quả xếp loại", head, *rows]), knowledge) == RATED


def test_counts_and_shares_below_each_level(knowledge: Knowledge) -> None:
    text = (
        "Kết quả học tập của học sinh\nLớp\tSĩ số\tHọc lực\nGiỏi\tKhá\nSL\t%\tSL\t%\n"
        "6A\t40\t10\t25,0\t30\t75,0\n6B\t50\t10\t20,0\t40\t80,0"
    )
    found = draw_facts(snippet(text), knowledge).facts.ratings
    assert [(row.level, row.count, row.percent, row.group_total) for row in found] == [
        ("giỏi", 10, 25, 40),
        ("khá", 30, 75, 40),
        ("giỏi", 10, 20, 50),
        ("khá", 40, 80, 50),
    ]


def test_rows_of_bodies(knowledge: Knowledge) -> None:
    """Each row tells which body it is of where the caption names all kinds of them."""
    text = "Kết quả phân loại các tổ chức hội:\nTổ chức | Tổng số | Vững mạnh | Khá\nHội Phụ nữ | 12 | 10 | 2"
    assert read(text, knowledge) == [("hội phụ nữ", "vững mạnh", 10, 12), ("hội phụ nữ", "khá", 2, 12)]


def test_groups_of_sums(knowledge: Knowledge) -> None:
    """The row of the sum tells who is rated where nothing above the table does."""
    text = "Xếp loại | Số tổ | Tỷ lệ\nTốt | 120 | 80%\nKhá | 24 | 16%\nTrung bình | 6 | 4%\n"
    text += "Tổng số tổ vay vốn | 150 | 100%"
    assert read(text, knowledge) == [
        ("tổ vay vốn", "tốt", 120, 150),
        ("tổ vay vốn", "khá", 24, 150),
        ("tổ vay vốn", "trung bình", 6, 150),
    ]


def test_titles_of_plans(knowledge: Knowledge) -> None:
    """Rows of titles that begin with their group, and of levels right behind it."""
    text = "Nội dung | Đơn vị | Kế hoạch | Thực hiện\nGia đình văn hóa | Hộ | 2.000 | 2.050\n"
    text += "Tổ dân phố tiên tiến | Tổ | 40 | 38"
    assert [row[:3] for row in read(text, knowledge)] == [
        ("gia đình", "văn hóa", 2000),
        ("gia đình", "văn hóa", 2050),
        ("tổ dân phố", "tiên tiến", 40),
        ("tổ dân phố", "tiên tiến", 38),
    ]
