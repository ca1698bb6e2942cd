"""What of sources can be told to ``baocao run``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import archives
import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from extract.cli import app

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

PAGES = archives.pages(3)


def run(*arguments: str | Path, stdin: bytes | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["run", "--quiet", *map(str, arguments)], input=stdin)
    return done.exit_code, done.stderr


def test_standard_input(tmp_path: Path) -> None:
    assert run("-", "--out", tmp_path / "out", stdin=archives.warc_gz(archives.responses(PAGES))) == (0, "")
    assert set(pq.read_table(tmp_path / "out" / "pages").column("uri").to_pylist()) == set(PAGES)


def test_columns(tmp_path: Path) -> None:
    archives.write(tmp_path, {"c.jsonl": archives.jsonl(PAGES, "noi_dung", "dia_chi")})
    arguments = (tmp_path / "c.jsonl", "--out", tmp_path / "out")
    code, told = run(*arguments)
    assert code == 3
    assert told.endswith("name it with --text-column; its columns: dia_chi, noi_dung\n")
    assert run(*arguments, "--text-column", "noi_dung", "--url-column", "dia_chi") == (0, "")
    assert set(pq.read_table(tmp_path / "out" / "pages").column("uri").to_pylist()) == set(PAGES)


def test_limits(tmp_path: Path) -> None:
    large = b"<html><p>Trao " + b"x" * 2_000_000
    archives.write(
        tmp_path, {"a.zip": archives.zipped({"a.html": large, "b.html": archives.page(1), "c.html": b"<p>"})}
    )
    limits = ("--max-page-mb", "1", "--max-ratio", "5000", "--max-members", "2")
    assert run(tmp_path / "a.zip", "--out", tmp_path / "out", *limits) == (0, "")
    rejects = pq.read_table(tmp_path / "out" / "rejects").to_pylist()
    assert [(one["source"], one["reason"]) for one in rejects] == [("a.zip", "bomb"), ("a.zip!a.html", "too_large")]
