"""What a total may hold and what it leaves out, over a whole dataset, column by column.

* ``mentions``: every amount of money in one frame, with what decides about it;
* ``left_out``: the reasons for which an amount is in no total, each a rule of its own;
* ``repeated`` and ``same_event``: amounts that one page says twice, or several pages of one event;
* ``bridge``: from all mentions to the safe total, to the đồng.
"""

from extract.audit.bridge import Bridge, Line, bridges
from extract.audit.left_out import judged
from extract.audit.mentions import mentions

__all__ = ["Bridge", "Line", "bridges", "judged", "mentions"]
