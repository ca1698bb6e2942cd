"""All checks of one page."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from extract.checks.amount_in_words import amount_in_words
from extract.checks.changes.balance_in_words import balances_in_words
from extract.checks.changes.change import changes
from extract.checks.changes.change_percent import change_percents
from extract.checks.changes.fraction_change import fraction_changes
from extract.checks.changes.parallel_changes import parallel_changes
from extract.checks.changes.plan_in_words import plan_in_words
from extract.checks.changes.points import point_changes
from extract.checks.products.averages import averages
from extract.checks.products.count_times_each import KIND as PRODUCT
from extract.checks.products.count_times_each import count_times_each
from extract.checks.products.doubled_multiplier import doubled_multipliers
from extract.checks.products.harvest import harvests
from extract.checks.products.listed_products import listed_products
from extract.checks.products.products_sum import products_sum
from extract.checks.products.sentence_products import sentence_products
from extract.checks.relation import Relation
from extract.checks.relations_once import meant_once, once
from extract.checks.retold import KIND as RETOLD
from extract.checks.retold import retold
from extract.checks.shares.distant_share import distant_shares
from extract.checks.shares.fraction_share import fraction_shares
from extract.checks.shares.rated_share import rated_shares
from extract.checks.shares.respective_share import respective_shares
from extract.checks.shares.share_sums import share_sums
from extract.checks.shares.stated_share import stated_shares
from extract.checks.tables.column_shares import column_shares
from extract.checks.tables.column_sum import column_sums
from extract.checks.tables.one_cell import in_one_cell
from extract.checks.tables.row_balance import row_balances
from extract.checks.tables.row_ratio import row_ratios
from extract.checks.tables.row_sum import row_sums
from extract.checks.tables.table_grid import grids
from extract.checks.terms import terms
from extract.checks.totals.distant_sums import distant_sums
from extract.checks.totals.fraction_rests import fraction_rests
from extract.checks.totals.fraction_sums import fraction_sums, plans_of_sums
from extract.checks.totals.listed_parts import listed_parts, totalled_parts
from extract.checks.totals.listings import listings
from extract.checks.totals.long_lists import long_lists
from extract.checks.totals.overlaps import of_another, without_overlaps
from extract.checks.totals.parallel_lists import parallel_lists
from extract.checks.totals.parts_sum import parts_sum
from extract.checks.totals.ratings_sum import ratings_sum
from extract.checks.totals.rest import rests
from extract.checks.totals.shared_out import shared_out
from extract.checks.totals.sum_lines import sum_lines
from extract.checks.totals.summed_up import summed_up
from extract.checks.totals.sums_behind import sums_behind
from extract.checks.totals.unsaid_sums import unsaid_sums
from extract.identity import row_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from extract.checks.relation_words import RelationWords
    from extract.checks.terms import Term
    from extract.checks.totals.listings import Listing
    from extract.checks.vocabulary import CheckVocabulary
    from extract.facts.page_facts import Drawn
    from extract.model import Check


def check_page(drawn: Drawn, vocabulary: CheckVocabulary) -> tuple[Check, ...]:
    """Every relation found, once, sorted by where it starts, with ids."""
    if not drawn.reading.lexed.quantities:
        return ()
    all_terms = terms(drawn, vocabulary.relations)
    found_lists = listings(drawn, all_terms, vocabulary.parts)
    lists = without_overlaps(found_lists, vocabulary.groupings, drawn.reading)
    plain_shares = in_one_cell(_plain_shares(drawn, vocabulary.relations), drawn.reading, agreeing=True)
    shares = _Shares([*plain_shares], [*rated_shares(drawn)])
    told_already = {check.end for some in shares for check in some if check.outcome != "unchecked"}
    products = _products(drawn, vocabulary, lists)
    sums = _sums(drawn, vocabulary, all_terms, lists, shares)
    found = once(
        [
            *ratings_sum(drawn, vocabulary.relations),
            *products,
            *in_one_cell(_in_words(drawn, vocabulary.relations, told_already), drawn.reading),
            *shares.plain,
            *shares.rated,
            *_of_tables(drawn, vocabulary),
            *(one for one in sums if not _is_priced(one, products)),
            *harvests(drawn),
            *retold(drawn),
            *amount_in_words(drawn, vocabulary.words_end),
            *doubled_multipliers(drawn, vocabulary.multipliers),
        ]
    )
    return _numbered(meant_once(found))


def stated(checks: Iterable[Check]) -> tuple[Check, ...]:
    """Those that say something of a page: not that it tells a number again as it was, which only sums need to know."""
    return tuple(check for check in checks if not (check.kind == RETOLD and _is_told_as_it_was(check)))


def _is_told_as_it_was(check: Check) -> bool:
    return check.outcome == "agrees" and check.left.casefold() == check.right.casefold()


def _plain_shares(drawn: Drawn, words: RelationWords) -> Iterator[Check]:
    """Percentages told of a part and its whole."""
    yield from fraction_shares(drawn, words)
    yield from stated_shares(drawn, words)
    yield from distant_shares(drawn, words)
    yield from respective_shares(drawn, words)


def _in_words(drawn: Drawn, words: RelationWords, told_already: Collection[int]) -> Iterator[Check]:
    """Results beside their plans, and changes."""
    yield from plan_in_words(drawn, words, told_already)
    yield from changes(drawn, words)
    yield from change_percents(drawn, words)
    yield from point_changes(drawn, words)
    yield from fraction_changes(drawn, words)


def _numbered(found: Iterable[Check]) -> tuple[Check, ...]:
    started: Counter[int] = Counter()
    numbered = []
    for check in sorted(found, key=lambda check: (check.start, check.end, check.kind)):
        numbered.append(replace(check, check_id=row_id(check.page_id, "c", check.start, started[check.start])))
        started[check.start] += 1
    return tuple(numbered)


def _products(drawn: Drawn, vocabulary: CheckVocabulary, lists: Sequence[Listing]) -> list[Check]:
    """Numbers times prices or measures, what several of them come to, and averages."""
    products = [*count_times_each(drawn), *listed_products(drawn, lists, vocabulary.sums.totals)]
    products += products_sum(drawn, _agreeing(products))
    multiplied = [*sentence_products(drawn, _agreeing(products), vocabulary.for_each)]
    return [*products, *multiplied, *averages(drawn, vocabulary.averages, multiplied)]


def _of_tables(drawn: Drawn, vocabulary: CheckVocabulary) -> Iterator[Check]:
    """Rows and columns of tables."""
    tables = grids(drawn.reading)
    ratios = [*row_ratios(drawn, tables)]
    yield from (*ratios, *column_shares(drawn, tables, ratios))
    yield from (*row_balances(drawn, tables), *row_sums(drawn, tables))
    yield from column_sums(drawn, tables, vocabulary.rows)


class _Shares(NamedTuple):
    """Percentages that tell what part of a whole something is, and those of levels."""

    plain: list[Check]
    rated: list[Check]


def _sums(
    drawn: Drawn, vocabulary: CheckVocabulary, all_terms: Sequence[Term], lists: Sequence[Listing], shares: _Shares
) -> list[Check]:
    """Wholes and their parts. Each kind looks at what the kinds before it have found; what is left is told last."""
    unrated = [term for term in all_terms if term.level is None]
    made_of = listings(drawn, terms(drawn, vocabulary.relations, "each"), vocabulary.parts)
    sums = [*listed_parts(drawn, lists), *totalled_parts(drawn, unrated, lists, vocabulary.sums.totals)]
    sums += sum_lines(drawn, unrated, vocabulary.sums, sums)
    sums += listed_parts(drawn, [listing for listing in made_of if listing.holds])
    sums += listed_parts(drawn, _of_less(drawn, vocabulary))
    sums += [
        *parts_sum(drawn, vocabulary.groupings),
        *unsaid_sums(drawn, unrated, lists, [*shares.plain, *shares.rated], vocabulary.sums.totals),
        *shared_out(drawn, unrated),
    ]
    sums = of_another(sums)
    sums += parallel_lists(drawn, all_terms, lists, [*sums])
    sums += [*rests(drawn, all_terms, vocabulary.relations, sums)]
    sums += [*fraction_rests(drawn, sums)]
    sums += [*fraction_sums(drawn, sums)]
    sums += [*plans_of_sums(drawn, sums)]
    sums += [*share_sums(drawn, shares.plain, sums)]
    summed = {(check.start, check.end) for check in sums}
    balances = [*balances_in_words(drawn, vocabulary.relations, summed)]
    distant = [*distant_sums(drawn, unrated, sums, balances)]
    sums += [*distant, *parallel_lists(drawn, all_terms, [], distant)]
    sums += [*sums_behind(drawn, unrated, sums)]
    sums += [*long_lists(drawn, unrated, sums)]
    sums += [*summed_up(drawn, unrated, sums, balances)]
    sums += [*parallel_changes(drawn, sums, vocabulary.relations)]
    return [*sums, *(one for one in balances if not _is_told_shorter(one, sums))]


def _of_less(drawn: Drawn, vocabulary: CheckVocabulary) -> list[Listing]:
    """Lists of what something is less by: "giảm 1.265 hộ nghèo (1.238 hộ vượt chuẩn, 27 hộ dời đi)"."""
    some = terms(drawn, vocabulary.relations, less=True)
    if not any(term.is_less for term in some):
        return []
    return [one for one in listings(drawn, some, vocabulary.parts) if one.holds and one.whole.is_less]


def _is_priced(check: Check, products: Iterable[Check]) -> bool:
    """Whether a number and a price between the parts of a sum and its whole come to it: then the parts do by chance.

    "30 suất, 4 triệu đồng; quỹ heo đất 8 triệu đồng; giúp 4 chị, mỗi chị 3 triệu đồng, tổng số tiền 12 triệu đồng".
    """
    if not isinstance(check, Relation) or check.whole is None or not check.parts:
        return False
    whole, last = check.whole, max(check.parts)
    agreeing = (one for one in products if one.kind == PRODUCT and one.outcome == "agrees")
    return any(last < one.start < whole < one.end for one in agreeing)


def _is_told_shorter(balance: Check, sums: Iterable[Check]) -> bool:
    """Whether what is left makes up a total before all that came: "thu 15 tỷ, trong đó ...; chi 14 tỷ, kết dư 1 tỷ"."""
    agreeing = (one for one in sums if one.outcome == "agrees" and one.end == balance.end)
    return any(one.start < balance.start for one in agreeing)


def _agreeing(checks: Iterable[Check]) -> set[tuple[str, float | None]]:
    """The totals that checks agree with."""
    return {(check.right, check.right_low) for check in checks if check.outcome == "agrees"}
