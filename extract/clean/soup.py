"""The reference parser: beautifulsoup4 builds the tree, which is walked in order.

It gives the same blocks as ``extract.clean.sax``, which tests compare; ten times slower, but with a tree to look into.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PreformattedString, Tag

from extract.clean.assembly import Assembly

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4.element import PageElement

    from extract.clean.landmarks import Landmarks
    from extract.clean.outline import Outline


def outline(text: str, landmarks: Landmarks) -> Outline:
    """The blocks of a page of HTML.

    >>> from extract.clean.landmarks import Landmarks
    >>> [block.text for block in outline("<p>Trao <b>23 phần<p>học bỗng", Landmarks({})).blocks]
    ['Trao 23 phần', 'học bỗng']
    """
    return outline_with_roles(parse(text), landmarks, {})[0]


def parse(text: str) -> BeautifulSoup:
    """The tree of a page."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML is read as HTML, as browsers do
        return BeautifulSoup(
            text.encode("utf-8", "replace"), "lxml", from_encoding="utf-8", multi_valued_attributes=None
        )


def outline_with_roles(
    root: Tag, landmarks: Landmarks, roles: Mapping[int, str]
) -> tuple[Outline, list[tuple[str, int, int]]]:
    """The blocks of a page, and those that elements with a role hold: the role, the first, the one behind the last.

    ``roles`` are by ``id`` of the element. Such an element makes blocks of its own, whatever it is.
    """
    assembly = Assembly(landmarks)
    spans: list[tuple[str, int, int]] = []
    # A plain string: an element of that name ends; a pair: an element with that role ends, which began at that block.
    waiting: list[PageElement | str | tuple[str, int]] = [*reversed(root.contents)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Tag):
            if id(node) in roles:
                assembly.start(*_SET_APART)
                waiting.append((roles[id(node)], assembly.block_count()))
            assembly.start(node.name, {name: str(value) for name, value in node.attrs.items()})
            waiting.append(str(node.name))
            waiting.extend(reversed(node.contents))
        elif isinstance(node, tuple):
            assembly.end(_SET_APART[0])
            spans.append((*node, assembly.block_count()))
        elif isinstance(node, PreformattedString):
            continue  # comments, declarations and processing instructions
        elif isinstance(node, NavigableString):
            assembly.data(str(node))
        elif isinstance(node, str):
            assembly.end(node)
    return assembly.close(), spans


_SET_APART = ("table", {"role": "presentation"})
"""An element that makes a block begin and end, and the table around it, if there is one, layout."""
