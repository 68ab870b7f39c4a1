"""Where links lead, as a browser would read them."""

import re
from typing import Final
from urllib.parse import quote, urljoin

from newsspider.reading.page import Page

_SCHEMES: Final = ("https://", "http://")
_ASCII: Final = "".join(map(chr, range(0x21, 0x7F)))
_LINE_ENDS = re.compile(r"[\t\r\n]")
_WEB = re.compile(r"https?://[^/]")
_PLAIN = re.compile(r"https?://[!-.0-~][!-~]*")  # nearly all: nothing in it to join or escape


def joined(href: str, base: str) -> str:
    """The address that a link at `base` leads to, as it is written; empty when it is none.

    >>> joined(" /read/1/judul ", "https://ekbis.kabar.example/more")
    'https://ekbis.kabar.example/read/1/judul'
    """
    if href.startswith(_SCHEMES):
        return href
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return ""


def absolute(page: Page, href: str | None) -> str | None:
    """The absolute address of a link, escaped as browsers do; None for what is no web address."""
    if not href or _PLAIN.fullmatch(href):
        return href or None
    url = quote(_LINE_ENDS.sub("", joined(href, page.base_url)).strip(), safe=_ASCII)
    return url if _WEB.match(url) else None
