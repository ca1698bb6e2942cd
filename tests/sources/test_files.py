from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from archives import write

from extract.errors import InputError
from extract.model import Capture, Reject
from extract.sources import SourceOptions, captures

PAGE = "<!DOCTYPE html><html><body><p>Trao 23 phần học bổng.</p></body></html>".encode()
TEXT = "Trao 23 phần học bổng.\n".encode()


def outcome(*inputs: Path) -> list[tuple[str | None, str]]:
    return [(one.uri, one.media_type if isinstance(one, Capture) else one.reason) for one in captures(inputs)]


def test_a_folder_is_read_in_the_order_of_names_with_relative_paths(tmp_path: Path) -> None:
    write(tmp_path, {"b.html": PAGE, "a/z.txt": TEXT, "a/á.htm": PAGE, "c": TEXT})
    write(tmp_path, {".hidden/x.html": PAGE, ".y.html": PAGE})
    assert outcome(tmp_path) == [
        ("a/z.txt", "text/plain"),
        ("a/á.htm", "text/html"),
        ("b.html", "text/html"),
        ("c", "text/plain"),
    ]


def test_a_single_file_is_known_by_its_name(tmp_path: Path) -> None:
    write(tmp_path, {"2023/trang.html": PAGE})
    assert outcome(tmp_path / "2023" / "trang.html") == [("trang.html", "text/html")]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        # What a file holds counts before its name.
        ("index.php?id=3", PAGE, "text/html"),
        ("Default.aspx", b"\xef\xbb\xbf\r\n<html>", "text/html"),
        ("bao-cao.doc", b"<html xmlns:o='urn:x'><body>", "text/html"),
        ("trang.txt", b"<!-- saved from url=(0021)http://a.example/b -->\n<html>", "text/html"),
        ("utf16.html", "<html><body>Phường 2".encode("utf-16"), "text/html"),
        ("utf16.txt", "Phường 2 trao học bổng".encode("utf-16-le"), "text/plain"),
        ("doan.html", "<p>Phường 2".encode(), "text/html"),
        ("khong-the.html", "Phường 2 trao học bổng".encode(), "text/plain"),
        ("legacy.txt", bytes([84, 230, 32, 100, 169, 110, 32, 112, 232]) * 9, "text/plain"),
        # What is no page.
        ("anh.jpg", b"\xff\xd8\xff\xe0" + bytes(100), "unsupported"),
        ("nhi-phan.html", b"%PDF-1.7\n%" + bytes(range(256)), "unsupported"),
        ("nhi-phan.txt", bytes(range(32)) * 50, "unsupported"),
        ("style.css", b"p { color: red }", "unsupported"),
        ("data.json", b'{"a": "<html>"}', "unsupported"),
        ("rong.html", b"", "empty"),
    ],
)
def test_what_a_file_is(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    write(tmp_path, {name: content})
    assert outcome(tmp_path / name) == [(name, expected)]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a/trang.html": PAGE, "b.txt": TEXT})
    (tmp_path / "c.html").symlink_to(tmp_path / "a" / "trang.html")
    found = outcome(tmp_path, tmp_path / "b.txt", tmp_path / "a")
    assert found == [("a/trang.html", "text/html"), ("b.txt", "text/plain")]


def test_links_that_turn_in_a_circle_or_lead_nowhere(tmp_path: Path) -> None:
    write(tmp_path, {"a/trang.html": PAGE})
    (tmp_path / "a" / "lai").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "mat.html").symlink_to(tmp_path / "khong-co.html")
    assert outcome(tmp_path) == [("a/trang.html", "text/html"), ("mat.html", "unreadable")]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": PAGE})
    os.mkfifo(tmp_path / "b.html")
    assert outcome(tmp_path) == [("a.html", "text/html"), ("b.html", "unreadable")]


def test_a_file_that_may_not_be_opened_is_a_row_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a.html": PAGE, "b.html": PAGE, "c.html": PAGE})
    opened = Path.open

    def refuse(path: Path, *arguments: Any, **named: Any) -> object:
        if path.name == "b.html":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(captures([tmp_path]))
    assert [one.uri for one in found] == ["a.html", "b.html", "c.html"]
    assert found[1] == Reject("b.html", "b.html", "unreadable", "Permission denied", len(PAGE))


def test_a_page_that_is_too_large_is_refused_with_its_size(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": PAGE + b" " * 200})
    (found,) = captures([tmp_path], SourceOptions(page_bytes=100))
    assert isinstance(found, Reject)
    assert (found.reason, found.bytes) == ("too_large", len(PAGE) + 200)


def test_a_missing_input_is_told_before_anything_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": PAGE})
    with pytest.raises(InputError, match=r"khong-co: no such file or folder"):
        captures([tmp_path, tmp_path / "khong-co"])


@pytest.mark.parametrize("files", [{}, {"anh.png": b"\x89PNG\0\0\0"}, {".an.html": PAGE}, {"rong.html": b""}])
def test_a_folder_without_a_page_is_an_error(tmp_path: Path, files: dict[str, bytes]) -> None:
    write(tmp_path, files)
    with pytest.raises(InputError, match="no page in this folder"):
        captures([tmp_path])
