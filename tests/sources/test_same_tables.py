"""The same pages give the same tables, whatever they are packed in."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import TYPE_CHECKING

import archives
import pandas as pd
import pytest

from extract import batch

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

SITE = "tan-hung.example.gov.vn"
SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*.html"))[:6]
MIRROR = {f"{SITE}/tin/{file.name}": file.read_bytes() for file in SAMPLES}
PAGES = {f"http://{path}": body for path, body in MIRROR.items()}
TABLES = ("blocks", "figures", "money", "scholarships", "ratings", "statements", "checks")
PACKED: dict[str, Callable[[], bytes]] = {
    "trang.zip": lambda: archives.zipped(MIRROR),
    "trang.tar.gz": lambda: gzip.compress(archives.tarred(MIRROR)),
    "trang.warc": lambda: archives.warc(archives.responses(PAGES)),
    "trang.warc.gz": lambda: archives.warc_gz(archives.responses(PAGES)),
    "trang.wacz": lambda: archives.zipped({"archive/w.warc.gz": archives.warc_gz(archives.responses(PAGES))}),
    "trang.jsonl": lambda: archives.jsonl(PAGES),
    "trang.csv": lambda: archives.csv_of(PAGES),
    "trang.parquet": lambda: archives.parquet(PAGES),
}


def tables(given: Path, out: Path) -> dict[str, pd.DataFrame]:
    """What a run gives, without what tells of the archive; ids begin with a hash of the page in place of its id, which
    depends on when it was captured.
    """
    batch.run([given], out)
    pages = pd.read_parquet(out / "pages")
    digest = dict(zip(pages.page_id, pages.raw_sha256, strict=True))
    told = {"pages": pages.drop(columns=["page_id", "source", "captured_at"]).sort_values("raw_sha256")}
    for name in TABLES:
        rows = pd.read_parquet(out / name)
        for column in rows.columns[rows.columns.str.fullmatch(r"(?!rule).*_id|part_of")]:
            rows[column] = [
                None if pd.isna(one) else digest[one.partition("-")[0]] + one[len(one.partition("-")[0]) :]
                for one in rows[column]
            ]
        told[name] = rows.sort_values(list(rows.columns[:2]))
    return {name: frame.reset_index(drop=True) for name, frame in told.items()}


@pytest.fixture(scope="module")
def from_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    folder = tmp_path_factory.mktemp("files")
    return tables(archives.write(folder / "mirror", MIRROR), folder / "out")


@pytest.mark.parametrize("name", PACKED)
def test_every_archive_gives_the_tables_of_its_files(
    name: str, from_files: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    assert len(from_files["pages"]) == len(SAMPLES)
    assert len(from_files["money"]) > 10
    archives.write(tmp_path / "in", {name: PACKED[name]()})
    found = tables(tmp_path / "in", tmp_path / "out")
    for table, rows in from_files.items():
        pd.testing.assert_frame_equal(found[table], rows, obj=table)
