"""All facts of one page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.facts.amounts import read_amounts
from extract.facts.award_parts import without_awarded
from extract.facts.award_titles import move_amounts, told_again
from extract.facts.compositions import settle_compositions
from extract.facts.context import context
from extract.facts.doings import Ties, doings_of
from extract.facts.estimates import Estimating, estimating, settle_estimates
from extract.facts.event.day import event_day
from extract.facts.figures import Owner, figures, money, owners
from extract.facts.implied import Ground, with_implied
from extract.facts.list_words import ListWords
from extract.facts.listed import listed
from extract.facts.listed_people import with_listed_people
from extract.facts.named_in_turn import named_in_turn
from extract.facts.parts import mark_parts
from extract.facts.place.places import PlaceVocabulary
from extract.facts.plans import PlanVocabulary, settle_fractions
from extract.facts.rates import RateWords, rates
from extract.facts.ratings.levels import Names
from extract.facts.ratings.read import read_ratings
from extract.facts.reading import ReadingWords, read, with_told_times
from extract.facts.scholarships import INDICATOR, awards, scholarships, without_recipients
from extract.facts.statements import statement_ids, statements
from extract.facts.table_cells import TotalRows, table_cells
from extract.facts.ties.left import tie_left
from extract.facts.ties.tie import tie
from extract.facts.unit.labels import Understood
from extract.facts.unit.left_out import UnitsLeftOut
from extract.facts.unit.names import UnitNames
from extract.facts.wording import Wording
from extract.model import Facts
from extract.text import fold_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from extract.codes import Scope
    from extract.facts.amounts import Amounts
    from extract.facts.ratings.read import Rated
    from extract.facts.reading import Reading
    from extract.match.engine import Engine, Match
    from extract.match.rules import RuleSet
    from extract.model import Lexed, Page
    from extract.rulefiles import RuleFiles

RATING = "rating"
"""Indicator of the figures that rate groups."""


@dataclass(frozen=True, slots=True)
class FactVocabulary:
    """What the fact makers know beside the rules."""

    places: PlaceVocabulary
    plans: PlanVocabulary
    estimating: Estimating
    wording: Wording
    units_left_out: UnitsLeftOut
    names: Names
    reading: ReadingWords
    rates: RateWords
    total_rows: TotalRows
    lists: ListWords
    unit_names: UnitNames

    @classmethod
    def load(cls, files: RuleFiles, rules: RuleSet) -> FactVocabulary:
        """Read the sections that facts need, and lay out the names of groups and levels."""
        return cls(
            places=PlaceVocabulary.load(files),
            plans=PlanVocabulary.load(files),
            estimating=estimating(files),
            wording=Wording.load(files),
            units_left_out=UnitsLeftOut.load(files),
            names=Names(rules),
            reading=ReadingWords.load(files, rules),
            rates=RateWords.load(files),
            total_rows=TotalRows.load(files),
            lists=ListWords.load(files),
            unit_names=UnitNames.load(files),
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """The facts of a page together with how they came about, for ``baocao explain``."""

    reading: Reading
    ties: Ties
    rated: tuple[Rated, ...]
    facts: Facts


def _known(ties: Ties, rated: Collection[int]) -> set[int]:
    """The quantities that something is known of."""
    return {
        *rated,
        *(index for doing in ties.doings for index in doing.quantities),
        *(bundle.total for bundle in ties.bundles),
    }


def _without_prices(matches: Iterable[Match], scope: Mapping[int, Scope]) -> list[Match]:
    """Without those that take the price of one thing for a total: "Quỹ nâng mức lên 700.000 đồng/suất"."""
    return [
        match
        for match in matches
        if (slot := match.slots.get("total")) is None or slot.quantity is None or scope.get(slot.quantity) != "each"
    ]


def _with_rest(ties: Ties, rated: Collection[int], ground: Ground, engine: Engine, totals: TotalRows) -> Ties:
    """All things, with those that numbers tell of which the first rules and their amounts have left."""
    rest = _without_prices(engine.rest(ground.reading.matches, _known(ties, rated)), ground.amounts.scope)
    later = doings_of(rest, ground.amounts)
    ties = with_implied(ties, later)
    ties = with_implied(ties, table_cells(ground, engine, _known(ties, rated), ties.doings, totals))
    tie_left(later, _known(ties, rated), ground)
    more = listed(ties, _known(ties, rated), ground)
    ties = with_implied(ties, more)
    tie_left(more, _known(ties, rated), ground)
    return ties


def _tied(
    reading: Reading, amounts: Amounts, rated: AbstractSet[int], engine: Engine, vocabulary: FactVocabulary
) -> Ties:
    """All things that a page tells of, with the amounts that belong to them."""
    wording, openers = vocabulary.wording, reading.matches.parts
    matches = [match for match in reading.matches.rules if not rated & {*match.quantities}]
    matches = with_listed_people(matches, INDICATOR, reading, wording)
    doings = doings_of(without_recipients(matches, reading, wording), amounts)
    mark_parts(doings, openers, reading, wording)
    ties = tie(doings, amounts, openers, reading, wording)
    settle_compositions(amounts.scope, reading)
    ground = Ground(reading, amounts, wording, vocabulary.lists)
    ties = _with_rest(ties, rated, ground, engine, vocabulary.total_rows)
    return named_in_turn(ties, rated, ground, engine)


def _understood(reading: Reading, rated: Iterable[Rated], known: UnitsLeftOut) -> dict[int, Understood]:
    """What bare numbers count that leave it out: those that rate, what they rate."""
    by_label = known.of_rows(reading)
    units = {
        index: by_label.get(index) or known.classifier(item.unit)
        for item in rated
        if item.unit is not None
        for index in item.quantities
    }
    return known.of(reading, units) | {index: Understood("count", unit) for index, unit in units.items()}


def draw(page: Page, lexed: Lexed, engine: Engine, vocabulary: FactVocabulary) -> Drawn:
    """Match, tie and lay out the rows of one page."""
    folded = fold_page(page.text)
    settled = settle_fractions(lexed, folded, vocabulary.plans)
    reading = read(page, folded, settled, engine, vocabulary.reading)
    day = event_day(reading, vocabulary.reading.events)
    reading = with_told_times(reading, day, vocabulary.reading)
    rated = without_awarded(read_ratings(reading, vocabulary.names), reading)
    rating = {index: Owner(RATING, None, item.row.rule_id) for item in rated for index in item.quantities}
    amounts = read_amounts(reading, vocabulary.wording)
    ties = _tied(reading, amounts, rating.keys(), engine, vocabulary)
    again = told_again(awards(ties), reading)
    move_amounts(again)
    ids = statement_ids(ties, reading)
    owned = owners(ties, ids, engine.rules.indicators)
    owned |= rating
    owned |= rates(reading, owned, vocabulary.rates, amounts.scope)
    told = replace(reading, lexed=settle_estimates(settled, folded, vocabulary.estimating))
    understood = _understood(reading, rated, vocabulary.units_left_out)
    rows = figures(told, amounts.scope, owned, understood, vocabulary.unit_names)
    facts = Facts(
        context=context(reading, vocabulary.places, day),
        figures=rows,
        money=money(rows, told),
        scholarships=scholarships(ties, reading, owned, again),
        ratings=tuple(item.row for item in rated),
        statements=statements(ties, ids, reading),
    )
    return Drawn(reading, ties, rated, facts)
