"""A run from end to end: what it writes, and what it does when something goes wrong on the way."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest
from commands import digests

from extract import __version__, batch, pipeline
from extract.errors import InputError, OutputError, RuleError
from extract.tables import sorting
from extract.tables.commit import work_of
from extract.units import plan
from extract.units.progress import Progress

if TYPE_CHECKING:
    from extract.facts.page_facts import Drawn
    from extract.model import Page

pytestmark = pytest.mark.usefixtures("shipped_rules_once")

SCHOLARSHIPS = """\
Hội Khuyến học xã Tân Bình trao học bổng
Sáng ngày 12/5/2023, Hội Khuyến học xã đã trao 23 phần học bổng cho học sinh nghèo với số tiền 11,5 triệu đồng.
Dịp này, các mạnh thường quân tặng 45 phần quà cho hộ nghèo.
"""
ROADS = """\
Nhân dân ấp 3 làm đường nông thôn
Năm 2022, nhân dân ấp 3 đã đóng góp 320 triệu đồng để nâng cấp con đường dài 300m.
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    (folder / "2023").mkdir(parents=True)
    (folder / "2023" / "hoc-bong.txt").write_text(SCHOLARSHIPS, "utf-8")
    (folder / "duong.txt").write_text(ROADS, "utf-8")
    (folder / "anh.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    return folder


def table(dataset: Path, name: str) -> list[dict[str, Any]]:
    return pq.read_table(dataset / name).to_pylist()  # type: ignore[no-any-return]


# --------------------------------------------------------------------------------------------------------- what it does


def test_what_is_read_is_all_in_the_tables(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = batch.run([pages], out)
    assert {row["uri"] for row in table(out, "pages")} == {"2023/hoc-bong.txt", "duong.txt"}
    assert [(row["source"], row["reason"]) for row in table(out, "rejects")] == [("anh.jpg", "unsupported")]
    text = {row["page_id"]: row["text"] for row in table(out, "pages")}
    figures = table(out, "figures")
    assert {figure["quote"] for figure in figures} >= {"11,5 triệu đồng", "320 triệu đồng", "300m", "23 phần"}
    for name in ("figures", "money", "scholarships", "ratings"):
        for row in table(out, name):
            assert text[row["page_id"]][row["start"] : row["end"]] == row["quote"]
    for block in table(out, "blocks"):
        if block["kept"]:
            assert text[block["page_id"]][block["start"] : block["end"]] == block["text"]
    assert {row["figure_id"] for row in table(out, "money")} <= {figure["figure_id"] for figure in figures}
    assert summary.rows == {name: len(table(out, name)) for name in summary.rows}


def test_the_run_file_accounts_for_the_run(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    summary = batch.run([pages], out)
    run = json.loads((out / "run.json").read_text("utf-8"))
    assert run["baocao"] == __version__
    assert run["inputs"] == [str(pages)]
    assert run["rules"] == {"sha256": summary.rules_sha256, "folders": []}
    assert run["rows"]["pages"] == 2
    assert run["rejects"] == {"unsupported": 1}
    assert run["blocks"]["kept"] + sum(run["blocks"]["dropped"].values()) == run["rows"]["blocks"]
    assert sum(run["checks"].values()) == run["rows"]["checks"]
    assert run["seconds"] == summary.seconds


def test_the_same_input_gives_the_same_bytes_wherever_it_lies(pages: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere" / "pages"
    elsewhere.parent.mkdir()
    one, two = tmp_path / "one", tmp_path / "two"
    batch.run([pages], one)
    pages.rename(elsewhere)
    batch.run([elsewhere], two)
    assert digests(one) == digests(two)


def test_units_of_any_size_give_the_same_bytes(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    batch.run([pages], one)
    monkeypatch.setattr(plan, "PIECE_PAGES", 1)
    batch.run([pages], two)
    assert digests(one) == digests(two)


def test_runs_on_the_disk_give_the_same_bytes(pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A unit a run, two runs a merge: the longest way that rows can take, with links to look up on it."""
    (pages / "ban-in.txt").write_text(ROADS, "utf-8")
    (pages / "duong-2.txt").write_text(f"{ROADS}Đường dài ra, bà con đi lại thuận tiện.\n", "utf-8")
    one, two = tmp_path / "one", tmp_path / "two"
    batch.run([pages], one)
    monkeypatch.setattr(plan, "PIECE_PAGES", 1)
    for name, value in (("_BUFFER", 1), ("_PIECE", 1), ("_FAN_IN", 2)):
        monkeypatch.setattr(sorting, name, value)
    summary = batch.run([pages], two)
    assert digests(one) == digests(two)
    assert summary.duplicates == {"copy": 1}


def test_pages_are_linked_to_those_they_repeat(pages: Path, tmp_path: Path) -> None:
    title, *lines = SCHOLARSHIPS.splitlines()
    lines.append("Phát biểu tại buổi lễ, lãnh đạo xã mong các em cố gắng học tập để trở thành người có ích cho xã hội.")
    body = "".join(f"<p>{line}</p>" for line in lines)

    def save(name: str, kind: str, address: str, *, shown: str = body) -> None:
        told = f"{title} tại điểm trường {kind}"
        saved = f"<!-- saved from url=(0041)http://tanbinh.example.gov.vn/{address} -->"
        (pages / name).write_text(f"{saved}<html><body><h1>{told}</h1>{shown}</body></html>", "utf-8")

    save("1.html", "Một", "tin/1")
    save("2.html", "Một", "tin/1", shown=body.replace("23 phần", "32 phần"))
    save("3.html", "Hai", "tin/2")
    save("4.html", "Hai", "in/2")
    save("5.html", "Ba", "tin/3")
    save("6.html", "Ba", "in/3", shown=body.replace("cố gắng", "tiếp tục cố gắng"))
    out = tmp_path / "out"
    summary = batch.run([pages], out)
    rows = {row["source"]: row for row in table(out, "pages")}
    for one, other, kind in (("1", "2", "revision"), ("3", "4", "copy"), ("5", "6", "near_copy")):
        first, second = sorted((rows[f"{one}.html"], rows[f"{other}.html"]), key=lambda row: row["page_id"])
        assert (first["duplicate_of"], first["duplicate_kind"]) == (None, None)
        assert (second["duplicate_of"], second["duplicate_kind"]) == (first["page_id"], kind)
    assert summary.duplicates == {"copy": 1, "near_copy": 1, "revision": 1}
    assert json.loads((out / "run.json").read_text("utf-8"))["duplicates"] == summary.duplicates


def test_lines_of_the_site_are_no_part_of_its_reports(pages: Path, tmp_path: Path) -> None:
    hotline = "Mọi thắc mắc xin liên hệ tổ hỗ trợ của xã để được giải đáp kịp thời"
    for nth in range(6):
        lines = [f"Ấp {nth} làm đường", f"Nhân dân ấp {nth} góp {nth + 30} triệu đồng làm {nth + 2} km đường.", hotline]
        (pages / "2023" / f"ap-{nth}.txt").write_text("\n".join(lines), "utf-8")
    out = tmp_path / "out"
    summary = batch.run([pages], out)
    assert summary.blocks_dropped["site_boilerplate"] == 6
    assert {row["text"] for row in table(out, "blocks") if row["reason"] == "site_boilerplate"} == {hotline}
    text = {row["page_id"]: row["text"] for row in table(out, "pages")}
    assert not any(hotline in one for one in text.values())
    for figure in table(out, "figures"):
        assert text[figure["page_id"]][figure["start"] : figure["end"]] == figure["quote"]


def test_a_rerun_replaces_the_dataset(pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    batch.run([pages], out)
    (pages / "duong.txt").unlink()
    batch.run([pages], out)
    assert [row["uri"] for row in table(out, "pages")] == ["2023/hoc-bong.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "pages"]


def test_equal_captures_keep_a_row_each(pages: Path, tmp_path: Path) -> None:
    """The same bytes at the same path of two inputs: told apart by their number."""
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "duong.txt").write_text(ROADS, "utf-8")
    out = tmp_path / "out"
    batch.run([pages, copy], out)
    ids = [row["page_id"] for row in table(out, "pages") if row["uri"] == "duong.txt"]
    assert len(set(ids)) == 2
    figures = [row["figure_id"] for row in table(out, "figures")]
    assert len(set(figures)) == len(figures)


def test_progress_counts_every_page_and_reject(pages: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    batch.run([pages], tmp_path / "out", on_progress=seen.append)
    last = {progress.step: progress for progress in seen}
    assert list(last.values()) == [
        Progress("unpacking"),
        Progress("cleaning", 1, 1, 2, 1),
        Progress("reading", 1, 1, 2, 1),
        Progress("writing", 9, 9),
    ]


# --------------------------------------------------------------------------------------------- pages that go wrong


def test_a_page_that_makes_a_stage_fail_is_a_reject(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_facts = pipeline.draw_facts

    def stumble(page: Page, knowledge: pipeline.Knowledge) -> Drawn:
        if "học bổng" in page.text:
            raise RecursionError("too deep: \udc00")
        return draw_facts(page, knowledge)

    monkeypatch.setattr(pipeline, "draw_facts", stumble)
    out = tmp_path / "out"
    batch.run([pages], out)
    assert [row["uri"] for row in table(out, "pages")] == ["duong.txt"]
    (refused,) = [row for row in table(out, "rejects") if row["reason"] == "internal_error"]
    assert refused["uri"] == "2023/hoc-bong.txt"
    assert refused["bytes"] == len(SCHOLARSHIPS.encode())
    assert refused["message"].startswith(r"RecursionError: too deep: \udc00 (test_run.py:")


def test_a_page_with_a_value_no_column_holds_is_a_reject(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_facts = pipeline.draw_facts

    def exaggerate(page: Page, knowledge: pipeline.Knowledge) -> Drawn:
        drawn = draw_facts(page, knowledge)
        if "học bổng" not in page.text:
            return drawn
        money = tuple(replace(row, amount_vnd=10**30) for row in drawn.facts.money)
        assert money
        return replace(drawn, facts=replace(drawn.facts, money=money))

    monkeypatch.setattr(pipeline, "draw_facts", exaggerate)
    out = tmp_path / "out"
    batch.run([pages], out)
    assert [row["uri"] for row in table(out, "pages")] == ["duong.txt"]
    assert [row["uri"] for row in table(out, "rejects") if row["reason"] == "internal_error"] == ["2023/hoc-bong.txt"]


def test_a_file_name_that_is_not_unicode_costs_nothing(pages: Path, tmp_path: Path) -> None:
    """As old archives have them: ``đường.txt`` in windows-1258."""
    name = os.fsencode(pages) + b"/\xf0\xfd\xf6ng.txt"
    try:
        (pages / "duong.txt").rename(os.fsdecode(name))
    except OSError:
        pytest.skip("this file system takes no such name")
    out = tmp_path / "out"
    batch.run([pages], out)
    assert {row["uri"] for row in table(out, "pages")} == {"2023/hoc-bong.txt", r"\udcf0\udcfd\udcf6ng.txt"}


# ----------------------------------------------------------------------------------------- runs that cannot be finished


@pytest.fixture
def old(pages: Path, tmp_path: Path) -> Path:
    """A dataset of an earlier run."""
    out = tmp_path / "out"
    batch.run([pages], out)
    (pages / "duong.txt").unlink()
    return out


def everything(dataset: Path) -> dict[str, str]:
    return digests(dataset) | {"run.json": (dataset / "run.json").read_text("utf-8")}


def test_a_missing_input_touches_nothing(old: Path, pages: Path) -> None:
    before = everything(old)
    with pytest.raises(InputError, match=r"khong-co"):
        batch.run([pages, pages / "khong-co"], old)
    assert everything(old) == before


def test_a_folder_without_pages_touches_nothing(old: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    before = everything(old)
    with pytest.raises(InputError, match=r"empty"):
        batch.run([empty], old)
    assert everything(old) == before


def test_files_that_are_no_pages_touch_nothing(old: Path, tmp_path: Path) -> None:
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF-1.4")
    before = everything(old)
    with pytest.raises(InputError, match=r"no page was read; scan\.pdf: .+; .*out stays as it was"):
        batch.run([scan], old)
    assert everything(old) == before
    assert not work_of(old).exists()


def test_a_bad_rule_file_is_named_with_its_line_and_touches_nothing(old: Path, pages: Path, tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "mine.yaml").write_text("lists:\n  give: [trao, tặng\nrules: []\n", "utf-8")
    before = everything(old)
    with pytest.raises(RuleError, match=r"mine\.yaml:\d+: .+; .+"):
        batch.run([pages], old, [rules])
    assert everything(old) == before


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("written", [0, 3, 8])
def test_a_full_disk_leaves_the_old_dataset(
    *, old: Path, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, written: int
) -> None:
    """The disk fills up at the first, the fourth, the last table."""
    write = pq.ParquetWriter.close
    left = written

    def close(writer: pq.ParquetWriter) -> None:
        nonlocal left
        write(writer)
        left -= 1
        if left < 0:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pq.ParquetWriter, "close", close)
    before = everything(old)
    with pytest.raises(OutputError, match=f"{os.strerror(number)}.*the same command goes on"):
        batch.run([pages], old)
    assert everything(old) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out.work", "out", "pages"]


@pytest.mark.parametrize("step", ["cleaning", "reading", "writing"])
def test_an_interrupt_leaves_the_old_dataset(old: Path, pages: Path, tmp_path: Path, step: str) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.step == step:
            raise KeyboardInterrupt

    before = everything(old)
    with pytest.raises(KeyboardInterrupt):
        batch.run([pages], old, on_progress=interrupt)
    assert everything(old) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".out.work", "out", "pages"]
    batch.run([pages], old)
    assert [row["uri"] for row in table(old, "pages")] == ["2023/hoc-bong.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "pages"]


@pytest.mark.parametrize("place", ["pages", "pages/out", "."])
def test_output_and_input_may_not_lie_in_one_another(pages: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.chdir(pages.parent)
    with pytest.raises(OutputError, match="one in the other"):
        batch.run([Path("pages")], Path(place))
    assert not (pages / "out").exists()
