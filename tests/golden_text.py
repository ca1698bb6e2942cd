"""A page and its facts as lines of text, so that a change of what is read shows as a diff that a reviewer can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from extract.model import Figure, Rating, Scholarship
    from extract.tables.rows import PageRecord

_SHOWN = 100


def golden_text(record: PageRecord) -> str:
    """Page, blocks, figures, scholarships, ratings, statements and checks, one line each."""
    return "\n".join(_lines(record)) + "\n"


def _held(row: Figure | Scholarship | Rating, starts: Mapping[str, int]) -> str:
    """Where what holds a row begins, and why no sum has it: ", part of 120, left out: part"."""
    part = "" if row.part_of is None else f", part of {starts[row.part_of]}"
    return part + ("" if row.left_out is None else f", left out: {row.left_out}")


def _lines(record: PageRecord) -> Iterator[str]:
    page, facts = record.page, record.facts
    context = facts.context
    yield f"title: {page.title}"
    yield f"published: {page.published_on}, event: {context.event_date}, byline: {page.byline}, site: {page.site}"
    yield f"place: {context.commune}, {context.district}, {context.province}"
    yield "blocks:"
    for block in page.blocks:
        fate = "keep" if block.kept else f"drop {block.reason}"
        repeats = "" if block.duplicate_of is None else f" of {block.duplicate_of}"
        shown = block.text if len(block.text) <= _SHOWN else block.text[: _SHOWN - 1] + "…"
        yield f"  {block.ordinal:>3} {block.kind}, {fate}{repeats}: {shown!r}"
    starts = {
        **{row.figure_id: row.start for row in facts.figures},
        **{row.scholarship_id: row.start for row in facts.scholarships},
        **{row.rating_id: row.start for row in facts.ratings},
    }
    yield "figures:"
    for figure in facts.figures:
        value = f"{figure.value:.10g}" + ("" if figure.value_max is None else f"..{figure.value_max:.10g}")
        told = [figure.kind, f"{value} {figure.unit}", figure.comparator, figure.scope, figure.status, figure.role]
        source = f"{figure.indicator} by {figure.rule_id}{_held(figure, starts)}"
        yield f"  {figure.start:>5} {figure.quote!r}: {', '.join(told)}; {source}"
    yield "scholarships:"
    for row in facts.scholarships:
        amounts = f"total {row.amount_total_vnd}, each {row.amount_each_vnd}..{row.amount_each_max_vnd}"
        people = f", people {row.recipients}, level {row.level}"
        yield f"  {row.start:>5} {row.count} {row.unit}, {amounts}{people}, {row.status}{_held(row, starts)}"
    yield "ratings:"
    for rating in facts.ratings:
        number = f"{rating.count} ({rating.percent}%) of {rating.group_total}"
        name = f"{rating.group} [{rating.group_kind}]: {rating.level} [{rating.level_code}]"
        yield f"  {rating.start:>5} {name} {number}, {rating.period}, {rating.status}{_held(rating, starts)}"
    yield "statements:"
    for statement in facts.statements:
        amounts = f"total {statement.amount_total_vnd}, each {statement.amount_each_vnd}, {statement.length_m} m"
        part = ", part" if statement.part_of else ""
        thing = f"{statement.action} {statement.count} {statement.unit} {statement.object}"
        yield f"  {statement.start:>5} {statement.indicator}: {thing}, {amounts}, {statement.status}{part}"
    yield "checks:"
    for check in record.checks:
        reason = f" ({check.reason})" if check.reason else ""
        yield f"  {check.start:>5} {check.kind}: {check.left} | {check.right}: {check.outcome}{reason}"
