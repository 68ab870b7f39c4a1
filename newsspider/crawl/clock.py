"""The clock of the shell. Everything below takes the time as an argument."""

from datetime import datetime

from newsspider.store.files.times import WIB


def now() -> datetime:
    """This moment, in the zone of the site (WIB, +07:00)."""
    return datetime.now(WIB)
