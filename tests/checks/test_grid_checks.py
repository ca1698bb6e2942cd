"""Tables: percentages of rows, sums of columns, balances carried forward."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.checks.interval import Interval
from extract.checks.page_checks import check_page
from extract.pipeline import Knowledge, draw_facts
from extract.snippet import snippet

PLAN = """Đơn vị tính: triệu đồng
TT | Nội dung | Dự toán | Thực hiện | Tỷ lệ (%)
I | Tổng thu | 7.000 | 4.215 | 60,2
1 | Thu xã hưởng toàn bộ | 450 | 312 | {first}
2 | Thu phân chia | 1.550 | 1.103 | 71,2
3 | Thu bổ sung | 5.000 | {result} | 56,0"""

BALANCE = """Đơn vị tính: 1.000 đồng
Quỹ | Mang sang | Thu | Chi | Còn lại
Quỹ tỉnh | 208.036 | 732.918 | 53.850 | 887.104
Quỹ huyện | 994.799 | 457.201 | 724.802 | {closing}"""


SUMS = """Thôn | Tổng số (hộ) | Tỷ lệ (%) | Hộ nghèo (hộ) | Tỷ lệ (%) | Hộ cận nghèo (hộ)
Thôn Thượng | 61 | 12,2 | 35 | 7,0 | 26
Thôn Trung | {whole} | 9,6 | 22 | 4,4 | 26
Thôn Hạ | 15 | 4,1 | 9 | 2,5 | 6
Xóm Mới | 37 | 7,7 | 14 | 2,9 | 23"""


TWO_LANGUAGES = """| Triệu đồng |
STT | Nội dung | Dự toán |
| I | Tổng thu ngân sách
Total revenues | 835,535 |
1 | Thu nội địa
Domestic revenue | 520,700 |
2 | Thu dầu thô - Oil revenues | |
3 | Viện trợ | |
4 | Thu khác | |
5 | Vay | |
6 | Thu từ quỹ | |
7 | Nguồn năm trước chuyển sang
Brought forward revenues | {forward} |
8 | Các khoản để lại | 276,900 |"""

ONE_CELL_A_LINE = """Học sinh đầu năm, tổng số
HS
17.619
17.534
- Mầm non
cháu
2.000
2.365
- Tiểu học
HS
7.872
{pupils}
- THCS
''
7.747
7.851"""

NUMBERED_ONE_CELL_A_LINE = """STT
Xã, thị trấn
Diện tích (ha)
Số dân (người)
I. Huyện Tân Lập
3,201.75
{people}
1
Thị trấn Tân Lập
980.25
8,130
2
Tân An
1,120.40
6,412
3
Tân Mỹ
1,101.10
5,958"""


ONE_VALUE_A_ROW = """Triệu đồng - Millions of dong
STT
Nội dung
Dự toán
I
Tổng thu trên địa bàn
Total revenues
7,599,800
1
Thu nội địa hưởng 100%
Domestic revenue
{domestic}
2
Thu xuất khẩu, nhập khẩu
4,240,000"""


def told(text: str, knowledge: Knowledge) -> Counter[tuple[str, str]]:
    checks = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    return Counter((check.kind, check.outcome) for check in checks)


def test_columns_and_rows_agree(knowledge: Knowledge) -> None:
    found = told(PLAN.format(first="69,3", result="2.800"), knowledge)
    assert found == {("plan_ratio", "agrees"): 4, ("parts_sum", "agrees"): 2}


def test_a_wrong_percentage_disagrees(knowledge: Knowledge) -> None:
    found = told(PLAN.format(first="96,3", result="2.800"), knowledge)
    assert found["plan_ratio", "disagrees"] == 1
    assert found["plan_ratio", "agrees"] == 3


def test_a_wrong_cell_disagrees_in_row_and_column(knowledge: Knowledge) -> None:
    found = told(PLAN.format(first="69,3", result="2.880"), knowledge)
    assert found["parts_sum", "disagrees"] == 1
    assert found["plan_ratio", "disagrees"] == 1


def test_rows_far_from_their_sum_say_nothing(knowledge: Knowledge) -> None:
    found = told(PLAN.format(first="69,3", result="1.800"), knowledge)
    assert found["parts_sum", "disagrees"] == 0


def test_a_balance_is_known_by_a_row_that_holds(knowledge: Knowledge) -> None:
    assert told(BALANCE.format(closing="727.198"), knowledge)["balance", "agrees"] == 2
    assert told(BALANCE.format(closing="719.198"), knowledge)["balance", "disagrees"] == 1


def test_a_column_that_sums_up_others_is_known_by_the_rows_that_hold(knowledge: Knowledge) -> None:
    assert told(SUMS.format(whole="48"), knowledge) == {("parts_sum", "agrees"): 4}
    assert told(SUMS.format(whole="47"), knowledge) == {("parts_sum", "agrees"): 3, ("parts_sum", "disagrees"): 1}
    assert told(SUMS.format(whole="95"), knowledge) == {("parts_sum", "agrees"): 3}


def test_labels_in_two_languages_keep_their_numbers(knowledge: Knowledge) -> None:
    assert told(TWO_LANGUAGES.format(forward="37,935"), knowledge) == {("parts_sum", "agrees"): 1}
    assert told(TWO_LANGUAGES.format(forward="39,735"), knowledge) == {("parts_sum", "disagrees"): 1}


def test_dashes_take_the_row_above_apart(knowledge: Knowledge) -> None:
    assert told(ONE_CELL_A_LINE.format(pupils="7.318"), knowledge) == {("parts_sum", "agrees"): 2}
    assert told(ONE_CELL_A_LINE.format(pupils="6.318"), knowledge) == {("parts_sum", "agrees"): 1}


def test_rows_below_a_roman_numeral_are_summed_up_where_commas_part_thousands(knowledge: Knowledge) -> None:
    assert told(NUMBERED_ONE_CELL_A_LINE.format(people="20,500"), knowledge) == {("parts_sum", "agrees"): 2}
    found = told(NUMBERED_ONE_CELL_A_LINE.format(people="20,300"), knowledge)
    assert found == {("parts_sum", "agrees"): 1, ("parts_sum", "disagrees"): 1}


def test_rows_of_one_value_keep_their_numbers(knowledge: Knowledge) -> None:
    assert told(ONE_VALUE_A_ROW.format(domestic="3,359,800"), knowledge) == {("parts_sum", "agrees"): 1}
    assert told(ONE_VALUE_A_ROW.format(domestic="3,395,800"), knowledge) == {("parts_sum", "disagrees"): 1}


LED = """Đơn vị tính: ha
Địa phương
Kế hoạch
Đã gieo
Tổng số
12.500
12.250
- Xã Tân Hòa
5.000
4.900
- Xã Tân Lộc
3.500
3.430
Nông trường
4.000
{sown}
- Đội 1
2.600
2.548
- Đội 2
1.400
1.372"""


def test_a_row_without_a_dash_between_dashed_ones_leads_those_below(knowledge: Knowledge) -> None:
    assert told(LED.format(sown="3.920"), knowledge) == {("parts_sum", "agrees"): 4}
    assert told(LED.format(sown="3.290"), knowledge)["parts_sum", "agrees"] == 2


STACKED = """TT
Đơn vị
Tổng số nhà
Đã xong (nhà)
Đang làm (nhà)
1
Xã Tân Hòa
140
100
40
2
Xã Tân Lộc
175
120
55
3
Xã Tân Mỹ
90
{done}
26
Tổng cộng
405
284
121"""


def test_a_last_cell_above_a_total_without_a_number_is_no_row_number(knowledge: Knowledge) -> None:
    assert told(STACKED.format(done="64"), knowledge) == {("parts_sum", "agrees"): 7}
    found = told(STACKED.format(done="62"), knowledge)
    assert found == {("parts_sum", "agrees"): 5, ("parts_sum", "disagrees"): 2}  # its row and its column


SPACED = """TT Xã Tổng số hộ Hộ nghèo Tỷ lệ Hộ cận nghèo Tỷ lệ
1 Xã Tân Hòa 1.250 150 12,00 75 6,00
2 Xã Thống Nhất 640 208 {share} 80 12,50
3 Xã Tân Lộc 960 120 12,50 48 5,00
4 Xã Tân Mỹ 800 100 12,50 56 7,00
Tổng cộng 3.650 578 15,84 259 7,10"""


def test_decimals_that_are_ratios_of_their_rows_are_percentages(knowledge: Knowledge) -> None:
    assert told(SPACED.format(share="32,50"), knowledge) == {("percent_of", "agrees"): 10, ("parts_sum", "agrees"): 3}
    found = told(SPACED.format(share="35,20"), knowledge)
    assert found["percent_of", "disagrees"] == 1
    assert found["percent_of", "agrees"] == 9
    cut = told(SPACED.format(share="32,51"), knowledge)  # by one of the last digit it may be off, as all percentages
    assert cut["percent_of", "agrees"] == 10


def test_decimals_of_other_things_are_no_percentages(knowledge: Knowledge) -> None:
    rows = "Xã Tân Hòa 1.250 150 7,25\nXã Tân Lộc 960 120 6,40\nXã Tân Mỹ 800 100 5,75\nXã Tân An 640 80 6,10"
    assert told(rows, knowledge) == {}


def test_percentages_in_a_line_above_are_no_heads(knowledge: Knowledge) -> None:
    text = "Học sinh bỏ học: khối 6: 1,2 %; khối 7: 0,8 %\nHạnh kiểm học sinh\nLoại\nSL\nTL%\nTốt\n96\n80\nKhá\n24\n20"
    kinds = [figure.kind for figure in draw_facts(snippet(text), knowledge).facts.figures]
    assert kinds == ["percent", "percent", "number", "percent", "number", "percent"]


def test_levels_of_a_row_and_their_column_may_come_to_the_same(knowledge: Knowledge) -> None:
    rows = [(11, 1, 9, 1), (9, 0, 7, 2), (13, 1, 10, 2), (12, 2, 6, 4), (6, 2, 2, 2)]
    total = [sum(column) for column in zip(*rows, strict=True)]
    lines = [f"Chi bộ {letter}\t" + "\t".join(map(str, row)) for letter, row in zip("ABCDE", rows, strict=True)]
    head = "Chi bộ\tSố đảng viên được xếp loại\tHTXSNV\tHTTNV\tHTNV"
    text = "\n".join(["Kết quả xếp loại", head, *lines, "Cộng\t" + "\t".join(map(str, total))])
    found = check_page(draw_facts(snippet(text), knowledge), knowledge.checks)
    sums = Counter((check.kind, check.right_low) for check in found if check.outcome == "agrees")
    assert sums["parts_sum", total[3]] == 1 == sums["ratings_sum", rows[0][0]]
    assert total[3] == rows[0][0]


@pytest.mark.parametrize("label", ["\tTổng cộng\t", "Tổng cộng\t\t"])
def test_a_total_below_the_row_numbers(label: str, knowledge: Knowledge) -> None:
    head = "TT\tThôn\tTổng số hộ\tSố hộ đăng ký\tSố hộ đạt\tTỷ lệ %\tGhi chú"
    rows = ["1\tĐông\t215\t210\t198\t92,1\t", "2\tTây\t180\t178\t165\t91,7\tMới tách", f"{label}395\t388\t363\t91,9"]
    found = check_page(draw_facts(snippet("\n".join(["Gia đình văn hóa", head, *rows])), knowledge), knowledge.checks)
    assert Counter(check.kind for check in found if check.outcome == "agrees") == {"parts_sum": 3, "percent_of": 3}


YEARS = """Chỉ tiêu ĐV tính 2014 2015 2016 2017 2018
Tổng số hộ hộ 41220.00 42182.00 42340.00 43248.00 43696.00
Số hộ nghèo hộ 6338.00 5108.00 4454.00 3838.00 3277.00
Tỷ lệ hộ nghèo % 15.40 12.11 {third} 8.87 7.50"""

SHARES_BELOW = """TT\tĐối tượng\tTổng số\tHTXSNV\tHTTNV\tHTNV\tKHTNV
1\tChi bộ\t112\t23\t85\t4\t0
\tTỷ lệ (%)\t\t20,54\t75,89\t3,57\t0
2\tĐảng viên\t4.870\t872\t3.811\t176\t11
\tTỷ lệ (%)\t\t17,91\t78,25\t3,61\t0,23"""

RATES_OF_PLANS = """TT\tChỉ tiêu\tĐVT\tKế hoạch\tThực hiện\tĐạt (%)
1\tGiải quyết việc làm\tngười\t2.600\t2.745\t105,6
2\tTham gia bảo hiểm y tế\t%\t95\t95,4\t100,4
3\tHộ gia đình văn hóa\thộ\t41.000\t42.312\t103,2"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (YEARS.format(third="10.52"), {("percent_of", "agrees"): 5}),
        (YEARS.format(third="10.44"), {("percent_of", "agrees"): 4, ("percent_of", "disagrees"): 1}),
        (SHARES_BELOW, {("percent_of", "agrees"): 7, ("ratings_sum", "agrees"): 2}),
        (RATES_OF_PLANS, {("plan_ratio", "agrees"): 3}),
    ],
)
def test_rows_of_percentages_and_rates_of_rates(
    text: str, found: dict[tuple[str, str], int], knowledge: Knowledge
) -> None:
    assert told(text, knowledge) == found


