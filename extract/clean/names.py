"""Names of authors, as bylines print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import fold

if TYPE_CHECKING:
    from extract.clean.vocabulary import CleanVocabulary

_NAME = regex.compile(r"\p{Lu}[\p{L}.'’]*+(?:\s?[-–]\s?\p{Lu}[\p{L}.'’]*+|\s\p{Lu}[\p{L}.'’]*+)*")
_IN_BRACKETS = regex.compile(r"\s*+\([^()]*+\)?\s*+$")
_HAS_DIGIT = regex.compile(r"\d")
_LONGEST_OPENED = 80
_LONGEST = 60
_LONGEST_ALONE = 40
_MOST_WORDS_ALONE = 5
_SHORTEST_WORD = 3


def person_of(value: str) -> str | None:
    """A name as a byline prints it, without office in brackets; capitals throughout become capitals at the start.

    >>> person_of("THANH VÂN"), person_of("Bùi Văn Đạt (công chức Tài chính)"), person_of("T.H"), person_of("()")
    ('Thanh Vân', 'Bùi Văn Đạt', 'T.H', None)
    """
    name = _IN_BRACKETS.sub("", value).strip(" .|,;:–-")
    if name.isupper():
        words = name.split()
        name = " ".join(word if "." in word or len(word) < _SHORTEST_WORD else word.capitalize() for word in words)
    return name or None


def lone_name(text: str, vocabulary: CleanVocabulary) -> str | None:
    """The name that is all of a line, as authors sign: "THANH BÌNH", "Kim Chi", "T.H", "(Theo Lê Mai)".

    A shape, and no more: the caller must know that the line stands at the end of an article.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> [lone_name(text, words) for text in ("THANH BÌNH", "T.H", "Nguyễn Xuân Hiền (Đài truyền thanh xã)", "45 tổ")]
    ['Thanh Bình', 'T.H', 'Nguyễn Xuân Hiền', None]
    >>> lone_name("Tổng cộng", words) is lone_name("Trao quà", words) is None
    True
    """
    if len(text) > _LONGEST_OPENED or _HAS_DIGIT.search(text):
        return None
    bare = text.strip(" ()[]")
    opener = vocabulary.byline_opener.match(fold(bare))
    if opener is not None:
        return None if bare.endswith(".") else person_of(bare[opener.end() :])
    name = _IN_BRACKETS.sub("", text[:_LONGEST]).strip(" |")
    person, _, office = name.partition(" - ")
    if fold(office).split(" ")[0] in vocabulary.not_a_name:  # "Ngọc Bích - Hội LHPN phường"
        name = person.strip()
    if len(name) > _LONGEST_ALONE or not _NAME.fullmatch(name) or len(name.split()) > _MOST_WORDS_ALONE:
        return None
    words = fold(name).split()
    if words[0] in vocabulary.not_a_name or " ".join(words[:2]) in vocabulary.not_a_name:
        return None
    return person_of(name)
