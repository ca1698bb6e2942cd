"""The samples read as reviewed: each against its golden file.

After a change that is meant to change what is read, write them anew and look at the diff::

    UPDATE_GOLDEN=1 python -m pytest tests/test_samples.py
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from golden_text import golden_text

from extract.model import Capture, Reject
from extract.pipeline import Knowledge, read_capture
from extract.sources import captures

if TYPE_CHECKING:
    from extract.model import Figure, Rating, Scholarship
    from extract.tables.rows import PageRecord

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
SAMPLES = sorted(file for file in (ROOT / "samples").iterdir() if file.suffix in (".html", ".txt"))


def record_of(file: Path, knowledge: Knowledge) -> PageRecord:
    (capture,) = captures([file])
    assert isinstance(capture, Capture)
    record = read_capture(capture, knowledge)
    assert not isinstance(record, Reject)
    return record


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_sample_reads_as_reviewed(file: Path, knowledge: Knowledge) -> None:
    found = golden_text(record_of(file, knowledge))
    golden = GOLDEN / f"{file.stem}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_every_span_slices_to_its_quote(file: Path, knowledge: Knowledge) -> None:
    record = record_of(file, knowledge)
    text = record.page.text
    rows: list[Figure | Scholarship | Rating] = [
        *record.facts.figures,
        *record.facts.scholarships,
        *record.facts.ratings,
    ]
    for row in rows:
        assert text[row.start : row.end] == row.quote
    for block in record.page.blocks:
        if block.kept:
            assert text[block.start : block.end] == block.text
        else:
            assert block.start is block.end is None
            assert block.reason is not None


def test_there_is_a_golden_file_for_every_sample_and_no_other() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == {file.stem for file in SAMPLES}
