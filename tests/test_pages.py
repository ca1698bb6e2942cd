from __future__ import annotations

import hashlib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from extract.clean import Cleaned
from extract.model import Block, Capture
from extract.pages import build_page

CAPTURE = Capture("tin/48217.html", "tin/48217.html", "text/html", b"<p>...")


def cleaned(blocks: list[tuple[str, bool]], address: str | None = None) -> Cleaned:
    made = tuple(
        Block(ordinal, "paragraph", text, None, None, kept, None if kept else "menu", None, f"line {ordinal}")
        for ordinal, (text, kept) in enumerate(blocks)
    )
    return Cleaned("utf-8", address, "a.example", "Tiêu đề", date(2023, 5, 12), "Duy Thanh", made)


def test_a_page_carries_what_was_found() -> None:
    page = build_page(CAPTURE, cleaned([("Một", True)], "https://a.example/tin/48217"), "0123")
    assert page.uri == "https://a.example/tin/48217"
    assert page.source == "tin/48217.html"
    assert page.raw_sha256 == hashlib.sha256(b"<p>...").hexdigest()
    assert (page.raw_bytes, page.charset, page.site, page.title) == (6, "utf-8", "a.example", "Tiêu đề")
    assert (page.published_on, page.byline, page.page_id) == (date(2023, 5, 12), "Duy Thanh", "0123")


def test_without_an_address_the_path_stays() -> None:
    assert build_page(CAPTURE, cleaned([]), "0123").uri == "tin/48217.html"


@given(st.lists(st.tuples(st.text(min_size=1), st.booleans())))
def test_every_kept_block_is_where_it_says(blocks: list[tuple[str, bool]]) -> None:
    page = build_page(CAPTURE, cleaned(blocks), "0123")
    assert [block.text for block in page.blocks] == [text for text, _ in blocks]
    for block in page.blocks:
        if block.kept:
            assert page.text[block.start : block.end] == block.text
        else:
            assert block.start is block.end is None
    assert page.text == "\n".join(text for text, kept in blocks if kept)
