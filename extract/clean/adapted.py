"""Pages read by a site adapter: its selectors say what each block is for; nothing is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clean import soup
from extract.clean.furniture import line_of
from extract.clean.judged import Judged, JudgedBlock, Printed
from extract.clean.names import person_of
from extract.clean.sites import ROLES, site_for
from extract.text import fold

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

    from extract.clean.outline import Outline
    from extract.clean.sites import Site
    from extract.clean.vocabulary import CleanVocabulary
    from extract.codes import DropReason

_REASONS: dict[str, DropReason | None] = {
    "title": None,
    "body": None,
    "date": "date_line",
    "byline": "byline",
    "drop": "site_boilerplate",
}
_TOLD = -1
"""Rank of a day that an adapter points at: before all others."""


def adapted(text: str, host: str | None, vocabulary: CleanVocabulary) -> tuple[Outline, Judged] | None:
    """A page as the adapter for it reads it; ``None`` if there is none, as for most pages."""
    if not vocabulary.sites:
        return None
    sites = site_for(vocabulary.sites, host, text)
    if not sites:
        return None
    parsed = soup.parse(text)
    for site in sites:
        if site.fits(parsed):
            return _read(parsed, site, vocabulary)
    return None


def _read(parsed: BeautifulSoup, site: Site, vocabulary: CleanVocabulary) -> tuple[Outline, Judged]:
    roles: dict[int, str] = {}
    for role in ROLES:
        for selector in site.selectors[role]:
            for element in parsed.select(selector):
                roles.setdefault(id(element), role)
    outline, spans = soup.outline_with_roles(parsed, vocabulary.landmarks, roles)
    role_of: list[str | None] = [None] * len(outline.blocks)
    for role in reversed(ROLES):
        for found, start, end in spans:
            if found == role:
                role_of[start:end] = [role] * (min(end, len(role_of)) - start)
    return outline, _judged(outline, role_of, vocabulary)


def _judged(outline: Outline, role_of: list[str | None], vocabulary: CleanVocabulary) -> Judged:
    titles = [block.text for block, role in zip(outline.blocks, role_of, strict=True) if role == "title"]
    blocks, days, bylines = [], [], []
    for block, role in zip(outline.blocks, role_of, strict=True):
        line = line_of(block.text, vocabulary)
        reason: DropReason | None = "site_boilerplate" if role is None else _REASONS[role]
        if role == "body":
            reason = "hidden" if block.hidden else line.reason
        elif role == "date":
            day = line.day or next((found.day for found in vocabulary.date_lines.dates.find(fold(block.text))), None)
            days += [Printed(_TOLD, day)] if day else []
        elif role == "byline":
            name = line.byline or person_of(block.text)
            bylines += [name] if name else []
        blocks.append(JudgedBlock("title" if role == "title" else block.kind, block.text, reason, block.locator))
    title = " ".join(titles) or None
    headlines = [block for block in blocks if block.kind == "title"]
    return Judged(
        title, (*headlines, *(block for block in blocks if block.kind != "title")), tuple(days), tuple(bylines)
    )
