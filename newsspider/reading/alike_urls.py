"""Addresses that saved answers are found by, however they are written. Pure."""

from urllib.parse import parse_qsl, urlencode, urlsplit


def alike(url: str) -> str:
    """Return the same text for addresses that differ in scheme, case of the host or order of the
    query.

    >>> alike("http://WWW.kabar.example/?b=2&a=1#top") == alike("https://www.kabar.example?a=1&b=2")
    True
    """
    parts = urlsplit(url)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.netloc.lower()}{parts.path or '/'}?{query}"
