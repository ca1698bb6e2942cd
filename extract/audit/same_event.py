"""Amounts that two pages tell of one event: the site of the ward and that of the city report the same meeting.

They agree in place, day, indicator and amount. They are linked, never merged: both rows stay, with the link between
them, and the reason is that agreement itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_PLACES = ("commune", "district", "province")
"""From the smallest: the first that is known names where it was."""


def same_event(mentions: pd.DataFrame) -> pd.Series[str]:
    """The rows that another page's row stands for, by index, each with the ``figure_id`` of that one.

    Rows agree in place, day of the event (else of publication), indicator and amount; the one on the page with the
    smallest ``page_id`` counts. An amount without indicator, day or place agrees with none.
    """
    place = mentions[_PLACES[0]]
    for wider in _PLACES[1:]:
        place = place.fillna(mentions[wider])
    known = mentions.assign(place=place.str.casefold())
    known = known[known["place"].notna() & known["day"].notna() & known["indicator"].notna()]
    event = known.groupby(["place", "day", "indicator", "amount_vnd"], sort=False)
    known = known.assign(event=event.ngroup(), nth=known.groupby([event.ngroup(), "page_id"], sort=False).cumcount())
    # The second amount on a page answers to the second on another: two gifts of 5 million each stay two.
    known = known.sort_values(["event", "nth", "page_id", "start"])
    first = known.groupby(["event", "nth"])["figure_id"].transform("first")
    links = first[known["figure_id"] != first]
    return links.sort_index()
