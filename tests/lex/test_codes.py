"""Numbers that are told to be codes, names or days by their shape and their neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Lexed

Lexer = Callable[[str], Lexed]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # codes with a nought in front, numbers to call, files, plates
        ("Mã hành chính | 07498[1] |", []),
        ("Gọi 8011035 để biết lịch; gọi 113 khi có cháy", []),
        ("kêu gọi 45 đoàn viên, gọi 12 thanh niên nhập ngũ", ["45 đoàn viên", "12 thanh niên"]),
        ("xem KH 107.signed.pdf", []),
        ("tải 12-ke-hoach.docx về", []),
        ("xe mô tô 29X9-4455 của", []),
        ("sân 29x9m", ["29", "9m"]),
        ("Trao học bổng cho các em\nhocbong1\nIMG_0012\nTặng10 suất", ["10 suất"]),
        # documents and their years
        ("theo Nghị định 122/2018 ngày 17/9/2018, Quyết định 45/2020 về xét tặng, Thông tư 26/2014", []),
        (
            "thực hiện nghị quyết 12/20 chỉ tiêu, công văn đến 45/2100 văn bản",
            ["12", "20 chỉ tiêu", "45", "2100 văn bản"],
        ),
        # firms, schools and rooms
        ("do Công ty TNHH MTV Hóa chất 21 (Nhà máy Z121), Xí nghiệp Xây dựng 47, Công ty Thép Biên Hòa 8 tặng", []),
        ("Công ty Hóa chất 21 suất quà, Công ty VN Pharma có 3 Phó giám đốc", ["21 suất", "3 Phó giám đốc"]),
        ("các trường Tiểu học 2 Khánh Bình Tây, THCS 1 Sông Đốc", []),
        ("Tiểu học 12 Trung học cơ sở 8; tiểu học 5 Lê Lợi", ["12", "8", "5"]),
        ("họp tại phòng họp 1 UBND phường, hội trường 2; xây hội trường 200 chỗ", ["200 chỗ"]),
        # fertilisers
        ("bón 25kg NPK 10-10-5 và 5 kg kali", ["25kg", "5 kg"]),
        ("bón phân 20 - 20 - 15 cho lúa", []),
        ("cơ cấu kinh tế 45 - 35 - 20", ["45", "35", "20"]),
        # a storm has no range for a name
        ("gần tâm bão 5 – 7 m, bão 12 gây mưa", ["5 – 7 m"]),
        # reigns and lives
        ("thời vua Tự Đức (1848-1883), nhà Lý (1010 - 1225)", []),
        ("Mức vay (1200-1500) triệu đồng, mỗi xã (120 - 1500)", ["1200-1500", "120 - 1500"]),
        ("mỗi lứa nuôi (1200-1500 con)", ["1200-1500 con"]),
        # days with a dot
        ("Ngày Quốc tế phụ nữ 8.3, xã tặng 12 suất quà", ["12 suất"]),
        ("Bàn giao “Nhà tình nghĩa 19.8” cho 2 hộ nghèo", ["2 hộ"]),
        ('Ủng hộ "36" suất quà', ["36"]),
        ("Hội viên của xã Tân Bình 350 và xã Tân Phú 1250 đến nay", ["350", "1250"]),
        ("Trồng cây lâu năm 20/10ha so với kế hoạch", ["20", "10ha"]),
        ("dịp lễ 30.4 và 1.5", []),
        ("kỷ niệm Ngày Thương binh liệt sĩ 27.7", []),
        ("kỷ niệm Ngày Thương binh - Liệt sĩ 27.7", []),
        ("nhân Ngày vì người nghèo 17.10 và Quốc tế phụ nữ 20.10", []),
        ("nhận hồ sơ từ 28.6 đến ngày 9.7", []),
        ("điểm bình quân tăng 8.3 so với", ["8.3"]),
        ("ngày 2/9 xã trồng 2.9 ha", ["2.9 ha"]),
        # places with a number at their end, told beside each other
        ("có 22 xóm: Khuổi Lừa, Thịnh Mỹ 1, Thịnh Mỹ 2, Thịnh Mỹ 3, Thâm Yên", ["22 xóm"]),
        ("nhì là đội thôn Đắc Nhơn 2, ba là Lương Tri và Đắc Nhơn 3", []),
        (
            "ở 2 thôn Liên Sơn 2 (Phước Vinh) và Tà Dương (Phước Thái), 3 ấp Tân Lập 1, An Bình, An Hòa",
            ["2 thôn", "3 ấp"],
        ),
        ("ở 2 xã Phước Vinh 5 và Phước Thái 7, 2 xã An Bình 5 hộ", ["2 xã", "5", "7", "2 xã", "5 hộ"]),
        ("mất tích (Yên Bái 9; Thanh Hóa 2 ), chết (Hòa Bình 3)", ["9", "2", "3"]),
        ("các xã: An Hòa 15, Bình Minh 20, Tân Lập 3", ["15", "20", "3"]),
        ("ở xã An Hòa, Phước Lộc, Xuân Lộc 2, Tân Lập và thị trấn Đông Phú", []),
        ("các xã An Hòa, Xuân Lộc 2, Tân Lập 3", ["2", "3"]),
        ("các xã An Hòa, Xuân Lộc 2 suất, Tân Lập", ["2 suất"]),
        ("hộ nghèo: An Hòa 12, Tân Lập 5; cận nghèo: An Hòa 11, Tân Lập 4", ["12", "5", "11", "4"]),
    ],
)
def test_codes_and_names_told_by_their_shape(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # said with a digit, and counting nothing
        ("là 1 trong những xã đi đầu, phổ biến 1 số chủ trương, 1 vài hộ", []),
        ("là 1 trong 3 xã", ["1", "3 xã"]),
        ("làm việc 1 cách nghiêm túc, 1 lần nữa nhắc lại, cùng 1 lúc dọn 1 loạt tuyến", []),
        ("trồng hoa 2 bên đường, xe chạy 2 chiều", []),
        ("trao 1 phần quà cho 1 hộ", ["1 phần", "1 hộ"]),
        ("trao 10 triệu đồng 1 căn nhà, 2 triệu đồng, 1 người", ["10 triệu đồng", "1 căn", "2 triệu đồng", "1 người"]),
        ("cấp tài khoản: 350 trường hợp; ủng hộ qua tài khoản 190 2345 6789", ["350 trường hợp"]),
        ("giải nhất, nhì, ba lần lượt 3 triệu đồng", ["3 triệu đồng"]),
        # slogans without quotation marks
        ("tuân thủ thông điệp 5K, thực hiện 3 cùng với dân", []),
        ("mô hình liên kết 4 nhà; xây 4 nhà", ["4 nhà"]),
        # days before the New Year
        ("chiều 30 Tết, xã thăm 12 hộ", ["12 hộ"]),
        # works told in parts, questions, games, versions
        ("Bài 2: Khởi sắc; Phần 3: Giải pháp; Video 1; Câu hỏi 5; Đáp án 2", []),
        (
            "mỗi phần 300.000 đồng, 120 phần 5kg gạo; thành phần 150 cán bộ",
            ["300.000 đồng", "120 phần", "5kg", "150 cán bộ"],
        ),
        ("chào mừng SEA Games 31, giải U.17, lứa U 15", []),
        ("cài phiên bản 3.5 cho 12 máy", ["12 máy"]),
        ("Giấy phép số 345/GP-UBND; cấp giấy phép: 120", ["120"]),
        ("theo NĐ 20 và CV 123 của tỉnh", []),
        ("trồng lúa vụ 3, xuống giống vụ 2; tổng số vụ 45", ["45"]),
        ("từ những năm 60, thập niên 80", []),
        ("theo ISO 9001:2015, TCVN 5574:2018; Giấy mời 12", []),
        ("trình độ 12/12, học vấn: 9/12; đạt trình độ 12/12 người", ["12", "12 người"]),
        ("kỳ thi vào 10; bác sĩ chuyên khoa 1, CK 2", []),
        ("đoạn QL.1A, ĐT.823, HL 2, ĐH.05, HL.7", []),
        ("thửa 56, tờ bản đồ 34", []),
        ("Mười năm phong trào, hai mươi năm học sinh thi đua; mười lăm phong trào", ["mười lăm phong trào"]),
        ("mười năm triệu đồng", ["mười năm triệu đồng"]),
        ("giá trị 2.667 tỷ đồng (giá 94), Tổ công tác 363 xử lý 5 vụ", ["2.667 tỷ đồng", "5 vụ"]),
        ("theo quy đinh 76 và quyết đinh 12", []),
        ("Trong 2 ngày 8 & 9.7, HĐND họp; vào ngày 2 hoặc 3/9", []),
        ("giải nhì về lớp 4B,5B; giải ba về lớp 4C, 5C trường Lê Lai", []),
        ("tổ chức tại 26 Chương Dương, phường Linh Chiểu; (45 Trần Phú, quận 5)", []),
        ("trao cho 26 Chi hội, phường tặng 12 Hội Cựu chiến binh, xã", ["26 Chi hội", "12 Hội"]),
        ("thấp nhất 20-23 độ C, khu vực Tây Bắc 6-9 độ C", ["20-23 độ C", "6-9 độ C"]),
        ("quán triệt Nghị quyết 14 giai đoạn 2023-2025; chia 2 giai đoạn", ["2 giai đoạn"]),
        ("tuyên truyền Ngày hội 18/11 bằng nhiều hình thức; trao 8/10 bằng khen", ["8", "10 bằng khen"]),
        ("theo điều 321, 322 Bộ luật Hình sự", []),
        ("từ ngày 15.12.2020 đến 28.2 vừa qua", []),
        ("xây từ năm 1838, năm 1010 dời đô; năm 2022 hộ nghèo còn 12", ["12"]),
        ("lễ hội vào ngày 25/2 và 14/11 âm lịch, ngày 5/9, 7/9", []),
        ("ngày 25/2 và 8/10 thôn", ["8", "10 thôn"]),
        ("tiêm cho trẻ từ 5 đến dưới 12 tuổi, từ 12 đến hết 17 tuổi, người từ đủ 18 tuổi", []),
        ("đậu ngay nguyện vọng 1; 2/3 khoảng thời gian học trực tuyến", []),
        # accounts and telephones in groups
        ("số tài khoản: 190 2345 6789 tại ngân hàng, ủng hộ 20 triệu đồng", ["20 triệu đồng"]),
        ("Điện thoại: 84 - 28 - 38291234", []),
    ],
)
def test_what_only_looks_like_a_count(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts


@pytest.mark.parametrize("text", ["đường có chiều dài hơn 2,6km", "rộng hơn 5m", "đê dài hơn 12 km"])
def test_longer_than_is_more(lexed: Lexer, text: str) -> None:
    (quantity,) = lexed(text).quantities
    assert (text[quantity.start :].startswith("hơn"), quantity.comparator) == (True, "gt")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        # names behind a word for what bears them
        ("Tàu SAR 411 phát hiện 2 nạn nhân, tàu cá BT 93760 TS đã về", ["2 nạn nhân"]),
        ("tàu Minh Phương 18 vốn là của ông Ba", []),
        ("khách sạn Hương Giang 12 phòng, trạm Bến Thủy 1.", ["12 phòng"]),
        ("hố Rộc Tưng 1 diện tích 48 m2", ["48 m2"]),
        # words that are not Vietnamese
        ("Cienco 4 (trước là Cienco 5) tặng 12 suất quà", ["12 suất"]),
        ("do Cienco 4 thi công, gần Lakeside", []),
        ("dân tộc Raglai 12, Chăm 5", ["12", "5"]),
        ("Camera 12, loa 5", ["12", "5"]),
        # two words in capitals
        ("Mùa lũ, Bến Thủy 1 xả nước ba lần", ["ba lần"]),
        ("Hộ nghèo của Tân Lập 12 giảm 3", ["12", "3"]),
        ("toàn xã có 20 hộ, Tân Lập 12 và các thôn khác 8", ["20 hộ", "12", "8"]),
        ("hộ nghèo ở Tân Lập 12 và Tân An 8", ["12", "8"]),
        # a number alone in quotation marks
        ("gọi Giang “36” đến 2 lần", ["2 lần"]),
        # houses
        ("tại 24 Đào Duy Từ; khu đất 8-12 Lê Duẩn, 2 Đống Đa và 242 Hùng Vương", []),
        ("Cao ốc Sunrise (12-16 Lê Lợi; 25-39 Trần Phú), ở nhà 18 Kim Sơn, phường Tân Bình", []),
        ("tặng tại 3 Trường Tiểu Học và 2 bệnh viện, ở 5 xã", ["3 Trường", "2 bệnh viện", "5 xã"]),
        ("gồm 7 Hàn Quốc, 5 Nhật Bản", ["7", "5"]),
        # along a road
        ("tại Km 64+150 hướng Hà Nội, từ K8+269 - K11+389, km 1.738+148", []),
        ("10 + 150 hộ", ["10", "150 hộ"]),
        # plates, models, lots
        ("BKS 29 C - 719.53 và xe 35 B 1-128.29, xe 36A – 299.99", []),
        ("máy bay F-16, tên lửa S-300PMU-2, máy bay Su-34", []),
        ("TH-12 lớp, nam-12, nữ-15", ["12 lớp", "12", "15"]),
        ("trúng Power 6/55, Mega 6/45; 6/45 hộ thoát nghèo", ["6", "45 hộ"]),
        # scales, items
        ("lập quy hoạch 1/5.000 khu đô thị và bản đồ tỷ lệ 1/2.000 phường", []),
        ("bao gồm: (1) giao nền, (2) nhận tiền; Hà Tĩnh (2), Quảng Bình (1)", ["2", "1"]),
        # bodies with a number, classes, degrees
        ("Lữ đoàn công binh 293, Công ty cổ phần 471, sinh viên năm 3 trường Luật, bỏng độ 2", []),
        (
            "Cienco 5 Land, ở lầu 3, quảng trường 30/10, từ mốc 90 đến mốc 93, mùa lễ hội 2015 dân vẫn đến; 3 lầu",
            ["3 lầu"],
        ),
        ("HTX 28 cho biết, dưới ngón 5 bàn tay, lúa thiên ưu 8; 3 HTX", ["3 HTX"]),
        ("Công ty cổ phần Địa ốc Sài Gòn 6, tàu về trưa 4/9", []),
        ("phương án 1 giao Sở, lộ trình 2; có 3 phương án", ["3 phương án"]),
        # items whose words stand in the next line
        ("Cần làm những việc sau:\n1.\nTạo chuyển biến\n2)\nPhát huy dân chủ, tặng\n25.\n", ["25"]),
        # notes
        (
            (
                'Nghị quyết nêu: "làm kinh tế phải đi cùng chăm lo dân sinh" (1).\n'
                "Số liệu cho thấy đến nay nhân dân trong vùng đã đóng góp: kinh phí (2), xã còn 3 hộ nghèo"
            ),
            ["3 hộ"],
        ),
        ("Danh hiệu gia đình văn hóa được trao cho các thôn sau đây: Hòa An (1), Hòa Bình (2)", ["1", "2"]),
        ("Hộ được hỗ trợ về nhà ở trong năm nay của xã Tân An (1)\nHộ được hỗ trợ khác của xã (2)\n", ["1", "2"]),
        (
            "Thôn có hộ được hỗ trợ nhà ở trong năm nay: Tân An (1), Tân Lập (2); Tân Hòa (3). Cả xã (6)",
            ["1", "2", "3", "6"],
        ),
        # parts of sections, criteria, days of one month
        ("NỘI DUNG (phần 2): 2.2. Kết quả; đạt 4 việc. 3.1. Công tác Đảng, đạt: 2.5. Thu", ["4 việc", "2.5"]),
        ("đạt thêm 3 tiêu chí (12;16;18), 2 tiêu chí: 5 và 7; 3 xã", ["3 tiêu chí", "2 tiêu chí", "3 xã"]),
        ("khoảng 16-18/2 sẽ có mưa; đạt 5-7/10, đạt 16-18/2 thôn", ["5-7", "10", "16-18", "2 thôn"]),
        ("Họp trong hai ngày 25 và 26/12, xong việc; đạt 25 và 26/12 tiêu chí", ["25", "26", "12 tiêu chí"]),
        # rows of a table of words, each cell on a line
        ("Kết quả:\nSTT\nMô hình\nĐối tượng\n1\nMẹ đỡ đầu\nTrẻ em\n2\n“Em nuôi”\nHọc sinh\nTổng hợp", []),
        ("Kết quả:\nSTT\nThôn\nSố hộ\n1\nHòa An\n5\n2\nHòa Bình\n3\nHòa Lợi\n", ["1", "5", "2", "3"]),
        ("Chăm lo (phần 6): 5. Công tác Đoàn, đã tặng: 5. Thu nhập", ["5"]),
        # along a road, in a forest
        ("tại Km 352 Quốc lộ 6, km 48+00 đường tỉnh 5; làm 3 km đường", ["3 km"]),
        ("ở tiểu khu 1535 xã Tân Lập, tiểu khu 12 có 3 xã", ["3 xã"]),
        ("Đội 8 Thanh tra giao thông, đội 8 người; riêng đoạn 3 của vành đai, đoạn 3 km", ["8 người", "3 km"]),
        ("thủy điện Trà My 30 MW, thủy điện Trà My 2", ["30 MW"]),
        ("vào cuối tháng 6 đầu tháng 7, có 6 đầu việc", ["6 đầu việc"]),
        ("Ngày Quốc tế người hiến máu 14/6; bệnh viện đa khoa 115 có 12 bác sĩ", ["12 bác sĩ"]),
        # days and times of day without a word for them
        ("sáng nay ( 9/9 ), trưa mai 26/11, dự kiến 15/12 sẽ mở, hạn chót là 30/8", []),
        ("lúc 22g tối, khoảng 23h5 hôm ấy; 22g vàng", ["22g"]),
    ],
)
def test_names_and_codes_of_news(lexed: Lexer, text: str, counts: list[str]) -> None:
    assert [text[one.start : one.end] for one in lexed(text).quantities] == counts
