"""A dataset folder that changes all at once or not at all.

A run writes into ``.NAME.staging`` beside the dataset ``NAME``, and renames it into place when everything is on the
disk. For that moment the dataset that stood there moves to ``.NAME.replaced``. Whatever a killed run leaves, the next
one clears away; if it was killed between the two renames, the old dataset moves back. One run at a time holds
``.NAME.lock``.

Needs a POSIX file system: locks, and renames of folders.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from extract.errors import OutputError
from extract.tables.schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RUN_FILE = "run.json"
PACKAGE_FILE = "datapackage.json"
VIEWS_FILE = "views.sql"
DICTIONARY_FILE = "dictionary.md"
_REPORT_FOLDER = "report"
FORMAT = "baocao-dataset"
"""What ``run.json`` says under ``format``: the mark of a folder that a run may replace."""

OURS = frozenset(
    {RUN_FILE, PACKAGE_FILE, VIEWS_FILE, DICTIONARY_FILE, _REPORT_FOLDER, *(schema.name for schema in TABLES)}
)
"""What may lie in a dataset."""


@contextmanager
def replacing(dataset: Path) -> Iterator[Path]:
    """A new folder to fill; it becomes ``dataset`` when the block ends, and disappears if the block raises.

    The block must write ``run.json``, by which the next run knows a dataset. The folder ``work_of(dataset)`` is the
    block's own; it stays if the block raises, and disappears when the dataset stands.

    Raises ``OutputError``: at once if ``dataset`` is something else or cannot be written, at the end if the disk is
    full. The dataset that was there before stands whole in every case.
    """
    dataset = dataset.resolve()
    if dataset.is_mount():
        raise OutputError(f"{dataset} is where a disk is mounted and cannot be replaced; name a folder inside it")
    staging, replaced = _beside(dataset, "staging"), _beside(dataset, "replaced")
    with ExitStack() as stack:
        with writing(dataset):
            dataset.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(_lock(dataset))
            _settle(dataset, replaced)
            if staging.exists():
                shutil.rmtree(staging)
            refuse_foreign(dataset)
            staging.mkdir()
        stack.callback(shutil.rmtree, staging, ignore_errors=True)
        yield staging
        with writing(dataset):
            _sync_folders(staging)
            _swap(dataset, staging, replaced)
        shutil.rmtree(work_of(dataset), ignore_errors=True)


def work_of(dataset: Path) -> Path:
    """The folder in which a run keeps what it has done so far."""
    return _beside(dataset.resolve(), "work")


@contextmanager
def writing(dataset: Path) -> Iterator[None]:
    """Turns what the file system refuses into an ``OutputError`` about ``dataset``."""
    try:
        yield
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        what = f" ({error.filename})" if error.filename else ""
        begun = ", and the same command goes on from here" if work_of(dataset).exists() else ""
        raise OutputError(
            f"cannot write {dataset}: {reason}{what}; what was there before is untouched{begun}"
        ) from error


def refuse_foreign(dataset: Path) -> None:
    """Raise ``OutputError`` unless ``dataset`` is absent, empty, or a dataset with nothing else in it.

    A run replaces the whole folder, so it must hold nothing that someone else put there.
    """
    if not dataset.exists():
        return
    if not dataset.is_dir():
        raise OutputError(f"{dataset} is a file; name a folder for the dataset")
    names = {entry.name for entry in dataset.iterdir()}
    if not names:
        return
    if not is_dataset(dataset):
        raise OutputError(f"{dataset} is not empty and not a dataset of baocao; name a new or an empty folder")
    foreign = sorted(names - OURS)
    if foreign:
        raise OutputError(f"{dataset} holds {', '.join(foreign)}, which a new run would delete; move it elsewhere")


def is_dataset(folder: Path) -> bool:
    """Whether ``folder`` was written by a run that finished."""
    try:
        run = json.loads((folder / RUN_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(run, dict) and run.get("format") == FORMAT


def _beside(dataset: Path, role: str) -> Path:
    return dataset.with_name(f".{dataset.name}.{role}")


@contextmanager
def _lock(dataset: Path) -> Iterator[None]:
    """Hold the dataset's lock; the system lets go of it even if this process is killed."""
    file = _beside(dataset, "lock")
    while True:
        descriptor = os.open(file, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise OutputError(f"another run is writing {dataset}; wait for it, or name another folder") from None
        if _is_open_file(file, descriptor):
            break
        os.close(descriptor)  # its last holder removed it between our two calls
    try:
        yield
    finally:
        file.unlink(missing_ok=True)
        os.close(descriptor)


def is_being_written(dataset: Path) -> bool:
    """Whether a run holds its lock."""
    try:
        descriptor = os.open(_beside(dataset.resolve(), "lock"), os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


def _is_open_file(file: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(file.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _settle(dataset: Path, replaced: Path) -> None:
    """Leave one dataset in place: the new one if it stands, else the old one."""
    if not replaced.exists():
        return
    if is_dataset(dataset):
        shutil.rmtree(replaced)
        return
    if dataset.exists():
        dataset.rmdir()  # an empty folder somebody made since; anything else is refused by the system
    replaced.rename(dataset)


def _swap(dataset: Path, staging: Path, replaced: Path) -> None:
    try:
        if dataset.exists():
            dataset.rename(replaced)
        staging.rename(dataset)
        _sync(dataset.parent)
    finally:
        _settle(dataset, replaced)


def _sync_folders(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_dir():
            _sync(path)
    _sync(folder)


def _sync(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
