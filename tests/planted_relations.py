"""Relations planted in pages of our own: each as a report would tell it, right, and with a misprint in one figure.

A misprint is what a hand does at the keyboard: two neighbouring digits that changed places, or a digit whose key lies
beside the right one. The pages say other things too, with figures that belong to no relation.
"""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_FILLERS = (
    "Dự buổi họp mặt có ông Nguyễn Văn Hai, Phó Chủ tịch UBND xã, cùng đại diện các ấp.",
    "Trong quý, xã đã tổ chức 14 buổi tuyên truyền ở các ấp; phát thanh mỗi tuần hai lần.",
    "Hội Chữ thập đỏ phối hợp khám bệnh, cấp thuốc cho bà con ở hai điểm trường.",
    "Theo Nghị quyết số 05-NQ/ĐU ngày 12/01/2021, các chi bộ đã đăng ký việc làm theo.",
    "Công tác quân sự địa phương được giữ vững, giao quân đạt 100% chỉ tiêu.",
)


_BESIDE = {"1": "2", "2": "13", "3": "24", "4": "35", "5": "46", "6": "57", "7": "68", "8": "79", "9": "8", "0": "9"}
"""The keys beside each, none of which is 0: a number that begins with 0 is no misprint that anyone would miss."""


class Planted(NamedTuple):
    """A page with one relation, the kind it must be checked as, and whether it holds."""

    kind: str
    html: str
    holds: bool


class _Told(NamedTuple):
    """A relation: its sentence with a place for each figure, the figures, and those a misprint may hit."""

    kind: str
    sentence: str
    figures: tuple[str, ...]
    may_be_wrong: tuple[int, ...]
    title: str = "Xã Tân Phú Trung tổng kết công tác năm 2022"
    share: tuple[int, int, int] | None = None
    """Part, whole and percentage, where a slip in the last digit may be less than the print tells."""

    def is_told_by(self, figures: Sequence[str]) -> bool:
        """Whether these figures say the same, as far as they are printed."""
        if self.share is None:
            return tuple(figures) == self.figures
        part, whole, percent = (float(figures[i].replace(".", "").replace(",", ".")) for i in self.share)
        decimals = len(figures[self.share[2]].partition(",")[2])
        return abs(100 * part / whole - percent) < 2 / 10.0**decimals


