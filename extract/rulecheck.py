"""``baocao rules check``: every example of every rule is a test.

Of an author's own rules it runs their examples, and those shipped ones that they are likely to change: the *no* of
rules of the same meaning, and whatever has the words of a phrase of theirs. That takes seconds; all examples take
longer, and find the rest: what a list, a unit or a cue of theirs does to shipped rules.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract import rulecache
from extract.clean.sitecheck import check_sites
from extract.match.outline import TOKEN, marks_of
from extract.match.phrase import Words
from extract.match.shadow import ALL
from extract.model import Figure, Money, Rating, Scholarship, Statement
from extract.pipeline import draw_facts
from extract.snippet import snippet
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extract.facts.page_facts import Drawn
    from extract.match.rules import Example, Rule
    from extract.match.slots import Family
    from extract.model import Facts
    from extract.pipeline import Knowledge
    from extract.rulefiles import Node

_TABLE: dict[Family, str] = {"rules": "statements", "ratings": "ratings"}
"""The table that the plain keys under ``gives:`` name columns of; others are written ``money.scope``."""

_COLUMNS = {
    name: frozenset(field.name for field in fields(row))
    for name, row in (
        ("figures", Figure),
        ("money", Money),
        ("scholarships", Scholarship),
        ("ratings", Rating),
        ("statements", Statement),
    )
}

_WORD = regex.compile(r"\w+")


class Problem(NamedTuple):
    """Something an author has to put right, and where."""

    node: Node
    rule: str
    message: str

    def __str__(self) -> str:
        """``file:line: rule: message``."""
        return f"{self.node.file}:{self.node.line}: {self.rule}: {self.message}"


class Checked(NamedTuple):
    """What a check found."""

    rules: int
    """Those that were checked; of an author's, theirs."""
    examples: int
    """Those that were run."""
    left_out: int
    """Examples of shipped rules that were not."""
    problems: tuple[Problem, ...]


def check_rules(folders: Sequence[Path] = (), *, everything: bool = True) -> Checked:
    """Run the examples of ``folders``, and ``everything``: of the shipped rules too, as without folders.

    Raises ``RuleError`` for files that do not load, with all that is wrong with them.
    """
    knowledge = rulecache.load(folders, keep=False)
    rules = tuple(knowledge.rules.rules.all)
    own = _Own(folders, everything=everything or not folders)
    mine = tuple(rule for rule in rules if own.has(rule.node))
    examples = [example for rule in rules for example in own.examples(rule, mine)]
    drawn = {example.text: draw_facts(snippet(example.text), knowledge) for example in examples}
    problems = [problem for rule in rules for problem in _rule_problems(rule, drawn)]
    problems += _foreign_matches(rules, drawn)
    problems += [problem for problem in _idle_words(rules, knowledge) if own.has(problem.node)]
    problems += [Problem(*problem) for problem in check_sites(knowledge.files, own.has)]
    left_out = sum(len(rule.examples) for rule in rules) - len(examples)
    return Checked(len(mine), len(examples), left_out, tuple(problems))


class _Own:
    """What of the rule files is checked."""

    def __init__(self, folders: Sequence[Path], *, everything: bool) -> None:
        self._folders, self._everything = tuple(folders), everything

    def has(self, node: Node) -> bool:
        """Whether a node stands in a file that is checked."""
        return self._everything or any(node.file.is_relative_to(folder) for folder in self._folders)

    def examples(self, rule: Rule, mine: Sequence[Rule]) -> list[Example]:
        """The examples of a rule that are run: all of an author's, those of shipped ones that ``mine`` may change."""
        if self.has(rule.node):
            return list(rule.examples)
        rivals = any(one.family == rule.family and one.says == rule.says and rule.says for one in mine)
        return [
            example for example in rule.examples if (rivals and example.kind == "no") or _may_match(mine, example.text)
        ]


def _may_match(rules: Iterable[Rule], sentence: str) -> bool:
    """Whether a sentence has all words that a phrase of ``rules`` needs; numbers are taken for granted."""
    told = {*marks_of(TOKEN.findall(fold(sentence)))}
    return any(
        all(need & told or any(mark[0] in ALL for mark in need) for need in phrase.outline.needs)
        for rule in rules
        for phrase in rule.phrases
    )


def fired(rule: Rule, drawn: Drawn) -> bool:
    """Whether ``rule`` took part in the facts of a text."""
    if rule.family == "rules":
        return any(doing.match.rule.id == rule.id for doing in drawn.ties.doings)
    if rule.family == "ratings" and any("level" in phrase.pattern.slots for phrase in rule.phrases):
        return any(item.row.rule_id == rule.id for item in drawn.rated)
    return any(match.rule.id == rule.id for match in getattr(drawn.reading.matches, rule.family))


