from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from legacy_writers import nfd, saved_as_utf_8, tcvn3, to_viscii, vni, windows_1258

from extract.decode import decode
from extract.decode.composition import compose, compose_around, is_composed, marks_in

TEXT = "Phường Hòa Bình đã trao 23 suất học bổng cho học sinh nghèo, tổng số tiền 11,5 triệu đồng của Hội Khuyến học."

DECLARED = (
    *("", "utf-8", "windows-1252", "iso-8859-1", "windows-1258", "x-unknown", "utf-16"),
    *("viscii", "tcvn3", "shift_jis"),
)


@pytest.mark.parametrize("declared", DECLARED)
@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (TEXT.encode(), "utf-8"),
        (nfd(TEXT), "utf-8"),
        (windows_1258(TEXT), "windows-1258"),
        (to_viscii(TEXT), "viscii"),
        (tcvn3(TEXT), "tcvn3"),
        (vni(TEXT), "vni"),
        (saved_as_utf_8(tcvn3(TEXT)), "tcvn3-in-utf-8"),
        (saved_as_utf_8(vni(TEXT)), "vni-in-utf-8"),
        (saved_as_utf_8(to_viscii(TEXT)), "viscii-in-utf-8"),
        (saved_as_utf_8(windows_1258(TEXT)), "windows-1258-in-utf-8"),
        (saved_as_utf_8(TEXT.encode()), "utf-8+mojibake-1252"),
        (TEXT.encode().decode("latin-1").encode(), "utf-8+mojibake-1252"),
        (saved_as_utf_8(saved_as_utf_8(TEXT.encode())), "utf-8+mojibake-1252-twice"),
        (TEXT.encode().decode("latin-1").encode("utf-16"), "utf-16-le+mojibake-1252"),
        (tcvn3(TEXT).decode("windows-1252").encode("ascii", "xmlcharrefreplace"), "tcvn3-in-utf-8"),
    ],
)
def test_the_text_decides_and_not_what_is_declared(data: bytes, charset: str, declared: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    if data.startswith(codecs.BOM_UTF16_LE):
        data = codecs.BOM_UTF16_LE + head.encode("utf-16-le") + data[2:]
    else:
        data = head.encode() + data
    found = decode(data)
    assert found.text == head + TEXT
    assert found.charset == charset


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        # The first letter has no zero byte in it, "Đ" is 0x0110.
        (f"Đã {TEXT}".encode("utf-16-be"), "utf-16-be"),
        (f"Đã {TEXT}".encode("utf-16-le"), "utf-16-le"),
        # With marks apart fewer characters than half are of Latin-1.
        (unicodedata.normalize("NFD", f"Đã {TEXT}").encode("utf-16-le"), "utf-16-le"),
        (unicodedata.normalize("NFD", f"Đã {TEXT}").encode("utf-16-be"), "utf-16-be"),
        (unicodedata.normalize("NFD", f"Được {TEXT}").encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_marks_and_sixteen_bits(data: bytes, charset: str) -> None:
    found = decode(data)
    assert found.text in (TEXT, f"Đã {TEXT}", f"Được {TEXT}")
    assert (found.charset, found.replaced) == (charset, 0)


def test_one_bad_byte_does_not_change_the_charset() -> None:
    found = decode(TEXT.encode() + b"\xff" + TEXT.encode())
    assert found == (f"{TEXT}\ufffd{TEXT}", "utf-8", 1)


def test_a_text_cut_inside_a_letter() -> None:
    found = decode("trao học bổng cho hộ nghèo của xã".encode()[:-1])
    assert (found.charset, found.replaced) == ("utf-8", 1)


OTHER_LANGUAGES = [
    "L’été dernier, à l’école où j’étais élève, les professeurs préféraient le thé. Où ça ? Là. Déjà né à Orléans.",
    "Die Größe der Straße überrascht die Männer aus Köln, für die schöne Bäume natürlich wären.",
    "Smörgåsbord på Åland är bättre än köttbullar från Göteborg; många människor åker dit på våren.",
    "Það er gott að vera við Hafnarfjörður, þar sem Ísland býður góðan daginn. Við erum hér með öðrum.",
    "São Paulo não é a capital; à noite, há três irmãos e avós que têm lá cães e mães.",
    "El niño pequeño comió piña mañana, señor, ¿qué? ¡Cómo está usted!",
    "La città è già più bella di così; perché no? Là c'è la libertà e la virtù.",
    "Café “naïve” résumé — © 2020 Zoë’s piñata®, Ångström, façade, Brontë, 20° ± 3 µm² · ½",
    "Türkçe öğrenmek güzel bir şey, çünkü çok önemli.",
    "Zażółć gęślą jaźń, proszę państwa",
    "Россия и Вьетнам подписали соглашение о сотрудничестве",
    "越南社会主义共和国 © 2020 ®",
    "for (var i = 0; i < n; i++) { s += '\\u00e4' + \"ä\"; } // größer",
]


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1252"])
@pytest.mark.parametrize("text", OTHER_LANGUAGES, ids=lambda text: text[:12])
def test_other_languages_are_left_alone(text: str, declared: str) -> None:
    page = f'<meta charset="{declared}"><p>{text}</p>'
    assert decode(page.encode()) == (page, "utf-8", 0)
    assert decode(page.encode("utf-16")).text == page
    western = page.encode("windows-1252", "ignore")
    if western.decode("windows-1252") == page:
        assert decode(western) == (page, "windows-1252", 0)


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        ("日本語のテキスト、学校と会社。", "shift_jis"),
        ("越南社会主义共和国", "gb2312"),
        ("Россия и Вьетнам подписали соглашение", "cp1251"),
        ("กระทรวงการต่างประเทศ", "tis-620"),
    ],
)
def test_other_languages_are_read_as_declared(text: str, charset: str) -> None:
    page = f'<meta charset="{charset}">{text}'
    assert decode(page.encode(charset)) == (page, charset, 0)


