"""Phrases to patterns of the ``regex`` library, over the shadow of a text.

Patterns are linear in the text: every repetition is bounded (gaps count words, spacing counts characters) and lists are
plain alternations, longest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.match.phrase import (
    Choice,
    Gap,
    ListReference,
    Optional,
    Part,
    QuantitySlot,
    Sequence,
    Sign,
    TextSlot,
    Words,
)
from extract.match.shadow import ALL, KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.rulefiles import Node

# Between words: a space, with quotes or dashes about it: 'đạt danh hiệu " gia đình văn hóa"', "xanh- sạch- đẹp".
_SPACING = r"""[ "'*_-]{0,3}+"""
_GAP_WORD = rf"[^\s.;:?!\u2026{ALL}]++"


def _word(word: str) -> str:
    """One word of a phrase. A number stands in the shadow as a symbol, so "3 sao" matches any number before "sao"."""
    return f"[{ALL}]" if word.isdigit() else regex.escape(word)


class Compiler:
    """Holds the lists that phrases may name; ``used`` collects the names that were."""

    def __init__(self, lists: Mapping[str, tuple[Part, ...]]) -> None:
        self.lists = lists
        self.used: set[str] = set()

    def pattern(self, part: Part, node: Node) -> regex.Pattern[str]:
        """The compiled pattern of a phrase; slots are its named groups."""
        return regex.compile(self._source(part, node))

    def needles(self, part: Part) -> frozenset[str]:
        """Texts of which one stands in everything that ``part`` matches; empty if there is no such set.

        Of several sets the one whose shortest text is longest: the rarest is the best filter.
        """
        match part:
            case Words(text):
                words = [word for word in text.split() if not word.isdigit()]
                return frozenset(words[:1])
            case TextSlot(_, body):
                return self.needles(body)
            case ListReference(name):
                return self._of_one(self.lists[name])
            case Choice(options):
                return self._of_one(options)
            case Sequence(parts):
                return max(map(self.needles, parts), key=lambda texts: min(map(len, texts), default=0))
            case QuantitySlot(_, kind):
                return frozenset(KINDS[kind])
        return frozenset()

    def _of_one(self, options: tuple[Part, ...]) -> frozenset[str]:
        sets = [self.needles(option) for option in options]
        return frozenset().union(*sets) if all(sets) else frozenset()

    def _source(self, part: Part, node: Node) -> str:
        match part:
            case Words(text):
                return rf"(?<!\w){_SPACING.join(map(_word, text.split()))}(?!\w)"
            case Sign(text):
                return regex.escape(text)
            case Gap(words):
                return rf"{_GAP_WORD}(?:[ ]{_GAP_WORD}){{0,{words - 1}}}?"
            case ListReference(name):
                return self._list(name, node)
            case QuantitySlot(name, kind):
                return rf"(?P<{name}>[{KINDS[kind]}])"
            case TextSlot(name, Gap(words)):
                return rf"(?P<{name}>{_GAP_WORD}(?:[ ]{_GAP_WORD}){{0,{words - 1}}})"
            case TextSlot(name, body):
                return rf"(?P<{name}>{self._source(body, node)})"
            case Optional(body):
                return rf"(?:{self._source(body, node)})?"
            case Choice(options):
                return rf"(?:{'|'.join(self._source(option, node) for option in options)})"
            case Sequence(parts):
                return self._sequence(parts, node)

    def _list(self, name: str, node: Node) -> str:
        if name not in self.lists:
            node.fail(f"the list <{name}> is not defined", f"add '{name}: [...]' under 'lists:', or correct the name")
        self.used.add(name)
        return rf"(?:{'|'.join(self._source(option, node) for option in self.lists[name])})"

    def _sequence(self, parts: tuple[Part, ...], node: Node) -> str:
        """Parts with spacing between; that of an optional part goes with it."""
        pieces: list[str] = []
        standing = False  # is there, to the left, a part that is always there?
        for part in parts:
            if isinstance(part, Optional | Gap):
                body = self._source(part.body if isinstance(part, Optional) else part, node)
                lazy = "?" if isinstance(part, Gap) else ""
                pieces.append(f"(?:{_SPACING}{body})?{lazy}" if standing else f"(?:{body}{_SPACING})?{lazy}")
            else:
                pieces.append((_SPACING if standing else "") + self._source(part, node))
                standing = True
        return "".join(pieces)
