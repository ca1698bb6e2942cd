"""Arrow's memory where it is to go back to the system when it is let go of."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def given_back() -> Iterator[None]:
    """Inside, Arrow takes memory from the system's own allocator.

    The one that it brings along is made for servers: each of its threads keeps what it once held for the next time. Of
    14 MB in use at most, while lines of 50,000 pages were sorted, 60 MB stayed.

    >>> with given_back():
    ...     pa.default_memory_pool().backend_name
    'system'
    """
    before = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(before)
