"""What an amount for each is made of: "trị giá 2,5 triệu đồng (gồm 2 triệu đồng tiền mặt và quà 500 nghìn đồng)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.codes import Scope
    from extract.facts.reading import Reading

_OPEN = re.compile(r"(?:/\w+)? ?\(")


def settle_compositions(scope: dict[int, Scope], reading: Reading) -> None:
    """Amounts in the bracket behind one for each that come to it together are for each, too."""
    quantities = reading.lexed.quantities
    for index in [index for index, said in scope.items() if said == "each" and quantities[index].kind == "money"]:
        whole = quantities[index]
        opening = _OPEN.match(reading.folded, whole.end)
        close = -1 if opening is None else reading.folded.find(")", opening.end())
        if opening is None or close < 0:
            continue
        parts = [at for at in reading.quantities_in(opening.end(), close) if quantities[at].kind == "money"]
        if len(parts) > 1 and sum(quantities[at].value for at in parts) == whole.value:
            scope.update(dict.fromkeys(parts, "each"))
