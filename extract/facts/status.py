"""Done, planned or a standing rate: the cues of ``rules/cues.yaml`` and how far they reach.

A cue holds from where it stands to the end of its reach. A later cue takes over; of two that hold at one place the one with
the shorter reach, then the later, wins. "phấn đấu:" before a colon holds for the list it introduces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.facts.structure import Structure
    from extract.match.engine import Match
    from extract.model import Status

_BREADTH = {"clause": 0, "sentence": 1, "section": 2, "page": 3}


class Hold(NamedTuple):
    """A status that holds for ``start:end``, and the rule that says so."""

    start: int
    end: int
    breadth: int
    status: Status
    rule_id: str


def holds(cues: Sequence[Match], text: str, structure: Structure) -> tuple[Hold, ...]:
    """The stretches of text in which a cue makes figures planned, norms, or (against a wider cue) achieved."""
    found = []
    for cue in cues:
        breadth = _BREADTH[cue.rule.reach]
        if cue.rule.reach == "page":
            end = structure.text_end
        elif cue.rule.reach == "section" and structure.block(cue.start).start in structure.headings:
            end = structure.section_end(cue.start)
        else:
            breadth = min(breadth, _BREADTH["sentence"])
            end = _local_end(cue, text, structure)
        status: Status = cue.rule.says  # type: ignore[assignment]
        found.append(Hold(cue.start, end, breadth, status, cue.rule.id))
    return tuple(found)


def _local_end(cue: Match, text: str, structure: Structure) -> int:
    sentence = structure.sentence(cue.start)
    segment = structure.segment(cue.start)
    opens_list = ":" in text[cue.end : segment.end]
    end = segment.end if cue.rule.reach == "clause" and not opens_list else sentence.end
    if text[: structure.block(cue.start).end].rstrip().endswith(":"):
        end = max(end, structure.list_end(cue.start))
    return end


def status_at(offset: int, found: Sequence[Hold]) -> tuple[Status, str | None]:
    """The status of a figure at ``offset``, with the id of the cue that decided it (``None``: none, so achieved)."""
    here = [hold for hold in found if hold.start <= offset < hold.end]
    if not here:
        return "achieved", None
    best = min(here, key=lambda hold: (hold.breadth, -hold.start))
    return best.status, best.rule_id
