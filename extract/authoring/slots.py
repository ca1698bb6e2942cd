"""What a phrase calls a quantity: ``{count} {unit: hộ}``, ``{money}``, ``{area}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.codes import COUNTS
from extract.match.shadow import KINDS

if TYPE_CHECKING:
    from extract.codes import Kind


def slot(kind: Kind, unit: str | None) -> str:
    """How a phrase writes a quantity of ``kind``; the classifier of a count is a slot of its own.

    >>> slot("count", "hộ"), slot("money", "đồng"), slot("number", None), slot("percentage_point", "điểm %")
    ('{count} {unit: hộ}', '{money}', '{count}', '{any}')
    """
    if kind in COUNTS:
        return "{count}" if unit is None else f"{{count}} {{unit: {unit}}}"
    return f"{{{kind}}}" if kind in KINDS else "{any}"
