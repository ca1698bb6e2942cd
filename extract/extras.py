"""How to install what an extra of this package brings: it is on no index, so from where the package itself came."""

from __future__ import annotations

import json
import shlex
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_NAME = "baocao"


def install_command(extra: str) -> str:
    """What to type, for the Python that runs this: who calls ``.venv/bin/baocao`` may have another ``pip`` in the path.

    >>> install_command("audit").partition(" -m pip install ")[0] == shlex.quote(sys.executable)
    True
    """
    return shlex.join((sys.executable, "-m", "pip", "install", *_source(_origin(), extra)))


def _origin() -> dict[str, object]:
    """Where the package was installed from, as PEP 610 tells it; a checkout that runs as it lies is its own origin."""
    try:
        told = json.loads(distribution(_NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        told = {}
    checkout = Path(__file__).resolve().parent.parent
    if not told and (checkout / "pyproject.toml").is_file():
        return {"url": checkout.as_uri(), "dir_info": {}}
    return told if isinstance(told, dict) else {}


def _source(origin: dict[str, object], extra: str) -> tuple[str, ...]:
    """What ``pip install`` is given.

    >>> _source({"url": "file:///srv/bao%20cao", "dir_info": {"editable": True}}, "audit")
    ('--editable', '/srv/bao cao[audit]')
    >>> _source({"url": "https://example.vn/baocao.git", "vcs_info": {"vcs": "git"}}, "audit")
    ('baocao[audit] @ git+https://example.vn/baocao.git',)
    >>> _source({}, "audit")
    ('baocao[audit]',)
    """
    url, folder, repository = str(origin.get("url", "")), origin.get("dir_info"), origin.get("vcs_info")
    if isinstance(folder, dict):
        editable = ("--editable",) if folder.get("editable") else ()
        return *editable, f"{url2pathname(urlsplit(url).path)}[{extra}]"
    if isinstance(repository, dict):
        return (f"{_NAME}[{extra}] @ {repository.get('vcs')}+{url}",)
    return (f"{_NAME}[{extra}] @ {url}" if url else f"{_NAME}[{extra}]",)
