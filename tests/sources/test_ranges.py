"""Archives read in ranges, each apart from the others, as several processes read them: what comes of it is the same."""

from __future__ import annotations

import gzip
import random
from typing import TYPE_CHECKING

import archives
import pytest
from commands import digests

from extract import batch
from extract.model import Reject
from extract.sources import File, Range, SourceOptions, Span, captures_in, files
from extract.units import plan
from extract.units.plan import Archive, Plan
from extract.units.seams import Edges, sewn

if TYPE_CHECKING:
    from pathlib import Path

    from extract.model import Capture

RECORDS = archives.responses(archives.pages(12))
NESTED = archives.response(
    "http://phuong2.example.gov.vn/kho.html",
    b"<html><p>" + archives.warc(archives.responses(archives.pages(4))) + b"</p></html>",
)
"""A page that holds a crawl, as it is."""
NESTED_GZ = archives.response(
    "http://phuong2.example.gov.vn/kho2.html",
    b"<html><p>" + archives.warc_gz(archives.responses(archives.pages(4))) + b"</p></html>",
)
IMAGES = [
    archives.response(f"http://phuong2.example.gov.vn/{number}.png", bytes(500), "image/png") for number in range(3)
]
LARGE = archives.response("http://phuong2.example.gov.vn/lon.html", b"<html><p>" + b"phong trao " * 3000)


def stored(record: bytes) -> bytes:
    """A gzip member that shows what it holds, as those of what does not pack well do."""
    return gzip.compress(record, 0, mtime=0)


