"""VNI: the charset of the South before Unicode. Marks follow their letters: "hoïc boång" is "học bổng"."""

from __future__ import annotations

from extract.decode.composition import compose

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"

_MARKS = {
    "ø": _GRAVE,
    "ù": _ACUTE,
    "õ": _TILDE,
    "û": _HOOK,
    "ï": _DOT,
    "â": _CIRCUMFLEX,
    "à": _CIRCUMFLEX + _GRAVE,
    "á": _CIRCUMFLEX + _ACUTE,
    "ã": _CIRCUMFLEX + _TILDE,
    "å": _CIRCUMFLEX + _HOOK,
    "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE,
    "è": _BREVE + _GRAVE,
    "é": _BREVE + _ACUTE,
    "ü": _BREVE + _TILDE,
    "ú": _BREVE + _HOOK,
    "ë": _BREVE + _DOT,
}
_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

# A mark has an upper case as if it were a letter, and goes with that of its letter: "AÙ", "aù".
_TABLE = str.maketrans(
    {
        **_MARKS,
        **{mark.upper(): combining for mark, combining in _MARKS.items()},
        **_LETTERS,
        **{letter.upper(): meant.upper() for letter, meant in _LETTERS.items()},
    }
)


def read_vni(text: str) -> str:
    """Text that was read as windows-1252, read as VNI.

    >>> read_vni("Hoäi Khuyeán hoïc phöôøng ñaõ trao 12 suaát hoïc boång, ÑAØ NAÜNG")
    'Hội Khuyến học phường đã trao 12 suất học bổng, ĐÀ NẴNG'
    """
    return compose(text.translate(_TABLE))
