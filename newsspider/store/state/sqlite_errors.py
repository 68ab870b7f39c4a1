"""Errors of SQLite as a `Refusal`, which says what to do and carries the exit code."""

import sqlite3
from collections.abc import Callable

from newsspider.errors import Refusal, from_sqlite


class Refusals:
    """`with` this, errors of SQLite come out as a `Refusal`, after `lost` has been told.

    `what` is named in the message: the state's path, or a part of it. One object serves for all
    calls on a state: they are too many for a generator each.
    """

    __slots__ = ("_lost", "_what")

    def __init__(
        self, what: object, lost: Callable[[Refusal], None] = lambda refusal: None
    ) -> None:
        self._what = what
        self._lost = lost

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: object
    ) -> None:
        if isinstance(error, sqlite3.Error):
            refusal = from_sqlite(error, str(self._what))
            self._lost(refusal)
            raise refusal from error
