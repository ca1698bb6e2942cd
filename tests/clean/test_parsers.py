"""What is one block, in both parsers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.clean import CleanVocabulary, plain, sax, soup
from extract.rulefiles import load

ROOT = Path(__file__).parent.parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.html"))
LANDMARKS = CleanVocabulary.load(load()).landmarks


def texts(page: str) -> list[tuple[str, str]]:
    outline = sax.outline(page, LANDMARKS)
    assert soup.outline(page, LANDMARKS) == outline
    return [(block.kind, block.text) for block in outline.blocks]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # Inline elements are part of the block, whatever is in them.
        ("<p>Trao <b>23</b> phần <i><u>học</u> bỗng</i></p>", [("paragraph", "Trao 23 phần học bỗng")]),
        ("<p>Quy<span>ết</span> định&nbsp;số&#160;5</p>", [("paragraph", "Quyết định số 5")]),
        ("<p>Ph&#432;&#7901;ng 2 &amp; ph&ocirc;́</p>", [("paragraph", "Phường 2 & phố")]),
        ("<p>a<o:p>b</o:p><custom-tag>c</custom-tag></p>", [("paragraph", "abc")]),
        # Blocks.
        ("<h1>Tiêu đề</h1>Thân bài<p>Hết", [("heading", "Tiêu đề"), ("paragraph", "Thân bài"), ("paragraph", "Hết")]),
        ("<div>một<div>hai</div>ba</div>", [("paragraph", "một"), ("paragraph", "hai"), ("paragraph", "ba")]),
        ("<ul><li>một<li><p>hai</p></ul><p>ba", [("item", "một"), ("item", "hai"), ("paragraph", "ba")]),
        ("<figure><img alt='x'><figcaption>Ảnh</figcaption></figure>", [("caption", "Ảnh")]),
        ("<p class='wp-caption-text'>Ảnh: T.T</p>", [("caption", "Ảnh: T.T")]),
        # Line breaks.
        ("<p>một hai<br>ba bốn</p>", [("paragraph", "một hai ba bốn")]),
        ("<p>Một hai.<br>Ba bốn</p>", [("paragraph", "Một hai."), ("paragraph", "Ba bốn")]),
        ("<p>một<br><br/>hai</p>", [("paragraph", "một"), ("paragraph", "hai")]),
        (
            "<p>gồm<br>- 5 suất<br>- 6 suất</p>",
            [("paragraph", "gồm"), ("paragraph", "- 5 suất"), ("paragraph", "- 6 suất")],
        ),
        ("<p>một<br>-----<br>hai</p>", [("paragraph", "một"), ("paragraph", "-----"), ("paragraph", "hai")]),
        ("<h1>LÃNH ĐẠO PHƯỜNG 2<br>GẶP GỠ CÁC TỔ</h1>", [("heading", "LÃNH ĐẠO PHƯỜNG 2 GẶP GỠ CÁC TỔ")]),
        ("<pre>Một hai\nba\n\nBốn</pre>", [("paragraph", "Một hai ba"), ("paragraph", "Bốn")]),
        # What no reader sees.
        ("<p>a<script>if(a<b)c()</script><style>p{}</style>b</p>", [("paragraph", "ab")]),
        (
            "<noscript><p>Bật JavaScript</p></noscript><svg><text>x</text></svg><template>y</template>z",
            [("paragraph", "z")],
        ),
        ("<p>a<!-- b --></p>", [("paragraph", "a")]),
        # Broken pages.
        ("", []),
        ("   ", []),
        ("Phường 2", [("paragraph", "Phường 2")]),
        ("<p>một<p>hai</div></span><td>ba", [("paragraph", "một"), ("paragraph", "hai"), ("paragraph", "ba")]),
        ("<p>một<b>hai<p>ba</b>bốn", [("paragraph", "mộthai"), ("paragraph", "babốn")]),
        ("<p title='a>b' x=\"<p>\">một", [("paragraph", "một")]),
    ],
)
def test_blocks(page: str, expected: list[tuple[str, str]]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "<table><tr><th>TT</th><th>Nội dung</th></tr><tr><td>1</td><td>Thu <b>ngân sách</b></td></tr></table>",
            [("table_row", "TT\tNội dung"), ("table_row", "1\tThu ngân sách")],
        ),
        # Empty cells keep their place; Word puts every cell into paragraphs.
        (
            "<table><tr><td><p>1</p></td><td></td><td><p>45</p><p>tổ</p></td></tr><tr><td>2<td>5<td>6</table>",
            [("table_row", "1\t\t45 tổ"), ("table_row", "2\t5\t6")],
        ),
        # Layout: one cell a row, another table inside, long texts side by side.
        ("<table><tr><td>một</td></tr><tr><td>hai</td></tr></table>", [("paragraph", "một"), ("paragraph", "hai")]),
        (
            "<table><tr><td>Menu</td><td><table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table></td></tr></table>",
            [("paragraph", "Menu"), ("table_row", "a\t1"), ("table_row", "b\t2")],
        ),
        (
            f"<table><tr><td>a</td><td>b</td></tr><tr><td>Menu</td><td><p>{'Trao quà. ' * 50}</p></td></tr></table>",
            [("paragraph", "a"), ("paragraph", "b"), ("paragraph", "Menu"), ("paragraph", ("Trao quà. " * 50).strip())],
        ),
        (
            "<table role=presentation><tr><td>a<td>1<tr><td>b<td>2</table>",
            [("paragraph", "a"), ("paragraph", "1"), ("paragraph", "b"), ("paragraph", "2")],
        ),
        (
            "<table><caption>Bảng 1</caption><tr><td>a<td>1<tr><td>b<td>2",
            [("caption", "Bảng 1"), ("table_row", "a\t1"), ("table_row", "b\t2")],
        ),
    ],
)
def test_tables(page: str, expected: list[tuple[str, str]]) -> None:
    found = texts(page)
    assert found[: len(expected)] == expected
    assert "".join(text for _, text in found).replace("\t", "")  # nothing vanished


@pytest.mark.parametrize(
    ("page", "hidden"),
    [
        ("<div style='display: none'><p>x</p></div>", True),
        ("<p hidden>x", True),
        ("<p aria-hidden='true'>x", True),
        ("<p aria-hidden='false'>x", False),
        ("<div class='print-only'><p>x", True),
        ("<p class='hidden'>x", True),
        ("<p class='hidden-xs'>x", False),
    ],
)
def test_hidden_blocks_are_there_and_flagged(page: str, *, hidden: bool) -> None:
    (block,) = sax.outline(page, LANDMARKS).blocks
    assert (block.text, block.hidden) == ("x", hidden)


def test_hidden_text_inside_a_sentence_is_a_block_of_its_own() -> None:
    blocks = sax.outline("<p>Trao <span style='display:none'>mã 7</span>23 phần</p>", LANDMARKS).blocks
    assert [(block.text, block.hidden) for block in blocks] == [("mã 7", True), ("Trao 23 phần", False)]


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ("<p>ab <a href='#'>cd e</a> f</p>", [4]),
        ("<a href='#'><div>abc</div></a><p>d", [3, 0]),
        ("<p><a>ab.<br>Cd</a> e", [3, 2]),
        ("<p>a<a>b", [1]),
    ],
)
def test_letters_inside_links_are_counted(page: str, links: list[int]) -> None:
    assert [block.links for block in sax.outline(page, LANDMARKS).blocks] == links


def test_locators_and_landmarks() -> None:
    page = "<div id='main'><p>a</p><p>b</p><nav><ul><li>c</li></ul></nav></div><div class='box tin-khac'><p>d</p></div>"
    blocks = sax.outline(page, LANDMARKS).blocks
    assert [(block.locator, block.context) for block in blocks] == [
        ("div#main > p[1]", ""),
        ("div#main > p[2]", ""),
        ("div#main > li[1]", "menu"),
        ("div.box.tin-khac > p[1]", "related"),
    ]


def test_what_the_head_says() -> None:
    head = sax.outline(
        "<!-- Tin --><head><title> Tin\n1 </title><base href='http://a.example/'>"
        "<meta property='og:title' content='Tin 1'><meta name=OG:title content='2'><link rel=canonical href=/tin/1>"
        '<script type=\'application/ld+json\'>{"datePublished": "2023-05-18"}</script></head>',
        LANDMARKS,
    ).head
    assert (head.title.split(), head.base, head.canonical) == (["Tin", "1"], "http://a.example/", "/tin/1")
    assert head.metas == {"og:title": "Tin 1"}
    assert head.linked_data == ['{"datePublished": "2023-05-18"}']


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_both_parsers_give_the_same_blocks_of_the_samples(file: Path) -> None:
    page = file.read_text(encoding="utf-8")
    assert soup.outline(page, LANDMARKS) == sax.outline(page, LANDMARKS)


_TAGS = [
    "p",
    "div",
    "b",
    "a",
    "span",
    "br",
    "td",
    "tr",
    "table",
    "ul",
    "li",
    "h1",
    "script",
    "pre",
    "nav",
    "title",
    "form",
]
_PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS]),
    st.sampled_from(
        ["Trao 5 suất", " ", "\n", "quà.", "&amp;", "<div class='menu'>", "<p hidden>", "<!-- c -->", "<a href=#>"]
    ),
)


@settings(max_examples=300)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_both_parsers_give_the_same_blocks(page: str) -> None:
    assert soup.outline(page, LANDMARKS) == sax.outline(page, LANDMARKS)


_INLINE = st.sampled_from(["b", "i", "span", "font", "div", "p", "td", "li", "section", "strong", "custom"])


@given(st.lists(st.tuples(_INLINE, st.integers(0, 999)), max_size=30))
def test_no_text_is_lost(elements: list[tuple[str, int]]) -> None:
    page = "".join(f"<{tag}>số{number} " for tag, number in elements)
    found = " ".join(block.text for block in sax.outline(page, LANDMARKS).blocks)
    assert found.split() == [f"số{number}" for _, number in elements]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div>" * 20_000 + "xin chào" + "</div>" * 20_000, "xin chào"),
        ("<div>" * 100_000 + "xin chào", "xin chào"),
        ("<b>x" * 100_000, "x" * 100_000),
        ("<p " + " ".join(f'a{number}="1"' for number in range(50_000)) + ">xin chào</p>", "xin chào"),
        ("<table><tr><td>" * 5_000 + "xin chào", "xin chào"),
        ("<ul><li>" * 10_000 + "xin chào", "xin chào"),
        ("<p>" + "x<span hidden></span>" * 100_000, "x" * 100_000),
        ("<p>" + "<span class=menu> </span>" * 100_000 + "xin chào", "xin chào"),
    ],
    ids=["nested", "nested-unclosed", "unclosed", "attributes", "tables", "lists", "hidden", "blank"],
)
def test_hostile_pages_keep_their_text(page: str, text: str) -> None:
    assert [block.text for block in sax.outline(page, LANDMARKS).blocks] == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Một\r\n\r\n  Hai  ba\t\n", [("paragraph", "Một", "line 1"), ("paragraph", "Hai ba", "line 3")]),
        ("- Ấp 1\n+ Ấp 2", [("item", "- Ấp 1", "line 1"), ("item", "+ Ấp 2", "line 2")]),
        ("* Ấp 3\n•Ấp 4", [("item", "* Ấp 3", "line 1"), ("item", "•Ấp 4", "line 2")]),
        ("-----\n***", [("paragraph", "-----", "line 1"), ("paragraph", "***", "line 2")]),
        ("Xã\tThu\tChi\n\tTổng\t5", [("table_row", "Xã\tThu\tChi", "line 1"), ("table_row", "\tTổng\t5", "line 2")]),
        ("Xã\t\tThu\nTổng 5", [("paragraph", "Xã Thu", "line 1"), ("paragraph", "Tổng 5", "line 2")]),
        ("Lớp\tSĩ số\tGiỏi\nSL\t%", [("table_row", "Lớp\tSĩ số\tGiỏi", "line 1"), ("table_row", "SL\t%", "line 2")]),
        ("1\tTân Phú\t\t 45", [("table_row", "1\tTân Phú\t\t45", "line 1")]),
        # bars part cells where lines below one another have as many, and some hold numbers
        ("Xã | Thu | Chi\nTân Phú | 5 | ", [
            ("table_row", "Xã\tThu\tChi", "line 1"), ("table_row", "Tân Phú\t5\t", "line 2"),
        ]),
        ("| Xã | Thu |\n|---|---:|\n| Tân Phú | 5 |\n| Tân Hòa | 7 | 8 |", [
            ("paragraph", "| Xã | Thu |", "line 1"), ("table_row", "Tân Phú\t5", "line 3"),
            ("table_row", "Tân Hòa\t7\t8", "line 4"),
        ]),
        ("Trang chủ | Liên hệ\nTin tức | Văn bản", [
            ("paragraph", "Trang chủ | Liên hệ", "line 1"), ("paragraph", "Tin tức | Văn bản", "line 2"),
        ]),
        ("Tin tức | 45 | Lượt xem", [("paragraph", "Tin tức | 45 | Lượt xem", "line 1")]),
        ("chiếm 80%,\nđạt 5 tổ", [("paragraph", "chiếm 80%,", "line 1"), ("paragraph", "đạt 5 tổ", "line 2")]),
    ],
)  # fmt: skip
def test_plain_text(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(block.kind, block.text, block.locator) for block in plain.outline(text).blocks] == expected


def test_lines_of_a_wrapped_text_are_joined() -> None:
    wrapped = [
        "Kết quả công tác khuyến học ở xã trong năm qua như sau, các chi",
        "hội đã vận động các nhà hảo tâm và các cơ sở sản xuất kinh doanh",
        "trên địa bàn ủng hộ quỹ, nhờ đó có thêm học bổng cho con em các",
        "hộ nghèo, hộ cận nghèo và các em mồ côi đang học ở các trường và",
        "được nhà trường giới thiệu.",
        "- Trao 24 suất học bổng cho học sinh, số tiền",
        "12.000.000 đồng;",
        "1. Chi hội ấp 1",
        "Phú Quới",
    ]
    texts = [block.text for block in plain.outline("\n".join(wrapped)).blocks]
    assert texts == [
        " ".join(wrapped[:5]),
        "- Trao 24 suất học bổng cho học sinh, số tiền 12.000.000 đồng;",
        "1. Chi hội ấp 1",
        "Phú Quới",
    ]
    # a name goes on behind a full line
    named = [*wrapped[:4], "hộ nghèo và các em mồ côi theo chương trình học bổng Lương Thế", "Vinh được trường"]
    blocks = plain.outline("\n".join([*wrapped[:4], *named, "Phú Quới"])).blocks
    assert [block.text for block in blocks] == [" ".join([*wrapped[:4], *named]), "Phú Quới"]
    # one line in small letters may be a cell or a caption
    assert len(plain.outline("\n".join(wrapped[2:4])).blocks) == 2
    # an empty line ends a paragraph
    assert len(plain.outline("\n\n".join(wrapped)).blocks) == len(wrapped)


SPANS = """<table>
<tr><td rowspan=2>TT<td rowspan=2>Nguồn vốn<td colspan=2>Năm 2021<td colspan="2">Năm 2022
<tr><td>Dư nợ<td>%<td>Dư nợ<td>%
<tr><td colspan=6>I. Cho vay
<tr><td>1<td rowspan=2>Hộ nghèo<td>75<td>60<td>96<td>64<tr><td>2<td>50<td>40<td>54<td>36
<tr><td colspan=2>Cộng<td>125<td>100<td>150<td>100</table>"""


def test_cells_over_several_columns_and_rows_leave_them_empty() -> None:
    assert [text.split("\t") for _, text in texts(SPANS)] == [
        ["TT", "Nguồn vốn", "Năm 2021", "", "Năm 2022", ""],
        ["", "", "Dư nợ", "%", "Dư nợ", "%"],
        ["I. Cho vay"],
        ["1", "Hộ nghèo", "75", "60", "96", "64"],
        ["2", "", "50", "40", "54", "36"],
        ["Cộng", "", "125", "100", "150", "100"],
    ]


@pytest.mark.parametrize(
    ("span", "row"),
    [
        ("colspan=0", "Thu\t5\t7"),
        ("colspan=-3", "Thu\t5\t7"),
        ("colspan=ba", "Thu\t5\t7"),
        ("rowspan=65534", "Thu\t5\t7"),
        ("colspan=999999999", "Thu\t5\t7"),
        ("colspan=9999", "Thu" + "\t" * 100 + "5\t7"),
    ],
)
def test_a_span_that_is_none_or_beyond_any_table(span: str, row: str) -> None:
    found = texts(f"<table><tr><td {span}>Thu<td>5<td>7<tr><td>Chi<td>6<td>8</table>")
    assert found[0] == ("table_row", row)
