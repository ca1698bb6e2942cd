"""Rows sorted on the disk: the same as sorted in memory, in parts of one size, whatever the runs are."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.tables import sorting
from extract.tables.sorting import SortedRows

SCHEMA = pa.schema({"page_id": pa.string(), "start": pa.int64()})

Row = tuple[str, int]


def table(rows: list[Row]) -> pa.Table:
    columns = [[row[at] for row in rows] for at in range(2)]
    return pa.table([pa.array(columns[0], pa.string()), pa.array(columns[1], pa.int64())], schema=SCHEMA)


def rows_of(part: pa.Table) -> list[Row]:
    return list(zip(part["page_id"].to_pylist(), part["start"].to_pylist(), strict=True))


_ROWS = st.lists(st.tuples(st.text("aăâđ", min_size=1, max_size=3), st.integers(0, 9)), max_size=25)


@pytest.mark.parametrize(("buffer", "piece", "fan_in"), [(1, 1, 2), (200, 20, 3), (1 << 20, 1 << 10, 16)])
@settings(max_examples=40)
@given(units=st.lists(_ROWS, max_size=12), size=st.integers(1, 40))
def test_rows_come_in_order_and_in_parts(
    units: list[list[Row]], size: int, buffer: int, piece: int, fan_in: int
) -> None:
    """Also where many rows share the first column, and so lie in many pieces of many runs."""
    with pytest.MonkeyPatch.context() as patched, tempfile.TemporaryDirectory() as folder:
        patched.setattr(sorting, "_BUFFER", buffer)
        patched.setattr(sorting, "_PIECE", piece)
        patched.setattr(sorting, "_FAN_IN", fan_in)
        rows = SortedRows(SCHEMA, ("page_id", "start"), Path(folder))
        for unit in units:
            rows.add(table(unit))
        expected = sorted(row for unit in units for row in unit)
        assert rows.count == len(expected)
        for _ in range(2):
            parts = [rows_of(part) for part in rows.parts(size)]
            assert [row for part in parts for row in part] == expected
            assert all(len(part) == size for part in parts[:-1])


def test_few_files_stay_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "_BUFFER", 1)
    rows = SortedRows(SCHEMA, ("page_id", "start"), tmp_path)
    for number in range(300):
        rows.add(table([(f"{number:03}", number)]))
    assert len(list(tmp_path.iterdir())) == 1 + 2 + 12  # 300 in base 16
    assert [start for part in rows.parts(50) for _, start in rows_of(part)] == list(range(300))


def test_without_a_folder_rows_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "_BUFFER", 1)
    rows = SortedRows(SCHEMA, ("page_id", "start"))
    rows.add(table([("b", 1)]))
    rows.add(table([("a", 2)]))
    assert [rows_of(part) for part in rows.parts(9)] == [[("a", 2), ("b", 1)]]


def test_a_part_has_one_chunk_a_column(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data pages of a Parquet file begin anew with every chunk, so chunks must not depend on how rows came."""
    monkeypatch.setattr(sorting, "_BUFFER", 1)
    rows = SortedRows(SCHEMA, ("page_id", "start"), tmp_path)
    for number in range(20):
        rows.add(table([(f"{number % 7}", number), (f"{number % 5}", number)]))
    for part in rows.parts(12):
        assert [column.num_chunks for column in part.columns] == [1, 1]
