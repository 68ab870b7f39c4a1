"""Any text as the plain parts of a web address, or nothing: one way to write each address."""

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

MAX_LENGTH: Final = 8_192  # characters; longer ones are traps, tracking never needs so many

_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_COMMON = re.compile(
    r"https?://(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)((?:/[A-Za-z0-9._~-]+)*)/?"
    r"(?:\?([A-Za-z0-9._~=&-]*))?"
)
_TIDY_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_LABEL = re.compile(r"[a-z0-9-]+\.")
_UNSAFE = re.compile(r"[^A-Za-z0-9._~!$&'()*+,;=:@%/-]")


class NormalizedUrl(NamedTuple):
    """Host in lower case without `www.`, path without a slash at its end, query."""

    host: str
    path: str
    query: str = ""


def tidy(url: str) -> NormalizedUrl | None:
    """The parts of an address, or None for what is never asked for.

    That is: another scheme than http and https, another port than theirs, a user name, more than
    `MAX_LENGTH` characters, or no address at all. The host is not judged.

    >>> tidy("HTTP://WWW.Kabar.example:80//read/%31/")
    NormalizedUrl(host='kabar.example', path='/read/1', query='')
    """
    if len(url) > MAX_LENGTH:
        return None
    common = _COMMON.fullmatch(url)  # nearly all are, and urlsplit costs five times as much
    if common:
        return NormalizedUrl(common[1], common[2], common[3] or "")
    try:
        parts = urlsplit(url.strip(), scheme="https")
        port = parts.port
    except ValueError:
        return None
    default_port = _DEFAULT_PORTS.get(parts.scheme)
    if default_port is None or port not in (None, default_port) or "@" in parts.netloc:
        return None
    host = parts.netloc.lower().removesuffix(f":{port}").removesuffix(":").removeprefix("www.")
    return NormalizedUrl(host, _tidy_path(parts.path), parts.query)


def within(url: str, domain: str) -> tuple[str, NormalizedUrl] | None:
    """Return the one label before a domain, "www" where there is none, and the parts of an address;
    None for an address elsewhere, and for what `tidy` leaves out.

    >>> within("https://ekbis.kabar.example/read/1", "kabar.example")
    ('ekbis', NormalizedUrl(host='ekbis.kabar.example', path='/read/1', query=''))
    >>> within("https://kabar.example.net/", "kabar.example")
    """
    parts = tidy(url)
    if parts is None or not parts.host.endswith(domain):
        return None
    label = parts.host[: -len(domain)]
    if not label:
        return "www", parts
    return (label[:-1], parts) if _LABEL.fullmatch(label) else None


def _tidy_path(path: str) -> str:
    """The path with single slashes, none at the end, and only needed escapes (RFC 3986, 6.2.2)."""
    if _TIDY_PATH.fullmatch(path):
        return path
    path = re.sub("/{2,}", "/", path).rstrip("/")
    path = _ESCAPE.sub(lambda found: _unescaped(found[1]), path)
    return _UNSAFE.sub(lambda found: _escaped(found[0]), path)


def _unescaped(digits: str) -> str:
    character = chr(int(digits, 16))
    unreserved = character.isascii() and (character.isalnum() or character in "-._~")
    return character if unreserved else f"%{digits.upper()}"


def _escaped(character: str) -> str:
    octets = character.encode("utf-8", errors="replace")  # lone surrogates have no bytes
    return "".join(f"%{octet:02X}" for octet in octets)
