"""Datasets copied to where nothing can be renamed: in a memory that stands for an object store."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from typer.testing import CliRunner

from extract import batch
from extract.cli import app
from extract.errors import InputError, OutputError
from extract.remote import Remote, place
from extract.tables.commit import work_of
from extract.tables.publish import publish, refuse_foreign

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Files = dict[str, bytes]


@pytest.fixture
def store() -> Iterator[MemoryFileSystem]:
    files = fsspec.filesystem("memory")
    yield files
    files.rm("/kho", recursive=True) if files.exists("/kho") else None


@pytest.fixture
def target() -> Remote:
    found = place("fsspec+memory://kho/bang")
    assert isinstance(found, Remote)
    return found


def dataset(folder: Path, version: int, *names: str) -> Path:
    """A folder that looks like a dataset, every file of which tells its version."""
    for name in ("pages/part-00000.parquet", "money/part-00000.parquet", "dictionary.md", *names):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name} {version}", "utf-8")
    (folder / "run.json").write_text(json.dumps({"format": "baocao-dataset", "version": version}), "utf-8")
    return folder


def on_disk(folder: Path) -> Files:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def there(files: MemoryFileSystem) -> Files:
    return {path.removeprefix("/kho/bang/"): files.cat_file(path) for path in files.find("/kho/bang")}


def test_a_dataset_is_copied_and_replaced(store: MemoryFileSystem, target: Remote, tmp_path: Path) -> None:
    old = dataset(tmp_path / "old", 1, "report/index.html", "report/a.html")
    publish(old, target)
    assert there(store) == on_disk(old)
    new = dataset(tmp_path / "new", 2, "report/index.html")
    publish(new, target)
    assert there(store) == on_disk(new)


def test_who_looks_for_run_json_never_reads_half(
    store: MemoryFileSystem, target: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended before each thing that changes the store; the next try ends well."""
    old = dataset(tmp_path / "old", 1, "report/index.html")
    new = dataset(tmp_path / "new", 2)
    whole = (on_disk(old), on_disk(new))
    seen = set()
    for most in range(100):
        publish(old, target)
        left = most

        def once(change: Any) -> Any:
            def changed(*arguments: Any, **named: Any) -> Any:
                nonlocal left
                if left == 0:
                    raise OSError("the machine was switched off")
                left -= 1
                return change(*arguments, **named)

            return changed

        with monkeypatch.context() as patched:
            for name in ("open", "rm_file", "rm"):
                patched.setattr(MemoryFileSystem, name, once(getattr(MemoryFileSystem, name)))
            with suppress(OutputError):
                publish(new, target)
            ended = left > 0
        found = there(store)
        found.pop(".unfinished", None)
        assert "run.json" not in found or found in whole
        seen.add(("run.json" in found, found == whole[0], found == whole[1]))
        publish(new, target)
        assert there(store) == whole[1]
        if ended:
            break
    assert seen == {(True, True, False), (False, False, False), (True, False, True)}


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["thu.txt"], "not empty and not a dataset"),
        (["run.json"], "not empty and not a dataset"),
        ([".unfinished", "pages/part-00000.parquet", "thu.txt"], "holds thu.txt, which a new run would delete"),
        ([""], "is a file"),
    ],
)
def test_what_is_not_ours_stays(
    names: list[str], told: str, store: MemoryFileSystem, target: Remote, tmp_path: Path
) -> None:
    for name in names:
        store.pipe_file(f"/kho/bang/{name}".rstrip("/"), b"{}")
    before = there(store)
    new = dataset(tmp_path / "new", 2)
    for refused in (partial(refuse_foreign, target), partial(publish, new, target)):
        with pytest.raises(OutputError, match=told):
            refused()
    assert there(store) == before


@pytest.mark.usefixtures("shipped_rules_once")
def test_a_run_that_cannot_copy_goes_on(
    store: MemoryFileSystem, target: Remote, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "duong.txt").write_text("Nhân dân ấp 3 góp 320 triệu đồng làm đường.", "utf-8")
    out = tmp_path / "out"
    with monkeypatch.context() as patched:
        patched.setattr(MemoryFileSystem, "open", lambda *_, **__: (_ for _ in ()).throw(OSError("no way there")))
        with pytest.raises(OutputError, match=r"memory://kho/bang: .*no way there.*the same command goes on"):
            batch.run([tmp_path / "duong.txt"], out, copy_to=target)
    assert work_of(out).exists()
    assert not out.exists()
    batch.run([tmp_path / "duong.txt"], out, copy_to=target)
    assert there(store) == on_disk(out)


@pytest.mark.usefixtures("shipped_rules_once")
def test_a_run_without_a_page_costs_no_dataset_there(store: MemoryFileSystem, target: Remote, tmp_path: Path) -> None:
    """As it costs none on a disk; where there was none, an empty one comes to stand in both places."""
    (tmp_path / "duong.txt").write_text("Nhân dân ấp 3 góp 320 triệu đồng làm đường.", "utf-8")
    (tmp_path / "scan.pdf.html").write_bytes(b"%PDF-1.7")
    batch.run([tmp_path / "scan.pdf.html"], tmp_path / "first", copy_to=target)
    assert "run.json" in there(store)
    batch.run([tmp_path / "duong.txt"], tmp_path / "second", copy_to=target)
    before = there(store)
    for out in ("second", "third"):
        with pytest.raises(InputError, match=r"no page was read; .*memory://kho/bang stays? as"):
            batch.run([tmp_path / "scan.pdf.html"], tmp_path / out, copy_to=target)
        assert there(store) == before
    assert not (tmp_path / "third").exists()
    assert not work_of(tmp_path / "third").exists()


def test_the_command_needs_a_place_to_make_it(tmp_path: Path) -> None:
    for options in (["--out", "fsspec+memory://kho/bang"], ["--out", str(tmp_path / "a"), "--work", str(tmp_path)]):
        found = CliRunner().invoke(app, ["run", "samples", *options])
        assert found.exit_code == 2
        assert "--work" in found.output
