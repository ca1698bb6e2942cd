"""Numbers of surveys, notices and news that count nothing: tables and pictures, years broken by scanners, services."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Lexed

Lexer = Callable[[str], Lexed]


def counts(lexed: Lexer, text: str) -> list[str]:
    return [text[one.start : one.end] for one in lexed(text).quantities]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Bảng 4.2. Diện tích lúa 120 ha", ["120 ha"]),
        ("Bảng 2.3 Dân số của huyện", []),
        ("Qua Bảng 3.2 ta thấy có 45 hộ", ["45 hộ"]),
        ("Biểu đồ 2.1 Số hộ nghèo, Sơ đồ 1.1, xem mục 2.1.3 và phương trình 3.2", []),
        ("theo khoản 2.3 Điều 5", []),
        # of these a size or a count stands behind the word
        ("mục 1.250 hộ", ["1.250 hộ"]),
        ("nội dung 2.5 tỷ đồng", ["2.5 tỷ đồng"]),
    ],
)
def test_tables_and_chapters_have_numbers_in_parts(lexed: Lexer, text: str, quotes: list[str]) -> None:
    assert counts(lexed, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Ba tháng đầu năm 201 8, phường trao 45 suất", ["45 suất"]),
        ("trong năm 20 17, xã có 3 hộ", ["3 hộ"]),
        ("năm 2 019 xã trồng 5 ha", ["5 ha"]),
        ("trong 5 năm 12 hộ thoát nghèo", ["12 hộ"]),
    ],
)
def test_years_that_scanners_have_broken(lexed: Lexer, text: str, quotes: list[str]) -> None:
    assert counts(lexed, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("học sinh nghèo hai xã Tân An và Tân Bình", []),
        ("của HĐND hai huyện Tam Nông, Tháp Mười", []),
        ("hỗ trợ hai xã khó khăn", ["hai xã"]),
        ("hai xã Tân An đạt chuẩn", ["hai xã"]),
        ("2 xã Tân An, Tân Bình", ["2 xã"]),
        ("xã có hai ấp Tân An, Tân Bình đạt chuẩn", ["hai ấp"]),
    ],
)
def test_places_that_a_word_announces_are_named(lexed: Lexer, text: str, quotes: list[str]) -> None:
    assert counts(lexed, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("phấn đấu không còn hộ cận nghèo, không phát sinh hộ nghèo", []),
        ("ấp không còn hộ nghèo", ["không còn hộ"]),
    ],
)
def test_what_shall_be_no_more_is_not_counted(lexed: Lexer, text: str, quotes: list[str]) -> None:
    assert counts(lexed, text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "cầu qua kinh 9",
        "thắng ở hiệp 2, xem tập 3, hình ảnh 1, tờ 12",
        "Bệnh viện 175, tòa nhà 5, dãy 3, khoảnh 13, tiểu khu 500",
        "gọi Trung tâm cấp cứu 115, Cảnh sát 113, lực lượng 47",
        "thủy điện Sông Tranh 2, sông Bung 4",
        "dạy học tại cơ sở 2",
        "bản tin an ninh 24h: tai nạn",
        "điện thoại Iphone 6, số báo danh 123456",
        "lễ hội 6/4 âm lịch, tức 18/7 dương lịch",
        "sáng sớm 3/1, xã ra quân; trước đó 21/8, xã họp",
        "xe BKS 38X1-229.67",
        "xã Quế Thuận, Quế Xuân 2, Quế Mỹ",
        "tập tin 713,5 KB",
    ],
)
def test_what_names_or_dates_counts_nothing(lexed: Lexer, text: str) -> None:
    assert counts(lexed, text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("xây bệnh viện 200 giường", ["200 giường"]),
        ("dân tộc Kinh 250 hộ", ["250 hộ"]),
        ("nạo vét 3 tuyến 1.200 m", ["3 tuyến", "1.200 m"]),
        ("đào tạo tại cơ sở 45 học viên", ["45 học viên"]),
        ("chạy dọc sông 12 km", ["12 km"]),
        ("kịp thời cấp cứu 120 bệnh nhân", ["120 bệnh nhân"]),
        ("xã Tân Hiệp 12 hộ, Tân An 8 hộ", ["12 hộ", "8 hộ"]),
        ("phá chuyên án 5 đối tượng", ["5 đối tượng"]),
        ("ở ngã ba 2 thôn", ["2 thôn"]),
    ],
)
def test_behind_the_same_words_what_is_counted_counts(lexed: Lexer, text: str, quotes: list[str]) -> None:
    assert counts(lexed, text) == quotes
