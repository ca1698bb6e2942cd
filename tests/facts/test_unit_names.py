"""Units of rows where more belongs to them than the word behind the number."""

from __future__ import annotations

import pytest

from extract import read_text


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Lương thực bình quân 510 kg/người/năm", ["kg/người/năm"]),
        ("Mức hưởng thụ văn hóa 38 lần/người/năm", ["lần/người/năm"]),
        ("Tăng trưởng 12%/năm, năng suất 61 tạ/ha", ["%", "tạ/ha"]),
        ("Mỗi hộ nhận 20 kg gạo/hộ", ["kg"]),
        ("Đạt 92 thuê bao/100 dân, 27,5 giường bệnh/vạn dân", ["thuê bao/100 dân", "giường bệnh/vạn dân"]),
        ("Xã có 9 giường bệnh/vạn dân, 87 ca mắc trên 100.000 dân", ["giường bệnh/vạn dân", "ca/100.000 dân"]),
        ("Bình quân 10.000 dân có 9,2 bác sĩ; có 40 hộ/100 khẩu", ["bác sĩ", "hộ", "khẩu"]),
        ("Số giường bệnh trên 1 vạn dân đạt 27,5 giường; xã có trên 10.000 dân", ["giường", "dân"]),
        ("Truy tố 01 vụ/01 bị can; 2 người/1 nhóm", ["vụ", "bị can", "người/nhóm"]),
        ("Luân chuyển 455 triệu lượt khách.km, 62,8 triệu tấn km", ["lượt khách.km", "tấn.km"]),
        ("Chở 7,1 triệu tấn hàng hóa, 2,1 triệu bưu gửi; xây 14 khách sạn", ["tấn", "bưu gửi", "khách sạn"]),
        ("Giúp 12 hộ/120 triệu đồng, 3 công trình/45 tỷ", ["hộ", "đồng", "công trình", "đồng"]),
        ("Dân số 512,6 nghìn người, trong đó nam 255,1 nghìn, nữ 257,5 nghìn", ["người"] * 3),
        ("Hỗ trợ mỗi phụ nữ 500 nghìn; trao cho nữ 300 nghìn", ["đồng", "đồng"]),
        ("Thưởng mỗi giải: nam 500 nghìn, nữ 300 nghìn", ["đồng", "đồng"]),
        ("Vay 50 triệu trang trải nợ; quỹ có 30 triệu bao gồm tiền mặt; in 12 triệu trang", ["đồng", "đồng", "trang"]),
        ("Xây 9 nhà văn hóa; 80 đại diện hộ nghèo và 41 nữ đoàn viên dự", ["nhà văn hóa", "đại diện", "đoàn viên"]),
        ("Xuất 98,7 triệu cành hoa; các cấp có 375 hộ giỏi, cấp phường 250 hộ", ["cành", "hộ", "hộ"]),
        ("Theo Thông tư liên tịch 50, ngày 15/4/2016 và Hướng dẫn 5958, ngày 30/11/2021; hướng dẫn 40 hộ", ["hộ"]),
        ("Giảm 12 đầu mối, 3 bộ phận; 5 công văn, 12 công an xã", ["đầu mối", "bộ phận", "công văn", "công an"]),
        ("Có 7 nhà báo, 12 nhà thuốc, 120 bà con, 3 ca nô", ["nhà báo", "nhà thuốc", "bà con", "ca nô"]),
        (
            "Trao 12 bộ máy vi tính, 5 bằng chứng nhận; 20 hộ sinh sống ở 3 chợ, 12 đàn ông",
            ["bộ", "bằng chứng nhận", "hộ", "chợ", "đàn ông"],
        ),
        ("Bầu 41 huyện ủy viên; phá 3 đường dây; sửa 2 hội trường", ["huyện ủy viên", "đường dây", "hội trường"]),
        ("Mẫu giáo 5 tuổi ra lớp 486/486; thông qua 4 NQ", [None, None, "nghị quyết"]),
        ("Đoàn gồm 12 y, bác sĩ, 24 nữ hộ sinh; nhà ở 24,5 m2 sàn/người", ["y, bác sĩ", "nữ hộ sinh", "m2/người"]),
        ("Tạm giữ 27 xe, tước 302 GPLX; thắng 2-3 trận", ["xe", "giấy phép", "trận"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in read_text(text).facts.figures] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Chi bộ có 25 ĐV; kết nạp 2 ĐV mới", ["đảng viên", "đảng viên"]),
        ("Xã đoàn có 8 chi đoàn với 245 ĐV", ["chi đoàn", "đoàn viên"]),
        ("Kết nạp 30 ĐV", ["đoàn viên"]),
        ("Bộ phận một cửa nhận 4.572 hồ sơ (HS), trễ hạn 12 HS", ["hồ sơ", "hồ sơ"]),
        ("Trường tiểu học nhận 12 hồ sơ của 12 HS", ["hồ sơ", "học sinh"]),
        ("Thôn | Tổng số ĐV | Nữ\nChi bộ 1 | 25 | 8\nChi bộ 2 | 31 | 12", ["đảng viên", "nữ"] * 2),
        (
            "Xã có 3 HTX, 12 THT, 8 DN; đạt 5 HCV, 2 HCB",
            ["hợp tác xã", "tổ hợp tác", "doanh nghiệp"] + ["huy chương"] * 2,
        ),
        (
            "Có 4 TCCSĐ, 12 CĐCS, 3 KCN, 45 TTHC",
            ["tổ chức", "công đoàn cơ sở", "khu công nghiệp", "thủ tục hành chính"],
        ),
        (
            "Cấp 12 hộ chiếu, 3 cửa khẩu, 2 nhà đầu tư, 5 tổng công ty",
            ["hộ chiếu", "cửa khẩu", "nhà đầu tư", "tổng công ty"],
        ),
    ],
)
def test_short_spellings_and_compounds(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in read_text(text).facts.figures] == units


@pytest.mark.parametrize(
    ("text", "unit", "nouns"),
    [
        ("Có 24/27 thôn, tổ dân phố đăng ký", "thôn", ["thôn, tổ dân phố", "thôn, tổ dân phố"]),
        ("Tập huấn cho 85 cán bộ, công chức, viên chức", "cán bộ", ["cán bộ, công chức, viên chức"]),
        ("Mời 60 cán bộ, giáo viên và học sinh", "cán bộ", ["cán bộ, giáo viên và học sinh"]),
        ("Trường có 12 lớp, học sinh đều ra lớp", "lớp", [None]),  # bodies and people
        ("Khảo sát 2 xã, thị trấn Bình Định", "xã", [None]),  # names one
        ("Hòa giải thành 9/11 vụ việc", "vụ", ["việc", "việc"]),
        ("Tặng 20 vụ việc", "vụ", ["việc"]),
    ],
)
def test_the_first_of_several_kinds_is_the_unit(text: str, unit: str, nouns: list[str | None]) -> None:
    figures = read_text(text).facts.figures
    assert {figure.unit for figure in figures} == {unit}
    assert [figure.noun for figure in figures] == nouns
