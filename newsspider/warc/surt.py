"""The keys of a CDXJ index: addresses turned round, so that those of a site sort together. Pure."""

import re
from typing import Final
from urllib.parse import urlsplit

_WWW: Final = re.compile(r"^www\d*\.")
_PORTS: Final = {"http": 80, "https": 443}


def surt(url: str) -> str:
    """Return the key of an address, as pywb and the Wayback Machine write it.

    What they drop besides, session ids and superfluous escapes, does not occur in what a crawl asks
    for.

    >>> surt("https://www.kabar.example/")
    'example,kabar)/'
    >>> surt("http://Ekbis.kabar.example:80/read/1/Judul-X/?page=all&b=1&a")
    'example,kabar,ekbis)/read/1/judul-x?a&b=1&page=all'
    >>> surt("https://kabar.example:8443/a?#b")
    'example,kabar:8443)/a'
    """
    parts = urlsplit(url)
    host = _WWW.sub("", (parts.hostname or "").lower())
    port = f":{parts.port}" if parts.port not in (None, _PORTS.get(parts.scheme)) else ""
    path = re.sub("/+", "/", parts.path).lower().rstrip("/") or "/"
    query = "&".join(sorted(parts.query.lower().split("&")))
    return f"{','.join(reversed(host.split('.')))}{port}){path}{'?' + query if query else ''}"
