"""What units are known by: all that decides what comes of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from extract import rulefiles
from extract.remote import Remote
from extract.rulecache import code_digest
from extract.sources import File
from extract.tables.manifest import versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from extract.model import Capture, Reject
    from extract.sources import SourceOptions


def recipe(rule_folders: Sequence[Path], options: SourceOptions) -> str:
    """What is done to every page: rules, code, the libraries that matter, options. Raises ``RuleError``."""
    return key_of(code_digest(), rulefiles.digest(rule_folders), repr(sorted(versions().items())), repr(options))


def key_of(*parts: str) -> str:
    """A key made of texts."""
    joined = "\0".join(f"{len(part)}\0{part}" for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def of_files(files: Iterable[File | Reject]) -> str:
    """The key of some files: where they lie, how large they are, when they were changed.

    Not what is in them: who changes a file without changing its size or either of its times has to look for trouble.
    """
    return key_of(*map(_identity, files))


def _identity(file: File | Reject) -> str:
    if not isinstance(file, File):
        return repr(file)
    if isinstance(file.path, Remote):
        return repr((str(file.path), file.name, file.above, file.path.size, file.path.changed))
    try:
        found = file.path.stat()
    except OSError as error:
        return repr((file, error.errno))
    path = str(file.path.resolve())
    return repr((path, file.name, file.above, found.st_size, found.st_mtime_ns, found.st_ctime_ns))


def of_captures(captures: Iterable[Capture | Reject]) -> str:
    """The key of what some pages are, wherever they came from."""
    digest = hashlib.sha256()
    for one in captures:
        data = getattr(one, "data", b"")
        told = repr(one) if isinstance(one, tuple) else repr((one.uri, one.source, one.media_type, one.captured_at))
        digest.update(f"{len(told)}\0{told}{len(data)}\0".encode("utf-8", "surrogatepass"))
        digest.update(data)
    return digest.hexdigest()
