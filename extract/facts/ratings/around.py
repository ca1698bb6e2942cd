"""What stands around groups and levels: words of the section ``rating_words``, as patterns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.text import any_of, whole_word

if TYPE_CHECKING:
    from collections.abc import Mapping


class Around(NamedTuple):
    """Patterns for folded text."""

    has: regex.Pattern[str]
    """Behind a group: "đảng viên có 60 hoàn thành xuất sắc nhiệm vụ"."""
    had: frozenset[str]
    """Its words."""
    of_rank: regex.Pattern[str]
    """Before a bare word, sought backwards, whose rank it tells: "Cấp huyện có | 8/8 đơn vị"."""
    led: regex.Pattern[str]
    """Before a group, sought backwards: "Đối với các | chi bộ"."""
    within: regex.Pattern[str]
    """The same: "trường của toàn | huyện"."""
    denied: regex.Pattern[str]
    """Before a rating word, sought backwards: "chưa | đạt danh hiệu"."""
    no_group: regex.Pattern[str]
    """What ends like a group and is none: "chăm sóc"."""
    whole: tuple[str, ...]
    """What a text before a group ends with if the group is a place: "toàn "."""
    numbers: frozenset[str]
    """Words of a head that counts: "số"."""
    ordinal: regex.Pattern[str]
    """Behind a group of which one alone is named: "tuyến phố của chi hội phụ nữ | số 8"."""
    subhead: regex.Pattern[str]
    """A head below a level: "SL", "%"."""
    subheads: regex.Pattern[str]
    """A line of them: "SL | % | SL | %"."""
    share: regex.Pattern[str]
    """The head of a column of percentages."""
    enrolled: regex.Pattern[str]
    """Behind a number or a percentage: " so với số hộ đã đăng ký"."""
    head_end: regex.Pattern[str]
    """What a head says of a level over two columns: "Giỏi SL", "Giỏi %"."""

    @staticmethod
    def of(words: Mapping[str, frozenset[str]]) -> Around:
        """The patterns of the words of a rule set."""
        alternatives = {key: any_of(told) for key, told in words.items()}
        count, share = alternatives["count_heads"], alternatives["share_heads"]
        subhead = rf"(?:{count}|{share}|{share}?\s?\(?%\)?)\.?"
        every = rf"(?:\s{alternatives['all']})"
        return Around(
            has=regex.compile(rf"\s+{alternatives['has']}\s+\d"),
            had=words["has"],
            of_rank=regex.compile(
                rf"(?r)(?<!\w){alternatives['ranks']} \p{{L}}+(?: \p{{L}}+)? {alternatives['has']}\s$"
            ),
            led=regex.compile(rf"(?r)(?<!\w){alternatives['led_by']}{every}?\s$"),
            within=regex.compile(rf"(?r)\s{alternatives['within']}{every}*+\s$"),
            no_group=regex.compile(whole_word(alternatives["no_groups"])),
            denied=regex.compile(rf"(?r)(?<!\w)(?:{alternatives['denies']})\s$"),
            whole=tuple(f"{word} " for word in words["all"] if word in words["within"]),
            numbers=words["numbers_of"],
            ordinal=regex.compile(rf" {alternatives['numbers_of']} \d"),
            subhead=regex.compile(subhead),
            subheads=regex.compile(rf"\s*{subhead}(?:[\s|]+{subhead})+[\s|]*"),
            share=regex.compile(rf"\(?%\)?|{share}\b.*"),
            enrolled=regex.compile(rf"[^.;,\d\n]{{0,40}}?(?<!\w){alternatives['enrolled']}(?!\w)"),
            head_end=regex.compile(rf"(?i)\s*\(?(?:(?P<share>{share}\s?(?:\(?%\)?)?|%)|{count})\)?$"),
        )
