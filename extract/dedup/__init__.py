"""What is said twice is counted once, in three rings: within a page, across the pages of a site, page against page.

Digits are never ignored: two reports that differ only in their numbers are two reports.
"""

from __future__ import annotations

from extract.dedup.within_page import drop_repeats

__all__ = ["drop_repeats"]
