"""Which places a page is about."""

from __future__ import annotations

import dataclasses

import pytest

from extract import read_text
from extract.facts.place.own_places import Places, own_places
from extract.facts.place.places import PlaceVocabulary, find_places
from extract.rulefiles import load
from extract.snippet import snippet
from extract.text import fold

WORDS = PlaceVocabulary.load(load())


def about(title: str | None, body: str) -> Places:
    page = snippet(f"{title}\n{body}" if title else body)
    return own_places(dataclasses.replace(page, title=title), fold(page.text), WORDS)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phường 2, thành phố Sa Đéc", ["Phường 2", "thành phố Sa Đéc"]),
        ("xã Tân Thuận Đông, huyện Vị Thủy", ["xã Tân Thuận Đông", "huyện Vị Thủy"]),
        ("thị trấn Gò Dầu và Phước Thạnh", ["thị trấn Gò Dầu"]),
        ("PHƯỜNG 1 QUẬN TÂN BÌNH", ["PHƯỜNG 1", "QUẬN TÂN BÌNH"]),
        # a union that is called by its place
        ("Xã đoàn Tân Hội (TP. Cao Lãnh)", ["Xã Tân Hội", "TP. Cao Lãnh"]),
        ("Phường Đoàn 7; xã đoàn vận động", ["Phường 7"]),
        ("xã Đoàn Kết; phường Đoàn Kết", ["xã Đoàn Kết", "phường Đoàn Kết"]),
        ("tại UBND xã Vĩnh Thạnh, xã Đoàn đã ra quân", ["xã Vĩnh Thạnh"]),
        ("TP. Cao Lãnh; TX Gò Công", ["TP. Cao Lãnh", "TX Gò Công"]),
        ("Tác giả: P.V; ảnh: P.V; P.10", ["P.10"]),
        # the name of a person behind that of a place
        ("Chủ tịch UBND xã Tân Hội Nguyễn Văn An", ["xã Tân Hội"]),
        ("LĐLĐ thành phố Hà Nội Trần Thị Hoa", ["thành phố Hà Nội"]),
        ("phường Đặng Trần Côn; xã Nguyễn Phích", ["phường Đặng Trần Côn", "xã Nguyễn Phích"]),
        ("phường cùng các ban ngành", []),
        ("xã 12 hộ nghèo", []),
        ("xã 6 tháng đầu năm", []),
        ("phường 12,5 tỷ", []),
        # a name may hold the first word of a type: only another place ends it
        ("xã Tân Thành, huyện Vị Thủy", ["xã Tân Thành", "huyện Vị Thủy"]),
        ("xã Tân Xã và xã Hải Quận", ["xã Tân Xã", "xã Hải Quận"]),
        ("phường Tân Thành TP. Cà Mau", ["phường Tân Thành", "TP. Cà Mau"]),
        # a weekday ends it, but may be a name; so do words that no name has, and the end of the block
        ("xã Vĩnh Thuận Thứ hai - 07/09/2020", ["xã Vĩnh Thuận"]),
        ("thị trấn Thứ Ba, huyện An Biên", ["thị trấn Thứ Ba", "huyện An Biên"]),
        ("xã Vĩnh Thuận UBND huyện", ["xã Vĩnh Thuận"]),
        ("huyện Vĩnh Linh\nVĩnh Linh tổng kết", ["huyện Vĩnh Linh"]),
        ("UBND phường\nTân An", []),
        # capitals
        ("TỈNH BÌNH THUẬN Mẫu số 2", ["TỈNH BÌNH THUẬN"]),
        ("XÃ TÂN HỘI TRAO QUÀ", ["XÃ TÂN HỘI"]),
        ("KINH TẾ - XÃ HỘI 6 THÁNG ĐẦU NĂM", []),
        ("CHỈ TIÊU CHỦ YẾU CỦA THỊ TRẤN MỸ AN HƯNG\nNăm 2020", ["THỊ TRẤN MỸ AN HƯNG"]),
        ("CHỈ TIÊU CHỦ YẾU CỦA THỊ TRẤN MỸ AN", ["THỊ TRẤN MỸ AN"]),
        (
            "PHƯỜNG LÊ HỒNG PHONG RA QUÂN\nphường Lê Hồng Phong ra quân",
            ["PHƯỜNG LÊ HỒNG PHONG", "phường Lê Hồng Phong"],
        ),
        ("PHƯỜNG LÊ HỒNG RA QUÂN", ["PHƯỜNG LÊ HỒNG"]),
        ("thu chi ngân sách xã An Phú 9 tháng năm 2018", ["xã An Phú"]),
        ("UBND xã An Phú 2 công khai", ["xã An Phú 2"]),
        ("kế hoạch của xã An Phú 2 năm 2020, xã An Phú 2 năm qua", ["xã An Phú 2", "xã An Phú"]),
        ("xã Hội Xuân", ["xã Hội Xuân"]),
        ("huyện Hội phát động, QUẬN HỘI PHÚ NHUẬN", []),
        ("Hợp tác xã Tân Tiến ở xã An Phú", ["xã An Phú"]),
        ("Ban Thường vụ Quận Đoàn Thanh Khê, Tỉnh Đoàn Cà Mau", []),
        (
            "HĐND phường Bình An TPHCM, xã Bình Mỹ UBMTTQ, xã Vĩnh Châu A",
            ["phường Bình An", "xã Bình Mỹ", "xã Vĩnh Châu A"],
        ),
        # words of any sentence in capitals, which the page has in small letters too
        ("ĐOÀN XÃ GIEO MẠ\nĐoàn xã An Phú gieo mạ giúp 5 hộ", ["xã An Phú"]),
        ("UBND TỈNH THÁNG 5\nTrong tháng 5, UBND tỉnh họp", []),
        ("HĐND XÃ VI HƯƠNG KHOÁ XX", ["XÃ VI HƯƠNG"]),
        ("TIN CÁC XÃ - THỊ TRẤN TIN MỚI\nxã Gia An họp", ["xã Gia An"]),
        ("THU NGÂN SÁCH XÃ NĂM 2020\nthu ngân sách năm 2020", []),
        ("XÃ ĐOÀN KẾT GIEO MẠ\nđoàn kết; xã Đoàn Kết gieo mạ", ["XÃ ĐOÀN KẾT", "xã Đoàn Kết"]),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert [place.name for place in find_places(text, fold(text), WORDS)] == names


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
        # a page of the district that names a commune below a picture alone
        (
            None,
            "Huyện Phú Tân (tỉnh An Giang) trao học bổng.\nPhát học bổng cho các em ở xã Phú Thọ\nCác em vui.",
            None,
            "Huyện Phú Tân",
            "tỉnh An Giang",
        ),
        # ... but for one that is named in full and again
        (
            None,
            "Công an tỉnh Yên Bái giúp xã Tân Hợp, huyện Văn Yên. Bà con xã Tân Hợp vui.",
            "xã Tân Hợp",
            "huyện Văn Yên",
            "tỉnh Yên Bái",
        ),
        # ... or that opens the page and is named again and again, wherever it meets
        (
            None,
            "Sáng 8/3, tại thị xã Tân An, Hội Nông dân phường 2 họp. Hội phường 2 có 300 người. Năm nay phường 2 vui.",
            "phường 2",
            "thị xã Tân An",
            None,
        ),
        (None, "Sáng 8/3, huyện Bến Cầu họp về xã An Phú. Bà con xã An Phú vui.", None, "huyện Bến Cầu", None),
        # several communes, none of them the page's own
        (None, "Nhà đến tay hộ nghèo ở xã Cẩm Giang, xã Thạnh Đức, xã Phước Đông.", None, None, None),
        # a title in which what is done has a capital too
        (
            "Phú Yên: Hội Phụ Nữ Huyện Triển Khai Công Tác Hội",
            "Hội LHPN huyện Sơn Hòa họp.",
            None,
            "huyện Sơn Hòa",
            "Phú Yên",
        ),
        ("Hội Nông dân huyện Thuận Bắc Tổ chức Đại hội", "Hội mở đại hội.", None, "huyện Thuận Bắc", None),
        # districts of a list, or of a page that tells of their province
        (None, "Có 5 nơi thu vượt là thị xã Tân An và các huyện: Bến Lức, Cần Giuộc.", None, None, None),
        (None, "Hội thăm huyện Tân Trụ, huyện Cần Đước và huyện Đức Hòa.", None, None, None),
        (None, "Trong tỉnh có 18 nhà tốc mái, huyện Tân Trụ sập 1 căn, huyện Cần Đước 3 căn.", None, None, None),
        (None, "Huyện Tân Trụ trao quà. Về dự có Hội CCB huyện Cần Đước.", None, "Huyện Tân Trụ", None),
        # the province beside the page's own place; none of donors, strangers or a list
        (None, "Huyện Lai Vung (Đồng Tháp) nhận máu tại Bệnh viện ở TP HCM.", None, "Huyện Lai Vung", "Đồng Tháp"),
        (None, "Xã Tân An khánh thành cầu. Ông Nam (ngụ tỉnh Bình Dương) góp 90 triệu.", "Xã Tân An", None, None),
        (None, "Xã Tân An khánh thành cầu, nhờ anh em Hà Nội, Hải Phòng và Bắc Giang.", "Xã Tân An", None, None),
        (None, "Huyện Ba Tri nhận quà của đoàn ở huyện Củ Chi, TP HCM.", None, "Huyện Ba Tri", None),
        (None, "Đoàn 5 tỉnh Tây Nguyên về huyện Chư Prông, Gia Lai.", None, "huyện Chư Prông", "Gia Lai"),
        (None, "Công an tỉnh Thừa Thiên - Huế về dự.", None, None, "tỉnh Thừa Thiên - Huế"),
        # a city is a province or lies in the province of its name
        (None, "UBND phường 1, TP Vĩnh Long trao quà.", "phường 1", "thành phố Vĩnh Long", "Vĩnh Long"),
        # a type word is spelled out
        (None, "UBND P.Tân An (Q.Bình Tân) trao quà cho dân P.Tân An.", "phường Tân An", "quận Bình Tân", None),
        ("TT.Gia An trao quà", "Sáng 8/3, TT.Gia An, H.Tánh Linh họp.", "thị trấn Gia An", "huyện Tánh Linh", None),
        (None, "UBND X.Gia An trao nhà cho hộ nghèo. X.Gia An vui.", "xã Gia An", None, None),
        (None, "Quỹ trao nhà cho chị X. Hôm ấy chị X. Vui lắm.", None, None, None),
        (None, "Trao học bổng\nX.Phú | 5/9/2022\nHội trao 50 suất học bổng. X.Phú", None, None, None),
        ("Tùng Ảnh họp", "UBND xã Tùng Ảnh họp. Ảnh: Lan", "xã Tùng Ảnh", None, None),
        # below a table, of a page that names no other place
        (
            "Kinh tế",
            f"{'Lúa 12 ha, ngô 5 ha.' * 50} Xã Gia An đổi khác. Xã Gia An thuần nông.",
            "Xã Gia An",
            None,
            None,
        ),
        (
            "Kinh tế",
            f"{'Lúa 12 ha, ngô 5 ha.' * 50} Xã Gia An ở huyện Tánh Linh. Xã Gia An vui.",
            None,
            "huyện Tánh Linh",
            None,
        ),
        (None, "UBMTTQ phường Bình Trưng, TP HCM trao quà.", "phường Bình Trưng", None, "TP HCM"),
        (None, "Hội LHPN xã Long Hải, TPHCM trao quà.", "xã Long Hải", None, "TPHCM"),
        # the one named most, no other's chairman
        (None, "Xã Tân Hưng trao quà. Về dự có Chủ tịch UBND xã Tân Phú. Xã Tân Hưng vui.", "Xã Tân Hưng", None, None),
        # its bare name opens the title, though other communes are spoken of; a district of that name
        ("Tân Hội họp dân", "Các xã, thị trấn\nHĐND xã Tân Hội mở kỳ họp.", "xã Tân Hội", None, None),
        ("Tân Hội họp dân", "Các xã của huyện Tân Hội về dự. HĐND xã Tân Hội họp.", None, "huyện Tân Hội", None),
        (
            "Huyện ủy Tánh Linh",
            "Trang chủ\nThứ năm, 20-12-2012\nGia An: Tổng kết năm 2012\nHuyện ủy dự. Đảng ủy xã Gia An họp.",
            "xã Gia An",
            None,
            None,
        ),
        # a picture from a commune of the district in the title
        (
            "Chi bộ ở Tân Châu họp",
            "Chi bộ ấp 1, xã Tân Hội bầu bí thư\nCác chi bộ ở huyện Tân Châu đã họp.",
            None,
            "huyện Tân Châu",
            None,
        ),
        # ... or in the name of a site, or before a colon
        ("Chi tiết tin - Xã Gia An - Tánh Linh", "Ban chỉ huy xã họp.", "Xã Gia An", "Tánh Linh", None),
        ("Tánh Linh: Xã Gia An họp", "Xã có 12 thôn.", "Xã Gia An", "Tánh Linh", None),
        ("Bình Thuận: Xã Gia An họp", "Xã có 12 thôn.", "Xã Gia An", None, "Bình Thuận"),
        # where something is done or who gets it, whoever acts
        (None, "Sáng 8/3, tại trung tâm văn hóa xã Gia An, Ban Thường vụ Tỉnh đoàn trao quà.", "xã Gia An", None, None),
        (None, "Tại nhà văn hóa xã Gia An, Sở Y tế khám bệnh cho 90 người.", "xã Gia An", None, None),
        (None, "Mừng ngày 26/3, Thị đoàn Hồng Lĩnh lắp 16 bóng đèn tại thôn 3, xã Gia An.", "xã Gia An", None, None),
        (
            "Học sinh ở huyện Tánh Linh nhận quà",
            "Sáng 19/8, do Tỉnh đoàn phát động, học sinh nghèo của xã Gia An, huyện Tánh Linh nhận 79 phần quà.",
            "xã Gia An",
            "huyện Tánh Linh",
            None,
        ),
        (
            "Hưởng ứng chỉ thị của Huyện ủy",
            "Các hộ dân góp công. Đường nội đồng xóm Bản Cải, xã Gia An làm từ ngày 25/10, dài 150 m.",
            "xã Gia An",
            None,
            None,
        ),
        (
            "Huyện Tánh Linh bàn giao nhà",
            "Hôm qua, huyện trao nhà cho bà Hoa, ngụ ấp 3, xã Gia An.",
            "xã Gia An",
            "Huyện Tánh Linh",
            None,
        ),
        (
            "Huyện Tánh Linh khánh thành cầu",
            "Huyện làm cầu. Ông Hoa, ngụ ấp 3, xã Gia An góp 9 triệu.",
            None,
            "Huyện Tánh Linh",
            None,
        ),
        (
            "Huyện Tánh Linh khánh thành cầu",
            "Huyện làm cầu. Trước đó, huyện trao quà tại xã Gia An.",
            None,
            "Huyện Tánh Linh",
            None,
        ),
        ("Huyện Tánh Linh khánh thành cầu", "Huyện trao quà ở xã Gia An và Đức Phú.", None, "Huyện Tánh Linh", None),
        (
            "Huyện Tánh Linh khánh thành cầu",
            "Huyện có 98% hộ dùng nước sạch, chỉ còn 1 hộ ở xã Gia An.",
            None,
            "Huyện Tánh Linh",
            None,
        ),
        (None, "Mừng ngày 26/3, Đoàn xã Gia An lắp 16 bóng đèn tại thôn 3, xã Gia An.", "xã Gia An", None, None),
        # names of hamlets and schools
        (None, "Đoàn phường Tân An trồng hoa ở khu phố Khánh Hòa, Đại học Tiền Giang.", "phường Tân An", None, None),
        (None, "Tại xã Gia An, huyện Tánh Linh, Hội Nông dân xã khám bệnh.", "xã Gia An", "huyện Tánh Linh", None),
        (None, "Tại xã Gia An, sáng 8/3 diễn ra hội nghị điểm của huyện.", "xã Gia An", None, None),
        # on orders from above
        (None, "Theo Kế hoạch của Thành ủy, Đảng ủy xã Gia An họp. Đảng bộ xã Gia An vui.", "xã Gia An", None, None),
        # the page goes on about the one commune it names
        (
            None,
            "Sáng 8/3, huyện Bến Cầu họp về xã An Phú. Về dự có Chủ tịch UBND xã.",
            "xã An Phú",
            "huyện Bến Cầu",
            None,
        ),
        (None, "Sáng 8/3, huyện Bến Cầu họp về xã An Phú. Về dự có lãnh đạo 4 xã.", None, "huyện Bến Cầu", None),
        # a letterhead, from the widest place to the commune
        (
            None,
            "ĐẢNG BỘ HUYỆN TÁNH LINH ĐẢNG ỦY XÃ GIA AN\nSố 9, ngày 24 tháng 11 năm 2020",
            "XÃ GIA AN",
            "HUYỆN TÁNH LINH",
            None,
        ),
        # one of several
        (None, "Đoàn khám cho xã Gia An và Đức Phú. Bà Hoa ở xã Đức Phú vui. Xã Gia An cảm ơn.", None, None, None),
        (None, "Cả 21 xã, thị trấn đã làm. Xã Gia An làm tốt, chủ tịch xã nói.", None, None, None),
        (None, "Làm đường ở xã Gia An\nXi măng chia cho 4 xã: Gia An (447 tấn), Đức Phú (103 tấn).", None, None, None),
        # as it is mostly spelled
        ("Xã Hoà Thạnh họp", "HĐND xã Hòa Thạnh họp. Dân xã Hòa Thạnh vui.", "xã Hòa Thạnh", None, None),
        ("XÃ HOÀ THẠNH HỌP", "HĐND xã Hoà Thạnh họp. Dân xã vui.", "XÃ HOÀ THẠNH", None, None),
        (None, "Khởi công nhà cho ông Hoa ở xóm 7 xã Gia An.", "xã Gia An", None, None),
        # news of several communes, each behind a mark
        (
            "Trao quà",
            "* Chiều 26/8, xã Gia An trao quà. Xã Gia An vui.\n* Cùng ngày, xã Đức Phú trao quà.",
            None,
            None,
            None,
        ),
        # one named no more often than another, or of many less often than all others
        (None, "Xã Gia An ký kết với xã Đức Phú; xã Đức Phú tặng xã Gia An 20 suất quà.", None, None, None),
        (
            None,
            "Hội xã Gia An trao 2 suất; xã Đức Phú 3 suất; xã Bắc Ruộng 4 suất; xã Nghị Đức 5 suất; xã Gia An nhận.",
            None,
            None,
            None,
        ),
        # a figure behind a name is no part of it
        (None, "HND xã Gia An vay 15 tỷ; kế đến HND phường Đức Phú 11,9 tỷ.", None, None, None),
        # a person
        (None, "Hội xã An Phú học theo tấm gương Hồ Chí Minh.", "xã An Phú", None, None),
        # its name in the title, its type word far below
        ("Nông dân Gia An làm đường", f"{'Bà con góp công. ' * 60}\nLàm đường ở xã Gia An", "xã Gia An", None, None),
        # a district without its type word
        ("Đảng ủy xã Lộc Thành họp", "Xã Lộc Thành (Lộc Ninh) có 12 chi bộ.", "xã Lộc Thành", "Lộc Ninh", None),
        ("Xã Tiến Lộc, Hậu Lộc, Thanh Hóa: họp", "HĐND xã họp.", "Xã Tiến Lộc", "Hậu Lộc", "Thanh Hóa"),
        # cells of a row
        ("Xếp loại", "Đảng bộ Phường 9 họp.\n7 Công an phường 18 00 18 03\nĐảng bộ vui.", "Phường 9", None, None),
        # the one of the headline below a letterhead and a line with the date, where the text goes on about it
        (
            "Hội Khuyến học tỉnh Bình Thuận",
            "Thứ hai, 22/01/2018\nXã Sông Bình trao học bổng\nHội xã Sông Bình trao 9 suất học bổng.",
            "Xã Sông Bình",
            None,
            "tỉnh Bình Thuận",
        ),
        ("Tỉnh Hậu Giang họp", "Xã Sông Bình trao quà\nTỉnh trao 9 suất quà.", None, None, "Tỉnh Hậu Giang"),
        ("Tỉnh Hậu Giang tổng kết", "UBND các xã báo cáo.", None, None, "Tỉnh Hậu Giang"),
        ("Xây dựng nông thôn mới", "Nhà văn hóa được xây tại 3 xã Tân An, Tân Lập và Tân Hòa.", None, None, None),
        ("Trao quà", "Hội xã Tân Hòa trao quà.\nĐoàn còn tới 2 xã Tân An và Tân Lập.", "xã Tân Hòa", None, None),
        ("Trao học bổng", "Học sinh các huyện Vị Thủy, Long Mỹ của tỉnh Hậu Giang.", None, None, "tỉnh Hậu Giang"),
    ],
)
def test_own(title: str | None, body: str, commune: str | None, district: str | None, province: str | None) -> None:
    assert about(title, body) == Places(commune, district, province)


