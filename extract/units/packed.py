"""Records of this program as bytes. They belong to one run, which alone may read them: it trusts what is in them."""

from __future__ import annotations

import pickle

from extract.sources.zstandard import zstd

FAST = 1
"""How hard zstd tries on what is read once more."""


def pack(things: object) -> bytes:
    """Anything that can be pickled, packed.

    >>> unpack(pack(("xã Tân Bình", 2023)))
    ('xã Tân Bình', 2023)
    """
    return zstd.compress(pickle.dumps(things, pickle.HIGHEST_PROTOCOL), FAST)


def unpack(packed: bytes) -> object:
    """What was packed."""
    return pickle.loads(zstd.decompress(packed))  # noqa: S301 - written by this run or one of the same command
