"""baocao: figures out of the report pages of Vietnamese local governments.

* ``load(folder)``: a dataset that ``baocao run`` has written, as typed frames and views that may be summed (``Data``);
* ``read_page(html_or_text)``, ``read_text(sentence)``: what one page or sentence says, in memory (``PageRecord``);
* ``InputError``, ``RuleError``: what these raise; both are a ``BaocaoError``.

Each is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from extract.version import __version__

if TYPE_CHECKING:
    from extract.errors import BaocaoError, InputError, RuleError
    from extract.in_memory import read_page, read_text
    from extract.loading import Data, load
    from extract.tables.rows import PageRecord

__all__ = [
    "BaocaoError",
    "Data",
    "InputError",
    "PageRecord",
    "RuleError",
    "__version__",
    "load",
    "read_page",
    "read_text",
]

_HOMES = {
    "BaocaoError": "extract.errors",
    "Data": "extract.loading",
    "InputError": "extract.errors",
    "PageRecord": "extract.tables.rows",
    "RuleError": "extract.errors",
    "load": "extract.loading",
    "read_page": "extract.in_memory",
    "read_text": "extract.in_memory",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'extract' has no attribute {name!r}")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
