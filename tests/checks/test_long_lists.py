"""Lists by place that no word ties to their whole, sums of fractions, first figures of items, members of "
"one list."""

from __future__ import annotations

import pytest

from extract.checks.interval import Interval
from extract.in_memory import read_text


def told(text: str, kind: str = "parts_sum") -> list[tuple[str, str, str]]:
    """Outcome, left and right of every check of a kind that says something."""
    checks = read_text(text).checks
    return [(c.outcome, c.left, c.right) for c in checks if c.kind == kind and c.outcome != "unchecked"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the whole in the title or the paragraph before
        (
            (
                "Huyện dựng xong 46 nhà Đại đoàn kết\nKinh phí từ Quỹ Vì người nghèo.\nXã Hòa Bình dựng "
                "18 nhà; xã Hòa "
                "An sửa 9 nhà; xã Bình An dựng 12 nhà; thị trấn Sao Mai dựng 7 nhà."
            ),
            [("agrees", "18 nhà + 9 nhà + 12 nhà + 7 nhà", "46 nhà")],
        ),
        # ... a place left out, or three parts: nothing is said
        (
            (
                "Huyện dựng xong 46 nhà Đại đoàn kết\nXã Hòa Bình dựng 18 nhà; xã Hòa An sửa 9 nhà; xã "
                "Bình An dựng 12 "
                "nhà; thị trấn Sao Mai dựng 5 nhà."
            ),
            [],
        ),
        # two figures a place
        (
            (
                "Phân bổ 12,6 tỷ đồng dựng 210 nhà cho hộ nghèo ở 4 xã.\nXã An Bình 60 nhà, kinh phí 3,6 tỷ "
                "đồng; xã An "
                "Hòa 45 nhà, kinh phí 2,7 tỷ đồng; xã An Lạc 75 nhà, kinh phí 4,5 tỷ đồng; xã An Phú 30 nhà, "
                "1,8 tỷ đồng."
            ),
            [
                ("agrees", "3,6 tỷ đồng + 2,7 tỷ đồng + 4,5 tỷ đồng + 1,8 tỷ đồng", "12,6 tỷ đồng"),
                ("agrees", "60 nhà + 45 nhà + 75 nhà + 30 nhà", "210 nhà"),
            ],
        ),
        # a part of a part
        (
            (
                "Quỹ sẽ trao 52 suất học bổng cho học sinh THPT.\nPhần này về các hội: Bắc Sơn (16 suất), "
                "Nam Sơn (12 "
                "suất), Tây Sơn (9 suất, trong đó có 4 suất cho học sinh dân tộc thiểu số), Đông Sơn (15 suất)."
            ),
            [("agrees", "16 suất + 12 suất + 9 suất + 15 suất", "52 suất")],
        ),
        # a line a place
        (
            (
                "Toàn xã trồng được 8.450 cây xanh.\nẤp 1 trồng 2.100 cây.\nẤp 2 trồng 1.950 cây.\nẤp 3 "
                "trồng 2.240 "
                "cây.\nẤp 4 trồng 2.160 cây."
            ),
            [("agrees", "2.100 cây + 1.950 cây + 2.240 cây + 2.160 cây", "8.450 cây")],
        ),
        # fractions
        (
            (
                "Huyện có 58/61 trường đạt chuẩn quốc gia.\nBậc mầm non có 20/21 trường đạt chuẩn.\nBậc tiểu "
                "học có 21/21 "
                "trường đạt chuẩn.\nBậc THCS có 17/19 trường đạt chuẩn."
            ),
            [("agrees", "20 + 21 + 17", "58")],
        ),
        ("Xã có 8/9 ấp văn hóa. Có 4/5 tổ đạt; 4/6 nhóm đạt.", []),
        # levels of it behind some that are told otherwise
        (
            (
                "Huyện có 22 chi hội vững mạnh. Trong đó có 5 chi hội mới thành lập được công nhận; 20 chi hội xếp "
                "loại tốt; 2 chi hội xếp loại khá."
            ),
            [("agrees", "20 chi hội + 2 chi hội", "22 chi hội")],
        ),
        # the first figure of every item
        (
            (
                "Học bổng đến với 397 học sinh, sinh viên. Trong đó, 344 sinh viên mỗi suất 3 triệu đồng; 50 "
                "học sinh có "
                "tổng điểm thi 3 môn cao nhất tỉnh; 3 nhóm học sinh đạt giải nhất."
            ),
            [("agrees", "344 sinh viên + 50 học sinh + 3 nhóm", "397 học sinh")],
        ),
        # members of one list make others by chance
        (
            (
                "Xã Cao Sơn 80 hộ được 1.280 triệu đồng; xã Hòa Tân 14 hộ được 214 triệu đồng; xã Hòa Vân "
                "24 hộ "
                "được 384 "
                "triệu đồng; xã Hòa Sơn 21 hộ được 336 triệu đồng; xã Kim Sơn 3 hộ được 48 triệu đồng; xã Kim "
                "Động 23 hộ "
                "được 352 triệu đồng."
            ),
            [],
        ),
    ],
)
def test_sums_of_lists_that_no_word_opens(text: str, found: list[tuple[str, str, str]]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # round prices beside an amount in full đồng
        (
            (
                "Hội trao 406 suất học bổng. Trong đó, 306 suất khuyến học, mỗi suất 1,5 triệu đồng; 50 suất "
                "khuyến tài, "
                "mỗi suất 3 triệu đồng và 50 suất đồng hành, mỗi suất 2 triệu đồng, với tổng số tiền "
                "709.500.000 đồng."
            ),
            ["disagrees"],
        ),
        (
            (
                "Hội trao 406 suất học bổng. Trong đó, 306 suất khuyến học, mỗi suất 1,5 triệu đồng; 50 suất "
                "khuyến tài, "
                "mỗi suất 3 triệu đồng và 50 suất đồng hành, mỗi suất 2 triệu đồng, với tổng số tiền "
                "709.000.000 đồng."
            ),
            ["agrees"],
        ),
        ("Hội tặng 23 suất học bổng, mỗi suất 1,5 triệu đồng, tổng số tiền 35.500.000 đồng.", ["disagrees"]),
        # "hơn" is cut, not added to
        (
            (
                "Dịp này có 970 suất quà, trong đó 220 suất trị giá 150 ngàn đồng/suất và 750 suất trị "
                "giá 200 ngàn "
                "đồng/suất; tổng kinh phí hơn 183 triệu đồng."
            ),
            ["agrees"],
        ),
        (
            (
                "Dịp này có 970 suất quà, trong đó 220 suất trị giá 150 ngàn đồng/suất và 750 suất trị "
                "giá 200 ngàn "
                "đồng/suất; tổng kinh phí hơn 185 triệu đồng."
            ),
            ["disagrees"],
        ),
        # ... told in the sentence behind
        (
            (
                "Học bổng đến với 394 học sinh, sinh viên. Trong đó, 344 sinh viên mỗi suất 3 triệu đồng; 50 "
                "học sinh mỗi "
                "suất 5 triệu đồng. Tổng trị giá các suất học bổng hơn 1,2 tỷ đồng."
            ),
            ["agrees"],
        ),
        # a part of the price
        (
            "Đơn vị trao 3 căn nhà trị giá khoảng 210 triệu đồng. Trong đó, quỹ của tỉnh hỗ trợ 40 triệu đồng/căn.",
            [],
        ),
    ],
)
def test_round_prices(text: str, found: list[str]) -> None:
    assert [outcome for outcome, _, _ in told(text, "count_times_each")] == found
    for check in read_text(text).checks:
        left, right = Interval(check.left_low or 0, check.left_high), Interval(check.right_low or 0, check.right_high)
        assert check.outcome == "unchecked" or left.meets(right) == (check.outcome == "agrees")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the last level is all the rest
        (
            (
                "Tỉnh có 113 HTX nông nghiệp. Trong đó, 26 HTX xếp loại tốt; 38 HTX xếp loại khá; còn lại "
                "31 HTX xếp loại "
                "trung bình."
            ),
            ["disagrees"],
        ),
        (
            (
                "Tỉnh có 113 HTX nông nghiệp. Trong đó, 26 HTX xếp loại tốt; 38 HTX xếp loại khá; 31 HTX xếp loại "
                "trung bình."
            ),
            [],
        ),
        # the lowest level is told
        (
            (
                "Tổng số công chức được đánh giá là 2.229 người, trong đó hoàn thành xuất sắc nhiệm vụ 806 người; hoàn "
                "thành tốt nhiệm vụ 1.367 người; hoàn thành nhiệm vụ 22 người; không hoàn thành nhiệm vụ 10 "
                "người."
            ),
            ["disagrees"],
        ),
    ],
)
def test_sets_that_tell_all_levels(text: str, found: list[str]) -> None:
    assert [outcome for outcome, _, _ in told(text, "ratings_sum")] == found


def test_so_many_of_all_are_rated() -> None:
    text = (
        "Năm 2019 có 662 trong tổng số 686 tổ chức cơ sở đảng được đánh giá.\nKết quả, có 604 tổ chức cơ "
        "sở đảng hoàn "
        "thành tốt nhiệm vụ, đạt 91,2%."
    )
    assert [outcome for outcome, _, _ in told(text, "percent_of")] == ["agrees"]
