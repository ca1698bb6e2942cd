"""What a total may hold and what it leaves out, over a whole dataset, column by column.

* ``pages``: which pages count, where and when;
* ``mentions``: every amount of money in one frame, with what decides about it;
* ``left_out``: the reasons for which a row is in no total: those of its page, and those found when it was read;
* ``same_event``: what several pages tell of one event;
* ``overlap``: what may be told twice though no reason shows it;
* ``bridge``: from all mentions to the safe total, to the đồng.
"""

from extract.audit.bridge import Bridge, Line, bridges
from extract.audit.mentions import judged, mentions

__all__ = ["Bridge", "Line", "bridges", "judged", "mentions"]
