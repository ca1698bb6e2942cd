"""The data dictionary names everything that a dataset may hold."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, get_args

import pytest
from handmade_pages import sample_record, write_dataset

from extract import checks, codes, rulecache
from extract.audit.left_out import REASONS
from extract.dictionary import examples, write_dictionary
from extract.pipeline import draw_facts
from extract.report.labels import CODES
from extract.snippet import snippet
from extract.tables.schemas import TABLES
from extract.tables.view_schemas import VIEWS

if TYPE_CHECKING:
    from extract.match.rules import RuleSet


def kinds_of_checks() -> set[str]:
    """The ``KIND`` of each module that is a check."""
    modules = [import_module(found.name) for found in walk_packages(checks.__path__, f"{checks.__name__}.")]
    return {module.KIND for module in modules if hasattr(module, "KIND")}


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    return rulecache.load((), keep=False).rules.rules


@pytest.fixture(scope="module")
def written(rules: RuleSet, tmp_path_factory: pytest.TempPathFactory) -> str:
    dataset = write_dataset(tmp_path_factory.mktemp("of") / "dataset", sample_record("http://a.vn/tr|ang`<b>"))
    write_dictionary(dataset, rules)
    return (dataset / "dictionary.md").read_text("utf-8")


def test_every_column_is_told_with_a_name_and_an_example(written: str) -> None:
    for schema in TABLES:
        section = written.split(f"## {schema.name}: ")[1].split("\n## ", maxsplit=1)[0]
        named = re.findall(r"^\| `(\w+)` \| [^|]+ \| [^|]+ \| [^|]+ \|", section, re.MULTILINE)
        assert named == [column.name for column in schema.columns]
    assert "| `amount_vnd` | Số tiền (đồng) | int64 | the amount; the smaller end of a range (đồng) | `" in written


def test_every_indicator_level_and_group_is_told(written: str, rules: RuleSet) -> None:
    for indicator in rules.indicators.values():
        assert f"| `{indicator.id}` | {indicator.vi} | {indicator.en} |" in written
    for level in rules.levels:
        assert written.count(f"| `{level.scale}` | `{level.scale}.{level.code}` | {level.rank} | ") == 1
    for group in rules.groups:
        told = f"| `{group.code}` | {group.node.texts()[0]}" in written
        assert told != group.code.startswith("bare")  # words that stand for a group named before are no kind


def test_what_pages_say_does_not_break_the_tables(written: str) -> None:
    assert r"`http://a.vn/tr\|ang'<b>`" in written
    assert all(line.endswith(" |") for line in written.splitlines() if line.startswith("|"))


def test_every_view_and_its_columns_are_told(written: str) -> None:
    section = written.split("## Views\n")[1].split("\n## ", maxsplit=1)[0]
    assert re.findall(r"^\| `(\w+)` \| [A-Z]", section, re.MULTILINE) == [view.name for view in VIEWS]
    of_tables = {column.name for schema in TABLES for column in schema.columns}
    for view in VIEWS:
        assert all(f"`{column.name}`" in section for column in view.columns if column.name not in of_tables)


@pytest.mark.parametrize(
    ("group", "of_contract"),
    [
        ("kind", get_args(codes.Kind)),
        ("comparator", get_args(codes.Comparator)),
        ("scope", get_args(codes.Scope)),
        ("status", get_args(codes.Status)),
        ("role", get_args(codes.Role)),
        ("outcome", get_args(codes.Outcome)),
        ("drop", get_args(codes.DropReason)),
        ("left_out", REASONS),
        ("check", {*kinds_of_checks(), "plan_ratio"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_code_has_its_words_and_no_other_has(group: str, of_contract: tuple[str, ...]) -> None:
    assert set(CODES[group]) == set(of_contract)


@pytest.mark.parametrize(
    "reason", ["bomb", "corrupt", "crash", "encrypted", "memory", "nested", "timeout", "truncated"]
)
def test_a_reason_of_rejects_has_its_words(reason: str) -> None:
    assert CODES["reject"][reason].vi


def test_the_example_of_an_indicator_has_a_figure_of_it(rules: RuleSet) -> None:
    knowledge = rulecache.load((), keep=False)
    shown = examples(rules)
    assert len(shown) > 100
    for indicator, text in shown.items():
        said = {figure.indicator for figure in draw_facts(snippet(text), knowledge).facts.figures}
        assert indicator in said, text
        assert len(text) <= 90, text


def test_a_rule_reads_what_its_indicator_is_called_and_no_more(rules: RuleSet) -> None:
    """Where a rule has a name of its own, that of another indicator would give the figures another meaning."""
    shown = examples(rules)
    assert shown["tip.received"].endswith("63 nguồn tin có giá trị.")
    assert "việc làm" in shown["labour.employed_rate"]
    assert "%" not in shown["job.created"]
    assert "an ninh" in shown["security.model"]


def test_labels_stand_alone(rules: RuleSet) -> None:
    for language in ("vi", "en"):
        labels = [getattr(one, language) for one in rules.indicators.values()]
        assert len(labels) == len(set(labels))


def test_what_has_no_example_says_why(written: str) -> None:
    section = written.split("## Indicators")[1].split("\n## ", maxsplit=1)[0]
    empty = [line for line in section.splitlines() if re.search(r"\|\s*\|$", line)]
    assert empty == []
    assert "| `agri` | nông nghiệp | agriculture | *(a total over several of those below)* |" in section