def test_a_commune_that_is_part_of_another_now_is_none_of_the_page() -> None:
    text = "Ngày 3/9/2025, tại thôn 3, xã Tân Hội (xã Tân An cũ), Ủy ban MTTQ xã bàn giao 2 căn nhà cho hộ nghèo."
    assert about("Bàn giao nhà tình nghĩa", text).commune == "xã Tân Hội"


def test_the_name_of_a_person_is_no_part_of_a_province() -> None:
    text = "Chủ tịch Hội Nông dân tỉnh Đồng Nai Bùi Thị Hoa (áo xanh) trồng 50 cây."
    assert about("Công đoàn trồng cây", text).province == "tỉnh Đồng Nai"


def test_the_letterhead_tells_what_the_text_leaves_out() -> None:
    page = snippet("Xã Tân Hội trao quà. Dự lễ có 20 hộ nghèo.")
    letterhead = "HỘI NÔNG DÂN HUYỆN TÂN CHÂU - TỈNH LONG AN"
    above = page.blocks[0]._replace(kept=False, reason="site_boilerplate", text=letterhead)
    page = dataclasses.replace(page, blocks=(above, *page.blocks))
    assert own_places(page, fold(page.text), WORDS) == Places("Xã Tân Hội", "HUYỆN TÂN CHÂU", "TỈNH LONG AN")


