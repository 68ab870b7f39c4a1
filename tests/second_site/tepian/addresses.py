"""Addresses of Kabar Tepian: `https://kabartepian.example/sungai/12/judul`, page 2 at `?hal=2`."""

import re
from dataclasses import dataclass
from typing import Final

from newsspider.reading.address import Address
from newsspider.reading.normalized_url import tidy

HOST: Final = "kabartepian.example"
_ARTICLE = re.compile(r"/(?P<section>sungai|pasar)/(?P<number>[0-9]{1,9})/(?P<slug>[^/]+)")
_PAGE = re.compile(r"(?:^|&)hal=([0-9]{1,2})(?:&|$)")
_KINDS: Final = {"": "front", "/feed.xml": "feed", "/sungai": "section", "/pasar": "section"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAddress(Address):
    """An address of an article; the number is its identity, `offset` the page."""

    number: int
    slug: str
    offset: int = 0

    @property
    def id(self) -> str:
        """Return the identity, `tepian:12`."""
        return f"tepian:{self.number}"

    @property
    def canonical(self) -> str:
        """Return the address of page 1."""
        return f"https://{HOST}/{self.section}/{self.number}/{self.slug}"

    def page(self, offset: int) -> str:
        """Return the address of page 2 and on."""
        return f"{self.canonical}?hal={offset}"


def parse(url: str) -> Address:
    """Return what an address is of; never raises."""
    parts = tidy(url)
    if parts is None or parts.host != HOST:
        return Address("foreign")
    found = _ARTICLE.fullmatch(parts.path)
    if found is None:
        return Address(_KINDS.get(parts.path, "other"))
    page = _PAGE.search(parts.query)
    return ArticleAddress(
        kind="article",
        section=found["section"],
        number=int(found["number"]),
        slug=found["slug"],
        offset=int(page[1]) if page else 0,
    )
