"""Captures into cleaned pages: which blocks are the report, and why the others are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clean import plain, sax
from extract.clean.adapted import adapted
from extract.clean.body import judge_blocks
from extract.clean.cleaned import Cleaned
from extract.clean.provenance import address_of, byline_of, host_of, published_of, site_of
from extract.collector import paused
from extract.decode import decode
from extract.model import Block, Capture, Reject

if TYPE_CHECKING:
    from extract.clean.vocabulary import CleanVocabulary


def judge(capture: Capture, vocabulary: CleanVocabulary) -> Cleaned | Reject:
    r"""A capture's blocks, each kept or dropped with the reason, and what the page says of itself.

    Bytes that hold no text at all are a ``Reject``. A page without a report is none: its blocks are all dropped, or
    those that might be a report are kept, for when in doubt nothing is dropped.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> page = "Lễ trao học bổng\nHội đã trao 45 suất học bổng cho học sinh nghèo của xã.\nTin bài: Duy Thanh\n"
    >>> cleaned = judge(Capture("a.txt", "a.txt", "text/plain", page.encode()), CleanVocabulary.load(load()))
    >>> cleaned.title, cleaned.byline, [block.reason for block in cleaned.blocks]
    ('Lễ trao học bổng', 'Duy Thanh', [None, None, 'byline'])
    """
    with paused():
        return _judged(capture, vocabulary)


def _judged(capture: Capture, vocabulary: CleanVocabulary) -> Cleaned | Reject:
    decoded = decode(capture.data)
    if capture.media_type == "text/plain":
        address, outline = None, plain.outline(decoded.text)
        found = None
    else:
        address = address_of(decoded.text)
        found = adapted(decoded.text, host_of(address or capture.uri), vocabulary)
        outline = found[0] if found else sax.outline(decoded.text, vocabulary.landmarks)
    if not outline.blocks:
        return Reject(capture.source, capture.uri, "empty", "no text in it", len(capture.data))
    judged = found[1] if found else judge_blocks(outline, vocabulary)
    return Cleaned(
        charset=decoded.charset,
        address=address,
        site=site_of(outline.head, address or capture.uri),
        title=judged.title,
        published_on=published_of(outline.head, judged, vocabulary.date_lines.dates),
        byline=byline_of(outline.head, judged),
        blocks=tuple(
            Block(ordinal, kind, text, None, None, reason is None, reason, None, locator)
            for ordinal, (kind, text, reason, locator) in enumerate(judged.blocks)
        ),
    )
