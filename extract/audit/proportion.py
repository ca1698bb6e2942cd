"""How large a share of errors may be, given how many a sample shows: exact bounds after Clopper and Pearson (1934)."""

from __future__ import annotations

from typing import NamedTuple

import mpmath

_CONFIDENCE = 0.95
_SQUARED_ERROR = 1e-20
"""Of the probability at the bound that is found."""


class Share(NamedTuple):
    """``errors`` among ``judged``, and between which shares the true one lies, both ends at once."""

    errors: int
    judged: int
    low: float
    high: float

    @property
    def estimate(self) -> float | None:
        """The share in the sample itself; ``None`` where nothing was judged."""
        return self.errors / self.judged if self.judged else None


def share(errors: int, judged: int, doubtful: int = 0, confidence: float = _CONFIDENCE) -> Share:
    """The share of errors with its bounds; ``doubtful`` items more were drawn, of which nobody can say.

    For the upper bound they count as errors, for the lower one as none: whatever they are, the bounds hold.

    >>> found = share(5, 100)
    >>> round(found.low, 4), round(found.high, 4)
    (0.0164, 0.1128)
    """
    tail = (1 - confidence) / 2
    drawn = judged + doubtful
    return Share(errors, judged, _least(errors, drawn, tail), most(errors + doubtful, drawn, 1 - tail))


def most(errors: int, drawn: int, confidence: float = _CONFIDENCE) -> float:
    """The share that is not exceeded, with this confidence on the one side.

    >>> round(most(0, 60), 4)  # the rule of three: about 3 / 60
    0.0487
    """
    return 1.0 if errors >= drawn else _quantile(errors + 1, drawn - errors, confidence)


def _least(errors: int, drawn: int, tail: float) -> float:
    return 0.0 if errors <= 0 else _quantile(errors, drawn - errors + 1, tail)


def _quantile(a: int, b: int, probability: float) -> float:
    """Of the beta distribution with these parameters."""

    def beyond(value: object) -> object:
        return mpmath.betainc(a, b, 0, value, regularized=True) - probability

    return float(mpmath.findroot(beyond, (0, 1), solver="illinois", tol=_SQUARED_ERROR, maxsteps=100))
