"""``baocao rules list``: which rules there are, what they find, and where they stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from extract.match.rules import Rule, RuleSet


def rule_lines(rules: RuleSet, words: Sequence[str] = ()) -> Iterator[str]:
    """The rules in which each of ``words`` occurs (all if none is given), a few lines each, then how many they are.

    A word is looked for in the id, the labels of the indicator, the phrases and the examples, which have every word
    of their lists.
    """
    wanted = [fold(word) for word in words]
    shown = 0
    for rule in rules.all:
        if all(word in _searched(rule, rules) for word in wanted):
            yield from _lines(rule, rules)
            shown += 1
    yield f"{shown} of {sum(1 for _ in rules.all)} rules"


def _lines(rule: Rule, rules: RuleSet) -> Iterator[str]:
    says = f"  {_said(rule, rules)}" if rule.says else ""
    yield f"{rule.id}{says}"
    yield f"    {rule.node.file}:{rule.node.line}, in {rule.family}:"
    for phrase in rule.phrases:
        yield f"    {phrase.node.text()}"
    kinds = Counter(example.kind for example in rule.examples)
    yield f"    examples: {', '.join(f'{number} {kind}' for kind, number in sorted(kinds.items(), reverse=True))}"


def _said(rule: Rule, rules: RuleSet) -> str:
    """What a match means: the indicator in both languages, a scope, a status."""
    indicator = rules.indicators.get(rule.says)
    return rule.says if indicator is None else f"{indicator.id} ({indicator.vi}; {indicator.en})"


def _searched(rule: Rule, rules: RuleSet) -> str:
    texts = [rule.id, _said(rule, rules)]
    texts += [phrase.node.text() for phrase in rule.phrases]
    texts += [example.text for example in rule.examples]
    return fold("\n".join(texts))
