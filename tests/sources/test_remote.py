"""Inputs that are not on the disk: in a memory that stands for an object store, or reached as if they were far away."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import archives
import fsspec
import pyarrow.fs
import pyarrow.parquet as pq
import pytest
from commands import digests

from extract import batch, remote
from extract.errors import InputError, OutputError
from extract.remote import Remote, place
from extract.sources import File, SourceOptions, captures_in, files
from extract.units import cleaning, plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once", "archives_are_cut")

PAGES = archives.pages(6)
FILES = {
    "2016/10/trang.html": archives.page(20),
    "2016/9.html": archives.page(21),
    "2016/.an.html": archives.page(22),
    "2016/anh.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "2016/hong.warc.gz": archives.warc_gz(archives.responses(PAGES))[:-40],
    "2016/trang.jsonl": archives.jsonl(archives.pages(3)),
    "2016/trang.parquet": archives.parquet(archives.pages(3)),
    "2016/trang.warc.gz": archives.warc_gz(archives.responses(PAGES)),
    "2016/trang.zip": archives.zipped({f"tin/{number}.html": archives.page(number) for number in range(30, 34)}),
    "2016/xã Tân Bình/#1?.html": archives.page(23),
}


@pytest.fixture
def archives_are_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small ones too."""
    monkeypatch.setattr(plan, "_SMALL", 4096)


@pytest.fixture
def on_disk(tmp_path: Path) -> Path:
    return archives.write(tmp_path / "kho", FILES)


@pytest.fixture
def store() -> Iterator[fsspec.AbstractFileSystem]:
    """A store with the same files, at ``memory://kho``."""
    files = fsspec.filesystem("memory")
    for path, data in FILES.items():
        files.pipe_file(f"/kho/{path}", data)
    yield files
    files.rm("/kho", recursive=True)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("within", ["", "/2016/trang.zip", "/2016/9.html"])
def test_the_same_bytes_as_from_the_disk(within: str, on_disk: Path, tmp_path: Path) -> None:
    batch.run([on_disk / within.lstrip("/")], tmp_path / "near")
    batch.run([place(f"fsspec+memory://kho{within}")], tmp_path / "far")
    assert pq.read_table(tmp_path / "near" / "pages").num_rows > 0
    assert digests(tmp_path / "far") == digests(tmp_path / "near")


@pytest.mark.usefixtures("store")
def test_files_can_be_sent_to_workers(on_disk: Path) -> None:
    sent = [pickle.loads(pickle.dumps(file)) for file in files([place(f"fsspec+local://{on_disk}")])]  # noqa: S301
    assert [file.name for file in sent] == [file.name for file in files([on_disk])]  # type: ignore[union-attr]
    options = SourceOptions()
    assert [[*captures_in(file, options)] for file in sent] == [
        [*captures_in(file, options)] for file in files([on_disk]) if isinstance(file, File)
    ]


def test_addresses_one_in_the_other_are_read_once(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    del store
    batch.run([place("fsspec+memory://kho/2016/9.html"), place("fsspec+memory://kho")], tmp_path / "out")
    names = pq.read_table(tmp_path / "out" / "pages")["source"].to_pylist()
    assert "9.html" in names
    assert "2016/9.html" not in names


def test_what_changed_is_read_again_alone(
    store: fsspec.AbstractFileSystem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run before was ended at the last step, so that all it has done lies in its work folder."""
    with monkeypatch.context() as broken:
        broken.setattr(batch, "write_run", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(OutputError):
            batch.run([place("fsspec+memory://kho")], tmp_path / "out")
    cleaned = []
    clean = cleaning.clean

    def counted(*arguments: object) -> object:
        cleaned.append(arguments[0])
        return clean(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(cleaning, "clean", counted)
    store.pipe_file("/kho/2016/trang.jsonl", archives.jsonl(archives.pages(4)))
    batch.run([place("fsspec+memory://kho")], tmp_path / "out")
    assert len(cleaned) == 1
    assert pq.read_table(tmp_path / "out" / "pages", filters=[("source", "=", "2016/trang.jsonl:4")]).num_rows == 1


def test_a_connection_that_breaks_ends_the_run_which_then_goes_on(
    store: fsspec.AbstractFileSystem, on_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was on the way is no damage of a page: it must not become a row of ``rejects``."""
    del store
    out = tmp_path / "out"
    for broken in ("trang.jsonl", "trang.parquet", "trang.warc.gz", "trang.zip", "9.html"):
        with monkeypatch.context() as patched:
            patched.setattr(remote, "_READ_AT_ONCE", 512)
            readinto = remote._Bytes.readinto  # noqa: SLF001 - where the network is

            def breaking(
                self: remote._Bytes, buffer: bytearray, broken: str = broken, readinto: object = readinto
            ) -> int:
                with remote.reached(self._remote):
                    if self._remote.name == broken and self.tell() > 0:
                        raise OSError("AWS Error NETWORK_CONNECTION during GetObject operation")
                return readinto(self, buffer)  # type: ignore[operator,no-any-return]

            patched.setattr(remote._Bytes, "readinto", breaking)  # noqa: SLF001
            with pytest.raises(InputError, match=rf"memory://kho/2016/{broken}: AWS Error NETWORK_CONNECTION"):
                batch.run([place("fsspec+memory://kho")], out)
        assert not out.exists()
    batch.run([on_disk], tmp_path / "near")
    batch.run([place("fsspec+memory://kho")], out)
    assert digests(out) == digests(tmp_path / "near")


def test_a_file_that_is_gone_when_it_is_read_is_told_of(store: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    def gone(_: object) -> None:
        if store.exists("/kho/2016/9.html"):
            store.rm("/kho/2016/9.html")

    batch.run([place("fsspec+memory://kho")], tmp_path / "out", on_progress=gone)
    rejects = pq.read_table(tmp_path / "out" / "rejects").to_pylist()
    assert ("2016/9.html", "unreadable") in {(row["source"], row["reason"]) for row in rejects}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("fsspec+memory://kho/khong-co", "no such file or folder"),
        ("fsspec+memory://", "no page in this folder"),
        ("kho://tin", "kho://tin: .*give a path, or an address that begins with s3://"),
        ("https://xa.example.vn/tin?id=3", "https://xa.example.vn/tin: pages are not fetched from the web; save them"),
        ("kho://ten:mat-khau@may/tin?region=x", "^kho://may/tin: (?!.*mat-khau)"),
    ],
)
def test_an_address_that_leads_nowhere(address: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=told):
        batch.run([place(address)], tmp_path / "out")


def test_what_is_needed_to_get_in_is_not_written_down() -> None:
    """``run.json`` says what was read."""
    given = place("s3://key:secret@kho/2016/?region=ap-southeast-1&endpoint_override=127.0.0.1:9")
    assert isinstance(given, Remote)
    assert isinstance(given.files, pyarrow.fs.S3FileSystem)
    assert str(given._replace(path=given.path + "/a.warc.gz")) == "s3://kho/2016/a.warc.gz"
