"""What the elements of HTML are to the text in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.codes import BlockKind

SILENT = (
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio"),
    *("video", "map", "applet", "noframes", "datalist"),
)
"""Elements whose text no reader sees."""
VOID = ("img", "input", "col", "colgroup", "source", "wbr", "area", "track", "param")
"""Elements that hold no text and change none."""
BLOCKS: dict[str, BlockKind | None] = {
    **dict.fromkeys(("html", "div", "p", "thead", "tbody", "tfoot", "ul", "ol", "dl", "fieldset", "nav", "header")),
    **dict.fromkeys(("footer", "aside", "menu", "figure", "blockquote", "center", "address", "pre", "hr", "marquee")),
    **dict.fromkeys(("details", "dialog", "search")),
    **dict.fromkeys(("table", "tr", "td", "th", "section", "article", "main", "body", "form"), "paragraph"),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("select", "option", "button", "textarea", "legend"), "line"),
}
"""Elements that begin and end a block, with the kind of the blocks in them; ``None``: the kind around them."""
BOLD_TAGS = ("b", "strong", "big")
LARGE_FONTS = frozenset(("4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_NOT_SHOWN = regex.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden")


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element with these attributes is not shown.

    >>> is_hidden({"style": "DISPLAY: none"}), is_hidden({"class": "hidden-xs"})
    (True, False)
    """
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and _NOT_SHOWN.search(style.lower()) is not None
