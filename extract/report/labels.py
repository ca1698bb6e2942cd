"""What the codes in columns are called, in Vietnamese and English.

Names of indicators are not here: they come from ``rules/indicators.yaml``. A code without a label is shown as it is.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["vi", "en"]


class Label(NamedTuple):
    """One text in both languages."""

    vi: str
    en: str


CODES: dict[str, dict[str, Label]] = {
    "kind": {
        "money": Label("tiền", "money"),
        "currency": Label("ngoại tệ", "foreign money"),
        "count": Label("số lượng", "count"),
        "length": Label("chiều dài", "length"),
        "area": Label("diện tích", "area"),
        "mass": Label("khối lượng", "mass"),
        "volume": Label("thể tích", "volume"),
        "yield": Label("năng suất", "yield"),
        "percent": Label("tỷ lệ %", "percent"),
        "percentage_point": Label("điểm phần trăm", "percentage point"),
        "ratio": Label("số lần", "ratio"),
        "number": Label("số không kèm đơn vị", "bare number"),
    },
    "comparator": {
        "eq": Label("đúng bằng", "exactly"),
        "approx": Label("khoảng", "about"),
        "approx_below": Label("gần", "nearly"),
        "lt": Label("dưới", "under"),
        "le": Label("không quá", "at most"),
        "gt": Label("hơn", "over"),
        "ge": Label("ít nhất", "at least"),
        "range": Label("từ – đến", "from – to"),
    },
    "scope": {"total": Label("tổng", "total"), "each": Label("mỗi đơn vị", "each")},
    "status": {
        "achieved": Label("đã đạt", "achieved"),
        "planned": Label("kế hoạch", "planned"),
        "norm": Label("định mức", "norm"),
    },
    "role": {
        "value": Label("giá trị chính", "value"),
        "whole": Label("tổng số có phần đã nêu", "whole of a part"),
        "plan": Label("kế hoạch để so", "plan it is set against"),
        "restated": Label("nhắc lại", "restated"),
    },
    "outcome": {
        "disagrees": Label("không khớp", "disagrees"),
        "unchecked": Label("chưa kiểm được", "unchecked"),
        "agrees": Label("khớp", "agrees"),
    },
    "check": {
        "ratings_sum": Label("tổng các bậc xếp loại", "sum of ratings"),
        "count_times_each": Label("số lượng × mỗi đơn vị", "count × each"),
        "parts_sum": Label("tổng các phần", "sum of parts"),
        "percent_of": Label("tỷ lệ % của tổng", "percent of whole"),
        "plan_ratio": Label("tỷ lệ so kế hoạch", "result against plan"),
        "words_equal_digits": Label("số và số viết bằng chữ", "digits against words"),
        "doubled_multiplier": Label("viết thừa nghìn, triệu", "multiplier written twice"),
        "difference": Label("chênh lệch trước – sau", "before and after"),
        "change_percent": Label("mức tăng, giảm (%)", "change in per cent"),
        "retold": Label("số nhắc lại trong bài", "figure told again"),
        "balance": Label("đầu kỳ, tăng, giảm, cuối kỳ", "balance"),
        "area_times_yield": Label("diện tích × năng suất = sản lượng", "area times yield"),
    },
    "duplicate": {
        "copy": Label("cùng văn bản, địa chỉ khác", "the same text at another address"),
        "capture": Label("cùng địa chỉ, chụp lại", "the same address archived again"),
        "near_copy": Label("khác vài chữ, số liệu như nhau", "a few words differ, every figure the same"),
        "revision": Label("bản khác của cùng trang, số liệu khác", "another version of a page, figures differ"),
    },
    "drop": {
        "duplicate": Label("lặp lại", "repeat"),
        "duplicate_part": Label("lặp lại một phần", "repeat of a part"),
        "related_links": Label("tin liên quan", "related links"),
        "menu": Label("trình đơn", "menu"),
        "byline": Label("người viết", "byline"),
        "date_line": Label("ngày đăng", "date line"),
        "comment_widget": Label("ô bình luận", "comment widget"),
        "counter": Label("bộ đếm", "counter"),
        "poll": Label("thăm dò", "poll"),
        "share": Label("nút chia sẻ", "share buttons"),
        "separator": Label("dòng ngăn cách", "separator"),
        "caption_repeat": Label("chú thích lặp", "repeated caption"),
        "hidden": Label("phần ẩn", "hidden"),
        "footer": Label("chân trang", "footer"),
        "site_boilerplate": Label("phần chung của cổng thông tin", "site boilerplate"),
    },
    "left_out": {
        "duplicate_page": Label("trang trùng", "duplicate page"),
        "revised": Label("bản cũ của trang đã sửa", "older version of a page"),
        "restated": Label("nhắc lại", "restated"),
        "plan": Label("kế hoạch để so", "plan set against"),
        "whole": Label("tổng số có phần đã nêu", "whole of a part"),
        "planned": Label("kế hoạch", "planned"),
        "norm": Label("định mức", "norm"),
        "each": Label("tính theo đơn vị", "per unit"),
        "earlier": Label("của kỳ khác, nêu để so sánh", "of another period, to compare"),
        "balance": Label("số dư đầu kỳ, cuối kỳ", "opening or closing balance"),
        "change": Label("mức tăng, giảm", "change"),
        "part": Label("đã nằm trong tổng khác", "part of another total"),
        "repeated": Label("trang đã nói ở chỗ khác", "said elsewhere on the page"),
        "same_event": Label("trang khác nói cùng sự việc", "same event on another page"),
    },
    "verdict": {
        "right": Label("đúng", "right"),
        "wrong": Label("sai", "wrong"),
        "unclear": Label("không rõ", "unclear"),
    },
    "hue": {
        "money": Label("tiền", "money"),
        "count": Label("số lượng", "counts"),
        "measure": Label("đo lường", "measures"),
        "share": Label("tỷ lệ", "shares"),
        "bare": Label("số không kèm đơn vị", "bare numbers"),
    },
    "check_reason": {
        "open_interval": Label("số ước chừng không có giới hạn", "an approximate value without a limit"),
        "list_not_complete": Label("danh sách chưa kể hết", "the list is not complete"),
        "range_of_prices": Label("đơn giá nêu theo khoảng", "prices in a range"),
        "other_base": Label("có thể tính trên số gốc khác", "may be reckoned on another number"),
        "written_twice": Label(
            "số đã viết đủ, chữ nghìn hay triệu thừa", "written in full, with a multiplier behind it"
        ),
    },
    "reject": {
        "too_large": Label("quá lớn", "too large"),
        "empty": Label("tệp rỗng", "empty file"),
        "unsupported": Label("định dạng chưa hỗ trợ", "format not supported"),
        "unreadable": Label("không mở được", "cannot be opened"),
        "corrupt": Label("hỏng", "damaged"),
        "truncated": Label("bị cắt cụt", "cut off"),
        "encrypted": Label("có mật khẩu", "locked by a password"),
        "bomb": Label("nén quá mức, nghi bom nén", "grows too much when unpacked"),
        "nested": Label("lồng quá nhiều tầng", "too many archives, one in the other"),
        "no_text_column": Label("không thấy cột văn bản", "no column with the text"),
        "not_a_page": Label("không phải trang bài viết", "no page"),
        "http_status": Label("máy chủ báo lỗi", "the server told of an error"),
        "revisit": Label("giống lần chụp trước, không lưu lại", "as captured before, not stored again"),
        "timeout": Label("đọc quá lâu", "took too long"),
        "crash": Label("làm tiến trình đọc bị dừng", "made its process die"),
        "memory": Label("cần quá nhiều bộ nhớ", "needed too much memory"),
        "internal_error": Label("lỗi của chương trình", "error of the program"),
    },
}
"""Labels of the codes that columns hold."""
