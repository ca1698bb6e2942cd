"""Blocks put together from the events of a parser: an element starts, text, an element ends.

Both parsers feed it, so that a block means one thing. It keeps no tree: only the elements that are open, and, inside
a table, where its cells began. Everything is a loop; how deep a page nests its elements does not matter.

A page has thousands of events, and what is done for each decides how fast pages are read. So text is appended to a
list without a call of ours, elements that mean nothing here are one look-up, what class and id of an element say is
worked out once, and what a block needs once there is text for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from extract.clean import landmarks as marks_of
from extract.clean.breaks import BREAK
from extract.clean.elements import BLOCKS, BOLD_TAGS, LARGE_FONTS, SILENT, VOID, is_hidden
from extract.clean.grid import Grid, TableCell, span
from extract.clean.inline import (
    BOLD,
    BOLD_END,
    LINK,
    LINK_END,
    cleaned,
    marked_lines,
    read,
    without_marks,
)
from extract.clean.outline import Head, Outline
from extract.codes import BlockKind
from extract.model import RawBlock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extract.clean.landmarks import Landmarks

_OF_THE_PAGE = frozenset(("html", "body"))
"""Their classes tell of the page: class="has-sidebar footer-fixed"."""

_BLOCKS: dict[str, tuple[BlockKind | None, str]] = {
    tag: (kind, marks_of.OF_ELEMENTS.get(tag, "")) for tag, kind in BLOCKS.items()
}
"""The kind of the blocks in an element, and the landmark that it is by itself."""
_LONGEST_MARKED = 200


_Here = tuple[BlockKind, bool, str, int, str, str, int, dict[str, int]]
"""What the open elements say of the next block: kind, hidden, context, owner, and for its locator the innermost
element, the nearest one with a name, how many of the innermost one's kind there were in that, and of all kinds. A plain
tuple, since one is made for every element.
"""


class _Outside(NamedTuple):
    """What an inline element that is not shown puts back at its end."""

    depth: int
    since: int
    marked: bool
    here: _Here


class Assembly:
    """A parser target: ``start``, ``end``, ``data``, ``close`` as lxml calls them.

    >>> from extract.clean.landmarks import Landmarks
    >>> page = Assembly(Landmarks({}))
    >>> page.start("p", {}); page.data("Trao 23 phần ")
    >>> page.start("b", {}); page.data("học bỗng"); page.end("b")
    >>> page.close().blocks[0].text
    'Trao 23 phần học bỗng'
    """

    def __init__(self, landmarks: Landmarks) -> None:
        self._landmarks = landmarks
        self._blocks: list[RawBlock] = []
        self._owners: list[int] = []
        self._parents: list[int] = [-1]
        self._marks: list[str] = [""]
        self._head = Head()
        self._counts: dict[str, dict[str, int]] = {"body": {}}
        self._open: list[_Here] = []
        self._here: _Here = ("paragraph", False, "", 0, "", "body", 1, self._counts["body"])
        self._grid = Grid(self._blocks, self._owners)
        # Text since the last block ended; always this one list, whose own method is what the parser calls for text.
        self._pieces: list[str] = []
        self.data: Callable[[str], None] = self._pieces.append
        self._since = 0
        """Where in it the text of the next block begins."""
        self._blank = 0
        """How many pieces are known to hold no text."""
        self._marked = False
        """Whether breaks, links or bold are marked in the text so far."""
        self._links = 0
        self._fonts: list[bool] = []
        self._preformatted = 0
        self._inline_mark = ""
        # Inside an element that is not shown, or whose text is not the page's: how deep, and what was before it.
        self._depth = 0
        self._outside: list[_Outside] = []
        self._silent = False
        self._silent_since = 0
        self._silent_within = 0
        self._is_linked_data = False

    # ------------------------------------------------------------------------------------------------ parser events

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element starts."""
        if self._depth:
            self._depth += 1
            if self._silent:
                return
        begin = self._beginnings.get(tag)
        if begin is not None:
            begin(self, tag, attributes)
        elif attributes:
            self._begin_inline(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._depth:
            self._depth -= 1
            if not self._depth:
                self._come_back(tag)
                return
            if self._silent:
                return
        ending = self._endings.get(tag)
        if ending is not None:
            ending(self, tag)

    def block_count(self) -> int:
        """How many blocks there are so far."""
        return len(self._blocks)

    def close(self) -> Outline:
        """The end of the page, whatever is still open."""
        while self._silent or self._outside:
            self._come_back("")
        self._flush()
        self._grid.close()
        return Outline(self._blocks, self._owners, self._parents, self._marks, self._head, marked_up=True)

    # ------------------------------------------------------------------------------------- elements that make blocks

    def _begin_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        if len(self._pieces) > self._since:
            self._flush()
        here = self._here
        self._open.append(here)
        kind, hidden, context, owner, _, anchor, _, counts = here
        own_kind, mark = _BLOCKS[tag]
        if attributes:
            names, id_ = attributes.get("class"), attributes.get("id")
            if not hidden and len(attributes) > (names is not None) + (id_ is not None):
                hidden = is_hidden(attributes)
            if (names or id_) and tag not in _OF_THE_PAGE:
                mark, name = self._landmarks.of_element(tag, names, id_)
                if name:
                    anchor = name
                    counts = self._counts.setdefault(name, {})
        if mark:
            hidden = hidden or "hidden" in mark
            if mark not in context:
                context = f"{context} {mark}".lstrip()
            if own_kind is None and "caption" in mark:
                own_kind = "caption"
        counts[tag] = nth = counts.get(tag, 0) + 1
        parents = self._parents
        self._here = (own_kind or kind, hidden, context, len(parents), tag, anchor, nth, counts)
        parents.append(owner)
        self._marks.append(mark)

    def _end_block(self, _tag: str) -> None:
        if len(self._pieces) > self._since:
            self._flush()
        if self._open:
            self._here = self._open.pop()

    def _begin_preformatted(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._begin_block(tag, attributes)
        self._preformatted += 1

    def _end_preformatted(self, tag: str) -> None:
        self._end_block(tag)
        self._preformatted -= 1

    def _begin_table(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._begin_block(tag, attributes)
        self._grid.begin_table(is_layout=attributes.get("role") == "presentation")

    def _end_table(self, tag: str) -> None:
        self._end_block(tag)
        self._grid.end_table()

    def _begin_row(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._begin_block(tag, attributes)
        self._grid.begin_row(self._locator(), self._here[2], self._here[3])

    def _begin_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._begin_block(tag, attributes)
        cell = TableCell(0, 0, tag == "th", span(attributes.get("colspan")), span(attributes.get("rowspan")))
        self._grid.begin_cell(self._locator(), self._here[2], self._here[3], cell)

    def _end_cell(self, tag: str) -> None:
        self._end_block(tag)
        self._grid.end_cell()

    # ---------------------------------------------------------------------------------------------- inline elements

    def _begin_inline(self, _tag: str, attributes: Mapping[str, str]) -> None:
        names = attributes.get("class")
        if len(attributes) > (names is not None):
            if is_hidden(attributes):
                self._go_aside()
            names = names or attributes.get("id")
        if names:
            self._read_inline(names)

    def _read_inline(self, names: str) -> None:
        """Landmarks of an inline element count for the block that it opens: ``<span class="breadcrumbs">``."""
        found = self._landmarks.of(names)
        if found and self._is_blank():
            self._inline_mark = found

    def _is_blank(self) -> bool:
        """Whether there is no text so far for the next block."""
        pieces = self._pieces
        at = max(self._blank, self._since)
        while at < len(pieces) and not cleaned(without_marks(pieces[at])):
            at += 1
        self._blank = at
        return at == len(pieces)

    def _begin_link(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._links += 1
        self._marked = True
        self._pieces.append(LINK)
        names = attributes.get("class") or attributes.get("id")
        if names:
            self._read_inline(names)

    def _end_link(self, _tag: str) -> None:
        self._links -= 1
        self._marked = True
        self._pieces.append(LINK_END)

    def _begin_bold(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._marked = True
        self._pieces.append(BOLD)
        if attributes:
            self._begin_inline(tag, attributes)

    def _end_bold(self, _tag: str) -> None:
        self._marked = True
        self._pieces.append(BOLD_END)

    def _begin_font(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._fonts.append(attributes.get("size") in LARGE_FONTS)
        if self._fonts[-1]:
            self._begin_bold(tag, attributes)
        elif attributes:
            self._begin_inline(tag, attributes)

    def _end_font(self, tag: str) -> None:
        if self._fonts and self._fonts.pop():
            self._end_bold(tag)

    def _begin_break(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        self._marked = True
        self._pieces.append(BREAK)

    def _begin_nothing(self, _tag: str, _attributes: Mapping[str, str]) -> None:
        """An element that tells nothing."""

    # ----------------------------------------------------------------- elements whose content is not in the text around

    def _begin_silent(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._is_linked_data = tag == "script" and "ld+json" in attributes.get("type", "")
        self._silent, self._silent_since, self._silent_within = True, len(self._pieces), self._depth
        self._depth = 1

    def _go_aside(self) -> None:
        self._outside.append(_Outside(self._depth, self._since, self._marked, self._here))
        self._since = len(self._pieces)
        self._marked = False
        self._depth = 1
        here = self._here
        self._here = (here[0], True, *here[2:])

    def _come_back(self, tag: str) -> None:
        """The element that is not shown ends, and what stood before it goes on."""
        if self._silent:
            if tag == "title":
                self._head.title = self._head.title or "".join(self._pieces[self._silent_since :]).strip()
            elif tag == "script" and self._is_linked_data:
                self._head.linked_data.append("".join(self._pieces[self._silent_since :]))
            del self._pieces[self._silent_since :]
            self._silent = False
            self._depth = max(0, self._silent_within - 1)  # the element itself was counted there
            return
        self._flush()
        outside = self._outside.pop()
        del self._pieces[self._since :]  # the mark of a link that goes on
        self._since, self._marked, self._here = outside.since, outside.marked, outside.here
        self._depth = max(0, outside.depth - 1)

    def _read_head(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._head.read(tag, attributes)

    # ------------------------------------------------------------------------------------------------------- blocks

    def _locator(self) -> str:
        *_, tag, anchor, nth, _ = self._here
        return f"{anchor} > {tag}[{nth}]"

    def _flush(self) -> None:
        """Make blocks of the text so far."""
        pieces = self._pieces
        if self._since:
            raw = "".join(pieces[self._since :])
            del pieces[self._since :]
        else:
            raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
            pieces.clear()
        self._blank = 0
        if self._marked:
            self._flush_marked(raw)
        elif not raw.isspace():  # as most of it is, between tags
            if self._preformatted and "\n" in raw:
                self._flush_marked(raw)
            else:
                text = cleaned(raw)
                if text:
                    self._add(text, 0, is_bold=False)
        self._inline_mark = ""

    def _flush_marked(self, raw: str) -> None:
        """Make blocks of text in which links, bold or line breaks are marked."""
        if self._preformatted:
            raw = raw.replace("\r\n", "\n").replace("\n", BREAK)
        if BREAK not in raw:
            self._add_marked(raw)
        elif self._here[0] == "heading":
            self._add_marked(raw.replace(BREAK, " "))
        else:
            for line in marked_lines(raw):
                self._add_marked(line)
        self._marked = self._links > 0
        if self._marked:
            self._pieces.append(LINK)

    def _add_marked(self, raw: str) -> None:
        """Add a block of text in which links and bold are marked."""
        text, links, is_bold = read(raw)
        if text:
            self._add(text, links, is_bold=is_bold)

    def _add(self, text: str, links: int, *, is_bold: bool) -> None:
        kind, hidden, context, owner, tag, anchor, nth, _ = self._here
        if self._inline_mark and len(text) <= _LONGEST_MARKED:
            context = f"{context} {self._inline_mark}".lstrip()
            self._parents.append(owner)
            self._marks.append(self._inline_mark)
            owner = len(self._parents) - 1
        if is_bold:
            context = f"{context} bold".lstrip()
        self._blocks.append(RawBlock(kind, text, f"{anchor} > {tag}[{nth}]", links, hidden, tag, context))
        self._owners.append(owner)

    # ------------------------------------------------------------------------------------------ what elements do

    _beginnings: ClassVar[dict[str, Callable[[Assembly, str, Mapping[str, str]], None]]] = {
        **dict.fromkeys(BLOCKS, _begin_block),
        "pre": _begin_preformatted,
        "table": _begin_table,
        "tr": _begin_row,
        **dict.fromkeys(("td", "th"), _begin_cell),
        "a": _begin_link,
        "br": _begin_break,
        **dict.fromkeys(BOLD_TAGS, _begin_bold),
        "font": _begin_font,
        **dict.fromkeys(VOID, _begin_nothing),
        **dict.fromkeys((*SILENT, "title"), _begin_silent),
        **dict.fromkeys(("meta", "base", "link"), _read_head),
    }
    _endings: ClassVar[dict[str, Callable[[Assembly, str], None]]] = {
        **dict.fromkeys(BLOCKS, _end_block),
        "pre": _end_preformatted,
        "table": _end_table,
        **dict.fromkeys(("td", "th"), _end_cell),
        "a": _end_link,
        **dict.fromkeys(BOLD_TAGS, _end_bold),
        "font": _end_font,
    }
