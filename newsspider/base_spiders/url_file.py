"""The file of `-a urls=FILE`: addresses of articles, as people and programs list them."""

import io
import logging
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final
from unicodedata import category

from scrapy.statscollectors import StatsCollector

from newsspider.reading.listing import Listed
from newsspider.sites import registry
from newsspider.sites.site import Site
from newsspider.transport.plain_text import encoding_of

logger = logging.getLogger(__name__)

_NAMED: Final = 20  # lines that are named one by one
_REMARK: Final = re.compile(r"(?:^|\s)#.*")
_BETWEEN: Final = re.compile(r"""(?:[\s<>"'|,;`\[\]()*]|[^\w\x00-\x7f])+""")
_ADDRESS: Final = re.compile(r"(?:https?:)?//\S+|(?:[\w-]+\.)+[a-z]{2,}/\S+", re.I)
_UNSEEN: Final = frozenset({"Cc", "Cf", "Mn"})
_PACKED: Final = {b"\x1f\x8b": "gzip", b"PK": "a zip file or spreadsheet", b"BZ": "bzip2"}


@dataclass(frozen=True, slots=True)
class UrlFile:
    """A file of addresses; `data` holds what came through a pipe, which can be read only once."""

    name: str
    data: bytes | None = None

    def lines(self, site: Site) -> Iterator[tuple[int, str, str | None]]:
        """Yield number and address of each article, and number, text and problem of each line that
        names none; `#` begins a remark. Raises `OSError`."""
        for number, said in self._said():
            yield from ((number, *found) for found in _articles(said, site))

    def _said(self) -> Iterator[tuple[int, str]]:
        with self._open() as raw:
            encoding = encoding_of(raw.peek(4))
            text = io.TextIOWrapper(raw, encoding=encoding, errors="replace")
            for number, line in enumerate(text, start=1):
                said = _REMARK.sub("", _seen(line)).strip()
                if said:
                    yield number, said

    def addresses(self) -> Iterator[str]:
        """Yield every address in the file, of whatever it is. Raises `OSError`."""
        for _, said in self._said():
            yield from _addresses(said)

    def articles(self, site: Site, stats: StatsCollector) -> Iterator[Listed]:
        """Yield the articles of the file; count lines that name none, and log the first ones.

        Counts: `urls/refused`.
        """
        refused = 0
        for number, text, problem in self.lines(site):
            if problem is None:
                yield site.listed(text)
                continue
            refused += 1
            stats.inc_value("urls/refused")
            if refused <= _NAMED:
                logger.warning("%s, line %d: %s: %.200s", self, number, problem, text)
        if refused > _NAMED:
            logger.warning("%s: %d lines refused in all", self, refused)

    def packed(self) -> str | None:
        """Return what kind of file this is that is no text, or None."""
        with self._open() as raw:
            return _PACKED.get(raw.read(2))

    def _open(self) -> io.BufferedReader:
        if self.data is None:
            return Path(self.name).expanduser().open("rb")
        return io.BufferedReader(io.BytesIO(self.data))

    def __str__(self) -> str:
        return self.name


@cache
def url_file(name: str) -> UrlFile:
    """Return the file of that name; `-` is standard input. A pipe is read to its end, once in the
    life of the process. Raises `OSError`."""
    if name == "-":
        return UrlFile(name, sys.stdin.buffer.read())
    path = Path(name).expanduser()
    if path.is_file():
        return UrlFile(name)
    with path.open("rb") as pipe:
        return UrlFile(name, pipe.read())


def _seen(line: str) -> str:
    """Return the line without characters that nobody sees: soft hyphens, zero-width and direction
    marks, byte-order marks of files that were put together."""
    return "".join(char for char in line if char.isspace() or category(char) not in _UNSEEN)


def _articles(line: str, site: Site) -> Iterator[tuple[str, str | None]]:
    """Yield the addresses of articles on a line, whatever stands beside them; else the line and
    why it is of none."""
    found = _addresses(line)
    articles = [address for address in found if problem_of(address, site) is None]
    if articles:
        yield from ((address, None) for address in dict.fromkeys(articles))
    else:
        yield line, problem_of(found[0], site) if found else "no address"


def _addresses(line: str) -> list[str]:
    plain = line.replace("\\/", "/")  # as many programs write JSON
    words = (word.rstrip(".:!?}_~$") for word in _BETWEEN.split(plain))
    matches = filter(None, map(_ADDRESS.search, words))
    return [_whole(match[0]) for match in matches]


def _whole(address: str) -> str:
    return address if address.lower().startswith("http") else f"https://{address.lstrip('/')}"


def problem_of(url: str, site: Site) -> str | None:
    """Return why an address is not fetched; None for an article of the site."""
    address = site.address(url)
    if address.kind == "foreign":
        return foreign(url, site)
    return None if address.id else f"not an article ({address.kind})"


def foreign(url: str, site: Site) -> str:
    """Return, in words, that an address is not of a site, and which spider's it is, if any's."""
    other = registry.of_address(url)
    whose = f", but of {other.title} (scrapy crawl {other.name})" if other else ""
    return f"not an address of {site.title}{whose}"
