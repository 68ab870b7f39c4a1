"""What a conditional request may come back with, and what must come again whatever is told."""

from typing import Final

from scrapy.exceptions import IgnoreRequest

NOT_HAD: Final = "list_not_had"
"""Key of the `meta` of a list that came and was no use: not the one asked for, or half of it."""


class Unchanged(IgnoreRequest):
    """The site says that the listing is the one of the last run: all of it was dealt with."""
