"""The real page that must come out right to the last figure, as text and in the dress of two portals."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from handmade_pages import write_dataset

from extract.audit import bridges, judged, mentions
from extract.dataset import Dataset
from extract.model import Capture, Reject
from extract.pipeline import Knowledge, read_capture

if TYPE_CHECKING:
    from extract.tables.rows import PageRecord

SHARED = Path(__file__).parent.parent.parent / "shared" / "pages"
NAME = "phuong-2-to-tu-quan-2023"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real page is not part of the project")


def as_text(lines: list[str]) -> str:
    return "\n".join(lines)


def as_div_portal(lines: list[str]) -> str:
    """Paragraphs in divisions, links in a list, as DotNetNuke portals print them."""
    title, body, links, widget = parts(lines)
    return f"""<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{html.escape(title)}</title></head>
<body><div class="menu"><ul><li><a href="/">Trang chủ</a></li><li><a href="/tin-tuc">Tin tức</a></li></ul></div>
<div class="main"><h1 class="title">{html.escape(title)}</h1>
{"".join(f"<p>{html.escape(line)}</p>" for line in body)}
<div class="other"><b>{links[0]}</b><ul>
{"".join(f'<li><a href="/tin/{i}">{html.escape(s[2:-13])}</a> {s[-12:]}</li>' for i, s in enumerate(links[1:]))}
</ul></div><div class="rating">{"".join(f"<span>{html.escape(line)}</span><br>" for line in widget)}</div>
</div></body></html>"""


def as_table_portal(lines: list[str]) -> str:
    """Everything in tables and fonts, as portals of 2005 did."""
    title, body, links, widget = parts(lines)
    rows = "".join(f"<tr><td><a href='?id={i}'>{html.escape(line)}</a></td></tr>" for i, line in enumerate(links[1:]))
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{html.escape(title)}</title></head><body><table width="100%"><tr><td>
<font size="4"><b>{html.escape(title)}</b></font><br><br>
{"<br><br>".join(f"<font face='Arial'>{html.escape(line)}</font>" for line in body)}
</td></tr><tr><td><b>{links[0]}</b><table>{rows}</table></td></tr>
<tr><td>{"<br>".join(map(html.escape, widget))}</td></tr></table></body></html>"""


def parts(lines: list[str]) -> tuple[str, list[str], list[str], list[str]]:
    links = lines.index("Thông tin khác")
    widget = lines.index("(0)")
    return lines[0], lines[1:links], lines[links:widget], lines[widget:]


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    return json.loads((SHARED / f"{NAME}.expected.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module", params=[as_text, as_div_portal, as_table_portal], ids=["text", "divs", "tables"])
def record(request: pytest.FixtureRequest, knowledge: Knowledge) -> PageRecord:
    lines = [line for line in (SHARED / f"{NAME}.txt").read_text(encoding="utf-8").split("\n") if line.strip()]
    content = request.param(lines)
    media_type = "text/plain" if request.param is as_text else "text/html"
    found = read_capture(Capture("page", "page", media_type, content.encode()), knowledge)
    assert not isinstance(found, Reject)
    return found


def test_page(record: PageRecord, expected: dict[str, Any]) -> None:
    page, wanted = record.page, expected["page"]
    context = record.facts.context
    assert page.title == wanted["title"]
    assert str(context.event_date) == wanted["event_date"]
    assert (context.commune, context.district, context.province) == (
        wanted["commune"],
        wanted["district"],
        wanted["province"],
    )
    assert page.byline == wanted["byline"]
    body = [block for block in page.blocks if block.kept and block.kind == "paragraph"]
    assert len(body) == wanted["body_paragraphs_kept"]


def test_every_dropped_block_has_the_right_reason(record: PageRecord) -> None:
    reasons = {
        "Tin bài: Duy Thanh": "byline",
        "Thông tin khác": "related_links",
        "(0)": "comment_widget",
        "Mời bạn là người đầu tiên xếp hạng và nhận xét": "comment_widget",
        "-----------------": "separator",
        "với tổ Nhân dân tự quản trên địa bàn phường năm 2023": "duplicate_part",
    }
    dropped = [block for block in record.page.blocks if not block.kept]
    for block in dropped:
        if block.text in reasons:
            assert block.reason == reasons[block.text]
        if block.text.startswith("- ") or "/06/2021" in block.text:
            assert block.reason == "related_links"
    assert set(reasons) <= {block.text for block in dropped}
    kept = {block.ordinal: block.text for block in record.page.blocks if block.kept}
    repeats = [block for block in dropped if block.reason in ("duplicate", "duplicate_part")]
    assert len([block for block in repeats if block.reason == "duplicate" and len(block.text) > 200]) == 2
    for block in repeats:
        assert block.duplicate_of is not None
        assert block.text in kept[block.duplicate_of]


def test_money(record: PageRecord, expected: dict[str, Any]) -> None:
    found = [(row.quote, row.amount_vnd, row.comparator, row.scope) for row in record.facts.money]
    assert found == [(m["text"], m["amount_vnd"], m["comparator"], m["scope"]) for m in expected["money"]]
    assert all(row.status == "achieved" for row in record.facts.money)
    families = [row.indicator.partition(".")[0] for row in record.facts.money if row.indicator]
    assert families == ["scholarship", "environment", "road", "card", "house"]


def test_the_bridge_of_its_money(record: PageRecord, tmp_path: Path) -> None:
    (bridge,) = bridges(judged(mentions(Dataset(write_dataset(tmp_path / "dataset", record)))))
    assert (bridge.mentioned_vnd, bridge.lines, bridge.counted_vnd) == (1_355_500_000, (), 1_355_500_000)
    assert (bridge.approximate, bridge.approximate_vnd) == (1, 30_000_000)


def test_the_one_amount_of_two_doings_is_theirs_together(record: PageRecord) -> None:
    bundle = next(row for row in record.facts.statements if row.amount_total_vnd == 320_000_000)
    members = [row for row in record.facts.statements if row.part_of == bundle.statement_id]
    assert bundle.indicator == "house"
    assert [(row.indicator, row.count, row.amount_total_vnd) for row in members] == [
        ("house.built", 6, None),
        ("house.repaired", 1, None),
    ]


def test_scholarships(record: PageRecord, expected: dict[str, Any]) -> None:
    (row,) = record.facts.scholarships
    (wanted,) = expected["scholarships"]
    for column in ("count", "unit", "amount_total_vnd", "amount_each_vnd", "comparator", "status"):
        assert getattr(row, column) == wanted[column]


def test_ratings(record: PageRecord, expected: dict[str, Any]) -> None:
    found = [(row.group, row.level, row.count, row.group_total, row.period) for row in record.facts.ratings]
    wanted = [(r["group"], r["level"], r["count"], r["group_total"], r["period"]) for r in expected["ratings"]]
    assert found == wanted
    assert [row.level_rank for row in record.facts.ratings] == sorted(
        row.level_rank for row in record.facts.ratings if row.level_rank is not None
    )


def test_figures(record: PageRecord, expected: dict[str, Any]) -> None:
    found = [(row.quote, row.value, row.unit) for row in record.facts.figures if row.kind != "money"]
    assert found == [(f["text"], f["value"], f["unit"]) for f in expected["figures"]]


def test_the_levels_add_up(record: PageRecord, expected: dict[str, Any]) -> None:
    (check,) = record.checks
    (wanted,) = expected["checks"]
    assert (check.kind, check.left_low, check.right_low, check.outcome) == (
        wanted["kind"],
        wanted["found"],
        wanted["expected"],
        wanted["outcome"],
    )
