"""The first pass: pages of one unit, each cleaned as far as that goes by looking at it alone."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from extract.dedup.site import sightings
from extract.model import Capture, Page, Reject
from extract.pipeline import clean_capture, encodable
from extract.sources import File, captures_in
from extract.units.orders import Done
from extract.units.packed import pack, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from extract.engines import Failure, Watch
    from extract.pipeline import Knowledge
    from extract.sources import SourceOptions
    from extract.units.orders import Clean
    from extract.units.store import Finished, Store
    from extract.units.work import Work

ID_BYTES = 10
"""Of the id of a page."""


def clean(order: Clean, store: Store, work: Work, knowledge: Knowledge, watch: Watch) -> Done:
    """Pages cleaned, their ids, and the lines that they have."""
    captures = (
        _in_files(order.files, work.options, watch) if order.files is not None else _in_piece(order, store, watch)
    )
    items = []
    failed = False
    for item, failure in captures:
        items.append(_cleaned(item, failure, knowledge))
        failed |= failure is not None
    watch.rest()
    pages = [item for item in items if isinstance(item, Page)]
    packed = pack(items)
    done = Done(
        order.key,
        pages=len(pages),
        rejects=len(items) - len(pages),
        digest=sha256(packed).hexdigest(),
        limits=repr(work.limits) if failed else "",
    )
    parts = {
        "pages": packed,
        "ids": b"".join(bytes.fromhex(page.page_id) for page in pages),
        "lines": b"".join(sorted({sighting for page in pages for sighting in sightings(page)})),
    }
    store.keep("cleaned", order.key, done._asdict(), parts)
    return done


def cleaned_items(finished: Finished) -> Sequence[Page | Reject]:
    """Pages and rejects of a cleaned unit."""
    return cast("Sequence[Page | Reject]", unpack(finished.part("pages")))


def pieces(content: bytes, size: int) -> Iterator[bytes]:
    """Bytes in pieces of ``size``.

    >>> list(pieces(b"abcdef", 2))
    [b'ab', b'cd', b'ef']
    """
    return (content[start : start + size] for start in range(0, len(content), size))


Watched = tuple[Capture | Reject, "Failure | None"]


def _in_piece(order: Clean, store: Store, watch: Watch) -> Iterator[Watched]:
    with store.open("captures", order.key) as finished:
        captures = cast("Sequence[Capture | Reject]", unpack(finished.part("captures")))
    for number, item in enumerate(captures):
        yield item, watch.begin(number)


def _in_files(files: Iterable[File | Reject], options: SourceOptions, watch: Watch) -> Iterator[Watched]:
    number = 0
    for file in files:
        if isinstance(file, Reject):
            yield file, None
            continue
        items = captures_in(file, options)
        while True:
            failure = watch.begin(number)
            number += 1
            if failure is not None and failure.unreachable:
                yield file.found().reject(failure.reason, failure.message), failure
                break
            item = next(items, None)
            if item is None:
                break
            yield item, failure


def _cleaned(item: Capture | Reject, failure: Failure | None, knowledge: Knowledge) -> Page | Reject:
    if isinstance(item, Reject):
        uri = None if item.uri is None else encodable(item.uri)
        return item._replace(source=encodable(item.source), uri=uri, message=encodable(item.message))
    capture = replace(item, uri=encodable(item.uri), source=encodable(item.source))
    if failure is not None:
        return Reject(capture.source, capture.uri, failure.reason, failure.message, len(capture.data))
    return clean_capture(capture, knowledge)
