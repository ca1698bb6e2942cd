# ruff: noqa: INP001 - a script, no package
"""How long an analyst waits: from a dataset of many amounts of money to a grouped sum.

    python benchmarks/loading.py [DATASET] [--rows 2000000]

DATASET (by default ``output/demo``) is repeated, with ids and days of their own, until it has so many amounts. Figures
that are no money, and the texts of pages, are left out. Each way is timed in a process of its own, imports not counted;
beside its seconds stand those in which it kept processors busy, which tell more on a machine that does other things.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

import extract
from extract.tables.commit import RUN_FILE
from extract.tables.schemas import TABLES
from extract.tables.views import write_views

IDS = ("page_id", "figure_id", "statement_id", "part_of", "duplicate_of")
DAYS = ("event_date", "published_on")
WAYS = {
    "pandas, money by indicator": "extract.load(folder).money.groupby('indicator').amount_vnd.sum()",
    "DuckDB, money by indicator": (
        "extract.load(folder).duckdb().sql('SELECT indicator, sum(amount_vnd) FROM money GROUP BY ALL').fetchall()"
    ),
    "DuckDB, money_safe by indicator": (
        "extract.load(folder).duckdb().sql('SELECT indicator, sum(amount_vnd) FROM money_safe GROUP BY ALL').fetchall()"
    ),
    "pandas, money_safe by indicator": "extract.load(folder).money_safe.groupby('indicator').amount_vnd.sum()",
}
IMPORTS = {"pandas": "import pandas, pyarrow.parquet", "DuckDB": "import duckdb"}


def repeat(source: Path, into: Path, rows: int) -> int:
    """Write a dataset of at least so many amounts; how many they are."""
    data = extract.load(source)
    amounts: int = data.arrow("money").num_rows
    times = -(-rows // amounts)
    for schema in TABLES:
        table = data.arrow(schema.name)
        if schema.name in {"blocks", "checks", "ratings", "rejects", "scholarships"}:
            table = table.slice(0, 0)
        if schema.name == "figures":
            table = table.filter(pc.equal(table["kind"], "money"))
        if schema.name == "pages":
            table = table.set_column(table.column_names.index("text"), "text", pa.array([""] * table.num_rows))
        (into / schema.name).mkdir(parents=True)
        with pq.ParquetWriter(into / schema.name / "part-00000.parquet", schema.arrow(), compression="zstd") as writer:
            for batch in range(0, times, 500):
                copies = np.arange(batch, min(batch + 500, times))
                writer.write_table(_copied(table, copies, schema.arrow()), row_group_size=schema.rows_per_group)
    (into / RUN_FILE).write_text((source / RUN_FILE).read_text("utf-8"), "utf-8")
    write_views(into)
    return times * amounts


def _copied(table: pa.Table, copies: np.ndarray, schema: pa.Schema) -> pa.Table:
    numbers = pc.utf8_lpad(pa.array(np.repeat(copies, table.num_rows)).cast(pa.string()), 6, "0")
    many = table.take(np.tile(np.arange(table.num_rows), len(copies)))
    for place, name in enumerate(many.column_names):
        if name in IDS and pa.types.is_string(many[name].type):
            column = pc.binary_join_element_wise(numbers, many[name].combine_chunks(), "")
            many = many.set_column(place, name, column)
        if name in DAYS and "uri" in many.column_names:  # the same day would make all copies tell of one event
            days = pc.add(many[name].cast(pa.int32()), pa.array(np.repeat(copies, table.num_rows).astype("int32")))
            many = many.set_column(place, name, days.cast(pa.date32()))
    return many.cast(schema)


def seconds(way: str, folder: Path) -> tuple[float, float]:
    """Of one way, in a new process: those that passed, and those of all processors together."""
    code = (
        f"{IMPORTS[way.split(',', maxsplit=1)[0]]}\nimport time, extract, extract.loading\nfolder = {str(folder)!r}\n"
        f"begun = time.perf_counter(), time.process_time()\n{WAYS[way]}\n"
        "print(time.perf_counter() - begun[0], time.process_time() - begun[1])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    passed, busy = done.stdout.split()[-2:]  # behind the bar that DuckDB shows
    return float(passed), float(busy)


def main() -> None:
    """Build the dataset, time each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", nargs="?", type=Path, default=Path("output/demo"))
    parser.add_argument("--rows", type=int, default=2_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        rows = repeat(options.dataset, Path(folder) / "dataset", options.rows)
        size = sum(file.stat().st_size for file in Path(folder).rglob("*.parquet")) / 1e6
        print(f"{rows:,} amounts, {size:.0f} MB, written in {time.perf_counter() - begun:.0f} s", flush=True)
        for way in WAYS:
            passed, busy = min(seconds(way, Path(folder) / "dataset") for _ in range(2))
            print(f"{way:35} {passed:6.2f} s, {busy:6.2f} s of processors", flush=True)


if __name__ == "__main__":
    main()
