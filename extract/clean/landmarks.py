"""Names of elements and classes that say what a part of a page is for: ``nav``, ``class="tin-lien-quan"``,
``id="FooterPane"``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clean.inline import cleaned

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

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")


class Landmarks:
    """Finds the landmarks in values of ``class`` and ``id``.

    >>> names = Landmarks({"menu": ["menu"], "related": ["tin lien quan", "other news"], "hidden": ["=hidden"]})
    >>> names.of("dnn_MenuPane"), names.of("box TinLienQuan"), names.of("hidden-xs"), names.of("hidden")
    ('menu', 'related', '', 'hidden')
    """

    def __init__(self, terms: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[tuple[str, ...], str] = {}
        self._starting: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        """By the first word: the words of a term, and its landmark."""
        for landmark, terms_of_it in terms.items():
            for term in terms_of_it:
                words = tuple(term.removeprefix("=").split())
                if term.startswith("="):
                    self._whole.setdefault(words, landmark)
                else:
                    self._starting.setdefault(words[0], []).append((words, landmark))
        self._first_words = {*self._starting, *(words[0] for words in self._whole)}
        self._of_values: dict[str, str] = {}
        self._of_names: dict[str, tuple[str, ...]] = {}
        self._of_elements: dict[tuple[str, str | None, str | None], tuple[str, str]] = {}

    def of_element(self, tag: str, names: str | None, id_: str | None) -> tuple[str, str]:
        """The landmarks of an element with this class and id, and its name for locators, empty if it has none.

        >>> Landmarks({"menu": ["menu"]}).of_element("div", "box menu-top", None)
        ('menu', 'div.box.menu-top')
        """
        found = self._of_elements.get((tag, names, id_))
        if found is None:
            marks = [OF_ELEMENTS.get(tag, ""), self.of(names) if names else "", self.of(id_) if id_ else ""]
            name = ""
            if id_:
                name = f"{tag}#{cleaned(id_)[:_LONGEST_ANCHOR]}"
            elif names and tag not in _NOT_ANCHORED:
                name = f"{tag}.{'.'.join(names.split())[:_LONGEST_ANCHOR]}"
            found = " ".join(filter(None, marks)), name
            if len(self._of_elements) >= _MOST_REMEMBERED:
                self._of_elements.clear()
            self._of_elements[tag, names, id_] = found
        return found

    def of(self, names: str) -> str:
        """The landmarks that the names of a ``class`` or ``id`` bear, space-separated, in order of their first word."""
        found = self._of_values.get(names)
        if found is None:
            landmarks: list[str] = []
            for name in names.split()[:_MOST_NAMES]:
                of_name = self._of_names.get(name)
                if of_name is None:
                    of_name = self._of_name(name[:_LONGEST_NAME])
                if of_name:
                    landmarks += of_name
            found = " ".join(dict.fromkeys(landmarks))
            if len(self._of_values) >= _MOST_REMEMBERED:
                self._of_values.clear()
            self._of_values[names] = found
        return found

    def _of_name(self, name: str) -> tuple[str, ...]:
        """The landmarks of one name, remembered."""
        if len(self._of_names) >= _MOST_REMEMBERED:
            self._of_names.clear()
        self._of_names[name] = found = self._find(name)
        return found

    def _find(self, name: str) -> tuple[str, ...]:
        words = _WORD.findall(name)
        if not name.islower():
            words = [word.lower() for word in words]
        if self._first_words.isdisjoint(words):
            return ()
        whole = self._whole.get(tuple(words))
        found = [] if whole is None else [whole]
        for start, word in enumerate(words):
            for term, landmark in self._starting.get(word, ()):
                if len(term) == 1 or tuple(words[start : start + len(term)]) == term:
                    found.append(landmark)
        return tuple(found)


_NOT_ANCHORED = frozenset(("p", "li", "td", "tr"))
"""Their classes are style: locators count them from the element around."""
_LONGEST_ANCHOR = 60
_MOST_REMEMBERED = 20_000
"""How many values, names and elements; then all are forgotten."""
_MOST_NAMES = 50
_LONGEST_NAME = 200
