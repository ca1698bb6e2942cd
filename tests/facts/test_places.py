"""Which places a page is about."""

from __future__ import annotations

import dataclasses

import pytest

from extract.facts.places import PlaceVocabulary, Places, find_places, own_places
from extract.rulefiles import load
from extract.snippet import snippet

WORDS = PlaceVocabulary.load(load())


def about(title: str | None, body: str) -> Places:
    page = snippet(f"{title}\n{body}" if title else body)
    return own_places(dataclasses.replace(page, title=title), WORDS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phường 2, thành phố Sa Đéc", ["Phường 2", "thành phố Sa Đéc"]),
        ("xã Tân Thuận Đông, huyện Vị Thủy", ["xã Tân Thuận Đông", "huyện Vị Thủy"]),
        ("thị trấn Gò Dầu và Phước Thạnh", ["thị trấn Gò Dầu"]),
        ("PHƯỜNG 1 QUẬN TÂN BÌNH", ["PHƯỜNG 1", "QUẬN TÂN BÌNH"]),
        ("TP. Cao Lãnh; TX Gò Công", ["TP. Cao Lãnh", "TX Gò Công"]),
        ("phường cùng các ban ngành", []),
        ("xã 12 hộ nghèo", []),
        ("xã 6 tháng đầu năm", []),
        ("phường 12,5 tỷ", []),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(text, WORDS)] == names


@pytest.mark.parametrize(
    ("title", "body", "commune", "district", "province"),
    [
        (
            "Phường 3 trao học bổng",
            "Sáng 5/6, Ủy ban Mặt trận thành phố Sa Đéc dự lễ.",
            "Phường 3",
            "thành phố Sa Đéc",
            None,
        ),
        (None, "Xã Trà Côn (Trà Ôn) có 10 ấp. Xã Trà Côn trao quà.", "Xã Trà Côn", "Trà Ôn", None),
        (None, "Hội LHPN xã Long Hải, TP. Hồ Chí Minh trao quà.", "xã Long Hải", None, "TP. Hồ Chí Minh"),
        # a page of the district that names communes only as places of what happened
        (None, "Huyện Phú Tân (tỉnh An Giang) trao học bổng tại xã Phú Thọ.", None, "Huyện Phú Tân", "tỉnh An Giang"),
        # several communes, none of them the page's own
        (None, "Nhà đến tay hộ nghèo ở xã Cẩm Giang, xã Thạnh Đức, xã Phước Đông.", None, None, None),
        ("Tỉnh Hậu Giang tổng kết", "UBND các xã báo cáo.", None, None, "Tỉnh Hậu Giang"),
    ],
)
def test_own(title: str | None, body: str, commune: str | None, district: str | None, province: str | None) -> None:
    assert about(title, body) == Places(commune, district, province)
