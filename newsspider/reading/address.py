"""What an address of a news site is of: parsed once, then handed on as a value."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Address:
    """An address and what it is of; the address of an article is a subclass that a site defines.

    `kind` is "article" for text that is stored; else "front", "section", "index", "topic",
    "author", "search", "feed" or "sitemap" for what lists articles, "foreign" for an address off
    the site, or a word of the site's own ("video"). `section` is the name that `-a sections=`
    knows, empty where the address tells none.
    """

    kind: str
    section: str = ""

    @property
    def id(self) -> str | None:
        """Identity of the article (`site:…`), whatever its address; None for no article."""
        return None

    @property
    def canonical(self) -> str | None:
        """Address of page 1 as records state it: https, no query; None for no article."""
        return None

    @property
    def published_hint(self) -> datetime | None:
        """Instant that the address names (aware): no earlier was the article published."""
        return None

    @property
    def whole_text(self) -> str | None:
        """Address of the whole text on one page; None where the site has no such page."""
        return None

    @property
    def whole(self) -> bool:
        """Whether the address is that of the whole text on one page."""
        return False
