"""What a crawl may spend of a day's budget before it has told the other machines of it.

A machine that is lost cannot tell what it asked for. So a part of the budget is reserved, by a
commit in the shared place, before any of it is spent; whoever goes on counts all of it as spent.
"""

import math
from typing import Final

from newsspider.store.state.http import Spent
from newsspider.transport.pace.limits import Limits

_SHARE: Final = 20  # ... of the budget at a time, which is what a lost machine costs


class Reservation:
    """How far the account of the day may go, all machines together, before more is reserved.

    Amounts are sums of the day; of what has no limit nothing need be reserved.

    >>> reservation = Reservation(Limits(day_requests=100))
    >>> spent = Spent(requests=60)  # by earlier runs
    >>> reservation.is_used_up(spent), reservation.wanted(spent)
    (True, Spent(requests=65, bytes=0, seconds=0.0))
    >>> reservation.take(Spent(requests=65))
    >>> reservation.is_used_up(Spent(requests=64)), reservation.wanted(Spent(requests=61))
    (False, None)
    >>> reservation.wanted(Spent(requests=98))
    Spent(requests=100, bytes=0, seconds=0.0)
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits.of_a_day
        self._taken = Spent()

    def wanted(self, spent: Spent) -> Spent | None:
        """Return what is to be reserved; None while half of a part is left, or all is reserved."""
        if not any(
            taken < limit and taken - done < _part(limit) / 2
            for limit, taken, done in self._accounts(spent)
        ):
            return None
        requests, size, seconds = (
            max(taken, min(limit, done + _part(limit))) if limit else done
            for limit, taken, done in self._accounts(spent)
        )
        return Spent(int(requests), int(size), seconds)

    def take(self, reserved: Spent) -> None:
        """Note what was reserved."""
        self._taken = reserved

    def is_used_up(self, spent: Spent) -> bool:
        """Tell whether requests have to wait until more is reserved."""
        return any(limit and done >= taken for limit, taken, done in self._accounts(spent))

    def _accounts(self, spent: Spent) -> list[tuple[float, float, float]]:
        return list(zip(self._limits, self._taken.amounts, spent.amounts, strict=True))


def _part(limit: float) -> int:
    return math.ceil(limit / _SHARE)
