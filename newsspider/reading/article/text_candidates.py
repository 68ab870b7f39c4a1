"""The texts of a page that may be the article's: where the layout has it, elsewhere, in data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.foreign_boxes import foreign_boxes, hidden_by_style
from newsspider.reading.body.assemble import Assembled, assemble
from newsspider.reading.body.container import TextPlace, Tried
from newsspider.reading.finder.page_data import carried
from newsspider.reading.finder.text_home import find
from newsspider.reading.html.element_index import string_of
from newsspider.reading.text import letters
from newsspider.reading.trust import topic_match
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.foreign.behind_the_signature import signed_part

_OPENING: Final = 40  # letters of a box by which it is known
Opening = Callable[[ArticlePage], frozenset[etree._Element]]
"""Tells which elements are looked at though their tags say that they are no text."""


@dataclass(frozen=True)
class Candidate:
    """A text that may be the article's, read off pages in one way."""

    text: Assembled
    page: ArticlePage
    doubtful: bool

    @property
    def paragraphs(self) -> list[str]:
        """The paragraphs of the text."""
        return self.text.content.paragraphs

    @property
    def signed(self) -> bool:
        """Whether the editor's initials close the text."""
        return self.text.content.editor is not None

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the text, in lower case."""
        return letters("".join(self.paragraphs))

    @property
    def length(self) -> int:
        """How many letters and digits the text has."""
        return len(self.letters)


def at_the_layouts_place(pages: Sequence[ArticlePage], claims: Claims) -> Candidate | None:
    """Return the text where the layout has it, without the boxes in it that are foreign."""
    if all(page.container is None for page in pages):
        return None
    doubtful: list[etree._Element] = []
    sorted_pages = []
    for page in pages:
        foreign, doubts = foreign_boxes(page, claims)
        doubtful += doubts
        if foreign:
            page = page.with_text_at(page.text_place._replace(skip=foreign))
        sorted_pages.append(page)
    return _candidate(sorted_pages, claims, doubtful)


def elsewhere(
    pages: Sequence[ArticlePage], claims: Claims, opening: Opening = lambda page: frozenset()
) -> Candidate | None:
    """Return the text where a page of an unknown layout has it.

    `opening` tells where else it may be.
    """
    doubtful: list[etree._Element] = []
    found_pages = []
    for number, page in enumerate(pages):
        opened = opening(page)
        found = find(page.page.root, None if number else page.headline, claims, opened)
        if found is None:
            found_pages.append(page.with_text_at(TextPlace(None)))
            continue
        tried = (*page.text_place.tried, Tried("found", "prose", found.container))
        hidden, doubts = hidden_by_style(page, found.container)
        skip = hidden.union(found.skip)
        through = opened.union(found.through)
        place = TextPlace(found.container, (), skip, through, tried=tried, named=False)
        found_pages.append(page.with_text_at(place))
        doubtful += (*doubts, *found.doubtful)
    return _candidate(found_pages, claims, doubtful)


def in_data(page: ArticlePage, claims: Claims) -> Candidate | None:
    """Return the longest text in the page's data that is about what the page says."""
    read = (
        _candidate([page.with_text_at(TextPlace(box))], claims, [])
        for box in carried(page.page, page.news_article, claims)
    )
    usable = (one for one in read if one and topic_match.is_of(one.paragraphs, claims))
    return max(usable, key=lambda one: one.length, default=None)


def _candidate(
    pages: Sequence[ArticlePage], claims: Claims, doubtful: Sequence[etree._Element]
) -> Candidate | None:
    """The text of some pages, up to the initials that close it, with no doubt of what is behind."""
    text = assemble(pages)
    if text is None:
        return None
    said = text.content.paragraphs
    signed = signed_part(said, claims)
    if signed is not None:
        behind = "".join(map(letters, said[len(signed[0]) :]))
        doubtful = [box for box in doubtful if letters(string_of(box))[:_OPENING] not in behind]
        text.content.paragraphs, text.content.editor = signed
    return Candidate(text, pages[0], bool(doubtful))
