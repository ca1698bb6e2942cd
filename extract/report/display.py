"""Values as a reader sees them: numbers in both ways of writing, and texts in which nothing is invisible."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from markupsafe import Markup, escape

from extract.report.labels import Label

if TYPE_CHECKING:
    from datetime import date, datetime

_CONTROLS = regex.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that show nothing but may turn the direction of what follows, or that HTML does not allow."""


def visible(text: str) -> str:
    r"""``text`` with control characters spelled out, so that no address or title can pose as another.

    >>> visible("bang-luong\u202efdp.exe")
    'bang-luong⟦U+202E⟧fdp.exe'
    >>> visible("Học bổng\tnăm 2016")
    'Học bổng\tnăm 2016'
    """
    return _CONTROLS.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", text)


def clipped(text: str | None, most: int = 240) -> str | None:
    """The beginning of a text that is too long for a list.

    >>> clipped("Hội nghị tổng kết năm 2022", 11)
    'Hội nghị tổ…'
    """
    return text if text is None or len(text) <= most else f"{text[:most]}…"


def done(action: str | None, thing: str | None) -> str:
    """What was done, with what: once where the one says the other.

    >>> done("trao", "học bổng"), done("chi", "Tổng chi ngân sách"), done(None, "học bổng")
    ('trao học bổng', 'Tổng chi ngân sách', 'học bổng')
    """
    if action and thing and f" {action.casefold()} " in f" {thing.casefold()} ":
        return thing
    return " ".join(filter(None, (action, thing)))


def isolated(text: str | None) -> Markup:
    """Text of a page for a line that says something else too: it cannot change the direction of its neighbours.

    >>> isolated("<b>23 suất</b>")
    Markup('<bdi>&lt;b&gt;23 suất&lt;/b&gt;</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(visible(text)) if text else Markup()


def both(label: Label) -> Markup:
    """A text in both languages; the page shows the one the reader chose.

    >>> both(Label("Học bổng", "Scholarships"))
    Markup('<span lang="vi">Học bổng</span><span lang="en">Scholarships</span>')
    >>> both(Label("23", "23"))
    Markup('23')
    """
    if label.vi == label.en:
        return escape(visible(label.vi))
    return Markup('<span lang="vi">{}</span><span lang="en">{}</span>').format(visible(label.vi), visible(label.en))


def number(value: float | None) -> Markup:
    """A number with the thousands and decimals of both languages; nothing for ``None``.

    >>> number(1250.5)
    Markup('<span lang="vi">1.250,5</span><span lang="en">1,250.5</span>')
    >>> number(80.0)
    Markup('80')
    """
    return Markup() if value is None else both(_number_label(value))


def _number_label(value: float) -> Label:
    """The same, as text.

    >>> _number_label(11_500_000)
    Label(vi='11.500.000', en='11,500,000')
    >>> _number_label(0.25).vi
    '0,25'
    """
    en = f"{int(value):,}" if float(value).is_integer() else f"{value:,.12g}"
    return Label(en.translate(_VIETNAMESE), en)


_VIETNAMESE = str.maketrans(",.", ".,")


def day(value: date) -> Markup:
    """A day, for machines too; the month in letters where 05/07 may be read as May.

    >>> from datetime import date
    >>> day(date(2019, 7, 5))
    Markup('<time datetime="2019-07-05"><span lang="vi">05/07/2019</span><span lang="en">5 July 2019</span></time>')
    """
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), both(_day_label(value)))


def moment(value: datetime) -> Markup:
    """A day and time of it, to the second where it has seconds.

    >>> from datetime import UTC, datetime
    >>> moment(datetime(2019, 7, 5, 8, 30, tzinfo=UTC)).striptags()
    '05/07/2019 08:30 UTC5 July 2019 08:30 UTC'
    """
    said = _day_label(value)
    at = f" {value:%H:%M:%S} UTC" if value.second else f" {value:%H:%M} UTC"
    label = Label(said.vi + at, said.en + at)
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), both(label))


def month(name: str) -> Markup:
    """A month that is known as "2019-07".

    >>> month("2019-07")
    Markup('<span lang="vi">07/2019</span><span lang="en">July 2019</span>')
    """
    year, _, number_of_month = name.partition("-")
    return both(Label(f"{number_of_month}/{year}", f"{_MONTHS[int(number_of_month) - 1]} {year}"))


def _day_label(value: date) -> Label:
    return Label(f"{value:%d/%m}/{value.year:04}", f"{value.day} {_MONTHS[value.month - 1]} {value.year:04}")


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def spread(low: float | None, high: float | None) -> Markup:
    """An interval; an end that is missing is open.

    >>> spread(67, None)
    Markup('≥ 67')
    >>> spread(45, 45)
    Markup('45')
    """
    least, most = _short(low), _short(high)
    if low is None:
        return Markup("≤ {}").format(most) if most else most
    if high is None:
        return Markup("≥ {}").format(least)
    return least if low == high else Markup("{} – {}").format(least, most)


def _short(value: float | None) -> Markup:
    """Computed sides have more decimals than anyone printed."""
    return number(value if value is None else round(value, _DECIMALS))


_DECIMALS = 4
