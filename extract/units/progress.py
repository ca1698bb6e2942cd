"""How far a run is: told while it goes on, and left in the work folder for whoever asks."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Step = Literal["unpacking", "cleaning", "reading", "writing"]

_FILE = "progress.json"
_SECONDS = 1.0
"""The file is written so often at most."""


class Progress(NamedTuple):
    """How far a run is in one of its steps."""

    step: Step
    units: int = 0
    """Done in this step: archives, units of pages, or tables."""
    of: int = 0
    """How many there are."""
    pages: int = 0
    rejects: int = 0

    def after(self, pages: int, rejects: int) -> Progress:
        """How far it is with one more unit done."""
        return self._replace(units=self.units + 1, pages=self.pages + pages, rejects=self.rejects + rejects)


class Telling:
    """Says how far a run is, to whoever listens and in the work folder."""

    def __init__(self, folder: Path, listener: Callable[[Progress], None] | None) -> None:
        self._file = folder / _FILE
        self._listener = listener
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        """Tell. Raises ``OSError`` where the work folder cannot be written."""
        if self._listener is not None:
            self._listener(progress)
        now = time.monotonic()
        if now >= self._next or progress.units in {0, progress.of}:
            self._next = now + _SECONDS
            under_way = self._file.with_suffix(".new")
            under_way.write_text(json.dumps(progress._asdict()), "utf-8")
            under_way.replace(self._file)


def last_told(folder: Path) -> Progress | None:
    """How far the run was when it told last; ``None`` if it never did."""
    try:
        return Progress(**json.loads((folder / _FILE).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None
