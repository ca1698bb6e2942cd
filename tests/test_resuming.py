"""A run that was ended is gone on with, and what comes of it is what an undisturbed run gives."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from typing import TYPE_CHECKING, Any, Self

import pyarrow.parquet as pq
import pytest
from commands import digests

from extract import batch
from extract.engines import Limits, Serial
from extract.errors import OutputError
from extract.sources import SourceOptions
from extract.tables import sorting
from extract.tables.commit import work_of
from extract.units import cleaning, keys, plan, reading, store, unpacking, writing
from extract.units.keys import recipe
from extract.units.orders import Clean, Cut, Read, Write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from extract.engines.order import Order, Prepare, Result

pytestmark = pytest.mark.usefixtures("shipped_rules_once", "small_units")

HOTLINE = "Mọi thắc mắc xin liên hệ tổ hỗ trợ của xã để được giải đáp kịp thời"


@pytest.fixture
def small_units(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few pages a unit, and every archive cut."""
    monkeypatch.setattr(plan, "_SMALL", 0)
    monkeypatch.setattr(plan, "PIECE_PAGES", 3)
    monkeypatch.setattr(unpacking, "PIECE_PAGES", 3)


def report(number: int) -> str:
    told = f"Nhân dân ấp {number} góp {number + 30} triệu đồng làm {number + 2} km đường."
    return "\n".join((f"Ấp {number} làm đường", told, HOTLINE))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Seven files and a zip of eight pages, two of them as in the folder; all of one site."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(7):
        (folder / f"ap-{number}.txt").write_text(report(number), "utf-8")
    with zipfile.ZipFile(folder / "kho.zip", "w") as archive:
        for number in range(5, 13):
            archive.writestr(f"ap-{number}.txt", report(number))
    (folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    return folder


@pytest.fixture
def undisturbed(pages: Path, tmp_path: Path) -> dict[str, str]:
    out = tmp_path / "undisturbed"
    batch.run([pages], out)
    return digests(out)


class Killed(BaseException):
    """As sudden as a signal."""


class Counting:
    """Does orders in this process, counts those that are really done, and ends after so many."""

    limits = Limits()

    def __init__(self, most: int = 1_000_000) -> None:
        self.left = most
        self.asked: list[object] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def results(self, prepare: Prepare[Order, Result], orders: Iterable[Order]) -> Iterator[Result]:
        yield from Serial().results(prepare, self._counted(orders))

    def _counted(self, orders: Iterable[Order]) -> Iterator[Order]:
        for order in orders:
            if self.left == 0:
                raise Killed
            self.left -= 1
            self.asked.append(order)
            yield order


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is really done, by kind, not taken from before."""
    found: list[str] = []

    def counted(module: Any, name: str) -> None:
        work = getattr(module, name)

        def count(order: Any, *arguments: Any) -> Any:
            found.append(name)
            return work(order, *arguments)

        monkeypatch.setattr(module, name, count)

    for module, name in ((unpacking, "cut"), (cleaning, "clean"), (reading, "read"), (writing, "write")):
        counted(module, name)
    return found


def test_a_run_goes_on_from_every_unit(
    pages: Path, tmp_path: Path, undisturbed: dict[str, str], done: list[str]
) -> None:
    """Ended at the beginning, at the end, and between; every order is done once."""
    whole = Counting()
    batch.run([pages], tmp_path / "whole", engine=whole)
    expected = sorted(done)
    assert {type(order) for order in whole.asked} == {Cut, Clean, Read, Write}
    for most in range(0, len(whole.asked), 4):
        out = tmp_path / f"out-{most}"
        done.clear()
        with pytest.raises(Killed):
            batch.run([pages], out, engine=Counting(most))
        assert not out.exists()
        assert len(done) == most
        batch.run([pages], out)
        assert sorted(done) == expected, most
        assert digests(out) == undisturbed
        assert not work_of(out).exists()


def test_a_run_goes_on_through_many_ends(pages: Path, tmp_path: Path, undisturbed: dict[str, str]) -> None:
    out = tmp_path / "out"
    for most in range(3, 100, 5):
        try:
            batch.run([pages], out, engine=Counting(most))
        except Killed:
            continue
        break
    assert digests(out) == undisturbed


# ----------------------------------------------------------------------------------------------- what is not used again


def interrupted(pages: Path, out: Path, **options: Any) -> None:
    """Ended when all units have been read."""

    def stop(progress: Any) -> None:
        if progress.step == "writing":
            raise Killed

    with pytest.raises(Killed):
        batch.run([pages], out, on_progress=stop, **options)


def test_rules_code_libraries_and_options_make_the_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = SourceOptions()
    (tmp_path / "mine.yaml").write_text("lists: {}\n", "utf-8")
    found = [recipe([], options), recipe([tmp_path], options)]
    (tmp_path / "mine.yaml").write_text("lists: {}\n# khác\n", "utf-8")
    found += [recipe([tmp_path], options), recipe([], SourceOptions(members=7))]
    for name, value in (("code_digest", "other code"), ("versions", {"lxml": "7.0"})):
        with monkeypatch.context() as patch:
            patch.setattr(keys, name, lambda value=value: value)
            found.append(recipe([], options))
    assert len(set(found)) == len(found)
    assert recipe([], options) == found[0]


def test_nothing_is_used_again_under_other_options(pages: Path, tmp_path: Path, done: list[str]) -> None:
    out = tmp_path / "out"
    interrupted(pages, out)
    expected = sorted([*done, *["write"] * 9])
    done.clear()
    batch.run([pages], out, options=SourceOptions(page_bytes=50))
    assert sorted(done) == expected
    assert pq.read_table(out / "pages").num_rows == 0


def test_what_changed_is_read_again_alone(pages: Path, tmp_path: Path, done: list[str]) -> None:
    """One page of sixteen: its unit is cleaned and read again, the other ones are not."""
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    interrupted(pages, out)
    done.clear()
    (pages / "ap-6.txt").write_text(report(77), "utf-8")
    batch.run([pages], out)
    assert sorted(set(done)) == ["clean", "read", "write"]
    assert done.count("clean") == 1
    assert done.count("read") <= 3  # and the pieces of the archive that hold pages it had before
    batch.run([pages], fresh)
    assert digests(out) == digests(fresh)


def test_what_a_new_page_teaches_of_its_site_is_read_again(pages: Path, tmp_path: Path) -> None:
    """The hotline is furniture as long as it stands in a quarter of the articles: enough others, and it is none."""
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    interrupted(pages, out)
    with zipfile.ZipFile(pages / "khac.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"khac-{number}.txt", f"Khu {number} họp dân\nKhu {number} có {number + 3} hộ dự họp.")
    batch.run([pages], out)
    batch.run([pages], fresh)
    assert digests(out) == digests(fresh)
    reasons = pq.read_table(out / "blocks").column("reason").to_pylist()
    assert "site_boilerplate" not in reasons


def test_a_rerun_of_a_finished_run_reads_everything_again(pages: Path, tmp_path: Path, done: list[str]) -> None:
    out = tmp_path / "out"
    batch.run([pages], out)
    first = sorted(done)
    done.clear()
    batch.run([pages], out)
    assert sorted(done) == first


@pytest.mark.parametrize(
    ("kind", "harm"),
    [("cut", "cut off"), ("captures", "cut off"), ("cleaned", "a bit"), ("read", "empty"), ("read", "a bit")],
)
def test_what_a_power_cut_left_is_made_again(
    *, pages: Path, tmp_path: Path, undisturbed: dict[str, str], kind: str, harm: str
) -> None:
    out = tmp_path / "out"
    if kind == "captures":
        with pytest.raises(Killed):
            batch.run([pages], out, engine=Counting(1))
    else:
        interrupted(pages, out)
    units = [file for file in (work_of(out) / kind).rglob("*") if file.is_file()]
    assert units
    for file in units:
        content = file.read_bytes()
        middle = len(content) // 2
        changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        file.write_bytes({"cut off": content[:middle], "a bit": changed, "empty": b""}[harm])
    batch.run([pages], out)
    assert digests(out) == undisturbed


# ------------------------------------------------------------------------------------------------------ a full disk


@pytest.mark.parametrize("after", [0, 7, 14, 25, 36])
def test_a_disk_that_fills_up_leaves_what_was_done(
    *, pages: Path, tmp_path: Path, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """The first write that fails is the first, the fifth ...: of a unit, of a run of rows, of a table."""
    left = after

    def failing(write: Callable[..., Any]) -> Callable[..., Any]:
        def fail(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            done = write(*arguments, **options)
            left -= 1
            if left < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return done

        return fail

    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr(store, "_write", failing(store._write))  # noqa: SLF001
        patch.setattr(sorting, "_BUFFER", 1)
        patch.setattr(sorting.SortedRows, "_write_run", failing(sorting.SortedRows._write_run))  # noqa: SLF001
        patch.setattr(pq.ParquetWriter, "close", failing(pq.ParquetWriter.close))
        with pytest.raises(OutputError, match=r"No space left.*the same command goes on from here"):
            batch.run([pages], out)
    assert not out.exists()
    batch.run([pages], out)
    assert digests(out) == undisturbed


def test_the_progress_of_a_run_that_was_ended_can_be_read(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    interrupted(pages, out)
    told = json.loads((work_of(out) / "progress.json").read_text("utf-8"))
    assert told["step"] in {"reading", "writing"}