@pytest.mark.parametrize(
    ("text", "commune"),
    [
        ("Gieo trồng 226 ha lúa, tiêm phòng 1.200 con.", "XÃ ĐỨC LĨNH"),
        ("Các xã gieo trồng 226 ha lúa.", None),
        ("Đoàn của xã Tân Lập đến xã Tân An.", None),
    ],
)
def test_the_letterhead_tells_the_commune_of_a_page_that_names_none(text: str, commune: str | None) -> None:
    page = snippet(text)
    letterhead = "TRANG THÔNG TIN ĐIỆN TỬ XÃ ĐỨC LĨNH - HUYỆN VŨ QUANG"
    above = page.blocks[0]._replace(kept=False, reason="site_boilerplate", text=letterhead)
    page = dataclasses.replace(page, blocks=(above, *page.blocks))
    assert own_places(page, fold(page.text), WORDS).commune == commune


@pytest.mark.parametrize(
    ("title", "body", "commune"),
    [
        # a guest, or a commune that is no more, is named in the text and the page's own is not
        ("Giới thiệu chung", "Tân Hội do 2 xã Phú Lâm và Tân Hội nhập lại, rộng 12 ha.", "xã Tân Hội"),
        ("Trao quà", "Hội Chữ thập đỏ tỉnh trao 20 suất quà tại xã Hòa Bình.", "xã Tân Hội"),
        ("Đón khách", "Tại hội trường, đoàn xã Hòa Bình thăm xã Tân Hội. Xã Tân Hội có 12 ha rau.", "xã Tân Hội"),
        # on orders from above
        ("Chỉ tiêu chủ yếu", "Theo Chỉ thị 9 của Ban Thường vụ Tỉnh ủy, đã có 06/07 thôn đạt chuẩn.", "xã Tân Hội"),
        # its title has another one, or the page tells of all communes
        ("Hội xã Hòa Bình tặng quà", "Đoàn đến thăm hộ nghèo, trao 20 suất quà.", None),
        ("Tổng kết", "Toàn huyện trồng 450 ha rau; xã Hòa Bình trồng 12 ha.", None),
    ],
)
def test_whose_site_it_is_tells_the_commune(title: str, body: str, commune: str | None) -> None:
    page = dataclasses.replace(snippet(f"{title}\n{body}"), title=title)
    above = page.blocks[0]._replace(kept=False, reason="site_boilerplate", text="UBND xã Tân Hội - tỉnh Hậu Giang")
    page = dataclasses.replace(page, blocks=(above, *page.blocks))
    assert own_places(page, fold(page.text), WORDS).commune == commune


