"""What rows call the unit of a number where more belongs to it, and what it counts: "45 kg/người", "12 xã, phường".

One that is for each head or year is no plain amount. Of several kinds counted together the first is the unit, all are
the noun.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.lex.units import Units
from extract.text import any_of, fold, whole_word

if TYPE_CHECKING:
    from extract.facts.reading import Reading
    from extract.model import Quantity
    from extract.rulefiles import RuleFiles

_MOST = 3
"""So many kinds may be joined to the first."""
_JOIN = regex.compile(r" ?, ?(?=\p{L})")
_NAME = regex.compile(r"\s\p{Lu}|\s?\d")
"""Behind a kind: it names one, "2 xã, thị trấn Phước An"."""
_FOR_EACH = frozenset({"count", "mass", "volume", "area", "length", "yield"})


@dataclass(frozen=True, slots=True)
class UnitNames:
    """Which kinds may be counted together."""

    units: Units
    themes: dict[str, str]
    """Theme of each kind: people are counted with people."""
    last_join: regex.Pattern[str]
    """Before the last kind, in the group ``word``."""
    by_page: dict[str, tuple[str, regex.Pattern[str], regex.Pattern[str]]]
    """Units of short spellings that may mean another: the other, what a page of it has, and what it lacks."""

    @classmethod
    def load(cls, files: RuleFiles) -> UnitNames:
        """Read ``counted_together``, ``units_by_page`` and the themes of ``counted``."""
        together = files.lists("counted_together", "themes", "never")
        themes: dict[str, str] = {}
        for section in files.sections("counted"):
            for theme, node in section.mapping().items():
                if theme in together["themes"]:
                    themes.update((name, theme) for name in node.texts() if name not in together["never"])
        by_page = {}
        for section in files.sections("units_by_page"):
            for name, node in section.mapping().items():
                node.only("other", "has", "lacks")
                has, lacks = (
                    regex.compile(whole_word(any_of(map(fold, node.need(key).texts())))) for key in ("has", "lacks")
                )
                by_page[name] = (node.need("other").text(), has, lacks)
        last = regex.compile(rf" (?P<word>{files.any_of('and_words')}) (?=\p{{L}})")
        return cls(Units.load(files), themes, last, by_page)

    def of(self, index: int, reading: Reading) -> str | None:
        """The unit of a quantity as its row has it.

        >>> from extract import read_text
        >>> [figure.unit for figure in read_text("12 xã, thị trấn; 45 kg/người/năm").facts.figures]
        ['xã', 'kg/người/năm']
        """
        quantity = reading.lexed.quantities[index]
        if quantity.unit is None or quantity.kind not in _FOR_EACH:
            return quantity.unit
        if quantity.unit in self.by_page:
            other, has, lacks = self.by_page[quantity.unit]
            if lacks.search(reading.folded) is None and has.search(reading.folded) is not None:
                return other
        holder = self._holder(index, reading)
        if holder.per is None:
            return quantity.unit
        beside = reading.folded[holder.end : holder.end + 2].lstrip().startswith("/")
        return (
            f"{quantity.unit}/{holder.per}" if beside or self.units.bases.fullmatch(f"/{holder.per}") else quantity.unit
        )

    def counted(self, index: int, reading: Reading) -> str | None:
        """What a quantity counts: the words behind its unit, or the kinds that it counts together.

        >>> from extract import read_text
        >>> [figure.noun for figure in read_text("12 xã, thị trấn; 20 cán bộ, giáo viên và nhân viên").facts.figures]
        ['xã, thị trấn', 'cán bộ, giáo viên và nhân viên']
        """
        quantity = reading.lexed.quantities[index]
        if quantity.noun is not None or quantity.kind != "count" or quantity.unit not in self.themes:
            return quantity.noun
        holder = self._holder(index, reading)
        return self._joined(quantity.unit, holder.end, reading) if holder.per is None else None

    @staticmethod
    def _holder(index: int, reading: Reading) -> Quantity:
        """The number behind which the unit stands: the second of a fraction, "57/59 ấp"."""
        quantities = reading.lexed.quantities
        quantity, following = quantities[index], quantities[index + 1 : index + 2]
        shared = following and following[0].role in ("whole", "plan") and quantity.role == "value"
        return following[0] if shared and following[0].unit == quantity.unit else quantity

    def _joined(self, unit: str, end: int, reading: Reading) -> str | None:
        """The names of all kinds, ``None`` where there is but one."""
        folded, text = reading.folded, reading.page.text
        theme, names = self.themes[unit], [unit]
        joined = unit
        for _ in range(_MOST):
            join = _JOIN.match(folded, end) or (self.last_join.match(folded, end) if len(names) > 1 else None)
            hit = None if join is None else self.units.at(folded, join.end())
            if join is None or hit is None or self.themes.get(hit.unit.name) != theme or _NAME.match(text, hit.end):
                break
            if hit.unit.name in names:  # "25 hộ, hộ nghèo do thiếu ..." goes on with another of them
                break
            joined += f", {hit.unit.name}" if "," in join[0] else f" {join['word']} {hit.unit.name}"
            names.append(hit.unit.name)
            end = hit.end
        return joined if len(names) > 1 else None
