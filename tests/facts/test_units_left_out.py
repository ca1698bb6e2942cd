"""Units that a text leaves out because they are clear."""

from __future__ import annotations

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet


def units(text: str) -> list[str | None]:
    return [figure.unit for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # production: what was measured before goes on
        ("Gieo trồng 900 ha (rau 300 ha; cây có bột (mỳ) 500; mía 100 ha).", ["ha"] * 4),
        ("Đàn trâu có 1.200 con, đàn bò 3.400, gia cầm 45.000.", ["con"] * 3),
        ("Diện tích lúa 1.200 ha, ngô 300; năng suất lúa 58,5 tạ/ha, ngô 45.", ["ha", "ha", "tạ/ha", "tạ/ha"]),
        ("Thu hoạch 12.500 tấn, đạt 102%, tăng 250 so với vụ trước (thóc 11.000).", ["tấn", "%", "tấn", "tấn"]),
        (
            "Lúa: năng suất 58,5 tạ/ha, sản lượng 420 tấn.\nNgô: 12 ha, sản lượng đạt 66,4.",
            ["tạ/ha", "tấn", "ha", "tấn"],
        ),
        # a tree whose name ends like a word for herds
        ("Trồng bạch đàn 450, keo 300. Đàn dê 45.", ["cây", "cây", "con"]),
        # bodies that have the name of people in theirs
        ("Đơn vị | Kết quả\nHội Nông dân | 45\nHội Phụ nữ | 12\nHội Khuyến học | 30", [None] * 3),
        # public services
        ("Tiếp nhận 1.250 hồ sơ, đúng hạn 1.248 (99,84%), quá hạn 2.", ["hồ sơ", "hồ sơ", "%", "hồ sơ"]),
        ("Khám bệnh cho 450 lượt người, trong đó có thẻ: 390, trẻ em: 60.", ["lượt người"] * 3),
        ("Chi bộ có 12 đảng viên, có 9 chính thức và 3 dự bị.", ["đảng viên"] * 3),
        # what only begins like a thing, and tiers of schools
        ("Chăn nuôi: 120.000. Trồng trọt đạt 45.", [None, None]),
        ("Khối mầm non có 12/12 trường tiên tiến; khối tiểu học: 9/10; khối THCS: 8/8.", ["trường"] * 6),
        ("Phường có 12 khối. Tổng số khối: 45.", ["khối"] * 2),
        # gifts, houses
        ("Hộ nghèo: 45 suất; hộ cận nghèo: 30; trẻ mồ côi: 5.", ["suất"] * 3),
        ("Làm 12 nhà, trong đó xây mới 8, sửa chữa 4.", ["nhà"] * 3),
        ("Xã chăm lo 57 hộ. Cụ thể: hội viên: 25; công nhân: 20; neo đơn: 12.", ["hộ"] * 4),
        ("Trao 10, 15 suất quà; sân 5 x 3 m.", ["suất", "suất", "m", "m"]),
        # the first of several bodies
        ("Xóm, tổ dân phố có nhà văn hóa là 215/264.", ["xóm", "xóm"]),
        ("Khá, tổ dân phố có nhà văn hóa là 215/264.", ["tổ dân phố", "tổ dân phố"]),
        # what was named before the number
        ("Tổng số hộ nghèo toàn xã: 25. Số học sinh giỏi là 120.", ["hộ", "học sinh"]),
        ("Kết nạp mới, nâng tổng số hội viên lên 230. Hội viên nòng cốt đạt 40.", ["hội viên", "hội viên"]),
        ("Xảy ra 5 vụ tai nạn, làm chết 2, bị thương 3.", ["vụ", "người", "người"]),
        ("Giảm 212 hộ nghèo; giải quyết việc làm cho 940.", ["hộ", "lao động"]),
        ("Theo thống kê, số nhà sập đổ, hư hỏng là 97; số ghe chìm, trôi là 12.", ["nhà", "ghe"]),
        (
            "Thuê bao internet 41.200; số đơn vị bầu cử 9, đại biểu có trình độ trung cấp 19.",
            ["thuê bao", "đơn vị", "đơn vị"],
        ),
        ("Đàn bò 3.400, dân số 12.300; tiêm cho trâu, bò: 450.", ["con", "người", "con"]),
        # members come and go, groups do not
        (
            "Hội có 156 hội viên ở 9 chi hội; kết nạp 4, từ trần 3; hội viên nghèo còn 2.",
            ["hội viên", "chi hội"] + ["hội viên"] * 3,
        ),
        ("Có 25 đảng viên, 3 tổ đảng; chuyển đi 1, chuyển đến 2.", ["đảng viên", "tổ", "đảng viên", "đảng viên"]),
        # a number goes on without a word before it
        ("Tặng 38 suất quà (18 cho hộ nghèo và 20 cho hộ cận nghèo).", ["suất"] * 3),
        ("Huyện có 15 xã đạt chuẩn, 3 đạt nâng cao, 1 đạt kiểu mẫu.", ["xã"] * 3),
        # another clause about another crop; several crops with one unit
        ("Lúa 450 ha, năng suất 62 tạ/ha; ngô 85, lạc 40.", ["ha", "tạ/ha", "ha", "ha"]),
        ("Gieo cấy lúa 120, ngô 85, lạc 40 ha.", ["ha"] * 3),
        # labels that are all of a unit
        (
            "Quy mô trường:\n- Giáo viên: 25\n- Học sinh: 320\n- Phòng học kiên cố: 15",
            ["giáo viên", "học sinh", "phòng"],
        ),
        ("Chi hội khá 12/19; hội viên 560, nữ 120.", ["chi hội", "chi hội", "hội viên", "hội viên"]),
        ("Kết quả, đảng bộ cơ sở 85/779, chi bộ cơ sở 74/668.", ["đảng bộ"] * 2 + ["chi bộ"] * 2),
        ("Đạt 7/53 chỉ tiên, gặp 40 ngươi, trao 31 suấ.", ["chỉ tiêu", "chỉ tiêu", "người", "suất"]),
        ("Tổ bầu cử số 1: cử tri 1.245, đi bầu 1.240", ["cử tri", "cử tri"]),
        ("Toàn xã: đảng viên: 45; đoàn viên: 120.", ["đảng viên", "đoàn viên"]),
        ("Thôn có 2.150 hộ, khẩu: 8.456; hộ nghèo: 56.", ["hộ", "khẩu", "hộ"]),
        ("Công an tuần tra 18 lượt, lập biên bản 2.", ["lượt"] * 2),
        # sentences of labels alone
        (
            "Thanh niên được gọi: 125. Có mặt: 121 (96,8%), vắng 4. Đủ sức khỏe: 58.",
            ["thanh niên"] * 2 + ["%"] + ["thanh niên"] * 2,
        ),
        ("Trường có 15 em đỗ đại học, 9 cao đẳng, 5 trung cấp.", ["em"] * 3),
        ("Khám 85 lượt, xét nghiệm 32, siêu âm 21.", ["lượt"] * 3),
        ("Đạt 5 giải, gồm 1 nhất, 3 nhì và 1 khuyến khích; 24 em (2 ba).", ["giải"] * 4 + ["em", "giải"]),
        ("Có 249 hộ đạt, chiếm 9,41.", ["hộ", "%"]),
        (
            "Chi bộ trực thuộc, có 45/45 tổ chức xếp loại; hoàn thành xuất sắc nhiệm vụ 8, hoàn thành tốt nhiệm vụ 37.",
            ["tổ chức"] * 2 + ["chi bộ"] * 2,
        ),
        ("Hội có 9 chi hội, 212 hội viên. Năm qua kết nạp 14, từ trần 3.", ["chi hội"] + ["hội viên"] * 3),
        ("Ghi nhận 312 ca mắc, 3 tử vong; 45 F0, 1.245 F1.", ["ca", "người", "ca", "trường hợp"]),
        # changes in brackets, amounts of each passed over, ratios
        ("Xảy ra 24 vụ (+3), cháy 2 vụ (-1).", ["vụ"] * 4),
        ("Xây 12 nhà (mỗi căn 50 triệu), sửa 5.", ["nhà", "đồng", "nhà"]),
        ("Trường có 24 lớp; tỷ lệ giáo viên/lớp 1,5.", ["lớp", None]),
        # people of a fraction
        ("Bỏ học 5 em; giáo viên đạt chuẩn 36/38; hộ có nước sạch 812/960.", ["em"] + ["giáo viên"] * 2 + ["hộ"] * 2),
        ("Trường có 16 lớp/560 em. Phòng học kiên cố 28/32.", ["lớp", "em", "phòng", "phòng"]),
        ("Trẻ 6 tuổi vào lớp 1 đạt 100% (112/112).", ["%", "trẻ", "trẻ"]),
        ("Huy động trẻ 5 tuổi ra lớp 98/98, trẻ 3-4 tuổi 150/165.", ["trẻ"] * 4),
        ("Uống vitamin A 32/35 trẻ; tiêm phòng cho phụ nữ có thai 76/80.", ["trẻ", "trẻ", "phụ nữ", "phụ nữ"]),
        ("Tập thể thuộc diện kiểm điểm có 21/21, trong đó cấp huyện 5.", ["tập thể"] * 3),
        # clauses that begin with what they count, and numbers that the next ones make up
        ("Xã có 812 gia đình đăng ký; dòng họ đăng ký văn hóa từ 4 lên 19.", ["gia đình", "dòng họ", "dòng họ"]),
        ("Hội viên đạt chuẩn, cụ thể: phát triển hội viên 32/30.", ["hội viên"] * 2),
        # one number for each of several names
        (
            "Tỷ lệ % giỏi/ khá/ yếu lần lượt là 61,2/ 30,1/ 8,7. Khối 4 là 58,4/ 33,6/ 8.",
            ["%"] * 6,
        ),
        # lists, one row a line
        ("Toàn xã có 60 hộ khó khăn, gồm:\n- Thôn Đông: 25\n- Thôn Đoài: 35", ["hộ"] * 3),
    ],
)
def test_clear_units(text: str, expected: list[str]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trồng 5 ha ngô. Sản lượng đạt 281,3.", ["ha", None]),  # another sentence
        ("Trồng 5 ha ngô, sản lượng đạt 281,3; thịt bò 45.", ["ha", None, None]),  # measured in something else
        (
            "Trồng 9.000 cây xanh; góp 1.700 lượt ý; gỡ 45 tật xấu",
            ["cây", "lượt", "tật xấu"],
        ),  # a word names what is counted
        ("Trồng 9.000 cây xanh; góp 45 và 60 công", ["cây", "công", "công"]),
        ("Lỗi: không giấy phép 07, chở quá số người 05, còn lại 31.", [None] * 3),  # no people are counted
        ("Hội có 320 chị (cán bộ 12/12; hội viên 85/108).", ["chị", "cán bộ", "cán bộ", "hội viên", "hội viên"]),
        ("Kiểm điểm cấp cơ sở: 165", [None]),
        ("Công an thành phố: 60", [None]),
        ("Thôn Tân Lập: 45", [None]),  # the name of a place
        ("Đoàn phường trao 12 cho bạn nghèo.", [None]),  # who gives is not what is given
        ("Thu 5,2 tỷ đồng, chi 4,9.", ["đồng", None]),  # no amount is made up
        ("Xã có 60 hộ nghèo:\n- Xây nhà: 5\n- Điểm bình quân đạt 7,5 trong năm", ["hộ", "hộ", None]),
    ],
)
def test_units_that_nothing_tells(text: str, expected: list[str | None]) -> None:
    assert units(text) == expected


