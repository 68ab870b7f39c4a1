"""What a layout is: where on the page each field stands, and by what the layout is known."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields

from newsspider.reading.html.selectors import compiled
from newsspider.reading.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout of a site, named for the years in which pages were served with it.

    Every field but `name` and `signature` lists CSS selectors, best first. `signature` are groups
    of selectors: the layout is on the page when every selector of one group finds something. The
    day of the crawl decides the layout, not that of publication: an article of 2022 fetched in
    2025 comes in the layout of 2025.

    `parts` are for a text in several containers, of which `body` finds the first alone. `noise`
    selects what is no text within the text, `text` what is though it is hidden or set in a tag or
    class of what is none. `shows_gates` says that a text without a gate of the site behind it is
    whole, whatever the data say of a subscription. `own_headline` says that the head has another
    headline on purpose, so that the first selector alone tells the one of the page. `more` adds a
    field: selectors by the name of any field of the record, whose values `ArticleLoader` makes like
    those of all others.

    Raises `NoSelectorError` when a text is no selector.
    """

    name: str
    signature: tuple[tuple[str, ...], ...]
    headline: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    noise: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    shows_gates: bool = False
    own_headline: bool = False
    more: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def is_on(self, page: Page) -> bool:
        """Return whether a page is in the layout."""
        return any(all(map(page.elements, group)) for group in self.signature)

    def __post_init__(self) -> None:
        """Take every selector apart, so that a wrong one ends the import that states it."""
        for css in self.selectors():
            compiled(css)

    def selectors(self) -> Iterator[str]:
        """Yield every selector of the layout."""
        for group in self.signature:
            yield from group
        for place in fields(self):
            if place.name not in ("name", "signature", "shows_gates", "own_headline", "more"):
                yield from getattr(self, place.name)
        for selectors in self.more.values():
            yield from selectors
