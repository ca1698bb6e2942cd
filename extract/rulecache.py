"""Rules compiled once and kept: laying them out takes seconds, reading them back less than one.

What is kept is known by everything it was made from: the rule files, this package's own code, and the versions that
compiled it. Nothing is ever reused that any of them has changed since.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.collector import paused
from extract.match import shelf
from extract.pipeline import Knowledge

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 8
"""So many rule sets are kept, those read last."""


def load(rule_folders: Sequence[Path] = (), *, keep: bool, cache: Path | None = None) -> Knowledge:
    """What ``Knowledge.load`` gives, from the ``cache`` (by default the user's own) if it is there.

    ``keep``: if it is not, compile everything now and leave it there; else patterns are compiled as they are needed.
    Patterns are kept in any case, see ``extract.match.shelf``.

    Raises ``RuleError`` naming file and line. A cache that cannot be read or written is done without.
    """
    folder = own_cache() if cache is None else cache
    shelf.keep_in(folder)
    file = folder / f"{_key(rule_folders)}.rules"
    found = _read(file)
    if found is None:
        found = Knowledge.load(rule_folders)
        if keep:
            found.rules.compile()
            _write(found, file)
    return found


def own_cache() -> Path:
    """The folder of the user's compiled rules."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "baocao"


def code_digest() -> str:
    """The code of this package, and the Python that runs it, in one word."""
    code = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent
    for file in sorted(package.rglob("*.py")):
        code.update(f"{file.relative_to(package).as_posix()}\0".encode())
        code.update(file.read_bytes())
    return code.hexdigest()


def _key(rule_folders: Sequence[Path]) -> str:
    made_from = (
        version("regex"),
        code_digest(),
        rulefiles.digest(rule_folders),
        *(str(folder.resolve()) for folder in (rulefiles.shipped_rules(), *rule_folders)),
    )
    return hashlib.sha256("\0".join(made_from).encode("utf-8", "surrogatepass")).hexdigest()


def _read(file: Path) -> Knowledge | None:
    """What a file holds, if it is there and the user's own."""
    try:
        if hasattr(os, "getuid") and file.stat().st_uid != os.getuid():
            return None
        with file.open("rb") as stream, paused():  # a quarter of the time, for nothing can be thrown away yet
            found = pickle.load(stream)  # noqa: S301 - written by this user, see above
        file.touch()
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it can be made again
        return None
    return found if isinstance(found, Knowledge) else None


def _write(found: Knowledge, file: Path) -> None:
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as stream:
            pickle.dump(found, stream, pickle.HIGHEST_PROTOCOL)
        Path(stream.name).replace(file)
        for old in sorted(file.parent.glob("*.rules"), key=lambda one: one.stat().st_mtime)[:-_KEPT]:
            old.unlink()
    except OSError:
        return
