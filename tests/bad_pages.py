"""Pages that make whoever reads them hang or die, as bugs of a parser would: what a page says decides.

Put on ``PYTHONPATH`` of a command under the name ``sitecustomize``, see ``commands``; workers inherit it.
"""

from __future__ import annotations

import os
import signal
from typing import Any

from extract.pipeline import clean_capture, read_page
from extract.units import cleaning, reading


def clean(capture: Any, knowledge: Any) -> Any:
    """As of ``extract.pipeline``, but for such pages."""
    _suffer(capture.data.decode("utf-8", "replace"), "lúc làm sạch")
    return clean_capture(capture, knowledge)


def read(page: Any, knowledge: Any, lines: Any) -> Any:
    """As of ``extract.pipeline``, but for such pages."""
    _suffer(page.text, "lúc đọc")
    return read_page(page, knowledge, lines)


def _suffer(text: str, when: str) -> None:
    if f"treo máy {when}" in text:
        while True:
            pass
    if f"sập máy {when}" in text:
        os.kill(os.getpid(), signal.SIGSEGV)


vars(cleaning)["clean_capture"], vars(reading)["read_page"] = clean, read
