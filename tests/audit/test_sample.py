"""Samples: drawn with the chances that the projection relies on, the same for the same seed, told whole by a form."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from handmade_pages import sample_record, write_dataset
from ledger_pages import LedgerPages

from extract.audit.sample import Sample, Wanted, by_dong, draw, evenly
from extract.dataset import Dataset
from extract.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path


CHANCE = random.Random(3)  # noqa: S311 - figures for a test


class Fixed(random.Random):
    """A start that is known."""

    def __init__(self, start: int) -> None:
        super().__init__(0)
        self._start = start

    def randrange(self, *_: object, **__: object) -> int:
        return self._start


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> LedgerPages:
    return LedgerPages.write(tmp_path_factory.mktemp("sample") / "dataset", pages=60)


# ---------------------------------------------------------------------------------------------------- chances of draws


@pytest.mark.parametrize("draws", [1, 3, 8])
def test_each_dong_has_the_same_chance(draws: int) -> None:
    amounts = [3, 1, 40, 7, 2, 25, 11, 11]
    hits = [0] * len(amounts)
    interval, whole, _ = by_dong(amounts, draws, CHANCE)
    for start in range(interval):
        _, again, hit = by_dong(amounts, draws, Fixed(start))
        assert again == whole
        for i in hit:
            hits[i] += 1
    assert hits == [0 if i in whole else amount for i, amount in enumerate(amounts)]


def test_what_is_as_large_as_the_interval_is_taken_whole() -> None:
    # 1.000 in 4 draws: 250 a draw takes the 700; of the rest 100 a draw takes two more, and then 20 the last.
    assert by_dong([700, 150, 130, 20], 4, CHANCE) == (20, [0, 1, 2, 3], [])
    interval, whole, hit = by_dong([700] + [30] * 10, 4, CHANCE)
    assert (interval, whole, len(hit)) == (100, [0], 3)


@pytest.mark.parametrize("amounts", [[], [5], [5, 5], [10**18] * 3])
@pytest.mark.parametrize("draws", [0, 1, 2, 9])
def test_few_amounts_are_no_trouble(amounts: list[int], draws: int) -> None:
    _, whole, hit = by_dong(amounts, draws, CHANCE)
    assert len(whole) + len(hit) <= max(draws, 0)
    assert draws < len(amounts) or len(whole) == len(amounts)


def test_figures_at_even_distances_have_the_same_chance() -> None:
    for size, draws in ((10, 3), (10, 4), (7, 7), (7, 9), (1, 1)):
        times = [0] * size
        for start in range(size):
            chosen = evenly(size, draws, Fixed(start))
            assert len(set(chosen)) == min(size, draws)
            for i in chosen:
                times[i] += 1
        assert set(times) == {min(size, draws)}


# --------------------------------------------------------------------------------------------------------- of a dataset


def test_only_amounts_that_count_are_drawn_by_dong(ledger: LedgerPages) -> None:
    sample = draw(Dataset(ledger.folder), Wanted(by_dong=25, by_figure=0, pages=5))
    assert sample.total_vnd == ledger.counted()[1]
    counted = {known.vnd for known in ledger.truth if known.reason is None}
    assert {int(figure.value) for figure in sample.drawn_figures} <= counted
    assert sum(figure.is_whole or figure.by_dong for figure in sample.drawn_figures) in (24, 25)
    assert len(sample.drawn_pages) == 5


def test_the_same_seed_draws_the_same_and_another_another(ledger: LedgerPages) -> None:
    dataset = Dataset(ledger.folder)
    assert draw(dataset, Wanted(seed=4)) == draw(dataset, Wanted(seed=4))
    assert draw(dataset, Wanted(seed=4)).drawn_pages != draw(dataset, Wanted(seed=5)).drawn_pages


def test_an_indicator_brings_its_members_alone(ledger: LedgerPages) -> None:
    sample = draw(Dataset(ledger.folder), Wanted(indicators=("house",)))
    assert {figure.indicator for figure in sample.drawn_figures} == {"house.built", "house.repaired"}


def test_figures_are_drawn_from_the_rules_asked_for_and_repeats_are_not(tmp_path: Path) -> None:
    first, second = sample_record("http://a.vn/1"), sample_record("http://a.vn/2")
    second = replace(second, duplicate_of=first.page.page_id, duplicate_kind="copy")
    dataset = Dataset(write_dataset(tmp_path / "dataset", first, second))
    sample = draw(dataset, Wanted(by_dong=0, by_figure=9, pages=9, rules=("scholarship.award",)))
    assert [(s.indicator, s.rule_id, s.figures) for s in sample.strata] == [("scholarship", "scholarship.award", 3)]
    assert {figure.page_id for figure in sample.drawn_figures} == {first.page.page_id}
    assert [(page.page_id, page.figures) for page in sample.drawn_pages] == [(first.page.page_id, 8)]
    assert draw(dataset, Wanted(rules=("no.such",), by_dong=0)).drawn_figures == ()


def test_a_form_holds_all_of_it(ledger: LedgerPages) -> None:
    sample = draw(Dataset(ledger.folder), Wanted())
    assert Sample.from_json(json.loads(json.dumps(sample.as_json()))) == sample


@pytest.mark.parametrize("told", [None, {}, {"seed": 1}, [], "x"])
def test_a_damaged_sample_is_refused(told: object) -> None:
    with pytest.raises(InputError, match="damaged"):
        Sample.from_json(told)
