"""Three hundred texts in every charset: at least 99 in 100 decoded right, whatever is declared."""

from __future__ import annotations

import html
import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
import regex
from legacy_writers import nfd, saved_as_utf_8, tcvn3, to_viscii, vni, windows_1258

from extract.decode import decode
from extract.model import Capture, Reject
from extract.pipeline import Knowledge, read_capture

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.tables.rows import PageRecord

SAMPLES = sorted(file for file in (Path(__file__).parents[2] / "samples").iterdir() if file.suffix in {".html", ".txt"})
TEXTS = 300
SHORTEST, LONGEST = 80, 3_000

WRITERS: dict[str, Callable[[str], bytes]] = {
    "utf-8": str.encode,
    "nfd": nfd,
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "nfd-in-utf-16-le": lambda text: normalize("NFD", text).encode("utf-16-le"),
    "nfd-in-utf-16-be": lambda text: normalize("NFD", text).encode("utf-16-be"),
    "windows-1258": windows_1258,
    "viscii": to_viscii,
    "tcvn3": tcvn3,
    "vni": vni,
    "tcvn3-in-utf-8": lambda text: saved_as_utf_8(tcvn3(text)),
    "vni-in-utf-8": lambda text: saved_as_utf_8(vni(text)),
    "mojibake": lambda text: saved_as_utf_8(text.encode()),
}
DECLARED = ("", "utf-8", "windows-1252", "windows-1258", "viscii", "tcvn3", "vni", "utf-16")

# What one-byte charsets have no code for, and VISCII nothing but letters.
_WRITABLE = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-", "»": ">", "©": "(c)", "Ð": "Đ"}
)
_VISCII_LACKS = regex.compile(r"[^\x00-\x7f\p{L}]")
_OUTSIDE = regex.compile(r"[^\x00-\u024f\u1e00-\u1eff]")


def plain(file: Path) -> str:
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        text = regex.sub(r"(?si)<(script|style)\b.*?</\1>|<[^>]*>", " ", text)
    text = normalize("NFC", html.unescape(text)).translate(_WRITABLE)
    return " ".join(_VISCII_LACKS.sub(" ", _OUTSIDE.sub(" ", text)).split())


@cache
def texts() -> tuple[str, ...]:
    """Whole words out of the samples, 80 to 3,000 characters of them, as many short as long by ratio."""
    chance = random.Random(300)  # noqa: S311 - the same texts every time
    whole = " ".join(plain(file) for file in SAMPLES)
    made = []
    for number in range(TEXTS):
        length = round(SHORTEST * (LONGEST / SHORTEST) ** (number / (TEXTS - 1)))
        start = whole.index(" ", chance.randrange(len(whole) - length - 40)) + 1
        made.append(whole[start : start + length].rpartition(" ")[0])
    return tuple(made)


@pytest.mark.parametrize("charset", WRITERS)
def test_three_hundred_texts(charset: str) -> None:
    write = WRITERS[charset]
    wrong = []
    for number, text in enumerate(texts()):
        for declared in {"", DECLARED[number % len(DECLARED)], charset.removesuffix("-in-utf-8")}:
            page = f'<meta charset="{declared}"><p>{text}</p>' if declared else text
            found = decode(write(page)).text
            if (found.lower() != page.lower()) if "tcvn3" in charset else (found != page):
                wrong.append((declared, page, found))
    assert len(wrong) <= TEXTS * 0.01, wrong[0]


def facts(data: bytes, file: Path, knowledge: Knowledge) -> PageRecord:
    media_type = "text/html" if file.suffix == ".html" else "text/plain"
    record = read_capture(Capture(file.name, file.name, media_type, data), knowledge)
    assert not isinstance(record, Reject)
    return record


@pytest.mark.parametrize("charset", WRITERS)
@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_samples_give_the_same_facts(charset: str, file: Path, knowledge: Knowledge) -> None:
    text = _VISCII_LACKS.sub(" ", _OUTSIDE.sub(" ", file.read_text(encoding="utf-8").translate(_WRITABLE)))
    expected = facts(text.encode(), file, knowledge)
    found = facts(WRITERS[charset](text), file, knowledge)
    for table in ("figures", "scholarships", "ratings", "statements"):
        rows = [_content(row) for row in getattr(found.facts, table)]
        assert rows == [_content(row) for row in getattr(expected.facts, table)]
    assert (found.page.title or "").lower() == (expected.page.title or "").lower()


def _content(row: object) -> list[str]:
    """What a row says, without the ids, which hang on the bytes of the page; case is a font's in TCVN3."""
    fields = type(row).__dataclass_fields__ if hasattr(row, "__dataclass_fields__") else row._fields  # type: ignore[attr-defined]
    return [str(getattr(row, name)).lower() for name in fields if not name.endswith("_id") and name != "part_of"]
