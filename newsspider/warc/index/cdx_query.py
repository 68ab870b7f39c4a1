"""What is asked of a CDX server, as an address. Pure."""

from datetime import date
from typing import Final
from urllib.parse import unquote_plus, urlencode

_ROWS: Final = 10_000
"""Rows of an answer of a server that goes on by resumption key."""


class CdxQuery:
    """The captures that a CDX server lists of a domain and all hosts under it, with status 200.

    `since` leaves out what was captured before that day (UTC). The parameters are those that pywb
    (so Common Crawl) and the Wayback Machine have in common.

    >>> CdxQuery("https://cdx.example/n", "kabar.example").page(2)
    'https://cdx.example/n?url=kabar.example&matchType=domain&output=json&filter=statuscode%3A200&page=2'
    """

    def __init__(self, server: str, domain: str, since: date | None = None) -> None:
        self.server = server
        self._told = {
            "url": domain,
            "matchType": "domain",
            "output": "json",
            "filter": "statuscode:200",
        }
        if since is not None:
            self._told["from"] = f"{since:%Y%m%d}"

    def page_count(self) -> str:
        """Return the question of how many pages there are. A server that knows no pages answers
        with all captures."""
        return self._address(showNumPages="true")

    def page(self, number: int) -> str:
        """Return the question for a page, counted from 0."""
        return self._address(page=str(number))

    def rows(self, resume_key: str | None = None) -> str:
        """Return the question for the first rows, or for those that a key leads to. Some servers
        tell the key as it is to stand in an address, some as it is.

        >>> query = CdxQuery("https://cdx.example/", "kabar.example")
        >>> keys = "example%2Ckabar%29%2F1+2015", "example,kabar)/1 2015"
        >>> {query.rows(key).rpartition("&")[2] for key in keys}
        {'resumeKey=example%2Ckabar%29%2F1+2015'}
        """
        plain = unquote_plus(resume_key) if resume_key and "%" in resume_key else resume_key
        key = {"resumeKey": plain} if plain else {}
        return self._address(limit=str(_ROWS), showResumeKey="true", **key)

    def _address(self, **more: str) -> str:
        joint = "&" if "?" in self.server else "?"
        return f"{self.server}{joint}{urlencode(self._told | more)}"
