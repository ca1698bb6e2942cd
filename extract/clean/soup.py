"""The reference parser: beautifulsoup4 builds the tree, which is walked in order.

It gives the same blocks as ``extract.clean.sax``, which tests compare; ten times slower, but with a tree to look into.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from extract.clean.assembly import Assembly

if TYPE_CHECKING:
    from bs4.element import PageElement

    from extract.clean.landmarks import Landmarks
    from extract.clean.outline import Outline


def outline(text: str, landmarks: Landmarks) -> Outline:
    """The blocks of a page of HTML.

    >>> from extract.clean.landmarks import Landmarks
    >>> [block.text for block in outline("<p>Trao <b>23 phần<p>học bỗng", Landmarks({})).blocks]
    ['Trao 23 phần', 'học bỗng']
    """
    soup = BeautifulSoup(text.encode("utf-8", "replace"), "lxml", from_encoding="utf-8", multi_valued_attributes=None)
    return outline_of(soup, landmarks)


def outline_of(root: Tag, landmarks: Landmarks) -> Outline:
    """The blocks of a part of a page."""
    assembly = Assembly(landmarks)
    waiting: list[PageElement | str] = [*reversed(root.contents)]  # a plain string: an element of that name ends
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            assembly.start(node.name, {name: str(value) for name, value in node.attrs.items()})
            waiting.append(str(node.name))
            waiting.extend(reversed(node.contents))
        elif isinstance(node, PreformattedString):
            continue  # comments, declarations and processing instructions
        elif isinstance(node, NavigableString):
            assembly.data(str(node))
        elif isinstance(node, str):
            assembly.end(node)
    return assembly.close()
