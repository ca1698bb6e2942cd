"""Numbers that are names behind the words for what they name: "Tổ 5, 6 và 7", "xã Bàu Hàm 2", "Quyết định 32"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from extract.lex.fractions import counts_a_part
from extract.lex.names.name_shapes import NAME_NUMBER
from extract.lex.ranges import ends_of_range
from extract.lex.reading import amount_at
from extract.lex.series import several
from extract.model import Mention
from extract.text import fold

if TYPE_CHECKING:
    from extract.codes import MentionKind
    from extract.lex.amount import Amount
    from extract.lex.leads import LeadHit
    from extract.lex.number_tokens import NumberToken
    from extract.lex.vocabulary import LexVocabulary

LONGEST_CODE = 60
_NO_NAME = 1000
"""No ward or group has a number this large: "tiêm mũi 1.200 người"."""

NAME_KINDS: dict[str, MentionKind] = {
    "name": "name",
    "ordinal": "ordinal",
    "term": "ordinal",  # "giai đoạn 2" without years
    "document": "document",
    "programme": "programme",
    "phone": "phone",
    "other": "other",
}


def led_name(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The name made by a word before the number, its further numbers included: "Tổ 5, 6 và 7".

    ``None`` if the number counts or measures after all: "mỗi tổ 12 người", "tuyến đường 300m", "cấp 1.200 thẻ".
    """
    lead, amount, folded = token.lead, token.amount, token.folded
    if lead is None or token.lead_kind not in NAME_KINDS:
        return None
    titled = _titled(token)
    if (
        amount is not None
        and titled is None
        and (_counts(lead, amount) or _behind_colon(token, amount))
        and not _of_roman(token, amount)
        and not _of_term(token, amount, vocabulary)
        and not _named_again(token, amount)
    ):
        return None
    if (titled is None and _ends_a_name(token)) or vocabulary.names.in_turn.hold(folded, token.lead_start, token.start):
        return None
    kind = NAME_KINDS[token.lead_kind]
    if amount is not None and _counts_several(token, amount, vocabulary, weak=lead.lead.weak):
        return None
    match = (
        NAME_NUMBER.match(folded, token.start, token.start + LONGEST_CODE) or _in_parts(token) or _in_a_row(token, kind)
    )
    if match is None:
        if amount is None or (kind not in {"other", "phone", "document"} and not _is_long_code(token.digits)):
            return None
        return Mention(lead.start, amount.number_end if kind != "other" else amount.end, kind, None, None)
    end = end_of_names(token, match.end(), vocabulary)
    if kind == "other" and amount is not None:
        end = max(end, amount.end)
    return Mention(lead.start, _end_of_groups(token, end, kind, vocabulary), kind, None, None)


def _end_of_groups(token: NumberToken, end: int, kind: MentionKind, vocabulary: LexVocabulary) -> int:
    """The end of the further digits of a telephone or an account: "84 - 28 - 38291234", "190 2345 6789"."""
    groups = None if kind not in _GROUPS else _GROUPS[kind].match(token.folded, end)
    if groups is None:
        return end
    last = amount_at(token.text, token.folded, groups.start("last"), vocabulary.amounts)
    return groups.end() if last is not None and says_nothing(last) else end


_GROUPS: dict[MentionKind, re.Pattern[str]] = {
    "phone": re.compile(r"(?:(?: ?[-.] ?| )(?P<last>\d{2,}+))++(?![\w%]|[.,]\d)"),
    "other": re.compile(r"(?: (?P<last>\d{3,}+))++(?![\w%]|[.,]\d)"),
}


def _counts_several(token: NumberToken, amount: Amount, vocabulary: LexVocabulary, *, weak: bool) -> bool:
    """Whether a name word stands before a fraction, a range or a series that counts; not "khối 11 và 5 lớp"."""
    document = token.lead_kind == "document"
    if "/" in token.after and counts_a_part(token.text, token.folded, amount, vocabulary, weak=weak, document=document):
        return True  # "ra lớp 98/98", "đặt vòng 45/40 ca"
    ends = ends_of_range(token, amount, vocabulary) if weak else None
    if ends is not None and (ends[1].kind != "number" or ends[1].named):
        return True  # "mức 1 - 2 triệu đồng", "thấp nhất 9-12 độ C"
    series = several(token, amount, vocabulary) if weak and token.after in vocabulary.series.goes_on else None
    return series is not None and series[-1].kind != "count"


