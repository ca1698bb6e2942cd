"""Single files packed with gzip, xz, Zstandard or bzip2: what is in them is read as any file, a tar for one."""

from __future__ import annotations

import bz2
import lzma
from typing import TYPE_CHECKING, cast

from extract.sources.format import Format
from extract.sources.gzip_members import GzipStream
from extract.sources.stream import Guarded, Piecewise, buffered
from extract.sources.zstandard import zstd

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from typing import IO

    from extract.sources.format import Found, SourceOptions

_SUFFIXES = {".tgz": ".tar", ".txz": ".tar", ".tzst": ".tar", ".gz": "", ".xz": "", ".zst": "", ".bz2": ""}
_MAGIC = (b"\x1f\x8b\x08", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd", b"BZh")


def claims(name: str, head: bytes) -> bool:  # noqa: ARG001 - names lie
    r"""Whether a file is packed, whatever its name.

    >>> claims("tin.html", b"\x1f\x8b\x08\x00"), claims("tin.gz", b"<html>")
    (True, False)
    """
    return head.startswith(_MAGIC)


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Found]:
    """The file within, at the same place, by its name without the suffix."""
    yield found._replace(name=_inner_name(found.name), size=None, open=lambda: _unpacked(stream, options))


def _unpacked(stream: BufferedReader, options: SourceOptions) -> BufferedReader:
    head = stream.peek(len(b"\xfd7zXZ\0"))
    packed = Piecewise(stream)
    if head.startswith(b"\x1f\x8b"):
        members = GzipStream(packed)
        return buffered(Guarded(members, lambda: members.position, options))
    file = cast("IO[bytes]", packed)  # all that the three ask for is ``read``
    if head.startswith(b"BZh"):
        return buffered(Guarded(bz2.open(file), lambda: packed.taken, options))
    if head.startswith(b"\xfd7zXZ"):
        return buffered(Guarded(lzma.open(file), lambda: packed.taken, options))
    return buffered(Guarded(zstd.open(file), lambda: packed.taken, options))


def _inner_name(name: str) -> str:
    for suffix, inner in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + inner
    return name


FORMAT = Format("gzip, xz, zstd or bzip2", claims, read)
