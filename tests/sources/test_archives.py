"""Every format gives its pages, with their address, time and place; what is no page is told."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sys
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import archives
import brotli
import pytest

from extract.errors import InputError
from extract.model import Capture, Reject
from extract.sources import STANDARD_INPUT, SourceOptions, captures
from extract.sources.zstandard import zstd

if TYPE_CHECKING:
    from pathlib import Path

PAGE = archives.page(3)
SITE = "http://phuong2.example.gov.vn"
ADDRESS = f"{SITE}/tin/3.html"
MOMENT = datetime(2023, 11, 14, 8, 20, tzinfo=UTC)
FILES = {"tin/a.html": archives.page(1), "tin/b.html": archives.page(2)}

Told = tuple[str | None, str, str]


def read(folder: Path, name: str, content: bytes, options: SourceOptions | None = None) -> list[Capture | Reject]:
    archives.write(folder, {name: content})
    return list(captures([folder / name], options))


def told(found: list[Capture | Reject]) -> list[Told]:
    """Address, place, and media type or reason."""
    return [(one.uri, one.source, one.media_type if isinstance(one, Capture) else one.reason) for one in found]


# -------------------------------------------------------------------------------------------------- archives of files


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.zip", archives.zipped(FILES)),
        ("a.zip", archives.zipped(FILES, zipfile.ZIP_STORED)),
        ("a.zip", archives.zipped(FILES, zipfile.ZIP_LZMA)),
        ("a.tar", archives.tarred(FILES)),
        ("a.tar.gz", gzip.compress(archives.tarred(FILES))),
        ("a.tgz", gzip.compress(archives.tarred(FILES))),
        ("a.tar.xz", lzma.compress(archives.tarred(FILES))),
        ("a.tar.zst", zstd.compress(archives.tarred(FILES))),
        ("a.tar.bz2", bz2.compress(archives.tarred(FILES))),
        ("khong-ro", gzip.compress(archives.tarred(FILES))),
    ],
)
def test_an_archive_gives_its_files_in_its_order(tmp_path: Path, name: str, content: bytes) -> None:
    found = read(tmp_path, name, content)
    assert told(found) == [(f"{name}!{file}", f"{name}!{file}", "text/html") for file in FILES]
    assert [one.data for one in found if isinstance(one, Capture)] == list(FILES.values())


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.html.gz", gzip.compress(PAGE), [("a.html.gz", "a.html.gz", "text/html")]),
        ("a.txt.zst", zstd.compress("Trao quà".encode()), [("a.txt.zst", "a.txt.zst", "text/plain")]),
        # A gzip file that is named for what is in it, as servers send it.
        ("a.html", gzip.compress(PAGE), [("a.html", "a.html", "text/html")]),
        # Archives in archives.
        (
            "a.zip",
            archives.zipped({"2023/w.warc.gz": archives.warc_gz([archives.response(ADDRESS, PAGE)])}),
            [(ADDRESS, "a.zip!2023/w.warc.gz@OFFSET", "text/html")],
        ),
        (
            "a.tar",
            archives.tarred({"b.zip": archives.zipped({"c.html.gz": gzip.compress(PAGE)}), "d.html": PAGE}),
            [("a.tar!b.zip!c.html.gz",) * 2 + ("text/html",), ("a.tar!d.html",) * 2 + ("text/html",)],
        ),
        (
            "a.zip",
            archives.zipped({"p.parquet": archives.parquet({ADDRESS: PAGE})}),
            [(ADDRESS, "a.zip!p.parquet:1", "text/html")],
        ),
        # A WACZ gives what its WARC files hold, not its list of pages.
        (
            "a.wacz",
            archives.zipped(
                {
                    "archive/w.warc.gz": archives.warc_gz([archives.response(ADDRESS, PAGE)]),
                    "pages/pages.jsonl": archives.jsonl({ADDRESS: PAGE}, text="text"),
                    "datapackage.json": b"{}",
                },
                zipfile.ZIP_STORED,
            ),
            [(ADDRESS, "a.wacz!archive/w.warc.gz@OFFSET", "text/html")],
        ),
        ("a.wacz", archives.zipped({"datapackage.json": b"{}"}), [("a.wacz", "a.wacz", "empty")]),
        # What systems leave in archives is passed over; a folder is no file.
        (
            "a.zip",
            archives.zipped({"tin/": b"", "__MACOSX/._a.html": b"\0\5", "tin/.DS_Store": b"\0", "tin/a.html": PAGE}),
            [("a.zip!tin/a.html", "a.zip!tin/a.html", "text/html")],
        ),
        # Names are only names.
        (
            "a.tar",
            archives.tarred({"/etc/a.html": PAGE, "../../b.html": PAGE, "./c.html": PAGE}),
            [(f"a.tar!{name}",) * 2 + ("text/html",) for name in ("/etc/a.html", "../../b.html", "c.html")],
        ),
        ("a.zip", archives.zipped({"": PAGE}), [("a.zip!", "a.zip!", "text/html")]),
        # Mirrors: the path tells the address.
        (
            "a.zip",
            archives.zipped({"mirror/phuong2.example.gov.vn/tin/3.html": PAGE}),
            [(ADDRESS, "a.zip!mirror/phuong2.example.gov.vn/tin/3.html", "text/html")],
        ),
        # What is no page has its row.
        (
            "a.zip",
            archives.zipped(
                {"anh.jpg": b"\xff\xd8\xff\xe0" + bytes(99), "rong.html": b"", "nhi-phan.html": b"%PDF-1.7"}
            ),
            [
                ("a.zip!anh.jpg", "a.zip!anh.jpg", "unsupported"),
                ("a.zip!rong.html", "a.zip!rong.html", "empty"),
                ("a.zip!nhi-phan.html", "a.zip!nhi-phan.html", "unsupported"),
            ],
        ),
    ],
)
def test_what_is_in_a_file(tmp_path: Path, name: str, content: bytes, expected: list[Told]) -> None:
    offset = len(archives.warc_gz([]))
    assert told(read(tmp_path, name, content)) == [
        (uri, source.replace("OFFSET", str(offset)), kind) for uri, source, kind in expected
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.warc", archives.warc([archives.record("request", ADDRESS, b"GET /\r\n\r\n")])),
        ("a.warc.gz", archives.warc_gz([])),
        ("a.zip", archives.zipped({"tin/": b"", ".DS_Store": b"\0"})),
        ("a.jsonl", b"\n\n"),
        ("a.csv", b"url,html\r\n"),
        ("a.parquet", archives.parquet({})),
    ],
)
def test_an_archive_without_a_page_has_its_row(tmp_path: Path, name: str, content: bytes) -> None:
    assert told(read(tmp_path, name, content)) == [(name, name, "empty")]


def test_a_mirror_in_a_folder(tmp_path: Path) -> None:
    site = archives.write(tmp_path / "phuong2.example.gov.vn", {"tin/3.html": PAGE, "xem.php?id=4&p=tin tuc": PAGE})
    assert told(list(captures([tmp_path]))) == [
        (ADDRESS, "phuong2.example.gov.vn/tin/3.html", "text/html"),
        (f"{SITE}/xem.php?id=4&p=tin%20tuc", "phuong2.example.gov.vn/xem.php?id=4&p=tin tuc", "text/html"),
    ]
    assert told(list(captures([site])))[0] == (ADDRESS, "tin/3.html", "text/html")


def test_mhtml(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "trang.mhtml", archives.mhtml(ADDRESS, PAGE))
    assert isinstance(found, Capture)
    assert (found.uri, found.source, found.media_type, found.captured_at) == (
        ADDRESS,
        "trang.mhtml",
        "text/html",
        MOMENT,
    )
    assert found.data.rstrip() == PAGE


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PAGE, [("-", "-", "text/html")]),
        ("Trao quà".encode(), [("-", "-", "text/plain")]),
        (archives.jsonl({ADDRESS: PAGE}), [(ADDRESS, "-:1", "text/html")]),
        (archives.csv_of({ADDRESS: PAGE}), [(ADDRESS, "-:1", "text/html")]),
        (archives.parquet({ADDRESS: PAGE}), [(ADDRESS, "-:1", "text/html")]),
        (archives.zipped({"a.html": PAGE}), [("-!a.html", "-!a.html", "text/html")]),
        (gzip.compress(archives.tarred({"a.html": PAGE})), [("-!a.html", "-!a.html", "text/html")]),
        (archives.warc([archives.response(ADDRESS, PAGE)]), [(ADDRESS, f"-@{len(archives.warc([]))}", "text/html")]),
        (b"", [("-", "-", "empty")]),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, content: bytes, expected: list[Told]) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(content)))
    assert told(list(captures([STANDARD_INPUT]))) == expected


# ---------------------------------------------------------------------------------------------------------------- WARC


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    return b"".join(b"%x;x=1\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


CHUNKED = {"Transfer-Encoding": "chunked"}
GZIP = {"Content-Encoding": "gzip"}


@pytest.mark.parametrize(
    "one",
    [
        archives.response(ADDRESS, PAGE),
        archives.response(ADDRESS, PAGE, "application/xhtml+xml"),
        archives.response(ADDRESS, PAGE, "text/plain"),
        archives.response(ADDRESS, PAGE, ""),
        archives.response(ADDRESS, chunked(PAGE), headers=CHUNKED),
        archives.response(ADDRESS, gzip.compress(PAGE), headers=GZIP),
        archives.response(ADDRESS, brotli.compress(PAGE), headers={"Content-Encoding": "br"}),
        archives.response(ADDRESS, zstd.compress(PAGE), headers={"Content-Encoding": "zstd"}),
        archives.response(ADDRESS, chunked(gzip.compress(PAGE)), headers=CHUNKED | GZIP),
        # Stored decoded, with the headers of what was sent.
        archives.response(ADDRESS, PAGE, headers=CHUNKED | GZIP | {"Content-Length": "700"}),
        archives.response(ADDRESS, PAGE, headers={"Content-Encoding": "br"}),
        archives.response(ADDRESS, PAGE, headers={"Content-Encoding": "deflate"}),
        archives.response(ADDRESS, PAGE).replace(
            b"200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
            b"200 OK\nContent-Type: text/html;charset=utf-8\n\n\n\n",
        ),
        archives.record("resource", ADDRESS, PAGE, {"Content-Type": "text/html"}),
        archives.record("resource", f"<{ADDRESS}>", PAGE, {"Content-Type": "text/html"}),
    ],
)
@pytest.mark.parametrize("pack", [archives.warc, archives.warc_gz])
def test_a_record_with_a_page(tmp_path: Path, pack: type, one: bytes) -> None:
    (found,) = read(tmp_path, "w", pack([one]))
    assert isinstance(found, Capture), found
    assert (found.uri, found.media_type, found.captured_at) == (ADDRESS, "text/html", MOMENT)
    assert found.source == f"w@{len(pack([]))}"
    assert found.data.strip() == PAGE


@pytest.mark.parametrize(
    ("one", "reason", "message"),
    [
        (archives.response(f"{SITE}/a.jpg", b"\xff\xd8\xff", "image/jpeg"), "not_a_page", "1 records: image/jpeg 1"),
        (archives.response(f"{SITE}/a.css", b"p {}", "text/css"), "not_a_page", "1 records: text/css 1"),
        (
            archives.response(f"{SITE}/robots.txt", b"User-agent: *", "text/plain"),
            "not_a_page",
            "1 records: robots.txt 1",
        ),
        (
            archives.record("resource", "metadata://gnu.org/x", b"x", {"Content-Type": "text/plain"}),
            "not_a_page",
            "1 records: metadata address 1",
        ),
        (archives.response(f"{SITE}/b", bytes(range(99)) * 9, ""), "not_a_page", "1 records: unknown 1"),
        (archives.response(f"{SITE}/404", PAGE, status="404 Not Found"), "http_status", "1 records: 404 1"),
        (archives.response(f"{SITE}/cu", PAGE, status="301 Moved"), "http_status", "1 records: 301 1"),
        (archives.response(f"{SITE}/c", b"%PDF-1.7"), "unsupported", "declared text/html, but no text"),
        (archives.response(f"{SITE}/d", b""), "empty", "the response has no body"),
        (
            archives.response(f"{SITE}/e", gzip.compress(PAGE)[:-20], headers=GZIP),
            "truncated",
            "the response ends in the middle",
        ),
        (
            archives.response(f"{SITE}/f", chunked(PAGE)[:-20], headers=CHUNKED),
            "truncated",
            "the response ends in the middle",
        ),
        (
            archives.response(f"{SITE}/g", b"<p>Trao", headers={"Content-Length": "9000"}),
            "truncated",
            "the response has 7 of the 9,000 bytes it announced",
        ),
        (
            archives.response(f"{SITE}/h", PAGE, headers={"Content-Encoding": "sdch"}),
            "unsupported",
            "content encoding sdch",
        ),
        (
            archives.record("revisit", ADDRESS, b"", {"WARC-Refers-To-Date": "2022-01-02T03:04:05Z"}),
            "revisit",
            "the same as captured at 2022-01-02T03:04:05Z; not stored again",
        ),
        (
            archives.record(
                "revisit",
                f"{SITE}/a.jpg",
                b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n",
                {"Content-Type": "application/http"},
            ),
            "not_a_page",
            "1 records: image/jpeg 1",
        ),
    ],
)
def test_a_record_without_a_page_is_told_of(tmp_path: Path, one: bytes, reason: str, message: str) -> None:
    (found,) = read(tmp_path, "w.warc.gz", archives.warc_gz([one]))
    assert isinstance(found, Reject), found
    assert (found.reason, found.message) == (reason, message)


def test_records_that_are_no_pages_are_counted_by_kind(tmp_path: Path) -> None:
    pictures = [archives.response(f"{SITE}/{n}", b"\xff\xd8", "image/jpeg") for n in range(30)]
    styles = [archives.response(f"{SITE}/{n}.css", b"p {}", "text/css") for n in range(7)]
    found = read(tmp_path, "w.warc", archives.warc([*pictures, archives.response(ADDRESS, PAGE), *styles]))
    assert told(found)[0][2] == "text/html"
    assert found[1:] == [Reject("w.warc", "w.warc", "not_a_page", "37 records: image/jpeg 30, text/css 7", None)]


def test_a_warc_that_is_one_gzip_member(tmp_path: Path) -> None:
    found = archives.pages(20)
    whole = archives.warc(archives.responses(found))
    read_back = read(tmp_path, "w.warc.gz", gzip.compress(whole))
    assert [(one.uri, one.data) for one in read_back if isinstance(one, Capture)] == list(found.items())
    for one in read_back:
        place = int(one.source.removeprefix("w.warc.gz@0+"))
        assert whole[place:].startswith(b"WARC/1.0\r\nWARC-Type: response")


def test_the_offset_leads_to_the_record(tmp_path: Path) -> None:
    packed = archives.warc_gz(archives.responses(archives.pages(20)))
    for one in read(tmp_path, "w.warc.gz", packed):
        record = gzip.GzipFile(fileobj=io.BytesIO(packed[int(one.source.partition("@")[2]) :])).read()
        assert f"WARC-Target-URI: {one.uri}\r\n".encode() in record


# ------------------------------------------------------------------------------------------------------------- corpora


@pytest.mark.parametrize("name", ["c.jsonl", "c.jsonl.gz", "c.ndjson.zst", "c.csv", "c.csv.gz", "c.parquet"])
def test_a_corpus(tmp_path: Path, name: str) -> None:
    wanted = archives.pages(40)
    make = {"jsonl": archives.jsonl, "ndjson": archives.jsonl, "csv": archives.csv_of, "parquet": archives.parquet}
    content = make[name.split(".")[1]](wanted)
    content = gzip.compress(content) if name.endswith(".gz") else content
    content = zstd.compress(content) if name.endswith(".zst") else content
    found = read(tmp_path, name, content)
    assert told(found) == [(uri, f"{name}:{row}", "text/html") for row, uri in enumerate(wanted, 1)]
    assert [one.data for one in found if isinstance(one, Capture)] == list(wanted.values())


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        # Columns are known by their names, in any case; HTML before text.
        (
            "c.jsonl",
            b'{"URI": "http://a.example/", "Text": "Trao", "raw_html": "<p>Trao</p>"}',
            ("http://a.example/", b"<p>Trao</p>"),
        ),
        ("c.jsonl", b'{"link": null, "content": "Trao"}', ("c.jsonl:1", b"Trao")),
        ("c.jsonl", b'\xef\xbb\xbf{"content": "Trao"}\r\n', ("c.jsonl:1", b"Trao")),
        ("c.csv", b"\xef\xbb\xbfURL;text\r\nhttp://a.example/;Trao\r\n", ("http://a.example/", b"Trao")),
        ("c.tsv", b'url\ttext\nhttp://a.example/\t"Trao\nqu\xc3\xa0"\n', ("http://a.example/", "Trao\nquà".encode())),
        # In a charset of one byte a letter, bytes stay as they are.
        (
            "c.csv",
            "text\nphường hỗ trợ\n".encode("windows-1258", "replace"),
            ("c.csv:1", "phường hỗ trợ".encode("windows-1258", "replace")),
        ),
        ("c.csv", "text\nphường\n".encode("utf-16"), ("c.csv:1", "phường".encode())),
        ("c.csv", "text\nphường\n".encode("utf-16-be"), ("c.csv:1", "phường".encode())),
        ("c.csv", b"text\nTrao\0 qua" + b" cho ho ngheo" * 9, ("c.csv:1", b"Trao\0 qua" + b" cho ho ngheo" * 9)),
    ],
)
def test_a_row(tmp_path: Path, name: str, content: bytes, expected: tuple[str, bytes]) -> None:
    (found,) = read(tmp_path, name, content)
    assert isinstance(found, Capture), found
    assert (found.uri, found.data) == expected


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.jsonl", b'{"url": "u", "crawl_date": "2023-11-14T15:20:00+07:00", "text": "Trao"}'),
        ("c.csv", b"timestamp,text\n2023-11-14 08:20:00,Trao\n"),
    ],
)
def test_the_time_of_a_row(tmp_path: Path, name: str, content: bytes) -> None:
    (found,) = read(tmp_path, name, content)
    assert isinstance(found, Capture)
    assert found.captured_at == MOMENT


MAKERS = {"c.jsonl": archives.jsonl, "c.csv": archives.csv_of, "c.parquet": archives.parquet}


@pytest.mark.parametrize("name", MAKERS)
def test_columns_are_named_by_options(tmp_path: Path, name: str) -> None:
    content = MAKERS[name]({ADDRESS: PAGE}, "noi_dung", "dia_chi")
    found = read(tmp_path, name, content, SourceOptions(text_column="noi_dung", url_column="dia_chi"))
    assert told(found) == [(ADDRESS, f"{name}:1", "text/html")]


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            SourceOptions(),
            r"no column that is known to hold a page; name it with --text-column; its columns: dia_chi, noi_dung",
        ),
        (
            SourceOptions(text_column="trang"),
            r"no column 'trang', as --text-column names it; its columns: dia_chi, noi_dung",
        ),
        (SourceOptions(text_column="noi_dung", url_column="u"), r"no column 'u', as --url-column names it"),
    ],
)
def test_a_corpus_without_the_column_is_told_at_once(
    tmp_path: Path, name: str, options: SourceOptions, message: str
) -> None:
    archives.write(tmp_path, {name: MAKERS[name]({ADDRESS: PAGE}, "noi_dung", "dia_chi"), "a.html": PAGE})
    with pytest.raises(InputError, match=message):
        captures([tmp_path / name], options)
    # Among other files it costs itself alone.
    assert {one[2] for one in told(list(captures([tmp_path], options)))} == {"no_text_column", "text/html"}
