"""The parser of every run: lxml calls the assembly as it reads, and no tree is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from extract.clean.assembly import Assembly

if TYPE_CHECKING:
    from lxml.etree import ParserTarget

    from extract.clean.landmarks import Landmarks
    from extract.clean.outline import Outline


def outline(text: str, landmarks: Landmarks) -> Outline:
    """The blocks of a page of HTML, however broken.

    >>> from extract.clean.landmarks import Landmarks
    >>> [block.text for block in outline("<p>Trao <b>23 phần<p>học bỗng", Landmarks({})).blocks]
    ['Trao 23 phần', 'học bỗng']
    """
    assembly = Assembly(landmarks)
    # Typed as having all methods that lxml may call; it calls those that are there.
    target = cast("ParserTarget[Outline]", assembly)
    # The charset is known, so the page's own declaration, often wrong, is not asked again.
    parser = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    parser.feed(text.encode("utf-8", "replace"))
    try:
        return parser.close()
    except etree.XMLSyntaxError:  # nothing that lxml calls a document: no element at all
        return assembly.close()
