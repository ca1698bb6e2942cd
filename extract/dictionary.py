"""``dictionary.md``: what every table, column, code, scale and indicator of a dataset means, with an example of each.

It is made from the schemas, the labels and the rules of the run; examples of columns are the dataset's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from extract.export.headers import COLUMNS
from extract.export.headers import TABLES as TABLE_LABELS
from extract.facts.page_facts import RATING
from extract.facts.ratings.levels import BARE
from extract.report.labels import CODES
from extract.tables.collection import PART
from extract.tables.commit import DICTIONARY_FILE
from extract.tables.schemas import TABLES
from extract.tables.view_schemas import JUDGED_COLUMNS, OF_PAGE, VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from extract.match.rules import RuleSet
    from extract.tables.schemas import TableSchema
    from extract.tables.view_schemas import ViewSchema

_LOOKED_AT = 1024
"""Rows of each table among which examples are sought."""
_LONGEST = 60
"""Characters of an example of a column."""

_HEAD = """\
# Data dictionary

What is in the tables of this dataset, made from its schemas and from the rules it was read with. Examples of columns
are values of the dataset; those of a table are of one row, as far as it has them. Columns may be added in later
versions, never renamed, retyped or dropped. "or empty": where the page does not say it. What codes such as `achieved`
mean is told below, under *Codes*, *Indicators*, *Scales of ratings* and *Groups that are rated*.
"""

_INDICATORS = """\
## Indicators

What `indicator` says: the matter that a figure belongs to. What the figure itself counts is in `kind`, `unit` and
`noun`: of "84 hộ nghèo, chiếm 3,9%" both figures are of `poverty.households`, so sum figures of one unit. `mixed` is a
total over several families.
"""

_SCALES = """\
## Scales of ratings

`ratings.scale`, `level_code` and `level_rank`; up to three names of each level, which pages may write in capitals too.
Titles that are held or not are scales of one level.
"""

_GROUPS = """\
## Groups that are rated

`ratings.group_kind`; empty where no word tells the kind ("đơn vị").
"""

_VIEWS = """\
## Views

In pandas as `extract.load(...).money_safe` and so on, in DuckDB by `views.sql`, with the same names and rows. Those
that end in `_judged` have all rows and say why sums leave them out; all others have only what may be summed.

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
    (
        "left_out",
        "left_out, of figures, money, scholarships, ratings, of the views and of the totals of `baocao audit`",
    ),
)
"""Groups of codes, and where they stand."""


def write_dictionary(folder: Path, rules: RuleSet) -> None:
    """Write it beside the tables of a dataset, which must be there."""
    tables = (_table(schema, folder) for schema in TABLES)
    parts = [_HEAD, *tables, _views(), _codes(), _indicators(rules), _ratings(rules)]
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


def _views() -> str:
    """Each view with what it has; columns that several share are told once."""
    told = {column.name for view in VIEWS for column in view.of.columns}
    own = {column.name: column for view in VIEWS for column in view.columns if column.name not in told}
    own |= {column.name: column for column in JUDGED_COLUMNS}
    rows = (
        (f"`{view.name}`", _plain(f"{view.description} {view.wide or ''}".strip()), _columns(view)) for view in VIEWS
    )
    columns = (
        (f"`{column.name}`", f"{column.type}{' or empty' if column.null else ''}", _plain(column.description))
        for column in own.values()
    )
    return (
        _VIEWS
        + _grid(("view", "what it has", "columns"), rows)
        + "\n### Columns of views that no table has\n\n"
        + _grid(("column", "type", "meaning"), columns)
    )


def _columns(view: ViewSchema) -> str:
    """The columns of a view, those of its table and of pages in a word."""
    names = [column.name for column in view.columns]
    of_table = [column.name for column in view.of.columns if column.name != "left_out"]
    if names[: len(of_table)] != of_table:
        return ", ".join(f"`{name}`" for name in names)
    more = [f"`{name}`" for name in names[len(of_table) + len(OF_PAGE) :]]
    return ", ".join([f"those of {view.of.name}, and of the page", *more])


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
    said = examples(rules)
    families = {one.family for one in rules.indicators.values()}
    rows = (
        (f"`{one.id}`", one.vi, one.en, said.get(one.id, _TOTAL if one.id in families else _UNREAD))
        for one in rules.indicators.values()
    )
    return f"{_INDICATORS}\n{_grid(('indicator', 'tiếng Việt', 'English', 'example'), rows)}"


_TOTAL = "*(a total over several of those below)*"
_UNREAD = "*(no rule reads it yet)*"


def examples(rules: RuleSet) -> dict[str, str]:
    """A sentence for each indicator that a rule reads: an example with few numbers, then a short one.

    Of several statements in one sentence the first is enough, but where a rule asks for what stands before it.
    """
    found: dict[str, list[str]] = {}
    for rule in (*rules.families["rules"], *rules.families["ratings"]):
        for example in rule.examples:
            if example.kind == "yes" and (rule.family == "rules" or "level" in example.gives):
                text = example.text if rule.after is not None else example.text.partition(";")[0]
                found.setdefault(rule.says or RATING, []).append(text)
    return {indicator: min(texts, key=_wordiness) for indicator, texts in found.items()}


def _wordiness(text: str) -> tuple[bool, int, int, str]:
    numbers = len(_NUMBER.findall(text))
    return not numbers, numbers, len(text), text


_NUMBER = re.compile(r"\d[\d.,]*")


def _ratings(rules: RuleSet) -> str:
    spelled: dict[tuple[str, str, int], list[str]] = {}
    for level in rules.levels:
        spelled.setdefault((level.scale, level.code, level.rank), []).extend(level.spelled)
    levels = (
        (f"`{scale}`", f"`{scale}.{code}`", str(rank), "; ".join(names[:_NAMES]))
        for (scale, code, rank), names in spelled.items()
    )
    groups = (
        (f"`{group.code}`", "; ".join(group.node.texts()[:_NAMES])) for group in rules.groups if group.code not in BARE
    )
    return (
        f"{_SCALES}\n{_grid(('scale', 'level_code', 'rank', 'cách viết'), levels)}\n"
        f"{_GROUPS}\n{_grid(('group_kind', 'cách viết'), groups)}"
    )


_NAMES = 3


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (heads, ["---"] * len(heads), *rows)
    return "".join("| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |\n" for row in lines)


def _plain(text: str) -> str:
    return text.replace("_", r"\_").replace("<", "&lt;")
