"""Site adapters: matched, read, checked by their own examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extract.clean import Cleaned, CleanVocabulary, judge
from extract.clean.sitecheck import check_sites
from extract.errors import RuleError
from extract.model import Capture
from extract.rulefiles import RuleFiles, load

if TYPE_CHECKING:
    from pathlib import Path

ADAPTER = """
site:
  name: trang-cu
  {match}
  title: td.TieuDe
  body: td.NoiDung
  date: span.NgayDang
  byline: p.TacGia
  drop: [div.GhiChu]
  example:
    page: "{page}"
    title: Trao quà
    kept: [Xã trao 45 suất quà., Ấp 2]
    dropped: [Trang chủ, Xem trên bản đồ]
    published_on: 2023-05-18
    byline: Duy Thanh
"""
PAGE = (
    "<table><tr><td>Trang chủ</td><td class=TieuDe>Trao quà</td></tr>"
    "<tr><td><span class=NgayDang>(18/05/2023)</span></td><td class=NoiDung>Xã trao 45 suất quà."
    "<p>Ấp 2<div class=GhiChu>Xem trên bản đồ</div><p class=TacGia>Duy Thanh</td></tr></table>"
)
BY_HOST, BY_ELEMENT = "hosts: [xa-cu.example.vn]", "has: td.TieuDe"


def files_with(tmp_path: Path, adapter: str) -> RuleFiles:
    (tmp_path / "site.yaml").write_text(adapter, encoding="utf-8")
    return load([tmp_path])


@pytest.mark.parametrize(
    ("match", "uri", "fits"),
    [
        (BY_HOST, "http://www.xa-cu.example.vn/tin/1", True),
        (BY_HOST, "http://tin.xa-cu.example.vn/1", True),
        (BY_HOST, "http://khac.example.vn/1", False),
        (BY_HOST, "tin/1.html", False),
        (BY_ELEMENT, "tin/1.html", True),
        ("has: td.TieuDeKhac", "tin/1.html", False),
    ],
)
def test_an_adapter_reads_the_pages_it_is_for(tmp_path: Path, match: str, uri: str, *, fits: bool) -> None:
    words = CleanVocabulary.load(files_with(tmp_path, ADAPTER.format(match=match, page=PAGE)))
    page = judge(Capture(uri, "a", "text/html", PAGE.encode()), words)
    assert isinstance(page, Cleaned)
    found = (page.title, page.published_on, page.byline, [block.text for block in page.blocks if block.kept])
    expected = ("Trao quà", date(2023, 5, 18), "Duy Thanh", ["Trao quà", "Xã trao 45 suất quà.", "Ấp 2"])
    assert (found == expected) is fits
    if fits:
        assert {block.text for block in page.blocks} >= {"Trang chủ", "Xem trên bản đồ"}  # dropped, and there


def test_the_example_of_an_adapter_is_its_test(tmp_path: Path) -> None:
    good = ADAPTER.format(match=BY_HOST, page=PAGE)
    assert check_sites(files_with(tmp_path, good)) == []
    bad = good.replace("45 suất quà., Ấp 2]", "45 suất quà.]").replace("byline: Duy Thanh", "byline: Duy Anh")
    problems = check_sites(files_with(tmp_path, bad))
    assert [(problem.rule, problem.node.line) for problem in problems] == [("trang-cu", 11)] * 2
    assert "keeps" in problems[0].message
    assert "'Duy Thanh'" in problems[1].message


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (ADAPTER.format(match=f"{BY_HOST}\n  {BY_ELEMENT}", page=PAGE), "for hosts or for pages"),
        (ADAPTER.format(match="has: 'td..x'", page=PAGE), "no CSS selector"),
        (ADAPTER.format(match=BY_HOST, page=PAGE).replace("  body: td.NoiDung\n", ""), "'body' is missing"),
        ("site: {name: a, hosts: [a.vn], body: p}", "'example' is missing"),
    ],
)
def test_a_wrong_adapter_is_refused(tmp_path: Path, wrong: str, problem: str) -> None:
    with pytest.raises(RuleError, match=problem):
        CleanVocabulary.load(files_with(tmp_path, wrong))


def test_the_shipped_adapters_read_their_examples() -> None:
    assert check_sites(load()) == []
