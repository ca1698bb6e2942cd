"""The examples of site adapters, run: part of ``baocao rules check``."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from extract.clean.judge import judge
from extract.clean.vocabulary import CleanVocabulary
from extract.model import Capture, Reject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.clean.sites import Site
    from extract.rulefiles import Node, RuleFiles


class SiteProblem(NamedTuple):
    """What an author of an adapter has to put right, and where."""

    node: Node
    rule: str
    message: str


def check_sites(files: RuleFiles, chosen: Callable[[Node], bool] = lambda _: True) -> list[SiteProblem]:
    """What the adapters at ``chosen`` nodes do not read as their examples say; empty if all is well."""
    vocabulary = CleanVocabulary.load(files)
    sites = (site for site in vocabulary.sites if chosen(site.node))
    return [problem for site in sites for problem in _problems(site, vocabulary)]


def _problems(site: Site, vocabulary: CleanVocabulary) -> Iterator[SiteProblem]:
    example, node = site.example, site.node.need("example")
    host = min(site.hosts, default="example.vn")
    found = judge(Capture(f"http://{host}/", "example", "text/html", example.page.encode()), vocabulary)
    if isinstance(found, Reject):
        yield SiteProblem(node, site.name, "its example has no text")
        return
    kept = [block.text for block in found.blocks if block.kept and block.kind != "title"]
    if kept != list(example.kept):
        yield SiteProblem(node, site.name, f"keeps {kept}, not what 'kept:' says")
    dropped = {block.text for block in found.blocks if not block.kept}
    for text in example.dropped:
        if text not in dropped:
            yield SiteProblem(node, site.name, f"does not drop {text!r}")
    read = {"title": found.title, "published_on": found.published_on, "byline": found.byline}
    for key, wanted in (("title", example.title), ("published_on", example.published_on), ("byline", example.byline)):
        if wanted is not None and str(read[key]) != wanted:
            yield SiteProblem(node, site.name, f"reads {key} {str(read[key])!r}, not {wanted!r}")
