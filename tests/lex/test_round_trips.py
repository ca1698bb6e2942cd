"""Every form in which a number, an amount, a range or a day can be written gives it back when it is read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from extract.lex import LexVocabulary, lex
from extract.lex.amount import TIMES
from extract.lex.comparators import behind, comparisons
from extract.lex.numerals import Numerals
from extract.rulefiles import load
from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.model import Lexed, Mention, Quantity

FILES = load()
VOCABULARY = LexVocabulary.load(FILES)
NUMERALS = Numerals.load(FILES)
MILLION, BILLION = 10**6, 10**9

ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def one(text: str) -> Quantity:
    (quantity,) = lex(text, VOCABULARY).quantities
    return quantity


def named(text: str) -> Mention:
    found = lex(text, VOCABULARY)
    assert found.quantities == ()
    (mention,) = found.mentions
    return mention


def grouped(number: int, mark: str = ".") -> str:
    return f"{number:,}".replace(",", mark)


# ---------------------------------------------------------------------------------------------------- numbers in words


@dataclass(frozen=True)
class Voice:
    """One speaker: which of the words that mean the same are used."""

    pick: Callable[[tuple[str, ...]], str]

    def digit(self, digit: int, tens: int) -> str:
        """The last digit behind ``tens``."""
        if digit == 1 and tens > 1:
            return "mốt"
        if digit == 4 and tens > 1:
            return self.pick(("bốn", "tư"))
        if digit == 5 and tens > 0:
            return self.pick(("lăm", "nhăm")) if tens > 1 else "lăm"
        return self.pick(("bảy", "bẩy")) if digit == 7 else ONES[digit]

    def below_thousand(self, number: int, *, full: bool) -> list[str]:
        """``full``: behind a larger group, so that the hundreds are said though they are none."""
        hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
        words = [ONES[hundreds], "trăm"] if hundreds or full else []
        if tens > 1:
            words += [ONES[tens], "mươi"]
        elif tens == 1:
            words.append("mười")
        elif words and ones:
            words.append(self.pick(("linh", "lẻ")))
        return words + ([self.digit(ones, tens)] if ones else [])

    def say(self, number: int) -> str:
        """A number up to thousands of billions."""
        words: list[str] = []
        for scale, names in ((BILLION, ("tỷ", "tỉ")), (MILLION, ("triệu",)), (1_000, ("nghìn", "ngàn")), (1, ())):
            group = number // scale % 1_000
            if group:
                words += self.below_thousand(group, full=bool(words))
                words += [self.pick(names)] if names else []
        return " ".join(words) or "không"


VOICES = st.randoms(use_true_random=False).map(lambda random: Voice(random.choice))

NUMBERS = st.one_of(
    st.integers(1, 9_999), st.integers(1, 999 * BILLION), st.integers(1, 999).map(lambda n: n * MILLION)
)


@given(NUMBERS, VOICES)
@example(1_000_005, Voice(lambda words: words[0]))
@settings(max_examples=80)
def test_any_number_in_words_is_read_back(number: int, voice: Voice) -> None:
    said = voice.say(number)
    assert NUMERALS.value(said) == number
    assert NUMERALS.value(f"âm {said}") == -number
    if " " in said:  # "một đồng", "năm đồng" are sayings in a text
        quantity = one(f"số tiền {said} đồng.")
        assert (quantity.kind, quantity.value) == ("money", number)


@given(st.integers(10, 999_999), VOICES, st.sampled_from(["hộ", "suất quà", "người", "tổ dân phố", "mét"]))
@settings(max_examples=40)
def test_counts_in_words_are_read_back(number: int, voice: Voice, behind_it: str) -> None:
    assert one(f"hỗ trợ {voice.say(number)} {behind_it}").value == number


@given(st.integers(1, 999), st.integers(1, 99), VOICES, st.sampled_from(["phẩy", "chấm"]))
@settings(max_examples=40)
def test_decimals_in_words_are_read_back(whole: int, hundredths: int, voice: Voice, point: str) -> None:
    digits = " ".join(ONES[int(digit)] for digit in f"{hundredths:02}")
    said = f"{voice.say(whole)} {point} {digits}"
    value = whole * 100 + hundredths
    assert NUMERALS.value(said) == Fraction(value, 100)
    assert one(f"số tiền {said} triệu đồng").value == value * MILLION // 100


# --------------------------------------------------------------------------------------------------- numbers in digits

MONEY: tuple[tuple[str, int, Callable[[int], str]], ...] = (
    ("{} đồng", 1, str),
    ("{} đồng", 1, grouped),
    ("{}đ", 1, grouped),
    ("{}đ.", 1, grouped),
    ("{}VNĐ", 1, grouped),
    ("{} VND", 1, str),
    ("VNĐ {}", 1, grouped),
    ("{} ngàn đồng", 1_000, str),
    ("{} nghìn", 1_000, str),
    ("{}k", 1_000, str),
    ("{} ng.đ", 1_000, str),
    ("{} triệu đồng", MILLION, grouped),
    ("{} triệu", MILLION, str),
    ("{}tr", MILLION, str),
    ("{} tr.đ", MILLION, str),
    ("{} trđ", MILLION, grouped),
    ("{}trđồng", MILLION, str),
    ("{} tỷ đồng", BILLION, str),
    ("{} tỉ đồng", BILLION, str),
    ("{} tỷ đ", BILLION, str),
    ("{} tiệu đồng", MILLION, str),
    ("{} tỳ đồng", BILLION, str),
    ("{} triệu động", MILLION, str),
)


@given(
    st.integers(1, 99_999),
    st.sampled_from(MONEY),
    st.sampled_from(["tổng trị giá là {}.", "({})", "{}", "trao {}, gồm"]),
)
@settings(max_examples=80)
def test_money_is_read_back(number: int, form: tuple[str, int, Callable[[int], str]], around: str) -> None:
    shape, scale, written = form
    assume((shape, number) != ("{}k", 5))  # "5K" is what people were told to do against Covid-19
    quantity = one(around.format(shape.format(written(number))))
    assert (quantity.kind, quantity.value, quantity.unit) == ("money", number * scale, "đồng")


@given(st.integers(1_000, 999 * BILLION), st.sampled_from([" ", ",", "."]))
@settings(max_examples=40)
def test_full_amounts_are_read_back_however_they_are_grouped(number: int, mark: str) -> None:
    assert one(f"với số tiền {grouped(number, mark)} đồng").value == number


@given(st.integers(1, 999), st.integers(0, 999), st.integers(0, 999))
@settings(max_examples=40)
def test_steps_are_read_back(billions: int, millions: int, thousands: int) -> None:
    steps = [f"{billions} tỷ", f"{millions} triệu" * bool(millions), f"{thousands} nghìn" * bool(thousands)]
    value = billions * BILLION + millions * MILLION + thousands * 1_000
    assert one(f"tổng cộng {' '.join(filter(None, steps))} đồng").value == value


@given(st.integers(0, 9_999), st.integers(1, 999), st.sampled_from([("triệu đồng", MILLION), ("tỷ", BILLION)]))
@settings(max_examples=40)
def test_decimals_are_read_back(units: int, thousandths: int, scaled: tuple[str, int]) -> None:
    words, scale = scaled
    assert one(f"với {grouped(units)},{thousandths:03} {words}").value == (units * 1_000 + thousandths) * scale // 1_000


UNITS = VOCABULARY.amounts.units.spellings


@given(st.integers(2, 999), st.sampled_from(sorted(UNITS)))
@settings(max_examples=150)
def test_every_unit_is_read_back_in_every_spelling(number: int, spelling: str) -> None:
    unit = UNITS[spelling]
    found = lex(f"có {number} {spelling}.", VOCABULARY)
    if unit.kind in TIMES:
        assert (found.quantities, len(found.mentions)) == ((), 1)
        return
    (quantity,) = found.quantities
    assert (quantity.value, quantity.unit) == (number, unit.name)
    assert quantity.kind == ("count" if unit.kind == "ratio" else unit.kind)


COMPARATORS = sorted((word, said.comparator) for word, said in comparisons(FILES).items() if said.alone is None)
BEHIND = sorted(behind(FILES)[1].items())


@given(st.integers(2, 999), st.sampled_from(COMPARATORS), st.sampled_from(["{} triệu đồng", "{} hộ", "{}%"]))
@settings(max_examples=60)
def test_every_comparator_is_read_back(number: int, word: tuple[str, str], shape: str) -> None:
    assert one(f"đạt {word[0]} {shape.format(number)}").comparator == word[1]


@given(st.integers(2, 999), st.sampled_from(BEHIND))
@settings(max_examples=20)
def test_every_comparator_behind_is_read_back(number: int, word: tuple[str, str]) -> None:
    assert one(f"từ {number} triệu đồng {word[0]}").comparator == word[1]


@given(
    st.integers(1, 999),
    st.integers(1, 999),
    st.sampled_from(
        ["{}-{}", "{} - {}", "{} – {}", "mức {} - {}", "từ {} đến {}", "từ {} tới {}", "giữa {} và {}", "{} ÷ {}"]
    ),
    st.sampled_from([("triệu đồng", MILLION), ("hộ", 1), ("%", 1), ("ha", 1), ("ngàn đồng", 1_000)]),
)
@settings(max_examples=60)
def test_ranges_are_read_back(low: int, more: int, shape: str, unit: tuple[str, int]) -> None:
    quantity = one(f"hỗ trợ {shape.format(low, low + more)} {unit[0]}.")
    assert (quantity.value, quantity.value_max, quantity.comparator) == (low * unit[1], (low + more) * unit[1], "range")


@given(st.integers(1, 9_999), st.integers(1, 9_999), st.sampled_from(["{}/{} hộ", "{} / {} hộ", "{} hộ/{} hộ"]))
@example(24, 24, "{}/{} hộ")
@example(1, 500, "{}/{} hộ")
@settings(max_examples=40)
def test_fractions_are_read_back(part: int, whole: int, shape: str) -> None:
    quantities = lex(f"có {shape.format(grouped(part), grouped(whole))} đạt", VOCABULARY).quantities
    assert [(q.value, q.unit, q.role) for q in quantities] == [(part, "hộ", "value"), (whole, "hộ", "whole")]


# ----------------------------------------------------------------------------------------------------- days and periods


@given(
    st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    st.sampled_from(
        [
            "ngày {0}/{1}/{2}",
            "ngày {0:02}/{1:02}/{2}",
            "{0:02}-{1:02}-{2}",
            "{0}.{1}.{2}",
            "sáng {0}/{1}/{2}",
            "ngày {0} tháng {1} năm {2}",
            "{2}-{1:02}-{0:02}",
        ]
    ),
)
@settings(max_examples=60)
def test_days_are_read_back(day: date, shape: str) -> None:
    mention = named(f"Họp {shape.format(day.day, day.month, day.year)}, tại xã")
    assert (mention.kind, mention.first, mention.last) == ("date", day, day)


@given(
    st.integers(1990, 2049),
    st.integers(1, 12),
    st.sampled_from(["tháng {1}/{0}", "tháng {1:02}-{0}", "tháng {1} năm {0}", "{1} tháng đầu năm {0}", "quý {2}/{0}"]),
)
@settings(max_examples=40)
def test_periods_are_read_back(year: int, month: int, shape: str) -> None:
    quarter = (month + 2) // 3
    mention = named(f"Trong {shape.format(year, month, ('I', 'II', 'III', 'IV')[quarter - 1])} xã đạt")
    if "quý" in shape:
        first, last = 3 * quarter - 2, 3 * quarter
    else:
        first, last = (1 if "đầu" in shape else month), month
    assert mention.first == date(year, first, 1)
    assert mention.last is not None
    assert (mention.last.year, mention.last.month) == (year, last)


# -------------------------------------------------------------------------------------------------------------- Unicode

SENTENCES = st.sampled_from(
    [
        "Quý III/2023 phường Hòa Bình trao 23 suất học bổng, mỗi suất 1,5 triệu đồng",
        "Thuỷ lợi: gần 1.250 m2, đạt 98,5%; từ 5-10 triệu đồng/hộ",
        "Đã hỗ trợ hai mươi lăm hộ, tổng trị giá 11.500.000đ (mười một triệu năm trăm nghìn đồng)",
        "Ngày 12/5/2023, khóa XX, Khu phố 3 có 8/10 tổ đạt, hơn 2 tỷ 250 triệu đồng",
    ]
)
SPACES = ("\u00a0", "\u2009", "\u202f", "\u3000", " \u200b", "\u200b ")
LOOK_ALIKES = {"Đ": "Ð", "đ": "ð", "-": "–", "%": "％", "/": "⁄", ",": "，"}
TONES = {"hòa": "hoà", "Hòa": "Hoà", "Thuỷ": "Thủy", "khóa": "khoá", "Quý": "Qúy"}


def told(text: str) -> list[tuple[object, ...]]:
    """What is read, without places and without the noun, which is quoted as written."""
    found: Lexed = lex(text, VOCABULARY)
    quantities = [(q.kind, q.value, q.value_max, q.unit, q.comparator, q.role, q.low, q.high) for q in found.quantities]
    return [*quantities, *((m.kind, m.first, m.last) for m in found.mentions)]


@given(SENTENCES, st.sampled_from(SPACES))
@settings(max_examples=20)
def test_spacing_changes_nothing(text: str, space: str) -> None:
    assert told(clean(text.replace(" ", space))) == told(text)
    if len(space) == 1:
        assert told(text.replace(" ", space)) == told(text)


@given(SENTENCES)
@settings(max_examples=20)
def test_composition_and_tone_placement_change_nothing(text: str) -> None:
    assert told(clean(unicodedata.normalize("NFD", text))) == told(text)
    for one_way, other in TONES.items():
        assert told(text.replace(one_way, other)) == told(text)


@given(SENTENCES, st.sets(st.sampled_from(sorted(LOOK_ALIKES))))
@settings(max_examples=20)
def test_look_alikes_change_nothing(text: str, letters: set[str]) -> None:
    assert told(text.translate({ord(letter): LOOK_ALIKES[letter] for letter in letters})) == told(text)


@given(SENTENCES)
@settings(max_examples=20)
def test_fullwidth_digits_change_nothing_and_are_quoted_as_stored(text: str) -> None:
    wide = text.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    assert told(wide) == told(text)
    for quantity in lex(wide, VOCABULARY).quantities:
        quote = wide[quantity.start : quantity.end]
        assert not any(letter in "0123456789" for letter in quote)
        assert unicodedata.normalize("NFKC", quote) == text[quantity.start : quantity.end]


# --------------------------------------------------------------------------------------------------- halves and idioms


@given(
    st.integers(1, 999),
    st.sampled_from(["công", "hộ", "suất", "ha", "tạ", "tấn", "km"]),
    st.sampled_from(["rưỡi", "rưởi"]),
)
def test_a_half_behind_the_unit(whole: int, unit: str, half: str) -> None:
    quantity = one(f"chừng ấy: {whole} {unit} {half} cả thảy")
    assert (quantity.value, quantity.unit) == (whole + 0.5, unit)


def test_every_idiom_of_the_rules_is_read() -> None:
    idioms = VOCABULARY.amounts.idioms
    for phrase in idioms.phrases:
        quantity = one(f"Nay thôn {phrase} như thế")
        assert quantity.value == (idioms.ratios[phrase].times(1) if phrase in idioms.ratios else 0)
