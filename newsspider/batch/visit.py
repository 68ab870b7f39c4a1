"""The captures of an article that belong together: what a crawl would have fetched for it."""

from dataclasses import dataclass, field

from newsspider.batch.archived_page import ArchivedPage
from newsspider.extract import Listed, NotAnArticle
from newsspider.items import Article
from newsspider.reading.address import Address
from newsspider.sites.site import Site
from newsspider.sites.whole_article import Steps, whole_article

Place = tuple[int, bool]
"""Where a page stands in its article: its offset, and whether it has the whole text."""


def place_of(address: Address) -> Place:
    """Return where in its article the page at an address stands."""
    return address.offset, address.whole


@dataclass
class Visit:
    """An article that is put together of its pages.

    The first page 1 or whole text is the one that was asked for, as a crawl asks; the others are
    its further pages. `listed` is what a listing said of it.
    """

    site: Site
    url: str
    listed: Listed | None = None
    is_told: bool = False
    """Whether the article was read or refused: pages still to come add nothing."""
    places: set[Place] = field(default_factory=set)
    """Where the pages stand that came."""
    _first: Place | None = None
    _pages: dict[Place, ArchivedPage] = field(default_factory=dict)
    _so_far: Article | NotAnArticle | None = None
    """What the pages amount to that came before they were let go of."""
    _steps: Steps | None = None
    _asked: str | None = None
    """Address of the page for which the steps wait."""

    def add(self, place: Place, page: ArchivedPage) -> None:
        """Take a page in."""
        self.places.add(place)
        if self._so_far is not None:
            self._so_far = None  # with this page from the start
        if self._first is None and not place[0]:
            self._first = place
        self._pages[place] = page

    @property
    def is_begun(self) -> bool:
        """Return whether page 1 or the whole text came, which others follow."""
        return self._first is not None

    def article(self, *, is_over: bool) -> Article | None:
        """Return the article; None while pages are missing, unless `is_over`: none will come.

        Of pages without a first one none is made. Raises `NotAnArticle`.
        """
        if is_over and self._so_far is not None:
            if isinstance(self._so_far, NotAnArticle):
                raise self._so_far
            return self._so_far
        if self._first is None:
            return None
        if self._steps is None:
            first, thrifty = self._pages[self._first].page(), self._first[1]
            self._steps = whole_article(self.site, first, self.listed, thrifty=thrifty)
            self._asked = None
        try:
            self._asked = self._asked or next(self._steps)
            while (place := place_of(self.site.address(self._asked))) in self._pages or (
                is_over or self._was_not_had(place)
            ):
                page = self._pages[place].page() if place in self._pages else None
                self._asked = self._steps.send(page)
        except StopIteration as end:
            article: Article = end.value
            return article
        return None

    def _was_not_had(self, place: Place) -> bool:
        """Tell whether a crawl went on without the page: to pages since it had no whole text."""
        return place[1] and any(offset for offset, _ in self._pages)

    def let_go(self) -> None:
        """Let go of the pages, which may be wanted much later, or never.

        What they amount to is read first, since they are parsed now.
        """
        try:
            self._so_far = self.article(is_over=True)
        except NotAnArticle as reason:
            self._so_far = reason.with_traceback(None)  # which holds the pages
        self._steps = None  # as these do
        for page in self._pages.values():
            page.let_go()

    def tell(self) -> None:
        """Let go of the pages: the article was read or refused."""
        self.is_told, self._so_far, self._steps = True, None, None
        self._pages.clear()