def test_an_article_out_of_an_old_document_in_a_new_frame() -> None:
    article = saved_as_utf_8(tcvn3("Quỹ khuyến học xã tặng 12 suất học bổng")).decode()
    page = f"<div>Trang chủ » Giới thiệu © 2020</div><p>{article}</p><p>Tài trợ: hoàn thành, là quê nhà</p>"
    assert decode(page.encode()) == (
        page.replace(article, "Quỹ khuyến học xã tặng 12 suất học bổng"),
        "tcvn3-in-utf-8",
        0,
    )


def test_two_wrong_readings_on_one_page() -> None:
    page = b"<p>%s</p><p>%s</p>" % (saved_as_utf_8(vni(TEXT)), saved_as_utf_8(TEXT.encode()))
    found = decode(page)
    assert found.text == f"<p>{TEXT}</p><p>{TEXT}</p>"
    assert set(found.charset.replace("-in-", "+").split("+")) == {"vni", "utf-8", "mojibake-1252"}


def test_named_references_of_a_legacy_charset() -> None:
    data = b"<p>Qu&uuml; khuy&Otilde;n h&auml;c trao 12 su&Ecirc;t h&auml;c b&aelig;ng &lt;A&amp;B&gt;</p>"
    assert decode(data).text == "<p>Quỹ khuyến học trao 12 suất học bổng &lt;A&amp;B&gt;</p>"


