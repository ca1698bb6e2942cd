"""Whole pages: what is kept, what is dropped and why, what is read on the way."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clean import Cleaned, CleanVocabulary, judge
from extract.dedup import drop_repeats
from extract.model import Capture, Reject
from extract.rulefiles import load
from extract.sources import captures

ROOT = Path(__file__).parent.parent.parent
REAL_PAGE = ROOT.parent / "shared" / "pages" / "phuong-2-to-tu-quan-2023.txt"
WORDS = CleanVocabulary.load(load())

TITLE = "Xã Phước Long Đông tiếp sức học sinh nghèo đến trường"
FIRST = "Sáng 05/9/2008, Hội Khuyến học xã Phước Long Đông trao 152 suất học bổng cho học sinh nghèo hiếu học của 7 ấp."
SECOND = "Trong đó bậc tiểu học có 80 suất, mỗi suất 200.000 đồng; trung học cơ sở 48 suất, mỗi suất 400.000 đồng."
THIRD = "Năm học tới Hội phấn đấu vận động quỹ từ 90 triệu đồng trở lên, quyết không để em nào phải bỏ học."
BODY = [FIRST, SECOND, THIRD]


def cleaned(page: str, media_type: str = "text/plain") -> Cleaned:
    found = judge(Capture("a", "a", media_type, page.encode()), WORDS)
    assert isinstance(found, Cleaned)
    return drop_repeats(found)


def html(body: str, head: str = "") -> Cleaned:
    return cleaned(f"<html><head>{head}</head><body>{body}</body></html>", "text/html")


def kept(page: Cleaned) -> list[str]:
    return [block.text for block in page.blocks if block.kept]


def reasons(page: Cleaned) -> dict[str, str | None]:
    return {block.text: block.reason for block in page.blocks}


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


# ------------------------------------------------------------------------------------------------------- plain text


def test_a_lone_number_above_the_text_is_a_counter() -> None:
    page = cleaned("\n".join([TITLE, "37", *BODY]))
    assert (reasons(page)["37"], kept(page)) == ("counter", [TITLE, *BODY])


def test_numbers_of_readers_and_comments_between_headline_and_text_are_counters() -> None:
    page = cleaned("\n".join([TITLE, "0", "123", *BODY]))
    assert kept(page) == [TITLE, *BODY]


def test_a_lone_number_behind_the_signature_is_a_counter_and_a_last_cell_is_none() -> None:
    assert kept(cleaned("\n".join([TITLE, *BODY, "Nguyễn Toàn", "38"]))) == [TITLE, *BODY]
    rows = ["Ấp Một", "25", "Ấp Hai", "30"]
    assert kept(cleaned("\n".join([TITLE, *BODY, *rows]))) == [TITLE, *BODY, *rows]


def test_a_day_in_parts_is_a_date_line_and_an_anniversary_is_none() -> None:
    wrapped = [
        "Ngày 15/10, chi hội phụ nữ 4 thôn làm lễ kỷ niệm 93 năm thành lập Hội Phụ nữ Việt",
        "Nam 20/10/1930 - 20/10/2023.",
    ]
    page = cleaned("\n".join([TITLE, "16 11 2025", *wrapped, *BODY]))
    assert page.published_on == date(2025, 11, 16)
    assert kept(page) == [TITLE, *wrapped, *BODY]


@pytest.mark.parametrize(
    "letterhead",
    ["HỘI KHUYẾN HỌC TỈNH LONG AN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "Quỹ khuyến học | Thứ hai, 22/01/2018"],
)
def test_a_letterhead_or_stamp_is_no_headline(letterhead: str) -> None:
    assert cleaned("\n".join([letterhead, TITLE, *BODY])).title == TITLE


def test_a_short_headline_that_begins_with_a_place_is_no_letterhead() -> None:
    assert cleaned("\n".join(["UBND HUYỆN LONG AN", "Xã Tân Hội trao quà", *BODY])).title == "Xã Tân Hội trao quà"


def test_a_label_that_two_rows_share_is_no_repeat() -> None:
    label = "5 | Nguồn ngân sách năm trước được chuyển sang"
    rows = [label, "Brought forward | 37,935 |", "II | Thu địa phương | 518,000 |", label, "Brought forward | 39,120 |"]
    found = kept(cleaned("\n".join([FIRST, *rows])))[1:]
    assert [block.replace("\t", " | ").rstrip(" |") for block in found] == [row.rstrip(" |") for row in rows]


def test_a_date_before_a_dateline_is_parted_from_it() -> None:
    page = cleaned(f"date 2008-09 (BTN) - {FIRST}\n{SECOND}")
    assert (page.blocks[0].text, page.blocks[0].reason) == ("date 2008-09", "date_line")


def test_a_table_with_one_cell_a_line_is_the_report() -> None:
    table = [
        "Nội dung", "ĐVT", "2004", "2005", "A", "B", "1", "2", "I. Chăn nuôi", "Đàn dê", "con", "1.205", "1.310",
        "Đàn ngựa", "''", "96", "104", "Gạch nung", "viên", "2.150", "-", "Hộ nghèo", "%", "8,4", "7,9",
    ]  # fmt: skip
    page = cleaned("\n".join(["Phụ lục: chỉ tiêu của huyện", *table, "Trang 3", "Lượt xem: 1.204", "In trang"]))
    assert kept(page)[1:-1] == table


def test_a_plain_page() -> None:
    lines = [
        "PHƯỜNG 1 QUẬN TÂN BÌNH", "Thông báo", TITLE, "23/12/2021 - 15:02", FIRST, "- Ấp 1 - 48 suất;",
        "- Ấp 2 – 5 suất;", "Lãnh đạo xã trao học bổng", THIRD, "THANH VÂN", "Thông tin khác",
        "- Lễ ra quân năm 2021 (21/06/2021)", "Trao 5 căn nhà", "(0)", "Guest",
        "Tổng số phiếu: 319", "Bản quyền thuộc UBND xã",
    ]  # fmt: skip
    page = cleaned("\n\n".join(lines))
    assert [(block.kind, block.text) for block in page.blocks if block.kept] == [
        ("title", TITLE),
        ("paragraph", FIRST),
        ("item", "- Ấp 1 - 48 suất;"),
        ("item", "- Ấp 2 – 5 suất;"),
        ("paragraph", "Lãnh đạo xã trao học bổng"),
        ("paragraph", THIRD),
    ]
    assert (page.title, page.byline, page.published_on) == (TITLE, "Thanh Vân", date(2021, 12, 23))
    assert [block.reason for block in page.blocks if not block.kept] == [
        "site_boilerplate", "menu", "date_line", "byline", "related_links", "related_links", "related_links",
        "comment_widget", "comment_widget", "comment_widget", "footer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([TITLE, *BODY], TITLE),
        (["Lễ trao Nhà tình thương", FIRST], "Lễ trao Nhà tình thương"),
        (["Báo Tây Ninh trên Google News", TITLE, *BODY], TITLE),
        (["Thứ Ba, 16/08/2022 10:51 (GMT +7)", TITLE, *BODY], TITLE),
        (["date 2025-12-23 HĐND phường Tân Hòa họp Kỳ thứ Tư", *BODY], "HĐND phường Tân Hòa họp Kỳ thứ Tư"),
        ([TITLE, "Phát học bổng cho các em", *BODY], TITLE),
        ([TITLE, "37", *BODY], TITLE),
        (BODY, None),
        (["date 2025-08-23 " + FIRST, SECOND], None),
        (["Trong năm, xã đã làm được:", "- 5 suất", FIRST], None),
    ],
)
def test_the_title_of_a_plain_page(lines: list[str], title: str | None) -> None:
    page = cleaned("\n".join(lines))
    assert page.title == title
    assert [block.text for block in page.blocks if block.kind == "title"] == ([title] if title else [])


def test_a_date_in_front_of_the_first_sentence_is_parted_from_it() -> None:
    page = cleaned(f" date 2025-08-23 {FIRST}\n{SECOND}")
    assert [(block.text, block.reason) for block in page.blocks] == [
        ("date 2025-08-23", "date_line"), (FIRST, None), (SECOND, None),
    ]  # fmt: skip
    assert page.published_on == date(2025, 8, 23)


def test_paragraphs_without_a_final_stop_are_kept() -> None:
    body = [text.rstrip(".") for text in BODY]
    assert kept(cleaned("\n".join([TITLE, *body, "Tin bài: Duy Thanh"]))) == [TITLE, *body]
    assert kept(html(f"<h1>{TITLE}</h1>" + paragraphs(*body, "Tin bài: Duy Thanh"))) == [TITLE, *body]


def test_the_cells_of_a_table_laid_out_as_lines_are_kept() -> None:
    cells = [
        "TT",
        "Nội dung",
        "Kế hoạch",
        "(1.000 đồng)",
        "1",
        "Huyện Bình Xuyên 330.000 345.025 104",
        "45",
        "45",
        "Tổng cộng",
    ]
    assert kept(cleaned("\n".join([TITLE, FIRST, *cells, THIRD]))) == [TITLE, FIRST, *cells, THIRD]


def test_names_in_a_list_are_no_bylines() -> None:
    names = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung"]
    assert kept(cleaned("\n".join([TITLE, FIRST, "Danh sách khen thưởng", *names]))) == [
        TITLE, FIRST, "Danh sách khen thưởng", *names,
    ]  # fmt: skip


def test_a_box_of_related_pages_between_paragraphs_ends_with_it() -> None:
    box = ["Tin liên quan", "Trao 30 suất quà (12/10/2017)"]
    page = cleaned("\n".join([TITLE, FIRST, *box, "Lời kết", SECOND, THIRD]))
    assert kept(page) == [TITLE, FIRST, "Lời kết", SECOND, THIRD]


def test_poll_answers_with_figures_go_with_the_poll() -> None:
    page = cleaned("\n".join([TITLE, *BODY, "Bình chọn", "Bạn có hài lòng?", "Rất hài lòng 71%", "Đang truy cập: 4"]))
    assert kept(page) == [TITLE, *BODY]
    assert reasons(page)["Rất hài lòng 71%"] == "poll"


def test_the_title_again_under_a_photo() -> None:
    page = cleaned("\n".join([TITLE, FIRST, f"{TITLE} - Ảnh 1", SECOND]))
    assert reasons(page)[f"{TITLE} - Ảnh 1"] == "caption_repeat"


def test_bytes_without_text_are_refused() -> None:
    for data in (b" \n\t", b"<html><script>x</script></html>"):
        found = judge(Capture("a", "a", "text/html", data), WORDS)
        assert isinstance(found, Reject)
        assert (found.reason, found.bytes) == ("empty", len(data))


_LINES = st.sampled_from(
    [
        TITLE,
        *BODY,
        "Thông tin khác",
        "(0)",
        "THANH VÂN",
        "- Ấp 1 - 48 suất;",
        "-----",
        "23/12/2021",
        "Tin bài: Duy Thanh",
    ]
)


@given(st.lists(_LINES, min_size=1, max_size=15))
def test_every_line_has_its_row(lines: list[str]) -> None:
    page = cleaned("\n".join(lines))
    assert sorted(block.text for block in page.blocks) == sorted(lines)
    assert [block.ordinal for block in page.blocks] == list(range(len(lines)))
    assert all(block.kept == (block.reason is None) for block in page.blocks)
    for text in BODY:  # running text is never lost but to its own repeat
        assert (text in kept(page)) == (text in lines)


# ------------------------------------------------------------------------------------------------------------- HTML

MENU = "<ul><li><a href=/>Trang chủ</a></li><li><a href=/gt>Quy hoạch</a></li><li><a href=/tt>Đất đai</a></li></ul>"
OTHERS = "".join(
    f"<li><a href=/{nth}>Trao {nth}0 suất quà cho hộ nghèo ấp {nth}</a> (2{nth}/06/2021)</li>" for nth in range(1, 6)
)
FOOT = "<p>Trụ sở Ủy ban: ấp 3, xã Phước Long Đông</p><p>ĐT: 075.861234</p>"


_ARTICLE = f"<h1>{TITLE}</h1>{paragraphs(*BODY)}"
LAYOUTS = {
    "one level": f"{MENU}{_ARTICLE}<h3>Tin khác</h3><ul>{OTHERS}</ul>{FOOT}",
    "HTML 5": f"""<header><nav>{MENU}</nav></header><main><article>{_ARTICLE}</article></main>
        <aside><ul>{OTHERS}</ul></aside><footer>{FOOT}</footer>""",
    "class names, related pages without a heading": f"""<div id=dnn_MenuPane>{MENU}</div><div id=dnn_ContentPane>
        <div class=tieude>{TITLE}</div><div class=noidung>{paragraphs(*BODY)}</div>
        <div class=TinLienQuan><ul>{OTHERS}</ul></div></div><div id=dnn_FooterPane>{FOOT}</div>""",
    "tables of 2005": f"""<table><tr><td>{MENU}</td><td><table><tr><td><font size=4><b>{TITLE}</b></font></td></tr>
        <tr><td>{"<br><br>".join(BODY)}</td></tr><tr><td><b>Các tin khác:</b><br>{OTHERS}</td></tr></table></td></tr>
        <tr><td colspan=2>{FOOT}</td></tr></table>""",
    "a page that calls itself a sidebar": f"""<div class=has-sidebar><div class='sidebar menu'>{MENU}
        <div>{_ARTICLE}</div></div></div>""",
}


@pytest.mark.parametrize("body", LAYOUTS.values(), ids=LAYOUTS)
def test_the_report_is_found_in_any_layout(body: str) -> None:
    page = html(body)
    assert kept(page) == [TITLE, *BODY]
    assert page.title == TITLE


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        # The head names it, and a heading of the site stands above it.
        (f"<title>{TITLE} | UBND xã</title>", f"<h1>Phước Long Đông xã anh hùng</h1><h2>{TITLE}</h2>", TITLE),
        (f"<meta property=og:title content='{TITLE}'>", f"<p>Bản tin số bảy</p><p>{TITLE}</p>", TITLE),
        # The head cuts it short, or has only half of it.
        (f"<title>{TITLE[:40]}</title>", f"<h2>Bản tin số bảy</h2><div>{TITLE}</div>", TITLE),
        # The head names the section or the site.
        (
            "<title>Tin đoàn thể - Cổng thông tin xã</title>",
            f"<h2>Tin đoàn thể</h2><div class=title-detail>{TITLE}</div>",
            TITLE,
        ),
        ("<title>UBND XÃ</title>", f"<h1>{TITLE}</h1>", TITLE),
        ("<title>UBND XÃ</title>", f"<p>{TITLE}</p><p>{TITLE[:25]}</p><p>{TITLE[25:]}</p>", TITLE),
        # It is in the head alone, or nowhere.
        (f"<title>{TITLE} - UBND xã</title>", "", TITLE),
        ("<title>UBND XÃ PHƯỚC LONG ĐÔNG</title>", "", None),
        ("<title>Trang thông tin điện tử xã Phước Long Đông</title>", "", None),
    ],
)
def test_the_title_of_a_page(head: str, body: str, title: str | None) -> None:
    page = html(f"{body}<div>{paragraphs(*BODY)}</div>", head)
    assert page.title == title
    assert [block.text for block in page.blocks if block.kind == "title"] == ([title] if title else [])
    assert kept(page)[-3:] == BODY


@pytest.mark.parametrize(
    "title",
    ["Kết quả trao học bổng năm 2022", "Danh sách hộ nghèo, cận nghèo được hỗ trợ xây nhà và sửa nhà trên địa bàn xã"],
)
def test_a_headline_over_a_small_table_is_the_title(title: str) -> None:
    """All its lines are short, and no longer than the headline: that is no running text for being the longest."""
    rows = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in (("Trường", "Suất"), ("Phú An", 12)))
    for tag in ("h1", "h2"):
        page = html(f"<{tag}>{title}</{tag}><table>{rows}</table>")
        assert page.title == title
        assert kept(page) == [title, "Trường\tSuất", "Phú An\t12"]


def test_a_page_of_headings_alone_keeps_them() -> None:
    page = html("<h1>Trao học bổng năm 2022</h1><h3>Phú An 12 suất</h3><h3>Phú Lộc 30 suất</h3>")
    assert len(kept(page)) == 3


def test_the_title_comes_first_though_a_paragraph_stands_above_it() -> None:
    page = html(f"<div><p>{FIRST}</p><h1>{TITLE}</h1>{paragraphs(SECOND, THIRD)}</div>", f"<title>{TITLE}</title>")
    assert kept(page) == [TITLE, FIRST, SECOND, THIRD]
    assert [block.ordinal for block in page.blocks] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        (f"<div class=comments>{paragraphs('Con tôi được nhận 1.200.000 đồng.')}</div>", "comment_widget"),
        ("<div class=poll>Bạn thấy thế nào?</div>", "poll"),
        ("<div class=luotxem>1.234</div>", "counter"),
        ("<div class=sharedaddy>Gửi qua thư</div>", "share"),
        ("<div class=tags-links>học bổng, khuyến học</div>", "menu"),
        ("<p><a href=/x>Phường 12 trao 50 suất học bổng trị giá 60 triệu đồng</a></p>", "related_links"),
        ("<div style='display:none'><p>Nhập thêm 7 suất</p></div>", "hidden"),
        ("<select><option>Chọn trang</option></select>", "menu"),
        ("<p align=right><b>Duy Thanh</b></p>", "byline"),
    ],
)  # fmt: skip
def test_what_stands_below_the_report(extra: str, reason: str) -> None:
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(*BODY)}{extra}</div>")
    assert kept(page) == [TITLE, *BODY]
    assert {block.reason for block in page.blocks if not block.kept} == {reason}


def test_tables_captions_and_lists_of_the_report_are_kept() -> None:
    table = "<table><tr><th>TT</th><th>Ấp</th></tr><tr><td>1</td><td><a href=/a>Ấp Bình An</a></td></tr></table>"
    photo = "<figure><figcaption>Trao quà. Ảnh: T.T</figcaption></figure>"
    body = f"{paragraphs(FIRST)}<ul><li>Ấp 1: 5 suất</li></ul>{photo}{table}"
    page = html(f"<article><h1>{TITLE}</h1>{body}{paragraphs(SECOND, THIRD)}</article>")
    assert kept(page) == [
        TITLE, FIRST, "Ấp 1: 5 suất", "Trao quà.", "TT\tẤp", "1\tẤp Bình An", SECOND, THIRD,
    ]  # fmt: skip
    assert reasons(page)["Ảnh: T.T"] == "byline"


# ---------------------------------------------------------------------------------------------- where it comes from


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("<meta property=article:published_time content='2018-09-30T02:14:55+00:00'>", "", date(2018, 9, 30)),
        (
            '<script type=application/ld+json>{"@graph": [{"datePublished": "2023-05-18"}]}</script>',
            "",
            date(2023, 5, 18),
        ),
        ("<script type=application/ld+json>{broken</script>", "<p>Đăng ngày 28/12/2022</p>", date(2022, 12, 28)),
        ("", "<p>Thứ tư - 03/12/2014 09:47</p>", date(2014, 12, 3)),
        # The clock of the page stands above the headline.
        ("", "<p>04/08/2022 | 10:52</p>", date(2022, 8, 4)),
        ("", "", None),
    ],
)
def test_the_day_of_publication(head: str, body: str, expected: date | None) -> None:
    clock = "<p>Thứ Ba, 16/08/2022 10:51</p>" if body else ""
    page = html(f"<div>{clock}<h1>{TITLE}</h1>{body}{paragraphs(*BODY)}</div>", head)
    assert page.published_on == expected
    assert kept(page) == [TITLE, *BODY]


def test_the_day_above_an_older_article_is_not_that_of_the_page() -> None:
    older = ["Tin cũ hơn", "07:30, 12/03/2017", "Xã Phước Long Tây họp bàn việc khuyến học", *BODY[::-1]]
    page = cleaned("\n\n".join(["16/10/2018 - 16:19", TITLE, *BODY, *older]))
    assert page.published_on == date(2018, 10, 16)


def test_the_byline_below_the_text_counts_before_the_account_above_it() -> None:
    page = html(f"<h1>{TITLE}</h1><p>Người viết: Quản lý A</p>{paragraphs(*BODY)}<p>Tin, ảnh: MINH KHANG</p>")
    assert page.byline == "Minh Khang"


HTTRACK = "<!-- Mirrored from www.a.gov.vn/tin/1.html by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 01 Jan -->"
SINGLE_FILE = "<!--\n Page saved with SingleFile \n url: https://a.gov.vn/?id=5 \n saved date: Thu Jan 01 2015 -->"


@pytest.mark.parametrize(
    ("head", "address", "site"),
    [
        # Whoever saved the page says from where.
        ("<!-- saved from url=(0024)http://a.gov.vn/tin/1 -->", "http://a.gov.vn/tin/1", "a.gov.vn"),
        (HTTRACK, "http://www.a.gov.vn/tin/1.html", "a.gov.vn"),
        (SINGLE_FILE, "https://a.gov.vn/?id=5", "a.gov.vn"),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        # What the page claims tells its site, and not more: portals claim one address on every page.
        ("<link rel=canonical href=https://www.a.gov.vn/tin/1>", None, "a.gov.vn"),
        ("<meta property=og:url content=http://a.gov.vn/?id=5>", None, "a.gov.vn"),
        ("<base href=http://b.gov.vn/>", None, "b.gov.vn"),
        ("<link rel=canonical href=/tin/1>", None, None),
        ("<link rel=canonical href='http://[bad'>", None, None),
        ("<meta property=og:site_name content='UBND xã'>", None, "UBND xã"),
        ("<p>saved from url=(0024)http://a.gov.vn/tin/1</p>", None, None),
    ],
)
def test_address_and_site(head: str, address: str | None, site: str | None) -> None:
    page = html(paragraphs(*BODY), head)
    assert (page.address, page.site) == (address, site)


# ----------------------------------------------------------------------------------------------- samples, real page

SAME = {
    "menu": {"menu", "share", "site_boilerplate"},
    "site_boilerplate": {"site_boilerplate", "footer", "share", "menu"},
}


@pytest.mark.parametrize("file", sorted((ROOT / "tests" / "truth").glob("*.json")), ids=lambda file: file.stem)
def test_the_samples_are_cleaned_as_annotated(file: Path) -> None:
    (truth,) = json.loads(file.read_text(encoding="utf-8"))
    (source,) = (ROOT / "samples").glob(f"{file.stem}.*")
    (capture,) = captures([source])
    assert isinstance(capture, Capture)
    found = judge(capture, WORDS)
    assert isinstance(found, Cleaned)
    page = drop_repeats(found)
    assert page.title == truth["meta"]["title"]
    assert str(page.published_on) == str(truth["meta"]["published_on"])
    body = [block.text for block in page.blocks if block.kept and block.kind not in {"title", "table_row", "caption"}]
    for start in truth["kept"]:
        assert sum(text.startswith(start) for text in body) == 1, start
    for drop in truth["dropped"]:
        why = {block.reason for block in page.blocks if block.text.startswith(drop["text_starts"])}
        assert why & SAME.get(drop["reason"], {drop["reason"]}), drop


def real_layouts(lines: list[str]) -> dict[str, str]:
    texts = [line.replace("&", "&amp;") for line in lines]
    rows = "".join(f"<tr><td><font size=2>{text}</font></td></tr>" for text in texts)
    links = "".join(f"<li><a href=#>{text}</a></li>" for text in texts[13:21])
    return {
        "paragraphs": f"<div>{paragraphs(*texts)}</div>",
        "breaks": f"{MENU}<div>{'<br>'.join(texts)}</div>",
        "double breaks": f"{MENU}<div>{'<br><br>'.join(texts)}</div>{FOOT}",
        "tables": f"<table><tr><td>{MENU}</td><td><table>{rows}</table></td></tr><tr><td>{FOOT}</td></tr></table>",
        "preformatted": "<pre>" + "\n".join(texts) + "</pre>",
        "portal": f"""<nav>{MENU}</nav><h1>{texts[0]}</h1><div class=content>{paragraphs(*texts[1:12])}</div>
            <div><h3>{texts[12]}</h3><ul>{links}</ul></div>{paragraphs(*texts[21:])}""",
        "spans": MENU + "".join(f"<div><span><span>{text}</span></span></div>" for text in texts) + FOOT,
        "unclosed": "<CENTER><TABLE BORDER=1><TR><TD>" + "".join(f"<P>{text}" for text in texts) + "</TABLE>",
    }


@pytest.mark.skipif(not REAL_PAGE.exists(), reason="the real page is not here")
def test_the_real_page_reads_the_same_as_text_and_in_every_layout() -> None:
    lines = REAL_PAGE.read_text(encoding="utf-8").splitlines()
    page = cleaned("\n".join(lines))
    assert [block.text for block in page.blocks] == lines
    assert [(block.reason, block.duplicate_of) for block in page.blocks] == [
        (None, None), *[("duplicate_part", 0)] * 2, ("separator", None), ("duplicate_part", 0), ("separator", None),
        *[(None, None)] * 3, ("duplicate", 7), ("duplicate", 8), ("byline", None),
        *[("related_links", None)] * 9, *[("comment_widget", None)] * 6,
    ]  # fmt: skip
    assert (page.title, page.byline, page.published_on) == (lines[0], "Duy Thanh", None)
    for name, body in real_layouts(lines).items():
        other = html(body)
        assert (name, kept(other)) == (name, kept(page))
        assert (other.title, other.byline) == (page.title, "Duy Thanh")


# --------------------------------------------------------------------------------- what stands around and between


BOX = "<div class=khung><div><h3>{}</h3></div></div>"


def test_a_box_below_the_report_is_no_part_of_it_and_a_last_line_is() -> None:
    box = BOX.format("Chuyên trang dân vận")
    page = html(f"<div><div id=bai><h1>{TITLE}</h1>{paragraphs(*BODY)}<p>Nhà số 7: ông Tư</p>{box}</div></div>")
    assert kept(page) == [TITLE, *BODY, "Nhà số 7: ông Tư"]


def test_a_list_below_the_last_sentence_is_of_the_report() -> None:
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(*BODY)}<ul><li>Ấp 1: 5 suất</li><li>Ấp 2: 6 suất</li></ul></div>")
    assert kept(page) == [TITLE, *BODY, "Ấp 1: 5 suất", "Ấp 2: 6 suất"]


@pytest.mark.parametrize(
    ("between", "reason"),
    [
        ("<h3><a href=/x>Phường 12 trao 50 suất học bổng</a></h3>", "related_links"),
        ("<p>Xem thêm: <a href=/x>Phường 12 trao 50 suất học bổng</a></p>", "related_links"),
        ("<p>Czytaj też: <a href=/x>Phường 12 trao 50 suất học bổng</a></p>", "related_links"),
        ("<p>Das könnte Sie auch interessieren!</p>", "related_links"),
        ("<p>Mời bạn đọc theo dõi tin của xã <a href=/z>tại đây</a></p>", "site_boilerplate"),
        ("<p>Never miss the news, sign up for our newsletter today!</p>", "site_boilerplate"),
        ("<p>Advertisement</p>", "site_boilerplate"),
    ],
)
def test_what_stands_between_paragraphs_and_is_of_the_site(between: str, reason: str) -> None:
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(FIRST)}{between}{paragraphs(SECOND, THIRD)}</div>")
    assert kept(page) == [TITLE, *BODY]
    assert {block.reason for block in page.blocks if not block.kept} == {reason}


@pytest.mark.parametrize(
    "between",
    [
        "<h2 id=nav-ket-qua>Kết quả nổi bật</h2>",
        "<p class=secondary>Kết quả nổi bật</p>",
        "<p>Bà con theo dõi trang web của xã!</p>",
        "<p>Nổi bật</p>",
        "<p>Ban tổ chức tặng <a href=/q>25 phần quà</a> cho bà con</p>",
    ],
)
def test_what_stands_between_paragraphs_and_is_of_the_report(between: str) -> None:
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(FIRST)}{between}{paragraphs(SECOND, THIRD)}</div>")
    assert [block.text for block in page.blocks if not block.kept] == []


@pytest.mark.parametrize(
    "line",
    [
        "24. März 2004, 19:49 | Genesis",
        "By Ana Gil Feb 8, 2020 5 min read",
        "16 kwietnia 2021",
        "Ấp 3, ngày 20/11/2023",
    ],
)
def test_a_day_alone_above_the_text_in_any_language(line: str) -> None:
    page = html(f"<div><h1>{TITLE}</h1><p>{line}</p>{paragraphs(*BODY)}</div>")
    assert reasons(page)[line] == "date_line"
    assert kept(page) == [TITLE, *BODY]


def test_a_line_that_a_theme_names_for_date_and_author_is_no_part_of_the_report() -> None:
    told = "Ban biên tập gửi lúc chiều tối | Khuyến học | 3 góp ý"
    line = f"<div class='entry-meta'><span>{told}</span></div>"
    assert reasons(html(f"<article><h1>{TITLE}</h1>{line}{paragraphs(*BODY)}</article>"))[told] == "date_line"
    assert (
        reasons(html(f"<article><h1>{TITLE}</h1>{paragraphs(FIRST)}{line}{paragraphs(SECOND)}</article>"))[told] is None
    )


def test_an_element_named_for_the_date_that_holds_most_of_the_report_is_of_it() -> None:
    last = "Hoan nghênh tấm lòng của bà con"
    page = html(
        f"<div><h1>{TITLE}</h1><p>{FIRST}</p><div class='entry-meta'>{paragraphs(SECOND, THIRD, last)}</div></div>"
    )
    assert kept(page) == [TITLE, *BODY, last]


def test_a_lead_that_begins_with_a_day_is_kept() -> None:
    lead = "Sáng 20/11/2023, Hội Khuyến học xã trao học bổng"
    page = html(f"<div><h1>{TITLE}</h1><p>{lead}</p>{paragraphs(*BODY)}</div>")
    assert kept(page) == [TITLE, lead, *BODY]


def test_a_lead_below_a_button_is_no_part_of_a_widget() -> None:
    lead = "Một mùa khai giảng nữa lại về với thầy trò vùng sâu, và niềm vui đến sớm hơn mọi năm"
    page = html(f"<div><h1>{TITLE}</h1><p>Email</p><p>{lead}</p>{paragraphs(*BODY)}</div>")
    assert kept(page) == [TITLE, lead, *BODY]


def test_text_that_only_a_script_shows_is_the_report_and_a_print_copy_is_not() -> None:
    hidden = "<div style='display:none'>{}</div>"
    page = html(f"<div><h1>{TITLE}</h1><p>Xem bài.</p>{hidden.format(paragraphs(*BODY))}</div>")
    assert kept(page) == [TITLE, "Xem bài.", *BODY]
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(*BODY)}{hidden.format(paragraphs(*BODY))}</div>")
    assert kept(page) == [TITLE, *BODY]
    assert [block.reason for block in page.blocks[-3:]] == ["hidden"] * 3


def test_about_the_author_is_not_of_the_report() -> None:
    about = "Duy Thanh là cán bộ văn hóa của xã, viết tin cho trang này từ năm 2004."
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(*BODY)}<div class=author-box><p>{about}</p></div></div>")
    assert reasons(page)[about] == "byline"


def test_a_credit_is_no_author() -> None:
    photo = "<figure><figcaption>Quang cảnh buổi lễ. TTXVN</figcaption></figure>"
    page = html(f"<div><h1>{TITLE}</h1>{paragraphs(*BODY)}{photo}<p>Tin: Duy Thanh</p></div>")
    assert (page.byline, reasons(page)["TTXVN"]) == ("Duy Thanh", "byline")
    assert "Quang cảnh buổi lễ." in kept(page)


def test_a_counter_with_its_number_heads_no_list() -> None:
    lines = ["Họp thôn bàn việc làm đường", "Lượt xem: 276", "Ngày 9/2/2021 thôn Đông họp bàn làm 2 km đường."]
    page = cleaned(
        "\n".join([*lines, "Thôn có 120 hộ, mỗi hộ góp 500.000 đồng để làm đường, ai cũng vui lòng góp công."])
    )
    assert lines[2] in kept(page)
