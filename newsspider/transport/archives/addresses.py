"""Where the archives are that `-a source=` reads, and how they want to be asked."""

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newsspider.errors import BadArgument

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

SETTINGS: Final = ("CCNEWS_URL", "CDX_URL", "CDX_WARC_URL", "WAYBACK_URL")
"""Settings that hold the address of an archive."""

_OF_A_GUEST: Final = {
    "CONCURRENT_REQUESTS_PER_DOMAIN": (1, "cmdline"),  # above what the command line says
    "DOWNLOAD_MAXSIZE": (64 * 1024 * 1024, "spider"),
    "DOWNLOAD_WARNSIZE": (0, "spider"),  # large answers are usual
    "DOWNLOAD_TIMEOUT": (180, "spider"),  # an index may search for minutes
    "FAILING_DELAY": (5, "spider"),
    "RETRY_TIMES": (5, "spider"),
    "HTTPCACHE_ENABLED": (True, "cmdline"),
}


def origin_of(url: str) -> str:
    """Return scheme, host and port of an address, as two addresses of one server share them.

    >>> origin_of("http://127.0.0.1:8080/n/cdx?url=x")
    'http://127.0.0.1:8080'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def hosts(settings: "BaseSettings") -> frozenset[str]:
    """Return the hosts that the settings name, which whoever runs the crawl answers for."""
    found = (urlsplit(str(settings[name] or "")).hostname for name in SETTINGS)
    return frozenset(host for host in found if host)


def refuse_no_address(settings: "BaseSettings") -> None:
    """Raise `BadArgument` for a setting of an archive that is no address."""
    for name in SETTINGS:
        value = str(settings[name] or "")
        if not value and name in ("CDX_WARC_URL", "WAYBACK_URL"):
            continue
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            raise BadArgument(
                f"{name}={value}: no address; write https://HOST/ or http://HOST:PORT/"
            )


def ask_politely(settings: "BaseSettings") -> None:
    """Set how an archive is asked: one request at a time, long patience, answers kept on disk.

    403 is tried again after a pause: it is how Common Crawl says that it was asked too much.
    """
    for name, (value, priority) in _OF_A_GUEST.items():
        settings.set(name, value, priority)
    statuses = {*map(int, settings.getlist("RETRY_HTTP_CODES")), 403}
    settings.set("RETRY_HTTP_CODES", sorted(statuses), "cmdline")
    folder = f"{settings['OUTPUT_DIR']}/httpcache"
    settings.set("HTTPCACHE_DIR", folder, "spider")
