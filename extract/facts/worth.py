"""What one of several things can be worth: whether an amount is that of each or of all, by size alone."""

from __future__ import annotations

_LEAST_EACH, _ROUND_BELOW, _ROUND_TO = 20_000, 100_000, 5_000
"""Nobody gives things of less than so many đồng each; and small ones are round: 83.333 đồng is no share of a total."""
_CHEAPEST, _MOST = 1_000, 5_000_000_000
"""But water, masks and leaflets, where the amount for each would come to more than a ward ever gives."""

_MOST_GIVEN, _LEAST_GIVEN = 1_500_000_000, 50_000
"""No list of gifts in a report is worth more than so many đồng; none of a list with its contents costs less."""

_MOST_FOR_ONE, _LEAST_FOR_ONE = 20_000_000, 200_000
"""What one award of many in a report is worth at most and at least, in đồng."""
_MUCH_FOR_ONE, _ROUND_SHARE = 10_000_000, 50_000
"""Few awards are worth as much; what each is worth is a multiple."""
MOST_OF_MANY = (("many_awards", _MOST_FOR_ONE), ("many_gifts", 2_000_000), ("yearly", _MOST_FOR_ONE))
"""Slots of many things nobody counted, or of what is given by the year, and what one of them is worth at most."""


def too_small_to_share(amount: float, number: float, *, cheap: bool = False, least: int | None = None) -> bool:
    """Whether ``amount`` đồng can only be that of each of ``number`` things, and no total of them.

    ``cheap``: one costs some thousands, as a book does. ``least``: what one is worth at least, if that is known.

    >>> too_small_to_share(500_000, 52), too_small_to_share(2_500_000, 30), too_small_to_share(1_500_000, 30)
    (True, True, False)
    >>> too_small_to_share(500_000, 3_000), too_small_to_share(7_500_000, 2_500)
    (True, False)
    >>> too_small_to_share(500_000, 20), too_small_to_share(500_000, 20, least=50_000)
    (False, True)
    """
    share = amount / number
    if cheap:
        return share < _CHEAPEST
    if share >= _CHEAPEST and amount * number >= _MOST:
        return False
    return share < (least or _LEAST_EACH) or (share < _ROUND_BELOW and share % _ROUND_TO != 0)


def shared_by_all(amount: float, number: float) -> bool:
    """Whether what ``number`` people got is rather the total: more than one gets, and enough for all.

    "21 học sinh nhận học bổng 31 triệu đồng", not "89 sinh viên nhận học bổng 15 triệu đồng". One may get as much as
    "36 cháu nhận học bổng trị giá 18 triệu đồng" says, but by chance 36 leaves no share as round as 500.000 đồng.

    >>> shared_by_all(31_000_000, 21), shared_by_all(15_000_000, 89), shared_by_all(20_000_000, 1)
    (True, False, False)
    >>> shared_by_all(18_000_000, 36), shared_by_all(15_000_000, 30), shared_by_all(3_000_000, 36)
    (True, False, False)
    """
    if number <= 1 or amount / number < _LEAST_FOR_ONE:
        return False
    return amount > _MOST_FOR_ONE or (amount > _MUCH_FOR_ONE and _shares_evenly(amount, number))


def _shares_evenly(amount: float, number: float) -> bool:
    """Whether a round share is left by a number that seldom leaves one: it has more in it than some of 2, 3 and 5."""
    rest = int(number)
    for factor in (2, 2, 2, 3, 5, 5):
        rest = rest // factor if rest % factor == 0 else rest
    return rest > 1 and amount % (number * _ROUND_SHARE) == 0


def too_much_for_each(amount: float, number: float) -> bool:
    """Whether ``amount`` đồng can only be the total of ``number`` things that people are given, not that of each.

    >>> too_much_for_each(109_950_000, 293), too_much_for_each(300_000, 293), too_much_for_each(25_000_000, 40)
    (True, False, False)
    """
    return amount * number >= _MOST_GIVEN and amount / number >= _LEAST_GIVEN
