"""Blocks put together from the events of a parser: an element starts, text, an element ends.

Both parsers feed it, so that a block means one thing. It keeps no tree: only the elements that are open, and, inside
a table, where its cells began. Everything is a loop; how deep a page nests its elements does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.clean import landmarks as marks_of
from extract.clean.breaks import BREAK, lines_of
from extract.clean.grid import Cell, Row, is_data, row_blocks
from extract.clean.outline import Head, Outline
from extract.model import BlockKind, RawBlock
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.clean.landmarks import Landmarks

_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio"),
        *("video", "map", "applet", "noframes", "datalist"),
    )
)
"""Elements whose text no reader sees."""
_BLOCKS: dict[str, BlockKind | None] = {
    **dict.fromkeys(
        ("html", "body", "div", "p", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "ol", "dl")
    ),
    **dict.fromkeys(("form", "fieldset", "section", "article", "main", "nav", "header", "footer", "aside", "menu")),
    **dict.fromkeys(
        ("figure", "blockquote", "center", "address", "pre", "hr", "marquee", "details", "dialog", "search")
    ),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("select", "option", "button", "textarea", "legend"), "line"),
}
"""Elements that begin and end a block, with the kind of block if they fix it."""
_FRESH = frozenset(("table", "tr", "td", "th", "section", "article", "main", "body", "form"))
"""Inside these a block is a paragraph again, whatever is around them."""
_HEAD_TAGS = frozenset(("meta", "link", "base", "title"))
_LINK, _LINK_END = "\x01", "\x02"
_BOLD, _BOLD_END = "\x04", "\x05"
_LINKED = regex.compile(rf"{_LINK}([^{_LINK_END}]*)")
_ALL_BOLD = regex.compile(
    rf"[\s{_LINK}{_LINK_END}]*+(?:{_BOLD}[^{_BOLD_END}]*+{_BOLD_END}?+[\s{_LINK}{_LINK_END}{_BOLD_END}]*+)++"
)
_NO_TEXT = f" \t\r\n\u00a0{_LINK}{_LINK_END}{_BOLD}{_BOLD_END}{BREAK}"
_BOLD_TAGS = frozenset(("b", "strong", "big"))
_LARGE_FONTS = frozenset(("4", "5", "6", "7", "+1", "+2", "+3", "+4"))
_SAVED_FROM = regex.compile(r"(?:saved from url=\(\d+\)|Mirrored from )\s*+(\S+)")
_NOT_SHOWN = regex.compile(r"display\s*+:\s*+none|visibility\s*+:\s*+hidden", regex.IGNORECASE)


class _Open(NamedTuple):
    """What the end of an element must put back."""

    kind: BlockKind
    hidden: bool
    context: str
    owner: int
    tag: str
    anchor: str


class _Table(NamedTuple):
    first_block: int
    rows: list[Row]
    layout: list[bool]
    """One item: whether it is known to hold no data."""


class Assembly:
    """A parser target: ``start``, ``end``, ``data``, ``comment``, ``close`` as lxml calls them.

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
        self._open: list[_Open | list[str] | str | None] = []
        self._pieces: list[str] = []
        self._kind: BlockKind = "paragraph"
        self._hidden = False
        self._context = ""
        self._owner = 0
        self._tag = ""
        self._anchor = "body"
        self._inline_mark = ""
        self._skipping = 0
        self._links = 0
        self._preformatted = 0
        self._tables: list[_Table] = []
        self._counts: dict[tuple[str, str], int] = {}
        self._in_title = False
        self._script: list[str] | None = None

    # ------------------------------------------------------------------------------------------------ parser events

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element starts."""
        if self._skipping:
            self._skipping += 1
            return
        if tag in _SKIPPED:
            self._skipping = 1
            if tag == "script" and "ld+json" in attributes.get("type", ""):
                self._script = []
            return
        if tag in _BLOCKS:
            self._start_block(tag, attributes)
        else:
            self._start_inline(tag, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping -= 1
            if not self._skipping and self._script is not None:
                self._head.linked_data.append("".join(self._script))
                self._script = None
            return
        if not self._open:
            return
        before = self._open.pop()
        if before is None:
            if tag == "title":
                self._in_title = False
        elif isinstance(before, str):
            self._links -= before == _LINK_END
            self._pieces.append(before)
        elif isinstance(before, list):
            outer, self._hidden = self._hidden, True
            self._flush()
            self._hidden = outer
            self._pieces = before
        else:
            self._end_block(tag, before)

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._skipping:
            if self._script is not None:
                self._script.append(text)
        elif self._in_title:
            self._head.title += text
        elif self._preformatted:
            self._pieces.append(text.replace("\r\n", "\n").replace("\n", BREAK))
        else:
            self._pieces.append(text)

    def comment(self, text: str) -> None:
        """A comment: browsers note there which address they saved a page from."""
        if not self._head.saved_from and len(self._blocks) == 0:
            found = _SAVED_FROM.search(text)
            if found:
                self._head.saved_from = found[1]

    def close(self) -> Outline:
        """The end of the page, whatever is still open."""
        self._flush()
        while self._tables:
            self._close_table()
        return Outline(self._blocks, self._owners, self._parents, self._marks, self._head, marked_up=True)

    # ---------------------------------------------------------------------------------------------------- elements

    def _start_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._flush()
        self._open.append(_Open(self._kind, self._hidden, self._context, self._owner, self._tag, self._anchor))
        kind = _BLOCKS[tag]
        mark = marks_of.OF_ELEMENTS.get(tag, "")
        if attributes:
            mark = self._read_attributes(tag, attributes, mark)
        if kind is not None:
            self._kind = kind
        elif tag in _FRESH:
            self._kind = "paragraph"
        if mark:
            self._context = f"{self._context} {mark}".lstrip() if mark not in self._context else self._context
            if "caption" in mark and kind is None:
                self._kind = "caption"
        self._parents.append(self._owner)
        self._marks.append(mark)
        self._owner = len(self._parents) - 1
        self._tag = tag
        key = (self._anchor, tag)
        self._counts[key] = self._counts.get(key, 0) + 1
        if tag == "pre":
            self._preformatted += 1
        elif tag in {"table", "tr", "td", "th"}:
            self._start_table_part(tag, attributes)

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "br":
            self._pieces.append(BREAK)
            self._open.append(None)
        elif tag == "a":
            self._links += 1
            self._pieces.append(_LINK)
            self._open.append(_LINK_END)
        elif attributes and _is_hidden(attributes):
            # Its text is no part of the block around it: the text so far waits on the stack.
            self._open.append(self._pieces)
            self._pieces = []
        elif tag in _BOLD_TAGS or (tag == "font" and attributes.get("size") in _LARGE_FONTS):
            self._pieces.append(_BOLD)
            self._open.append(_BOLD_END)
        else:
            self._open.append(None)
            if tag in _HEAD_TAGS:
                self._read_head(tag, attributes)
        if attributes:
            self._read_inline(attributes)

    def _read_inline(self, attributes: Mapping[str, str]) -> None:
        """Landmarks of an inline element count for the block that it opens: ``<span class="breadcrumbs">`` in a
        ``div``.
        """
        names = attributes.get("class") or attributes.get("id")
        if names:
            found = self._landmarks.of(names)
            if found and not "".join(self._pieces).strip(_NO_TEXT):
                self._inline_mark = found

    def _read_attributes(self, tag: str, attributes: Mapping[str, str], mark: str) -> str:
        names, id_ = attributes.get("class", ""), attributes.get("id", "")
        if _is_hidden(attributes):
            self._hidden = True
        if tag in {"html", "body"}:  # class="has-sidebar footer-fixed" describes the page, not what is in it
            return mark
        for name in (names, id_):
            if name:
                found = self._landmarks.of(name)
                if found:
                    mark = f"{mark} {found}".lstrip()
        if "hidden" in mark:
            self._hidden = True
        if id_:
            self._anchor = f"{tag}#{clean(id_)[:_LONGEST_ANCHOR]}"
        elif names and tag not in {"p", "li", "td", "tr"}:
            self._anchor = f"{tag}.{'.'.join(names.split())[:_LONGEST_ANCHOR]}"
        return mark

    def _end_block(self, tag: str, before: _Open) -> None:
        self._flush()
        if tag == "pre":
            self._preformatted -= 1
        elif tag == "table" and self._tables:
            self._close_table()
        elif tag in {"td", "th"} and self._tables and self._tables[-1].rows:
            cells = self._tables[-1].rows[-1].cells
            if cells:
                cells[-1] = cells[-1]._replace(end=len(self._blocks))
        self._kind, self._hidden, self._context, self._owner, self._tag, self._anchor = before

    def _start_table_part(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "table":
            for outer in self._tables[-1:]:
                outer.layout[0] = True
            self._tables.append(_Table(len(self._blocks), [], [attributes.get("role") == "presentation"]))
        elif self._tables:
            rows = self._tables[-1].rows
            if tag == "tr" or not rows:
                rows.append(Row([], self._locator(), self._context, self._owner))
            if tag != "tr":
                rows[-1].cells.append(Cell(len(self._blocks), len(self._blocks), is_header=tag == "th"))

    def _close_table(self) -> None:
        first, rows, layout = self._tables.pop()
        if layout[0] or not is_data(rows, self._blocks):
            return
        last_inside = rows[-1].cells[-1].end if rows[-1].cells else len(self._blocks)
        in_cells = {index for row in rows for cell in row.cells for index in range(cell.start, cell.end)}
        if len(in_cells) != len(self._blocks) - first or last_inside != len(self._blocks):
            return  # text between the cells: not a table to trust
        made = row_blocks(rows, self._blocks)
        self._blocks[first:] = [block for block, _ in made]
        self._owners[first:] = [owner for _, owner in made]

    def _read_head(self, tag: str, attributes: Mapping[str, str]) -> None:
        head = self._head
        if tag == "title":
            self._in_title = not head.title
        elif tag == "meta":
            content = attributes.get("content")
            if content:
                for key in ("property", "name", "itemprop"):
                    name = attributes.get(key)
                    if name:
                        head.metas.setdefault(name.strip().lower(), clean(content))
        elif tag == "base":
            head.base = head.base or attributes.get("href", "").strip()
        elif "canonical" in attributes.get("rel", "").lower():
            head.canonical = head.canonical or attributes.get("href", "").strip()

    # ------------------------------------------------------------------------------------------------------ blocks

    def _locator(self) -> str:
        return f"{self._anchor} > {self._tag}[{self._counts.get((self._anchor, self._tag), 1)}]"

    def _flush(self) -> None:
        """Make blocks of the text so far."""
        pieces = self._pieces
        if not pieces:
            return
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        self._pieces = [_LINK] if self._links > 0 else []
        if raw and not raw.isspace():
            if BREAK not in raw:
                self._emit(raw)
            elif self._kind == "heading":
                self._emit(raw.replace(BREAK, " "))
            else:
                linked = bold = False
                for line in lines_of(raw):
                    self._emit(f"{_LINK if linked else ''}{_BOLD if bold else ''}{line}")
                    linked = _stays_open(line, _LINK, _LINK_END, linked)
                    bold = _stays_open(line, _BOLD, _BOLD_END, bold)
        self._inline_mark = ""

    def _emit(self, raw: str) -> None:
        text = clean(raw)
        if not text:
            return
        links = 0
        if _LINK in raw:
            links = min(len(text), sum(len(clean(inside)) for inside in _LINKED.findall(raw)))
        context, owner = self._context, self._owner
        if self._inline_mark and len(text) <= _LONGEST_MARKED:
            context = f"{context} {self._inline_mark}".lstrip()
            self._parents.append(owner)
            self._marks.append(self._inline_mark)
            owner = len(self._parents) - 1
        if _BOLD in raw and _ALL_BOLD.fullmatch(raw):
            context = f"{context} bold".lstrip()
        self._blocks.append(RawBlock(self._kind, text, self._locator(), links, self._hidden, self._tag, context))
        self._owners.append(owner)


def _stays_open(line: str, opening: str, closing: str, was_open: bool) -> bool:  # noqa: FBT001
    """Whether a link or bold text that a line opened, or that was open before it, goes on behind it."""
    return line.rfind(opening) > line.rfind(closing) or (was_open and closing not in line)


_LONGEST_ANCHOR = 60
_LONGEST_MARKED = 200


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return style is not None and bool(_NOT_SHOWN.search(style))
