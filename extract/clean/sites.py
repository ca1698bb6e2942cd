"""Site adapters: where the pages of one site, or of one make of portal, keep title, text, date and byline.

The general rules find the report by structure; an adapter in ``rules/sites/`` is the exception for pages that they get
wrong. It is matched by host, or by an element that must exist, and its own example tests it::

    site:
      name: trang-cu
      hosts: [xa-cu.example.vn]          # or: has: "table.tblDetail"
      title: td.TieuDe
      body: td.NoiDung
      date: span.NgayDang
      byline: p.TacGia
      drop: [div.GhiChu]
      example: {page: "<td class=TieuDe>...", title: ..., kept: [...], dropped: [...], published_on: ..., byline: ...}
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex
import soupsieve

from extract.errors import read_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bs4 import BeautifulSoup

    from extract.rulefiles import Node, RuleFiles

_KEYS = ("name", "hosts", "has", "title", "body", "date", "byline", "drop", "example")
_EXAMPLE_KEYS = ("page", "title", "kept", "dropped", "published_on", "byline")
ROLES = ("title", "date", "byline", "drop", "body")
"""What an element may be for, the stronger before the weaker where one holds the other."""
_NAME = regex.compile(r"[.#](-?[A-Za-z_][\w-]*+)")


@dataclass(frozen=True, slots=True)
class SiteExample:
    """A page of the site, and what must be read from it."""

    page: str
    title: str | None
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    published_on: str | None
    byline: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """One adapter."""

    name: str
    hosts: frozenset[str]
    has: str | None
    """Selector of an element without which it is no page of this make."""
    selectors: dict[str, tuple[str, ...]]
    """By role, see ``ROLES``."""
    names: tuple[str, ...]
    """Classes and ids that ``has`` asks for: a page that has not even the letters need not be parsed."""
    example: SiteExample
    node: Node

    def may_fit(self, host: str | None, text: str) -> bool:
        """Whether a page of this host and source text may be one of the site, as far as can be told without parsing."""
        if self.hosts:
            return host is not None and any(host == one or host.endswith(f".{one}") for one in self.hosts)
        return all(name in text for name in self.names)

    def fits(self, soup: BeautifulSoup) -> bool:
        """Whether the page has what the adapter reads."""
        wanted = [self.has] if self.has else []
        return all(soup.select_one(selector) is not None for selector in (*wanted, ",".join(self.selectors["body"])))


def load_sites(files: RuleFiles) -> tuple[Site, ...]:
    """The adapters of all rule files. Raises ``RuleError`` for one that could never match, or has no example."""
    return tuple(read_all(_site, files.sections("site")))


def site_for(sites: Sequence[Site], host: str | None, text: str) -> tuple[Site, ...]:
    """The adapters that may fit a page, those of its host first."""
    return tuple(sorted((site for site in sites if site.may_fit(host, text)), key=lambda site: not site.hosts))


def _site(node: Node) -> Site:
    node.only(*_KEYS)
    hosts, has = node.get("hosts"), node.get("has")
    if (hosts is None) == (has is None):
        node.fail("an adapter is for hosts or for pages that have an element", "give one of 'hosts:' and 'has:'")
    node.need("body")
    selectors = {}
    for role in ROLES:
        given = node.get(role)
        selectors[role] = tuple(_selector(one) for one in given.nodes()) if given is not None else ()
    needed = _selector(has) if has is not None else None
    return Site(
        name=node.need("name").text(),
        hosts=frozenset(host.lower().removeprefix("www.") for host in hosts.texts())
        if hosts is not None
        else frozenset(),
        has=needed,
        selectors=selectors,
        names=tuple(_NAME.findall(needed)) if needed and "," not in needed and "(" not in needed else (),
        example=_example(node.need("example")),
        node=node,
    )


def _selector(node: Node) -> str:
    try:
        soupsieve.compile(node.text())
    except soupsieve.SelectorSyntaxError as error:
        node.fail(f"this is no CSS selector: {str(error).splitlines()[0]}", "write one as 'div.noidung > p'")
    return node.text()


def _example(node: Node) -> SiteExample:
    node.only(*_EXAMPLE_KEYS)

    def texts(key: str) -> tuple[str, ...]:
        found = node.get(key)
        return found.texts() if found is not None else ()

    def text(key: str) -> str | None:
        found = node.get(key)
        return found.text() if found is not None else None

    node.need("kept")
    return SiteExample(
        node.need("page").text(), text("title"), texts("kept"), texts("dropped"), text("published_on"), text("byline")
    )
