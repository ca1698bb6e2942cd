"""Capitals of TCVN3: letters that the fonts of a page, not its codes, make capitals."""

from __future__ import annotations

from collections import Counter

import regex

_LOWER_BEYOND_ASCII = r"[[\p{Ll}]--[a-z]]"
_WORD = regex.compile(rf"(?V1)(?<![\p{{L}}\p{{N}}])[\p{{L}}--[a-z]]*{_LOWER_BEYOND_ASCII}[\p{{L}}--[a-z]]*(?!\p{{L}})")
_CAPITAL = regex.compile(r"\p{Lu}")
_BETWEEN_CAPITALS = regex.compile(
    rf"(?V1)(?<=\p{{Lu}}{{2}}[ ,]{{1,2}})\p{{Lu}}?{_LOWER_BEYOND_ASCII}++(?=[ ,]{{1,2}}\p{{Lu}}{{2}})"
)


def raise_words(text: str) -> str:
    """Words that are all capitals but for the letters that have no capital in TCVN3, in capitals throughout.

    One capital before such a letter tells nothing by itself: "Xã" may be either.

    >>> raise_words("CộNG HOà Xã HộI, Xã Hà NộI, Hà Nội")
    'CỘNG HOÀ XÃ HỘI, Xã Hà NỘI, Hà Nội'
    """
    raised = _WORD.sub(lambda found: found[0].upper() if _of_capitals(found[0]) else found[0], text)
    return _BETWEEN_CAPITALS.sub(lambda found: found[0].upper(), raised)


def _of_capitals(word: str) -> bool:
    return len(_CAPITAL.findall(word)) > 1


_TAG = regex.compile(r"<(/?)([a-zA-Z][\w:]*+)([^<>]*+)>")
_FONT = regex.compile(r"""(?:\bface\s*=\s*|font-family\s*:\s*)["'\s]*+\\?(\.Vn[\w ]*+)""", regex.IGNORECASE)
_REFERENCE = regex.compile(r"(&#?\w++;)")
_WITHOUT_END = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_END_LEFT_OUT = frozenset(("p", "li", "dt", "dd", "td", "th", "tr", "option"))


def raise_fonts(page: str) -> str:
    r"""A page with the text that stands in a font of capitals (".VnTimeH", ".VnArialH") in capitals.

    Fonts named in the tags themselves are seen, those of style sheets are not.

    >>> raise_fonts('<p style="font-family:.VnTimeH">Hội <b>khuyến học</b></p><font face=".VnTime">trao</font>')
    '<p style="font-family:.VnTimeH">HỘI <b>KHUYẾN HỌC</b></p><font face=".VnTime">trao</font>'
    """
    if not _FONT.search(page):
        return page
    pieces = []
    fonts = _OpenFonts()
    since = 0
    for tag in _TAG.finditer(page):
        text = page[since : tag.start()]
        pieces += [_raised(text) if fonts.capitals else text, tag[0]]
        since = tag.end()
        name = tag[2].lower()
        if tag[1]:
            fonts.close(name)
        elif name not in _WITHOUT_END and not tag[3].endswith("/"):
            font = _FONT.search(tag[3])
            fonts.open(name, font[1].strip() if font else None)
    pieces.append(_raised(page[since:]) if fonts.capitals else page[since:])
    return "".join(pieces)


class _OpenFonts:
    """The tags that are open, and whether text in each is shown as capitals."""

    def __init__(self) -> None:
        self._tags: list[tuple[str, bool]] = []
        self._names: Counter[str] = Counter()

    @property
    def capitals(self) -> bool:
        return bool(self._tags) and self._tags[-1][1]

    def open(self, name: str, font: str | None) -> None:
        if name in _END_LEFT_OUT and self._tags and self._tags[-1][0] == name:
            self.close(name)
        self._tags.append((name, self.capitals if font is None else font.endswith("H")))
        self._names[name] += 1

    def close(self, name: str) -> None:
        """Close the innermost tag of that name, and those left open in it; a stray end tag changes nothing."""
        if not self._names[name]:
            return
        while True:
            last, _ = self._tags.pop()
            self._names[last] -= 1
            if last == name:
                return


def _raised(text: str) -> str:
    """Upper case, but for references: "&nbsp;" has a case of its own."""
    return "".join(part if at % 2 else part.upper() for at, part in enumerate(_REFERENCE.split(text)))
