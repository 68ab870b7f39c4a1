"""The pages of an article as most news sites name them, in the query of its address."""

import re
from typing import NamedTuple


class PageQuery(NamedTuple):
    """How a site names the pages of an article in the query: `page=2`, `page=all`.

    `whole` is the parameter of the whole text on one page, empty where a site has none.
    """

    name: str = "page"
    whole: str = ""

    def offset(self, query: str) -> int:
        """Return the number of a further page, 2 or more; 0 for page 1 and for other queries.

        >>> PageQuery().offset("utm_source=wa&page=3"), PageQuery().offset("page=1")
        (3, 0)
        """
        found = re.search(rf"(?:\A|&){re.escape(self.name)}=([0-9]{{1,3}})(?:&|\Z)", query)
        number = int(found[1]) if found else 0
        return number if number > 1 else 0

    def is_whole(self, query: str) -> bool:
        """Return whether a query asks for the whole text.

        >>> PageQuery(whole="page=all").is_whole("page=all")
        True
        """
        return bool(self.whole) and self.whole in query.split("&")

    @property
    def leads_on(self) -> re.Pattern[str]:
        """The pattern of `Paging.leads_on`: what an address of the rest of an article has."""
        whole = f"|{re.escape(self.whole)}" if self.whole else ""
        return re.compile(rf"[?&](?:{re.escape(self.name)}=[0-9]{{1,3}}{whole})(?:[&#]|\Z)")