def test_shares_that_leave_out_the_sign() -> None:
    assert units("Có 83/85 chi hội tốt, đạt tỷ lệ 97,6; tỷ lệ hộ nghèo 4,5.") == ["chi hội", "chi hội", "%", "%"]


def test_groups_that_are_rated_have_the_unit_they_begin_with() -> None:
    assert units("hội viên CCB gương mẫu 308/313, đạt 98,4%") == ["hội viên", "hội viên", "%"]


def test_fractions_of_what_their_labels_name() -> None:
    assert (
        units("Có 12/15 chi bộ; khu dân cư kiểu mẫu 7/9, lớp học đạt chuẩn 25/25")[2:]
        == ["khu dân cư"] * 2 + ["lớp"] * 2
    )


def test_cells_of_a_row_whose_label_tells_what_they_count() -> None:
    table = (
        "STT Nội dung Tổng số Chia theo khối\nI Tổng số học sinh 420 80 90 120 130\nII Học lực\n1 Giỏi 120 20 30 30 40"
    )
    assert units(table)[:5] == ["học sinh"] * 5


def test_a_unit_that_is_written_stands() -> None:
    text = "Xếp loại 40 tổ hòa giải: tốt 30, chiếm 75%; khá 10 (25%)"
    assert units(text) == ["tổ", "tổ", "%", "tổ", "%"]


