"""frictionless reads the data package of a dataset; what it refuses is told here, and checked in another way."""

from __future__ import annotations

import hashlib
import json
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pyarrow.parquet as pq
import pytest
from handmade_pages import sample_record, write_dataset

from extract.tables.package import Package, write_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pages = [sample_record(f"http://{name}.vn/1") for name in "abc"]
    folder = write_dataset(tmp_path_factory.mktemp("of") / "dataset", *pages)
    write_package(Package(folder))
    return folder


def test_sizes_and_hashes_are_those_of_the_files(dataset: Path) -> None:
    package = json.loads((dataset / "datapackage.json").read_text("utf-8"))
    assert len(package["resources"]) == 9
    for resource in package["resources"]:
        content = (dataset / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(find_spec("frictionless") is None, reason="frictionless is not installed")
def test_frictionless_refuses_two_things_only(dataset: Path) -> None:
    """It counts no bytes of Parquet files, and takes a key of two columns for set where one of them is empty.

    The sizes are checked above; ``blocks.duplicate_of`` is empty where a block repeats none: in SQL that refers to
    nothing.
    """
    import frictionless  # noqa: PLC0415 - not every environment has it

    report = frictionless.validate(str(dataset / "datapackage.json"))
    refused = [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]
    blocks = pq.read_table(dataset / "blocks")
    unset = [one for one in refused if one[1] == "foreign-key"]
    assert len(unset) == blocks["duplicate_of"].null_count
    assert all(name == "blocks" and ', None" not found' in message for name, _, message in unset)
    others = {(kind, message.rpartition(" and ")[2]) for _, kind, message in refused if kind != "foreign-key"}
    assert others <= {("byte-count", 'actual is "None"'), ("hash-count", 'actual is "None"')}
    assert not report.errors