def _instead(rule: Rule, drawn: Drawn) -> str:
    """Which rules have read a text that ``rule`` does not: one of the author's may have taken its number."""
    if rule.family not in _TABLE:
        return ""
    doings = (doing.match.rule.id for doing in drawn.ties.doings)
    others = dict.fromkeys((*doings, *(item.row.rule_id for item in drawn.rated)))
    return f"; read by {', '.join(others)}" if others else "; 'baocao explain --rules' shows where its phrase stops"


def _rule_problems(rule: Rule, drawn: dict[str, Drawn]) -> Iterator[Problem]:
    kinds = {example.kind for example in rule.examples}
    for kind in ("yes", "no"):
        if kind not in kinds:
            yield Problem(rule.node, rule.id, f"no example says '{kind}:'; write one")
    for example in rule.examples:
        here = drawn.get(example.text)
        if here is None:
            continue
        fires = fired(rule, here)
        wrong = _wrong_gives(rule, example, here.facts) if fires else None
        if example.kind == "yes" and not fires:
            yield Problem(example.node, rule.id, f"does not fire on {example.text!r}{_instead(rule, here)}")
        elif example.kind == "yes" and wrong:
            yield Problem(example.node, rule.id, f"on {example.text!r}: {wrong}")
        elif example.kind == "no" and fires:
            yield Problem(example.node, rule.id, f"fires on {example.text!r}, which says 'no:'")
        elif example.kind == "todo" and fires and not wrong:
            yield Problem(example.node, rule.id, f"now reads {example.text!r}: change 'todo:' to 'yes:'")


def _wrong_gives(rule: Rule, example: Example, facts: Facts) -> str | None:
    """What of ``gives:`` no single row of its table says, ``None`` if all is there."""
    wanted: dict[str, dict[str, str]] = {}
    for key, value in example.gives.items():
        table, dot, column = key.rpartition(".")
        name = table if dot else _default_table(rule)
        if name not in _COLUMNS:
            return f"'gives' names a table {name!r}; there are {', '.join(_COLUMNS)}"
        if column not in _COLUMNS[name]:
            return f"{name} has no column {column!r}; it has {', '.join(sorted(_COLUMNS[name]))}"
        wanted.setdefault(name, {})[column] = value
    for table, columns in wanted.items():
        rows = [asdict(row) for row in getattr(facts, table)]
        if not any(all(_same(row.get(column), value) for column, value in columns.items()) for row in rows):
            found = [{column: row.get(column) for column in columns} for row in rows]
            return f"no row of {table} has {columns}; found {found}"
    return None


def _default_table(rule: Rule) -> str:
    if rule.family == "rules" and rule.says.partition(".")[0] == "scholarship":
        return "scholarships"
    return _TABLE.get(rule.family, "figures")


def _same(value: object, text: str) -> bool:
    """Whether a column holds what an author wrote: numbers by value, "null" for nothing, texts by their folded form."""
    if value is None:
        return text == "null"
    if isinstance(value, int | float):
        try:
            return float(value) == float(text)
        except ValueError:
            return False
    return fold(str(value)) == fold(text)


def _foreign_matches(rules: tuple[Rule, ...], drawn: dict[str, Drawn]) -> Iterator[Problem]:
    """Rules that fire on the *no* of another rule of the same meaning."""
    for rule in rules:
        for example in rule.examples:
            if example.kind != "no" or example.text not in drawn:
                continue
            for other in rules:
                same = other.family == rule.family and other.says == rule.says and other.says
                if same and other.id != rule.id and fired(other, drawn[example.text]):
                    yield Problem(example.node, rule.id, f"{other.id} fires on {example.text!r}, which says 'no:'")


def _idle_words(rules: tuple[Rule, ...], knowledge: Knowledge) -> Iterator[Problem]:
    """Words of lists that no example needs, and lists that no rule names."""
    sentences = "\n".join(_words(example.text) for rule in rules for example in rule.examples if example.kind != "no")
    for name, words in knowledge.rules.rules.lists.items():
        for item in words:
            if isinstance(item.part, Words) and _words(item.part.text) not in sentences:
                message = f"no example has the word {item.node.text()!r}; add one or drop it"
                yield Problem(item.node, f"<{name}>", message)
    for node in knowledge.rules.rules.unused_lists:
        yield Problem(node, "lists", "no rule names this list; drop it")


def _words(text: str) -> str:
    """The words of a text with a space on either side of each, so that "bà" is not found in "bàn"."""
    return f" {' '.join(_WORD.findall(fold(text)))} "
