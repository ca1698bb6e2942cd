"""Compiled patterns, kept between processes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import regex

from extract.match import shelf
from extract.match.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

GIFTS, HOUSES = "(?P<count>\\d++) phần quà", r"\m(?:căn|ngôi)\M nhà"


def filled(folder: Path, *sources: str) -> Path:
    for source in sources:
        Shelf(folder).add(regex.compile(source))
    (file,) = folder.iterdir()
    return file


def test_another_process_finds_what_one_has_compiled(tmp_path: Path) -> None:
    reader = Shelf(tmp_path)
    assert reader.find(GIFTS) is None
    filled(tmp_path, GIFTS, HOUSES)
    for source, text in ((GIFTS, "45 phần quà"), (HOUSES, "ngôi nhà")):
        found = reader.find(source)
        assert found is not None
        assert found.pattern == source
        assert found.fullmatch(text)
    assert reader.find("tò he") is None


def test_what_is_there_is_not_added_again(tmp_path: Path) -> None:
    size = filled(tmp_path, GIFTS).stat().st_size
    assert filled(tmp_path, GIFTS).stat().st_size == size


@pytest.mark.parametrize("lost", [1, 20, 40, 60])
def test_a_record_that_was_cut_off_is_written_again(tmp_path: Path, lost: int) -> None:
    file = filled(tmp_path, GIFTS, HOUSES)
    whole = file.read_bytes()
    file.write_bytes(whole[:-lost])
    assert Shelf(tmp_path).find(GIFTS)
    assert Shelf(tmp_path).find(HOUSES) is None
    filled(tmp_path, HOUSES)
    assert file.read_bytes() == whole


def test_a_damaged_record_is_not_read(tmp_path: Path) -> None:
    file = filled(tmp_path, GIFTS, HOUSES)
    content = bytearray(file.read_bytes())
    content[60] ^= 1
    file.write_bytes(content)
    assert Shelf(tmp_path).find(GIFTS) is None
    filled(tmp_path, GIFTS)
    assert Shelf(tmp_path).find(GIFTS)


def test_a_full_shelf_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Shelf(tmp_path)
    file = filled(tmp_path, GIFTS)
    assert old.find(GIFTS)
    monkeypatch.setattr(shelf, "_LARGEST", file.stat().st_size - 1)
    filled(tmp_path, HOUSES)
    assert [old.find(source) is None for source in (GIFTS, HOUSES)] == [True, False]


def test_a_shelf_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    Shelf(blocked).add(regex.compile(GIFTS))
    assert Shelf(blocked).find(GIFTS) is None