def test_tables_rounded_one_by_one_show_by_how_much(knowledge: Knowledge) -> None:
    rows = "Xã\tTổng số\tNam\tNữ\nA\t33.278\t11.951\t21.328\nB\t4.250\t2.100\t2.150\nC\t5.310\t2.700\t2.610"
    sums = [check for check in check_page(draw_facts(snippet(rows), knowledge), knowledge.checks) if check.left_low]
    meeting = [
        Interval(c.left_low, c.left_high).meets(Interval(c.right_low or 0, c.right_high)) for c in sums if c.left_low
    ]
    assert sums
    assert meeting == [check.outcome == "agrees" for check in sums]


def test_a_row_behind_a_dash_tells_its_share_in_the_row_above(knowledge: Knowledge) -> None:
    text = (
        "ĐVT: triệu đồng\n1 Tổng nguồn vốn 412.500 100\n2 Cho vay hộ nghèo 99.000 24,0\n- Trung ương 97.812 98,8\n"
        "- Địa phương 1.188 1,2\n3 Cho vay khác 8.250 2,0"
    )
    assert told(text, knowledge)["percent_of", "agrees"] == 4


@pytest.mark.parametrize(("opener", "shares"), [("| | Trong đó: | | |\n", 4), ("", 0)])
def test_rows_below_an_opener_tell_their_shares_in_the_row_above(
    opener: str, shares: int, knowledge: Knowledge
) -> None:
    text = (
        "ĐVT: triệu đồng\n| TT | Nguồn vốn | Số tiền | Tỷ trọng % |\n| 1 | Tổng nguồn vốn | 412.500 | 100 |\n"
        f"| 2 | Cho vay hộ nghèo | 99.000 | 24,0 |\n{opener}| | Vốn trung ương | 97.812 | 98,8 |\n"
        "| | Vốn địa phương | 1.188 | 1,2 |\n| 3 | Cho vay khác | 8.250 | 2,0 |"
    )
    assert told(text, knowledge)["percent_of", "agrees"] == shares


