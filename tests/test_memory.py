"""What the process that leads a run holds does not grow with the archive."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from extract import batch

LEADING = Path(__file__).parent.parent / "benchmarks" / "leading.py"


@pytest.mark.usefixtures("shipped_rules_once")
def test_what_arrow_lets_go_of_goes_back_to_the_system(tmp_path: Path) -> None:
    (tmp_path / "duong.txt").write_text("Nhân dân ấp 3 góp 320 triệu đồng làm đường.", "utf-8")
    before = pa.default_memory_pool().backend_name
    met = set()
    batch.run(
        [tmp_path / "duong.txt"],
        tmp_path / "out",
        on_progress=lambda _: met.add(pa.default_memory_pool().backend_name),
    )
    assert met == {"system"}
    assert pa.default_memory_pool().backend_name == before


@pytest.mark.large
def test_ten_times_the_pages_need_no_more_memory() -> None:
    command = [sys.executable, str(LEADING), "--pages", "5000", "50000"]
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
    assert float(told.stdout.splitlines()[-1].split()[0]) <= 1.2
