"""How a site sets its articles in HTML: the tables that reading them is given.

Everything here is data. A site states what only it has; what any Indonesian news page has is the
default, or stands where it is read.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from propcache.api import cached_property

from newsspider.items import Evidence
from newsspider.reading.address import Address
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.html.selectors import classes_of, compiled, names_of

if TYPE_CHECKING:
    from newsspider.reading.fields.loader import ArticleLoader

NEVER: Final = re.compile(r"(?!)")
"""Matches nothing: what a site does not have."""

_HEADINGS: Final = {
    "berita terkait": "related", "artikel terkait": "related", "terkait": "related",
    "baca juga": "related", "rekomendasi": "recommended", "rekomendasi untuk anda": "recommended",
    "berita terkini": "latest", "terkini": "latest", "berita terbaru": "latest",
    "terbaru": "latest", "infografis": "infographics",
}  # fmt: skip
_OTHER_HEADINGS: Final = frozenset((
    "terpopuler", "berita terpopuler", "populer", "berita populer", "paling populer", "trending",
    "pilihan", "pilihan editor", "pilihan redaksi", "video", "video terkini", "foto", "topik",
    "indeks", "komentar", "berita lainnya", "lainnya",
))  # fmt: skip


@dataclass(frozen=True, kw_only=True, eq=False)
class Publisher:
    """The names of the house, as bylines, datelines and headlines print them.

    `own` and `sisters` are regular expressions, read without regard to case: the house itself, and
    those whose texts it reprints with their name where its own would stand.
    """

    bylines: frozenset[str] = frozenset()
    """Names that stand where an author is unknown, in lower case."""
    own: str
    alone: str
    """The house's name where it opens a text and no place does."""
    sisters: str = NEVER.pattern
    title_suffix: re.Pattern[str] = NEVER
    """What the head of the page puts behind the headline."""


@dataclass(frozen=True, kw_only=True, eq=False)
class TextMarkup:
    """What stands in the running text of a site and is none, by class, id and wording."""

    noise: frozenset[str] = frozenset()
    """Classes of boxes that are no text."""
    noise_prefixes: tuple[str, ...] = ()
    """How a class or id of such a box begins."""
    noise_ids: frozenset[str] = frozenset()
    asides: frozenset[str] = frozenset()
    """Classes of boxes of links to other articles."""
    aside_prefixes: tuple[str, ...] = ()
    """How a class or id of such a box begins."""
    paragraphs: frozenset[str] = frozenset()
    """Classes of what is a paragraph of its own, whatever its tag."""
    advertisements: tuple[str, ...] = ()
    """How a class or id of an advertisement begins, which may lack its end tag."""
    closing: frozenset[str] = frozenset()
    """Classes of what stands behind the text; an advertisement that holds any was never closed."""
    promotion: re.Pattern[str] = NEVER
    """Matches a whole paragraph that advertises the site, or tells of its pages."""
    signed: bool = False
    """Whether the site's texts are closed by their editor's initials, so that one without them is
    perhaps not where the text is."""
    capitals_close: bool = False
    """Whether names in capitals close a text, of its writers or of the agency it is from."""
    promotion_starts: tuple[str, ...] = ()
    """How such a paragraph begins, in lower case: most paragraphs need no closer look."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ImageMarkup:
    """How a site files its pictures, and where a lead image and its caption stand.

    `path` finds the year, month, day and number of the article that an address of a picture is
    filed under; without it a picture is nobody's.
    """

    path: re.Pattern[str] | None = None
    placeholders: tuple[str, ...] = ()
    """Parts of addresses of pictures that stand in for the one not yet loaded, in lower case."""
    in_text: tuple[str, ...] = ("figure",)
    """Selectors of boxes with a picture in the running text."""
    captions: frozenset[str] = frozenset()
    """Classes of the line under a picture."""
    captioned: frozenset[str] = frozenset()
    """Classes of boxes whose text, beside the picture, is its caption."""
    credits: frozenset[str] = frozenset()
    """Classes of what says, within such a text, whom the picture is from."""

    def filed_under(self, url: str) -> tuple[date, int] | None:
        """Return the day and the number of the article that a picture is filed under, or None."""
        found = self.path.search(url) if self.path else None
        if found is None:
            return None
        try:
            day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            return None
        return day, int(found["number"])


@dataclass(frozen=True, kw_only=True, eq=False)
class ListMarkup:
    """The lists of links around an article, by the field of the record that they fill.

    Raises `NoSelectorError` when a text is no selector.
    """

    headings: Mapping[str, str] = field(default_factory=lambda: _HEADINGS)
    """Field by heading, in lower case."""
    other_headings: frozenset[str] = _OTHER_HEADINGS
    """Headings of lists that are of the site, not of the article."""
    heading_classes: tuple[str, ...] = ()
    """Classes of the headings of lists, surest first."""
    boxes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Selectors of the boxes of a list by field, for lists without a known heading."""
    no_story: re.Pattern[str] = NEVER
    """Finds addresses of what is not to be read: sections, topics."""

    def __post_init__(self) -> None:
        """Take every selector apart, so that a wrong one ends the import that states it."""
        for css in (*self.heading_selectors, *(css for box in self.boxes.values() for css in box)):
            compiled(css)

    @cached_property
    def heading_selectors(self) -> tuple[str, ...]:
        """The selectors of headings by class."""
        return tuple(f".{name}" for name in self.heading_classes)


@dataclass(frozen=True, kw_only=True, eq=False)
class Paging:
    """How a site splits an article over pages.

    `leads_on` finds what an address of a further page or of the whole text has, whatever element
    links to it; `total` finds the number of pages that a script names, near `total_word`.
    """

    leads_on: re.Pattern[str] = NEVER
    words: tuple[str, ...] = ("",)
    """What such an address has any of, asked of all links of a page at once."""
    total_word: str = ""
    total: re.Pattern[str] = NEVER
    label: str = "data-ci-pagination-page"
    """Attribute in which a link holds the number of the page it leads to."""


@dataclass(frozen=True, kw_only=True, eq=False)
class DateMarkup:
    """What the dates of a site's pages are worth, where that is not what they say."""

    untrue: frozenset[str] = frozenset()
    """Names of `<meta>` and keys of JSON-LD whose dates are known to be others than they say: a
    constant of the template, the day of creation, WIB that is called UTC."""
    local: frozenset[str] = frozenset()
    """Names of `<meta>` whose clock is that of Jakarta, whatever zone they state: `…-07:00`."""
    first: Evidence = "visible"
    """Which evidence of publication wins over all others: "json_ld" where the visible line tells
    when an article was last changed."""


@dataclass(frozen=True, kw_only=True, eq=False)
class SiteMarkup:
    """All that reading the articles of one site needs to know of the site."""

    site: str
    """Name of the site in records."""
    address: Callable[[str], Address]
    layouts: tuple[Layout, ...]
    """Newest first; the first whose signature is on a page is the page's."""
    publisher: Publisher
    front: Callable[[str], str]
    """Return the address of a section's front page; of the whole site's for no section."""
    text: TextMarkup = field(default_factory=TextMarkup)
    image: ImageMarkup = field(default_factory=ImageMarkup)
    lists: ListMarkup = field(default_factory=ListMarkup)
    paging: Paging = field(default_factory=Paging)
    dates: DateMarkup = field(default_factory=DateMarkup)
    author_key: str = "author"
    """Key of JSON-LD that names the authors; empty where "author" is who edited the text."""
    loader: "type[ArticleLoader] | None" = None
    """An `ArticleLoader` with processors of the site's own; None where none are needed."""
    index_boxes: tuple[str, ...] = ()
    """Selectors of what only a list of articles has."""
    gates: tuple[str, ...] = ()
    """Selectors of what asks to log in or to subscribe where the rest of a text would stand."""

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class that a selector of the site names."""
        return classes_of(self._selectors())

    @cached_property
    def names(self) -> frozenset[bytes]:
        """Every class and id that a selector of the site names, as a page has them."""
        return frozenset(name.encode() for name in names_of(self._selectors()))

    def _selectors(self) -> Iterator[str]:
        for layout in (*self.layouts, GENERIC):
            yield from layout.selectors()
        for boxes in self.lists.boxes.values():
            yield from boxes
        yield from self.lists.heading_selectors
        yield from (*self.image.in_text, *self.index_boxes, *self.gates)
