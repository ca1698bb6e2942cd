"""Archives into captures: the bytes of each page, with its address or path and where they lie.

Files and folders of HTML and plain text. A new format is one file beside these and one entry of ``FORMATS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import InputError
from extract.sources import html, text
from extract.sources.folder import files_below
from extract.sources.format import Format, Found
from extract.sources.sniff import head_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from extract.model import Capture, Reject

__all__ = ["FORMATS", "Format", "Found", "captures", "format_of"]

FORMATS: tuple[Format, ...] = (html.FORMAT, text.FORMAT)
"""Asked in this order; the first that claims a file reads it."""


def captures(inputs: Sequence[Path]) -> Iterator[Capture | Reject]:
    """Every page below ``inputs``, in the order given and by name within a folder; what cannot be read, as a
    ``Reject``.

    A file reached twice (given twice, or through a link) is read once. Hidden files and folders are skipped.

    Raises ``InputError`` before anything is read, for an input that is missing and for a folder without any page.
    What turns
    bad later, one file at a time, is a ``Reject`` and never ends the run.
    """
    for given in inputs:
        if not given.exists():
            raise InputError(f"{given}: no such file or folder; check the path")
        if given.is_dir() and not _holds_a_page(given):
            names = ", ".join(one.name for one in FORMATS)
            raise InputError(f"{given}: no page in this folder; it should hold files of these kinds: {names}")
    return _read_all(inputs)


def format_of(found: Found) -> Format | None:
    """The format that reads a file, ``None`` if none does. Raises ``OSError`` where the file cannot be opened."""
    head = head_of(found.path)
    return next((one for one in FORMATS if one.claims(found.path.name, head)), None)


def _read_all(inputs: Sequence[Path]) -> Iterator[Capture | Reject]:
    seen: set[Path] = set()
    for given in inputs:
        for found in files_below(given):
            if isinstance(found, Found):
                real = found.path.resolve()
                if real in seen:
                    continue
                seen.add(real)
                yield from _read(found)
            else:
                yield found


def _read(found: Found) -> Iterator[Capture | Reject]:
    if not found.path.is_file():
        yield found.reject("unreadable", "not a file: a broken link, a socket or a device")
        return
    try:
        size = found.path.stat().st_size
        if size == 0:
            yield found.reject("empty", "the file has no bytes", 0)
            return
        one = format_of(found)
        if one is None:
            yield found.reject("unsupported", "neither HTML nor plain text", size)
        else:
            yield from one.read(found)
    except OSError as error:
        yield found.reject("unreadable", error.strerror or str(error))


def _holds_a_page(folder: Path) -> bool:
    for found in files_below(folder):
        if isinstance(found, Found) and found.path.is_file():
            try:
                if found.path.stat().st_size and format_of(found) is not None:
                    return True
            except OSError:
                continue
    return False