def _ends_a_name(token: NumberToken) -> bool:
    """Whether the word before a number of three digits or more ends a name: "Xã Thống Nhất 812 331" is a row."""
    text, start = token.text, token.lead_start
    if len(token.digits) < _LEAST_CELL or not text[start].isupper() or not text[start - 1 : start].isspace():
        return False
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    return before[:1].isupper() and before[-1].isalnum() and " " not in text[start : token.start - 1]


_LEAST_CELL = 3


def _in_parts(token: NumberToken) -> re.Match[str] | None:
    """The number of a chapter, a table or a picture of such: "Bảng 4.2", "mục 2.1.3"; "mục 1.250 hộ" counts them."""
    if token.lead is None or not token.lead.lead.parted:
        return None
    return _PARTED.match(token.folded, token.start)


def _titled(token: NumberToken) -> re.Match[str] | None:
    """The same where a title follows in capitals, or what is counted in whole numbers: "Bảng 4.2 Dân số", "Bảng 4.2 ta
    thấy".
    """
    match = _in_parts(token)
    if match is None or token.amount is None or token.amount.kind == "count":
        return match
    return match if token.text[match.end() + 1 : match.end() + 2].isupper() else None


_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?:[a-zđ](?!\w))?(?![\w%/]|[.,]\d| ?%)")


def _in_a_row(token: NumberToken, kind: MentionKind) -> re.Match[str] | None:
    """Names with no space between, which look like a decimal: "ấp 1,2", "cấp 2,3"; "mức 1,5" may well be one."""
    match = _ROW_OF_NAMES.match(token.folded, token.start)
    if match is None or kind not in ("name", "ordinal") or (token.amount is not None and token.amount.kind != "number"):
        return None  # "phường 2,3,5,7" prints no number
    numbers = [int(number) for number in match[0].split(",")]
    follow = all(second == first + 1 for first, second in pairwise(numbers))
    return match if follow or (kind == "name" and not token.lead.lead.weak) else None  # type: ignore[union-attr]


_ROW_OF_NAMES = re.compile(r"[1-9]\d?(?:,[1-9]\d?)+(?![\w%]|[.,/]\d| ?%)")


def _behind_colon(token: NumberToken, amount: Amount) -> bool:
    """Whether a colon ends what only looks like a document: "không đúng nơi quy định: 12 trường hợp"."""
    return token.lead_kind == "document" and amount.named and token.folded[token.start - 2 : token.start].strip() == ":"


def _of_roman(token: NumberToken, amount: Amount) -> bool:
    """Whether Roman digits number what stands behind: "Trung ương 4 khóa XII"."""
    roman = _ROMAN_BEHIND.match(token.folded, amount.end)
    return roman is not None and token.text[roman.end() - 1].isupper()


def _of_term(token: NumberToken, amount: Amount, vocabulary: LexVocabulary) -> bool:
    """Whether a number that nothing stands behind numbers the term: "Trung ương 4 khóa 12", not "3 khóa 12 em"."""
    further = vocabulary.names.further
    if amount.unit is None or fold(amount.unit.name) not in further.terms:
        return False
    return further.term_behind.match(token.folded, amount.end) is not None


def _named_again(token: NumberToken, amount: Amount) -> bool:
    """Whether the word behind a number names the next one as the word before names this one: "Lớp 1 Lớp 2 Lớp 3"."""
    word, behind = token.folded[token.lead_start : token.start], amount.number_end + 1
    return (
        token.folded.startswith(word, behind) and token.folded[behind + len(word) : behind + len(word) + 1].isdecimal()
    )


_ROMAN_BEHIND = re.compile(r" [ivx]{1,5}(?!\w)")


def _is_long_code(digits: str) -> bool:
    """Whether digits are too many to count and not parted as a count would be: "số 341234567"."""
    return digits.isdecimal() and len(digits) > _LONGEST_COUNT


_LONGEST_COUNT = 6


