"""Archives into pieces: what one process can read only from the beginning, for many to clean."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from extract.model import Capture
from extract.sources import Span, captures_in
from extract.units.keys import of_captures
from extract.units.orders import Done
from extract.units.packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from extract.engines import Failure, Watch
    from extract.model import Reject
    from extract.sources import SourceOptions
    from extract.units.orders import Cut
    from extract.units.store import Store
    from extract.units.work import Work

PIECE_PAGES = 128
PIECE_BYTES = 4 << 20
"""A piece has so many pages, or so many bytes: some seconds of work, to be lost by a kill, and little to hold."""

_PIECES = "pieces"
_EDGES = "edges"


def pieces_of(store: Store, key: str) -> tuple[str, ...]:
    """The keys of the pieces of an archive that was cut."""
    with store.open("cut", key) as finished:
        return cast("tuple[str, ...]", unpack(finished.part(_PIECES)))


def edges_of(store: Store, key: str) -> tuple[int | None, int | None]:
    """Of some bytes of an archive that were cut: ``Span.first`` and ``Span.beyond``."""
    with store.open("cut", key) as finished:
        return cast("tuple[int | None, int | None]", unpack(finished.part(_EDGES)))


def is_cut(store: Store, key: str) -> bool:
    """Whether an archive was cut and all of it is there: each piece cleaned, or waiting to be."""
    return store.find("cut", key) is not None and all(
        store.find("cleaned", piece) is not None or store.find("captures", piece) is not None
        for piece in pieces_of(store, key)
    )


def cut(order: Cut, store: Store, work: Work, watch: Watch) -> Done:
    """Pieces of the archive, each known by what is in it: those that are cleaned already are not kept again."""
    keys = []
    failed: list[Failure] = []
    span = None if order.range is None else Span(order.range)
    for piece in _pieces(_watched(order, work.options, watch, failed, span)):
        key = of_captures(piece)
        keys.append(key)
        if store.find("cleaned", key) is None:
            store.keep("captures", key, {}, {"captures": pack(piece)})
    watch.rest()
    done = Done(order.key, limits=repr(work.limits) if failed else "")
    edges = (None, None) if span is None else (span.first, span.beyond)
    store.keep("cut", order.key, done._asdict(), {_PIECES: pack(tuple(keys)), _EDGES: pack(edges)})
    return done


def _pieces(items: Iterator[Capture | Reject]) -> Iterator[tuple[Capture | Reject, ...]]:
    piece: list[Capture | Reject] = []
    size = 0
    for item in items:
        piece.append(item)
        size += len(item.data) if isinstance(item, Capture) else 0
        if len(piece) == PIECE_PAGES or size >= PIECE_BYTES:
            yield tuple(piece)
            piece, size = [], 0
    if piece:
        yield tuple(piece)


def _watched(
    order: Cut, options: SourceOptions, watch: Watch, failed: list[Failure], span: Span | None
) -> Iterator[Capture | Reject]:
    """What is in the archive. Where it makes whoever reads it fail, it ends."""
    items = captures_in(order.file, options, span)
    number = 0
    while True:
        failure = watch.begin(number)
        number += 1
        if failure is not None and failure.unreachable:
            failed.append(failure)
            yield order.file.found().reject(failure.reason, failure.message)
            return
        item = next(items, None)
        if item is None:
            return
        yield item