def test_what_a_minus_takes_away_counts_so(knowledge: Knowledge) -> None:
    text = (
        "Đơn vị tính: đồng\nTT\tNội dung\tDự toán\tĐiều chỉnh\nI\tTổng thu\t910.000.000\t{total}\n"
        "1\tThu bổ sung\t650.000.000\t145.000.000\n2\tThu tiền sử dụng đất\t260.000.000\t-60.000.000"
    )
    assert told(text.format(total="85.000.000"), knowledge) == {("parts_sum", "agrees"): 2}
    assert told(text.format(total="205.000.000"), knowledge)["parts_sum", "agrees"] == 1


@pytest.mark.parametrize(("whole", "outcome"), [("450", "agrees"), ("460", "disagrees"), ("440", "disagrees")])
def test_a_total_that_ends_the_page_is_checked_like_any_other(whole: str, outcome: str, knowledge: Knowledge) -> None:
    """Its parts stand above it: none of them can be cut off."""
    rows = "1 | Ấp An | 150\n2 | Ấp Lợi | 100\n3 | Ấp Phú | 200"
    assert told(f"TT | Ấp | Kinh phí (triệu đồng)\n{rows}\n| Tổng cộng | {whole}", knowledge) == {
        ("parts_sum", outcome): 1
    }


def test_a_column_short_of_its_sum_at_the_end_of_a_text_where_others_meet_theirs(knowledge: Knowledge) -> None:
    table = (
        "Năm 2012\nNăm 2013\nNăm 2014\nTổng số\n590\n541\n435\n- Khối 6\n122\n141\n109\n"
        "- Khối 7\n134\n117\n112\n- Khối 8\n146\n113\n107\n- Khối 9\n188\n150\n107"
    )
    checks = check_page(draw_facts(snippet(table), knowledge), knowledge.checks)
    assert [check.outcome for check in checks if check.kind == "parts_sum"] == ["agrees", "disagrees", "agrees"]
