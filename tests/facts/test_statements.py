"""What was done, with the figures that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from shipped import shipped_rules

from extract.pipeline import draw_facts
from extract.snippet import snippet

if TYPE_CHECKING:
    from extract.model import Statement


def statements(text: str) -> tuple[Statement, ...]:
    return draw_facts(snippet(text), shipped_rules()).facts.statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # houses
        ("Sửa chữa, chống dột nhà cho 5 hộ nghèo", {"indicator": "house.repaired", "count": 5, "unit": "hộ"}),
        ("28 căn nhà đã đến tay các gia đình", {"indicator": "house", "count": 28, "unit": "căn"}),
        ("xóa 03 nhà dột nát", {"indicator": "house.removed_temporary", "count": 3, "action": "xóa"}),
        # roads and works
        ("bê tông hóa 3 hẻm, chiều dài 450 mét", {"indicator": "road.built", "count": 3, "length_m": 450}),
        ("cứng hóa 1,2km đường nội đồng", {"indicator": "road.built", "count": None, "length_m": 1200}),
        ("nạo vét gần 2km kênh mương", {"indicator": "canal.dredged", "length_m": 2000, "comparator": "approx_below"}),
        ("54 hộ tự nguyện hiến 6.870m2 đất", {"indicator": "land.donated", "area_m2": 6870}),
        # gifts, cards, aid
        ("UBND phường tặng quà 85 hộ chính sách", {"indicator": "gift.given", "count": 85, "beneficiary": "hộ"}),
        ("Hội trao cho bà con 50 phần quà", {"indicator": "gift.given", "action": "trao", "object": "quà"}),
        ("Phường cấp 1.040 thẻ bảo hiểm y tế", {"indicator": "card.health_insurance", "count": 1040, "action": "cấp"}),
        ("hỗ trợ đột xuất 27 học sinh", {"indicator": "aid.recipients", "count": 27, "unit": "học sinh"}),
        # campaigns
        ("8 đợt ra quân vệ sinh môi trường", {"indicator": "environment.campaign", "count": 8, "unit": "đợt"}),
        ("ra quân 14 đợt lập lại trật tự", {"indicator": "campaign.held", "count": 14}),
    ],
)
def test_one_statement(text: str, expected: dict[str, Any]) -> None:
    (row,) = statements(text)
    assert {name: getattr(row, name) for name in expected} == expected


def test_bundle_has_a_row_of_its_own() -> None:
    bundle, repaired = None, None
    for row in statements("cất mới 6 căn, sửa chữa 01 căn nhà với số tiền 320 triệu đồng"):
        if row.indicator == "house":
            bundle = row
        elif row.indicator == "house.repaired":
            repaired = row
    assert bundle is not None
    assert repaired is not None
    assert (bundle.amount_total_vnd, bundle.count) == (320_000_000, None)
    assert (repaired.amount_total_vnd, repaired.part_of) == (None, bundle.statement_id)


def test_things_done_without_figures_have_no_row() -> None:
    assert statements("Hội gắn camera an ninh, trao học bổng cho các em.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "vận động 6 nhà hảo tâm ủng hộ xây nhà",
        "Khu phố có 28 hộ nghèo chưa có nhà",
        "góp phần xây dựng phường văn minh trong 10 năm qua",
    ],
)
def test_no_house(text: str) -> None:
    assert not [row for row in statements(text) if row.indicator.startswith("house")]
