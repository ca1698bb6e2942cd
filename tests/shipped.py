"""The shipped rules, loaded once for all tests of a process: compiling them takes longer than nearly all tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extract import rulecache

if TYPE_CHECKING:
    from extract.pipeline import Knowledge

_LOAD = rulecache.load  # as it is before any test puts another in its place


@cache
def shipped_rules() -> Knowledge:
    """The shipped rules; patterns that one test needed are there for the next."""
    return _LOAD(keep=False)
