"""Units of rows where more belongs to them than the word behind the number."""

from __future__ import annotations

import pytest

from extract import read_text


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Có 24/27 thôn, tổ dân phố đăng ký", ["thôn, tổ dân phố", "thôn, tổ dân phố"]),
        ("Tập huấn cho 85 cán bộ, công chức, viên chức", ["cán bộ, công chức, viên chức"]),
        ("Mời 60 cán bộ, giáo viên và học sinh", ["cán bộ, giáo viên và học sinh"]),
        ("Có 9 chi, đảng bộ", ["chi, đảng bộ"]),
        ("Trường có 12 lớp, học sinh đều ra lớp", ["lớp"]),  # bodies and people
        ("Khảo sát 2 xã, thị trấn Bình Định", ["xã"]),  # names one
        ("Mở 3 lớp, 45 học viên", ["lớp", "học viên"]),
        ("Lương thực bình quân 510 kg/người/năm", ["kg/người/năm"]),
        ("Mức hưởng thụ văn hóa 38 lần/người/năm", ["lần/người/năm"]),
        ("Tăng trưởng 12%/năm, năng suất 61 tạ/ha", ["%", "tạ/ha"]),
        ("Mỗi hộ nhận 20 kg gạo/hộ", ["kg"]),
    ],
)
def test_units(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in read_text(text).facts.figures] == units
