"""The address of an article of SINDOnews, and the identity that it gives the article.

The number in it is no identity by itself, because the site started to count again from 1 in April
2020: see `ArticleAddress.id`.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from newsspider.reading.address import Address
from newsspider.sites.sindonews.number_counters import counter_of_page


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAddress(Address):
    """An address of an article, in whatever variant.

    `timestamp` (epoch seconds, the end of the address) is when the article was created or saved,
    usually some minutes before it was published. `generation` is the counter that `number` belongs
    to: `legacy` (until April 2020), `pena` (since), or a region. `settled` is False where the
    address alone does not tell: then it names the likelier one, and the page decides.
    """

    host: str
    form: str
    number: int
    channel: int | None
    slug: str
    timestamp: int | None
    generation: str
    settled: bool
    offset: int = 0
    whole: bool = False

    @property
    def id(self) -> str:
        """Return the identity of the article, the same for all its addresses.

        >>> from newsspider.sites.sindonews.addresses import parse
        >>> parse("http://soccer.sindonews.com/newsread/1290527/54/x-1521308147/10").id
        'sindonews:legacy:1290527'
        """
        return f"sindonews:{self.generation}:{self.number}"

    @property
    def canonical(self) -> str:
        """Return the address of page 1: https, no query, no fragment, `/read/` for `/newsread/`.

        >>> from newsspider.sites.sindonews.addresses import parse
        >>> parse("http://www.tekno.sindonews.com:80//read/3/122/x-1700000000/20/?a=b#c").canonical
        'https://tekno.sindonews.com/read/3/122/x-1700000000'
        """
        if self.form == "artikel":
            return f"https://{self.host}/artikel/{self.generation}/{self.number}/{self.slug}"
        form = "read" if self.form == "newsread" else self.form
        return f"https://{self.host}/{form}/{self.number}/{self.channel}/{self.slug}"

    @property
    def published_hint(self) -> datetime | None:
        """Return the instant at its end (UTC): no earlier was the article published."""
        return None if self.timestamp is None else datetime.fromtimestamp(self.timestamp, tz=UTC)

    @property
    def headline_slug(self) -> str:
        """Return the words of the headline, without the instant behind them."""
        return self.slug if self.timestamp is None else self.slug.rpartition("-")[0]

    @property
    def whole_text(self) -> str:
        """Return the address of the article's whole text on one page."""
        return f"{self.canonical}?showpage=all"

    def page(self, offset: int) -> str:
        """Return the address of a further page; `offset` is the site's (10 or 5 is page 2)."""
        return f"{self.canonical}/{offset}" if offset else self.canonical

    def is_same_article(self, other: Address) -> bool:
        """Return whether the numbers agree: the counter of an address may not be settled yet."""
        return self.number == other.number

    def preferred(self, stated: Address) -> Address:
        """Return the stated address, unless it is the poorer one, without the seconds."""
        if not isinstance(stated, ArticleAddress) or stated.form != self.form:
            return stated
        poorer = stated.timestamp is None and self.timestamp is not None
        return self if poorer else stated

    def settle(self, date_published: str, image: str | None) -> Address:
        """Return the address with the generation that the page tells, unless it tells itself."""
        if self.settled:
            return self
        return replace(self, generation=counter_of_page(date_published, image), settled=True)
