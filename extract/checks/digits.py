"""How much a number tells by its digits: round ones meet others by chance, "1.276" does not."""

from __future__ import annotations


def telling_digits(value: float) -> int:
    """How many digits a number has from the first to the last that is no zero.

    >>> telling_digits(1_276_000), telling_digits(12.42), telling_digits(0.05), telling_digits(200)
    (4, 4, 1, 1)
    """
    return len(f"{value:.6f}".replace(".", "").strip("0"))


def has_digits(value: float) -> bool:
    """Whether a number has three digits or more that are not zeros at its end: shorter ones are sums by chance."""
    return telling_digits(value) >= 3  # noqa: PLR2004 - as told
