"""Blocks put together from the events of a parser: an element starts, text, an element ends.

Both parsers feed it, so that a block means one thing. It keeps no tree: only the elements that are open, and, inside
a table, where its cells began. Everything is a loop; how deep a page nests its elements does not matter.

A page has thousands of events, and what is done for each decides how fast pages are read. So text is appended to a
list without a call of ours, elements that mean nothing here are one look-up, and what a block needs is worked out once
there is text for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from extract.clean import landmarks as marks_of
from extract.clean.breaks import BREAK
from extract.clean.elements import BLOCKS, BOLD_TAGS, LARGE_FONTS, SILENT, VOID, is_hidden
from extract.clean.grid import Grid
from extract.clean.inline import (
    BOLD,
    BOLD_END,
    LINK,
    LINK_END,
    cleaned,
    is_all_bold,
    letters_in_links,
    marked_lines,
    without_marks,
)
from extract.clean.outline import Head, Outline
from extract.model import BlockKind, RawBlock
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from extract.clean.landmarks import Landmarks

_NOT_ANCHORED = frozenset(("p", "li", "td", "tr"))
"""Their classes are style: locators count them from the element around."""

_LONGEST_ANCHOR = 60
_LONGEST_MARKED = 200


_Here = tuple[BlockKind, bool, str, int, str, str, int]
"""What the open elements say of the next block: kind, hidden, context, owner, and for its locator the innermost
element, the nearest one with a name, and how many of the innermost one's kind there were in that. A plain tuple, since
one is made for every element.
"""


class _Outside(NamedTuple):
    """What an element whose content is no text of the block around it puts back at its end."""

    depth: int
    silent: bool
    pieces: list[str]
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
        self._open: list[_Here] = []
        self._here: _Here = ("paragraph", False, "", 0, "", "body", 1)
        self._counts: dict[tuple[str, str], int] = {}
        self._grid = Grid(self._blocks, self._owners)
        # Text since the last block ended; always this one list, whose own method is what the parser calls for text.
        self._pieces: list[str] = []
        self.data: Callable[[str], None] = self._pieces.append
        self._marked = False
        """Whether breaks, links or bold are marked in the text so far."""
        self._links = 0
        self._fonts: list[bool] = []
        self._preformatted = 0
        self._inline_mark = ""
        # Inside an element that is not shown, or whose text is not the page's: how deep, and what was before it.
        self._depth = 0
        self._silent = False
        self._outside: list[_Outside] = []
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
        while self._outside:
            self._come_back("")
        self._flush()
        self._grid.close()
        return Outline(self._blocks, self._owners, self._parents, self._marks, self._head, marked_up=True)

    # ------------------------------------------------------------------------------------- elements that make blocks

    def _begin_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._pieces:
            self._flush()
        here = self._here
        self._open.append(here)
        kind, hidden, context, owner, _, anchor, _ = here
        own_kind = BLOCKS[tag]
        mark = marks_of.OF_ELEMENTS.get(tag, "")
        if attributes:
            hidden = hidden or is_hidden(attributes)
            names, id_ = attributes.get("class"), attributes.get("id")
            if (names or id_) and tag not in {"html", "body"}:  # class="has-sidebar footer-fixed" tells of the page
                if names:
                    mark = self._with_landmarks(mark, names)
                    if tag not in _NOT_ANCHORED:
                        anchor = f"{tag}.{'.'.join(names.split())[:_LONGEST_ANCHOR]}"
                if id_:
                    mark = self._with_landmarks(mark, id_)
                    anchor = f"{tag}#{clean(id_)[:_LONGEST_ANCHOR]}"
        if mark:
            hidden = hidden or "hidden" in mark
            if mark not in context:
                context = f"{context} {mark}".lstrip()
            if own_kind is None and "caption" in mark:
                own_kind = "caption"
        key = (anchor, tag)
        self._counts[key] = nth = self._counts.get(key, 0) + 1
        parents = self._parents
        self._here = (own_kind or kind, hidden, context, len(parents), tag, anchor, nth)
        parents.append(owner)
        self._marks.append(mark)

    def _end_block(self, _tag: str) -> None:
        if self._pieces:
            self._flush()
        if self._open:
            self._here = self._open.pop()

    def _with_landmarks(self, mark: str, names: str) -> str:
        found = self._landmarks.of(names)
        return f"{mark} {found}".lstrip() if found else mark

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
        self._grid.begin_cell(self._locator(), self._here[2], self._here[3], is_header=tag == "th")

    def _end_cell(self, tag: str) -> None:
        self._end_block(tag)
        self._grid.end_cell()

    # ---------------------------------------------------------------------------------------------- inline elements

    def _begin_inline(self, _tag: str, attributes: Mapping[str, str]) -> None:
        if is_hidden(attributes):
            self._go_aside(silent=False)
        names = attributes.get("class") or attributes.get("id")
        if names:
            self._read_inline(names)

    def _read_inline(self, names: str) -> None:
        """Landmarks of an inline element count for the block that it opens: ``<span class="breadcrumbs">``."""
        found = self._landmarks.of(names)
        if found and not cleaned(without_marks("".join(self._pieces))):
            self._inline_mark = found

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
        self._go_aside(silent=True)
        self._is_linked_data = tag == "script" and "ld+json" in attributes.get("type", "")

    def _go_aside(self, *, silent: bool) -> None:
        self._outside.append(_Outside(self._depth, self._silent, self._pieces[:], self._marked, self._here))
        self._pieces.clear()
        self._marked = False
        self._depth, self._silent = 1, silent
        kind, _, context, owner, tag, anchor, nth = self._here
        self._here = (kind, True, context, owner, tag, anchor, nth)

    def _come_back(self, tag: str) -> None:
        """The element that is not shown ends, and what stood before it goes on."""
        if not self._silent:
            self._flush()
        elif tag == "title":
            self._head.title = self._head.title or "".join(self._pieces).strip()
        elif tag == "script" and self._is_linked_data:
            self._head.linked_data.append("".join(self._pieces))
        outside = self._outside.pop()
        self._pieces[:] = outside.pieces
        self._marked, self._silent, self._here = outside.marked, outside.silent, outside.here
        self._depth = max(0, outside.depth - 1)  # the element itself was counted there

    # --------------------------------------------------------------------------------------------------------- head

    def _read_meta(self, _tag: str, attributes: Mapping[str, str]) -> None:
        content = attributes.get("content")
        if content:
            for key in ("property", "name", "itemprop"):
                name = attributes.get(key)
                if name:
                    self._head.metas.setdefault(name.strip().lower(), content)

    def _read_base(self, _tag: str, attributes: Mapping[str, str]) -> None:
        self._head.base = self._head.base or attributes.get("href", "").strip()

    def _read_link(self, _tag: str, attributes: Mapping[str, str]) -> None:
        if not self._head.canonical and "canonical" in attributes.get("rel", "").lower():
            self._head.canonical = attributes.get("href", "").strip()

    # ------------------------------------------------------------------------------------------------------- blocks

    def _locator(self) -> str:
        *_, tag, anchor, nth = self._here
        return f"{anchor} > {tag}[{nth}]"

    def _flush(self) -> None:
        """Make blocks of the text so far."""
        pieces = self._pieces
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
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
        text = cleaned(without_marks(raw))
        if not text:
            return
        self._add(text, letters_in_links(raw, text), is_bold=is_all_bold(raw))

    def _add(self, text: str, links: int, *, is_bold: bool) -> None:
        kind, hidden, context, owner, tag, anchor, nth = self._here
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
        "meta": _read_meta,
        "base": _read_base,
        "link": _read_link,
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
