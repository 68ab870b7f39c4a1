"""Indonesian date lines, read by their written policies, without a guess.

Day first, always. WIB, WITA, WIT and offsets as printed; +07:00, and said so, where no zone is
printed. The weekday is checked, never followed. Of two dates the published one. What is no date of
an article (a range, a template, an impossible day, a time alone) is None.

The grammar reads Indonesian with its neighbours, and English. Lines of pages that declare another
language are dateparser's: see `declared_languages`. Of all other lines it names foreign months and
nothing else: see `foreign_months`. What it had a part in says so by a warning.
"""

from typing import TYPE_CHECKING, Any

from newsspider.dates.types import WIB, Clock, Date

if TYPE_CHECKING:
    from newsspider.dates.parse import parse_date
    from newsspider.dates.vocabulary import month_number

__all__ = ["WIB", "Clock", "Date", "month_number", "parse_date"]


def __getattr__(name: str) -> Any:
    """Load what reads lines when it is asked for: its patterns take long to make, and whoever needs
    the time zone alone has no use for them."""
    if name == "parse_date":
        from newsspider.dates.parse import parse_date

        return parse_date
    if name == "month_number":
        from newsspider.dates.vocabulary import month_number

        return month_number
    raise AttributeError(f"module {__name__} has no attribute {name}")
