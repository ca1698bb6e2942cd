"""Inputs that no crawler should leave behind, and the question whether each is accounted for.

Input ``number`` of a seed is always the same: samples with other figures, in any charset and format, archives in
archives, then bits flipped, pieces cut out, doubled, moved, or spliced in from another input.
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
import time
import zipfile
from typing import TYPE_CHECKING, NamedTuple

import archives
from legacy_writers import nfd, saved_as_utf_8, tcvn3, vni
from varied_pages import varied

from extract.dedup import NO_LINES
from extract.model import Reject
from extract.pipeline import Knowledge, clean_capture, read_page
from extract.sources import SourceOptions, captures
from extract.sources.zstandard import zstd
from extract.tables.rows import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from extract.model import Capture
    from extract.tables.rows import PageRecord

MOST_SECONDS = 2.0
"""Of the processor, for a page of up to one megabyte; a larger input may take so long for each."""
_LARGE = 1_000_000
_LARGE_ONES = 200
"""One input in so many is a page of a megabyte."""
_OPTIONS = SourceOptions(page_bytes=4 << 20)


class Input(NamedTuple):
    """One input, and how it came about."""

    name: str
    data: bytes
    how: str


Chance = random.Random

# ------------------------------------------------------------------------------------------------------------- making


def make(seed: int, number: int) -> Input:
    """Input ``number`` of a seed."""
    chance = Chance(f"{seed}/{number}")
    if number % _LARGE_ONES == _LARGE_ONES - 1:
        name, data, how = _large(chance)
    else:
        name, data, how = chance.choice((_page, _page, _archive, _archive, _nested, _noise))(chance)
    done = [how]
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        mutate = chance.choice(_MUTATIONS)
        data = mutate(data, chance)
        done.append(mutate.__name__.strip("_"))
    return Input(name, data, " ".join(done))


_CHARSETS: tuple[Callable[[str], bytes], ...] = (
    str.encode,
    nfd,
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("utf-16-be"),
    lambda text: text.encode("windows-1258", "replace"),
    lambda text: tcvn3(text.encode("windows-1258", "ignore").decode("windows-1258")),
    lambda text: saved_as_utf_8(text.encode()),
    lambda text: vni(text.encode("latin-1", "ignore").decode("latin-1")),
)


def _text(chance: Chance, suffix: str = "") -> str:
    return varied(chance.randrange(1_000_000), suffix)


def _page(chance: Chance) -> Input:
    suffix = chance.choice((".html", ".html", ".txt"))
    text = _text(chance, suffix)
    charset = chance.randrange(len(_CHARSETS) + 4)
    try:
        data = _CHARSETS[charset](text) if charset < len(_CHARSETS) else text.encode()
    except UnicodeEncodeError:
        data = text.encode()
    return Input("trang" + suffix, data, "page")


def _large(chance: Chance) -> Input:
    """A piece of a page, over and over, as templates that loop and sites that were broken into have it."""
    suffix = chance.choice((".html", ".txt"))
    text = _text(chance, suffix)
    at = chance.randrange(len(text))
    piece = text[at : at + chance.choice((1, 3, 20, 200, 2_000, len(text)))].encode()
    return Input("lon" + suffix, text.encode() + piece * ((_LARGE - len(text.encode())) // len(piece)), "large")


def _pages(chance: Chance) -> archives.Pages:
    """Pages for archives, most of them short: it is the archives that are read here."""
    pages = {}
    for number in range(chance.randrange(1, 5)):
        text = _text(chance, ".html")[: chance.choice((400, 400, 1_200, 20_000))]
        pages[f"http://xa{number}.example.gov.vn/tin/{number}.html"] = text.encode()
    return pages


def _as_files(pages: archives.Pages) -> archives.Pages:
    return {uri.removeprefix("http://"): body for uri, body in pages.items()}


_FORMATS: dict[str, Callable[[archives.Pages], bytes]] = {
    "a.zip": lambda pages: archives.zipped(_as_files(pages)),
    "b.zip": lambda pages: archives.zipped(_as_files(pages), zipfile.ZIP_STORED),
    "a.tar": lambda pages: archives.tarred(_as_files(pages)),
    "a.tar.gz": lambda pages: gzip.compress(archives.tarred(_as_files(pages)), mtime=0),
    "a.warc": lambda pages: archives.warc(archives.responses(pages)),
    "a.warc.gz": lambda pages: archives.warc_gz(archives.responses(pages)),
    "b.warc.gz": lambda pages: gzip.compress(archives.warc(archives.responses(pages)), mtime=0),
    "a.wacz": lambda pages: archives.zipped({"archive/w.warc.gz": archives.warc_gz(archives.responses(pages))}),
    "a.jsonl": archives.jsonl,
    "a.csv": archives.csv_of,
    "a.parquet": archives.parquet,
    "a.mhtml": lambda pages: archives.mhtml(*next(iter(pages.items()))),
}
_PACKERS: dict[str, Callable[[str, bytes], bytes]] = {
    ".zip": lambda name, data: archives.zipped({name: data, "x/trang.html": archives.page(1)}),
    ".tar": lambda name, data: archives.tarred({name: data, "x/trang.html": archives.page(2)}),
    ".gz": lambda _, data: gzip.compress(data, 1, mtime=0),
    ".xz": lambda _, data: lzma.compress(data, preset=0),
    ".zst": lambda _, data: zstd.compress(data),
    ".bz2": lambda _, data: bz2.compress(data),
}


def _archive(chance: Chance) -> Input:
    name = chance.choice(tuple(_FORMATS))
    return Input(name, _FORMATS[name](_pages(chance)), name)


def _nested(chance: Chance) -> Input:
    name, data, how = chance.choice((_page, _archive))(chance)
    for _ in range(chance.randrange(1, 5)):
        if chance.randrange(3) == 0:
            data = chance.choice(_MUTATIONS)(data, chance)
        suffix = chance.choice(tuple(_PACKERS))
        data = _PACKERS[suffix](name, data)
        name += suffix
        how += suffix
    return Input(name, data, how)


_BEGINNINGS = (
    *(
        b"",
        b"<html>",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"WARC/1.0\r\n",
        b"PAR1",
        b"\xfd7zXZ\0",
        b"BZh9",
        b"\xff\xfe",
    ),
    *(
        b"url,html\n",
        b'{"html": "',
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n",
        b"\xef\xbb\xbf<p>",
    ),
)


def _noise(chance: Chance) -> Input:
    name = chance.choice(("x.html", "x.txt", "x", "x.csv", "x.jsonl", "x.mht", "x.zip", "x.warc.gz"))
    return Input(name, chance.choice(_BEGINNINGS) + chance.randbytes(chance.choice((1, 40, 3_000))), "noise")


# ----------------------------------------------------------------------------------------------------------- mutating


def _flipped(data: bytes, chance: Chance) -> bytes:
    """A few bits flipped."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30)) if data else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: Chance) -> bytes:
    """The end missing."""
    return data[: chance.randrange(len(data) + 1)]


