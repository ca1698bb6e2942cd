"""Archives into captures: the bytes of each page, with its address or path and where they lie.

A new format is one file beside these and one entry of ``FORMATS``.
"""

from __future__ import annotations

import os
from contextlib import closing
from hashlib import blake2b
from itertools import permutations
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from extract import remote
from extract.errors import InputError
from extract.model import Reject
from extract.occurrences import Occurrences
from extract.remote import Remote
from extract.sources import (
    compressed,
    csv_table,
    html,
    jsonl,
    mhtml,
    parquet,
    tar_archive,
    text,
    wacz,
    warc,
    zip_archive,
)
from extract.sources.folder import STANDARD_INPUT, File, files_below, size_of
from extract.sources.format import DamageError, Format, Found, Range, SourceOptions, Span
from extract.sources.sniff import HEAD_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.model import Capture

__all__ = [
    "FORMATS",
    "STANDARD_INPUT",
    "File",
    "Format",
    "Found",
    "Input",
    "Range",
    "SourceOptions",
    "Span",
    "captures",
    "captures_in",
    "files",
    "format_of",
    "is_one_page",
    "is_split",
    "refuse_unusable",
    "size_of",
]

Input = Path | Remote
"""A file or folder that was given to be read; ``STANDARD_INPUT`` too."""

FORMATS: tuple[Format, ...] = (
    wacz.FORMAT,
    zip_archive.FORMAT,
    warc.FORMAT,
    compressed.FORMAT,
    tar_archive.FORMAT,
    parquet.FORMAT,
    jsonl.FORMAT,
    csv_table.FORMAT,
    mhtml.FORMAT,
    html.FORMAT,
    text.FORMAT,
)
"""Asked in this order; the first that claims a file reads it."""

_CORPORA = (parquet.FORMAT, jsonl.FORMAT, csv_table.FORMAT)
_PAGES = (mhtml.FORMAT, html.FORMAT, text.FORMAT)
_MOST_NESTED = 5
"""Archives in archives: a packed tar in a zip is three deep."""


def captures(inputs: Sequence[Input], options: SourceOptions | None = None) -> Iterator[Capture | Reject]:
    """Every page below ``inputs``, in the order given and by name within a folder; what cannot be read, as a
    ``Reject``. ``-`` is standard input.

    A file reached twice (given twice, or through a link) is read once. Hidden files and folders are skipped.

    Raises ``InputError`` before anything is read, for an input that is missing, for a folder without any page, and for
    a corpus without a column of pages. What turns bad later, one file at a time, is a ``Reject`` and never ends the
    run.
    """
    options = options or SourceOptions()
    refuse_unusable(inputs, options)
    return _read_all(inputs, options)


def refuse_unusable(inputs: Sequence[Input], options: SourceOptions) -> None:
    """What ``captures`` refuses before anything is read, as an ``InputError``."""
    for given in inputs:
        if given == STANDARD_INPUT:
            continue
        is_folder = _is_folder(given)
        if is_folder is None:
            raise InputError(f"{given}: no such file or folder; check the path")
        if not is_folder:
            _check_columns(given, options)
        elif not _holds_a_page(given):
            names = ", ".join(one.name for one in FORMATS)
            raise InputError(f"{given}: no page in this folder; it should hold files of these kinds: {names}")


def _is_folder(given: Input) -> bool | None:
    """``None``: there is nothing."""
    if isinstance(given, Remote):
        found = remote.look(given)
        return None if found is None else found.folder
    return given.is_dir() if given.exists() else None


def files(inputs: Sequence[Input]) -> Iterator[File | Reject]:
    """The files that ``captures`` reads, in its order, each once, and the folders that may not be listed."""
    met = Occurrences()
    real_inputs = [where(given) for given in inputs]
    twice = any(one.is_relative_to(other) for one, other in permutations(real_inputs, 2))
    for given in inputs:
        for file in files_below(given):
            if isinstance(file, File):
                real = str(where(file.path))
                twice = twice or _is_linked(file.path, real)
                # Only then can a file be met twice, so that no other is taken for one met before by chance.
                if met.before(blake2b(os.fsencode(real), digest_size=8).hexdigest()) and twice:
                    continue
            yield file


