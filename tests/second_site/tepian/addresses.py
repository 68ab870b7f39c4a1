"""Addresses of Kabar Tepian: `https://kabartepian.example/sungai/12/judul`, page 2 at `?hal=2`."""

import re
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.normalized_url import tidy

HOST: Final = "kabartepian.example"
_ARTICLE = re.compile(r"/(?P<section>sungai|pasar)/(?P<number>[0-9]{1,9})/(?P<slug>[^/]+)")
_PAGE = re.compile(r"(?:^|&)hal=([0-9]{1,2})(?:&|$)")
_KINDS: Final = {"": "front", "/feed.xml": "feed", "/sungai": "section", "/pasar": "section"}


def parse(url: str) -> Address:
    """Return what an address is of; never raises. The number is an article's identity."""
    parts = tidy(url)
    if parts is None or parts.host != HOST:
        return Address("foreign")
    found = _ARTICLE.fullmatch(parts.path)
    if found is None:
        return Address(_KINDS.get(parts.path, "other"))
    page = _PAGE.search(parts.query)
    canonical = f"https://{HOST}{found[0]}"
    return SettledAddress(
        kind="article",
        section=found["section"],
        id=f"tepian:{found['number']}",
        canonical=canonical,
        headline_slug=found["slug"],
        pages=f"{canonical}?hal={{}}",
        offset=int(page[1]) if page else 0,
    )
