"""``run.json``: how a dataset came about."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

from extract.tables.commit import FORMAT, RUN_FILE
from extract.tables.schemas import CONTRACT_VERSION
from extract.version import __version__

if TYPE_CHECKING:
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


class Origin(NamedTuple):
    """How a dataset came about, as far as its ``run.json`` says."""

    inputs: tuple[str, ...] = ()
    """As they were given to the run."""
    rule_folders: tuple[str, ...] = ()
    """Beside the shipped ones."""
    rules_sha256: str | None = None
    program: str | None = None
    """The version of this package."""
    finished: datetime | None = None


def read_origin(dataset: Path) -> Origin:
    """What ``run.json`` of a dataset says of its origin."""
    run = json.loads((dataset / RUN_FILE).read_text("utf-8"))
    rules, finished = run.get("rules", {}), run.get("finished")
    return Origin(
        tuple(run.get("inputs", ())),
        tuple(rules.get("folders", ())),
        rules.get("sha256"),
        run.get("baocao"),
        None if finished is None else datetime.fromisoformat(finished),
    )


def versions() -> dict[str, str]:
    """The versions of those packages."""
    return {name: metadata.version(name) for name in _LIBRARIES}


def write_run(folder: Path, summary: RunSummary) -> None:
    """Write ``run.json``: the only file of a dataset that differs between two runs on the same input."""
    run = {
        "format": FORMAT,
        "contract": CONTRACT_VERSION,
        "baocao": __version__,
        "python": platform.python_version(),
        "libraries": versions(),
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
    }
    (folder / RUN_FILE).write_text(json.dumps(run, ensure_ascii=False, indent=2) + "\n", "utf-8")
