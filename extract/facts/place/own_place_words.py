"""What stands around places and tells which of them are a page's own: "trên địa bàn xã", "các xã", "tại trụ sở"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from extract.match.compile import finder
from extract.text import any_of, whole_word

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class OwnPlaceWords:
    """Lists of the section ``places`` of the rule files, compiled."""

    several: regex.Pattern[str]
    """What stands before the first of several places."""
    not_own: regex.Pattern[str]
    former: regex.Pattern[str]
    """Behind a place that is part of another now: " cũ"."""
    wide: re.Pattern[str]
    committees: re.Pattern[str]
    """Those of districts and provinces: the commune of a page may act by their order."""
    located: regex.Pattern[str]
    """Ends a text behind which a place is where something happens: "tại trụ sở ", "học sinh nghèo của "."""
    in_hamlet: regex.Pattern[str]
    """The same by what lies in it, in the text as written: "đường nội đồng xóm Bản Cải, "."""
    done: regex.Pattern[str]
    """Tells what happens: "trao tặng", "khánh thành"."""
    besides: regex.Pattern[str]
    """Opens a sentence that tells of something else: "Trước đó, tại xã Tân An"."""
    resides: regex.Pattern[str]
    """Ends a text behind which a place is where somebody lives or comes from."""
    receives: regex.Pattern[str]
    """Before such a person: "trao nhà cho bà Hoa, ngụ xã Tân An"."""
    offices: regex.Pattern[str]
    """What stands between a place and one within it in a letterhead: "HUYỆN ĐẠI TỪ ĐẢNG ỦY XÃ LA BẰNG"."""
    owners: regex.Pattern[str]
    """Opens the line that says whose site a page stands on: "UBND xã Tân Hội", "Trang thông tin điện tử phường 2"."""
    more_districts: regex.Pattern[str]
    """Behind a district others of a list: " và huyện"."""
    whole_province: re.Pattern[str]
    strangers: regex.Pattern[str]
    """Ends a text behind which a province is where others live."""
    counted: regex.Pattern[str]
    """Several communes by their number: "21 xã, thị trấn"."""
    listed: regex.Pattern[str]
    """The same with their names: "4 xã: Mường Nọc (447 tấn), Tiền Phong (103 tấn)"."""
    bare: regex.Pattern[str]
    """The one commune of a page without its name: "UBND xã", "trên địa bàn phường"."""

    @classmethod
    def of(cls, words: Mapping[str, frozenset[str]]) -> OwnPlaceWords:
        """Compile the lists, all folded."""
        some = {key: any_of(told) for key, told in words.items()}
        counted = rf"(?=\d)(?<![\d.,/])(?<!{some['hamlets']}\ )(?:0?[2-9]|[1-9]\d)(?:/\d+)?\ {some['commune']}(?!\w)"
        full_names = any_of(word for word in words["commune"] if not word.endswith("."))
        return cls(
            several=regex.compile(rf"(?r)(?<!\w)(?:{some['several']}|{some['several_in']}\s+(?:0?[2-9]|[1-9]\d))\s+$"),
            not_own=regex.compile(rf"(?r)(?<!\w){some['not_own']}\s*(?:\(|:)?\s*$"),
            former=regex.compile(rf" \(?{some['former']}(?!\w)"),
            wide=finder(words["wide"]),
            committees=finder(words["committees"]),
            located=regex.compile(rf"(?<!\w)(?:{some['located']}|{some['recipients']})(?!\w)[^.;:,\n()]*+\(?\Z"),
            in_hamlet=regex.compile(rf"(?<!\w)(?i:{some['hamlets']})\ [\p{{Lu}}\d][^.;:,\n()]*+(?:,\ ?|\()?\Z"),
            done=regex.compile(whole_word(some["done"])),
            besides=regex.compile(rf"\W*+{some['besides']}(?!\w)"),
            resides=regex.compile(rf"(?<!\w){some['resides']}(?!\w)[^.;:\n()]*+\Z"),
            receives=regex.compile(whole_word(some["receives"])),
            offices=regex.compile(whole_word(some["offices"])),
            owners=regex.compile(rf"\W*+(?:{some['owners']}\W++)++\Z"),
            more_districts=regex.compile(rf" ?{some['more_districts']}(?!\w)"),
            whole_province=finder(words["whole_province"]),
            strangers=regex.compile(rf"(?<!\w){some['strangers']} \Z"),
            counted=regex.compile(counted),
            listed=regex.compile(rf"{counted}:(?P<names>[^.;\n]++)"),
            bare=regex.compile(
                rf"(?<!\w)(?<!{some['not_one']}\ )(?<!\d\ ){full_names}(?!\w)(?!\ {some['no_bare']}(?!\w))"
            ),
        )
