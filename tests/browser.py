"""A page from disk in a headless browser, and what a script beside it says of it."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import regex

if TYPE_CHECKING:
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

FRAME = """<!doctype html><meta charset="utf-8">
<iframe src="{address}" width="{width}" height="800"></iframe><pre></pre>
<script>
const frame = document.querySelector("iframe");
frame.addEventListener("load", () => {{
  const page = frame.contentDocument, view = frame.contentWindow;
  const displayed = (element) => view.getComputedStyle(element).display !== "none";
  const shown = (css) => Array.from(page.querySelectorAll(css)).filter(displayed);
  const press = (key) => page.body.dispatchEvent(new view.KeyboardEvent("keydown", {{ key, bubbles: true }}));
  (async () => {{ {script} }})().then((result) => {{
    document.querySelector("pre").textContent = "RESULT" + JSON.stringify(result) + "END";
  }});
}});
</script>"""


def in_browser(folder: Path, page: Path, script: str, fragment: str = "", width: int = 1280) -> Any:
    """What ``script`` returns, run beside ``page`` in a frame; the browser must have had nothing to complain of."""
    frame = folder / "frame.html"
    frame.write_text(FRAME.format(address=page.as_uri() + fragment, width=width, script=script), "utf-8")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--allow-file-access-from-files",
        "--enable-logging=stderr",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=2000",
        "--dump-dom",
        frame.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603
    assert "CONSOLE" not in done.stderr, done.stderr
    found = regex.search(r"RESULT(.*)END", done.stdout)
    assert found, done.stdout[-2000:]
    return json.loads(html.unescape(found[1]))