def test_what_is_measured_tells_the_kind() -> None:
    figures = draw_facts(snippet("Lúa 1.200 ha, ngô 300; tiêm 450 liều, còn 20."), shipped_rules()).facts.figures
    assert [(figure.kind, figure.value) for figure in figures][1::2] == [("area", 300), ("count", 20)]


def test_cells_of_a_row_whose_label_counts_whatever_the_heads() -> None:
    table = "Nội dung\nTổng số\nlớp 6\nlớp 7\nSố học sinh chia theo hạnh kiểm\n652\n339\n313\nSố giáo viên\n12\n8\n4"
    assert units(table) == ["học sinh"] * 3 + ["giáo viên"] * 3


def test_numbers_of_rows_whose_labels_have_a_note_are_no_figures() -> None:
    table = (
        "Số học sinh\n652\n339\n313\n1\nTốt\n(tỉ lệ so với tổng số) 50%\n326\n170\n156\n"
        "2\nKhá\n(tỉ lệ so với tổng số) 50%\n326\n169\n157\n"
    )
    values = [figure.value for figure in draw_facts(snippet(table), shipped_rules()).facts.figures]
    assert values == [652, 339, 313, 50, 326, 170, 156, 50, 326, 169, 157]


def test_heads_in_small_letters_that_begin_alike_are_heads_of_their_own() -> None:
    table = (
        "STT\nNội dung\nTổng số\nChia theo khối lớp\nlớp 6\nlớp 7\nI\nHọc sinh theo hạnh kiểm\n652\n339\n313\n"
        "1\nTốt\n326\n170\n156\n2\nKhá\n326\n169\n157\nII\nSố học sinh theo học lực\n652\n339\n313\n"
    )
    values = [figure.value for figure in draw_facts(snippet(table), shipped_rules()).facts.figures]
    assert values == [652, 339, 313, 326, 170, 156, 326, 169, 157, 652, 339, 313]


