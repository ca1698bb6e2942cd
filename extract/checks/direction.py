"""Which way a change goes: to less in "giảm 12 hộ", to more in "tăng thêm được 30 triệu đồng"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import regex

from extract.text import any_of

if TYPE_CHECKING:
    from extract.rulefiles import RuleFiles

Direction = Literal["more", "less"]
_WORD = 30
"""How far before a change the words for more or less may begin."""


class ChangeWords(NamedTuple):
    """The words right before a figure that make it a change."""

    pattern: regex.Pattern[str]
    ends: tuple[str, ...]
    """What such words end in: before most figures stand others."""

    @classmethod
    def load(cls, files: RuleFiles, *, added: bool = True) -> ChangeWords:
        """Compile ``more_words`` and ``less_words``; ``added``: those of new things, too, as in "trao thêm 30 suất".

        ``managed_words`` may stand between them and the change: "tăng thêm được 30 triệu đồng".
        """
        more = [word for key in ("more_words", "added_words")[: 1 + added] for word in files.words(key)]
        less, managed = files.words("less_words"), files.words("managed_words")
        pattern = regex.compile(rf"(?<!\w)(?:(?P<less>{any_of(less)})|{any_of(more)})\s*(?:{any_of(managed)}\s*)?$")
        return cls(pattern, tuple(sorted({word.rpartition(" ")[2] for word in (*more, *less, *managed)})))

    def before(self, folded: str, start: int, since: int = 0) -> Direction | None:
        r"""Which way a change goes that begins at ``start``, by the word right before it, no earlier than ``since``.

        >>> import regex
        >>> words = ChangeWords(regex.compile(r"(?:(?P<less>giảm)|tăng)\s*$"), ("giảm", "tăng"))
        >>> words.before("giảm 12 hộ", 5), words.before("tăng 12 hộ", 5), words.before("có 12 hộ", 3)
        ('less', 'more', None)
        """
        floor = max(since, start - _WORD)
        if not folded[floor:start].rstrip().endswith(self.ends):
            return None
        word = self.pattern.search(folded, floor, start)
        return None if word is None else "more" if word["less"] is None else "less"
