"""Rules loaded from files: lists, rated groups and scales, indicators, and the rules of each family."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, get_args

import regex

from extract.errors import Mistakes, read_all
from extract.match import phrase
from extract.match.compile import Compiler
from extract.match.kinds import group_sorts_in, groups_in, indicators_in, levels_in, no_levels_in
from extract.match.outline import Outliner
from extract.match.shadow import ALL, KINDS
from extract.match.slots import Family, refuse_unread
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.match.compile import LazyPattern
    from extract.match.kinds import Group, GroupSorts, Indicator, Level
    from extract.match.outline import Outline
    from extract.rulefiles import Node, RuleFiles

Reach = Literal["clause", "sentence", "section", "part", "page"]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a rule's own, and whether the rule must read it."""

    kind: Literal["yes", "no", "todo"]
    text: str
    gives: dict[str, str]
    node: Node


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to say it."""

    part: phrase.Part
    pattern: LazyPattern
    outline: Outline
    node: Node


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; ``says`` is what a match means in its family.

    ``rules``: the indicator. ``amounts``: the scope (``total``, ``each``). ``cues``: the status. ``ratings``: nothing.
    """

    id: str
    family: Family
    says: str
    reach: Reach
    priority: int
    last: bool
    """Whether it takes only numbers that nothing else took, amounts tied to things included."""
    after: LazyPattern | None = field(repr=False)
    """What must stand before the match: in its block, the block before, or the line that introduces its list."""
    unless_since: LazyPattern | None = field(repr=False)
    """With it ``after`` may stand farther up, so long as nothing of this stands between that and the match."""
    phrases: tuple[Phrase, ...] = field(repr=False)
    examples: tuple[Example, ...] = field(repr=False)
    node: Node = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListWord:
    """One member of a list: a phrase without slots."""

    part: phrase.Part
    node: Node


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, compiled."""

    families: dict[Family, tuple[Rule, ...]]
    groups: tuple[Group, ...]
    sorts: GroupSorts
    levels: tuple[Level, ...]
    indicators: dict[str, Indicator]
    lists: dict[str, tuple[ListWord, ...]]
    words: dict[str, frozenset[str]]
    """The members of each list, folded."""
    compiler: Compiler
    graded: frozenset[str]
    """The scales of more than one level; the others are mere titles."""
    lowest: dict[str, int]
    """The last rank of each scale."""
    no_levels: tuple[str, ...]
    """What begins like a level and is none."""
    rating_words: dict[str, frozenset[str]]
    """What stands around groups and levels."""
    compounds: frozenset[str]
    """What is counted by more words than one: of "6 trường hợp" no rule takes the schools."""
    unused_lists: tuple[Node, ...]

    @property
    def all(self) -> Iterator[Rule]:
        """Every rule of every family."""
        for rules in self.families.values():
            yield from rules

    @classmethod
    def load(cls, files: RuleFiles) -> RuleSet:
        """Compile all sections. Raises ``RuleError`` where an author has to put something right."""
        mistakes = Mistakes()
        groups = mistakes.attempt(lambda: tuple(groups_in(files))) or ()
        levels = mistakes.attempt(lambda: tuple(levels_in(files))) or ()
        indicators = {indicator.id: indicator for indicator in indicators_in(files, mistakes)}
        nodes = _list_nodes(files, mistakes)
        lists = {name: _list_words(node, mistakes) for name, node in nodes.items()}
        if not groups or not levels:
            mistakes.refuse()  # else every rule that names them would be told as well
        parts = {name: tuple(word.part for word in words) for name, words in lists.items()}
        parts |= _parts_named_elsewhere(groups, levels)
        compiler = Compiler(parts)
        rules = mistakes.attempt(_rules, files, compiler, Outliner(parts), indicators) or ()
        mistakes.refuse()
        families: dict[Family, tuple[Rule, ...]] = {
            family: tuple(rule for rule in rules if rule.family == family) for family in get_args(Family)
        }
        codes: dict[str, set[str]] = {}
        lowest: dict[str, int] = {}
        for level in levels:
            codes.setdefault(level.scale, set()).add(level.code)
            lowest[level.scale] = max(level.rank, lowest.get(level.scale, 0))
        return cls(
            families=families,
            groups=groups,
            sorts=group_sorts_in(files, groups),
            levels=levels,
            indicators=indicators,
            lists=lists,
            words={name: frozenset(fold(word.node.text()) for word in words) for name, words in lists.items()},
            compiler=compiler,
            graded=frozenset(scale for scale, found in codes.items() if len(found) > 1),
            lowest=lowest,
            no_levels=tuple(no_levels_in(files)),
            rating_words=files.lists("rating_words", *_RATING_WORDS),
            compounds=frozenset(_compounds(files)),
            unused_lists=tuple(node for name, node in nodes.items() if name not in compiler.used),
        )


def _compounds(files: RuleFiles) -> Iterator[str]:
    for section in files.sections("counted"):
        for theme in section.mapping().values():
            yield from (name for name in map(fold, theme.texts()) if " " in name)


_RATING_WORDS = (
    "has",
    "led_by",
    "ranks",
    "all",
    "within",
    "denies",
    "numbers_of",
    "count_heads",
    "share_heads",
    "enrolled",
    "last_joint",
    "or_joint",
    "level_marks",
    "praised_for",
    "as_follows",
    "no_groups",
)
"""The lists of the section ``rating_words``."""
_NAMED_ELSEWHERE = ("group", "full_group", "level", "further_level")
"""Lists that the sections ``groups`` and ``scales`` make."""


def _list_nodes(files: RuleFiles, mistakes: Mistakes) -> dict[str, Node]:
    """The lists by name; a list in a folder of the user's replaces the shipped one of that name."""
    nodes: dict[str, Node] = {}

    def add(name: str, node: Node) -> None:
        earlier, nodes[name] = nodes.get(name), node
        if name in _NAMED_ELSEWHERE or not name.isidentifier():
            node.fail(f"a list cannot be called {name!r}", "use letters, digits and _ ; group and level are taken")
        if earlier is not None and not files.overrides(node, earlier):
            node.fail(f"the list <{name}> is already in {earlier.file.name}:{earlier.line}", "use that, or rename")

    for section in files.sections("lists"):
        for name, node in (mistakes.attempt(section.mapping) or {}).items():
            mistakes.attempt(add, name, node)
    return nodes


