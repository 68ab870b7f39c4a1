"""How a run ended: the exit codes, what each means in a word, and which is the gravest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

OK: Final = 0
BROKEN: Final = 65  # EX_DATAERR: pages came, but reading them failed
UNREACHABLE: Final = (
    69  # EX_UNAVAILABLE: the site is down, refuses us, or robots.txt is not to be had
)
BUG: Final = 70  # EX_SOFTWARE
CANNOT_CREATE: Final = 73  # EX_CANTCREAT
IO_ERROR: Final = 74  # EX_IOERR
TRY_LATER: Final = 75  # EX_TEMPFAIL: incomplete, locked, interrupted, throttled, out of time
BAD_USAGE: Final = 78  # EX_CONFIG

_WORD: Final[Mapping[int, str]] = {
    OK: "complete",
    BROKEN: "broken",
    UNREACHABLE: "unreachable",
    BUG: "bug",
    CANNOT_CREATE: "cannot_create",
    IO_ERROR: "io_error",
    TRY_LATER: "try_later",
    BAD_USAGE: "bad_usage",
}

_GRAVITY: Final = (OK, TRY_LATER, UNREACHABLE, BROKEN, BUG, BAD_USAGE, CANNOT_CREATE, IO_ERROR)
"""Of several codes that apply, the last of these is the one of the run, or of several runs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run ended: the exit code of the process, and why, in words for a person.

    `kind` is the verdict as one word where the code has several: `incomplete`, `interrupted` …
    """

    exit_code: int
    words: str
    kind: str = ""

    @property
    def word(self) -> str:
        """The verdict as one word, for machines."""
        return self.kind or _WORD[self.exit_code]

    def line(self, site: str) -> str:
        """The last line on stderr.

        >>> Verdict(0, "12 stored, 3 known").line("kabar")
        'kabar: exit 0 (12 stored, 3 known)'
        """
        return f"{site}: exit {self.exit_code} ({self.words})"


def gravest(*verdicts: Verdict) -> Verdict:
    """Return the verdict with the gravest code, the first of several."""
    return max(verdicts, key=lambda verdict: _GRAVITY.index(verdict.exit_code))
