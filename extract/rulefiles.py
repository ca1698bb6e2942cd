"""Rule files as trees of strings that know their file and line.

YAML would turn ``1.250`` into 1.25 and ``no`` into False; here every scalar stays the string its author typed, and
every node can say where it stands, so that a mistake is reported as ``units.yaml:12: ...``.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import yaml

from extract.errors import RuleError, read_all
from extract.text import any_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILES = 256
"""So many files that were read are remembered."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a rule file: a string, a list of nodes, or a mapping from strings to nodes."""

    value: str | tuple[Node, ...] | dict[str, Node]
    file: Path
    line: int

    def fail(self, problem: str, remedy: str) -> NoReturn:
        """Raise the error that points here."""
        raise RuleError(self.file, self.line, problem, remedy)

    def text(self) -> str:
        """The string of a scalar."""
        if not isinstance(self.value, str):
            self.fail("a single text is expected here", "write one value, quoted if it has a colon or a brace")
        return self.value

    def texts(self) -> tuple[str, ...]:
        """The strings of a list; a scalar counts as a list of one."""
        return tuple(read_all(Node.text, self.nodes()))

    def whole_number(self, name: str) -> int:
        """The whole number of a scalar that an author knows as ``name``."""
        try:
            return int(self.text())
        except ValueError:
            self.fail(f"{name} {self.text()!r} is no whole number", "write one, such as 1 or -1")

    def whole_numbers(self) -> dict[str, int]:
        """The whole numbers of a mapping, by its words, folded."""
        members = self.mapping()
        numbers = read_all(lambda node: node.whole_number("the value"), members.values())
        return dict(zip(map(fold, members), numbers, strict=True))

    def nodes(self) -> tuple[Node, ...]:
        """The members of a list; a scalar or mapping counts as a list of one."""
        return self.value if isinstance(self.value, tuple) else (self,)

    def mapping(self) -> dict[str, Node]:
        """The members of a mapping."""
        if not isinstance(self.value, dict):
            self.fail("a mapping (name: value) is expected here", "write one 'name: value' a line, indented")
        return self.value

    def get(self, key: str) -> Node | None:
        """The member ``key`` of a mapping, or ``None``."""
        return self.mapping().get(key)

    def need(self, key: str) -> Node:
        """The member ``key`` of a mapping, which must be there."""
        found = self.get(key)
        if found is None:
            self.fail(f"'{key}' is missing", f"add '{key}: ...'")
        return found

    def only(self, *keys: str) -> None:
        """Refuse members that nothing reads, usually a misspelt name."""

        def refuse(key: str) -> None:
            near = get_close_matches(key, keys) if len(keys) > _MANY else []
            hint = f"did you mean {', '.join(near)}?" if near else f"use one of: {', '.join(sorted(keys))}"
            self.need(key).fail(f"'{key}' is not known here", hint)

        read_all(refuse, (key for key in self.mapping() if key not in keys))


_MANY = 12
"""Names; so many are not all told to who has misspelt one."""


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """All rule files of a run: the shipped ones, then the folders a user added, in that order."""

    documents: tuple[Node, ...]
    folders: tuple[Path, ...]
    digest: str
    """SHA-256 over names and contents: what ``run.json`` calls the rules hash."""
    asked: set[str] = field(default_factory=set, compare=False)
    """The names of the sections that some stage has read."""

    def overrides(self, later: Node, earlier: Node) -> bool:
        """Whether ``later`` stands in a folder of its own and so may replace what ``earlier`` says."""
        return self._folder(later) != self._folder(earlier)

    def _folder(self, node: Node) -> int:
        return max(i for i, folder in enumerate(self.folders) if node.file.is_relative_to(folder))

    def refuse_unread(self, *others: str) -> None:
        """Raise ``RuleError`` for a section that no stage has asked for: a misspelt name, most often.

        ``others``: sections of functions that no stage needs.
        """
        read_all(lambda document: document.only(*self.asked, *others), self.documents)

    def sections(self, key: str) -> Iterator[Node]:
        """The member ``key`` of every document that has it, in the order of the files."""
        self.asked.add(key)
        for document in self.documents:
            found = document.get(key)
            if found is not None:
                yield found

    def words(self, *keys: str) -> frozenset[str]:
        """The texts of sections that are plain lists, folded.

        >>> "tặng" in load().words("doing_verbs")
        True
        """
        sections = (section for key in keys for section in self.sections(key))
        return frozenset(fold(text) for texts in read_all(Node.texts, sections) for text in texts)

    def any_of(self, *keys: str) -> str:
        """A group of a pattern that matches any of ``words``, the longest first.

        >>> load().any_of("added_words")
        '(?:thêm)'
        """
        return any_of(self.words(*keys))

    def whole_numbers(self, key: str, *names: str) -> dict[str, int]:
        """The whole numbers of a section by its words, folded; later files override earlier ones.

        ``names``: no other words are known.

        >>> load().whole_numbers("multipliers")["triệu"]
        1000000
        """
        found: dict[str, int] = {}
        for section in self.sections(key):
            if names:
                section.only(*names)
            found.update(section.whole_numbers())
        return found

    def lists(self, key: str, *names: str) -> dict[str, frozenset[str]]:
        """The lists of a section by name, folded, those of all files together; only ``names`` are known.

        >>> sorted(load().lists("said_edges", "start", "end")["end"])
        ['cuối', 'cuối cùng']
        """
        found: dict[str, set[str]] = {name: set() for name in names}
        for section in self.sections(key):
            section.only(*names)
            for name, node in section.mapping().items():
                found[name].update(map(fold, node.texts()))
        return {name: frozenset(words) for name, words in found.items()}


