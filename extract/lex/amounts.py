"""A number with the multipliers and the unit behind it, before anyone asks what stands around: ``11,5 triệu đồng``, ``300m``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.lex.money import Money, undouble
from extract.lex.numbers import DIGITS, Reading, read
from extract.lex.units import WORD, Unit, Units
from extract.lex.words import NumberWords, speak

if TYPE_CHECKING:
    from extract.lex.comparators import Number
    from extract.lex.units import UnitKind

_DIGITS = regex.compile(DIGITS)
# "47, 97ha", "11 ,5 triệu": a decimal comma with a space that slipped in
_BROKEN = regex.compile(r"(?<units>\d{1,3}(?:\.\d{3})*+) ?, ?(?<part>\d{1,2})(?![\d.,/:-]*\d)")
# "1 234 567 đồng", "360. 800.000 đồng": thousands with a space between
_SPACED = regex.compile(r"\d{1,3}(?:(?: |\. ?)\d{3})++(?![\d.,]*\d)")
_BRACKET = regex.compile(rf" ?\( ?(?<words>{WORD}(?: {WORD}){{0,24}}+) ?\)|(?<digits> ?\( ?\d{{1,4}} ?\))")
_WORDS = regex.compile(rf"{WORD}(?: {WORD}){{0,24}}+")
_NEXT = regex.compile(rf" {{1,2}}(?={DIGITS})")
_BARE_END = regex.compile(r"(?!\w)(?! ?[%/]| ?[-–] ?\d)")
_MONEY_BY_ITSELF = 1_000


class Amount(NamedTuple):
    """A number in its unit, with what its print says about precision."""

    start: int
    number_end: int
    end: int
    value: Number
    step: Number
    """Worth of the last printed digit; 0 where the number is exact."""
    scale: int
    """The multipliers behind the number, 1 if none."""
    kind: UnitKind
    unit: Unit | None
    """What is counted or measured, if it is known by the vocabulary or guessed."""
    named: bool
    """Whether the currency or a unit of the vocabulary stands behind the number."""
    spoken: bool
    """Whether the number is written in words."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Reads amounts at given positions of a text."""

    words: NumberWords
    money: Money
    units: Units

    def at(self, text: str, folded: str, start: int) -> Amount | None:
        """The amount whose number begins at ``start``, in digits or in words."""
        match = _DIGITS.match(folded, start)
        if match is None:
            return self._spoken(text, folded, start)
        number_end = match.end()
        written = match[0]
        if folded[number_end : number_end + 1] in {" ", ",", "."} and len(written) <= _LONG:
            repaired = self._repair(folded, start, number_end)
            if repaired is not None:
                written, number_end = repaired
        behind = self._restated_bracket(folded, number_end, written)
        tail = self.money.tail(folded, behind)
        if tail is None:
            return self._plain(text, folded, start, behind, written)
        amount = self._scaled(text, folded, start, behind, written, tail.end, tail.scale, tail.decimals, tail.currency)
        if amount is None or amount.kind != "money":
            return amount
        return self._compound(text, folded, amount)

    def _repair(self, folded: str, start: int, number_end: int) -> tuple[str, int] | None:
        """A number that a space has broken, put together, if what follows confirms it."""
        broken = _BROKEN.match(folded, start)
        if broken is not None and broken.end() > number_end:
            tail = self.money.tail(folded, broken.end())
            hit = self.units.at(folded, broken.end()) if tail is None else None
            glued = (
                hit is not None
                and hit.start == broken.end()
                and hit.unit.kind not in {"count", "percent", "duration", "age"}
            )
            if glued or (tail is not None and tail.scale >= _MONEY_BY_ITSELF):
                return f"{broken['units'].replace('.', '')},{broken['part']}", broken.end()
        spaced = _SPACED.match(folded, start)
        if spaced is not None and spaced.end() > number_end:
            tail = self.money.tail(folded, spaced.end())
            hit = self.units.at(folded, spaced.end()) if tail is None and "." not in spaced[0] else None
            known = hit is not None and hit.unit.kind not in {"duration", "age"}
            if (known or (tail is not None and tail.currency)) and not folded.startswith("0", start):
                return spaced[0].replace(" ", "").replace(".", ""), spaced.end()
        return None

    def _restated_bracket(self, folded: str, number_end: int, written: str) -> int:
        """The end of "03 (ba)", where the bracket says the number again; else ``number_end``."""
        if folded[number_end : number_end + 2].strip()[:1] != "(":
            return number_end
        match = _BRACKET.match(folded, number_end)
        if match is None or match["words"] is None or not written.isdecimal() or len(written) > _LONG:
            return number_end
        words = match["words"].split(" ")
        said = speak(words, self.words)
        return (
            match.end() if said is not None and said.words == len(words) and said.value == int(written) else number_end
        )

    def _plain(self, text: str, folded: str, start: int, number_end: int, written: str) -> Amount | None:
        """A number without multiplier and đồng: a count, a measure, or nothing known."""
        hit = self.units.at(folded, number_end)
        if hit is not None and hit.unit.kind in {"duration", "age"} and _YEAR_BEHIND.match(folded, hit.end):
            hit = None  # "còn 19 năm 2022": the word belongs to what follows
        elif hit is None:
            hit = self.units.guess(text, folded, number_end)
            if hit is not None:
                reading = read(written, whole=True)
                return None if reading is None else _amount(start, number_end, hit.end, reading, hit.unit, named=False)
        reading = read(written, whole=hit is not None and hit.unit.whole)
        if reading is None:
            return None
        if hit is None:
            return _amount(start, number_end, number_end, reading, None, named=False)
        return _amount(start, number_end, hit.end, reading, hit.unit, named=True)

    def _scaled(
        self,
        text: str,
        folded: str,
        start: int,
        number_end: int,
        written: str,
        end: int,
        scale: int,
        decimals: str,
        currency: bool,  # noqa: FBT001 - a plain fact about the tail
    ) -> Amount | None:
        """A number with multipliers, or đồng, or both."""
        reading = read(written, whole=scale == 1)
        if reading is None:
            return None
        if decimals:  # "3tr5"
            if reading.decimals:
                return None
            reading = Reading(int(f"{reading.mantissa}{decimals}"), len(decimals))
        scale = undouble(reading.times(1), scale) if currency else scale
        if not currency:
            hit = self.units.at(folded, end)
            if hit is not None and hit.unit.by_millions:
                value, step = reading.times(scale), reading.step(scale)
                return Amount(
                    start, end, hit.end, value, step, scale, hit.unit.kind, hit.unit, named=True, spoken=False
                )
            if scale < _MONEY_BY_ITSELF:
                value = reading.times(scale)
                return Amount(start, end, end, value, 0, scale, "number", None, named=False, spoken=False)
        value, step = round(reading.times(scale)), round(reading.step(scale)) if scale > 1 else 0
        return Amount(start, end, end, value, step, scale, "money", None, named=currency, spoken=False)

    def _compound(self, text: str, folded: str, amount: Amount) -> Amount:
        """Add what follows a multiplier: "1 tỷ 200 triệu đồng", "3 tỷ 250", "2 triệu rưỡi"."""
        while amount.scale > 1 and not (amount.named and amount.end != amount.number_end):
            half = self.money.half.match(folded, amount.end)
            if half is not None:
                amount = amount._replace(
                    value=amount.value + amount.scale // 2,
                    step=amount.scale // 10,
                    number_end=half.end(),
                    end=half.end(),
                )
                tail = self.money.tail(folded, amount.end)
                if tail is not None and tail.scale == 1 and tail.currency:
                    amount = amount._replace(number_end=tail.end, end=tail.end, named=True)
                return amount
            gap = _NEXT.match(folded, amount.end)
            if gap is None or amount.named:
                return amount
            following = _DIGITS.match(folded, gap.end())
            if following is None or not following[0].isdecimal() or len(following[0]) > 3:
                return amount
            tail = self.money.tail(folded, following.end())
            if tail is not None and 1 < tail.scale < amount.scale and not tail.decimals:
                value = amount.value + int(following[0]) * tail.scale
                amount = amount._replace(
                    value=value,
                    step=tail.scale,
                    scale=tail.scale,
                    number_end=tail.end,
                    end=tail.end,
                    named=tail.currency,
                )
                continue
            bare = (
                tail is None
                and self.units.at(folded, following.end()) is None
                and _BARE_END.match(folded, following.end())
            )
            if bare or (tail is not None and tail.scale == 1 and tail.currency):
                end = following.end() if tail is None else tail.end
                if tail is None and self.units.guess(text, folded, end) is not None:
                    return amount
                step = amount.scale // 10 ** len(following[0])
                value = amount.value + int(following[0]) * step
                return amount._replace(value=value, step=step, number_end=end, end=end, named=tail is not None)
            return amount
        return amount

    def _spoken(self, text: str, folded: str, start: int) -> Amount | None:
        """A number in words, if a unit or đồng behind it makes it safe."""
        match = _WORDS.match(folded, start)
        if match is None:
            return None
        words = match[0].split(" ")
        said = speak(words, self.words)
        if said is None or _is_name(text, match.start(), words):
            return None
        number_end = start + len(" ".join(words[: said.words]))
        bracket = _BRACKET.match(folded, number_end)
        if bracket is not None and bracket["digits"] is not None and int(bracket["digits"].strip(" ()")) == said.value:
            number_end = bracket.end()
        tail = self.money.tail(folded, number_end)
        if tail is not None and tail.currency and not tail.decimals:
            scale = tail.scale
            step = said.step * scale if said.step * scale > 1 else 0
            return Amount(
                start,
                tail.end,
                tail.end,
                said.value * scale,
                step,
                max(scale, said.step),
                "money",
                None,
                named=True,
                spoken=True,
            )
        if said.words == 1 and words[0] not in self.words.alone:
            return None
        hit = self.units.at(folded, number_end)
        if hit is not None and hit.unit.kind not in {"duration", "age"}:
            step = said.step if said.step > 1 else 0
            return Amount(
                start,
                number_end,
                hit.end,
                said.value,
                step,
                said.step,
                hit.unit.kind,
                hit.unit,
                named=True,
                spoken=True,
            )
        if said.step >= _MONEY_BY_ITSELF and said.words > 1 and hit is None:
            return Amount(
                start, number_end, number_end, said.value, said.step, said.step, "money", None, named=False, spoken=True
            )
        return None


_LONG = 24
_YEAR_BEHIND = regex.compile(r" (?:19|20)\d\d(?!\d)| \d{1,2}[/.-]\d")


def _amount(start: int, number_end: int, end: int, reading: Reading, unit: Unit | None, *, named: bool) -> Amount:
    exact = unit is not None and unit.kind == "count" and not reading.decimals
    kind = "number" if unit is None else unit.kind
    step = 0 if exact or unit is None else reading.step(1)
    return Amount(start, number_end, end, reading.times(1), step, 1, kind, unit, named=named, spoken=False)


def _is_name(text: str, start: int, words: list[str]) -> bool:
    """Whether a number in words is part of a name: "Hai Bà Trưng", "Nguyễn Thị Ba"."""
    if not text[start].isupper():
        return False
    before = text[:start].rstrip(" ") if start < 2 else text[max(0, start - 3) : start].rstrip(" ")
    inside = bool(before) and before[-1] not in ".!?:;\n\t-–•+*…\"“('"
    following = start + len(words[0]) + 1
    return inside or (following < len(text) and text[following].isupper())
