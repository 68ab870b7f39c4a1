"""Which addresses may be requested: the site's own, spelt plainly. No network, no name lookup."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import SplitResult, urlsplit

PORTS: Final = frozenset({None, 80, 443})

# Letters, digits and inner hyphens, as hosts are named in the DNS (RFC 1123 section 2.1).
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.ASCII)
_NAT64 = IPv6Network("64:ff9b::/96")
_SERVER = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+):(?P<port>[0-9]{1,5})", re.ASCII)


def refusal(url: str, domains: Iterable[str], max_length: int = 2083) -> str | None:
    """Return why `url` must not be requested, as a short code, or None when it may be.

    Every notation of an IP address falls under `foreign_host`: what is no name under one of
    `domains` is refused, whatever it would resolve to.

    >>> refusal("https://ekbis.kabar.example/read/1", ["kabar.example"])
    >>> refusal("http://2852039166/", ["kabar.example"])
    'foreign_host'
    >>> refusal("https://kabar.example.evil.id/", ["kabar.example"])
    'foreign_host'
    >>> refusal("https://kabar.example@evil.id/", ["kabar.example"])
    'credentials'
    """
    if len(url) > max_length:
        return "too_long"
    try:
        parts = urlsplit(url)
        return _scheme_or_authority(parts) or _host(parts.hostname or "", domains)
    except ValueError:
        return "malformed"


def refusal_off(url: str, origins: Iterable[str], max_length: int = 2083) -> str | None:
    """Return why `url` must not be requested, or None where it is of one of the servers that
    `origins` name by scheme, host and port: they are the user's word, so any port and notation do.

    >>> refusal_off("http://127.0.0.1:8080/n/cdx", ["http://127.0.0.1:8080"])
    >>> refusal_off("https://kabar.example/read/1", ["http://127.0.0.1:8080"])
    'foreign_host'
    """
    if len(url) > max_length:
        return "too_long"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "malformed"
    is_there = f"{parts.scheme}://{parts.netloc.lower()}" in origins
    return None if is_there else "foreign_host"


def _scheme_or_authority(parts: SplitResult) -> str | None:
    if parts.scheme not in {"http", "https"}:
        return "scheme"
    if "@" in parts.netloc:
        return "credentials"
    if parts.port not in PORTS:
        return "port"
    return None


def _host(host: str, domains: Iterable[str]) -> str | None:
    if not _NAME.fullmatch(host):
        return "malformed_host" if host else "no_host"
    if not any(host == domain or host.endswith(f".{domain}") for domain in domains):
        return "foreign_host"
    return None


def is_global(address: str) -> bool:
    """Return whether `address` is one of the public internet; IPv4 mapped into IPv6 counts as IPv4.

    >>> is_global("103.2.3.4"), is_global("169.254.169.254"), is_global("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        parsed = _embedded(parsed) or parsed
    return parsed.is_global and not parsed.is_multicast


def _embedded(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that a packet to `address` would end at: mapped, 6to4, Teredo,
    NAT64.
    """
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])


def is_literal(host: str) -> bool:
    """Return whether `host` is an IP address in the usual notation rather than a name."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def server(text: str) -> tuple[str, int]:
    """Host and port of a "host:port"; IPv6 addresses stand in brackets, as in addresses.

    Raises ValueError when `text` is not of that form.

    >>> server("127.0.0.1:8080"), server("[::1]:80")
    (('127.0.0.1', 8080), ('::1', 80))
    """
    found = _SERVER.fullmatch(text.strip())
    if found and 0 < int(found["port"]) < 65536:
        return found["host"].strip("[]").lower(), int(found["port"])
    raise ValueError(f"{text!r} is not host:port, such as 127.0.0.1:8080")
