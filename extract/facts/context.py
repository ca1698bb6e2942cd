"""What a page says of itself: when it happened and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.facts.event_day import event_day
from extract.facts.places import PlaceVocabulary, own_places
from extract.model import Context

if TYPE_CHECKING:
    from extract.facts.event_words import EventWords
    from extract.facts.reading import Reading


def context(reading: Reading, vocabulary: PlaceVocabulary, words: EventWords) -> Context:
    """Event date and places. ``commune_code`` waits for the official list of communes."""
    places = own_places(reading.page, reading.folded, vocabulary)
    return Context(event_day(reading, words), places.commune, places.district, places.province, commune_code=None)
