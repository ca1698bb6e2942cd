"""The files below an input, always in the same order."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from extract.model import Reject
from extract.sources.format import Found

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def files_below(given: Path) -> Iterator[Found | Reject]:
    """The file ``given``, or all files below the folder ``given``, sorted by name, folders among them in their place.

    Links are followed, each folder entered once, so a link to a folder above it ends there. Names that begin with a
    dot are
    skipped, as are resource forks and thumbnails (``__MACOSX``, ``Thumbs.db``). A folder that may not be listed is a
    ``Reject``.
    """
    if not given.is_dir():
        yield Found(given, given.name)
        return
    entered: set[Path] = set()
    waiting: list[Path] = [given]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield Found(path, path.relative_to(given).as_posix())
            continue
        real = path.resolve()
        if real in entered:
            continue
        entered.add(real)
        try:
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 - names are sorted, not paths
        except OSError as error:
            name = path.relative_to(given).as_posix()
            yield Reject(name, name, "unreadable", error.strerror or str(error), None)
            continue
        waiting.extend(path / name for name in names if not _is_hidden(name))


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name in {"__MACOSX", "Thumbs.db", "desktop.ini"}
