"""``baocao rules gaps``: the figures no rule knows, grouped by what stands around them. The work list of a rule author.

Each figure has a neighbourhood: up to two words on either side, in its clause. Figures are put together under the part
of it that says most about most of them: "giảm ① hộ nghèo" is a group of its own only where it is usual enough.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from math import log2
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.authoring.slots import slot
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.codes import Kind
    from extract.dataset import PageRows
    from extract.model import Figure

_WORDS = 2
_LOOKED_AT = 60
"""Characters on either side in which these words are looked for."""
_SHOWN = 60
_TOKEN = regex.compile(r"[^\W\d_]++|\S")
"""A word of letters; anything else (a digit, a comma, a bracket) ends a neighbourhood."""
_LINE = regex.compile(r"[^\n\t]*+")
_QUOTES = frozenset("\"'")


class Neighbourhood(NamedTuple):
    """What a figure is, and the words around it, folded."""

    kind: Kind
    unit: str | None
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def phrase(self) -> str:
        """A phrase that finds it: what a rule may begin with."""
        return " ".join((*self.before, slot(self.kind, self.unit), *self.after))

    def wider(self) -> Iterator[Neighbourhood]:
        """Itself, and every neighbourhood with fewer words around, down to none."""
        for left, right in product(range(len(self.before) + 1), range(len(self.after) + 1)):
            yield self._replace(before=self.before[left:], after=self.after[: len(self.after) - right])


class Sample(NamedTuple):
    """One figure of a group, with the text around it."""

    uri: str
    figure_id: str
    before: str
    quote: str
    after: str


class Gap(NamedTuple):
    """Figures that no rule knows and that stand in the same words."""

    around: Neighbourhood
    figures: int
    samples: tuple[Sample, ...]


@dataclass(slots=True)
class _Seen:
    figures: int = 0
    samples: list[Sample] = field(default_factory=list)


def find_gaps(pages: Iterable[PageRows], samples: int = 3) -> list[Gap]:
    """The figures without an indicator, in groups, the largest first; at most ``samples`` of each.

    Pages that repeat another one are passed over, and so are the second numbers of fractions. What grows with the
    dataset is the number of different neighbourhoods.
    """
    seen: dict[Neighbourhood, _Seen] = {}
    for rows in pages:
        if rows.entry.is_repeat:
            continue
        folded = fold(rows.entry.text)
        for figure in rows.figures:
            if figure.indicator is None and figure.role == "value":
                here = seen.setdefault(neighbourhood(folded, figure), _Seen())
                here.figures += 1
                if len(here.samples) < samples:
                    here.samples.append(_sample(rows, figure))
    return _grouped(seen, samples)


def neighbourhood(folded: str, figure: Figure) -> Neighbourhood:
    """The words around a figure of a folded text, as far as its clause or cell goes."""
    line_start = max(folded.rfind("\n", 0, figure.start), folded.rfind("\t", 0, figure.start)) + 1
    before = _words(folded[max(line_start, figure.start - _LOOKED_AT) : figure.start], backwards=True)
    line = _LINE.match(folded, figure.end, figure.end + _LOOKED_AT)
    after = _words(line[0] if line else "", backwards=False)
    return Neighbourhood(figure.kind, figure.unit, before, after)


def _words(text: str, *, backwards: bool) -> tuple[str, ...]:
    tokens = [token for token in _TOKEN.findall(text) if token not in _QUOTES]
    if backwards:
        tokens.reverse()
    words: list[str] = []
    for token in tokens[:_WORDS]:
        if not token[0].isalpha():
            break
        words.append(token)
    return tuple(reversed(words)) if backwards else tuple(words)


def _grouped(seen: dict[Neighbourhood, _Seen], samples: int) -> list[Gap]:
    counts: Counter[Neighbourhood] = Counter()
    for around, here in seen.items():
        for wider in around.wider():
            counts[wider] += here.figures
    groups: dict[Neighbourhood, _Seen] = {}
    for around, here in seen.items():
        group = groups.setdefault(max(around.wider(), key=lambda wider: _weight(wider, counts[wider])), _Seen())
        group.figures += here.figures
        group.samples += here.samples[: samples - len(group.samples)]
    gaps = [Gap(around, group.figures, tuple(group.samples)) for around, group in groups.items()]
    return sorted(gaps, key=lambda gap: (-gap.figures, gap.around.phrase, gap.around.kind))


def _weight(around: Neighbourhood, figures: int) -> tuple[float, int]:
    """Each word more may cost figures, but not most of them; words behind a number tell more than those before."""
    words = len(around.before) + len(around.after)
    return (1 + words) * log2(figures), len(around.after)


def _sample(rows: PageRows, figure: Figure) -> Sample:
    text = rows.entry.text
    before = text[max(0, figure.start - _SHOWN) : figure.start].rpartition("\n")[2]
    after = text[figure.end : figure.end + _SHOWN].partition("\n")[0]
    return Sample(rows.entry.uri, figure.figure_id, before, figure.quote, after)


def gap_lines(gaps: list[Gap], most: int) -> Iterator[str]:
    """What the command prints: each group with its phrase and samples, then how much is left."""
    for gap in gaps[:most]:
        yield f"{gap.figures:>7}  {gap.around.phrase}"
        for sample in gap.samples:
            yield f"         {sample.before}[{sample.quote}]{sample.after}".replace("\t", " ⇥ ")
            yield f"             {sample.uri}  {sample.figure_id}"
    figures, told = (sum(gap.figures for gap in some) for some in (gaps, gaps[:most]))
    shown = min(most, len(gaps))
    yield f"{figures} figures without an indicator in {len(gaps)} groups; {told} of them in the {shown} shown"
