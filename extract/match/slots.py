"""The names that slots of phrases may have, by the section of the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from extract.match.shadow import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.rulefiles import Node

Family = Literal["rules", "ratings", "amounts", "cues", "parts"]
"""The section a rule stands in: its matches become statements, ratings, scopes of amounts, status, openers of parts."""
_READ: dict[Family, frozenset[str]] = {
    "rules": frozenset(
        """
        count recipients unit action object beneficiary group kind level length area total each beside sum
        """.split()  # noqa: SIM905 - a table is easier to read
    ),
    "ratings": frozenset(
        """
        count percent group unit as level rate up run nth all none whole rated number share target praise bar open
        opener same having of_all after_names vouch was respectively reached enrolled
        """.split()  # noqa: SIM905
    ),
    "amounts": frozenset(
        """
        of grand list own apart lead more also other third among others contents rest level many_awards many_gifts
        yearly
        """.split()  # noqa: SIM905
    ),
    "cues": frozenset(
        """
        only limit rates future past term turn again detail opening heading line paper title aside named told sums
        """.split()  # noqa: SIM905
    ),
    "parts": frozenset(),
}
"""Slots that facts are made of."""

AHEAD = "ahead"
"""Slot of a number that must stand behind and belongs to what follows: "trao 80 suất, ... 30 suất học bổng"."""

BEHIND = "behind"
"""Slot of words that must stand before and tell nothing of what follows: "kể | cả 3 chi bộ" are not all of them."""

AMONG = "among"
"""Slot of the number of those of whom only some are meant: "trong 598 em được nhận quà, 89 em được trao học bổng"."""

_APART: dict[Family, frozenset[str]] = {
    "rules": frozenset(("rate", "yield", "term", "before", "width", "when", "of", AHEAD, AMONG)),
    "ratings": frozenset(("within", "other", "being", BEHIND)),
    "amounts": frozenset(("covered", "when", "label")),
    "cues": frozenset(),
    "parts": frozenset((AHEAD,)),
}
"""Slots that nothing reads: their number belongs to the match, so that no other rule takes it for something else."""


def refuse_unread(names: Iterable[str], family: Family, node: Node) -> None:
    """Raise ``RuleError`` for a slot of a phrase that says nothing in its section: a misspelt name, most often.

    A number by its kind alone (``{money}``) is kept apart wherever it stands.
    """
    known = _READ[family] | _APART[family]
    for name in sorted(names):
        if name not in known and name not in KINDS:
            told = ", ".join(sorted(known)) or "{any} and the other kinds of numbers"
            node.fail(f"nothing reads a slot {name!r} in {family!r}", f"use one of: {told}")
