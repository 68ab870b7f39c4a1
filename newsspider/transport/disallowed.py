"""What a request is answered with that robots.txt keeps us from making."""

from scrapy.exceptions import IgnoreRequest


class Disallowed(IgnoreRequest):
    """Not requested: a rule of the host forbids it, or its robots.txt cannot be had."""
