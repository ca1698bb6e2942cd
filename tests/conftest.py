"""What several files of tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from shipped import shipped_rules

from extract import rulecache
from extract.pipeline import Knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


settings.register_profile("suite", deadline=None)  # how long an example takes says what else the machine does
settings.load_profile("suite")


@pytest.fixture(autouse=True, scope="session")
def own_cache(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test touches the compiled rules of whoever runs it, commands that it starts included.

    All processes of tests share theirs, those of the next run too: what is in it is known by all it was made from.
    """
    cache: pytest.Cache | None = getattr(pytestconfig, "cache", None)  # -p no:cacheprovider
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache.mkdir("rules") if cache else tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The shipped rules."""
    return shipped_rules()


@pytest.fixture
def shipped_rules_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs of a test share the compiled rules: compiling them takes longer than all else a small run does."""
    load_folders = Knowledge.load
    monkeypatch.setattr(Knowledge, "load", lambda folders=(): load_folders(folders) if folders else shipped_rules())

    def load(folders: Sequence[Path] = (), *, keep: bool) -> Knowledge:  # noqa: ARG001 - tests keep nothing
        return Knowledge.load(folders)

    monkeypatch.setattr(rulecache, "load", load)
