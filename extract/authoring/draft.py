"""``baocao rules new``: a first draft of a rule, out of a sentence that it should read.

The phrase of the draft is what stands around the first number that no rule knows: two words before, the number with its
classifier, two words behind. The author widens it; ``baocao explain`` and ``baocao rules check`` tell how far it goes.
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from extract.authoring.gaps import neighbourhood
from extract.errors import ArgumentError
from extract.pipeline import draw_facts
from extract.rulefiles import parse
from extract.snippet import snippet
from extract.tables.commit import writing
from extract.text import fold

if TYPE_CHECKING:
    from pathlib import Path

    from extract.pipeline import Knowledge
    from extract.rulefiles import Node


class Draft(NamedTuple):
    """What the author gave: the rule's id, what it counts, a sentence it must read and one that it must not."""

    id: str
    indicator: str
    yes: str
    no: str
    match: str | None = None
    """A phrase, if the author has one already."""


def draft_rule(draft: Draft, knowledge: Knowledge) -> str:
    """The rule as lines of YAML, to stand under ``rules:``.

    Raises ``ArgumentError`` for an id that is taken, an indicator that is not known, a sentence without a number.
    """
    rules = knowledge.rules.rules
    taken = next((rule for rule in rules.all if rule.id == draft.id), None)
    if taken is not None:
        raise ArgumentError(
            f"the rule {draft.id!r} is already in {taken.node.file}:{taken.node.line}; choose another id"
        )
    if draft.indicator not in rules.indicators:
        near = get_close_matches(draft.indicator, rules.indicators, n=5)
        known = f"did you mean {', '.join(near)}" if near else "rules/indicators.yaml lists them"
        raise ArgumentError(
            f"the indicator {draft.indicator!r} is not known; {known}, or add it under 'indicators:' and name "
            "its folder with --rules"
        )
    phrase = draft.match or _phrase(draft.yes, knowledge)
    return "\n".join(
        (
            f"- id: {draft.id}",
            f"  indicator: {draft.indicator}",
            "  match:",
            f"  - {_quoted(phrase)}",
            "  examples:",
            f"  - yes: {_quoted(draft.yes)}",
            f"  - no: {_quoted(draft.no)}",
            "",
        )
    )


def add_to_file(rule: str, file: Path) -> None:
    """Put a drafted rule at the end of a rule file, new or not.

    Raises ``ArgumentError`` if the file would not be read, has a rule of that id, or ends in another section than
    ``rules:``, ``RuleError`` if it is no YAML, ``OutputError`` if it cannot be written.
    """
    with writing(file):
        _add(rule, file)


def _add(rule: str, file: Path) -> None:
    content = file.read_bytes() if file.exists() else b""
    if file.suffix != ".yaml":
        raise ArgumentError(f"{file} would not be read: files of rules end in .yaml")
    if content.strip():
        root = parse(content, file)
        _refuse_taken(rule, root, file)
        before = content.decode()
        sections = list(root.mapping()) if root is not None else []
        if sections and sections[-1] != "rules":
            raise ArgumentError(
                f"{file} ends in the section '{sections[-1]}:'; move 'rules:' to its end, or name a new file"
            )
        head = before if before.endswith("\n") else f"{before}\n"
        head += "" if sections else "rules:\n"
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        head = "rules:\n"
    file.write_text(head + rule, "utf-8")


def _refuse_taken(rule: str, root: Node | None, file: Path) -> None:
    there = {node.need("id").text(): node.line for node in _rules(root)}
    for drafted in _rules(parse(f"rules:\n{rule}".encode(), file)):
        name = drafted.need("id").text()
        if name in there:
            raise ArgumentError(f"the rule {name!r} is already in {file}:{there[name]}; choose another id")


def _rules(root: Node | None) -> tuple[Node, ...]:
    rules = root.get("rules") if root is not None else None
    return rules.nodes() if rules is not None else ()


def _phrase(sentence: str, knowledge: Knowledge) -> str:
    page = snippet(sentence)
    figures = [figure for figure in draw_facts(page, knowledge).facts.figures if figure.role == "value"]
    if not figures:
        raise ArgumentError(f"no number that counts or measures in {sentence!r}; see 'baocao explain'")
    unknown = next((figure for figure in figures if figure.indicator is None), figures[0])
    return neighbourhood(fold(page.text), unknown).phrase


def _quoted(text: str) -> str:
    """A YAML scalar in double quotes: those of JSON are."""
    return json.dumps(text, ensure_ascii=False)
