"""The clock that leases are measured by: it only goes forward, also while a machine sleeps."""

import time
from typing import Final

_CLOCK: Final = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


def boot_clock() -> float:
    """Return seconds since the machine was started, suspended ones included where it counts them
    (Linux); no other machine's clock is ever compared with it."""
    return time.clock_gettime(_CLOCK)