def _list_words(node: Node, mistakes: Mistakes) -> tuple[ListWord, ...]:
    """The members, longest first, so that "học bổng khuyến học" is tried before "học bổng"."""
    seen: set[str] = set()

    def word(item: Node) -> ListWord:
        if fold(item.text()) in seen:
            item.fail(f"{item.text()!r} stands twice in the list", "drop one")
        seen.add(fold(item.text()))
        return ListWord(phrase.parse(item, frozenset()), item)

    words = filter(None, (mistakes.attempt(word, item) for item in node.nodes()))
    return tuple(sorted(words, key=lambda one: -len(one.node.text())))


def _parts_named_elsewhere(groups: Iterable[Group], levels: Iterable[Level]) -> dict[str, tuple[phrase.Part, ...]]:
    """What phrases may ask for by the names ``_NAMED_ELSEWHERE``."""
    groups = tuple(groups)
    full = (group for group in groups if not group.code.startswith("bare"))
    # Some are levels only where a rule asks for them by a list of its own: "xếp loại A".
    names = [name for level in levels for name in level.names if not level.asked]
    return {
        "group": _names(name for group in groups for name in group.names),
        "full_group": _names(name for group in full for name in group.names),
        "level": _names(names),
        # A number that begins a name may be any: "5 xuất sắc, 10 tốt" lists no title such as "5 tốt".
        "further_level": _names(name for name in names if not name[0].isdecimal()),
    }


def _names(names: Iterable[str]) -> tuple[phrase.Part, ...]:
    return tuple(phrase.Words(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))


_SAYS: dict[Family, str] = {"rules": "indicator", "ratings": "", "amounts": "scope", "cues": "status", "parts": ""}
_SAID: dict[str, tuple[str, ...]] = {"scope": ("total", "each"), "status": ("achieved", "planned", "norm")}


def _rules(
    files: RuleFiles, compiler: Compiler, outliner: Outliner, indicators: dict[str, Indicator]
) -> tuple[Rule, ...]:
    """The rules of all families; one in a folder of the user's replaces the shipped one of that id."""
    found: dict[str, Rule] = {}

    def add(given: tuple[Family, Node]) -> None:
        rule = _rule(given[1], given[0], compiler, outliner, indicators)
        earlier = found.get(rule.id)
        if earlier is not None and not files.overrides(rule.node, earlier.node):
            place = f"{earlier.node.file.name}:{earlier.node.line}"
            rule.node.fail(f"the rule {rule.id!r} is already in {place}", "give it an id of its own")
        found[rule.id] = rule

    families: tuple[Family, ...] = get_args(Family)
    read_all(add, ((family, node) for family in families for one in files.sections(family) for node in one.nodes()))
    return tuple(found.values())


