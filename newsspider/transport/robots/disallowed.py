"""What a request is answered with that robots.txt keeps us from making."""

from scrapy.exceptions import IgnoreRequest


class Disallowed(IgnoreRequest):
    """Not requested: a rule of the host forbids it."""


class RulesUnreachable(IgnoreRequest):
    """Not requested: the robots.txt of the host cannot be had; the next run may have it."""
