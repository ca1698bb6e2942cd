"""Ways to apply a function to many units of work.

An engine knows nothing of pages, and gives results in the order of the units. One that uses other processes needs
functions and units that can be pickled.
"""

from __future__ import annotations

from extract.engines.serial import run_serially

__all__ = ["run_serially"]