def _rule(node: Node, family: Family, compiler: Compiler, outliner: Outliner, indicators: dict[str, Indicator]) -> Rule:
    """One rule. Raises all that is wrong with it, at once."""
    node.mapping()
    mistakes = Mistakes()
    attempt = mistakes.attempt
    key = _SAYS[family]
    attempt(node.only, *_KEYS, *filter(None, [key]))
    compiler.dated = family == "rules"  # a cue or an amount does not reach over them
    rule = Rule(
        id=attempt(lambda: node.need("id").text()) or "",
        family=family,
        says=attempt(_said, node, family, indicators) or "",
        reach=attempt(_reach, node) or "clause",
        priority=attempt(_priority, node) or 0,
        last=attempt(_last, node, family) or False,
        after=attempt(_before, node, "after", compiler),
        unless_since=attempt(_before, node, "unless_since", compiler),
        phrases=attempt(_phrases, node, family, compiler, outliner) or (),
        examples=attempt(_examples, node) or (),
        node=node,
    )
    mistakes.refuse()
    return rule


_KEYS = ("id", "match", "after", "unless_since", "priority", "last", "examples", "reach")


def _said(node: Node, family: Family, indicators: dict[str, Indicator]) -> str:
    """What a match means in its family."""
    key = _SAYS[family]
    said = node.need(key).text() if key else ""
    allowed = tuple(indicators) if family == "rules" else _SAID.get(key, ("",))
    if said not in allowed:
        near = ", ".join(get_close_matches(said, allowed, n=5)) if family == "rules" else ""
        add = (
            "add it under 'indicators:' in a file of yours" if family == "rules" else f"use one of {', '.join(allowed)}"
        )
        remedy = f"did you mean {near}? or {add}" if near else add
        node.need(key).fail(f"{key} {said!r} is not known", remedy)
    return said


def _phrases(node: Node, family: Family, compiler: Compiler, outliner: Outliner) -> tuple[Phrase, ...]:
    def one(item: Node) -> Phrase:
        part = phrase.parse(item, frozenset(KINDS))
        pattern, outline = compiler.pattern(part, item), outliner.outline(part)
        if not outline.needs:
            problem = f"{item.text()!r} has no word or number that must be there"
            item.fail(problem, "take the brackets off one of its parts")
        refuse_unread(pattern.slots, family, item)
        if family == "rules" and _WRITTEN_OUT.search(item.text()) and not _takes_a_number(outline):
            item.fail(f"{item.text()!r} has a number written out", "write a slot for it, such as {count} or {money}")
        return Phrase(part, pattern, outline, item)

    match = node.need("match")
    if not match.nodes():
        match.fail("'match' has no phrase", "write one")
    return tuple(read_all(one, match.nodes()))


_WRITTEN_OUT = regex.compile(r"(?<![\w.])\d+(?!\w)")
"""A number that a phrase has as a word; not the reach of "..5"."""


def _takes_a_number(outline: Outline) -> bool:
    return any(mark[0] in ALL for need in outline.needs for mark in need)


def _priority(node: Node) -> int:
    found = node.get("priority")
    return 0 if found is None else found.whole_number("priority")


def _last(node: Node, family: Family) -> bool:
    found = node.get("last")
    if found is None:
        return False
    if found.text() != "yes" or family != "rules":
        found.fail("'last' is for 'rules:' and is 'yes'", "leave it out for a rule that is tried with the others")
    return True


def _before(node: Node, key: str, compiler: Compiler) -> LazyPattern | None:
    found = node.get(key)
    return None if found is None else compiler.pattern(phrase.parse(found, frozenset(KINDS)), found)


def _reach(node: Node) -> Reach:
    found = node.get("reach")
    if found is None:
        return "clause"
    for reach in get_args(Reach):
        if found.text() == reach:
            return reach  # type: ignore[no-any-return]
    return found.fail(f"reach {found.text()!r} is not known", f"use one of {', '.join(get_args(Reach))}")


def _examples(node: Node) -> tuple[Example, ...]:
    return tuple(example for found in read_all(_spelled_out, node.need("examples").nodes()) for example in found)


def _spelled_out(item: Node) -> list[Example]:
    for kind in _KINDS:
        sentence = item.get(kind)
        if sentence is not None:
            item.only(kind, "gives")
            gives = item.get("gives")
            values = {k: v.text() for k, v in gives.mapping().items()} if gives else {}
            return [Example(kind, text, values, item) for text in _choices(sentence.text())]
    return item.fail("an example is 'yes:', 'no:' or 'todo:'", "start the line with one of them")


_KINDS: tuple[Literal["yes", "no", "todo"], ...] = ("yes", "no", "todo")


_ALTERNATIVES = regex.compile(r"\{([^{}]*\|[^{}]*)\}")


def _choices(sentence: str) -> Iterator[str]:
    """An example with alternatives, one sentence each: every word of a list is tried without a sentence of its own.

    >>> list(_choices("{trao|tặng} 12 suất học bổng"))
    ['trao 12 suất học bổng', 'tặng 12 suất học bổng']
    """
    found = _ALTERNATIVES.search(sentence)
    if found is None:
        yield sentence
        return
    for option in found[1].split("|"):
        yield from _choices(sentence[: found.start()] + option.strip() + sentence[found.end() :])
