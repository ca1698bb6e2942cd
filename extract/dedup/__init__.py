"""What is said twice is counted once, in three rings: within a page, across the pages of a site, page against page.

Digits are never ignored: two reports that differ only in their numbers are two reports.
"""

from __future__ import annotations

from extract.dedup.site import NO_LINES, SiteLines, drop_site_lines
from extract.dedup.within_page import drop_repeats

__all__ = ["NO_LINES", "SiteLines", "drop_repeats", "drop_site_lines"]
