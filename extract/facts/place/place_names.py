"""One name for a place, however pages write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from extract.text import fold

if TYPE_CHECKING:
    from extract.facts.place.places import PlaceVocabulary

_ROMAN = regex.compile(r"[IVX]+")
_END = regex.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]|O[ÀÁẢÃẠÈÉẺẼẸ]|U[ỲÝỶỸỴ])(?!\w)")
_TONES = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ", "aaaaaeeeeeyyyyyAAAAAEEEEEYYYYY")
_MARKED = {"o": "òóỏõọ", "u": "ùúủũụ", "O": "ÒÓỎÕỌ", "U": "ÙÚỦŨỤ"}
_ORDER = "àáảãạèéẻẽẹỳýỷỹỵ"


def place_name(written: str, vocabulary: PlaceVocabulary) -> str:
    """Type word in full and capitalised, the name in small letters but for its first, the tone where schools put it.

    >>> from extract.facts.place.places import PlaceVocabulary
    >>> from extract.rulefiles import load
    >>> vocabulary = PlaceVocabulary.load(load())
    >>> [place_name(name, vocabulary) for name in ("P.02", "XÃ HOÀ AN", "TP. Sa Đéc", "xã Phú Quý")]
    ['Phường 2', 'Xã Hòa An', 'Thành phố Sa Đéc', 'Xã Phú Quý']
    """
    folded = fold(written)
    type_word = next((word for word in vocabulary.types if folded.startswith(word) and _ends(word, folded)), "")
    full = vocabulary.full.get(type_word, type_word)
    name = written[len(type_word) :].split()
    return " ".join(filter(None, (full[:1].upper() + full[1:], *map(_spelled, name))))


def province_name(written: str, vocabulary: PlaceVocabulary) -> str:
    """One name for a province; as written if it is none that is known.

    >>> from extract.facts.place.places import PlaceVocabulary
    >>> from extract.rulefiles import load
    >>> vocabulary = PlaceVocabulary.load(load())
    >>> [province_name(name, vocabulary) for name in ("tỉnh Bắc Cạn", "TPHCM", "Thành phố Hồ Chí Minh", "An Giang")]
    ['Bắc Kạn', 'Hồ Chí Minh', 'Hồ Chí Minh', 'An Giang']
    """
    folded = fold(written)
    bare = next((folded[len(word) :].lstrip() for word in vocabulary.types if folded.startswith(f"{word} ")), folded)
    return vocabulary.spellings.get(folded) or vocabulary.spellings.get(bare) or written


def _ends(word: str, folded: str) -> bool:
    return word.endswith(".") or folded[len(word) : len(word) + 1].isspace()


def _spelled(word: str) -> str:
    if word.isdecimal():
        return str(int(word))
    if len(word) > 1 and word.isupper() and not _ROMAN.fullmatch(word):
        word = word.capitalize()
    return _END.sub(_moved, word)


def _moved(match: regex.Match[str]) -> str:
    """The tone on the first of two vowels at the end of a word: "Hoà" is "Hòa"."""
    first, second = match[0][0], match[0][1]
    tone = _ORDER.index(second.lower()) % 5
    return _MARKED[first][tone] + second.translate(_TONES)
