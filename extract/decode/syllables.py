r"""How Vietnamese some characters read: the judge between ways to decode the same bytes.

A syllable is an onset, a rhyme and a tone, and few combinations exist. Text decoded wrongly gives words with marked
letters that are no syllables: "häc", "caùc", "há»\x8dc". Unmarked words say nothing, for every charset has ASCII.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

_ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet oc oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt
uyn uynh uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
""".split()  # noqa: SIM905 - a table is easier to read
_SYLLABLE = regex.compile(rf"(?:{_ONSET})?(?:{'|'.join(sorted(_RHYMES, key=len, reverse=True))})")
_STOPPED = ("c", "ch", "p", "t")
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_TONES_OF_STOPPED = ("\u0301", "\u0323")

# The marked syllables that official Vietnamese can hardly do without.
_COMMON = frozenset(
    """
    của và các có được đã ở với này để là một những năm người phường xã huyện tỉnh hội học nghèo đồng triệu tổ hộ số
    tại từ đến trên về ủy uỷ tổng tiền việc cấp suất bổng thực hiện đạt ngày tháng đảng viên bộ thôn trường thành phố
    quận chức động phát triển kinh tế xây dựng chính quyền quốc gia đình văn hóa hoá trẻ em phụ nữ hỗ trợ tặng quà
    nhà mới sinh vượt khó giáo dục công tác nhiệm vụ kết quả đạo bí thư chủ tịch đại biểu lễ chỉ tiêu kế hoạch đầu tư
    tốt khá xuất sắc đội hoạt nghị quyết đề không phải cũng khi thế giới nước việt nam đất tuyên truyền vận xếp loại
    chọn bài viết chia sẻ
    """.split()  # noqa: SIM905 - a table is easier to read
)

# What may stand in a word, read rightly or wrongly: letters and marks, what legacy letters look like when read as
# Latin-1 ("®­îc" for "được"), and control codes, which VISCII uses for letters. Not the signs that stand by numbers.
_WORD = regex.compile(r"[\p{L}\p{M}\x02\x05\x06\x14\x19\x1e\x80-\x9f\xad¡¢¤¦¨©«¬®¯´¶·¸¹»¼½¾\ufffd]+")
_LETTER = regex.compile(r"[\p{L}\x80-\x9f\ufffd]")

_NEVER_ALONE = "ăâã"
_ABBREVIATION = regex.compile("[A-ZĐ]+|đ")  # "HĐND", "20.000 đ"
_LONGEST = 16  # "nghiêng" with its marks apart has nine characters
_WRONG = -2
"""A word that is no syllable says more than one that is: wrong readings hit syllables by chance."""


class Score(NamedTuple):
    """Words with marked letters: how many are syllables, are common ones besides, are none."""

    syllables: int
    common: int
    wrong: int

    @property
    def value(self) -> int:
        """One number to compare readings of the same text by."""
        return self.syllables + self.common + _WRONG * self.wrong

    @property
    def convincing(self) -> bool:
        """Whether this is Vietnamese rather than something else that happens to contain syllables."""
        return self.syllables > 2 * self.wrong and self.syllables + self.common > 1


def score(words: Iterable[str]) -> Score:
    """How Vietnamese these words read.

    >>> score(["Hội", "Khuyến", "học", "trao", "12"]), score(["Héi", "KhuyÕn", "häc", "trao", "12"])
    (Score(syllables=3, common=2, wrong=0), Score(syllables=0, common=0, wrong=3))
    """
    grades = [_grade(word) if len(word) <= _LONGEST else _WRONG for word in words]
    common = grades.count(2)
    return Score(grades.count(1) + common, common, grades.count(_WRONG))


def words_of(text: str) -> list[str]:
    """The words with anything beyond ASCII, each once, in the order of the text.

    >>> words_of("Hội đã trao quà, đã tặng 300 m²")
    ['Hội', 'đã', 'quà', 'tặng']
    """
    return [word for word in dict.fromkeys(_WORD.findall(text)) if not _plain(word) and _LETTER.search(word)]


def is_syllable(word: str) -> bool:
    """Whether Vietnamese could have this word: one syllable, in one of the usual ways of upper and lower case.

    >>> [word for word in ("nghiêng", "ĐỒNG", "Quý", "qúy", "hỌc", "cât", "école", "là") if is_syllable(word)]
    ['nghiêng', 'ĐỒNG', 'Quý', 'qúy', 'là']
    """
    if word.isascii():
        return _SYLLABLE.fullmatch(word.lower()) is not None
    return len(word) <= _LONGEST and _grade(word) > 0


def _plain(word: str) -> bool:
    return word.isascii() and word.isprintable()


@lru_cache(maxsize=65_536)
def _grade(word: str) -> int:
    """2 for a common syllable, 1 for a syllable, 0 for a word without marked letters, ``_WRONG`` for any other."""
    if _plain(word):
        return 0
    word = unicodedata.normalize("NFC", word)
    lower = word.lower()
    if word not in (lower, lower.capitalize(), lower.upper()):
        return _WRONG
    if len(word) == 1:  # any charset gives some by chance
        if _ABBREVIATION.fullmatch(word):
            return 0
        return _WRONG if lower in _NEVER_ALONE or not _well_formed(unicodedata.normalize("NFD", lower)) else 0
    if lower in _COMMON:
        return 2
    if _well_formed(unicodedata.normalize("NFD", lower)):
        return 1
    return 0 if _ABBREVIATION.fullmatch(word) else _WRONG


def _well_formed(apart: str) -> bool:
    """Whether lower-case letters, their marks apart, make a syllable with one tone that it may have."""
    bare = apart.translate(_TONES)
    if len(apart) - len(bare) > 1 or not _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)):
        return False
    return not bare.endswith(_STOPPED) or any(tone in apart for tone in _TONES_OF_STOPPED)
