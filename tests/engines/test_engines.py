"""Engines: every order is done once, and an item that makes a worker hang or die costs itself."""

from __future__ import annotations

from itertools import count, islice
from typing import TYPE_CHECKING

import faulty_work
import pytest

from extract.engines import Limits, Pool, Serial
from extract.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extract.engines import Engine


@pytest.fixture(params=[0, 1, 2])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    made: Engine = Serial() if request.param == 0 else Pool(request.param)
    with made as running:
        yield running


def test_every_order_is_done_once(engine: Engine) -> None:
    orders = [(f"trang {number}",) for number in range(100)]
    expected = [[f"trang {number}: read"] for number in range(100)]
    assert sorted(engine.results(faulty_work.prepare, orders)) == sorted(expected)
    assert list(engine.results(faulty_work.prepare, orders[:1])) == expected[:1]


def test_no_more_orders_are_asked_for_than_can_be_worked_on(engine: Engine) -> None:
    asked = count()
    orders = ((f"trang {next(asked)}",) for _ in range(1_000_000))
    assert len(list(islice(engine.results(faulty_work.prepare, orders), 50))) == 50
    assert next(asked) < 60


def test_what_the_work_raises_is_raised(engine: Engine) -> None:
    with pytest.raises(ValueError, match="học bổng"):
        list(engine.results(faulty_work.prepare, [("fail",)]))


def test_orders_that_cannot_be_made_are_an_error(engine: Engine) -> None:
    def orders() -> Iterator[faulty_work.Order]:
        yield ("trang",)
        raise OSError("no list of pages")

    with pytest.raises(OSError, match="no list of pages"):
        list(engine.results(faulty_work.prepare, orders()))


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("hang", "timeout"),
        ("sleep", "timeout"),
        ("exit", "crash"),
        ("crash", "crash"),
        ("@crash", "crash, unreachable"),
        ("@hang", "timeout, unreachable"),
    ],
)
def test_an_item_that_makes_a_worker_fail_costs_itself(word: str, reason: str) -> None:
    with Pool(1, Limits(0.2)) as engine:
        (told,) = engine.results(faulty_work.prepare, [("một", word, "hai")])
    assert told == ["một: read", f"{word.strip('@')}: {reason}", "hai: read"]


def test_an_item_that_needs_too_much_memory_costs_itself() -> None:
    with Pool(1, Limits(None, 200 << 20)) as engine:
        (told,) = engine.results(faulty_work.prepare, [("một", "hold", "hai")])
    assert told == ["một: read", "hold: memory", "hai: read"]


def test_several_bad_items_of_one_order(tmp_path: Path) -> None:
    killed = f"once={tmp_path / 'killed'}"
    order = ("crash", "một", "exit", killed, "hang", "crash")
    with Pool(2, Limits(0.2)) as engine:
        (told,) = engine.results(faulty_work.prepare, [order])
    assert told == ["crash: crash", "một: read", "exit: crash", f"{killed}: read", "hang: timeout", "crash: crash"]


def test_a_worker_that_somebody_kills_costs_nothing(tmp_path: Path) -> None:
    orders = [(f"once={tmp_path / str(number)}",) for number in range(4)]
    with Pool(2) as engine:
        told = list(engine.results(faulty_work.prepare, orders))
    assert sorted(told) == sorted([f"{word}: read"] for (word,) in orders)


def test_what_a_worker_prints_is_no_result(capfd: pytest.CaptureFixture[str]) -> None:
    with Pool(1) as engine:
        assert list(engine.results(faulty_work.prepare, [("print",)])) == [["print: read"]]
    assert "no result" in capfd.readouterr().err


def test_workers_that_cannot_work_are_an_error() -> None:
    with Pool(1) as engine, pytest.raises(EngineError, match=r"died 3 times.*exit code 3"):
        list(engine.results(faulty_work.never_ready, [("một",)]))


def test_work_is_stopped_when_nobody_waits_for_it() -> None:
    with Pool(2) as engine:
        results = engine.results(faulty_work.prepare, [("một",), ("sleep",), ("sleep",)])
        assert next(results) == ["một: read"]
