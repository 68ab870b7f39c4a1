"""What may be stored beside the lines of the output, in the commit that promises them."""

from sqlite3 import Connection
from typing import Any, Protocol


class Index(Protocol):
    """A table of its own in the state, committed together with the lines it describes."""

    def prepare(self, connection: Connection) -> None:
        """Create the tables if they are not there; called within a transaction."""

    def add(self, connection: Connection, n: int, record: dict[str, Any]) -> None:
        """Enter a line of the article that was stored as the `n`-th; called within one too."""

    def carry(self, connection: Connection) -> None:
        """Take over, at the end of a rebuild, what only the attached old state knows."""
