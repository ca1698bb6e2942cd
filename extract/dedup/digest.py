"""Short names of long texts: what is remembered of ten million pages must be small."""

from __future__ import annotations

import hashlib


def digest(*parts: str, size: int = 16) -> bytes:
    """``size`` bytes that stand for ``parts``, the same on every machine.

    >>> digest("xã Tân Bình", "12 suất") == digest("xã Tân Bình", "13 suất"), len(digest("a", size=8))
    (False, 8)
    """
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).digest()