def planted(pages: int = 200, seed: int = 6) -> list[Planted]:
    """So many pages, every second with a misprint; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - figures for a test
    found = []
    for number in range(pages):
        told = _TELLERS[number // 2 % len(_TELLERS)](chance)
        holds = number % 2 == 0
        figures = list(told.figures)
        if not holds:
            place = chance.choice(told.may_be_wrong)
            while told.is_told_by(figures):
                figures[place] = misprinted(told.figures[place], chance)
        filler = chance.sample(_FILLERS, 2)
        sentence = told.sentence.format(*figures)
        title = told.title.format(*figures)
        html = f"<h1>{title}</h1><p>{filler[0]}</p>{_paragraphs(sentence)}<p>{filler[1]}</p>"
        found.append(Planted(told.kind, html, holds))
    return found


def misprinted(figure: str, chance: random.Random) -> str:
    """One slip of the pen in a number as it is written; its length stays, so that it looks right.

    >>> misprinted("1.254.000", random.Random(1))
    '2.154.000'
    """
    places = [place for place, letter in enumerate(figure) if letter.isdigit()]
    significant = len(figure.rstrip("0.,")) or len(figure)
    told = [place for place in places if place < significant] or places
    swaps = [(a, b) for a, b in pairwise(told) if figure[a] != figure[b] and (a or figure[b] != "0")]
    letters = list(figure)
    if swaps and chance.random() < 0.5:
        a, b = chance.choice(swaps)
        letters[a], letters[b] = letters[b], letters[a]
    else:
        place = chance.choice(told)
        letters[place] = chance.choice(_BESIDE[letters[place]])
    return "".join(letters)


def _paragraphs(sentence: str) -> str:
    if sentence.startswith("<"):
        return sentence
    return "".join(f"<p>{line}</p>" for line in sentence.split("\n"))


def dots(number: int) -> str:
    """As a report writes it: 1.254."""
    return f"{number:,}".replace(",", ".")


def _share(part: int, whole: int, decimals: int = 2) -> str:
    return f"{100 * part / whole:.{decimals}f}".replace(".", ",")


def _levels(chance: random.Random) -> _Told:
    good, fair, poor = chance.randrange(36, 60), chance.randrange(25, 35), chance.randrange(3, 9)
    figures = tuple(map(str, (good + fair + poor, good, fair, poor)))
    sentence = (
        "Qua bình xét {0} tổ nhân dân tự quản, có {1} tổ xếp loại tốt, {2} tổ khá, {3} tổ trung bình, không có tổ yếu."
    )
    return _Told("ratings_sum", sentence, figures, (0, 1, 2))


def _product(chance: random.Random) -> _Told:
    count, each = chance.randrange(12, 95), chance.choice((300_000, 450_000, 500_000, 750_000, 1_200_000))
    figures = (str(count), dots(each), dots(count * each))
    sentence = "Dịp này, Hội Khuyến học trao {0} suất học bổng, mỗi suất {1} đồng, tổng số tiền {2} đồng."
    return _Told("count_times_each", sentence, figures, (0, 2))


def _listed_money(chance: random.Random) -> _Told:
    parts = [chance.randrange(112_250, 395_750) for _ in range(3)]
    figures = tuple(f"{dots(amount)}.000" for amount in (sum(parts), *parts))
    sentence = (
        "Tổng kinh phí làm đường là {0} đồng, trong đó ngân sách huyện {1} đồng, ngân sách xã {2} đồng, "
        "nhân dân đóng góp {3} đồng."
    )
    return _Told("parts_sum", sentence, figures, (0, 1, 2, 3))


def _bracket(chance: random.Random) -> _Told:
    parts = [chance.randrange(1_120, 2_900), chance.randrange(1_015, 2_890)]
    figures = tuple(map(dots, (sum(parts), *parts)))
    return _Told("parts_sum", "Đàn trâu, bò của xã có {0} con (bò {1} con, trâu {2} con).", figures, (0, 1, 2))


def _counted_parts(chance: random.Random) -> _Told:
    parts = [chance.randrange(112, 480) for _ in range(2)]
    figures = tuple(map(str, (sum(parts), *parts)))
    sentence = "Xã trao {0} phần quà Tết, gồm {1} phần quà của tỉnh và {2} phần quà của huyện."
    return _Told("parts_sum", sentence, figures, (0, 1, 2))


def _fraction(chance: random.Random) -> _Told:
    whole = chance.randrange(1_200, 2_900)
    part = chance.randrange(110, 380)
    figures = (str(part), dots(whole), _share(part, whole))
    return _Told(
        "percent_of", "Đến cuối năm, hộ nghèo còn {0}/{1} hộ, chiếm {2}%.", figures, (0, 1, 2), share=(0, 1, 2)
    )


def _fraction_result(chance: random.Random) -> _Told:
    plan = chance.randrange(2_100, 4_800)
    result = round(plan * chance.uniform(0.82, 1.18))
    figures = (dots(result), dots(plan), _share(result, plan, 1))
    sentence = "Thu ngân sách xã được {0}/{1} triệu đồng, đạt {2}% kế hoạch."
    return _Told("plan_ratio", sentence, figures, (0, 1, 2), share=(0, 1, 2))


def _plan_in_words(chance: random.Random) -> _Told:
    plan = chance.randrange(310, 890)
    result = round(plan * chance.uniform(0.75, 0.99))
    figures = (str(plan), str(result), _share(result, plan, 1))
    sentence = "Vụ hè thu, kế hoạch giao {0} ha lúa, thực hiện được {1} ha, đạt {2}% kế hoạch."
    return _Told("plan_ratio", sentence, figures, (0, 1, 2), share=(1, 0, 2))


_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _in_words(chance: random.Random) -> _Told:
    tens, ones, hundreds = chance.randrange(2, 10), chance.randrange(2, 5), chance.randrange(2, 10)
    amount = (tens * 10 + ones) * 1_000_000 + hundreds * 100_000
    words = f"{_ONES[tens].capitalize()} mươi {_ONES[ones]} triệu {_ONES[hundreds]} trăm nghìn đồng"
    sentence = "Xã chi {0} đồng (" + words + ") sửa nhà văn hóa ấp."
    return _Told("words_equal_digits", sentence, (dots(amount),), (0,))


def _change_last(chance: random.Random) -> _Told:
    after, change = chance.randrange(215, 690), chance.randrange(112, 190)
    figures = (str(after + change), str(after), str(change))
    sentence = "Đầu nhiệm kỳ xã có {0} hộ nghèo, đến nay còn {1} hộ, giảm {2} hộ."
    return _Told("difference", sentence, figures, (0, 1, 2))


def _change_first(chance: random.Random) -> _Told:
    after, change = chance.randrange(215, 690), chance.randrange(112, 190)
    figures = (str(after + change), str(change), str(after))
    sentence = "Đầu năm toàn xã có {0} hộ cận nghèo, trong năm giảm {1} hộ, còn {2} hộ."
    return _Told("difference", sentence, figures, (0, 1, 2))


def _growth(chance: random.Random) -> _Told:
    before, change = chance.randrange(1_215, 2_690), chance.randrange(112, 390)
    figures = (dots(before), str(change), dots(before + change))
    sentence = "Năm trước Hội Nông dân có {0} hội viên, năm nay tăng {1} hội viên, nâng tổng số lên {2} hội viên."
    return _Told("difference", sentence, figures, (0, 1, 2))


def _retold(chance: random.Random) -> _Told:
    gifts = chance.randrange(1_120, 2_980)
    title = "Xã Tân Phú Trung trao {0} suất quà Tết cho hộ nghèo"
    sentence = "Tại nhà văn hóa, xã Tân Phú Trung đã trao {1} suất quà Tết cho hộ nghèo, hộ cận nghèo."
    return _Told("retold", sentence, (dots(gifts), dots(gifts)), (0, 1), title)


def _table(chance: random.Random) -> _Told:
    rows = [chance.randrange(112, 890) for _ in range(4)]
    figures = tuple(map(dots, (*rows, sum(rows))))
    body = "".join(f"<tr><td>Ấp {i + 1}</td><td>{{{i}}}</td></tr>" for i in range(4))
    table = (
        "<p>Số hộ tham gia bảo hiểm y tế:</p><table><tr><td>Ấp</td><td>Số hộ</td></tr>"
        f"{body}<tr><td>Tổng cộng</td><td>{{4}}</td></tr></table>"
    )
    return _Told("parts_sum", table, figures, (0, 1, 2, 3, 4))


_TELLERS: tuple[Callable[[random.Random], _Told], ...] = (
    _levels,
    _product,
    _listed_money,
    _bracket,
    _counted_parts,
    _fraction,
    _fraction_result,
    _plan_in_words,
    _in_words,
    _change_last,
    _change_first,
    _growth,
    _retold,
    _table,
)
"""Every way in which a relation is told here."""
