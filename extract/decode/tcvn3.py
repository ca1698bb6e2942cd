"""TCVN3, the "ABC" letters of the .VnTime fonts: the charset of the North before Unicode.

One byte a letter. Capitals with a tone have no code: a font whose name ends in "H" shows the small letters as
capitals, see ``capitals``.
"""

from __future__ import annotations

import regex

from extract.decode.capitals import raise_words
from extract.decode.codepages import reread
from extract.decode.syllables import is_syllable

LETTERS: dict[int, str] = {
    **dict(zip(range(0xA1, 0xAF), "ĂÂÊÔƠƯĐăâêôơưđ", strict=True)),
    **dict(zip((0xB5, 0xB6, 0xB7, 0xB8, 0xB9), "àảãáạ", strict=True)),
    **dict(zip((0xBB, 0xBC, 0xBD, 0xBE, 0xC6), "ằẳẵắặ", strict=True)),
    **dict(zip((0xC7, 0xC8, 0xC9, 0xCA, 0xCB), "ầẩẫấậ", strict=True)),
    **dict(zip((0xCC, 0xCE, 0xCF, 0xD0, 0xD1), "èẻẽéẹ", strict=True)),
    **dict(zip((0xD2, 0xD3, 0xD4, 0xD5, 0xD6), "ềểễếệ", strict=True)),
    **dict(zip((0xD7, 0xD8, 0xDC, 0xDD, 0xDE), "ìỉĩíị", strict=True)),
    **dict(zip((0xDF, 0xE1, 0xE2, 0xE3, 0xE4), "òỏõóọ", strict=True)),
    **dict(zip((0xE5, 0xE6, 0xE7, 0xE8, 0xE9), "ồổỗốộ", strict=True)),
    **dict(zip((0xEA, 0xEB, 0xEC, 0xED, 0xEE), "ờởỡớợ", strict=True)),
    **dict(zip((0xEF, 0xF1, 0xF2, 0xF3, 0xF4), "ùủũúụ", strict=True)),
    **dict(zip((0xF5, 0xF6, 0xF7, 0xF8, 0xF9), "ừửữứự", strict=True)),
    **dict(zip((0xFA, 0xFB, 0xFC, 0xFD, 0xFE), "ỳỷỹýỵ", strict=True)),
}
"""The letter of every code that has one; the rest is as in windows-1252."""

_TABLE = reread(LETTERS)
# Letters that are never a word, at codes of signs that stand by themselves: "© 2017 UBND", "» Tin khác", "· Trao quà".
_SIGNS = {letter: chr(code) for code, letter in LETTERS.items() if letter in "âằã"}
_ALONE = regex.compile(rf"(?<![\p{{L}}\p{{M}}])[{''.join(_SIGNS)}](?![\p{{L}}\p{{M}}])")
# 0xAD, "ư", is the soft hyphen of Latin-1: tools that saved these bytes as UTF-8 made it a hyphen, "ng-êi".
_HYPHEN = regex.compile(r"(?<![\p{L}\p{N}-])(\p{L}{1,3})-(\p{Ll}{1,4})(?![\p{L}\p{N}-])")


def read_tcvn3(text: str) -> str:
    """Text that was read as windows-1252, read as TCVN3.

    >>> read_tcvn3("QuÜ khuyÕn häc x· tÆng 12 suÊt häc bæng, CéNG HOµ"), read_tcvn3("© ng-êi ®©y")
    ('Quĩ khuyến học xã tặng 12 suất học bổng, CỘNG HOÀ', '© người đây')
    """
    text = _ALONE.sub(lambda found: _SIGNS[found[0]], text.translate(_TABLE))
    return raise_words(_HYPHEN.sub(_unhyphened, text))


def _unhyphened(found: regex.Match[str]) -> str:
    joined = f"{found[1]}ư{found[2]}"
    return joined if not is_syllable(found[1]) and is_syllable(joined) else found[0]
