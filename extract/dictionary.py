"""``dictionary.md``: what every table, column, code, scale and indicator of a dataset means, with an example of each.

It is made from the schemas, the labels and the rules of the run; examples of columns are the dataset's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from extract.export.headers import COLUMNS
from extract.export.headers import TABLES as TABLE_LABELS
from extract.report.labels import CODES
from extract.tables.collection import PART
from extract.tables.commit import DICTIONARY_FILE
from extract.tables.schemas import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from extract.match.rules import RuleSet
    from extract.tables.schemas import TableSchema

_LOOKED_AT = 1024
"""Rows of each table among which examples are sought."""
_LONGEST = 60
"""Characters of an example of a column."""

_HEAD = """\
# Data dictionary

What is in the tables of this dataset, made from its schemas and from the rules it was read with. Examples of columns
are values of the dataset; those of a table are of one row, as far as it has them. Columns may be added in later
versions, never renamed, retyped or dropped.
"""

_CODES: tuple[tuple[str, str], ...] = (
    ("kind", "figures.kind"),
    ("comparator", "comparator, of figures, money, scholarships and statements"),
    ("scope", "scope, of figures and money"),
    ("status", "status, of figures, money, scholarships, ratings and statements"),
    ("role", "figures.role"),
    ("duplicate", "pages.duplicate_kind"),
    ("drop", "blocks.reason"),
    ("check", "checks.kind"),
    ("outcome", "checks.outcome"),
    ("check_reason", "checks.reason"),
    ("reject", "rejects.reason"),
    ("left_out", "why an amount is left out of `money_safe` and of the totals of `baocao audit`"),
)
"""Groups of codes, and where they stand."""


def write_dictionary(folder: Path, rules: RuleSet) -> None:
    """Write it beside the tables of a dataset, which must be there."""
    parts = [_HEAD, *(_table(schema, folder) for schema in TABLES), _codes(), _indicators(rules), _ratings(rules)]
    (folder / DICTIONARY_FILE).write_text("\n".join(parts), "utf-8")


def _table(schema: TableSchema, folder: Path) -> str:
    label = TABLE_LABELS[schema.name]
    shown = _examples(schema, folder)
    rows = (
        (
            f"`{column.name}`",
            COLUMNS[column.name].vi,
            f"{column.type}{' or empty' if column.null else ''}",
            _plain(column.description) + (f" ({column.unit})" if column.unit else ""),
            shown.get(column.name, ""),
        )
        for column in schema.columns
    )
    head = f"## {schema.name}: {label.vi.lower()}\n\n{schema.description}\n"
    return f"{head}\n{_grid(('column', 'tên cột', 'type', 'meaning', 'example'), rows)}"


def _examples(schema: TableSchema, folder: Path) -> dict[str, str]:
    """A value a column: of the row that has most, else of the first row that has one."""
    with pq.ParquetFile(folder / schema.name / PART) as file:
        first = next(file.iter_batches(_LOOKED_AT), None)
    rows = [] if first is None else first.to_pylist()
    rows.sort(key=lambda row: sum(value is None for value in row.values()))
    return {
        column.name: f"`{_short(value)}`"
        for column in schema.columns
        if (value := next((row[column.name] for row in rows if row[column.name] is not None), None)) is not None
    }


def _short(value: object) -> str:
    text = " ".join(str(value).replace("`", "'").split())
    return (text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…") or " "


def _codes() -> str:
    sections = (
        f"### {where if ' ' in where else f'`{where}`'}\n\n"
        + _grid(
            ("code", "tiếng Việt", "English"),
            ((f"`{code}`", label.vi, label.en) for code, label in CODES[group].items()),
        )
        for group, where in _CODES
    )
    return "## Codes\n\n" + "\n".join(sections)


def _indicators(rules: RuleSet) -> str:
    """By family; the example is one of a rule that reads the indicator."""
    said: dict[str, str] = {}
    for rule in rules.families["rules"]:
        for example in rule.examples:
            if example.kind == "yes" and len(example.text) < len(said.get(rule.says, example.text + " ")):
                said[rule.says] = example.text
    rows = ((f"`{one.id}`", one.vi, one.en, said.get(one.id, "")) for one in rules.indicators.values())
    return (
        "## Indicators\n\nWhat `indicator` says. Those without an example are a total over several of their "
        "family, or no rule reads them yet.\n\n" + _grid(("indicator", "tiếng Việt", "English", "example"), rows)
    )


def _ratings(rules: RuleSet) -> str:
    levels = (
        (f"`{level.scale}`", f"`{level.scale}.{level.code}`", str(level.rank), "; ".join(level.spelled[:3]))
        for level in rules.levels
    )
    groups = ((f"`{group.code}`", "; ".join(group.node.texts()[:3])) for group in rules.groups)
    return (
        "## Scales of ratings\n\n`ratings.scale`, `level_code` and `level_rank`; up to three names of each level.\n\n"
        + _grid(("scale", "level_code", "rank", "cách viết"), levels)
        + "\n## Groups that are rated\n\n`ratings.group_kind`.\n\n"
        + _grid(("group_kind", "cách viết"), groups)
    )


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |\n" for row in lines)


def _plain(text: str) -> str:
    return text.replace("_", r"\_").replace("<", "&lt;")
