"""A page as a parser sees it: blocks in order, the elements that hold them, and what its head says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.model import RawBlock


@dataclass(slots=True)
class Head:
    """What a page says about itself outside its text. Filled by a parser, read by ``extract.clean.provenance``."""

    title: str = ""
    """Of ``<title>``, the name of the site usually in it."""
    metas: dict[str, str] = field(default_factory=dict)
    """Name, property or itemprop of a ``<meta>``, lower case, to its content; the first of a name counts."""
    canonical: str = ""
    base: str = ""
    linked_data: list[str] = field(default_factory=list)
    """The JSON-LD scripts, unparsed."""

    def read(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Note what a ``<meta>``, ``<base>`` or ``<link>`` says."""
        if tag == "base":
            self.base = self.base or attributes.get("href", "").strip()
        elif tag == "link":
            if not self.canonical and "canonical" in attributes.get("rel", "").lower():
                self.canonical = attributes.get("href", "").strip()
        elif attributes.get("content"):
            for key in ("property", "name", "itemprop"):
                name = attributes.get(key)
                if name:
                    self.metas.setdefault(name.strip().lower(), attributes["content"])


class Outline(NamedTuple):
    """Blocks and the tree of elements above them, without the elements that hold no block of their own."""

    blocks: list[RawBlock]
    owners: list[int]
    """For each block the element that holds it, an index into the next two."""
    parents: list[int]
    """For each element the one around it, a smaller number; -1 for the first. A plain text has the one element 0."""
    marks: list[str]
    """For each element the landmarks that it bears itself, space-separated; see ``extract.clean.landmarks``."""
    head: Head
    marked_up: bool
    """Whether the page has tags; in plain text only wording, shape and position are there to judge by."""

    def cut(self, pieces: Mapping[int, Sequence[RawBlock]]) -> Outline:
        """The same with several blocks in place of some, by their places."""
        blocks: list[RawBlock] = []
        owners: list[int] = []
        for at, (block, owner) in enumerate(zip(self.blocks, self.owners, strict=True)):
            parts = pieces.get(at, (block,))
            blocks += parts
            owners += [owner] * len(parts)
        return self._replace(blocks=blocks, owners=owners)
