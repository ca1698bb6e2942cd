"""Which amount goes to which thing, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet

if TYPE_CHECKING:
    from extract.facts.doings import Doing


def owners(text: str) -> list[tuple[str, str | None]]:
    """Every amount of money in millions of đồng, with its scope, and the indicator it was tied to."""
    facts = draw_facts(snippet(text), shipped_rules()).facts
    return [(f"{row.amount_million:g} {row.scope}", row.indicator) for row in facts.money]


def doings(text: str) -> tuple[Doing, ...]:
    return draw_facts(snippet(text), shipped_rules()).ties.doings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a long sentence parted by semicolons: every part keeps its own
        (
            (
                "tặng 18 phần học bỗng với số tiền 9,5 triệu đồng; làm đường hẻm chiều dài 260m giá trị thành tiền là "
                "540 triệu đồng; hộ cận nghèo nhận 120 thẻ bảo hiểm y tế gần 40 triệu đồng"
            ),
            [("9.5 total", "scholarship"), ("540 total", "road.built"), ("40 total", "card.health_insurance")],
        ),
        # nobody gives a bicycle or a cow for so little: it is what each cost
        (
            "Trao 20 xe đạp giá 1,5 triệu đồng, 12 xe lăn trị giá 2,2 triệu đồng.",
            [("1.5 each", "bicycle.given"), ("2.2 each", "wheelchair.given")],
        ),
        ("Tặng 10 con bò giống trị giá 15 triệu đồng.", [("15 each", "livelihood.given")]),
        ("Tặng 10 con bò giống trị giá 150 triệu đồng.", [("150 total", "livelihood.given")]),
        ("Trao 20 xe đạp trị giá 30 triệu đồng.", [("30 total", "bicycle.given")]),
        ("Trao 20 xe đạp giá 1,5 triệu đồng/chiếc.", [("1.5 each", "bicycle.given")]),
        # what comes to the price of one is paid for each
        (
            "Hội xây 3 căn nhà, trị giá 80 triệu đồng/căn, trong đó quỹ giúp 60 triệu đồng, gia đình góp 20 triệu.",
            [("80 each", "house.built"), ("60 each", "house.built"), ("20 each", "house.built")],
        ),
        # what is given by the year is that of all, unless one may get it
        (
            "Công ty ủng hộ Quỹ 100 triệu đồng, mỗi năm hỗ trợ tiếp 50 triệu đồng; mỗi tháng giúp em An 500.000 đồng.",
            [("100 total", "fund.raised"), ("50 total", None), ("0.5 each", None)],
        ),
        # what each of some people got, whatever they are called, is not what others got before
        (
            "Trao học bổng cho 60 em. Xã khen thưởng 18 học sinh giỏi, mỗi em 200.000 đồng.",
            [("0.2 each", "pupil_award")],
        ),
        # one total for things of one family, of several families
        ("cất mới 6 căn, sửa chữa 01 căn nhà với số tiền 320 triệu đồng", [("320 total", "house")]),
        ("tặng 60 phần quà và 12 suất học bổng, tổng trị giá 24 triệu đồng", [("24 total", "mixed")]),
        ("tặng 25 bộ quần áo, 900 quyển vở tổng trị giá 24 triệu đồng", [("24 total", "gift")]),
        ("nhắc nhở 236 trường hợp, tặng 30 phần quà với số tiền 9 triệu đồng", [("9 total", "gift.given")]),
        # worth so much that it is all of them, though it stands among what each gets
        (
            "trao 293 phần quà, mỗi phần gồm 10kg gạo, 01 chai dầu ăn và tiền mặt, trị giá 109.950.000đ",
            [("109.95 total", "gift.given")],
        ),
        (
            "trao 293 phần quà, mỗi phần gồm 10kg gạo, 01 chai dầu ăn và tiền mặt, trị giá 350.000đ",
            [("0.35 each", "gift.given")],
        ),
        # beside an amount for each in its bracket
        ("tặng mỗi em 1 xe đạp (500.000 đồng và sách trị giá 200.000 đồng)", [("0.5 each", None), ("0.2 each", None)]),
        # the amount leads
        ("Hội trích 24,5 triệu đồng mua 30 thẻ BHYT", [("24.5 total", "card.health_insurance")]),
        ("Với kinh phí 500 triệu đồng, xã đã xây 10 căn nhà", [("500 total", "house.built")]),
        ("hỗ trợ 265 triệu đồng xây 14 căn nhà và sửa chữa 8 căn nhà", [("265 total", "house")]),
        ("Thu ngân sách được 5 tỷ đồng, trao 20 suất học bổng", [("5000 total", "budget.revenue")]),
        # each, by unit
        (
            "Đoàn trao 9 phần quà (3 triệu đồng/phần) cho các mẹ và 84 phần quà (1,5 triệu đồng/phần) cho hộ nghèo",
            [("3 each", "gift.given"), ("1.5 each", "gift.given")],
        ),
        (
            "tặng 5 xe đạp và 10 suất học bổng, mỗi suất 1 triệu đồng, mỗi xe đạp 2 triệu đồng",
            [("1 each", "scholarship"), ("2 each", "bicycle.given")],
        ),
        ("Hội trao 12 phần quà. Kinh phí 6 triệu đồng do chùa lo.", [("6 total", "gift.given")]),
        # a sentence that speaks of the one before; one that turns to something new
        ("Hội trao 12 phần quà. Tổng kinh phí 6 triệu đồng do chùa lo.", [("6 total", "gift.given")]),
        ("Hội trao 12 phần quà. Ngoài ra, tổng kinh phí 6 triệu đồng do chùa lo.", [("6 total", None)]),
        # shares of a total, and money beside the thing
        (
            "lắp 36 trụ đèn, tổng kinh phí 54 triệu đồng, trong đó đoàn viên góp 40 triệu đồng",
            [("54 total", "light.installed"), ("40 total", "light.installed")],
        ),
        ("trao 95 thẻ BHYT và 30 triệu đồng tiền mặt", [("30 total", None)]),
        # what costs nothing takes no total
        ("Có 150 đại biểu dự, kinh phí 20 triệu đồng", [("20 total", None)]),
    ],
)
def test_owners_of_amounts(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert owners(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tặng quà 40 hộ nghèo, mỗi hộ 300.000 đồng", ["each"]),
        ("tặng 40 phần quà, mỗi phần gồm 10kg gạo và 100.000 đồng", ["each"]),
        ("tổng trị giá mỗi suất gần 700.000 đồng", ["each"]),
        ("sửa 4 căn nhà, 30 triệu đồng cho mỗi căn", ["each"]),
        ("mỗi phần 300.000 đồng, tổng cộng 63 triệu đồng", ["each", "total"]),
        ("tặng 30 phần quà, mỗi phần trị giá 1 triệu đồng và 70 phần, mỗi phần 500.000 đồng", ["each", "each"]),
        ("cho vay với mức hỗ trợ 15 triệu đồng", ["each"]),
        ("đại học: 5 triệu đồng, cao đẳng: 4 triệu đồng", ["each", "each"]),
        ("tổng mức đầu tư 410 triệu đồng", ["total"]),
        ("giúp 120 hộ, tổng số tiền 42 triệu đồng", ["total"]),
        # the same measure again, of another time, or by how much it grew
        (
            "Thu nhập bình quân đầu người năm 2022 đạt 52 triệu đồng, tăng 13 triệu đồng so với năm 2019",
            ["each", "each"],
        ),
        ("Thu nhập bình quân/người: 6 triệu đồng (bằng 1,5 lần năm 2010, tăng 2 triệu đồng)", ["each", "each"]),
        (
            "Thu nhập bình quân đầu người xã năm 2015 là 21 triệu đồng, đến năm 2020 đạt 45 triệu đồng, tăng 24 triệu",
            ["each", "each", "each"],
        ),
        ("Thu nhập bình quân đầu người đạt 80 triệu đồng trở lên (năm 2025: 58 triệu đồng)", ["each", "each"]),
        ("Bình quân 54 triệu đồng/người/năm (quy định từ 53 triệu đồng trở lên)", ["each", "each"]),
        ("Trao quà 500.000 đồng/suất, tăng 200 triệu đồng so với năm trước", ["each", "total"]),
        ("Thu ngân sách 5 tỷ đồng, tăng 200 triệu đồng so với năm trước", ["total", "total"]),
        # a total a month is for all, a rate for each
        ("giúp 104 em với tổng số tiền 52.000.000 đồng/tháng (500.000 đồng/tháng/em)", ["total", "each"]),
        ("đỡ đầu 2 cháu với mức 1 triệu đồng/tháng, tổng kinh phí 5 triệu đồng/em", ["each", "each"]),
        ("giúp 60 đồng/1 hộ, gồm (50 triệu cất nhà và 8.800k tiền mặt)", ["each", "each", "each"]),
        (
            "tặng 30 suất quà trị giá 600.000 đồng/suất (gồm 400.000 đồng tiền mặt và quà trị giá 200.000 đồng)",
            ["each", "each", "each"],
        ),
    ],
)
def test_scope(text: str, expected: list[str]) -> None:
    assert [row.scope for row in draw_facts(snippet(text), shipped_rules()).facts.money] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tặng 23 phần quà, mỗi phần 100.000 đồng", "per_unit"),
        ("tặng 23 phần quà trị giá 11,5 triệu đồng", "own_total"),
        ("tặng 23 phần quà với số tiền 11,5 triệu đồng", "own_total"),
        ("tặng 23 phần quà, tổng trị giá 11,5 triệu đồng", "grand_total"),
        ("tặng 23 phần quà. Tổng trị giá 11,5 triệu đồng", "sentence_before"),
        ("trích 24 triệu đồng mua 30 thẻ BHYT", "leading_total"),
        ("trao 52 suất học bổng trị giá 500 nghìn đồng", "too_small_for_all"),
        ("trao 5 suất học bổng bậc THCS và 3 suất bậc THPT. THCS: 1 triệu đồng.", "price_by_label"),
        ("Mỗi suất học bổng 500.000 đồng, trao cho bậc tiểu học (439 suất)", "price_ahead"),
    ],
)
def test_reasons(text: str, reason: str) -> None:
    (doing, *_) = doings(text)
    assert list(doing.reasons.values()) == [reason]


def test_contents_are_no_gifts() -> None:
    text = "phát 250 phần quà, mỗi phần trị giá 400.000 đồng gồm 10kg gạo và 100.000 đồng; tổng kinh phí 100 triệu đồng"
    (doing,) = doings(text)
    assert (doing.indicator, len(doing.totals), len(doing.eaches), len(doing.others)) == ("gift.given", 1, 1, 1)


def test_long_pages_take_linear_time() -> None:
    """Every sentence looks back at a bounded number of things."""
    text = "\n".join(f"Tổ {i} tặng {i} phần quà, mỗi phần 100.000 đồng." for i in range(1, 400))
    assert len(doings(text)) == 399
