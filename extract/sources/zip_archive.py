"""Zip archives. Nothing is unpacked to the disk, and names are only names: ``../`` leads nowhere."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, cast

from extract.sources import zip_remains
from extract.sources.folder import is_hidden
from extract.sources.format import DamageError, Format, Found
from extract.sources.mirror import address_of
from extract.sources.stream import bomb, buffered, is_bomb, seekable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader
    from typing import IO

    from extract.model import Reject
    from extract.sources.format import SourceOptions

_ENCRYPTED = 0x1


def claims(name: str, head: bytes) -> bool:
    r"""Whether a file is a zip of files, and no document that is packed the same way.

    >>> claims("tin.zip", b"PK\x03\x04\x14\x00"), claims("bao-cao.docx", b"PK\x03\x04\x14\x00")
    (True, False)
    """
    return head.startswith(zip_remains.MAGIC) and not name.lower().endswith(_DOCUMENTS)


_DOCUMENTS = (".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".epub", ".jar", ".apk", ".wacz")


def read(found: Found, stream: BufferedReader, options: SourceOptions) -> Iterator[Found | Reject]:
    """The files in it, in the order of its directory."""
    return members(found, stream, options, _is_wanted)


def members(
    found: Found, stream: BufferedReader, options: SourceOptions, wanted: Callable[[str], bool]
) -> Iterator[Found | Reject]:
    """The files in a zip whose name is ``wanted``. Where its directory is missing, for it stands at the end and the
    end may be cut off, those whose beginnings are found.
    """
    with seekable(stream) as file:
        try:
            archive = zipfile.ZipFile(cast("IO[bytes]", file))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            yield found.reject("truncated", f"the directory at its end is missing ({error}); files are looked for")
            yield from (one for one in zip_remains.members(found, file) if wanted(one.name))
            return
        with archive:
            for number, member in enumerate(archive.infolist()):
                if number == options.members:
                    yield found.reject("bomb", f"more than {options.members:,} files in one archive")
                    return
                if not member.filename.endswith("/") and wanted(member.filename):
                    yield _file(found, archive, member, options)


def _is_wanted(name: str) -> bool:
    return not any(map(is_hidden, name.split("/")))


def _file(found: Found, archive: zipfile.ZipFile, member: zipfile.ZipInfo, options: SourceOptions) -> Found | Reject:
    def opened() -> BufferedReader:
        try:
            return buffered(archive.open(member))
        except NotImplementedError as error:
            raise DamageError("unsupported", str(error)) from error
        except zipfile.BadZipFile as error:
            raise DamageError("corrupt", str(error)) from error

    name = member.filename
    one = Found(name, f"{found.source}!{name}", opened, member.file_size, address_of(name))
    if member.flag_bits & _ENCRYPTED:
        return one.reject("encrypted", "locked with a password; unlock the archive and read it again", one.size)
    if is_bomb(member.file_size, member.compress_size, options):
        return one.reject(bomb(options).reason, bomb(options).message, one.size)
    return one


FORMAT = Format("zip", claims, read)
