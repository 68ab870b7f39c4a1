"""What of a WARC file cannot be read, and why."""

from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a WARC file from which no record could be read.

    `kind` is `cut` (the file ends within a record), `broken` (bytes have changed), or `foreign` (no
    record, or none that the standard knows). `offset` is where it begins in the file, in bytes.
    """

    kind: Literal["cut", "broken", "foreign"]
    offset: int
    words: str

    def amid(self) -> "Damage":
        """Return the same of a file that goes on behind it, and so was not cut."""
        return replace(self, kind="broken") if self.kind == "cut" else self

    def __str__(self) -> str:
        """Return what a person is told.

        >>> str(Damage("cut", 1799, "the record has no end"))
        'byte 1,799: cut: the record has no end'
        """
        return f"byte {self.offset:,}: {self.kind}: {self.words}"
