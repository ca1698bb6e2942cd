"""Headers of tables as people read them, in Vietnamese and English. The names of the contract stay in Parquet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.report.labels import Label

if TYPE_CHECKING:
    from extract.report.labels import Language
    from extract.tables.schemas import Column, TableSchema


TABLES: dict[str, Label] = {
    "pages": Label("Trang", "Pages"),
    "blocks": Label("Đoạn", "Blocks"),
    "figures": Label("Số liệu", "Figures"),
    "money": Label("Số tiền", "Money"),
    "scholarships": Label("Học bổng", "Scholarships"),
    "ratings": Label("Xếp loại", "Ratings"),
    "statements": Label("Việc đã nêu", "Statements"),
    "checks": Label("Phép kiểm", "Checks"),
    "rejects": Label("Không đọc được", "Not readable"),
    "money_safe": Label("Tiền được cộng", "Money that counts"),
    "figures_with_page": Label("Số liệu được cộng", "Figures that count"),
    "scholarships_safe": Label("Học bổng được cộng", "Scholarships that count"),
    "scholarships_by_commune": Label("Học bổng theo xã, năm", "Scholarships by commune"),
    "ratings_safe": Label("Xếp loại được cộng", "Ratings that count"),
    "ratings_wide": Label("Xếp loại theo bậc", "Ratings by level"),
    "figures_judged": Label("Số liệu kèm lý do", "Figures with reasons"),
    "money_judged": Label("Số tiền kèm lý do", "Money with reasons"),
    "scholarships_judged": Label("Học bổng kèm lý do", "Scholarships with reasons"),
    "ratings_judged": Label("Xếp loại kèm lý do", "Ratings with reasons"),
}
"""Names of sheets."""

COLUMNS: dict[str, Label] = {
    "page_id": Label("Mã trang", "Page id"),
    "uri": Label("Địa chỉ", "Address"),
    "source": Label("Nguồn", "Source"),
    "captured_at": Label("Thời điểm chụp (UTC)", "Captured (UTC)"),
    "media_type": Label("Loại tệp", "Media type"),
    "charset": Label("Bảng mã", "Charset"),
    "raw_sha256": Label("SHA-256", "SHA-256"),
    "raw_bytes": Label("Dung lượng (byte)", "Size (bytes)"),
    "site": Label("Cổng thông tin", "Site"),
    "title": Label("Tiêu đề", "Title"),
    "text": Label("Văn bản", "Text"),
    "published_on": Label("Ngày đăng", "Published"),
    "event_date": Label("Ngày diễn ra", "Event date"),
    "year": Label("Năm", "Year"),
    "byline": Label("Người viết", "Byline"),
    "commune": Label("Xã, phường", "Commune"),
    "district": Label("Huyện, quận", "District"),
    "province": Label("Tỉnh, thành phố", "Province"),
    "commune_code": Label("Mã xã, phường", "Commune code"),
    "blocks_kept": Label("Đoạn giữ", "Blocks kept"),
    "blocks_dropped": Label("Đoạn bỏ", "Blocks dropped"),
    "duplicate_of": Label("Trùng với", "Repeats"),
    "duplicate_kind": Label("Kiểu trùng", "Kind of repeat"),
    "ordinal": Label("Thứ tự", "Place"),
    "kind": Label("Loại", "Kind"),
    "start": Label("Vị trí bắt đầu", "First character"),
    "end": Label("Vị trí kết thúc", "End"),
    "kept": Label("Được giữ", "Kept"),
    "reason": Label("Lý do", "Reason"),
    "locator": Label("Vị trí trên trang gốc", "Place in the capture"),
    "figure_id": Label("Mã số liệu", "Figure id"),
    "quote": Label("Trích", "Quote"),
    "value": Label("Giá trị", "Value"),
    "value_max": Label("Giá trị lớn nhất", "Greatest value"),
    "unit": Label("Đơn vị", "Unit"),
    "noun": Label("Đối tượng đếm", "Of what"),
    "comparator": Label("So sánh", "Comparator"),
    "scope": Label("Phạm vi", "Scope"),
    "status": Label("Trạng thái", "Status"),
    "role": Label("Vai trò", "Role"),
    "indicator": Label("Chỉ tiêu", "Indicator"),
    "statement_id": Label("Mã việc", "Statement id"),
    "period_start": Label("Thời kỳ từ", "Period from"),
    "period_end": Label("Thời kỳ đến", "Period to"),
    "rule_id": Label("Quy tắc", "Rule"),
    "amount_vnd": Label("Số tiền (đồng)", "Amount (đồng)"),
    "amount_max_vnd": Label("Số tiền lớn nhất (đồng)", "Greatest amount (đồng)"),
    "amount_million": Label("Số tiền (triệu đồng)", "Amount (million đồng)"),
    "low_vnd": Label("Ít nhất (đồng)", "Low (đồng)"),
    "high_vnd": Label("Nhiều nhất (đồng)", "High (đồng)"),
    "per": Label("Cho mỗi", "Per"),
    "scholarship_id": Label("Mã học bổng", "Scholarship id"),
    "count": Label("Số lượng", "Count"),
    "recipients": Label("Số người nhận", "Recipients"),
    "recipient_group": Label("Người nhận", "Who received"),
    "level": Label("Bậc", "Level"),
    "amount_total_vnd": Label("Tổng tiền (đồng)", "Total amount (đồng)"),
    "amount_each_vnd": Label("Mỗi đơn vị (đồng)", "Each (đồng)"),
    "amount_each_max_vnd": Label("Mỗi đơn vị nhiều nhất (đồng)", "Each, at most (đồng)"),
    "part_of": Label("Thuộc về", "Part of"),
    "left_out": Label("Không cộng vì", "Not summed because"),
    "same_as": Label("Đã tính ở", "Counted as"),
    "day": Label("Ngày", "Day"),
    "statements": Label("Số dòng được cộng", "Rows summed"),
    "commune_written": Label("Xã, phường như viết", "Commune as written"),
    "district_written": Label("Huyện, quận như viết", "District as written"),
    "province_written": Label("Tỉnh, thành phố như viết", "Province as written"),
    "set_id": Label("Mã nhóm xếp loại", "Rated set"),
    "commune_name": Label("Tên xã, phường thống nhất", "Commune, one spelling"),
    "district_name": Label("Tên huyện, quận thống nhất", "District, one spelling"),
    "province_name": Label("Tên tỉnh, thành phố thống nhất", "Province, one spelling"),
    "rating_id": Label("Mã xếp loại", "Rating id"),
    "group": Label("Đối tượng", "Group"),
    "group_kind": Label("Loại đối tượng", "Kind of group"),
    "level_code": Label("Mã bậc", "Level code"),
    "level_rank": Label("Thứ hạng của bậc", "Rank of the level"),
    "scale": Label("Thang xếp loại", "Scale"),
    "percent": Label("Tỷ lệ (%)", "Share (%)"),
    "group_total": Label("Tổng số được xếp loại", "Group total"),
    "period": Label("Thời kỳ", "Period"),
    "action": Label("Việc đã làm", "Action"),
    "object": Label("Đối tượng của việc", "Object"),
    "length_m": Label("Chiều dài (m)", "Length (m)"),
    "area_m2": Label("Diện tích (m²)", "Area (m²)"),
    "beneficiary": Label("Đối tượng thụ hưởng", "For whom"),
    "check_id": Label("Mã phép kiểm", "Check id"),
    "left": Label("Vế trái", "Left side"),
    "right": Label("Vế phải", "Right side"),
    "left_low": Label("Vế trái, ít nhất", "Left side, low"),
    "left_high": Label("Vế trái, nhiều nhất", "Left side, high"),
    "right_low": Label("Vế phải, ít nhất", "Right side, low"),
    "right_high": Label("Vế phải, nhiều nhất", "Right side, high"),
    "outcome": Label("Kết quả", "Outcome"),
    "message": Label("Thông báo", "Message"),
    "bytes": Label("Dung lượng (byte)", "Size (bytes)"),
}
"""Headers of columns; a name means the same in every table."""


def table_name(schema: TableSchema, language: Language) -> str:
    """What a table is called."""
    return getattr(TABLES[schema.name], language)  # type: ignore[no-any-return]


def header(column: Column, language: Language) -> str:
    """What a column is called."""
    return getattr(COLUMNS[column.name], language) if column.name in COLUMNS else column.name
