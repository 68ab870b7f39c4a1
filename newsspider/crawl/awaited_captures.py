"""The captures of the articles on their way: what stands in an archive in place of the site."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from newsspider.reading.address import Address
from newsspider.store.files.events import ArchivedFrom
from newsspider.warc.index.cdx_answer import CdxEntry
from newsspider.warc.read.capture import Capture

_OF_CRAWLS: Final[WeakKeyDictionary[Crawler, "AwaitedCaptures"]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Held:
    """A capture in hand: the address of the WARC file it is out of, and where it begins there."""

    capture: Capture
    file: str
    offset: int

    @property
    def url(self) -> str:
        """Return the address that was captured."""
        return self.capture.url

    @property
    def date(self) -> datetime:
        """Return the moment of the capture."""
        return self.capture.date


Found = CdxEntry | Held
"""A capture that an index lists, or one that was read already."""

_Place = tuple[str, int, bool]
"""Identity of an article, which of its pages, and whether that is the whole text."""


class AwaitedCaptures:
    """Finds the capture of a page by its address, and remembers where an article came from.

    The captures of a page are in the order in which they are to be tried.
    """

    def __init__(self, address: Callable[[str], Address]) -> None:
        self._address = address
        self._found: dict[str, dict[_Place, list[Found]]] = {}
        self._archived: dict[str, ArchivedFrom] = {}

    @property
    def are_awaited(self) -> bool:
        """Tell whether an article is on its way."""
        return bool(self._found)

    def put(self, identity: str, captures: Iterable[Found]) -> None:
        """Hold the captures of an article until `forget`."""
        pages = self._found.setdefault(identity, {})
        for found in captures:
            address = self._address(found.url)
            pages.setdefault((identity, address.offset, address.whole), []).append(found)

    def of_page(self, url: str) -> list[Found]:
        """Return the captures of the page at an address; whoever finds one unfit takes it out."""
        address = self._address(url)
        identity = address.id or ""
        return self._found.get(identity, {}).get((identity, address.offset, address.whole), [])

    def forget(self, identity: str) -> None:
        """Let go of the captures of an article that was read, or that none of them shows."""
        self._found.pop(identity, None)

    def came_from(self, identity: str, place: ArchivedFrom) -> None:
        """Remember where an article was read, until it is stored."""
        self._archived[identity] = place

    def provenance(self, identity: str) -> ArchivedFrom | None:
        """Return where an article was read; None for one of the site itself."""
        return self._archived.get(identity)

    def stored(self, identity: str) -> None:
        """Let go of where an article was read."""
        self._archived.pop(identity, None)


def begin_captures(crawler: Crawler, address: Callable[[str], Address]) -> AwaitedCaptures:
    """Make the captures of a crawl that reads an archive, `address` being the site's."""
    captures = _OF_CRAWLS[crawler] = AwaitedCaptures(address)
    return captures


def find_captures(crawler: Crawler) -> AwaitedCaptures | None:
    """Return the captures of a crawl; None for one of the site itself."""
    return _OF_CRAWLS.get(crawler)
