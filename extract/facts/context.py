"""What a page says of itself: when it happened and where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from extract.facts.place.own_places import own_places
from extract.facts.place.place_names import place_name, province_name
from extract.model import Context

if TYPE_CHECKING:
    from datetime import date

    from extract.facts.place.places import PlaceVocabulary
    from extract.facts.reading import Reading


def context(reading: Reading, vocabulary: PlaceVocabulary, day: date | None) -> Context:
    """The ``day`` of the event and places. ``commune_code`` waits for the official list of communes."""
    amounts = frozenset(quantity.start for quantity in reading.lexed.quantities if quantity.unit is not None)
    places = own_places(reading.page, reading.folded, vocabulary, amounts)
    return with_names(Context(day, places.commune, places.district, places.province, commune_code=None), vocabulary)


def with_names(found: Context, vocabulary: PlaceVocabulary) -> Context:
    """The same with its places in one spelling."""
    return replace(
        found,
        commune_name=None if found.commune is None else place_name(found.commune, vocabulary),
        district_name=None if found.district is None else place_name(found.district, vocabulary),
        province_name=None if found.province is None else province_name(found.province, vocabulary),
    )
