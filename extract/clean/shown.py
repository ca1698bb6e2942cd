"""Pages that hide their text until a script shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clean.believed import FURNITURE, inherited

if TYPE_CHECKING:
    from extract.clean.outline import Outline

_LEAST = 80
_FEW_LINKS = 0.3
_TIMES = 3
"""So many times what is shown must be hidden. A print copy or a translation is as long as the text itself."""
_OTHERS = FURNITURE - {"hidden"}


def shown(outline: Outline) -> Outline:
    """The same page with nothing hidden, if most of its text is; else the page as it is.

    >>> from extract.clean.landmarks import Landmarks
    >>> from extract.clean.sax import outline
    >>> text = "Trao 45 suất học bổng cho học sinh nghèo. " * 4
    >>> page = outline(f"<p>Tin ngắn.</p><div style='display:none'><p>{text}</p></div>", Landmarks({}))
    >>> [block.hidden for block in page.blocks], [block.hidden for block in shown(page).blocks]
    ([False, True], [False, False])
    """
    texts = [
        (at, block)
        for at, block in enumerate(outline.blocks)
        if len(block.text) >= _LEAST and block.links <= _FEW_LINKS * len(block.text)
    ]
    hidden = sum(len(block.text) for _, block in texts if block.hidden)
    visible = sum(len(block.text) for _, block in texts if not block.hidden)
    if hidden <= _TIMES * visible:
        return outline
    around = inherited(outline.parents, [frozenset(marks.split()) for marks in outline.marks])
    hidden = sum(
        len(block.text) for at, block in texts if block.hidden and _OTHERS.isdisjoint(around[outline.owners[at]])
    )
    if hidden <= _TIMES * visible:
        return outline
    return outline._replace(
        blocks=[block._replace(hidden=False) for block in outline.blocks],
        marks=[" ".join(mark for mark in marks.split() if mark != "hidden") for marks in outline.marks],
    )
