"""The same pages give the same tables, whatever they are packed in."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import archives
import pandas as pd
import pytest
from varied_pages import sample_files, varied

from extract import batch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

SITE = "tan-hung.example.gov.vn"
SAMPLES = [file for file in sample_files() if file.suffix == ".html"][:6]
MIRROR = {f"{SITE}/tin/{file.name}": file.read_bytes() for file in SAMPLES}
MANY = 1_800
TABLES = ("blocks", "figures", "money", "scholarships", "ratings", "statements", "checks")
PACKED: dict[str, Callable[[archives.Pages], bytes]] = {
    "trang.zip": archives.zipped,
    "trang.tar.gz": lambda mirror: gzip.compress(archives.tarred(mirror)),
    "trang.warc": lambda mirror: archives.warc(archives.responses(addressed(mirror))),
    "trang.warc.gz": lambda mirror: archives.warc_gz(archives.responses(addressed(mirror))),
    "trang.wacz": lambda mirror: archives.zipped({"archive/w.warc.gz": PACKED["trang.warc.gz"](mirror)}),
    "trang.jsonl": lambda mirror: archives.jsonl(addressed(mirror)),
    "trang.csv": lambda mirror: archives.csv_of(addressed(mirror)),
    "trang.parquet": lambda mirror: archives.parquet(addressed(mirror)),
}


def addressed(mirror: archives.Pages) -> archives.Pages:
    """The pages of a mirror by their addresses."""
    return {f"http://{path}": body for path, body in mirror.items()}


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
    archives.write(tmp_path / "in", {name: PACKED[name](MIRROR)})
    found = tables(tmp_path / "in", tmp_path / "out")
    for table, rows in from_files.items():
        pd.testing.assert_frame_equal(found[table], rows, obj=table)


@pytest.mark.large
def test_eighteen_hundred_pages(tmp_path: Path) -> None:
    mirror = {f"{SITE}/tin/{number}.html": varied(number, ".html").encode() for number in range(MANY)}
    wanted = tables(archives.write(tmp_path / "mirror", mirror), tmp_path / "from-files")
    assert len(wanted["pages"]) == MANY
    assert len(wanted["figures"]) > 10 * MANY
    for name in ("trang.warc.gz", "trang.zip", "trang.parquet"):
        archives.write(tmp_path / name, {name: PACKED[name](mirror)})
        found = tables(tmp_path / name, tmp_path / "out")
        for table, rows in wanted.items():
            pd.testing.assert_frame_equal(found[table], rows, obj=f"{table} from {name}")