def where(given: Input) -> PurePosixPath:
    """Where an input really lies, links followed: inside another one if this path is."""
    return PurePosixPath(str(given)) if isinstance(given, Remote) else PurePosixPath(os.path.realpath(given))


def _is_linked(path: Input, real: str) -> bool:
    return isinstance(path, Path) and real != os.path.abspath(path)  # noqa: PTH100 - links are what this is about


def captures_in(file: File, options: SourceOptions, span: Span | None = None) -> Iterator[Capture | Reject]:
    """The pages of one of those files; ``span``: of a file that ``is_split``, those in some of its bytes."""
    return _read(file.found()._replace(span=span), options, 0)


def is_split(file: File) -> bool:
    """Whether a file is of a format of which some bytes can be read alone, by what it begins with."""
    found = _format_on_disk(file.found())
    return found is not None and found.is_split


def is_one_page(file: File) -> bool:
    """Whether a file is of a format with one page in a file, by what it begins with."""
    return _format_on_disk(file.found()) in _PAGES


def format_of(name: str, head: bytes) -> Format | None:
    """The format that reads a file of this name that begins with these bytes, ``None`` if none does."""
    return next((one for one in FORMATS if one.claims(name, head)), None)


def _read_all(inputs: Sequence[Input], options: SourceOptions) -> Iterator[Capture | Reject]:
    for file in files(inputs):
        if isinstance(file, File):
            yield from captures_in(file, options)
        else:
            yield file


def _read(found: Found, options: SourceOptions, depth: int) -> Iterator[Capture | Reject]:
    try:
        with closing(found.open()) as stream:
            head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
            if not head:
                yield found.reject("empty", "the file has no bytes", 0)
                return
            one = format_of(found.name, head)
            if one is None:
                yield found.reject("unsupported", "none of the formats that are read", found.size)
                return
            item = None
            for item in one.read(found, stream, options):
                if not isinstance(item, Found):
                    yield item
                elif depth == _MOST_NESTED:
                    yield item.reject("nested", f"more than {_MOST_NESTED} archives, one in the other", item.size)
                else:
                    yield from _read(item, options, depth + 1)
            if item is None and found.span is None:
                yield found.reject("empty", f"{one.name} without a page", found.size)
    except InputError:  # the way to a file, not what is in it
        raise
    except Exception as error:  # noqa: BLE001 - whatever an archive does to a library costs that archive alone
        yield _refused(found, error)


def _refused(found: Found, error: Exception) -> Reject:
    match error:
        case DamageError():
            return found.reject(error.reason, error.message, found.size)
        case OSError():
            return found.reject("unreadable", error.strerror or str(error), found.size)
        case _:
            return found.reject("internal_error", f"{type(error).__name__}: {error}", found.size)


def _check_columns(given: Input, options: SourceOptions) -> None:
    """A wrong name of a column is told at once, not after hours."""
    for file in files_below(given):
        if isinstance(file, File) and _format_on_disk(file.found()) in _CORPORA:
            first = next(captures_in(file, options), None)
            if isinstance(first, Reject) and first.reason == "no_text_column":
                raise InputError(f"{given}: {first.message}")


def _holds_a_page(folder: Input) -> bool:
    return any(isinstance(one, File) and _format_on_disk(one.found()) is not None for one in files_below(folder))


def _format_on_disk(found: Found) -> Format | None:
    try:
        with closing(found.open()) as stream:
            head = stream.peek(HEAD_BYTES)[:HEAD_BYTES]
            return format_of(found.name, head) if head else None
    except (OSError, DamageError):
        return None
