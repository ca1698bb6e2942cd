"""Any number of pages out of the samples, no two alike: their figures are changed, and so are the days they tell of."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import regex

SAMPLES = Path(__file__).parent.parent / "samples"

_NUMBER = regex.compile(r"(?<![\w#&.,])\d++(?![\w;])")


@cache
def sample_files() -> tuple[Path, ...]:
    """The samples that are pages, in the order of their names."""
    return tuple(sorted(file for file in SAMPLES.iterdir() if file.suffix in {".html", ".txt"}))


@cache
def sample_text(file: Path) -> str:
    """What stands in a sample."""
    return file.read_text("utf-8")


def varied(number: int, suffix: str = "") -> str:
    """Page ``number``: a sample with other figures, always the same ones; one whose name ends so."""
    chance = random.Random(number)  # noqa: S311 - the same pages every time
    files = [file for file in sample_files() if file.name.endswith(suffix)]
    text = sample_text(files[number % len(files)])
    return _NUMBER.sub(lambda found: _other(found[0], chance), text)


def _other(digits: str, chance: random.Random) -> str:
    """A number of as many digits; one of one digit stays, for lists are numbered so."""
    if len(digits) == 1 or digits.startswith("0"):
        return digits
    return str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
