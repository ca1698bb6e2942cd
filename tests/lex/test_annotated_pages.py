"""Annotated pages, which are not part of the project: what the lexer alone must find there."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.text import clean

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.model import Lexed

ANNOTATED = Path(__file__).parents[3] / "shared" / "gold"

pytestmark = pytest.mark.skipif(not ANNOTATED.is_dir(), reason="the annotated pages are not part of the project")


def test_every_money_amount_and_count_is_found(lexed: Callable[[str], Lexed]) -> None:
    missed: list[tuple[str, object]] = []
    for page in json.loads((ANNOTATED / "dev.json").read_text(encoding="utf-8")):
        lines = (ANNOTATED / "texts" / f"{page['id']}.txt").read_text(encoding="utf-8").split("\n")
        found = lexed("\n".join(map(clean, lines))).quantities
        # amounts in table cells get their unit from the table, not from the lexer
        money = Counter((q.value, q.comparator) for q in found if q.kind == "money")
        numbers = Counter(float(q.value) for q in found if q.kind != "money")
        for item in page["money"]:
            if not item.get("unsure") and any(c.isalpha() for c in item["text"]):
                money[item["vnd"], item["cmp"]] -= 1
        for item in page["counts"]:
            if not item.get("unsure"):
                numbers[float(item["value"])] -= 1
        missed += [(page["id"], amount) for amount, left in money.items() if left < 0]
        missed += [(page["id"], number) for number, left in numbers.items() if left < 0]
    assert missed == []
