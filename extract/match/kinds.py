"""What rules speak of: rated groups, the scales they are rated on, and the indicators that reports count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from extract.errors import read_all
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.errors import Mistakes
    from extract.rulefiles import Node, RuleFiles


@dataclass(frozen=True, slots=True)
class Group:
    """A kind of thing that is rated; the first name is the normal one."""

    code: str
    names: tuple[str, ...]
    node: Node


@dataclass(frozen=True, slots=True)
class Level:
    """One step of a scale, 1 the best."""

    scale: str
    code: str
    rank: int
    names: tuple[str, ...]
    """Folded, as they are looked for; ``spelled`` has them as the rules do."""
    spelled: tuple[str, ...]
    weak: bool
    """A word of every day ("khá", "tốt"): a level only beside a rated group or another level of the scale."""
    listed: bool
    """A level only in a list with another of the scale, and only where nothing goes on with it ("hoàn thành")."""
    asked: bool = False
    """A level only where a rule asks for it by a list of its own, and in cells of tables ("đạt", "A")."""
    told: bool = False
    """Short for another name of its scale, which the page has told before ("cấp tỉnh")."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """What reports count, with labels in both languages."""

    id: str
    vi: str
    en: str
    family: str
    """Id of the indicator that stands for a total over several of its kind."""
    bare: bool
    """Whether it says what is counted and no more: members, no trainees."""


def groups_in(files: RuleFiles) -> Iterator[Group]:
    """The section ``groups``."""
    for section in files.sections("groups"):
        for code, node in section.mapping().items():
            yield Group(code, tuple(fold(name) for name in node.texts()), node)


def levels_in(files: RuleFiles) -> Iterator[Level]:
    """The section ``scales``, each scale from its best level down."""
    for section in files.sections("scales"):
        for scale, steps in section.mapping().items():
            yield from read_all(lambda step: _level(scale, *step), enumerate(steps.nodes(), start=1))  # noqa: B023


def _level(scale: str, rank: int, node: Node) -> Level:
    node.only("code", "names", "weak", "listed", "told", "asked", "rank")
    given = node.get("rank")
    weak, listed, told, asked = (_yes(node, key) for key in ("weak", "listed", "told", "asked"))
    spelled = tuple(node.need("names").texts())
    return Level(
        scale,
        node.need("code").text(),
        rank if given is None else given.whole_number("rank"),
        tuple(map(fold, spelled)),
        spelled,
        weak or listed or told,
        listed,
        asked,
        told,
    )


def no_levels_in(files: RuleFiles) -> Iterator[str]:
    """The section ``no_levels``: what begins like a level and is none."""
    for section in files.sections("no_levels"):
        yield from map(fold, section.texts())


class GroupSorts(NamedTuple):
    """The section ``group_sorts``: codes of groups of which the same may be said."""

    people: frozenset[str]
    places: frozenset[str]
    households: frozenset[str]
    of_all_kinds: frozenset[str]
    about: frozenset[str]
    of_places: frozenset[str]
    columns: frozenset[str]
    pupils: frozenset[str]
    classes: frozenset[str]


def group_sorts_in(files: RuleFiles, groups: Iterable[Group]) -> GroupSorts:
    """The sorts of ``groups``, refusing any other."""
    known = {group.code for group in groups}
    found: dict[str, set[str]] = {sort: set() for sort in GroupSorts._fields}
    for section in files.sections("group_sorts"):
        section.only(*found)
        for sort, node in section.mapping().items():
            for item in node.nodes():
                if item.text() not in known:
                    item.fail(f"there is no group {item.text()!r}", "list its names under groups: first")
                found[sort].add(item.text())
    return GroupSorts(*map(frozenset, found.values()))


def _yes(node: Node, key: str) -> bool:
    """Whether an item says ``key: yes``."""
    said = node.get(key)
    if said is not None and said.text() != "yes":
        said.fail(f"{key} {said.text()!r} is not known", f"write '{key}: yes' or leave it out")
    return said is not None


def indicators_in(files: RuleFiles, mistakes: Mistakes | None = None) -> Iterator[Indicator]:
    """The section ``indicators``; with ``mistakes`` those that have some are there too, by their id alone."""
    for section in files.sections("indicators"):
        for code, node in section.mapping().items():
            if mistakes is None:
                yield _indicator(code, node)
            else:
                yield mistakes.attempt(_indicator, code, node) or Indicator(code, code, code, code, bare=False)


def _indicator(code: str, node: Node) -> Indicator:
    node.only("vi", "en", "family", "bare")
    vi, en, family = read_all(lambda name: node.need(name).text(), ("vi", "en", "family"))
    return Indicator(code, vi, en, family, bare=_yes(node, "bare"))
