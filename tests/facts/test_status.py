"""Done, planned or a standing rate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shipped import shipped_rules

from extract.facts.event.words import EventWords
from extract.facts.status.striving import strives_on
from extract.lex.times.calendar import Calendar
from extract.pipeline import draw_facts
from extract.rulefiles import load
from extract.snippet import snippet

if TYPE_CHECKING:
    from pathlib import Path

DONE, PLAN, NORM = "achieved", "planned", "norm"


def statuses(text: str) -> list[str]:
    """The status of every figure, in reading order."""
    return [figure.status for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words of intention
        ("Hội sẽ trao 60 suất quà", [PLAN]),
        ("Hội đã trao 45 suất quà và sẽ trao tiếp 60 suất quà", [DONE, PLAN]),
        ("Hội trao 45 suất quà; dự kiến trao tiếp 60 suất quà, kinh phí 18 triệu đồng.", [DONE, PLAN, PLAN]),
        ("14 căn nhà sẽ được khởi công, 9 căn nhà khác đã xong", [PLAN, DONE]),
        ("Phấn đấu thu ngân sách 40,6 tỷ đồng; hộ nghèo còn 0,8%; 95% hộ dân có thẻ.", [PLAN, PLAN, PLAN]),
        ("Đề nghị khen 15 cá nhân", [PLAN]),
        ("Thu năm 2005 là 34 triệu đồng, sang năm 2010 đạt 88 triệu đồng.", [DONE, DONE]),
        ("Sang năm 2010 thu 88 triệu đồng.", [PLAN]),
        ("Hội nhìn lại nhiệm kỳ 2022 - 2025, bàn phương hướng chặng tới. Về dự có 90 đại biểu.", [DONE]),
        (
            "Xã hưởng ứng việc phấn đấu đạt danh hiệu.\nQua bình xét, 812 hộ đạt, tăng 3%; trong đó 96 hộ giữ vững.",
            [DONE] * 3,
        ),
        ("Tỷ lệ % giỏi/ khá/ yếu lần lượt là 61,2/ 30,1/ 8,7.", [DONE] * 3),
        ("Có 2.100 hộ đăng ký xây dựng gia đình văn hóa, 77 dòng họ đăng ký thực hiện", [DONE, DONE]),
        ("Mục tiêu đến năm 2020: Thu ngân sách 3 tỷ đồng. Trồng 70 cây. Dịp này, khen 12 cá nhân.", [PLAN, PLAN, DONE]),
        (
            "CÁC CHỈ TIÊU CHỦ YẾU\nI. Về kinh tế\n1. Thu nhập: 60 triệu đồng.\nII. Về xã hội\n2. Trồng 9 cây.",
            [PLAN, PLAN],
        ),
        ("Các chỉ tiêu chủ yếu đều đạt và vượt: thu ngân sách 3 tỷ đồng", [DONE]),
        ("Hội đăng ký 90% chi hội đạt xuất sắc", [PLAN]),
        ("Phường có kế hoạch tặng 1.500 suất quà. Mỗi suất trị giá 500.000 đồng.", [PLAN, PLAN]),
        ("Huyện xây 50 nhà (đợt 1 sẽ làm 32 nhà), được hỗ trợ 3 tỷ đồng", [DONE, PLAN, DONE]),
        ("Công trình cần 2 tỷ đồng, xã góp được 1 tỷ đồng; nghị quyết đề ra: thu 3 tỷ đồng", [PLAN, DONE, PLAN]),
        ("Công trình có vốn 12 tỷ đồng, dự kiến xong cuối năm", [DONE]),
        ("Tỉnh giao huyện thu 500 tỷ đồng, đến nay thu được 420 tỷ đồng", [PLAN, DONE]),
        ("Thu 740 triệu đồng, đạt 74% dự toán năm (740/1.000 triệu đồng)", [DONE, DONE, DONE, PLAN]),
        (
            "Điều 1. Thông qua dự toán năm 2021 với các chỉ tiêu sau:\n1. Thu: 5 tỷ đồng\nGồm:\nThu phí 3 tỷ đồng",
            [PLAN, PLAN],
        ),
        ("I. Về dự toán thu, chi ngân sách\n1. Tổng thu: 5 tỷ đồng\n2. Tổng chi: 4 tỷ đồng", [PLAN, PLAN]),
        ("Năm 2022, phường đề ra: thu ngân sách 9 tỷ đồng; trồng 2.000 cây.", [PLAN, PLAN]),
        ("Năm qua xã đạt các chỉ tiêu HĐND đề ra: thu ngân sách 9 tỷ đồng; trồng 2.000 cây.", [DONE, DONE]),
        (
            "Để về đích, xã còn phải làm 6,2 km đường, 5 nhà văn hóa; nhu cầu vốn 8 tỷ đồng, gồm tỉnh 3 tỷ đồng.",
            [PLAN] * 4,
        ),
        ("Nửa cuối năm, huyện phải thu thêm ít nhất 54 tỷ đồng mới tròn dự toán.", [PLAN]),
        (
            "Chỉ tiêu hiến máu Trung ương giao cho tỉnh năm nay là 11.800 đơn vị máu; năm trước tỉnh thu 12.000.",
            [PLAN, DONE],
        ),
        ("Để đạt tiêu chí, xã cần bê tông hóa 7,5 km đường, kinh phí 9 tỷ đồng; đã làm 3,1 km.", [PLAN, PLAN, DONE]),
        ("Thành phố giao tăng thêm thu ngân sách đối với xã là 80 triệu đồng; xã thu 220 triệu đồng.", [PLAN, DONE]),
        (
            "Đặt chỉ tiêu trồng 2.500 ha; tính đến 30/9 trồng 1.900 ha, đạt 76%; phấn đấu đạt 95%.",
            [PLAN, DONE, DONE, PLAN],
        ),
        ("Theo dự toán được duyệt, công trình có kinh phí 4,5 tỷ đồng.", [PLAN]),
        (
            "Vốn kế hoạch làm đường là 83 tỷ đồng; chỉ tiêu quỹ 50 triệu đồng, vận động được 62 triệu đồng.",
            [PLAN, PLAN, DONE],
        ),
        ("Công ty hứa tài trợ 200 triệu đồng. Tại buổi lễ, công ty trao trước 50 triệu đồng.", [PLAN, DONE]),
        ("Nhân dân cam kết hiến 2.000 m2 đất; nay đã hiến 1.200 m2.", [PLAN, DONE]),
        # words that only look so
        ("Tiến độ thực hiện 22 chỉ tiêu: 5/9 xã xong; quỹ thu 331 triệu đồng.", [DONE] * 4),
        ("Phường giao chỉ tiêu năm 2022 cho các tổ, đồng thời khen thưởng 8 tập thể, 21 cá nhân.", [DONE, DONE]),
        (
            "Nhờ xã giao chỉ tiêu tới từng ấp nên đều đạt. Đã gieo trồng 90 ha, cụ thể:\n- Lúa 50 ha.\n- Ngô 40 ha.",
            [DONE] * 3,
        ),
        ("Giải quyết 64 hồ sơ xin cấp giấy phép; hòa giải thành 9/11 vụ.", [DONE] * 3),
        ("Giám sát 127 vụ, kiến nghị thu hồi 38 triệu đồng và 640 m2 đất.", [DONE] * 3),
        ("Nhờ nỗ lực phấn đấu, Hội kết nạp 15 hội viên", [DONE]),
        ("Các cấp giải quyết cho 53 hội viên vay 956 triệu đồng", [DONE, DONE]),
        ("Vốn Chương trình mục tiêu quốc gia năm 2022 là 5 tỷ đồng", [DONE]),
    ],
)
def test_intention(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu ngân sách hơn 9,4 tỷ đồng, bằng 112% so với chỉ tiêu quận giao", [DONE, DONE]),
        ("Thu ngân sách đạt 1 tỷ 86 triệu đồng trên kế hoạch 1 tỷ đồng, bằng 108,6%", [DONE, PLAN, DONE]),
        ("Vận động được 1,245 tỉ đồng, vượt 3,75% kế hoạch (kế hoạch 1,2 tỉ đồng)", [DONE, DONE, PLAN]),
        ("Xã được giao thu 160 triệu đồng; đến nay thu được 150 triệu đồng", [PLAN, DONE]),
        ("Chỉ tiêu năm 2022 là 20 suất quà, phường đã trao 25 suất quà, đạt 125%", [PLAN, DONE, DONE]),
        ("Hoàn thành 12/12 chỉ tiêu đề ra: thu ngân sách 9 tỷ đồng, hộ nghèo còn 8 hộ", [DONE] * 4),
        ("Kết nạp đoàn viên: KH: 50; TH: 55, đạt 110%.", [PLAN, DONE, DONE]),
        ("Hộ nghèo còn 2,1% (MT: dưới 3%).", [DONE, PLAN]),
        ("Phấn đấu giải ngân vốn đầu tư công bằng 100% kế hoạch giao", [PLAN]),
        ("Phấn đấu giảm số hộ nghèo từ 28 hộ xuống còn 23 hộ", [DONE, PLAN]),
        ("Có 2.718 hộ đăng ký, chiếm 91,39%", [DONE, DONE]),
        ("Thu phí 450 triệu đồng, đạt 45% dự toán năm (450/1.000 triệu đồng).", ["achieved"] * 3 + ["planned"]),
        ("Thu 45 triệu đồng, tăng 2% so với kế hoạch và 3% so với cùng kỳ.", ["achieved"] * 3),
        ("Phun thuốc theo kế hoạch, thu phí 45 triệu đồng.", ["achieved"]),
        ("Theo kế hoạch, xã thu phí 45 triệu đồng.", ["planned"]),
        ("Theo kế hoạch năm 2024, xã thu phí 45 triệu đồng.", ["planned"]),
        ("Hội đạt và vượt 15/20 chỉ tiêu, nổi bật là quỹ 62 triệu đồng.", ["achieved"] * 3),
    ],
)
def test_measured_by_a_plan(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the rest of the paragraph
        ("Bước sang năm 2026, xã tăng thu ngân sách. Trao 20 suất quà. Trồng 500 cây xanh.", [PLAN, PLAN]),
        ("Trong thời gian tới, xã trao 20 suất quà.\nDịp này, 14 cá nhân được tặng giấy khen.", [PLAN, DONE]),
        ("Năm tới phấn đấu có 90% chi hội xuất sắc. Dịp này, 14 cá nhân được tặng giấy khen.", [PLAN, DONE]),
        ("Hội nghị bàn phương hướng năm tới; có 64 đại biểu dự. Hội hiện có 430 hội viên.", [PLAN, DONE]),
        ("Đại hội thông qua 16 chỉ tiêu. Cụ thể, thu nhập bình quân 70 triệu đồng/người/năm.", [PLAN, PLAN]),
        # a total goes with what it is of, not with the plan said between
        (
            "Quỹ đã trao 90 suất học bổng, cam kết hỗ trợ 30 em. Tổng kinh phí trao học bổng 45 triệu đồng.",
            [DONE, PLAN, DONE],
        ),
        # what is striven for in several sentences
        (
            "Phấn đấu kết nạp 15 hội viên. Hằng năm, trồng 90 cây. Có trên 80% chi hội khá. Nay Hội có 430 hội viên.",
            [PLAN] * 3 + [DONE],
        ),
        (
            "Dự kiến năm nay thêm 3 thôn kiểu mẫu. Tỷ lệ hộ dùng nước sạch đạt 98%. Thôn Đông cách xã 2 km.",
            [PLAN] * 2 + [DONE],
        ),
        ("Phấn đấu kết nạp 15 hội viên. Tỷ lệ hội viên khá đến nay đã đạt 98%.", [PLAN, DONE]),
        ("Phấn đấu thu 5 tỷ đồng. Năng suất lúa 60 tạ/ha. Hộ nghèo dưới 2%. Thôn Đông có 90 hộ.", [PLAN] * 3 + [DONE]),
        # the day of the page is the last of the few that a meeting takes
        (
            "Hội đồng họp 2 ngày 28-29/12/2022. Năm 2023, xã thu 5 tỷ đồng. Lúa đạt 60 tạ/ha.",
            [PLAN, PLAN],
        ),
        ("Họp từ ngày 2/1/2022 đến ngày 27/12/2022. Tháng 3/2022, xã thu 5 tỷ đồng.", [DONE]),
        ("Phấn đấu trao 15 suất, đến nay đã trao 9 suất. Vận động quỹ 90 triệu đồng.", [PLAN, DONE, DONE]),
        ("Các chi hội ra sức phấn đấu. Vận động quỹ 90 triệu đồng.", [DONE]),
        ("Hội đặt ra 3 công trình: xây 1 nhà, tặng 20 suất quà", [PLAN] * 3),
        ("Mục tiêu được đặt ra là thu nhập tăng 3,5 lần; hộ nghèo giảm 2%/năm", [PLAN, PLAN]),
        # headings
        (
            "I. KẾT QUẢ\nTrao 14 suất quà.\nII. PHƯƠNG HƯỚNG NĂM 2024\n1. Kinh tế\nThu ngân sách 5 tỷ đồng.",
            [DONE, PLAN],
        ),
        ("PHƯƠNG HƯỚNG\n2. Xã hội\nTrao 20 suất quà.\nIII. KHEN THƯỞNG\nKhen thưởng 12 cá nhân.", [PLAN, DONE]),
        ("BÁO CÁO\nKết quả công tác năm 2022\nPhương hướng năm 2023\nTrong năm, Hội trao 20 suất quà.", [DONE]),
        (
            "A. KẾT QUẢ\nTrao 14 suất quà.\nB. PHƯƠNG HƯỚNG\nI. Chỉ tiêu\nLên lớp 99%.\nII. Biện pháp\nMở 4 lớp.",
            [DONE, PLAN, PLAN],
        ),
        ("*Phương hướng năm 2021\nMở 4 lớp. Trồng 9 cây.\n*Bình xét\n5 tổ xuất sắc.", [PLAN, PLAN, DONE]),
        ("PHẦN THỨ HAI\nPhương hướng năm 2023\nHội trao 20 suất quà.", [PLAN]),
        ("1. Kết quả\nTrao 14 suất quà.\n2. Phương hướng năm 2021\nTrao 20 suất quà.", [DONE, PLAN]),
        ("I. Kết quả thực hiện nhiệm vụ trọng tâm năm 2023\nTrao 14 suất quà.", [DONE]),
        ("Hội trao 14 suất quà.\nKẾ HOẠCH THÁNG 10\n- Trao 20 suất quà.", [DONE, PLAN]),
        ("Phần I. Kết quả\nTrao 14 suất quà.\nPhần II. Kế hoạch quý II\nTrao 20 suất quà.", [DONE, PLAN]),
        ("* Kết quả\n- Trồng 9 cây.\n* Kế hoạch tuần tới\n- Làm 5 km đường.", [DONE, PLAN]),
        ("II. MỤC TIÊU\n1. Trồng 9 cây.\nIII. KẾT QUẢ\n1. Trồng 8 cây.", [PLAN, DONE]),
        ("IV. Dự kiến kinh phí\n- Quà: 5 triệu đồng\nTổng: 6 triệu đồng", [PLAN, PLAN]),
        ("Danh sách dự kiến trao quà\n1. Em An: 1 triệu đồng\n2. Em Hoa: 2 triệu đồng", [PLAN, PLAN]),
        # no such headings: of results, of a fund, heads of a table
        ("3. Kế hoạch vốn đầu tư công\nĐến cuối năm giải ngân 9 tỷ đồng.", [DONE]),
        ("Kế hoạch nhỏ năm 2023: liên đội thu 900 kg giấy.\nKế hoạch hóa gia đình\nCó 95 cặp.", [DONE, DONE]),
        ("Chỉ tiêu\nKế hoạch năm\nThực hiện\nHội trao 14 suất quà.", [DONE]),
        # parts behind a semicolon, and behind a colon that opens no list of aims
        ("Đặt mục tiêu thu quỹ trên 14 tỷ đồng; trong đó, tỉnh 6 tỷ đồng; các xã 8 tỷ đồng.", [PLAN] * 3),
        ("Đã thu trên 14 tỷ đồng; trong đó, tỉnh 6 tỷ đồng.", [DONE, DONE]),
        (
            "Phấn đấu gây quỹ đạt 3 tỷ đồng, trong đó: xã 2 tỷ đồng; thôn 1 tỷ đồng. Đến tháng 9, quỹ có 1,9 tỷ đồng.",
            [PLAN] * 3 + [DONE],
        ),
        # lists
        ("Năm tới, xã phấn đấu:\n- Trao 20 suất quà.\n- Trồng 50 cây xanh.\nHội có 30 hội viên.", [PLAN, PLAN, DONE]),
        (
            "Báo sẽ trao 80 suất quà.\nCụ thể: Trường A 50 suất, Trường B 30 suất.\nHội có 30 hội viên.",
            [PLAN] * 3 + [DONE],
        ),
        ("Phấn đấu đạt:\nThu ngân sách 5 tỷ đồng;\nTrồng 50 cây xanh.\nHội có 30 hội viên.", [PLAN, PLAN, DONE]),
        (
            (
                "Nghị quyết có chỉ tiêu phấn đấu như sau:\nVề kinh tế:\nTổng thu đạt 53 tỷ đồng;\nTrồng 9 ha cây.\n"
                "Về xã hội:\nĐào tạo nghề cho 500 người;\n70% cơ quan đạt chuẩn."
            ),
            [PLAN, PLAN, PLAN, PLAN],
        ),
    ],
)
def test_reach(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 28/12/2023, xã họp. Năm 2024 trồng 500 cây xanh. Trao 20 suất quà.", [PLAN, PLAN]),
        ("Ngày 28/12/2023, xã họp. Năm 2023 trồng 500 cây xanh.", [DONE]),
        ("Ngày 14/8/2016, Hội trao 160 suất học bổng năm học 2016-2017, kinh phí 200 triệu đồng.", [DONE, DONE]),
        ("Ngày 12/12/2024, Đại hội nhiệm kỳ 2025-2027 có 45 đảng viên dự.", [DONE]),
        ("Ngày 5/7/2023, xã họp. 6 tháng cuối năm trao 20 suất quà.", [PLAN]),
        ("Ngày 28/12/2023, xã họp. 6 tháng cuối năm trao 20 suất quà.", [DONE]),
        ("Theo Quyết định ngày 27/10/2008, xã giúp 42 hộ.", [DONE]),
        # a term that opens its sentence, if it has just begun
        ("Ngày 24/10/2025, Đoàn họp.\nNhiệm kỳ 2025 - 2030, Đoàn trồng 900 cây. Ra mắt 3 đội.", [PLAN, PLAN]),
        ("Ngày 24/10/2025, Đoàn họp.\nNhiệm kỳ 2020 - 2025, Đoàn trồng 900 cây.", [DONE]),
        (
            "Nhiệm kỳ 2015-2020, xã trồng 90 cây.\nNhiệm kỳ 2020-2025, xã trồng 80 cây. Đại hội bầu 9 đồng chí.",
            [DONE, PLAN, DONE],
        ),
        # without a date, or early in a year: what is planned for it
        (
            "Ngày 28-12, xã bàn nhiệm vụ năm 2018. Năm 2017 trồng 500 cây xanh. Năm 2018 trồng 900 cây xanh.",
            [DONE, PLAN],
        ),
        (
            "Ngày 10/1/2018, xã đánh giá kết quả năm 2017, bàn phương hướng năm 2018. Năm 2018 trồng 900 cây xanh.",
            [PLAN],
        ),
        (
            "Xã ra kế hoạch gây quỹ năm 2018.\nNăm 2017, Tết Nguyên đán Mậu Tuất 2018 tặng 90 suất quà, cất 5 nhà.",
            [DONE, DONE],
        ),
        (
            (
                "Năm 2018 trồng 900 cây xanh.\nNội dung\tThực hiện năm 2017\tKế hoạch năm 2018\tThực hiện năm 2018\n"
                "Cây (cây)\t500\t800\t900\nHoa (cây)\t90\t80\t85"
            ),
            [DONE, DONE, PLAN, DONE, DONE, PLAN, DONE],
        ),
        ("Xã đã hoàn thành kế hoạch năm 2018. Năm 2017 trồng 500 cây xanh. Năm 2018 trồng 900 cây.", [DONE, DONE]),
        # what a result is compared with is none, even where the day of the page is wrong
        ("Ngày 1/10/2014. Lúa đạt 69 tạ/ha, nhiều hơn vụ xuân 2015 1 tạ/ha; thu 538 tấn.", [DONE, DONE, DONE]),
        ("Ngày 1/10/2014. Năm 2015 thu 538 tấn.", [PLAN]),
    ],
)
def test_periods_ahead_of_the_page(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


def test_what_a_resolution_adopts_is_planned() -> None:
    resolution = (
        "NGHỊ QUYẾT\nVề nhiệm vụ năm 2026\nĐiều 1. Thông qua các chỉ tiêu\n1. Về kinh tế\n- Gieo trồng 1.250 ha.\n"
        "2. Về xã hội\n- Kết nạp 15 đảng viên.\nĐiều 2. Thi hành\nNghị quyết đã có 25 đại biểu tán thành."
    )
    assert statuses(resolution) == [PLAN, PLAN, DONE]


def test_a_title_right_above_a_list_heads_it() -> None:
    targets = "- Về kinh tế:\n(1) Trồng 90 ha lúa.\n- Về xã hội:\n(2) Mở 3 lớp học."
    assert statuses(f"Các chỉ tiêu chủ yếu (nhiệm kỳ 2020-2025)\n{targets}") == [PLAN, PLAN]
    assert statuses(f"Các chỉ tiêu chủ yếu đều đạt\n{targets}") == [DONE, DONE]


def test_results_in_a_table_are_reached_under_any_heading() -> None:
    table = (
        "MỘT SỐ CHỈ TIÊU CHỦ YẾU NĂM 2022\nChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tTỷ lệ %\n"
        "Gieo trồng\tha\t1.250\t1.268\t101,4\nKết nạp đảng viên\tđảng viên\t8\t9\t112,5"
    )
    assert statuses(table) == [PLAN, DONE, DONE] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Định mức hỗ trợ là 50 triệu đồng/căn; xã đã xây 4 căn nhà", [NORM, DONE]),
        ("Theo chuẩn thu nhập 400.000 đồng/người/tháng trở xuống", [NORM]),
        ("Hộ nghèo được hỗ trợ tiền điện theo mức 46.000 đồng/hộ/tháng", [NORM]),
        ("Nghị quyết về người cao tuổi, mức hỗ trợ 500.000 đồng/người/năm", [NORM]),
        ("Xã xây 4 căn nhà, mức hỗ trợ 50 triệu đồng/căn", [DONE, DONE]),
        ("Mức quà tặng: thương binh 600.000 đồng/suất. Phường đã trao 120 suất.", [NORM, DONE]),
        ("Giá vé 20.000 đồng/người. Năm qua đón 900 lượt khách.", [NORM, DONE]),
        ("Đoàn viên được hỗ trợ theo quy định: ốm đau 500.000 đồng/người. Năm qua chi 24 triệu đồng.", [NORM, DONE]),
        ("Mức đóng góp bình quân 2,5 triệu đồng/hộ, nhân dân đóng 450 triệu đồng.", [DONE, DONE]),
        ("Mức đóng góp là 50.000 đồng/hộ, nhân dân đóng 450 triệu đồng.", [NORM, DONE]),
        (
            "Mức hỗ trợ làm đường năm 2017 theo nghị quyết của huyện: 200 triệu đồng/km, đường thôn 150 triệu đồng/km",
            [NORM, NORM],
        ),
        ("Theo nghị quyết của tỉnh, thù lao là 200.000 đồng/vụ. Năm 2018, xã chi 12 triệu đồng.", [NORM, DONE]),
        ("Ngoài tiền bồi dưỡng theo quy định (180.000 đồng/người), Hội tặng mỗi người 50.000 đồng.", [NORM, DONE]),
        (
            "Chính sách hỗ trợ: mức hỗ trợ 216.000 đồng/con; lợn thịt 375.000 đồng/con; đã chi 9 tỷ đồng.",
            [NORM, NORM, DONE],
        ),
        ("Mức hỗ trợ theo quy định là 38.000 đồng/kg; xã có 12 hộ được hỗ trợ 60 triệu đồng.", [NORM, DONE, DONE]),
        (
            "Có 90 hộ vượt chuẩn nghèo trên 11 triệu đồng/người/tháng, bằng 125%, và 8 hộ chuyển đi.",
            [DONE, NORM, DONE, DONE],
        ),
        ("Có 6 phường hết hộ nghèo dưới 9 triệu đồng/người/năm; tặng hộ nghèo 2 triệu đồng.", [DONE, NORM, DONE]),
        ("Hộ nghèo là hộ có thu nhập dưới 700.000 đồng/tháng. Xã còn 35 hộ nghèo.", [NORM, DONE]),
        ("Mức hỗ trợ theo quy định là 38.000 đồng/kg, tổng số tiền 210 triệu đồng", [NORM, DONE]),
        ("Thu nhập 29,5 triệu đồng/người (tiêu chí: từ 33 triệu đồng trở lên); hộ nghèo 78 hộ", [DONE, NORM, DONE]),
        # levels that somebody decides on, and what goes on with them
        ("UBND tỉnh công bố mức hỗ trợ mới: xây mới 80 triệu đồng/hộ; sửa chữa 40 triệu đồng/hộ.", [NORM, NORM]),
        (
            "Tỉnh vừa ban hành quyết định về mức hỗ trợ. Theo đó, lợn nái 30.000 đồng/kg; đã chi 9 tỷ đồng cho 40 hộ.",
            [NORM, DONE, DONE],
        ),
        ("Tỉnh ra 12 nghị quyết, thông qua nghị quyết về chính sách cho 300 hộ. Theo đó, chi 9 tỷ đồng.", [DONE] * 3),
        ("HĐND nâng mức hỗ trợ từ 60 triệu đồng lên 80 triệu đồng/căn, dự kiến có 30 hộ hưởng.", [NORM, NORM, PLAN]),
        ("Nay được vay tối đa 100 triệu đồng; trước đó mức vay tối đa là 30 triệu đồng.", [NORM, NORM]),
        ("Mức vay tối đa: 50 triệu đồng/hộ. Có 60 hộ vay từ 30 đến 50 triệu đồng.", [NORM, DONE, DONE]),
        ("Dư nợ 5 tỷ đồng, lãi suất 0,65%/tháng, tăng 12%", [DONE, NORM, DONE]),
        ("Mức vận động: hộ nông nghiệp 10.000 đồng; hộ khác 30.000 đồng. Đã thu 9 triệu đồng.", [NORM, NORM, DONE]),
        (
            "Người già hưởng trợ cấp 360.000 đồng/tháng. Có 312 người hưởng trợ cấp với số tiền 112 triệu đồng.",
            [NORM, DONE, DONE],
        ),
        (
            "Theo Nghị quyết số 12/2023/NQ-HĐND, học sinh được hỗ trợ 500.000 đồng/tháng. Có 45 em hưởng 2 tỷ đồng.",
            [NORM, DONE, DONE],
        ),
        ("Giá nước sạch 8.500 đồng/m3. Giá lúa 6.500 đồng/kg.", [NORM, DONE]),
        ("Các tổ sau không được công nhận: có trọng án; hộ sinh con thứ ba vượt quá 1% tổng số hộ.", [NORM]),
        ("Theo Quyết định 102, 286 hộ được hỗ trợ, bình quân 100.000 đồng/hộ", [DONE, DONE]),
    ],
)
def test_norms(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


def test_years_after_a_day_of_long_ago_are_no_plans() -> None:
    history = (
        "Xã Tân Hòa\nNgày 27 tháng 8 năm 2009, xã Tân An được chia làm hai.\nNăm 2019, xã có 12.345 người, 11 thôn."
    )
    assert statuses(history)[-2:] == [DONE, DONE]
    assert statuses("Ngày 5/7/2023, xã họp.\nĐến năm 2030 có 90% hộ dùng nước sạch.") == [PLAN]


def test_what_opens_terms_and_lists_of_aims_is_said_in_rule_files(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(
        "strives_on_to_percent: [quãng]\nevent_days:\n  leads_to_term: [sang]\n", encoding="utf-8"
    )
    files = load((tmp_path,))
    assert strives_on(files).match(" Quãng 60% số hộ".lower())
    assert not strives_on(load()).match(" quãng 60% số hộ")
    own, shipped = (EventWords.load(read, Calendar.load(read)) for read in (files, load()))
    assert own.term_opens.search("ra mắt. sang ")
    assert shipped.term_opens.search("ra mắt. trong ")
    assert not shipped.term_opens.search("ra mắt. sang ")
