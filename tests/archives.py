"""Small archives of every kind, made as crawlers and browsers make them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import quopri
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

Pages = dict[str, bytes]
"""Addresses, or paths, and the bytes found there."""


def page(number: int, host: str = "phuong2.example.gov.vn") -> bytes:
    """A page of HTML that no other number gives, of about 2 KB that do not pack well."""
    noise = " ".join(str(number * 7919 + i * i * 104_729) for i in range(150))
    return (
        f"<!DOCTYPE html><html><head><title>Trang {number}</title></head><body><p>Hội Khuyến học {host} đã trao"
        f" {number + 20} phần học bổng.</p><p>{noise}</p></body></html>"
    ).encode()


def pages(count: int) -> Pages:
    """Pages of one site by address."""
    return {f"http://phuong2.example.gov.vn/tin/{number:04}.html": page(number) for number in range(count)}


def response(
    uri: str,
    body: bytes,
    content_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """A response record."""
    told = {"Content-Type": content_type, **(headers or {})}
    http = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {said}\r\n" for name, said in told.items()) + "\r\n"
    return record("response", uri, http.encode() + body, {"Content-Type": "application/http; msgtype=response"})


def record(kind: str, uri: str | None, block: bytes, headers: Mapping[str, str] | None = None) -> bytes:
    """A WARC record; ``Content-Length`` may be given among ``headers`` to tell a lie."""
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:12345678-1234-1234-1234-123456789012>",
        "WARC-Date": "2023-11-14T08:20:00Z",
        **({"WARC-Target-URI": uri} if uri else {}),
        "Content-Length": str(len(block)),
        **(headers or {}),
    }
    lines = "".join(f"{name}: {said}\r\n" for name, said in told.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def warc(records: Iterable[bytes]) -> bytes:
    """A WARC file of these records."""
    return b"".join((record("warcinfo", None, b"software: x\r\n"), *records))


def members(records: Iterable[bytes]) -> list[bytes]:
    """The members of a WARC.gz: one a record."""
    return [gzip.compress(one, mtime=0) for one in records]


def warc_gz(records: Iterable[bytes]) -> bytes:
    """A WARC.gz file of these records."""
    return b"".join(members((record("warcinfo", None, b"software: x\r\n"), *records)))


def responses(found: Pages) -> list[bytes]:
    """A response record for each page, and a request before each."""
    return [
        one for uri, body in found.items() for one in (record("request", uri, b"GET /\r\n\r\n"), response(uri, body))
    ]


def zipped(files: Pages, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of files by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def tarred(files: Pages) -> bytes:
    """A tar of files by name."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            header = tarfile.TarInfo(name)
            header.size = len(content)
            archive.addfile(header, io.BytesIO(content))
    return out.getvalue()


def jsonl(found: Pages, text: str = "html", url: str = "url") -> bytes:
    """JSON Lines of pages by address."""
    rows = ({url: uri, text: body.decode()} for uri, body in found.items())
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def csv_of(found: Pages, text: str = "html", url: str = "url") -> bytes:
    """CSV of pages by address."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow((url, text))
    writer.writerows((uri, body.decode()) for uri, body in found.items())
    return out.getvalue().encode()


def parquet(found: Pages, text: str = "html", url: str = "url", rows_a_group: int = 2) -> bytes:
    """Parquet of pages by address."""
    table = pa.table({url: list(found), text: [body.decode() for body in found.values()]})
    out = io.BytesIO()
    pq.write_table(table, out, row_group_size=rows_a_group)
    return out.getvalue()


def mhtml(address: str, body: bytes) -> bytes:
    """MHTML as Chrome saves it."""
    lines = quopri.encodestring(body).replace(b"\n", b"\r\n")
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: "
        + address.encode()
        + b"\r\nSubject: =?utf-8?Q?Trang?=\r\n"
        b"Date: Tue, 14 Nov 2023 15:20:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\ttype="text/html";\r\n\tboundary="----bien--"\r\n\r\n\r\n------bien--\r\nContent-Type: text/html\r\n'
        b"Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: "
        + address.encode()
        + b"\r\n\r\n"
        + lines
        + b"\r\n------bien--\r\nContent-Type: image/png\r\n"
        b"Content-Transfer-Encoding: base64\r\nContent-Location: http://x.example/a.png\r\n\r\niVBORw0KGgo=\r\n------bien----\r\n"
    )


def write(folder: Path, files: Pages) -> Path:
    """Files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
