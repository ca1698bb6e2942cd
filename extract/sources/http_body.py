"""The body of an HTTP response as a browser would see it: put together and unpacked, with every cut noticed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import brotli

from extract.sources.format import DamageError, too_large
from extract.sources.zstandard import zstd

if TYPE_CHECKING:
    from fastwarc.warc import HeaderMap

    from extract.sources.format import SourceOptions

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def body_of(headers: HeaderMap, sent: bytes, options: SourceOptions) -> bytes:
    """The page in a response. Crawlers often store a body decoded beside headers that say it is not: what does not
    look encoded is taken as it stands.

    Raises ``DamageError`` for a body that is cut, broken, too large, or in a coding that is not known.
    """
    codings = [
        coding.strip().lower()
        for name in ("Transfer-Encoding", "Content-Encoding")
        for coding in reversed((headers.get(name) or "").split(","))
    ]
    if "chunked" not in codings:
        _check_length(headers, sent)
    body = sent
    for coding in codings:
        body = _decoded(coding, body, options)
    if len(body) > options.page_bytes:
        raise too_large(options)
    return body


def _check_length(headers: HeaderMap, sent: bytes) -> None:
    said = (headers.get("Content-Length") or "").strip()
    # Longer than said: the crawler unpacked it and kept the header.
    if said.isascii() and said.isdigit() and len(sent) < int(said):
        raise DamageError("truncated", f"the response has {len(sent):,} of the {int(said):,} bytes it announced")


def _decoded(coding: str, body: bytes, options: SourceOptions) -> bytes:
    match coding:
        case "" | "identity" | "none":
            return body
        case "chunked":
            return _joined(body)
        case "gzip" | "x-gzip":
            return _inflated(body, _GZIP, options) if body.startswith(b"\x1f\x8b") else body
        case "deflate":
            return _deflate(body, options)
        case "br":
            return _brotli(body, options)
        case "zstd":
            return _zstd(body, options) if body.startswith(b"\x28\xb5\x2f\xfd") else body
    raise DamageError("unsupported", f"content encoding {coding[:40]}")


def _joined(body: bytes) -> bytes:
    r"""The chunks of a body, or the body itself if it has none.

    >>> _joined(b"5\r\nhello\r\n0\r\n\r\n"), _joined(b"<html>")
    (b'hello', b'<html>')
    """
    parts: list[bytes] = []
    at = 0
    while True:
        end = body.find(b"\n", at)
        size = _hexadecimal(body[at:end].split(b";")[0].strip()) if end >= 0 else None
        if size is None:
            if at == 0 and body:
                return body
            raise _cut() if end < 0 else DamageError("corrupt", f"no chunk of the response at its byte {at}")
        if size == 0:
            return b"".join(parts)
        part = body[end + 1 : end + 1 + size]
        if len(part) < size:
            raise _cut()
        parts.append(part)
        at = end + 1 + size
        at += 2 if body[at : at + 2] == b"\r\n" else 1


def _cut() -> DamageError:
    return DamageError("truncated", "the response ends in the middle")


def _hexadecimal(digits: bytes) -> int | None:
    try:
        return int(digits, 16)
    except ValueError:
        return None


def _whole(unpacked: bytes, options: SourceOptions, *, ended: bool) -> bytes:
    """What was unpacked, one byte more than may be at most, if that is all of a page."""
    if len(unpacked) > options.page_bytes:
        raise too_large(options)
    if not ended:
        raise _cut()
    return unpacked


def _inflated(body: bytes, form: int, options: SourceOptions) -> bytes:
    inflate = zlib.decompressobj(form)
    try:
        unpacked = inflate.decompress(body, options.page_bytes + 1)
    except zlib.error as error:
        raise DamageError("corrupt", f"the packed response: {error}") from error
    return _whole(unpacked, options, ended=inflate.eof)


def _deflate(body: bytes, options: SourceOptions) -> bytes:
    """``deflate`` should mean zlib; some servers send the bare stream; some crawlers store it decoded."""
    for form in (_ZLIB, _RAW):
        try:
            return _inflated(body, form, options)
        except DamageError as error:
            if error.reason != "corrupt":
                raise
    return body


def _brotli(body: bytes, options: SourceOptions) -> bytes:
    unpack = brotli.Decompressor()
    try:
        unpacked = unpack.process(body, output_buffer_limit=options.page_bytes + 1)
    except brotli.error:
        return body  # there is no mark to tell: what does not unpack was stored decoded
    return _whole(bytes(unpacked), options, ended=unpack.is_finished())


def _zstd(body: bytes, options: SourceOptions) -> bytes:
    unpack = zstd.ZstdDecompressor()
    try:
        unpacked = unpack.decompress(body, options.page_bytes + 1)
    except zstd.ZstdError as error:
        raise DamageError("corrupt", f"the packed response: {error}") from error
    return _whole(unpacked, options, ended=unpack.eof)
