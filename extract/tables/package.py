"""``datapackage.json``: what is in the files of a dataset, in the Data Package format."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pyarrow as pa

from extract.tables.collection import PART
from extract.tables.commit import PACKAGE_FILE, VIEWS_FILE
from extract.tables.schemas import (
    BLOCKS,
    CONTRACT_VERSION,
    FIGURES,
    MONEY,
    PAGES,
    RATINGS,
    REJECTS,
    SCHOLARSHIPS,
    STATEMENTS,
    TABLES,
    Column,
    TableSchema,
)
from extract.tables.view_schemas import VIEWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

_REFERENCES: tuple[tuple[TableSchema, tuple[str, ...], TableSchema, tuple[str, ...]], ...] = (
    *((schema, ("page_id",), PAGES, ("page_id",)) for schema in TABLES if schema not in (PAGES, REJECTS)),
    (PAGES, ("duplicate_of",), PAGES, ("page_id",)),
    (BLOCKS, ("page_id", "duplicate_of"), BLOCKS, ("page_id", "ordinal")),
    (FIGURES, ("statement_id",), STATEMENTS, ("statement_id",)),
    (MONEY, ("figure_id",), FIGURES, ("figure_id",)),
    (FIGURES, ("part_of",), FIGURES, ("figure_id",)),
    (MONEY, ("statement_id",), STATEMENTS, ("statement_id",)),
    (MONEY, ("part_of",), FIGURES, ("figure_id",)),
    (SCHOLARSHIPS, ("part_of",), SCHOLARSHIPS, ("scholarship_id",)),
    (RATINGS, ("part_of",), RATINGS, ("rating_id",)),
    (RATINGS, ("set_id",), RATINGS, ("rating_id",)),
    (STATEMENTS, ("part_of",), STATEMENTS, ("statement_id",)),
)
"""Columns that name a row, and the row they name."""


@dataclass(frozen=True, slots=True)
class Package:
    """A file a table, at ``paths`` below ``folder``; those of a dataset if nothing else is said."""

    folder: Path
    paths: Mapping[str, str] = field(
        default_factory=lambda: {schema.name: f"{schema.name}/{PART}" for schema in TABLES}
    )
    kind: Mapping[str, object] = field(
        default_factory=lambda: {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    )
    """What a reader must know of the files."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """What the files call the columns, where they do not use their names."""
    tables: tuple[TableSchema, ...] = TABLES
    """What ``paths`` have: tables of the contract, or views as tables."""

    def names(self, columns: Sequence[str]) -> list[str]:
        """What the files call these columns."""
        return [self.headers.get(name, name) for name in columns]


def write_package(package: Package) -> None:
    """Describe tables, columns, keys and units, with size and SHA-256 of each file."""
    content = {
        "name": "baocao",
        "title": "Figures of the report pages of Vietnamese local governments",
        "version": str(CONTRACT_VERSION),
        "resources": [_resource(schema, package) for schema in package.tables if schema.name in package.paths],
        **_views(package),
    }
    (package.folder / PACKAGE_FILE).write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _views(package: Package) -> dict[str, object]:
    """The views of ``views.sql``, of which the format knows nothing: a property of our own, with its fields."""
    if not all(path.endswith(PART) for path in package.paths.values()):
        return {}
    views = [
        {
            "name": view.name,
            "description": f"{view.description} {view.wide or ''}".strip(),
            "sql": VIEWS_FILE,
            "schema": {"fields": [_field(column, package) for column in view.columns]},
        }
        for view in VIEWS
    ]
    return {"baocao:views": views}


def _resource(schema: TableSchema, package: Package) -> dict[str, object]:
    path = package.paths[schema.name]
    file = package.folder / path
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {
        "name": schema.name,
        "description": schema.description,
        "path": path,
        **package.kind,
        "bytes": file.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": {"fields": [_field(column, package) for column in schema.columns], **_keys(schema, package)},
    }


def _keys(schema: TableSchema, package: Package) -> dict[str, object]:
    if schema is REJECTS or schema not in TABLES:
        return {}
    names = [column.name for column in schema.columns]
    foreign = [
        {
            "fields": package.names(fields),
            # An empty name is the table itself.
            "reference": {"resource": "" if other is schema else other.name, "fields": package.names(others)},
        }
        for table, fields, other, others in _REFERENCES
        if table is schema and other.name in package.paths
    ]
    primary = {"primaryKey": package.names(schema.order if "ordinal" in names else names[:1])}
    return primary | ({"foreignKeys": foreign} if foreign else {})


def _field(column: Column, package: Package) -> dict[str, object]:
    described: dict[str, object] = {
        "name": package.headers.get(column.name, column.name),
        "type": _field_type(column.type),
        "description": column.description,
    }
    if column.unit:
        described["unit"] = column.unit
    if not column.null:
        described["constraints"] = {"required": True}
    return described


def _field_type(arrow_type: pa.DataType) -> str:
    if pa.types.is_integer(arrow_type):
        return "integer"
    return {"double": "number", "bool": "boolean", "date32[day]": "date", "timestamp[us, tz=UTC]": "datetime"}.get(
        str(arrow_type), "string"
    )
