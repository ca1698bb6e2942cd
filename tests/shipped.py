"""The shipped rules, loaded once for all tests of a process: compiling them takes longer than nearly all tests."""

from __future__ import annotations

from functools import cache

from extract import rulecache
from extract.match import shelf
from extract.pipeline import Knowledge

_LOAD = Knowledge.load  # as it is before any test puts another in its place


@cache
def shipped_rules() -> Knowledge:
    """The shipped rules; patterns that one test needed are there for the next."""
    shelf.keep_in(rulecache.own_cache())
    return _LOAD()
