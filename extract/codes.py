"""The codes that stand in columns of tables and fields of records: kinds, statuses, reasons."""

from __future__ import annotations

from typing import Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "table_row", "caption", "line"]
"""``line`` is furniture that is none of the others: a separator, a counter, a button."""

DropReason = Literal[
    "duplicate",  # the same block, near repeats in spacing, tone placement and last punctuation included; what loops
    "duplicate_part",  # stands whole inside a block that is kept: a title broken over two lines
    "related_links",  # "Thông tin khác", "Các tin khác" and what is listed under them
    "menu",
    "byline",  # "Tin bài: ..."; its name is kept in pages.byline
    "date_line",  # a publication date on its own line; kept in pages.published_on
    "comment_widget",  # comments, ratings, "(0)"
    "counter",  # "Lượt xem: 1.234", visitors on line
    "poll",
    "share",  # share, print, e-mail, font size
    "separator",
    "caption_repeat",
    "hidden",  # display:none, print copies
    "footer",
    "site_boilerplate",
]

Kind = Literal[
    "money",
    "currency",  # foreign money: its own unit, never đồng
    "count",
    "length",
    "area",
    "mass",
    "volume",
    "yield",
    "percent",
    "percentage_point",
    "ratio",  # "gấp 2,15 lần"
    "number",  # a number with nothing behind it to tell what it counts
]

DONG = "đồng"
"""The unit of money, as all tables have it."""
PERCENTS: frozenset[Kind] = frozenset({"percent", "percentage_point"})
SHARES: frozenset[Kind] = PERCENTS | {"ratio"}
"""Kinds that tell how one number is to another: nothing is counted or measured by them."""

MONEYS: frozenset[Kind] = frozenset({"money", "currency"})
COUNTS: frozenset[Kind] = frozenset({"count", "number"})
"""Kinds of things counted, with a name or without."""
MEASURES: frozenset[Kind] = frozenset({"length", "area", "mass", "volume"})
ADDED: frozenset[Kind] = MONEYS | COUNTS | MEASURES
"""Kinds of which amounts add up to wholes; percentages, rates and ratios do not."""

Comparator = Literal["eq", "approx", "approx_below", "lt", "le", "gt", "ge", "range"]
Scope = Literal["total", "each"]
Status = Literal["achieved", "planned", "norm"]
Role = Literal["value", "whole", "plan", "restated"]
Outcome = Literal["agrees", "disagrees", "unchecked"]
LeftOut = Literal[
    "restated",  # the same amount again in words
    "plan",  # what a result is set against: the 38 of "40/38 ha"
    "whole",  # the 10 of "8/10 thôn"
    "planned",
    "norm",
    "each",
    "earlier",  # of another period, told to compare: "cùng kỳ năm trước 300 suất"
    "balance",  # of money, what there was before or is left, beside what came and went: "tồn quỹ đầu năm 208 triệu"
    "change",  # by how much something is more or less than before: "tăng 9 tỷ đồng"
    "part",  # held by another that counts: "450 triệu đồng, trong đó huyện 80 triệu đồng"
    "repeated",  # the page says it in another place, which counts
]
"""Why a row is in no sum of the results of its page, in the order in which reasons are looked for."""

MentionKind = Literal[
    "date",
    "period",
    "time",
    "name",
    "ordinal",
    "document",
    "phone",
    "age",
    "duration",
    "programme",
    "list_number",
    "other",
]
