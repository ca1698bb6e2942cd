r"""The language of phrases, parsed.

An author writes what a report says, with holes:

=====================  ==================================================================================
``trao tặng``          these words, in any case, tone placement and spacing
``<give>``             one of the phrases of the list ``give``
``{count}``            a quantity of that kind; ``{total: money}`` gives the slot another name
``{unit: suất, phần}`` one of these phrases, kept under the name ``unit``
``{level: <levels>}``  one of a list, kept under a name
``{who: ...6}``        up to six words, kept under a name
``[đã]``               may be there or not
``(cho | đến)``        one of these
``...`` ``...4``       up to eight (four) words of any kind; never a number, never past the end of a clause
``..4``                the same, and not past a comma
``, : ( )``            ``,`` and ``:`` stand for themselves; brackets of the text are written ``\(`` and ``\)``
=====================  ==================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.match.shadow import plain_spacing
from extract.text import fold

if TYPE_CHECKING:
    from extract.rulefiles import Node

_DEFAULT_GAP = 8


@dataclass(frozen=True, slots=True)
class Words:
    """Literal words, folded."""

    text: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A literal punctuation mark."""

    text: str


@dataclass(frozen=True, slots=True)
class ListReference:
    """``<name>``."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """``...4``: up to ``words`` words, as few as possible; ``..4`` (``near``): not past a comma."""

    words: int
    near: bool = False


@dataclass(frozen=True, slots=True)
class QuantitySlot:
    """``{name: kind}``: a quantity of that kind."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class TextSlot:
    """``{name: ...}``: the text that the body matches."""

    name: str
    body: Part


@dataclass(frozen=True, slots=True)
class Optional:
    """``[...]``."""

    body: Part


@dataclass(frozen=True, slots=True)
class Choice:
    """``(a | b)``."""

    options: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Parts one after the other."""

    parts: tuple[Part, ...]


Part = Words | Sign | ListReference | Gap | QuantitySlot | TextSlot | Optional | Choice | Sequence

_TOKEN = regex.compile(
    r"""\s*(?:
      (?P<list><[^<>]*>)
    | (?P<slot>\{[^{}]*\})
    | (?P<gap>\.\.\.\d*)
    | (?P<near>\.\.\d+)
    | (?P<escaped>\\.)
    | (?P<bracket>[\[\]()|])
    | (?P<sign>[,:;/%"+=])
    | (?P<words>[^\s<>{}\[\]()|\\,:;/%"+=]+(?:\s+[^\s<>{}\[\]()|\\,:;/%"+=.][^\s<>{}\[\]()|\\,:;/%"+=]*)*)
    )""",
    regex.VERBOSE,
)


def parse(node: Node, kinds: frozenset[str]) -> Part:
    """The phrase written in ``node``; ``kinds`` are the names that stand for quantities.

    Raises ``RuleError`` with file and line for what cannot be read.
    """
    return _Parser(node.text(), node, kinds).phrase()


class _Parser:
    """Recursive descent over the tokens of one phrase."""

    def __init__(self, source: str, node: Node, kinds: frozenset[str]) -> None:
        self.node, self.kinds, self.source = node, kinds, source
        self.tokens: list[tuple[str, str]] = []
        position = 0
        while position < len(source.rstrip()):
            found = _TOKEN.match(source, position)
            if found is None:
                node.fail(
                    f"cannot read {source[position:]!r} in the phrase", "see the table of signs in the rule guide"
                )
            self.tokens.append((found.lastgroup or "", found[0].strip()))
            position = found.end()
        self.at = 0

    def phrase(self) -> Part:
        if not self.tokens:
            self.node.fail("the phrase is empty", "write what the report says")
        part = self.choice()
        if self.at < len(self.tokens):
            self.node.fail(f"unexpected {self.tokens[self.at][1]!r} in {self.source!r}", "check the brackets")
        return part

    def choice(self) -> Part:
        options = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Part:
        parts: list[Part] = []
        while self.at < len(self.tokens) and self.peek() not in ("]", ")", "|"):
            parts.append(self.part())
        if not parts:
            self.node.fail(f"an empty place in {self.source!r}", "put words there or take the brackets away")
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def part(self) -> Part:
        kind, text = self.tokens[self.at]
        self.at += 1
        if kind == "words":
            return self.words(text)
        if kind == "sign":
            return Sign(text)
        if kind == "escaped":
            return Sign(text[1:])
        if kind == "gap":
            return self.gap(text, text[3:])
        if kind == "near":
            return self.gap(text, text[2:], near=True)
        if kind == "list":
            return ListReference(text[1:-1].strip())
        if kind == "slot":
            return self.slot(text[1:-1])
        body = self.choice()
        closing = "]" if text == "[" else ")"
        if self.peek() != closing:
            self.node.fail(f"{text!r} is not closed in {self.source!r}", f"add {closing!r}")
        self.at += 1
        return Optional(body) if text == "[" else body

    def words(self, text: str) -> Part:
        plain = plain_spacing(fold(text)).strip()
        if not plain:
            self.node.fail(f"{text!r} counts as a space in {self.source!r}", "leave it out")
        return Words(plain)

    def gap(self, text: str, number: str, *, near: bool = False) -> Part:
        words = int(number or _DEFAULT_GAP)
        if words == 0:
            self.node.fail(f"{text!r} leaves room for nothing in {self.source!r}", "leave it out, or allow a word")
        return Gap(words, near)

    def slot(self, source: str) -> Part:
        name, colon, spec = (piece.strip() for piece in source.partition(":"))
        if not name.isidentifier():
            self.node.fail(f"{name!r} is no name for a slot", "use letters, digits and _ , as in {count}")
        spec = spec if colon else name
        if spec in self.kinds:
            return QuantitySlot(name, spec)
        if not colon:
            known = ", ".join(sorted(self.kinds))
            self.node.fail(f"{{{name}}} is no kind of quantity", f"use one of {known}, or {{{name}: words}}")
        options = tuple(_Parser(option, self.node, frozenset()).phrase() for option in spec.split(","))
        return TextSlot(name, options[0] if len(options) == 1 else Choice(options))

    def peek(self) -> str | None:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None
