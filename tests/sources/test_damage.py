"""What is damaged costs itself, and is told of: every page that was put in is found again, or has its row."""

from __future__ import annotations

import gzip
import io
import lzma
import random
import zipfile
from typing import TYPE_CHECKING

import archives
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extract.model import Capture, Reject
from extract.sources import SourceOptions, captures
from extract.sources.zstandard import zstd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGES = archives.pages(12)
FILES = {uri.removeprefix("http://phuong2.example.gov.vn/"): body for uri, body in PAGES.items()}
RECORDS = archives.responses(PAGES)
SMALL = SourceOptions(page_bytes=50_000, ratio=20, members=20)


def read(folder: Path, content: bytes, options: SourceOptions | None = None, name: str = "x") -> list[Capture | Reject]:
    archives.write(folder, {name: content})
    return list(captures([folder / name], options))


def split(found: list[Capture | Reject]) -> tuple[list[bytes], list[Reject]]:
    return [one.data for one in found if isinstance(one, Capture)], [one for one in found if isinstance(one, Reject)]


def flipped(content: bytes, at: int, count: int = 4) -> bytes:
    return content[:at] + bytes(byte ^ 0x5A for byte in content[at : at + count]) + content[at + count :]


def without(number: int) -> list[bytes]:
    return [body for nth, body in enumerate(PAGES.values()) if nth != number]


# ---------------------------------------------------------------------------------------------------------------- WARC


@pytest.mark.parametrize("within", [0, 12, 60, 400, -6, -3])
@pytest.mark.parametrize("number", [0, 5, 11])
def test_a_damaged_gzip_member_costs_one_record(tmp_path: Path, number: int, within: int) -> None:
    members = archives.members(RECORDS)
    nth = 2 * number + 1
    at = sum(map(len, members[:nth]))
    place = at + (within if within >= 0 else len(members[nth]) + within)
    bodies, rejects = split(read(tmp_path, flipped(b"".join(members), place, 2)))
    assert bodies == without(number)
    assert [(one.source, one.reason) for one in rejects] == [(f"x@{at}", "corrupt")]
    assert rejects[0].uri in (list(PAGES)[number], None)


@pytest.mark.parametrize("cut", [1, 8, 9, 300, 700])
def test_a_truncated_warc_gz_tells_of_the_record_that_was_cut(tmp_path: Path, cut: int) -> None:
    members = archives.members(RECORDS)
    bodies, rejects = split(read(tmp_path, b"".join(members)[:-cut]))
    assert bodies == without(11)
    assert [(one.source, one.reason, one.uri) for one in rejects] == [
        (f"x@{sum(map(len, members[:-1]))}", "truncated", list(PAGES)[11])
    ]


@pytest.mark.parametrize("cut", [5, 300, 1000])
def test_a_truncated_warc_tells_of_the_record_that_was_cut(tmp_path: Path, cut: int) -> None:
    bodies, rejects = split(read(tmp_path, b"".join(RECORDS)[:-cut]))
    assert bodies == without(11)
    assert [(one.reason, one.uri) for one in rejects] == [("truncated", list(PAGES)[11])]


