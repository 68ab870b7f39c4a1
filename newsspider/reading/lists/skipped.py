"""Links and dates of a list as every kind of list reads them; what it skips, by kind."""

from datetime import datetime

from newsspider.dates import parse_date


def moment(text: str, now: datetime, language: str | None) -> str | None:
    """Return the instant that a text names, ISO 8601 with offset; None for a mere day or none.

    `language` is the BCP 47 tag that the list declares.
    """
    found = parse_date(text, now, language)
    return found.iso if found and "T" in found.iso else None


class Skipped:
    """Counts distinct addresses by kind."""

    def __init__(self) -> None:
        self._urls: dict[str, set[str]] = {}

    def add(self, kind: str, url: str) -> None:
        """Count an address, once however often the list repeats it."""
        self._urls.setdefault(kind, set()).add(url)

    def counts(self) -> dict[str, int]:
        """Return how many addresses of each kind there were, kinds in order of name."""
        return {kind: len(urls) for kind, urls in sorted(self._urls.items())}
