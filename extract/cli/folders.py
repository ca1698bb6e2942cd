"""Names of folders that look like files: a dataset in ``a.parquet`` or a report in ``a.pdf`` would be a surprise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.errors import ArgumentError

if TYPE_CHECKING:
    from pathlib import Path

_OF_FILES = frozenset(
    f".{kind}"
    for kind in (
        *("csv", "tsv", "txt", "md", "json", "jsonl", "yaml", "xml", "parquet", "arrow", "feather", "pkl"),
        *("xls", "xlsx", "xlsm", "xlsb", "ods", "doc", "docx", "odt", "rtf", "pdf", "ppt", "pptx"),
        *("html", "htm", "mhtml", "png", "jpg", "svg", "db", "sqlite", "duckdb", "sql"),
        *("zip", "tar", "gz", "tgz", "7z", "rar", "warc", "wacz"),
    )
)


def refuse_file_name(folder: Path, remedy: str) -> None:
    """Raise ``ArgumentError`` for the name of a file where a folder will be made; one that stands there may be used."""
    if folder.suffix.casefold() in _OF_FILES and not folder.is_dir():
        raise ArgumentError(f"{folder} is the name of a file, and a folder is written; {remedy}")
