"""What a conditional request may come back with."""

from scrapy.exceptions import IgnoreRequest


class Unchanged(IgnoreRequest):
    """The site says that the listing is the one of the last run: all of it was dealt with."""
