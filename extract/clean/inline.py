"""Text inside a block before it is cleaned: where links and bold begin and end stands in it as control characters."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import is_normalized

import regex

from extract.clean.breaks import lines_of
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

# Beside BREAK of extract.clean.breaks; cleaning takes them all out.
LINK, LINK_END = "\x01", "\x02"
BOLD, BOLD_END = "\x04", "\x05"
_LINKED = regex.compile(rf"{LINK}([^{LINK_END}]*)")
_ALL_BOLD = regex.compile(
    rf"[\s{LINK}{LINK_END}]*+(?:{BOLD}[^{BOLD_END}]*+{BOLD_END}?+[\s{LINK}{LINK_END}{BOLD_END}]*+)++"
)


def cleaned(raw: str) -> str:
    r"""``extract.text.clean``, without its labour for text that is clean but for spaces, as most is.

    >>> cleaned(" Trao\n 23 phần ") == clean(" Trao 23 phần ")
    True
    """
    text = " ".join(raw.split())
    return text if text.isprintable() and (text.isascii() or is_normalized("NFC", text)) else clean(raw)


def without_marks(raw: str) -> str:
    """A text without what is marked in it; breaks stay."""
    return raw.replace(LINK, "").replace(LINK_END, "").replace(BOLD, "").replace(BOLD_END, "")


def read(raw: str) -> tuple[str, int, bool]:
    """A text cleaned, how many of its characters stand inside links, and whether all of it is bold.

    >>> read(f"Xem {LINK}tin khác{LINK_END} ."), read(f" {LINK} Tin khác {LINK_END}")
    (('Xem tin khác .', 8, False), ('Tin khác', 8, False))
    """
    around = raw.strip()
    if around[:1] == LINK and around.find(LINK, 1) < 0 and BOLD not in around and BOLD_END not in around:
        end = around.find(LINK_END)
        if end < 0 or end == len(around) - 1:  # all of it is a link, as most texts in links are
            text = cleaned(around[1:] if end < 0 else around[1:end])
            return text, len(text), False
    text = cleaned(without_marks(around))
    return text, _letters_in_links(around, text), _is_all_bold(around)


def _letters_in_links(around: str, text: str) -> int:
    if LINK not in around:
        return 0
    if around[0] == LINK and around.find(LINK_END) in {-1, len(around) - 1}:
        return len(text)
    return min(len(text), sum(len(cleaned(without_marks(inside))) for inside in _LINKED.findall(around)))


def _is_all_bold(raw: str) -> bool:
    """Whether all of a text is bold.

    >>> _is_all_bold(f" {BOLD}Trao quà{BOLD_END} "), _is_all_bold(f"{BOLD}Trao{BOLD_END} quà")
    (True, False)
    """
    return BOLD in raw and _ALL_BOLD.fullmatch(raw) is not None


def marked_lines(raw: str) -> Iterator[str]:
    """The lines of a text with breaks; a link or bold text that goes on is marked in each line anew."""
    linked = bold = False
    for line in lines_of(raw):
        yield f"{LINK if linked else ''}{BOLD if bold else ''}{line}"
        linked = _stays_open(line, LINK, LINK_END, was_open=linked)
        bold = _stays_open(line, BOLD, BOLD_END, was_open=bold)


def _stays_open(line: str, opening: str, closing: str, *, was_open: bool) -> bool:
    """Whether a link or bold text that a line opened, or that was open before it, goes on behind it."""
    return line.rfind(opening) > line.rfind(closing) or (was_open and closing not in line)
