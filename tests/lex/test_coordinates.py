"""Places on the globe, which measure nothing: latitudes, longitudes, the way of a storm."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Lexed

Lexer = Callable[[str], Lexed]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("tâm bão ở 18,9 độ Vĩ Bắc; 118 độ Kinh Đông, cách bờ 560km", ["560km"]),
        ("ở khoảng 17,1 độ vĩ bắc và 110,8 độ kinh đông", []),
        ("từ 15,0 - 19,0 độ vĩ Bắc; 108,5 - 113,5 độ kinh Đông", []),
        ("tâm bão ở 17,8°N – 112,4°E; vùng nguy hiểm 15,0°–19,0°N; 108,5°–113,5°E", []),
        ("Bắc vĩ tuyến 14,5°N, phía Tây kinh tuyến 111,0°E", []),
        ("vị trí 22°09’16” vĩ bắc và 105°21’39” kinh đông, có 16 thôn", ["16 thôn"]),
        ("Tọa độ: 21°26′55″B 106°1′31″Đ / 21,44861°B 106,02528°Đ", []),
        ("từ 10o20' đến 11o05' vĩ Bắc", []),
        # what is measured
        ("nhiệt độ thấp nhất 15°C, cao nhất 37 độ C", ["15°C", "cao nhất 37 độ C"]),
        ("rét đậm dưới 11 độ, trời nồm", ["dưới 11 độ"]),
        ("mái dốc 30° so với mặt đất", ["30"]),
    ],
)
def test_places_on_the_globe_measure_nothing(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts
