"""A page as it came: bytes, address and moment; its text, tree and JSON-LD on demand.

The bytes may be anything. Reading them never fails but for the limits that keep a parser alive.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final, Self
from urllib.parse import urljoin

from lxml import etree
from parsel import Selector
from propcache.api import cached_property

from newsspider.reading import json_ld
from newsspider.reading.html.element_index import ElementIndex
from newsspider.reading.html.head import Head, read_head
from newsspider.reading.html.lines import Visibility
from newsspider.reading.html.parsing.page_bytes import check_limits, decode, unquoted
from newsspider.reading.html.parsing.parser import parse
from newsspider.reading.html.style_sheets import hidden_classes
from newsspider.reading.not_an_article import NotAnArticle

_TAIL: Final = 8 * 1024
_END = re.compile(rb"</(?:body|html)", re.IGNORECASE)
_LOST_BLOCK: Final = b"\0" * 32


@dataclass(frozen=True)
class Page:
    """One answer of a site.

    `content_type` is the header of that name. `fetched_at` must be aware: it is when the bytes
    were seen, and the "now" of relative dates.
    """

    url: str
    body: bytes
    fetched_at: datetime
    content_type: str | None = None

    @classmethod
    def from_bytes(
        cls, url: str, body: bytes, fetched_at: datetime, content_type: str | None = None
    ) -> Self:
        """A page of bytes; a moment without zone is taken as UTC, which is what clocks keep.

        What a mail left in quoted-printable is decoded.
        """
        if fetched_at.tzinfo is None:
            fetched_at = fetched_at.replace(tzinfo=UTC)
        return cls(url, unquoted(bytes(body)), fetched_at, content_type)

    def __getstate__(self) -> dict[str, Any]:
        """Without the parsed tree, which cannot travel to another process."""
        names = ("url", "body", "fetched_at", "content_type")
        return {name: self.__dict__[name] for name in names}

    @cached_property
    def _decoded(self) -> tuple[str, str]:
        return decode(self.body, self.content_type)

    @property
    def encoding(self) -> str:
        """Python's name of the encoding that the bytes were read with."""
        return self._decoded[0]

    @property
    def text(self) -> str:
        """The decoded source."""
        return self._decoded[1]

    @cached_property
    def complete(self) -> bool:
        """Whether the page has its end, `</body>` or `</html>` in its last 8 KiB, and no hole.

        A block that a disc or cache lost is read as zeros.
        """
        if b"\0" in self.body:
            tail = self.body[-_TAIL:].replace(b"\0", b"")  # UTF-16 has two bytes a character
            return _END.search(tail) is not None and _LOST_BLOCK not in self.body
        start = max(0, len(self.body) - _TAIL)
        return self.body.rfind(b"</html>", start) >= 0 or _END.search(self.body, start) is not None

    @cached_property
    def source(self) -> bytes:
        """The page in UTF-8. Raises `NotAnArticle` beyond the limits."""
        check_limits(self.body, self.url)
        encoding, text = self._decoded
        # A body cut within a character ends with a byte that `text` lacks.
        as_it_came = encoding == "utf-8" and self.body[-1:].isascii()
        source = self.body if as_it_came else text.encode("utf-8", "replace")
        return source.replace(b"\0", b"")  # a browser passes over it

    @cached_property
    def _parsed(self) -> tuple[etree._Element, bool]:
        root, cut = parse(self.source)
        if root is None:
            raise NotAnArticle("empty", self.url)
        return root, cut

    @property
    def is_parsed(self) -> bool:
        """Whether the tree was asked for already."""
        return "_parsed" in vars(self)

    @property
    def root(self) -> etree._Element:
        """The tree. Raises `NotAnArticle` for an empty page and beyond the limits."""
        return self._parsed[0]

    @property
    def kept_root(self) -> etree._Element:
        """What is in the tree, for what has seen to it that nothing left out counts."""
        return self._parsed[0]

    @property
    def dated_root(self) -> etree._Element:
        """The tree, for what reads nothing of it but dates."""
        return self._parsed[0]

    def check_tree(self) -> None:
        """Raise `NotAnArticle` for a page that has no tree: empty, or beyond the limits."""
        assert self._parsed[0] is not None

    @property
    def too_deep(self) -> bool:
        """Whether the parser gave up: deeper than 2,048 levels, all that follows is lost."""
        return self._parsed[1]

    @cached_property
    def head(self) -> Head:
        """What the head of the page says."""
        return read_head(self._parsed[0])

    @cached_property
    def index(self) -> ElementIndex:
        """Find the elements of the page."""
        return ElementIndex(self._parsed[0])

    def iter(self, *tags: str) -> Iterator[etree._Element]:
        """Yield every element of some tags, in order, those in menus too."""
        return self.root.iter(*tags)

    def iter_own(self, *tags: str) -> Iterator[etree._Element]:
        """Yield every element of some tags that may name the article by its number, in order."""
        return self._parsed[0].iter(*tags)

    def iter_kept(self, *tags: str) -> Iterator[etree._Element]:
        """Yield the elements of some tags that are in the tree, in order."""
        return self._parsed[0].iter(*tags)

    @property
    def left_out_paragraphs(self) -> int:
        """How many characters the paragraphs have, at most, that are not in the tree."""
        return 0

    @property
    def left_out_sheets(self) -> Sequence[str]:
        """The style sheets that are not in the tree."""
        return ()

    def elements(self, css: str) -> list[etree._Element]:
        """Return what a selector finds in the page, in order; see `ElementIndex.select`."""
        return self.index.select(css)

    @cached_property
    def hidden_classes(self) -> frozenset[str]:
        """The classes that the page's own style sheets hide."""
        sheets = [sheet.text or "" for sheet in self.iter_kept("style")]
        return hidden_classes((*self.left_out_sheets, *sheets))

    @cached_property
    def _visibility(self) -> Visibility:
        return Visibility(self.index.unread)

    def shown(self, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Yield the elements that are seen: neither they nor what they stand in is hidden."""
        return self._visibility.shown(elements)

    def is_shown(self, element: etree._Element) -> bool:
        """Return whether an element is seen: neither it nor what it stands in is hidden."""
        return self._visibility.is_shown(element)

    @cached_property
    def base_url(self) -> str:
        """What relative links are joined to: the first `<base href>`, else the page's address.

        A template's is none, nor one for readers without scripts.
        """
        stated = ((base, href) for base in self.iter("base") if (href := base.get("href")))
        within = ("noscript", "template")
        own = (href for base, href in stated if next(base.iterancestors(*within), None) is None)
        href = next(own, "")
        try:
            url = urljoin(self.url, href.strip())
        except ValueError:
            return self.url
        return url if url.startswith(("https://", "http://")) else self.url

    @cached_property
    def _json_ld_blocks(self) -> dict[str, list[dict[str, Any]]]:
        return {}

    def json_ld(self, *types: str) -> list[dict[str, Any]]:
        """The JSON-LD objects of these types, in order; `@graph` and lists are unpacked.

        Blocks that name none of the types are not parsed: most are about the site.
        """
        blocks = self._json_ld_blocks
        stems = _stems(types)
        for block in self.head.json_ld:
            if block not in blocks and any(map(block.__contains__, stems)):
                blocks[block] = json_ld.objects([block])
        items = [item for block in self.head.json_ld for item in blocks.get(block, ())]
        return json_ld.of_type(items, *types)

    @property
    def json_ld_broken(self) -> bool:
        """Whether a JSON-LD block was asked for that could not be read."""
        return not all(self._json_ld_blocks.values())

    @cached_property
    def selector(self) -> Selector:
        """For people who try things in `scrapy shell`; extraction itself uses `index`."""
        return Selector(root=self.root, type="html")

    def need_whole(self) -> None:
        """Say that what is read of the page is in doubt, so that no menu may be left out of it."""

    def need_apart(self, box: etree._Element | None) -> None:
        """Say that all within a box is looked at, so that nothing may be left out of it."""

    def need_all_dates(self) -> None:
        """Say that the date is in doubt, so that no menu with a date may be left out."""
        assert self.dated_root is not None


@lru_cache(maxsize=32)
def _stems(types: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest of the names: a text without "Article" has no "NewsArticle" either."""
    return tuple(t for t in types if not any(s in t for s in types if s != t))