def test_cells_of_classes_count_pupils() -> None:
    table = (
        "STT\nNội dung\nTổng số\nlớp 6\nlớp 7\nI\nHọc sinh theo hạnh kiểm\n652\n339\n313\n"
        "1\nTốt\n326\n170\n156\n2\nKhá\n326\n169\n157\n"
    )
    assert units(table) == ["học sinh"] * 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lập biên bản 23 trường hợp. Lỗi: nồng độ cồn 04, tốc độ 12, khác 07.", ["trường hợp"] * 4),
        ("Có 45 đại biểu dự. Cơ cấu: trẻ tuổi 15, ngoài Đảng 10, tôn giáo 20.", ["đại biểu"] * 4),
        # they do not add up, or there are only two; labels tell several units
        (
            "Có 45 máy tính. Trường có: đảng viên: 15; đoàn viên: 10; học sinh: 20.",
            ["máy tính", "đảng viên", "đoàn viên", "học sinh"],
        ),
        ("Lập biên bản 24 trường hợp. Lỗi: nồng độ cồn 04, tốc độ 12, khác 07.", ["trường hợp", None, None, None]),
        ("Lập biên bản 16 trường hợp. Lỗi: nồng độ cồn 04, tốc độ 12.", ["trường hợp", None, None]),
    ],
)
def test_numbers_that_add_up_have_the_unit_of_their_sum(text: str, expected: list[str | None]) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đội đã viết tin 45, bài 30.", [(45, "tin"), (30, "bài")]),
        ("Tin: 45; bài: 30; ảnh: 60", [(45, "tin"), (30, "bài"), (60, "ảnh")]),
        ("Số lượng tin 45, bài 30 và ảnh 12.", [(45, "tin"), (30, "bài"), (12, "ảnh")]),
        # one label again and again numbers what it names
        ("Học sinh làm bài 30, bài 31.", []),
        ("Lớp 5 học bài 30, lớp 6 học bài 45.", []),
    ],
)
def test_labels_in_turn_count(text: str, found: list[tuple[int, str]]) -> None:
    assert [(row.value, row.unit) for row in draw_facts(snippet(text), shipped_rules()).facts.figures] == found
