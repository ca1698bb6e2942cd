"""A dataset copied to where nothing can be renamed, as on object stores.

There a dataset is what has a ``run.json``. That is removed before anything else is changed, and written when all of it
is there: who looks for it never reads half a dataset. Until then ``.unfinished`` says that what lies there is ours.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from extract import remote
from extract.errors import InputError, OutputError
from extract.tables.commit import FORMAT, OURS, RUN_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from extract.remote import Remote

_UNFINISHED = ".unfinished"
_WITHOUT_FOLDERS = frozenset({"s3", "gcs", "abfs"})
_COPIED_AT_ONCE = 8 << 20


def publish(dataset: Path, target: Remote) -> None:
    """Copy a dataset, in place of the one that may stand at ``target``.

    One at a time: nothing keeps two runs from writing to one place. Raises ``OutputError`` where that holds something
    else, or cannot be written; then the same again goes on.
    """
    refuse_foreign(target)
    try:
        _put(_in(target, _UNFINISHED), b"")
        with remote.reached(target):
            if remote.look(_in(target, RUN_FILE)) is not None:
                target.files.delete_file(_in(target, RUN_FILE).path)
            files = {file.relative_to(dataset).as_posix(): file for file in dataset.rglob("*") if file.is_file()}
            for name, file in sorted(files.items()):
                if name != RUN_FILE:
                    _copy(file, _in(target, name))
            for there in _below(target):
                if there.path.removeprefix(f"{target.path}/") not in {*files, _UNFINISHED}:
                    target.files.delete_file(there.path)
            _copy(files[RUN_FILE], _in(target, RUN_FILE))
            target.files.delete_file(_in(target, _UNFINISHED).path)
    except (InputError, OSError) as error:
        raise OutputError(f"cannot write {target}: {error}; the same command goes on from here") from error


def refuse_foreign(target: Remote) -> None:
    """Raise ``OutputError`` unless nothing is there, or a dataset, whole or not, with nothing else in it."""
    try:
        found = remote.look(target)
        names = {one.name for one in remote.members(found)} if found is not None and found.folder else set()
        ours = not names or _UNFINISHED in names or (RUN_FILE in names and _is_ours(_in(target, RUN_FILE)))
    except (InputError, OSError) as error:
        raise OutputError(f"cannot write {target}: {error}") from error
    if found is not None and not found.folder:
        raise OutputError(f"{target} is a file; name a folder for the dataset")
    if not ours:
        raise OutputError(f"{target} is not empty and not a dataset of baocao; name a new or an empty folder")
    foreign = sorted(names - OURS - {_UNFINISHED})
    if foreign:
        raise OutputError(f"{target} holds {', '.join(foreign)}, which a new run would delete; move it elsewhere")


def pages_there(target: Remote) -> int:
    """How many pages a dataset says that it holds; none if there is no whole one. Raises ``InputError``."""
    run_file = _in(target, RUN_FILE)
    run = _told(run_file) if remote.look(run_file) is not None else {}
    rows = run.get("rows") if run.get("format") == FORMAT else None
    return int(rows.get("pages", 0)) if isinstance(rows, dict) else 0


def _is_ours(run_file: Remote) -> bool:
    return _told(run_file).get("format") == FORMAT


def _told(run_file: Remote) -> dict[str, Any]:
    """What a ``run.json`` says; nothing if it is none of ours."""
    with remote.opened(run_file) as stream:
        try:
            run = json.load(stream)
        except ValueError:
            return {}
    return run if isinstance(run, dict) else {}


def _below(folder: Remote) -> Iterator[Remote]:
    for one in remote.members(folder):
        if one.folder:
            yield from _below(one)
        else:
            yield one


def _in(folder: Remote, name: str) -> Remote:
    return folder._replace(path=f"{folder.path}/{name}", folder=False)


def _copy(file: Path, target: Remote) -> None:
    _with_folder(target)
    with file.open("rb") as source, target.files.open_output_stream(target.path) as stream:
        shutil.copyfileobj(source, stream, _COPIED_AT_ONCE)


def _put(target: Remote, data: bytes) -> None:
    with remote.reached(target):
        _with_folder(target)
        with target.files.open_output_stream(target.path) as stream:
            stream.write(data)


def _with_folder(target: Remote) -> None:
    if target.files.type_name not in _WITHOUT_FOLDERS:
        target.files.create_dir(target.path.rpartition("/")[0], recursive=True)
