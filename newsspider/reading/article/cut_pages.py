"""Pages that do not hold all of their article's text, by what stands around and behind it."""

import re
from itertools import islice
from typing import Final

from newsspider.reading.article.article_page import NEWS_TYPES, ArticlePage
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.html.seen_texts import texts_in
from newsspider.reading.trust import completeness

_FOOTER: Final = 5  # elements, more than a proxy puts below a page that it closes
_BLANKS = re.compile(r"[^\s] {40,}[^\s]")
_MENU: Final = 12  # links of a page that has a menu, and then a footer too


def is_last_of_page(page: ArticlePage) -> bool:
    """Return whether next to nothing follows a text in a known layout, but much precedes it."""
    if page.layout is GENERIC or page.container is None:
        return False
    path = (page.container, *page.container.iterancestors())
    behind = (part for box in path for sibling in box.itersiblings() for part in sibling.iter())
    if len(list(islice(behind, _FOOTER))) == _FOOTER:
        return False
    return len(list(islice(page.page.iter("a"), _MENU))) == _MENU


def is_torn(page: ArticlePage) -> bool:
    """Return whether a piece of a text is missing: blanks stand there, or a link is not closed.

    A link whose quote was not closed has tags in its address, before its query.
    """
    if page.container is None:
        return False
    if any(_BLANKS.search(text) for _, text in texts_in(page.container)):
        return True
    return any(
        "<" in (link.get("href") or "").partition("?")[0] for link in page.container.iter("a")
    )


def is_behind_a_wall(page: ArticlePage) -> bool:
    """Return whether the rest of a text is for subscribers: the page shows it, or its data."""
    if any(map(page.page.elements, page.markup.gates)):
        return True
    items = () if page.layout.shows_gates else page.page.json_ld(*NEWS_TYPES, "WebPage")
    return completeness.is_said_not_free([*items])
