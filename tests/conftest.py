"""What several files of tests share."""

from __future__ import annotations

from functools import cache

import pytest

from extract.pipeline import Knowledge

_LOAD = Knowledge.load


@cache
def _shipped() -> Knowledge:
    return _LOAD()


@pytest.fixture
def shipped_rules_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of a test share the compiled rules: compiling them takes longer than all else a small run does."""
    monkeypatch.setattr(Knowledge, "load", lambda folders=(): _LOAD(folders) if folders else _shipped())