def placed(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The name of a place or a firm that ends in a number: "xã Bàu Hàm 2", "thôn Vân Dương 1 và 3".

    None where more numbers follow, or the line ends and has begun with it: "Xã Bàu Hàm 12 345" is a row of a table.
    """
    text, folded, start = token.text, token.folded, token.start
    last = folded.rfind(" ", 0, start - 1)
    ends_in_capitals = text[last + 1].isupper()
    if not (ends_in_capitals or text[folded.rfind(" ", 0, max(0, last)) + 1].isupper()):
        return None
    if token.amount is None or not says_nothing(token.amount):
        return None
    if not ends_in_capitals and token.after[:1] == " " and token.after[1:] != "(":
        return None  # "Công ty Hóa chất 21, ...", not "công ty VN Pharma có 3 Phó tổng giám đốc"
    match = vocabulary.names.places.match(folded, token.floor, start)
    number = NAME_NUMBER.match(folded, start, start + LONGEST_CODE)
    if (
        match is None
        or number is None
        or (not match["firm"] and not all(w[:1].isupper() for w in text[match.start("name") + 1 : start].split()[-2:]))
    ):
        return None
    ends = ends_of_range(token, token.amount, vocabulary) if "-" in number[0] else None
    if ends is not None and ends[1].named:
        return None  # "khu vực Tây Bắc 6-9 độ C"
    behind = folded[number.end() : number.end() + 2]
    if _CLOCK_BEHIND.match(folded, number.end()) is not None:
        return None
    is_line = folded[match.start() - 1 : match.start()] in _LINE_BORDERS and behind[:1] in _LINE_BORDERS
    if is_line or behind.strip(" ")[:1] in _NO_PLACE_BEFORE:
        return None
    return Mention(match.start(), end_of_names(token, number.end(), vocabulary), "name", None, None)


def numbered_school(token: NumberToken, vocabulary: LexVocabulary) -> Mention | None:
    """The number that tells schools of one name apart: "Tiểu học 2 Khánh Bình Tây", not "Tiểu học 12 Trung học 8"."""
    text, folded, start = token.text, token.folded, token.start
    if not text[token.end + 1].isupper() or _TWO_CAPITALISED.match(text, token.end) is None:
        return None
    match = vocabulary.names.schools.match(folded, token.floor, start)
    if match is None or not text[match.start()].isupper():
        return None
    return Mention(match.start(), token.end, "name", None, None)


_TWO_CAPITALISED = regex.compile(r" \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+")


def says_nothing(amount: Amount) -> bool:
    """Whether nothing that is counted stands behind a number: a verb may, "Cầu Rào 2 rải xong mặt đường"."""
    return amount.kind in ("number", "count") and not amount.named


_CLOCK_BEHIND = re.compile(r":\d\d(?!\d)")
_LINE_BORDERS = frozenset({"", "\n", "\t"})
_NO_PLACE_BEFORE = frozenset("/%0123456789")


def end_of_names(token: NumberToken, end: int, vocabulary: LexVocabulary) -> int:
    """The end of the further numbers behind a name that ends at ``end``: "Tổ 5, 6 và 7"."""
    further = vocabulary.names.further
    if token.folded[end : end + 2].lstrip(" ")[:1] not in further.starts:
        return end
    while (more := further.more.match(token.folded, end)) is not None and not _begins_count(token, more, vocabulary):
        end = more.end()
    return end


def _begins_count(token: NumberToken, more: re.Match[str], vocabulary: LexVocabulary) -> bool:
    """Whether a further number counts after all: "Phường 2, 3 hộ nghèo", not "Tổ 5, 6 khu phố 1"."""
    amount = amount_at(token.text, token.folded, more.start("number"), vocabulary.amounts)
    if amount is None or amount.kind == "number":
        return False
    if amount.kind != "count":
        return True
    unit = None if amount.unit is None else vocabulary.leads.phrases.get(fold(amount.unit.name))
    return unit is None or unit.kind != "name" or _PLACE_NUMBER.match(token.folded, amount.end) is None


_PLACE_NUMBER = re.compile(r" (?:\d|[ivx]+(?!\w))")


def _counts(lead: LeadHit, amount: Amount) -> bool:
    if lead.lead.kind == "other":
        return lead.lead.weak and amount.named and amount.kind == "count"  # "cấp tài khoản: 350 trường hợp"
    if amount.kind in {"count", "ratio"}:  # "tổ 3 lần", "em lớp 7 lần đầu dự thi"
        if lead.lead.kind in {"phone", "document"} and not lead.lead.weak:
            return False
        part = amount.unit is not None and (amount.unit.verb or amount.unit.name in lead.lead.within)
        weak = lead.lead.weak and not part  # "chi hội 3 tổ chức họp mặt", "học sinh lớp 10 trường Lê Lợi"
        return amount.named and (lead.each or weak or (amount.value >= _NO_NAME and not part))
    if amount.kind in {"duration", "age"}:
        return False
    return amount.named or amount.kind == "money"  # "thấp nhất 15°C", whose kind is number
