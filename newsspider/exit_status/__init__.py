"""What a finished run amounts to, as an exit code and one line of words. Pure.

Stock Scrapy exits 0 whatever happened. The codes are those of BSD's sysexits.h, so that cron,
systemd and a shell tell a broken layout (65) from a site that is down (69) and a full disk (74).
"""

from newsspider.exit_status.judge import judge
from newsspider.exit_status.tally import Tally
from newsspider.exit_status.verdict import (
    BAD_USAGE,
    BROKEN,
    BUG,
    CANNOT_CREATE,
    IO_ERROR,
    OK,
    TRY_LATER,
    UNREACHABLE,
    Verdict,
    gravest,
)

__all__ = [
    "BAD_USAGE",
    "BROKEN",
    "BUG",
    "CANNOT_CREATE",
    "IO_ERROR",
    "OK",
    "TRY_LATER",
    "UNREACHABLE",
    "Tally",
    "Verdict",
    "gravest",
    "judge",
]