def _gone(data: bytes, chance: Chance) -> bytes:
    """A piece missing."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + data[at + chance.choice((1, 2, 30, 512, 4_000)) :]


def _doubled(data: bytes, chance: Chance) -> bytes:
    """A piece said again, up to fifty times."""
    at = chance.randrange(len(data) + 1)
    piece = data[at : at + chance.choice((1, 8, 200))]
    return data[:at] + piece * chance.choice((2, 5, 50)) + data[at:]


def _moved(data: bytes, chance: Chance) -> bytes:
    """Two halves the other way round."""
    at = chance.randrange(len(data) + 1)
    return data[at:] + data[:at]


def _zeroed(data: bytes, chance: Chance) -> bytes:
    """A block of a disk lost."""
    at = chance.randrange(len(data) + 1)
    size = chance.choice((1, 16, 512))
    return data[:at] + bytes(size) + data[at + size :]


_STRANGE = (
    *(
        b"<",
        b"</",
        b"<!--",
        b"-->",
        b"]]>",
        b"<table><tr><td>",
        b"</td>",
        b"<script>",
        b"&#x110000;",
        b"&",
        b"\0",
        b"\xff",
    ),
    *(
        "\u0301".encode() * 40,
        "\u202e".encode(),
        "\U0001f4a9".encode(),
        "\ud7ff\ufeff".encode(),
        b"9" * 400,
        b"1.000." * 90,
    ),
    *(
        b"(" * 300,
        b"\r\n\r\n",
        b'"' * 9,
        b"," * 99,
        b"\t" * 99,
        b"10/10 " * 50,
        b"e+308",
        "tỷ tỷ đồng".encode(),
    ),
)


def _strange(data: bytes, chance: Chance) -> bytes:
    """Something strange put in."""
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_STRANGE) + data[at:]


def _spliced(data: bytes, chance: Chance) -> bytes:
    """The beginning of this, and the end of another input."""
    other = chance.choice((_page, _archive))(chance).data
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


_MUTATIONS = (_flipped, _flipped, _cut, _gone, _doubled, _moved, _zeroed, _strange, _strange, _spliced)

# ------------------------------------------------------------------------------------------------------------ judging


def trouble(one: Input, folder: Path, knowledge: Knowledge) -> str | None:
    """What is wrong with the way an input is read, ``None`` if nothing is: it must end in pages or rejects, in time.

    An input that takes too long is read again: patterns are compiled when they are first needed.
    """
    wrong = _trouble(one, folder, knowledge)
    return _trouble(one, folder, knowledge) if wrong is not None and _SLOW in wrong else wrong


_SLOW = "seconds of processor"


def _trouble(one: Input, folder: Path, knowledge: Knowledge) -> str | None:
    (folder / "a-sound.txt").write_text("Phường trao 5 suất quà.", "utf-8")
    file = folder / one.name
    file.write_bytes(one.data)
    start = time.process_time()
    try:
        found = [item for item in captures([folder], _OPTIONS) if item.source != "a-sound.txt"]
        records = _read(found, knowledge)
    except Exception as error:  # noqa: BLE001 - that is what is asked
        return f"{type(error).__name__}: {error}"
    finally:
        file.unlink()
    seconds = time.process_time() - start
    if not records:
        return "neither a page nor a reject"
    for record in records:
        if isinstance(record, Reject) and record.reason == "internal_error":
            return f"internal_error of {record.source}: {record.message}"
    size = sum(len(item.data) for item in found if not isinstance(item, Reject))
    allowed = MOST_SECONDS * max(1.0, size / _LARGE)
    return f"{seconds:.1f} {_SLOW} for {size:,} bytes of pages" if seconds > allowed else None


def _read(found: Sequence[Capture | Reject], knowledge: Knowledge) -> list[PageRecord | Reject]:
    records: list[PageRecord | Reject] = []
    for number, item in enumerate(found):
        page = item if isinstance(item, Reject) else clean_capture(item, knowledge, number)
        records.append(page if isinstance(page, Reject) else read_page(page, knowledge, NO_LINES))
    encode(records)
    return records