def shipped_rules() -> Path:
    """The folder of the rules that come with the package: inside it when installed, beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent / "rules"


def load(folders: Sequence[Path] = ()) -> RuleFiles:
    """Read every ``*.yaml`` below the shipped folder and ``folders``.

    Raises ``RuleError`` for a folder without rule files, a file that is not UTF-8 or not YAML, a name given twice.

    >>> len(load().digest)
    64
    """
    parsed = read_all(lambda file: parse(file[2], file[0] / file[1]), _contents(folders))
    documents = tuple(document for document in parsed if document is not None)
    return RuleFiles(documents, (shipped_rules(), *folders), digest(folders))


def digest(folders: Sequence[Path] = ()) -> str:
    """What ``RuleFiles.digest`` would be. Raises ``RuleError`` for a folder without rule files."""
    found = hashlib.sha256()
    for _, name, content in _contents(folders):
        found.update(f"{name.as_posix()}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _contents(folders: Sequence[Path]) -> Iterator[tuple[Path, Path, bytes]]:
    """Every rule file: its folder, its path in it, its bytes."""
    everywhere = (shipped_rules(), *folders)
    for folder, files in zip(everywhere, read_all(_files_in, everywhere), strict=True):
        for file in files:
            yield folder, file.relative_to(folder), file.read_bytes()


def _files_in(folder: Path) -> list[Path]:
    files = sorted(folder.rglob("*.yaml"))
    if not files:
        raise RuleError(folder, 0, *_no_rules(folder))
    return files


def _no_rules(folder: Path) -> tuple[str, str]:
    """What is wrong with a folder without rule files, and what to do."""
    if folder.is_dir():
        return "no rule files (*.yaml) here", "name a folder that holds them"
    if folder.exists():
        return "this is a file", "name the folder that holds it"
    return "there is no such folder", "name one that holds rule files (*.yaml)"


@lru_cache(_FILES)
def parse(content: bytes, file: Path) -> Node | None:
    """One YAML document as a ``Node``, ``None`` if it is empty; ``file`` is what errors name.

    Raises ``RuleError`` for what is not UTF-8 or not YAML, and for a name that is given twice.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleError(file, line, "this is not UTF-8", "save the file as UTF-8") from error
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        problem = " ".join(filter(None, (error.context, error.problem)))
        remedy = "check indentation and colons, and quote texts with special characters"
        raise RuleError(file, mark.line + 1 if mark else 0, problem, remedy) from error
    except yaml.YAMLError as error:
        raise RuleError(file, 0, str(error).replace("\n", " "), "remove what YAML does not allow") from error
    return None if root is None else _node(root, file, set())


def _node(node: yaml.Node, file: Path, met: set[int]) -> Node:
    """A node and all below it; ``met`` are the ids of those that were read before."""
    line = node.start_mark.line + 1
    if id(node) in met:
        problem = "what is marked with & here is used again with *"
        raise RuleError(file, line, problem, "write it out in both places: each must have a line of its own")
    met.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return Node(node.value, file, line)
    if isinstance(node, yaml.SequenceNode):
        return Node(tuple(read_all(lambda child: _node(child, file, met), node.value)), file, line)
    members: dict[str, Node] = {}

    def add(pair: tuple[yaml.Node, yaml.Node]) -> None:
        key = _node(pair[0], file, met)
        name = key.text()
        if name in members:
            key.fail(f"'{name}' is given twice", "merge the two or rename one")
        members[name] = Node("", file, key.line)  # known, should its value be refused
        members[name] = _node(pair[1], file, met)

    read_all(add, node.value)
    return Node(members, file, line)
