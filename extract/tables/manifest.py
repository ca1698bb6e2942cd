"""What stands beside the tables: ``run.json`` says how they came about, ``datapackage.json`` what is in them."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.tables.collection import PART
from extract.tables.commit import FORMAT, PACKAGE_FILE, RUN_FILE
from extract.tables.schemas import CONTRACT_VERSION, PAGES, REJECTS, TABLES, Column, TableSchema
from extract.version import __version__

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_LIBRARIES = ("beautifulsoup4", "brotli", "fastwarc", "lxml", "pandas", "pyarrow", "pyyaml", "regex", "rensa")
"""The packages whose version can change what a run writes."""


@dataclass(frozen=True, slots=True)
class RunSummary:
    """What a finished run read and wrote. Counts by name are sorted, the most frequent first."""

    inputs: tuple[str, ...]
    """As given."""
    rule_folders: tuple[str, ...]
    rules_sha256: str
    rows: dict[str, int]
    """Rows of each table."""
    blocks_kept: int
    blocks_dropped: dict[str, int]
    """By reason."""
    duplicates: dict[str, int]
    """Pages that are linked to another, by kind."""
    checks: dict[str, int]
    """By outcome."""
    rejects: dict[str, int]
    """By reason."""
    started: datetime
    finished: datetime

    @property
    def seconds(self) -> float:
        """How long the run took."""
        return round((self.finished - self.started).total_seconds(), 3)


def write_run(folder: Path, summary: RunSummary) -> None:
    """Write ``run.json``: the only file of a dataset that differs between two runs on the same input."""
    _write(
        folder / RUN_FILE,
        {
            "format": FORMAT,
            "contract": CONTRACT_VERSION,
            "baocao": __version__,
            "python": platform.python_version(),
            "libraries": {name: metadata.version(name) for name in _LIBRARIES},
            "rules": {"sha256": summary.rules_sha256, "folders": list(summary.rule_folders)},
            "inputs": list(summary.inputs),
            "rows": summary.rows,
            "blocks": {"kept": summary.blocks_kept, "dropped": summary.blocks_dropped},
            "duplicates": summary.duplicates,
            "checks": summary.checks,
            "rejects": summary.rejects,
            "started": summary.started.isoformat(timespec="seconds"),
            "finished": summary.finished.isoformat(timespec="seconds"),
            "seconds": summary.seconds,
        },
    )


def write_package(folder: Path) -> None:
    """Write ``datapackage.json``: tables, columns, keys and units in the Data Package format."""
    _write(
        folder / PACKAGE_FILE,
        {
            "name": "baocao",
            "title": "Figures of the report pages of Vietnamese local governments",
            "version": str(CONTRACT_VERSION),
            "resources": [_resource(schema) for schema in TABLES],
        },
    )


def _resource(schema: TableSchema) -> dict[str, object]:
    names = [column.name for column in schema.columns]
    table_schema: dict[str, object] = {"fields": [_field(column) for column in schema.columns]}
    if schema is not REJECTS:
        table_schema["primaryKey"] = list(schema.order) if "ordinal" in names else names[0]
    if schema not in (PAGES, REJECTS):
        to_pages = {"resource": PAGES.name, "fields": "page_id"}
        table_schema["foreignKeys"] = [{"fields": "page_id", "reference": to_pages}]
    return {
        "name": schema.name,
        "description": schema.description,
        "path": f"{schema.name}/{PART}",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": table_schema,
    }


def _field(column: Column) -> dict[str, object]:
    field: dict[str, object] = {
        "name": column.name,
        "type": _field_type(column.type),
        "description": column.description,
    }
    if column.unit:
        field["unit"] = column.unit
    if not column.null:
        field["constraints"] = {"required": True}
    return field


def _field_type(arrow_type: pa.DataType) -> str:
    if pa.types.is_integer(arrow_type):
        return "integer"
    return {"double": "number", "bool": "boolean", "date32[day]": "date", "timestamp[us, tz=UTC]": "datetime"}.get(
        str(arrow_type), "string"
    )


def _write(file: Path, content: dict[str, object]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
