"""Tar archives, read as they come: nothing is unpacked to the disk, and names are only names."""

from __future__ import annotations

import tarfile
from typing import IO, TYPE_CHECKING, Self, cast

from extract.sources.folder import is_hidden
from extract.sources.format import DamageError, Format, Found
from extract.sources.mirror import address_of
from extract.sources.stream import Piecewise, buffered, damage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader

    from extract.model import Reject
    from extract.sources.format import SourceOptions

_MAGIC_AT, _MAGIC = 257, b"ustar"


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is a tar; archives older than POSIX have no mark and go by their name.

    >>> claims("a", bytes(257) + b"ustar\x0000"), claims("a.html", b"<html>")
    (True, False)
    """
    if head[_MAGIC_AT : _MAGIC_AT + len(_MAGIC)] == _MAGIC:
        return True
    return name.lower().endswith(".tar") and _is_header(head[: tarfile.BLOCKSIZE])


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Found | Reject]:
    """The files in it, in the order of the archive. A bad header costs its file; the next good one goes on."""
    headers = _Headers()
    with _opened(stream, headers) as archive:
        for number in range(options.members + 1):
            member = _next(archive)
            if headers.bad:
                message = f"{headers.bad} blocks of 512 bytes are no part of a file in it: a header is damaged"
                yield found.reject("corrupt", message)
                headers.bad = 0
            if member is None:
                break
            if number == options.members:
                yield found.reject("bomb", f"more than {options.members:,} files in one archive")
                return
            archive.members.clear()  # type: ignore[attr-defined] # tarfile would keep every header it has seen
            if not (member.isdir() or any(map(is_hidden, member.name.split("/")))):
                yield from _file(found, archive, member)
    if not headers.ended:
        yield found.reject("truncated", "the archive has no end")


def _opened(stream: BufferedReader, headers: _Headers) -> tarfile.TarFile:
    try:
        return tarfile.open(
            fileobj=cast("IO[bytes]", Piecewise(stream)),
            mode="r|",
            tarinfo=headers.watched(),
            ignore_zeros=True,  # goes on behind a bad header, and behind the end of the first of several in a row
            errors="surrogateescape",
        )
    except tarfile.TarError as error:
        raise damage(error) from error


def _next(archive: tarfile.TarFile) -> tarfile.TarInfo | None:
    try:
        return archive.next()
    except tarfile.TarError as error:
        raise damage(error) from error


def _file(found: Found, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Found | Reject]:
    name = member.name.removeprefix("./")

    def opened() -> BufferedReader:
        content = archive.extractfile(member)
        if content is None:
            raise DamageError("unsupported", "neither a file nor a folder")
        return buffered(content)

    one = Found(name, f"{found.source}!{name}", opened, member.size, address_of(name))
    if member.islnk() or member.issym():
        yield one.reject("unsupported", f"a link to {member.linkname}")
    else:
        yield one


class _Headers:
    """What was seen of an archive's headers: tarfile passes over bad ones and a missing end without a word."""

    def __init__(self) -> None:
        self.bad = 0
        self.ended = False

    def watched(self) -> type[tarfile.TarInfo]:
        headers = self

        class Header(tarfile.TarInfo):
            @classmethod
            def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
                try:
                    header = super().frombuf(buf, encoding, errors)
                except tarfile.HeaderError:
                    if len(buf) == tarfile.BLOCKSIZE:
                        zeros = not buf.strip(b"\0")
                        headers.ended |= zeros
                        headers.bad += not zeros
                    raise
                headers.ended = False
                return header

        return Header


def _is_header(block: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


FORMAT = Format("tar", claims, read)
