"""What one line is by its own wording and shape: a separator, a counter, a date line, a byline, or nothing of the kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.dates import Day, find_days
from extract.text import fold

if TYPE_CHECKING:
    from datetime import date

    from extract.clean.vocabulary import CleanVocabulary
    from extract.model import DropReason

_LONGEST_LINE = 300
_LONGEST_PHRASE_WITH_STOP = 60
_HAS_WORD = regex.compile(r"[\p{L}\d]")
_CLOCK = regex.compile(r"\d{1,2}\s?[:hg]\s?\d{2}(?::\d{2})?|\d{1,2}\s?giờ(?:\s?\d{1,2})?")
_WEEKDAY = regex.compile(r"thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)|chủ nhật|(?<!\w)(?:t[2-7]|cn)(?!\w)")
_DATE_LIKE = regex.compile(
    r"(?:ngày\s)?\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)|\d{1,2}\stháng\s\d{1,2}\s?,?\s?(?:năm\s)?\d{4}|\d{4}-\d{2}-\d{2}"
    r"|(?<!\w)\d{4}-\d{2}(?![\w-])"
)
_YEAR_WITHOUT_WORD = regex.compile(r"(\d{1,2} tháng \d{1,2}),? (\d{4})")  # Joomla: "16 Tháng 8 2012 09:05"
_LEFT_OVER = regex.compile(r"[\s|,;:.()\[\]•·»*+-]*")
_OPENING = regex.compile(r"[\s(\[*•.|»-]*+")
_GAP = regex.compile(r"\s*+(?P<colon>:?)\s*+")
_BETWEEN_LABELS = regex.compile(r"[\s.|,;)(–-]+")
_LONGEST_NAME = 80
_MOST_NAME_WORDS = 14
_MOST_WORDS_BY_DATE = 3
_NAME = regex.compile(r"\p{Lu}[\p{L}.'’]*+(?:\s?[-–]\s?\p{Lu}[\p{L}.'’]*+|\s\p{Lu}[\p{L}.'’]*+)*")
_IN_BRACKETS = regex.compile(r"\s*+\([^()]*+\)?\s*+$")
_PARTS = regex.compile(r"[|\[\]»>•·]+|\s/\s")
_HAS_DIGIT = regex.compile(r"\d")
_ENDS_SENTENCE = regex.compile(r"[.;:!?…]\s*+[\"')]?\s*+$")


class Label(NamedTuple):
    """One labelled value of a line: "Tin bài: Duy Thanh"."""

    kind: str
    value: str
    """As written."""


class Line(NamedTuple):
    """What is known of a line. ``reason`` is ``None`` for one that is no furniture by itself."""

    reason: DropReason | None
    day: date | None = None
    """Of a date line, or of a labelled date."""
    labelled: bool = False
    """Whether a label says that the day is of publication."""
    byline: str | None = None


_NOTHING = Line(None)


def line_of(text: str, vocabulary: CleanVocabulary) -> Line:
    """Read one line.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> line_of("-----------------", words).reason, line_of("(0)", words).reason, line_of("Lượt xem: 1.234", words).reason
    ('separator', 'comment_widget', 'counter')
    >>> line_of("Tác giả: Minh Khôi .Ngày đăng: 19/03/2020 .Lượt đọc: 286 lượt.", words)
    Line(reason='byline', day=datetime.date(2020, 3, 19), labelled=True, byline='Minh Khôi')
    >>> line_of("Tặng 23 phần học bỗng cho học sinh.", words).reason is None
    True
    """
    if len(text) > _LONGEST_LINE:
        return _NOTHING
    if not _HAS_WORD.search(text):
        return Line("separator")
    folded = fold(text)
    dated = _date_line(folded, vocabulary)
    if dated is not None:
        return dated
    labelled = _labelled(text, folded, vocabulary)
    if labelled is not None:
        return labelled
    reason = _by_phrase(folded, vocabulary)
    if reason is None:
        # "[Trở về] [In trang]", "HOME | TIN TỨC | LIÊN HỆ": all parts are furniture.
        parts = [part for part in _PARTS.split(folded) if part.strip()]
        reasons = [_by_phrase(part, vocabulary) for part in parts] if len(parts) > 1 else [None]
        reason = "share" if all(reasons) and "share" in reasons else reasons[0] if all(reasons) else None
    return Line(reason)


def _by_phrase(folded: str, vocabulary: CleanVocabulary) -> DropReason | None:
    return next((phrases.reason for phrases in vocabulary.lines if phrases.pattern.fullmatch(folded)), None)


def _date_line(folded: str, vocabulary: CleanVocabulary) -> Line | None:
    """A line of a date and nothing else but what stands around dates: a weekday, a time, a label, a zone."""
    if not find_days(folded) and not _DATE_LIKE.search(folded):
        return None
    label = next((match for match in vocabulary.label.finditer(folded) if match.lastgroup == "date"), None)
    days, rest = _without_dates(folded if label is None else folded[: label.start()] + folded[label.end() :], vocabulary)
    if not _LEFT_OVER.fullmatch(rest):
        return None
    return Line("date_line", days[0].day if days else None, labelled=label is not None)


def _without_dates(folded: str, vocabulary: CleanVocabulary) -> tuple[list[Day], str]:
    """The days of a text, and what it holds beside dates, times and their words."""
    days = find_days(folded)
    rest = folded
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    if not days:
        days = find_days(_YEAR_WITHOUT_WORD.sub(r"\1 năm \2", folded))
    for pattern in (_DATE_LIKE, _CLOCK, _WEEKDAY, vocabulary.date_tail, vocabulary.date_word):
        rest = pattern.sub(" ", rest)
    return days, rest


def _labelled(text: str, folded: str, vocabulary: CleanVocabulary) -> Line | None:
    """A line that is all labels and short values, in any number."""
    labels = labels_of(text, folded, vocabulary)
    if not labels:
        return None
    byline: str | None = None
    day: date | None = None
    for label in labels:
        if label.kind == "date":
            days, rest = _without_dates(fold(label.value), vocabulary)
            if (not days and not _DATE_LIKE.search(label.value)) or len(rest.split()) > _MOST_WORDS_BY_DATE:
                return None
            day = day or (days[0].day if days else None)
        elif label.kind == "counter":
            if not _HAS_DIGIT.search(label.value) or len(label.value) > _LONGEST_NAME:
                return None
        elif not _is_short_value(label.value):
            return None
        elif label.kind == "byline" and byline is None and fold(label.value) not in vocabulary.not_an_author:
            byline = person_of(label.value)
    reasons: dict[str, DropReason] = {"date": "date_line", "counter": "counter"}
    return Line(reasons.get(labels[0].kind, "byline"), day, labelled=day is not None, byline=byline)


def labels_of(text: str, folded: str, vocabulary: CleanVocabulary) -> list[Label]:
    """The labelled values that a line consists of, none if it does not begin with a label and a colon."""
    starts: list[tuple[str, int, int]] = []
    at = _OPENING.match(folded).end()  # type: ignore[union-attr]  # matches nothing at least
    for match in vocabulary.label.finditer(folded, at):
        gap = _GAP.match(folded, match.end())
        before = folded[starts[-1][2] if starts else at : match.start()]
        follows = not before if not starts else not before or bool(_BETWEEN_LABELS.search(before[-1:]))
        if not follows or gap is None or (match.end() < len(folded) and folded[match.end()].isalnum()):
            if not starts:
                return []
            continue
        # Without a colon only a date may follow: "Đăng ngày 28/12/2022", but "Bài học kinh nghiệm" is a heading.
        if not gap["colon"] and not (match.lastgroup == "date" and _DATE_LIKE.match(folded, gap.end())):
            if not starts:
                return []
            continue
        starts.append((str(match.lastgroup), match.start(), gap.end()))
    if not starts:
        return []
    ends = [*(start for _, start, _ in starts[1:]), len(text)]
    return [
        Label(kind, text[value:end].strip(" .|,;–-()[]"))
        for (kind, _, value), end in zip(starts, ends, strict=True)
    ]


def _is_short_value(value: str) -> bool:
    return len(value) <= _LONGEST_NAME and len(value.split()) <= _MOST_NAME_WORDS and not _HAS_DIGIT.search(value)


def person_of(value: str) -> str | None:
    """A name as a byline prints it, without office in brackets; capitals throughout become capitals at the start.

    >>> person_of("THANH VÂN"), person_of("Bùi Văn Đạt (công chức Tài chính)"), person_of("T.H"), person_of("()")
    ('Thanh Vân', 'Bùi Văn Đạt', 'T.H', None)
    """
    name = _IN_BRACKETS.sub("", value).strip(" .|,;:–-")
    if name.isupper():
        name = " ".join(word if "." in word or len(word) < _SHORTEST_WORD else word.capitalize() for word in name.split())
    return name or None


_SHORTEST_WORD = 3
_MOST_WORDS_ALONE = 5
_LONGEST_ALONE = 40


def lone_name(text: str, vocabulary: CleanVocabulary) -> str | None:
    """The name that is all of a line, as authors sign at the end: "THANH BÌNH", "Kim Chi", "T.H", "(Theo Lê Mai)".

    A shape, and no more: the caller must know that the line stands at the end of an article.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> [lone_name(text, words) for text in ("THANH BÌNH", "T.H", "Nguyễn Xuân Hiền (Đài truyền thanh xã)", "Tổng cộng", "45 tổ")]
    ['Thanh Bình', 'T.H', 'Nguyễn Xuân Hiền', None, None]
    """
    folded = fold(text)
    opener = vocabulary.byline_opener.match(folded.lstrip(" (["))
    if opener is not None and len(text) <= _LONGEST_NAME and not _HAS_DIGIT.search(text) and not ends_sentence(text):
        return person_of(text.strip(" ()[]")[opener.end() :])
    name = _IN_BRACKETS.sub("", text).strip()
    office = name.split(" - ")
    if len(office) > 1 and _first_word(office[1]) in vocabulary.not_a_name:
        name = office[0].strip()
    if not name or len(name) > _LONGEST_ALONE or not _NAME.fullmatch(name) or len(name.split()) > _MOST_WORDS_ALONE:
        return None
    words = fold(name).split()
    if words[0] in vocabulary.not_a_name or " ".join(words[:2]) in vocabulary.not_a_name:
        return None
    return person_of(name)


def _first_word(text: str) -> str:
    return fold(text).split(" ")[0]


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or the member of a list does.

    >>> ends_sentence("trong năm 2022./."), ends_sentence("ra mắt câu lạc bộ (21/06/2021)")
    (True, False)
    """
    return bool(_ENDS_SENTENCE.search(text[-10:]))
