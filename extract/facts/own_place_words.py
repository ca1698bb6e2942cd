"""What stands around places and tells which of them are a page's own: "trên địa bàn xã", "các xã", "tại trụ sở"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class OwnPlaceWords:
    """Lists of the section ``places`` of the rule files, compiled."""

    several: regex.Pattern[str]
    """What stands before the first of several places."""
    not_own: regex.Pattern[str]
    wide: regex.Pattern[str]
    committees: regex.Pattern[str]
    """Those of districts and provinces: the commune of a page may act by their order."""
    located: regex.Pattern[str]
    """Ends a text behind which a place is where something happens: "tại trụ sở "."""
    bodies: regex.Pattern[str]
    """Who acts in a clause, or that it tells none: the groups ``wider`` and ``own``."""
    offices: regex.Pattern[str]
    """What stands between a place and one within it in a letterhead: "HUYỆN ĐẠI TỪ ĐẢNG ỦY XÃ LA BẰNG"."""
    more_districts: regex.Pattern[str]
    """Behind a district others of a list: " và huyện"."""
    whole_province: regex.Pattern[str]
    strangers: regex.Pattern[str]
    """Ends a text behind which a province is where others live."""
    counted: regex.Pattern[str]
    """Several communes by their number: "21 xã, thị trấn"."""
    bare: regex.Pattern[str]
    """The one commune of a page without its name: "UBND xã", "trên địa bàn phường"."""

    @classmethod
    def of(cls, words: Mapping[str, frozenset[str]]) -> OwnPlaceWords:
        """Compile the lists, all folded."""
        some = {key: any_of(told) for key, told in words.items()}
        wide, committees, offices, whole_province = (
            regex.compile(rf"(?<!\w){some[key]}(?!\w)") for key in ("wide", "committees", "offices", "whole_province")
        )
        full_names = any_of(word for word in words["commune"] if not word.endswith("."))
        return cls(
            several=regex.compile(rf"(?r)(?<!\w)(?:{some['several']}|{some['several_in']}\s+(?:0?[2-9]|[1-9]\d))\s+$"),
            not_own=regex.compile(rf"(?r)(?<!\w){some['not_own']}\s*(?:\(|:)?\s*$"),
            wide=wide,
            committees=committees,
            located=regex.compile(
                rf"(?<!\w){some['located']}(?!\w)"
                rf"(?:[^.;:,\n()]*?(?<!\w){some['hamlets']}\ [^.;:,\n()]*+,\ )?[^.;:,\n()]*+\Z"
            ),
            bodies=regex.compile(
                rf"(?<!\w)(?:(?P<wider>{any_of(words['wider_bodies'] | words['committees'])})"
                rf"|(?P<own>{any_of(words['commune'] | words['happens'])}))(?!\w)"
            ),
            offices=offices,
            more_districts=regex.compile(rf" ?{some['more_districts']}(?!\w)"),
            whole_province=whole_province,
            strangers=regex.compile(rf"(?<!\w){some['strangers']} \Z"),
            counted=regex.compile(rf"(?<![\d.,/])(?:0?[2-9]|[1-9]\d)(?:/\d+)?\ {some['commune']}(?!\w)"),
            bare=regex.compile(rf"(?<!\w)(?<!{some['not_one']}\ )(?<!\d\ ){full_names}(?!\w)(?!\ (?:hội|viên)(?!\w))"),
        )
