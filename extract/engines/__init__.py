"""Ways to have many orders of work done: in this process, by processes beside it, by a cluster.

An engine knows nothing of pages. What it gives are short messages, in any order: whoever does an order leaves what it
made where all can find it. An order is a list of items, and one item may make its worker hang or die: that costs the
item, never the order, see ``extract.engines.worker``.
"""

from __future__ import annotations

from extract.engines.order import Engine, Failure, Limits, Perform, Prepare, Watch
from extract.engines.pool import Pool, processors
from extract.engines.serial import Serial

__all__ = ["Engine", "Failure", "Limits", "Perform", "Pool", "Prepare", "Serial", "Watch", "processors"]