def test_the_letterhead_tells_which_commune_of_a_text_is_its_own() -> None:
    page = snippet("Ngày 8/6/2014, huyện Vũ Quang họp bàn việc của xã Đức Lĩnh.")
    above = page.blocks[0]._replace(kept=False, reason="duplicate_part", text="Xã Đức Lĩnh - Vũ Quang")
    page = dataclasses.replace(page, blocks=(above, *page.blocks))
    assert own_places(page, fold(page.text), WORDS).commune == "Xã Đức Lĩnh"


def test_the_byline_tells_the_commune_of_a_page_that_names_none() -> None:
    page = snippet("Hội Nông dân xã gieo trồng 226 ha lúa.")
    byline = page.blocks[0]._replace(kept=False, reason="byline", text="Tin, ảnh: Ngọc Lan - UBND xã Đức Lĩnh")
    page = dataclasses.replace(page, blocks=(*page.blocks, byline))
    assert own_places(page, fold(page.text), WORDS).commune == "xã Đức Lĩnh"


def test_a_letterhead_in_capitals_may_stand_below_the_form_of_a_document() -> None:
    page = snippet("Báo cáo kết quả 6 tháng đầu năm. UBND xã gieo trồng 226 ha lúa.")
    lines = [
        page.blocks[0]._replace(kept=False, reason="comment_widget", text=text) for text in ("Nội dung", "XÃ ĐỨC LĨNH")
    ]
    page = dataclasses.replace(page, blocks=(*page.blocks, *lines))
    assert own_places(page, fold(page.text), WORDS).commune == "XÃ ĐỨC LĨNH"


def test_an_amount_behind_a_kind_of_place_is_no_name() -> None:
    facts = read_text("Quỹ thu được 55 triệu đồng, trong đó cấp phường 25 triệu đồng").facts
    assert facts.context.commune is None


def test_a_name_with_a_small_letter_is_whole_where_the_page_has_it_in_capitals() -> None:
    text = "Thị trấn Hòa sơn: HĐND họp kỳ thứ 5\nThị trấn Hòa trồng cây.\nUBNDThị trấn Hòa Sơn thu được 3 tỷ đồng."
    names = [place.name for place in find_places(text, fold(text), WORDS)]
    assert names == ["Thị trấn Hòa sơn", "Thị trấn Hòa"]
    text = "Xã Hòa tổ chức hội nghị. XÃ HÒA TỔ CHỨC. Hòa Tổ"
    assert find_places(text, fold(text), WORDS)[0].name == "Xã Hòa"
