"""A page from disk in a headless browser, and what a script beside it says of it."""

from __future__ import annotations

import html
import json
import shutil
import socket
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")

TOUR = """<!doctype html><meta charset="utf-8"><iframe width="1280" height="800"></iframe><pre></pre>
<script>
const files = {files};
const frame = document.querySelector("iframe");
const seen = [];
const next = () => {{
  if (seen.length < files.length) frame.src = files[seen.length];
  else document.querySelector("pre").textContent = "RESULT" + JSON.stringify([seen, window.pwned ?? null]) + "END";
}};
frame.addEventListener("load", () => {{
  const page = frame.contentDocument, view = frame.contentWindow;
  const fire = (element, name) => element.dispatchEvent(new view.Event(name, {{ bubbles: true }}));
  for (const element of page.querySelectorAll("main *")) {{ fire(element, "mouseover"); fire(element, "focus"); }}
  for (const box of page.querySelectorAll("details, input[type=checkbox]")) box.click();
  const loaded = view.performance.getEntriesByType("resource");
  seen.push([page.title, page.scripts.length, page.images.length, loaded.length]);
  next();
}});
next();
</script>"""

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
    return _shown(folder, FRAME.format(address=page.as_uri() + fragment, width=width, script=script))


def tour(folder: Path, pages: Sequence[Path]) -> tuple[Any, list[str]]:
    """Every page opened in turn, hovered and clicked.

    Gives title, number of scripts, images and requests of each, then ``pwned``; and what was asked of the network.
    """
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        proxy.settimeout(0.1)
        files = json.dumps([page.as_uri() for page in pages])
        found = _shown(folder, TOUR.format(files=files), f"--proxy-server=127.0.0.1:{proxy.getsockname()[1]}")
        return found, list(_requests(proxy))


def _requests(proxy: socket.socket) -> Iterator[str]:
    """The first lines of what came in while nobody answered."""
    while True:
        try:
            connection, _ = proxy.accept()
        except TimeoutError:
            return
        with connection:
            yield connection.recv(4096).decode("latin-1").partition("\r\n")[0]


def _shown(folder: Path, content: str, *options: str) -> Any:
    frame = folder / "frame.html"
    frame.write_text(content, "utf-8")
    command = [
        str(CHROMIUM),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--allow-file-access-from-files",
        "--enable-logging=stderr",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=60000" if options else "--virtual-time-budget=2000",
        "--dump-dom",
        *options,
        frame.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)  # noqa: S603
    assert "CONSOLE" not in done.stderr, done.stderr
    found = regex.search(r"RESULT(.*)END", done.stdout)
    assert found, done.stdout[-2000:]
    return json.loads(html.unescape(found[1]))
