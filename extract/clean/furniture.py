"""What one line is by its own wording and shape: a separator, a counter, a date line, a byline, or nothing of the
kind.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import regex

from extract.clean.line import Line
from extract.clean.names import person_of
from extract.clean.vocabulary import first_word
from extract.dates import day_or_none
from extract.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from extract.clean.vocabulary import CleanVocabulary
    from extract.codes import DropReason
    from extract.dates import Day

LONGEST_LINE = 300
"""Longer ones are not looked at: nothing this stage knows by its wording is so long."""
_MOST_REMEMBERED = 8_192
"""Lines: menu, foot and boxes are the same on all pages of a site. Then all are forgotten."""

_HAS_WORD = regex.compile(r"[\p{L}\d]|\t ?%")
"""Or heads of a table: "+/-\t%"."""
_HAS_DIGIT = re.compile(r"\d")
_MAY_BE_DATE = re.compile(r"\d\s?[-/.t]\s?[\dh]")
"""A look before that: between the parts of a date there is one of these ("tháng" begins as "th")."""
_PARTED_DAY = re.compile(r"(\d\d?) (\d\d?) ((?:19|20)\d\d)")
_AMERICAN = regex.compile(r"(?<!\d)(1[0-2]|0?[1-9])/(1[3-9]|2\d|3[01])/((?:19|20)\d\d)(?!\d)")
_LEFT_OVER = regex.compile(r"[^\w%]*+")
"""Signs, arrows and icons; a percentage is a figure."""
_TOLD_COUNTERS = regex.compile(r"\s(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?=\s|$)")
_SHORTCODE = regex.compile(r"\[(?:/\w+|\w+ \w+=[^\[\]]*)\]")
"""What a blogging tool puts around photos: "[caption id="attachment_1" width="494"]"."""
_WEATHER = regex.compile(
    r"(?:(?:\p{Lu}[\p{L}.]*+ ?)++[|,:]? ?)?/? ?\d{1,2} ?[°º](?: ?C)?"
    r"(?: ?[-–/] ?(?:\d{1,2} ?[-–] ?)?\d{1,2} ?[°º](?: ?C)?)?"
)
"""A box in the head of a site: "Hà Nội 17° - 28°C", its name in capitals or above."""
_DEGREES = regex.compile(r"(?<!\S)\d{1,2} ?[°º] ?c?(?!\w)")
_OPENING = regex.compile(r"[\s(\[*•.|»-]*+")
_COLON = regex.compile(r"\s*+:\s*+")
_BETWEEN_LABELS = regex.compile(r"[\s.|,;)(–-]")
_BETWEEN_PARTS = '|[]>•·/"'
_PARTS = re.compile(r"[|\[\]>•·]+|\s[/\"]\s")
_DAY_IN_FIGURES = regex.compile(
    r"(?<!\d)\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d\d(?!\d)|(?:19|20)\d\d-\d\d-\d\d"
)
_WORDS = regex.compile(r"\p{L}+")
_LONGEST_DATE_LINE = 120
_NEAR_LABEL = 3
"""So many characters stand between a label and its day: " : "."""
_LONGEST_PARTS = 160
_LONGEST_NAME = 80
_MOST_NAME_WORDS = 14
_MOST_WORDS_BY_DATE = 3
_MOST_WORDS_BY_NAMED_MONTH = 9
_MOST_WORDS_OF_SECTION = 6
_DASHED = re.compile(r"\w\W*[-–|]\s*$")
_ENDS_AS_STAMP = regex.compile(r"\d{4}\W*+(?:\d{1,2}:\d\d(?::\d\d)?\W*+)?\w{0,2}\W*+\Z")
_ENDS_SENTENCE = re.compile(r"[.;:!?…。！？；：।؟۔]\s*+[\"”’'»“)」』）]?\s*+$")


class Label(NamedTuple):
    """One labelled value of a line: "Tin bài: Duy Thanh"."""

    kind: str
    value: str
    """As written."""


_LONG = Line("")


def line_of(text: str, vocabulary: CleanVocabulary) -> Line:
    """Read one line.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> [line_of(text, words).reason for text in ("-----------------", "(0)", "Lượt xem: 1.234")]
    ['separator', 'comment_widget', 'counter']
    >>> line_of("Tác giả: Minh Khôi .Ngày đăng: 19/03/2020 .Lượt đọc: 286 lượt.", words)[1:5]
    ('byline', datetime.date(2020, 3, 19), True, 'Minh Khôi')
    >>> line_of("Tặng 23 phần học bỗng cho học sinh.", words).reason is None
    True
    """
    if len(text) > LONGEST_LINE:
        return _LONG
    known = vocabulary.known_lines.get(text)
    if known is None:
        known = _read_line(text, vocabulary)
        if len(vocabulary.known_lines) >= _MOST_REMEMBERED:
            vocabulary.known_lines.clear()
        vocabulary.known_lines[text] = known
    return known


def _read_line(text: str, vocabulary: CleanVocabulary) -> Line:
    folded = fold(text)
    first = first_word(folded)
    if folded.replace(" ", "").isalpha():  # as most are: no date, and one phrase at most
        line = _labelled(text, folded, vocabulary) if first in vocabulary.label_words else None
        return line or _phrase(folded, first, vocabulary.furniture(folded, first), vocabulary)
    if (not first and not _HAS_WORD.search(text)) or (text.startswith("[") and _SHORTCODE.fullmatch(text)):
        return Line(folded, vocabulary.furniture(folded, first) or "separator")
    if ("°" in text or "º" in text) and _WEATHER.fullmatch(text):
        return Line(folded, "site_boilerplate")
    line = _parted_date(folded)
    if line is None and len(folded) <= _LONGEST_DATE_LINE and _MAY_BE_DATE.search(folded):
        line = _date_line(folded, vocabulary) or _signed_stamp(text, folded, vocabulary)
    if line is None and first in vocabulary.label_words:
        line = _labelled(text, folded, vocabulary)
    if line is not None:
        return line
    reason = _by_phrases(folded, first, vocabulary)
    if reason is not None and _DAY_IN_FIGURES.search(folded):
        day = _day_behind_label(folded, vocabulary)
        return Line(folded, reason, day, labelled=day is not None)
    return _phrase(folded, first, reason, vocabulary)


def _day_behind_label(folded: str, vocabulary: CleanVocabulary) -> date | None:
    """The day that closes a line of furniture behind a label: "Chuyên mục: Tin xã | Đăng ngày 12/05/2020"."""
    dates = vocabulary.date_lines.dates
    for label in vocabulary.label.finditer(folded):
        if label.lastgroup == "date" and _BETWEEN_LABELS.match(folded, label.start() - 1):
            found = next(iter(dates.find(folded[label.end() :])), None)
            if found is not None and found.start <= _NEAR_LABEL:
                return found.day
    return None


def _phrase(folded: str, first: str, reason: DropReason | None, vocabulary: CleanVocabulary) -> Line:
    return Line(folded, reason, None, False, None, reason is None and vocabulary.heads_related(folded, first))  # noqa: FBT003 - by name it takes longer


def _by_phrases(folded: str, first: str, vocabulary: CleanVocabulary) -> DropReason | None:
    """The reason of a line that is a phrase of furniture, or made of several: "[Trở về] [In trang]", "HOME | LIÊN
    HỆ".
    """
    reason = vocabulary.furniture(folded, first)
    if reason is not None or len(folded) > _LONGEST_PARTS or not _has_any(_BETWEEN_PARTS, folded):
        return reason
    reasons = [
        vocabulary.furniture(part, first_word(part)) for part in _PARTS.split(folded) if part and not part.isspace()
    ]
    if len(reasons) > 1 and all(reasons):
        return "share" if "share" in reasons else reasons[0]
    return None


def _has_any(letters: str, folded: str) -> bool:
    for letter in letters:  # noqa: SIM110 - run for each line of a page: a generator takes twice the time
        if letter in folded:
            return True
    return False


def _date_line(folded: str, vocabulary: CleanVocabulary) -> Line | None:
    """A line of a date and nothing else but what stands around dates: a weekday, a time, a label, a zone."""
    dates = vocabulary.date_lines
    if not dates.date_like.search(folded):
        return None
    label = next((match for match in vocabulary.label.finditer(folded) if match.lastgroup == "date"), None)
    unlabelled = folded if label is None else folded[: label.start()] + folded[label.end() :]
    days, rest = _without_dates(unlabelled, vocabulary)
    if _tells_anniversary(days):
        return None
    if days and dates.clock.search(folded):
        rest = _TOLD_COUNTERS.sub("", rest)  # views and comments: "03/01/2024 16:08 8"
    if not _LEFT_OVER.fullmatch(rest):
        return None
    day = days[0].day if days else _month_first(folded)
    of_visit = label is None and vocabulary.clock_word.match(folded) is not None
    return Line(folded, "date_line", day, labelled=label is not None, of_visit=of_visit)


def _signed_stamp(text: str, folded: str, vocabulary: CleanVocabulary) -> Line | None:
    """A day with its weekday and time behind a name, or before a section.

    "TRẦN AN - Thứ ba, 20/08/2024 10:26 (GMT+7)"; "Thứ ba, 20/08/2024 10:26 | Tiếng nói cơ sở".
    """
    dates = vocabulary.date_lines
    weekday = dates.weekday.search(folded)
    if weekday is None or dates.clock.search(folded, weekday.end()) is None:
        return None
    stamped, _, section = folded.partition(" | ")
    if section and not _HAS_DIGIT.search(section) and len(section.split()) <= _MOST_WORDS_OF_SECTION:
        line = _date_line(stamped, vocabulary)
        if line is not None:
            return line._replace(folded=folded)
    name = folded[: weekday.start()]
    if _HAS_DIGIT.search(name) or not _DASHED.search(name) or len(name.split()) > _MOST_WORDS_OF_SECTION:
        return None
    stamp = _date_line(folded[weekday.start() :], vocabulary)
    if stamp is None or stamp.day is None:
        return None
    return Line(folded, "byline", stamp.day, byline=person_of(text[: weekday.start()].strip(" -–|")))


def _month_first(folded: str) -> date | None:
    """The day of a stamp in the American order, where no other makes a day: "5/23/2019 9:30:00 AM"."""
    stamp = _AMERICAN.search(folded)
    return None if stamp is None else day_or_none(int(stamp[3]), int(stamp[1]), int(stamp[2]))


def _parted_date(folded: str) -> Line | None:
    """A line that is a day whose parts stand apart, as where each has an element of its own: "16 11 2025"."""
    parts = _PARTED_DAY.fullmatch(folded)
    day = None if parts is None else day_or_none(int(parts[3]), int(parts[2]), int(parts[1]))
    return None if day is None else Line(folded, "date_line", day)


def _tells_anniversary(days: Iterable[Day]) -> bool:
    """Whether one day is named in two years: "(20/10/1930 - 20/10/2023)", as sentences end."""
    return any(
        one.day.timetuple()[1:3] == other.day.timetuple()[1:3] and one.day != other.day for one, other in pairwise(days)
    )


def is_dated(folded: str, vocabulary: CleanVocabulary) -> bool:
    """Whether a folded line is a day with little beside it, as it stands above texts and below them.

    Beside a day in figures there may be fewer words, for a report begins so: "Sáng 20/11/2023, tại hội trường xã".

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> is_dated("24. märz 2004, 19:49 | genesis", words), is_dated("sáng 20/11/2023, tại hội trường", words)
    (True, False)
    """
    if not 0 < len(folded) <= _LONGEST_DATE_LINE or not _HAS_DIGIT.search(folded):
        return False
    dates = vocabulary.date_lines
    for day, most in ((vocabulary.day_in_words, _MOST_WORDS_BY_NAMED_MONTH), (_DAY_IN_FIGURES, _MOST_WORDS_BY_DATE)):
        rest = day.sub(" ", folded)
        if rest != folded:
            if _tells_anniversary(dates.dates.find(folded)):
                return False
            few = len(_WORDS.findall(dates.weekday.sub(" ", dates.clock.sub(" ", rest)))) <= most
            return few or _closes_with_day(folded, vocabulary)
    return _closes_with_day(folded, vocabulary)


def _closes_with_day(folded: str, vocabulary: CleanVocabulary) -> bool:
    """Whether a line is a few words and a day that no word leads to: "Tin Kinh tế - Đời sống 23/12/2021"."""
    dates = vocabulary.date_lines
    if _ENDS_AS_STAMP.search(folded) is None or not (days := dates.dates.find(folded)):
        return False
    last = days[-1]
    is_bare = folded[last.start].isdigit() or dates.weekday.match(folded, last.start) is not None
    rest = vocabulary.date_word.sub(" ", dates.clock.sub(" ", folded[last.end :]))
    return is_bare and not _WORDS.search(rest) and len(_WORDS.findall(folded, 0, last.start)) <= _MOST_WORDS_OF_SECTION


def is_stamped(folded: str, vocabulary: CleanVocabulary) -> bool:
    """Whether a dated line has a weekday or a time too, as no headline has: "quỹ khuyến học | thứ hai, 22/01/2018"."""
    dates = vocabulary.date_lines
    return is_dated(folded, vocabulary) and (dates.weekday.search(folded) or dates.clock.search(folded)) is not None


def _without_dates(folded: str, vocabulary: CleanVocabulary) -> tuple[list[Day], str]:
    """The days of a text, and what it holds beside dates, times and their words."""
    dates = vocabulary.date_lines
    days = dates.dates.find(folded)
    rest = folded
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    if not days:
        days = dates.dates.find(dates.no_year_word.sub(dates.with_year_word, folded))
    for pattern in (dates.date_like, dates.clock, dates.weekday, _DEGREES, vocabulary.date_tail, vocabulary.date_word):
        rest = pattern.sub(" ", rest)
    return days, rest


_REASON_OF_LABEL: dict[str, DropReason] = {"date": "date_line", "counter": "counter"}


def _labelled(text: str, folded: str, vocabulary: CleanVocabulary) -> Line | None:
    """A line that is all labels and short values, in any number."""
    labels = _labels_of(text, folded, vocabulary)
    if not labels:
        return None
    byline: str | None = None
    day: date | None = None
    for kind, value in labels:
        if kind == "date":
            days, rest = _without_dates(fold(value), vocabulary)
            if (not days and not vocabulary.date_lines.date_like.search(fold(value))) or len(
                rest.split()
            ) > _MOST_WORDS_BY_DATE:
                return None
            day = day or (days[0].day if days else None)
        elif not _is_value(kind, value):
            return None
        elif kind == "byline" and byline is None and fold(value) not in vocabulary.not_an_author:
            byline = person_of(value)
    reason = _REASON_OF_LABEL.get(labels[0].kind, "byline")
    return Line(folded, reason, day, labelled=day is not None, byline=byline)


def _is_value(kind: str, value: str) -> bool:
    """Whether what stands behind a label is short enough, a name without digits, a counter with some."""
    short = len(value) <= _LONGEST_NAME and len(value.split()) <= _MOST_NAME_WORDS
    return short and bool(_HAS_DIGIT.search(value)) == (kind == "counter")


def _labels_of(text: str, folded: str, vocabulary: CleanVocabulary) -> list[Label]:
    """The labelled values that a line consists of; none if it does not begin with a label.

    >>> from extract.rulefiles import load
    >>> from extract.clean.vocabulary import CleanVocabulary
    >>> words = CleanVocabulary.load(load())
    >>> _labels_of("Tin: Hải Yến - Ảnh: CTV", "tin: hải yến - ảnh: ctv", words)
    [Label(kind='byline', value='Hải Yến'), Label(kind='photo', value='CTV')]
    >>> _labels_of("Bài học kinh nghiệm", "bài học kinh nghiệm", words)
    []
    """
    if first_word(folded) not in vocabulary.label_words:
        return []
    opening = _OPENING.match(folded)
    at = opening.end() if opening else 0
    starts: list[tuple[str, int, int]] = []
    first = vocabulary.label.match(folded, at)
    value = _value_start(folded, first, vocabulary) if first else None
    if first is None or value is None:
        return []
    starts.append((str(first.lastgroup), first.start(), value))
    for match in vocabulary.label.finditer(folded, value):
        value = _value_start(folded, match, vocabulary)
        if value is not None and (match.start() == starts[-1][2] or _BETWEEN_LABELS.match(folded, match.start() - 1)):
            starts.append((str(match.lastgroup), match.start(), value))
    ends = [*(start for _, start, _ in starts[1:]), len(text)]
    return [
        Label(kind, text[value:end].strip(" .|,;–-()[]")) for (kind, _, value), end in zip(starts, ends, strict=True)
    ]


def _value_start(folded: str, label: regex.Match[str], vocabulary: CleanVocabulary) -> int | None:
    """Where the value of a label begins: behind a colon, or at a date ("Đăng ngày 28/12/2022"); ``None`` if neither
    is there.
    """
    colon = _COLON.match(folded, label.end())
    if colon:
        return colon.end()
    if label.lastgroup == "date" and folded[label.end() : label.end() + 1] == " ":
        after = label.end() + 1
        return after if vocabulary.date_lines.date_like.match(folded, after) else None
    return None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or the member of a list does.

    >>> ends_sentence("trong năm 2022./."), ends_sentence("ra mắt câu lạc bộ (21/06/2021)")
    (True, False)
    """
    return not text[-1:].isalnum() and _ENDS_SENTENCE.search(text[-10:]) is not None
