"""Lines that portals print as links to other pages, each with its day."""

from __future__ import annotations

import regex

LONGEST_LINK = 220
_DAY_AND_TIME = r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?[\s,|-]{0,3})?"
_DATED_LINK = regex.compile(
    rf"\(\s?{_DAY_AND_TIME}\d{{1,2}}(?:[-/]\d{{1,2}}(?:[-/]\d{{2,4}})?|\.\d{{1,2}}\.\d{{4}})(?:[\s,|-]{{1,3}}{_DAY_AND_TIME})?"
    r"(?:\s?[SC][AH]|\s?[AP]M)?\s?\)\s*$"
    r"|^[\s»›>•*-]*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}[^.]{0,12}\s-\s"
)
"""How portals print a link to another page: "... vượt qua khó khăn (21/06/2021)", "14/09/2017 09:12 - Trao 120 con
gà"."""

_OPENS_DATED_LINK = frozenset("0123456789»›>•*-")


def is_dated_link(text: str) -> bool:
    """Whether a text is printed as portals print a link to another page, with its day."""
    if len(text) > LONGEST_LINK or (text[-1] != ")" and text[0] not in _OPENS_DATED_LINK):
        return False
    return _DATED_LINK.search(text) is not None
