"""Plans told by a title, a heading or a line above, and parts of plans told by their sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shipped import shipped_rules

from extract.in_memory import read_page
from extract.pipeline import draw_facts
from extract.snippet import snippet

DONE, PLAN = "achieved", "planned"


def statuses(text: str) -> list[str]:
    """The status of every figure, in reading order."""
    return [figure.status for figure in draw_facts(snippet(text), shipped_rules()).facts.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # below a letterhead; what the school is like comes first
        (
            (
                "TRƯỜNG TIỂU HỌC A\nSố: 20/KH-TH\nTân Phú, ngày 15/9/2021\nKẾ HOẠCH\nPHÁT TRIỂN NHÀ TRƯỜNG\n"
                "PHẦN I\nTHỰC TRẠNG NHÀ TRƯỜNG\nI. Quy mô\n- Có 318 học sinh.\n"
                "PHẦN II\nMỤC TIÊU, NHIỆM VỤ\nI. Mục tiêu cụ thể\n- Có 420 học sinh.\nII. Giải pháp\n- Xây 4 phòng học."
            ),
            [DONE, PLAN, PLAN],
        ),
        (
            "TRƯỜNG A\nTrường có 318 học sinh.\nKẾ HOẠCH\n1. Phòng học\n- Xây 4 phòng.\nTIN KHÁC\nMở 2 lớp.",
            [DONE, PLAN, DONE],
        ),
        (
            "Trồng cây\n100%\nXÃ A\nSố: /KH-UBND\nKẾ HOẠCH\nTrồng cây năm 2023\nI. YÊU CẦU\n- Trồng 90 cây.",
            [DONE, PLAN],
        ),
        ("Xã bàn nhiệm vụ năm 2024, với sự tham dự của đại diện 6 khu phố.", [DONE]),
        # lines of a title that tell of results
        ("BÁO CÁO\nKẾT QUẢ THỰC HIỆN\nKẾ HOẠCH KINH TẾ NĂM 2024\n1. Kinh tế\n- Trồng 90 ha lúa.", [DONE]),
        # titles that open with a plan or what lies ahead and tell what has been done
        (
            "Tin tức\nCác chỉ tiêu giai đoạn 2016 2020 của xã đã làm được\nNgày 5/12/2015, xã mở 3 lớp.\nTrồng 90 cây.",
            [DONE, DONE],
        ),
        ("Xuân 2015, quà Tết đã có người tặng\nNgày 5/12/2014, Hội mở 3 lớp.\nTrồng 90 cây.", [DONE, DONE]),
        # plans of money, lines of a table broken in two
        ("UBND TỈNH A\nCÂN ĐỐI DỰ TOÁN NGÂN SÁCH NĂM 2007\nPLAN OF BUDGETS\nThu phí\nFees 60 triệu đồng", [PLAN]),
        ("UBND TỈNH A\nCÂN ĐỐI QUYẾT TOÁN NGÂN SÁCH NĂM 2007\nThu phí\nFees 60 triệu đồng", [DONE]),
        # targets that are set or have to be met
        (
            "Tin tức\nNHỮNG CHỈ TIÊU CHÍNH CẦN ĐẠT TRONG NĂM 2022:\n1. Kinh tế:\n- Lúa 90 ha.\n2. Xã hội:\n- Mở 3 lớp.",
            [PLAN, PLAN],
        ),
        ("Một số chỉ tiêu chủ yếu\n1/ Kinh tế\nTrồng 90 ha lúa.\n2/ Xã hội\nMở 3 lớp học.", [PLAN, PLAN]),
        # what the section says goes before a heading that only names targets
        ("A. KẾT QUẢ NĂM 2023\nI. Các chỉ tiêu\n- Lúa 90 ha.\nB. NĂM 2024\nI. Chỉ tiêu\n- Lúa 95 ha.", [DONE, PLAN]),
        (
            "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT NĂM 2023\nI. Kinh tế\n- Lúa 90 ha.\nII. Các chỉ tiêu\n- Mở 3 lớp.",
            [DONE, DONE],
        ),
        ("A. KẾT QUẢ NĂM 2023\nI. Một số chỉ tiêu chủ yếu\n- Lúa 90 ha.\nB. PHƯƠNG HƯỚNG\n- Lúa 95 ha.", [DONE, PLAN]),
        (
            "I. Dự thảo chỉ tiêu năm học 2019-2020\nB/ Chỉ tiêu cụ thể\n- Mở 3 lớp.\nII. Thu, chi\n- Thu 9 triệu đồng.",
            [PLAN, DONE],
        ),
        (
            "KẾ HOẠCH\nChiến dịch hè 2023\nI. KẾT QUẢ CHIẾN DỊCH NĂM 2022\n- Mở 3 lớp.\nII. CHỈ TIÊU\n- Mở 5 lớp.",
            [DONE, PLAN],
        ),
        (
            "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2024\n1. Tổ chức\n- Kết nạp 25 hội viên.\n2. Phong trào\n- Mở 5 lớp.",
            [PLAN, PLAN],
        ),
        ("Năm tới, xã phấn đấu mở 5 lớp; nghị quyết được 25/25 đại biểu tán thành.", [PLAN, DONE, DONE]),
        ("Các chỉ tiêu đề ra đều đạt\n- Lúa 90 ha.", [DONE]),
        ("Phương hướng, mục tiêu đến năm 2020\nTrồng 90 ha lúa.\n* Xã hội\nMở 3 lớp học.", [PLAN, PLAN]),
    ],
)
def test_titles_and_headings_of_plans(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tỉnh sẽ trồng 90 ha rau. Dễ bán nhất là: ngô 50 ha; khoai 30 ha; cà chua 10 ha.", [PLAN] * 4),
        ("Tỉnh sẽ trồng 95 ha rau. Nay đang có: ngô 50 ha; khoai 30 ha; cà chua 10 ha.", [PLAN] + [DONE] * 3),
        ("Năm nay tỉnh sẽ xây 200 căn nhà, các huyện xây 500 căn. Cộng lại là 700 căn nhà.", [PLAN] * 3),
    ],
)
def test_parts_of_plans(text: str, expected: list[str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Tân Phú: Kế hoạch phát triển kinh tế năm 2021 hoàn thành vượt mức",
        "Kế hoạch vận động Quỹ khuyến học năm 2019 vượt 20%",
        "Nghị quyết về nhiệm vụ năm 2020 được thực hiện tốt",
        "Chương trình công tác năm 2018 của Hội hoàn thành toàn diện",
        "Chỉ tiêu tuyển quân hoàn thành 100%",
        "KẾ HOẠCH THỰC HIỆN TỐT",
        "Kế hoạch vận động hoàn thành xuất sắc",
        "Các chỉ tiêu năm 2018 đều hoàn thành",
        "Dự toán thu ngân sách 2018: huyện vượt 15%",
        "Dự toán 2018: huyện vượt 15 %",
        "Kế hoạch năm 2020 và kết quả thực hiện",
        "Kế hoạch tháng hành động: kết quả bước đầu",
    ],
)
def test_headlines_of_how_plans_came_out_tell_results(title: str) -> None:
    assert set(statuses(f"{title}\nXã trồng 90 ha lúa. Hội trao 60 suất quà.")) == {DONE}


@pytest.mark.parametrize(
    "title",
    [
        "Kế hoạch thực hiện chương trình hoàn thành nông thôn mới năm 2021",
        "Nghị quyết về nhiệm vụ phát triển kinh tế năm 2020",
        "Chương trình công tác năm 2018 của Hội",
        "Chỉ tiêu tuyển quân năm 2020",
        "Kế hoạch công tác năm 2024: hoàn thành các tiêu chí",
        "Kế hoạch nâng cao kết quả học tập năm học 2020-2021",
        "Kế hoạch kiểm tra, đánh giá kết quả thực hiện các chương trình",
        "Kế hoạch công bố kết quả điều tra hộ nghèo năm 2024",
        "Kế hoạch tổng kết và khen thưởng năm học",
        "Kế hoạch thu, chi Quỹ Khuyến học",
        "Kế hoạch số 15/KH-UBND về phòng chống dịch bệnh trên đàn vật nuôi",
        "Kế hoạch thực hiện tốt công tác chăm lo Tết",
        "Công bố công khai dự toán ngân sách xã năm 2024",
        "THÔNG BÁO\nVề việc công khai dự toán thu, chi ngân sách năm 2024",
        "QUYẾT ĐỊNH\nVề việc giao dự toán thu, chi ngân sách năm 2024",
        "Dự thảo Nghị quyết về dự toán ngân sách năm 2024",
        "Tờ trình về việc phê chuẩn dự toán thu, chi ngân sách năm 2024",
        "Thuyết minh dự toán ngân sách xã năm 2024",
        "Giao chỉ tiêu trồng rừng năm 2024",
        "Đăng ký thi đua năm 2024",
        "Giao ước thi đua của các chi hội",
        "Đề án xây dựng nông thôn mới xã Tân Phú giai đoạn 2026-2030",
        "Chỉ tiêu chủ yếu nhiệm kỳ 2020-2025",
        "Một số chỉ tiêu chủ yếu và các khâu đột phá (nhiệm kỳ 2020 - 2025)",
        "Chỉ tiêu, nhiệm vụ năm 2024",
        "Mục tiêu và các chỉ tiêu chủ yếu năm 2024 của xã",
    ],
)
def test_titles_of_plans_alone_hold_for_their_page(title: str) -> None:
    assert set(statuses(f"{title}\n- Xã trồng 90 ha lúa.\n- Hội trao 60 suất quà.")) == {PLAN}


@pytest.mark.parametrize(
    "title",
    [
        "Kế hoạch “Áo ấm cho em” đến với bản xa",
        "Kế hoạch 111 của Mặt trận thị xã mang lại hiệu quả",
        "Kế hoạch khởi nghiệp của đôi vợ chồng trẻ",
        "Kế hoạch xây cầu thành hiện thực nhờ sức dân",
        "Kế hoạch sinh con thứ ba: con số đáng lo",
        "Phương án tổ chức giao thông mới giúp đường bớt kẹt",
        "Xin hỗ trợ 5 triệu đồng cho bé Na",
        "Đơn xin hỗ trợ của bà Năm đã có hồi âm",
        "Đề án trồng chè giai đoạn 2026-2030 nhìn từ xã Tân Phú",
    ],
)
def test_headlines_above_prose_that_name_plans_hold_for_nothing(title: str) -> None:
    told = statuses(f"{title}\nXã trồng 90 ha lúa. Hội trao 60 suất quà.\nChị Lan nuôi 500 con gà.")
    assert set(told[-3:]) == {DONE}


@pytest.mark.parametrize(
    "title",
    [
        "Kế hoạch hóa gia đình ở xã Tân Phú",
        "Kế hoạch nhỏ ở trường tiểu học",
        "Công khai quyết toán ngân sách năm 2022",
        "Công khai tình hình thực hiện dự toán ngân sách quý I năm 2023",
        "QUYẾT ĐỊNH\nVề việc công bố công khai quyết toán ngân sách năm 2022",
        "Kết quả giao ước thi đua năm 2023",
        "Đề án xây dựng nông thôn mới: nhiều kết quả",
        "Chỉ tiêu chủ yếu 6 tháng đầu năm 2021",
        "Một số chỉ tiêu kinh tế - xã hội chủ yếu năm 2012",
    ],
)
def test_titles_that_name_plans_and_set_none_hold_for_nothing(title: str) -> None:
    assert set(statuses(f"{title}\nXã trồng 90 ha lúa. Hội trao 60 suất quà.")) == {DONE}


@pytest.mark.parametrize(
    "title",
    [
        "Tình hình kinh tế năm 2020",
        "Tổng kết công tác năm 2021",
        "Sơ kết hoạt động hội",
        "Sơ kết 6 tháng đầu năm 2021",
        "Tổng kết năm 2021",
        "Báo cáo sơ kết quý I",
        "Hội nghị tổng kết phong trào",
    ],
)
def test_indicators_below_titles_that_look_back_are_results(title: str) -> None:
    assert statuses(f"{title}\nCác chỉ tiêu chủ yếu:\n- Gieo 90 ha lúa.") == [DONE]
    assert statuses(f"{title}\nI. Các chỉ tiêu chủ yếu\n1. Gieo 90 ha lúa.") == [DONE]


def test_a_story_that_opens_with_its_paper_is_no_list_below_a_title() -> None:
    page = snippet("Xuân 2015 với 900 suất quà\n(Báo Tân Phú) - Ngày 5/12/2014, Hội mở 3 lớp.\nHội trồng 90 cây.")
    page = replace(page, blocks=(page.blocks[0]._replace(kind="title"), *page.blocks[1:]))
    assert [one.status for one in draw_facts(page, shipped_rules()).facts.figures][1:] == [DONE, DONE]


def test_months_that_are_over_open_no_plans() -> None:
    assert statuses("Sang tháng 1/2009, bán lẻ tiếp tục tăng. Công nghiệp đạt 37 tỷ đồng.") == [DONE]
    assert statuses("Ngày 5/1/2012\nSang năm 2010, xã mở 3 lớp học. Trồng 9 cây.")[-2:] == [DONE, DONE]
    assert statuses("Sang tháng 9, xã mở 3 lớp học.") == [PLAN]


def test_what_a_plan_finds_is_there_before_it() -> None:
    text = "Kế hoạch công tác năm 2024\n{}\n- Xã có 900 hộ.\nII. NỘI DUNG\n- Trồng 90 cây."
    for heading in (
        "I. NHỮNG ĐẶC ĐIỂM CƠ BẢN",
        "I. Tình hình",
        "I. Tình hình chăn nuôi",
        "I. Đánh giá",
        "PHẦN I: CÁC ĐẶC ĐIỂM CƠ BẢN CỦA XÃ",
        "I. Điều kiện tự nhiên",
        "I. Hiện trạng",
        "I. Sự cần thiết",
        "I. Tổng quan",
    ):
        assert statuses(text.format(heading)) == [DONE, PLAN], heading


def test_a_year_before_that_of_a_plan_is_looked_back_on() -> None:
    text = "Kế hoạch công tác năm 2024\nNăm 2023, Hội kết nạp 25 hội viên. Năm 2024, kết nạp 30 hội viên."
    assert statuses(text) == [DONE, PLAN]
    assert statuses("Kế hoạch giai đoạn 2021-2025\nNăm 2021, trồng 50 cây. Năm 2022, trồng 60 cây.") == [PLAN, PLAN]
    text = "Kế hoạch trồng cây\nNgày 5/2/2024\n1. Năm 2023, trồng 50 cây.\n2. Năm nay, trồng 60 cây."
    assert statuses(text) == [DONE, PLAN]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # a headline is told again below
        (
            "Huyện dành gần 336 triệu đồng lo Tết\n\nKinh phí dự kiến để tặng quà là gần 336 triệu đồng.",
            [PLAN, PLAN],
        ),
        (
            "Huyện dành gần 336 triệu đồng lo Tết\n\nDự kiến có 80 phần quà. Huyện đã trao quà hết gần 336 triệu đồng.",
            [DONE, PLAN, DONE],
        ),
        (
            "Huyện tặng 80 phần quà\n\nDự kiến trao 80 phần quà ở xã A. Hôm qua, 80 phần quà đã tới tay người nghèo.",
            [DONE, PLAN, DONE],
        ),
        # reports that a meeting heard, with one of what is to come
        (
            (
                "Hội đồng họp\n\nXã đã báo cáo tình hình nửa đầu năm; nhiệm vụ và giải pháp 6 tháng cuối năm 2016. "
                "Theo báo cáo, kinh tế ổn định. Bán lẻ đạt trên 112 tỷ đồng."
            ),
            [DONE],
        ),
        # a page written in the middle of the year
        (
            (
                "Hội đồng họp\n\n6 tháng đầu năm 2006, công nghiệp đạt 27 tỷ đồng.\n\nHội đồng thông qua các nghị "
                "quyết: về nhiệm vụ 6 tháng cuối năm 2006, quyết toán năm 2005, điều chỉnh dự toán năm 2006."
            ),
            [DONE],
        ),
    ],
)
def test_whole_pages(page: str, expected: list[str]) -> None:
    assert [figure.status for figure in read_page(page).facts.figures] == expected