def test_a_truncated_warc_gz_of_one_member(tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(RECORDS))
    bodies, rejects = split(read(tmp_path, packed[: len(packed) // 2]))
    assert bodies == list(PAGES.values())[: len(bodies)]
    assert len(bodies) >= 4
    assert [one.reason for one in rejects] == ["truncated"]


@pytest.mark.parametrize(
    "bad",
    [
        archives.record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\n\r\n", {"Content-Length": "5000"}),
        archives.record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\n\r\n", {"Content-Length": "9000000000"}),
        archives.record("response", "http://x.example/", b"HTTP/1.1 200 OK\r\n\r\n<p>Trao", {"Content-Length": "17"}),
        archives.record("response", "http://x.example/", b"", {"Content-Length": "nhiều"}),
        archives.record("response", "http://x.example/", b"").replace(b"WARC/1.0", b"XXXX/1.0"),
        archives.record("response", "http://x.example/", b"").replace(b"WARC/1.0\r\n", b"WARC/1.0\r\n\xff\xfe\r\n"),
        archives.record("response", "http://x.example/", b"").replace(b"WARC-Date: ", b"WARC-Date\n"),
        archives.record("response", "http://x.example/" + "a" * 100_000, b""),
        b"\0" * 600 + b"\r\n",
    ],
)
@pytest.mark.parametrize("pack", [b"".join, lambda records: b"".join(archives.members(records))])
def test_a_record_that_lies_costs_itself(tmp_path: Path, bad: bytes, pack: Callable[[list[bytes]], bytes]) -> None:
    bodies, rejects = split(read(tmp_path, pack([*RECORDS[:6], bad, *RECORDS[6:]])))
    assert bodies == list(PAGES.values())
    assert len(rejects) == 1


def test_where_a_record_lies_behind_one_whose_length_was_wrong(tmp_path: Path) -> None:
    """It is said to end between the headers of the next record and its page, where lines are blank."""
    block = b"HTTP/1.1 200 OK\r\n\r\n"
    length = len(block) + len(b"\r\n\r\n") + RECORDS[1].index(b"\r\n<!DOCTYPE")
    lies = archives.record("response", "http://x.example/", block, {"Content-Length": str(length)})
    data = archives.warc([RECORDS[0], lies, *RECORDS[1:]])
    captures = [one for one in read(tmp_path, data) if isinstance(one, Capture)]
    assert len(captures) == len(PAGES)
    for one in captures:
        at = int(one.source.partition("@")[2])
        assert data[at : at + 5] == b"WARC/"
        assert one.uri.encode() in data[at : at + 400]


def test_rubbish_between_gzip_members(tmp_path: Path) -> None:
    members = archives.members(RECORDS)
    whole = b"".join((*members[:6], b"rubbish" * 50_000, *members[6:], b"\0" * 512))
    bodies, rejects = split(read(tmp_path, whole))
    assert bodies == list(PAGES.values())
    assert [(one.source, one.reason) for one in rejects] == [(f"x@{sum(map(len, members[:6]))}", "corrupt")]


def test_a_page_beyond_the_limit_in_a_warc(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(100_000).hex().encode()  # noqa: S311 - the same luck each time
    large = [
        archives.response("http://x.example/1", b"<html>" + noise),
        archives.response(
            "http://x.example/2", gzip.compress(b"<html>" + b" " * 60_000), headers={"Content-Encoding": "gzip"}
        ),
        archives.response("http://x.example/3", noise, "video/mp4"),
    ]
    bodies, rejects = split(read(tmp_path, archives.warc_gz([*large, *RECORDS]), SMALL))
    assert bodies == list(PAGES.values())
    assert [(one.uri, one.reason) for one in rejects] == [
        ("http://x.example/1", "too_large"),
        ("http://x.example/2", "too_large"),
        ("x", "not_a_page"),
    ]


def test_a_gzip_bomb_in_a_warc_costs_one_record(tmp_path: Path) -> None:
    bomb = archives.response("http://x.example/1", b"<html>" + b" " * 30_000_000)
    bodies, rejects = split(read(tmp_path, archives.warc_gz([bomb, *RECORDS]), SMALL))
    assert bodies == list(PAGES.values())
    assert [(one.uri, one.reason) for one in rejects] == [("http://x.example/1", "bomb")]


# -------------------------------------------------------------------------------------------------- archives of files


def test_a_damaged_file_in_a_zip_costs_itself(tmp_path: Path) -> None:
    packed = archives.zipped(FILES)
    at = packed.index(b"tin/0005.html") + 200
    bodies, rejects = split(read(tmp_path, flipped(packed, at)))
    assert bodies == without(5)
    assert [(one.source, one.reason) for one in rejects] == [("x!tin/0005.html", "corrupt")]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_without_its_end_gives_what_came(tmp_path: Path, method: int) -> None:
    packed = archives.zipped(FILES, method)
    cut = packed.index(b"tin/0007.html") + 300
    bodies, rejects = split(read(tmp_path, packed[:cut]))
    assert bodies == list(PAGES.values())[:7]
    assert [(one.source, one.reason) for one in rejects] == [("x", "truncated"), ("x!tin/0007.html", "truncated")]


def test_a_streamed_zip_without_its_end_gives_what_came(tmp_path: Path) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise io.UnsupportedOperation

        tell = seek

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in FILES.items():
            archive.writestr(name, body)
    packed = out.getvalue()
    bodies, rejects = split(read(tmp_path, packed[: packed.index(b"tin/0007.html") + 300]))
    assert bodies == list(PAGES.values())[:7]
    assert [(one.source, one.reason) for one in rejects] == [("x", "truncated"), ("x!tin/0007.html", "truncated")]


def test_a_locked_file_in_a_zip_is_told_of(tmp_path: Path) -> None:
    packed = bytearray(archives.zipped({"a.html": b"<html>", "b.html": b"<html>b"}))
    packed[packed.index(b"PK\x03\x04") + 6] |= 1
    packed[packed.index(b"PK\x01\x02") + 8] |= 1
    bodies, rejects = split(read(tmp_path, bytes(packed)))
    assert bodies == [b"<html>b"]
    assert [(one.source, one.reason) for one in rejects] == [("x!a.html", "encrypted")]


@pytest.mark.parametrize("cut", [0, 1, 5])
def test_a_damaged_header_in_a_tar_costs_its_file(tmp_path: Path, cut: int) -> None:
    packed = archives.tarred(FILES)
    at = packed.index(b"tin/0005.html")
    bodies, rejects = split(read(tmp_path, flipped(packed, at + cut, 8)))
    assert bodies == without(5)
    assert [(one.source, one.reason) for one in rejects] == [("x", "corrupt")]


@pytest.mark.parametrize("within", [100, 900])
def test_a_tar_without_its_end(tmp_path: Path, within: int) -> None:
    packed = archives.tarred(FILES)
    bodies, rejects = split(read(tmp_path, packed[: packed.index(b"tin/0007.html") + within]))
    assert bodies == list(PAGES.values())[:7]
    assert {one.reason for one in rejects} == {"truncated"}
    assert rejects[0].source == ("x!tin/0007.html" if within > 512 else "x")


def test_a_tar_cut_in_its_first_header(tmp_path: Path) -> None:
    for content in (archives.tarred(FILES)[:300], lzma.compress(archives.tarred(FILES)[:300])):
        bodies, rejects = split(read(tmp_path, content))
        assert bodies == []
        assert [(one.source, one.reason) for one in rejects] == [("x", "truncated")]


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress, zstd.compress])
def test_a_packed_tar_that_is_cut_gives_what_came(tmp_path: Path, compress: Callable[[bytes], bytes]) -> None:
    noise = random.Random(1)  # noqa: S311 - the same luck each time
    files = {f"{nth}.html": b"<html>" + noise.randbytes(40_000).hex().encode() for nth in range(12)}
    packed = compress(archives.tarred(files))
    bodies, rejects = split(read(tmp_path, packed[: len(packed) * 2 // 3]))
    assert bodies == list(files.values())[: len(bodies)]
    assert len(bodies) >= 4
    assert {one.reason for one in rejects} == {"truncated"}
    assert rejects[0].source == f"x!{len(bodies)}.html"


def test_a_small_packed_tar_that_is_cut_gives_what_came(tmp_path: Path) -> None:
    packed = gzip.compress(archives.tarred(FILES))
    bodies, rejects = split(read(tmp_path, packed[: len(packed) // 2]))
    assert bodies == list(PAGES.values())[: len(bodies)]
    assert len(bodies) >= 4
    assert {one.reason for one in rejects} == {"truncated"}


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress, zstd.compress])
@pytest.mark.parametrize("cut", [1, 9, 200])
def test_a_packed_page_that_is_cut_is_no_page(tmp_path: Path, compress: Callable[[bytes], bytes], cut: int) -> None:
    bodies, rejects = split(read(tmp_path, compress(archives.page(1))[:-cut]))
    assert bodies == []
    assert [(one.source, one.reason) for one in rejects] == [("x", "truncated")]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (gzip.compress(b"<html>" + b" " * 9_000_000), [("x", "too_large")]),
        (zstd.compress(b"<html>" + b" " * 9_000_000), [("x", "too_large")]),
        (gzip.compress(gzip.compress(b"<html>" + b" " * 90_000_000)), [("x", "too_large")]),
        (archives.zipped({"a.html": b"<html>" + b" " * 9_000_000, "b.html": b"<html>"}), [("x!a.html", "bomb")]),
        (gzip.compress(archives.tarred({"a.html": b" " * 9_000_000})), [("x!a.html", "bomb"), ("x", "truncated")]),
        (archives.tarred({f"{n}.html": b"<html>" for n in range(30)}), [("x", "bomb")]),
        (archives.zipped({f"{n}.html": b"<html>" for n in range(30)}), [("x", "bomb")]),
    ],
)
def test_bombs_are_stopped(tmp_path: Path, content: bytes, expected: list[tuple[str, str]]) -> None:
    _, rejects = split(read(tmp_path, content, SMALL))
    assert [(one.source, one.reason) for one in rejects] == expected


def test_archives_too_deep_in_one_another(tmp_path: Path) -> None:
    content = archives.page(1)
    for _ in range(10):
        content = archives.zipped({"x.zip": content})
    ((found),) = read(tmp_path, content)
    assert isinstance(found, Reject)
    assert found.reason == "nested"


# ------------------------------------------------------------------------------------------------------------- corpora


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"url": "http://x.example/", "html": "<p>', "corrupt"),
        (b"[1, 2]", "corrupt"),
        (b"[" * 40_000, "corrupt"),
        (b"\xff\xfe\xfa", "corrupt"),
        (b'{"url": "http://x.example/"}', "no_text_column"),
        (b'{"url": "http://x.example/", "html": null}', "empty"),
        (b'{"url": "http://x.example/", "html": 12}', "unsupported"),
        (b'{"url": "http://x.example/", "html": "' + b"x" * 60_000 + b'"}', "too_large"),
    ],
)
def test_a_broken_line_costs_itself(tmp_path: Path, line: bytes, reason: str) -> None:
    lines = archives.jsonl(PAGES).splitlines(keepends=True)
    content = b"".join((*lines[:4], line + b"\n", *lines[4:]))
    bodies, rejects = split(read(tmp_path, content, SMALL, "x.jsonl"))
    assert bodies == list(PAGES.values())
    assert [(one.source, one.reason) for one in rejects] == [("x.jsonl:5", reason)]


def test_packed_lines_that_are_cut_or_damaged(tmp_path: Path) -> None:
    lines = archives.jsonl(PAGES).splitlines(keepends=True)
    members = [gzip.compress(line) for line in lines]
    bodies, rejects = split(read(tmp_path, b"".join(members)[:-20], name="x.jsonl.gz"))
    assert bodies == without(11)
    assert [(one.source, one.reason) for one in rejects] == [("x.jsonl.gz:12", "truncated")]
    damaged = flipped(b"".join(members), sum(map(len, members[:5])) + 100)
    bodies, rejects = split(read(tmp_path, damaged, name="x.jsonl.gz"))
    assert bodies == without(5)
    assert [(one.source, one.reason) for one in rejects] == [("x.jsonl.gz:6", "corrupt")]


@pytest.mark.parametrize(
    ("row", "reasons"),
    [
        (b"http://x.example/", ["corrupt"]),
        (b"http://x.example/,a,b,c", ["corrupt"]),
        (b'http://x.example/,"a"b', ["corrupt"]),
        (b"http://x.example/,", ["empty"]),
        (b"http://x.example/," + b"x" * 60_000, ["too_large"]),
    ],
)
def test_a_ragged_row_costs_itself(tmp_path: Path, row: bytes, reasons: list[str]) -> None:
    rows = archives.csv_of(PAGES).splitlines(keepends=True)
    content = b"".join((*rows[:4], row + b"\r\n", *rows[4:]))
    bodies, rejects = split(read(tmp_path, content, SMALL, "x.csv"))
    assert bodies == list(PAGES.values())
    assert [one.reason for one in rejects] == reasons
    assert rejects[0].source == "x.csv:4"


def test_a_quote_that_does_not_end_costs_what_comes_to_the_next(tmp_path: Path) -> None:
    found = {uri: b"<p>" + uri.encode() + b', "Trao"</p>' for uri in PAGES}
    rows = archives.csv_of(found).splitlines(keepends=True)
    content = b"".join((*rows[:4], b'http://x.example/,"a\r\n', *rows[4:]))
    bodies, rejects = split(read(tmp_path, content, name="x.csv"))
    assert bodies == [body for nth, body in enumerate(found.values()) if nth != 3]
    assert [one.reason for one in rejects] == ["corrupt"]


def test_a_damaged_row_group_costs_its_rows(tmp_path: Path) -> None:
    packed = archives.parquet(PAGES, rows_a_group=3)
    group = pq.ParquetFile(pa.BufferReader(packed)).metadata.row_group(2).column(1)
    bodies, rejects = split(read(tmp_path, flipped(packed, group.data_page_offset + 6, 600), name="x.parquet"))
    assert bodies == [body for nth, body in enumerate(PAGES.values()) if not 6 <= nth < 9]
    assert [(one.source, one.reason) for one in rejects] == [("x.parquet:7", "corrupt")]
    assert rejects[0].message.startswith("3 rows, from 7 to 9, cannot be read")


@pytest.mark.parametrize("content", [b"PAR1", b"PAR1" + bytes(100) + b"PAR1", archives.parquet(PAGES)[:-9]])
def test_a_parquet_file_without_its_directory(tmp_path: Path, content: bytes) -> None:
    bodies, rejects = split(read(tmp_path, content, name="x.parquet"))
    assert bodies == []
    assert [one.reason for one in rejects] == ["corrupt"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (
            archives.mhtml("http://x.example/", archives.page(1)).partition(b"\r\n------bien--\r\nContent-Type: image")[
                0
            ][:-700],
            "truncated",
        ),
        (archives.mhtml("http://x.example/", b""), "empty"),
        (archives.mhtml("http://x.example/", b"<p>").replace(b"text/html", b"image/gif"), "unsupported"),
    ],
)
def test_mhtml_without_a_page(tmp_path: Path, content: bytes, reason: str) -> None:
    bodies, rejects = split(read(tmp_path, content, name="x.mhtml"))
    assert bodies == []
    assert [one.reason for one in rejects] == [reason]


# -------------------------------------------------------------------------------------------------- any damage at all

WHOLE = {
    "x.zip": archives.zipped(FILES),
    "x.tar": archives.tarred(FILES),
    "x.tar.gz": gzip.compress(archives.tarred(FILES)),
    "x.warc": archives.warc(RECORDS),
    "x.warc.gz": archives.warc_gz(RECORDS),
    "x.jsonl": archives.jsonl(PAGES),
    "x.csv": archives.csv_of(PAGES),
    "x.parquet": archives.parquet(PAGES),
    "x.mhtml": archives.mhtml("http://x.example/", archives.page(1)),
    "x.wacz": archives.zipped({"archive/w.warc.gz": archives.warc_gz(RECORDS)}),
}


@pytest.mark.parametrize("name", WHOLE)
def test_no_damage_stops_a_run_or_makes_a_page_vanish(tmp_path: Path, name: str) -> None:
    luck = random.Random(name)  # noqa: S311 - the same luck each time
    whole = WHOLE[name]
    for _ in range(40):
        at = luck.randrange(len(whole))
        match luck.randrange(3):
            case 0:
                damaged = whole[:at]
            case 1:
                damaged = flipped(whole, at, luck.choice((1, 4, 400)))
            case _:
                damaged = whole[:at] + whole[at + luck.choice((1, 30, 3000)) :]
        try:
            found = read(tmp_path, damaged, name=name)
        except Exception as error:
            raise AssertionError(f"{name} damaged at {at}") from error
        bodies, rejects = split(found)
        assert [one for one in rejects if one.reason == "internal_error"] == []
        missing = [body for body in PAGES.values() if body not in bodies]
        assert rejects or not missing or name in {"x.jsonl", "x.csv", "x.mhtml", "x.tar", "x.warc"}, at
