"""Templates to files: everything escaped, nothing loaded from anywhere, every style and script known by its hash."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import SimpleNamespace
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.report.addresses import indicator_stem
from extract.report.display import both, clipped, day, done, isolated, moment, month, number, spread, visible
from extract.report.labels import CODES, Label
from extract.report.listing import groups
from extract.report.wording import UI

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from extract.report.labels import Language
    from extract.rulefiles import RuleFiles


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes the files of one report. ``style`` and ``script`` stand in every page, so that each opens alone."""

    environment: Environment
    style: Markup
    script: Markup

    @classmethod
    def load(cls, files: RuleFiles, script: str = "report.js", language: Language = "vi") -> Renderer:
        """With the names of indicators that ``files`` give, and a script of ours in every page; ``language`` is that in
        which pages open, and of what can be in one alone, as their titles.
        """
        environment = Environment(
            loader=PackageLoader("extract.report"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        indicators = indicator_labels(files)
        environment.globals.update(
            t=SimpleNamespace(**{name: both(label) for name, label in UI.items()}),
            language=language,
            plain=SimpleNamespace(**{name: getattr(label, language) for name, label in UI.items()}),
            code=code,
            indicator=lambda name: both(indicators.get(name, Label(name, name))),
            indicator_name=lambda name: getattr(
                indicators.get(name) or (Label(name, name) if name else UI["no_indicator"]), language
            ),
            indicator_stem=indicator_stem,
            number=number,
            done=done,
            spread=spread,
        )
        environment.filters.update(
            clipped=clipped, day=day, moment=moment, month=month, groups=groups, isolated=isolated, visible=visible
        )
        return cls(environment, _source("report.css"), _source(script))

    def write(self, file: Path, template: str, page_style: str = "", **values: object) -> None:
        """Render ``template`` to ``file``. ``page_style`` is CSS of this page alone; it may hold no text of a page."""
        styles = [self.style, *([Markup(page_style)] if page_style else [])]  # noqa: S704 - made of anchors alone
        html = self.environment.get_template(template).render(
            styles=styles, script=self.script, policy=_policy(styles, self.script), **values
        )
        file.write_text(html, "utf-8", newline="\n")


@cache
def code(group: str, value: str) -> Markup:
    """The label of a code in both languages; one that has none stands for itself.

    >>> code("status", "planned")
    Markup('<span lang="vi">kế hoạch</span><span lang="en">planned</span>')
    >>> code("status", "<new>")
    Markup('&lt;new&gt;')
    """
    return both(CODES[group].get(value, Label(value, value)))


def indicator_labels(files: RuleFiles) -> Mapping[str, Label]:
    """The names of all indicators that rule files define."""
    return {
        name: Label(node.need("vi").text(), node.need("en").text())
        for section in files.sections("indicators")
        for name, node in section.mapping().items()
    }


def _source(name: str) -> Markup:
    text = (resources.files("extract.report") / "templates" / name).read_text("utf-8")
    return Markup(text)  # noqa: S704 - our own file, without any value in it


def _policy(styles: list[Markup], script: Markup) -> str:
    """What a page may load and run: its own styles and script, nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {' '.join(map(_hash, styles))}",
            f"script-src {_hash(script)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
