"""Numbers of items and rows at the start of a line, or behind the end of another item: "1.", "3.1", "2)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.model import Mention

if TYPE_CHECKING:
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

_LIST_NUMBER = re.compile(
    r"(?:\d{1,2}\.){0,3}\d{1,2}(?:[.)]++(?=[^\S\n]|[^\W\d_])|/(?= ?[^\W\d_])|\.?-(?= ?[^\W\d_])"
    r"|[./)-]{2,3}(?= ?[^\W\d_])| [-–] (?=[^\W\d_]))"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}(?= [^\W\d_])"
)
_ROW_NUMBER = re.compile(r"(?P<number>\d{1,3})[ \t](?P<next>[^\W\d_])[^\n]{0,200}?[\t ][\d.,%]++[ \t]*+(?:\n|$)")
_HEADER_NUMBERS = re.compile(r"\(?1\)?(?:[ \t]\(?\d{1,2}\)?)+[ \t]*(?=\n|$)")
_ON_ITS_LINE = re.compile(r"\d{1,2}[.)][ \t]*\n(?=[^\W\d_])")
"""The words of the item stand in the next line."""
LINE_STARTS = frozenset(" (\n")
_BULLETS = frozenset("•*▪")
_LINE_BORDERS = frozenset({"", "\n"})
_ITEM_ENDS = frozenset((". ", ") "))


def _inline_item(token: NumberToken, before: str) -> Mention | None:
    """The number of an item in running text, after the end of another: "đạt 16%. 2. Thu nhập".

    Behind a colon a list begins with its first: in "Hộ nghèo: 25. Thu nhập" the number counts.
    """
    if token.after == ". " and _IN_PARTS.fullmatch(token.digits) is not None:
        return _inline_part(token)
    bracketed = token.folded[token.start - 1] == "("  # "gồm: (1) nhận tiền, (2) nhận nền", not "Hà Tĩnh (2)"
    if (
        before not in (".,;:…)" if bracketed else ".;:…)")
        or len(token.digits) > len("99")
        or token.after not in _ITEM_ENDS
    ):
        return None
    if before == ":" and int(token.digits) > 1 and not token.folded.endswith(("):", "): "), 0, token.start):
        return None  # "(phần 6): 5. Công tác"
    end = token.start + len(token.digits) + 1
    begins = bracketed or token.text[end + 1 : end + 2].isupper()
    return Mention(token.start, end, "list_number", None, None) if begins else None


def _inline_part(token: NumberToken) -> Mention | None:
    """The same in parts, behind a stop or a bracket with a colon: "(phần 2): 2.2. Kết quả"; "đạt: 2.5. Thu" counts."""
    before = token.folded[max(0, token.start - 4) : token.start].rstrip(" ")[-2:]
    if not (before[-1:] == "." or before == "):") or not token.text[token.end + 2 : token.end + 3].isupper():
        return None
    return Mention(token.start, token.end + 1, "list_number", None, None)


_IN_PARTS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}")


def may_be_item(before: str, after: str) -> bool:
    """Whether the characters before and behind a number may make it the number of an item."""
    return (
        after in _ITEM_ENDS
        or before in {"", "\n", "("}
        or before[-1] == "\n"
        or (before[-1] in " (" and (len(before) == 1 or before[0] in LINE_STARTS))
    )


def _heads_line(token: NumberToken, end: int) -> bool:
    """Whether what is counted in parts begins like a heading: "1.1 Cây trồng:", not "1.5 ha lúa"."""
    amount = token.amount
    return amount is not None and amount.kind == "count" and "." in token.digits and token.text[end + 1].isupper()


def _is_numbered_row(token: NumberToken, vocabulary: LexVocabulary) -> bool:
    """Whether the number, alone on its line, numbers a row of a table of words, each cell on a line: "STT", ..., "1".

    All numbers that stand alone between the head and it, and the next one behind, are those of rows.
    """
    text, folded, start, end = token.text, token.folded, token.start, token.end
    begins = text[end + 1 : end + 2]
    if folded[end : end + 1] != "\n" or not (begins.isupper() or begins in _OPENS) or not token.digits.isdecimal():
        return False
    number = int(token.digits)
    if not 0 < number <= _MOST_ROWS:
        return False
    head = vocabulary.names.row_heads.search(folded, max(0, start - _LONGEST_TABLE), start)
    if head is None:
        return False
    before = [alone[1] for alone in _ALONE.finditer(folded, head.end() - 1, start)]
    if before != [str(one) for one in range(1, number)]:
        return False
    behind = _ALONE.search(folded, end, end + _LONGEST_ROW)
    return behind is None or behind[1] == str(number + 1)


_ALONE = re.compile(r"\n(\d[\d.,]*)(?=\n)")
_OPENS = frozenset('"“')
_MOST_ROWS = 99
_LONGEST_ROW, _LONGEST_TABLE = 1_000, 10_000


def list_number(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The number of an item or a table row at the start of a line: "1.", "2)", "3.1", "1 Huyện Bình Xuyên 330.000"."""
    text, folded, start = token.text, token.folded, token.start
    line = start
    while line and folded[line - 1] in " (":
        line -= 1
    if line and folded[line - 1] in _BULLETS and folded[line - 2 : line - 1] in _LINE_BORDERS and "." in token.digits:
        line -= 1  # "• 1.1. Đối tượng", not "- 45. Tổng cộng"
    if line and folded[line - 1] != "\n":
        return _inline_item(token, folded[line - 1])
    header = _HEADER_NUMBERS.match(folded, line)
    if header is not None:
        return Mention(start, header.end(), "list_number", None, None)
    match = _LIST_NUMBER.match(folded, start)
    if match is not None and (not token.counted or match[0][-1] in ".)/" or _heads_line(token, match.end())):
        return Mention(start, match.end(), "list_number", None, None)
    alone = _ON_ITS_LINE.match(folded, start)
    if alone is not None and text[alone.end()].isupper():
        return Mention(start, token.end + 1, "list_number", None, None)
    if _is_numbered_row(token, vocabulary):
        return Mention(start, token.end, "list_number", None, None)
    row = _ROW_NUMBER.match(folded, start)
    if row is not None and text[row.start("next")].isupper():
        return Mention(start, row.end("number"), "list_number", None, None)
    return None
