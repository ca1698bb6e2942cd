"""What a format of archive is, and what a file is to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.model import Capture, Reject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

MAX_PAGE_BYTES = 64 * 1024 * 1024
"""More than any page of text; what is larger is refused and not held in memory."""


class Found(NamedTuple):
    """A file that may hold pages."""

    path: Path
    name: str
    """Its path relative to the input, with ``/``: what ``uri`` and ``source`` say."""

    def reject(self, reason: str, message: str, size: int | None = None) -> Reject:
        """The row that says why this file is not read."""
        return Reject(self.name, self.name, reason, message, size)


class Format(NamedTuple):
    """One kind of file: which files are of it, and the pages in them."""

    name: str
    claims: Callable[[str, bytes], bool]
    """Whether a file of this name, beginning with these bytes, is of this format."""
    read: Callable[[Found], Iterator[Capture | Reject]]
    """May raise ``OSError``, which becomes a ``Reject``."""


def whole_file(found: Found, media_type: str) -> Iterator[Capture | Reject]:
    """A file that is one page. The time a file was last changed says nothing of when it was captured, so none is
    given.
    """
    with found.path.open("rb") as stream:
        data = stream.read(MAX_PAGE_BYTES + 1)
    if len(data) > MAX_PAGE_BYTES:
        limit = f"larger than {MAX_PAGE_BYTES // 1024**2} MB, the most one page may have"
        yield found.reject("too_large", limit, found.path.stat().st_size)
    else:
        yield Capture(found.name, found.name, media_type, data)