def test_sound_references_stay_for_the_parser() -> None:
    page = "<p>h&#7885;c b&#7893;ng, qu&#253; &Ocirc;ng&nbsp;&copy;</p>"
    assert decode(page.encode()) == (page, "utf-8", 0)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<font face=".VnTimeH">Quỹ khuyến học&nbsp;<b>xã</b></font> trao học bổng cho học sinh',
            '<font face=".VnTimeH">QUỸ KHUYẾN HỌC&nbsp;<b>XÃ</b></font> trao học bổng cho học sinh',
        ),
        (
            "<p style=\"font-family:'.VnArialH'\">Quỹ<br>học bổng<p>Hội đã trao học bổng",
            "<p style=\"font-family:'.VnArialH'\">QUỸ<br>HỌC BỔNG<p>Hội đã trao học bổng",
        ),
        ("CộNG HOà Xã HộI CHủ NGHĩA VIệT NAM, xã Đông Hưng", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM, xã Đông Hưng"),
    ],
)
def test_capitals_of_tcvn3(page: str, text: str) -> None:
    assert decode(tcvn3(page)) == (text, "tcvn3", 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Quỹ Ðền ơn đáp nghĩa, Ðảng bộ xã", "Quỹ Đền ơn đáp nghĩa, Đảng bộ xã"),
        ("phƣờng đã trao quà, nhƣ vậy", "phường đã trao quà, như vậy"),
        ("tr−ờng học ng−ời nghèo, nh− vậy", "trường học người nghèo, như vậy"),
        ("ti\u00e9\u0302ng Vi\u1eb9\u0302t, b\u00e0\u0306ng, ng\u01b0\u01a1\u0300i", "tiếng Việt, bằng, người"),
        (
            "Năm 2010 thu nhập bình quân đầu ngời ớc đợc 9 triệu đồng, lơng thực tăng, xã đỡ đầu 12 em",
            "Năm 2010 thu nhập bình quân đầu người ước được 9 triệu đồng, lương thực tăng, xã đỡ đầu 12 em",
        ),
    ],
)
def test_letters_that_look_alike(written: str, meant: str) -> None:
    assert decode(written.encode()) == (meant, "utf-8+letters", 0)


@pytest.mark.parametrize(
    "text",
    [
        "mắt sáng ngời, cây vợt đã mua được",
        "từ 3−6 tuổi, −5 độ",
        "− Trao quà, hỗ trợ",
        "Hội người Hafnarfjörður",
        "phư\u00adờng trợ",
    ],
)
def test_signs_that_are_no_letters(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8", 0)


def test_mojibake_that_lost_bytes() -> None:
    lost = TEXT.encode().decode("windows-1252", "ignore")
    assert decode(lost.encode()) == (TEXT, "utf-8+mojibake-1252", 0)


@pytest.mark.parametrize(
    "data",
    [
        b"\xe4" * 300_000,
        ("ạ" + "\u0302\u0323" * 100_000).encode(),
        "\u00adạ".encode() * 60_000,
        b"a" * 300_000 + "Ð".encode(),
        b"&#228;" * 50_000,
        saved_as_utf_8(tcvn3("học bổng của hội ") + b"a-\xe4" * 60_000),
        tcvn3("<b><font face='.VnTimeH'>học bổng của hội</i>" * 5_000),
    ],
    ids=["one word", "marks", "hyphens", "one line", "references", "hyphenated", "fonts"],
)
def test_pages_that_would_take_for_ever(data: bytes) -> None:
    found = decode(data)
    assert found.text
    assert unicodedata.is_normalized("NFC", found.text)


@given(st.binary(max_size=300))
def test_it_never_fails_and_gives_nfc(data: bytes) -> None:
    found = decode(data)
    assert unicodedata.is_normalized("NFC", found.text)
    assert found.replaced == found.text.count("\ufffd")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\u0302\u0306\u031b"), max_size=200))
def test_utf_8_comes_back(text: str) -> None:
    found = decode(codecs.BOM_UTF8 + text.encode())
    assert found.text == unicodedata.normalize("NFC", text)


def test_letters_that_join_the_one_before_them_are_known() -> None:
    """By the data of Unicode: whatever comes second in a composition is a mark, or asks for a look at the text."""
    pairs = (unicodedata.decomposition(chr(code)).split() for code in range(0x110000))
    second = {chr(int(pair[1], 16)) for pair in pairs if len(pair) == 2 and not pair[0].startswith("<")}
    assert second
    assert [letter for letter in second if not marks_in({letter}) and is_composed({letter})] == []


@given(st.text(alphabet="ab oOuơ\u0323\u0301\u0302\u031b\u0308é\u1e9b", max_size=60), st.integers(0, 400))
def test_composed_around_marks_is_composed_throughout(text: str, between: int) -> None:
    text = ("x" * between).join(text)
    assert compose_around(text, marks_in(set(text))) == compose(text)
