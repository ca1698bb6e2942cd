"""Bytes to text, by what the text says: what a header or a ``<meta>`` declares is often wrong, and only breaks ties.

* ``charset``: which charset the bytes are in; ``page``: that, and what is mended after; ``syllables``: the judge;
* ``readings``: the ways text may have been read wrongly, from ``tcvn3``, ``vni``, ``codepages`` and ``mojibake``;
* ``capitals`` of fonts, ``letters`` that look alike, ``composition`` with marks, ``references`` of HTML.
"""

from extract.decode.page import Decoded, decode

__all__ = ["Decoded", "decode"]