def damaged(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same damage every time
    spoilt = bytearray(data)
    for _ in range(4):
        if not spoilt:
            break
        at = chance.randrange(len(spoilt))
        match chance.randrange(4):
            case 0:
                spoilt[at] ^= 1 << chance.randrange(8)
            case 1:
                del spoilt[at : at + chance.randrange(3000)]
            case 2:
                spoilt[at:at] = bytes(chance.randrange(3000))
            case _:
                spoilt[at:at] = chance.randbytes(chance.randrange(3000))
    return bytes(spoilt)


ARCHIVES: dict[str, bytes] = {
    "plain": archives.warc([*RECORDS[:6], *IMAGES, *RECORDS[6:]]),
    "plain, a crawl in it": archives.warc([*RECORDS[:3], NESTED, *RECORDS[3:5], LARGE, RECORDS[5]]),
    "packed": archives.warc_gz([*RECORDS[:6], *IMAGES, *RECORDS[6:]]),
    "packed, crawls in it": archives.warc_gz(RECORDS[:3])
    + b"".join(stored(one) for one in (NESTED_GZ, RECORDS[4], NESTED_GZ, LARGE, NESTED_GZ))
    + archives.warc_gz(RECORDS[5:7]),
    "packed as one": gzip.compress(archives.warc(RECORDS), mtime=0),
    "packed as two": gzip.compress(archives.warc(RECORDS[:6]), 0, mtime=0)
    + gzip.compress(archives.warc(RECORDS[6:]), 0, mtime=0),
    "packed, with zeros between": b"\0\0\0\0\0".join(archives.members(RECORDS)) + bytes(100),
    "cut off": archives.warc_gz(RECORDS)[:-500],
    **{f"plain, damaged {seed}": damaged(archives.warc([*RECORDS[:6], NESTED, LARGE]), seed) for seed in range(12)},
    **{
        f"packed, damaged {seed}": damaged(archives.warc_gz(RECORDS) + stored(NESTED_GZ) + stored(LARGE), seed)
        for seed in range(12)
    },
}
ARCHIVES = {name: data for name, data in ARCHIVES.items() if data.startswith((b"WARC/", b"\x1f\x8b"))}


def whole(file: File) -> list[Capture | Reject]:
    return [item for item in captures_in(file, SourceOptions()) if not _tells_numbers(item)]


def _tells_numbers(item: Capture | Reject) -> bool:
    """Of records that are no pages, of which each range tells its own."""
    return isinstance(item, Reject) and " records: " in item.message


def in_ranges(file: File, size: int, length: int) -> tuple[list[Capture | Reject], int]:
    """What is read in ranges of so many bytes, and how many of them had to be read again."""
    read: dict[str, list[Capture | Reject]] = {}
    edges: dict[str, Edges] = {}

    def cut(archive: Archive) -> None:
        assert archive.range is not None
        span = Span(archive.range)
        read[archive.key] = [*captures_in(archive.file, SourceOptions(), span)]
        edges[archive.key] = (span.first, span.beyond)

    parts = [
        Archive("kho", file).ranged(Range(begins, min(begins + length, size), exact=begins == 0))
        for begins in range(0, size, length)
    ]
    for part in parts:
        cut(part)
    instead = sewn(parts, lambda archive: edges[archive.key], cut)
    items = [item for part in parts for item in read[instead.get(part.key, part).key]]
    return [item for item in items if not _tells_numbers(item)], len(instead)


@pytest.mark.parametrize("name", ARCHIVES)
def test_ranges_give_what_the_whole_gives(name: str, tmp_path: Path) -> None:
    path = tmp_path / "kho.warc"
    path.write_bytes(ARCHIVES[name])
    (file,) = files([path])
    assert isinstance(file, File)
    expected = whole(file)
    assert expected
    for length in (100, 777, 2048, 5000, 12_345, 40_000):
        found, _ = in_ranges(file, path.stat().st_size, length)
        assert found == expected, length


@pytest.mark.parametrize("name", ["plain, a crawl in it", "packed, crawls in it"])
def test_a_crawl_within_a_page_is_seen_through(name: str, tmp_path: Path) -> None:
    path = tmp_path / "kho.warc"
    path.write_bytes(ARCHIVES[name])
    (file,) = files([path])
    assert isinstance(file, File)
    assert any(in_ranges(file, path.stat().st_size, length)[1] for length in (777, 2048, 5000))


@pytest.mark.parametrize("name", ["plain", "packed"])
def test_records_that_are_no_pages_are_counted_by_range(name: str, tmp_path: Path) -> None:
    path = tmp_path / "kho.warc"
    path.write_bytes(ARCHIVES[name])
    (file,) = files([path])
    assert isinstance(file, File)
    size = path.stat().st_size
    told = []
    for begins in range(0, size, 2000):
        span = Span(Range(begins, min(begins + 2000, size), exact=begins == 0))
        told += [item for item in captures_in(file, SourceOptions(), span) if _tells_numbers(item)]
    counts = [one.message for one in told if isinstance(one, Reject)]
    assert sum(int(message.split()[0]) for message in counts if "image/png" in message) == len(IMAGES)
    assert all(one.source.startswith("kho.warc@") for one in told)


@pytest.mark.usefixtures("shipped_rules_once")
def test_a_run_reads_large_archives_in_ranges(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = archives.write(
        tmp_path / "kho",
        {
            "a.warc.gz": archives.warc_gz(RECORDS[:3]) + stored(NESTED_GZ) + archives.warc_gz(RECORDS[3:]),
            "b.warc": archives.warc([*RECORDS[:6], NESTED]),
            "c.jsonl": archives.jsonl(archives.pages(3)),
        },
    )
    monkeypatch.setattr(plan, "_SMALL", 0)
    batch.run([folder], tmp_path / "whole")
    monkeypatch.setattr(plan, "_RANGE", 1500)
    laid_out = Plan(tmp_path / "plan", files([folder]))
    assert {archive.file.name for archive in laid_out.archives() if archive.range is not None} == {
        "a.warc.gz",
        "b.warc",
    }
    batch.run([folder], tmp_path / "ranges")
    assert digests(tmp_path / "ranges") == digests(tmp_path / "whole")
