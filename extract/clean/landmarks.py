"""Names of elements and classes that say what a part of a page is for: ``nav``, ``class="tin-lien-quan"``,
``id="FooterPane"``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OF_ELEMENTS = {
    "nav": "menu",
    "menu": "menu",
    "header": "header",
    "footer": "footer",
    "aside": "aside",
    "marquee": "banner",
    "select": "form",
    "option": "form",
    "button": "form",
    "textarea": "form",
    "article": "article",
    "main": "article",
    "figcaption": "caption",
    "caption": "caption",
    "dialog": "popup",
}
"""What elements are for by themselves."""

_WORD = regex.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


class Landmarks:
    """Finds the landmarks in values of ``class`` and ``id``.

    >>> names = Landmarks({"menu": ["menu"], "related": ["tin lien quan", "other news"], "hidden": ["=hidden"]})
    >>> names.of("dnn_MenuPane"), names.of("box TinLienQuan"), names.of("hidden-xs"), names.of("hidden")
    ('menu', 'related', '', 'hidden')
    """

    def __init__(self, terms: Mapping[str, Iterable[str]]) -> None:
        self._within: dict[tuple[str, ...], str] = {}
        self._whole: dict[tuple[str, ...], str] = {}
        for landmark, words in terms.items():
            for term in words:
                found = self._whole if term.startswith("=") else self._within
                found.setdefault(tuple(term.removeprefix("=").split()), landmark)
        self._most_words = max(map(len, self._within), default=0)
        self._known: dict[str, str] = {}

    def of(self, names: str) -> str:
        """The landmarks that the names of a ``class`` or ``id`` bear, space-separated, in order of their first word."""
        found = self._known.get(names)
        if found is None:
            found = self._find(names)
            if len(self._known) < _MOST_REMEMBERED:
                self._known[names] = found
        return found

    def _find(self, names: str) -> str:
        landmarks: dict[str, None] = {}
        for name in names.split()[:_MOST_NAMES]:
            words = tuple(word.lower() for word in _WORD.findall(name[:_LONGEST_NAME]))
            if words in self._whole:
                landmarks[self._whole[words]] = None
            for start in range(len(words)):
                for end in range(start + 1, min(start + self._most_words, len(words)) + 1):
                    landmark = self._within.get(words[start:end])
                    if landmark is not None:
                        landmarks[landmark] = None
        return " ".join(landmarks)


_MOST_REMEMBERED = 20_000
_MOST_NAMES = 50
_LONGEST_NAME = 200
