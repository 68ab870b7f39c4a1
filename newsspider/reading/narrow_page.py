"""A page of an article without those of its parts in which nothing counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Self

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.html.element_index import ElementIndex
from newsspider.reading.html.parsing.last_boxes import MARK_CLASS, without_last_boxes
from newsspider.reading.html.parsing.menus import Kept, WholePageNeeded, without_menus
from newsspider.reading.html.parsing.parser import parse_narrow
from newsspider.reading.html.parsing.plain_menu import menu_beside
from newsspider.reading.page import Page

_BOXES: Final = frozenset((
    "article", "aside", "body", "center", "div", "form", "html", "main", "section",
))  # fmt: skip
_NOTHING: Final = Kept(b"", frozenset())


def narrow_page(page: Page, names: frozenset[bytes], own: bytes) -> Page:
    """Return the page of an article without what changes nothing if it is not parsed, or the page.

    See `menu_beside` for `names` and `own`. What is parsed already is returned as it is. Raises
    `NotAnArticle` beyond the limits.
    """
    if page.is_parsed:
        return page
    known = vars(page)
    if "_narrowed" not in known:
        kept = without_menus(page.source, partial(menu_beside, names=names, own=own))
        # Not the page itself: its tree would wait for the collection of cycles.
        known["_narrowed"] = kept and NarrowPage.of(page, without_last_boxes(kept, names, own))
    return known["_narrowed"] or page


@dataclass(frozen=True)
class NarrowPage(Page):
    """A page of which the menus were not parsed.

    Raises `WholePageNeeded` for what they may have.
    """

    kept: Kept = _NOTHING

    @classmethod
    def of(cls, page: Page, kept: Kept) -> Self:
        """Return a page without its menus, with what is known of it."""
        narrow = cls(page.url, page.body, page.fetched_at, page.content_type, kept)
        vars(narrow)["_decoded"] = page._decoded
        return narrow

    @property
    def source(self) -> bytes:
        return self.kept.source

    @cached_property
    def _parsed(self) -> tuple[etree._Element, bool]:
        parsed = parse_narrow(self.source)
        if parsed is None:
            raise WholePageNeeded("end")
        return parsed

    @cached_property
    def _around(self) -> frozenset[etree._Element]:
        """What the boxes behind the page's last link stood in, if they were left out."""
        found: frozenset[etree._Element] = frozenset()
        for place in self._parsed[0].iter("footer", "hr"):
            if place.tag == "footer":
                _check_place(frozenset(place.iterancestors()))
            elif self.kept.marked and place.get("class") == MARK_CLASS:
                found = _check_place(frozenset(place.iterancestors()))
        if self.kept.marked and not found:
            raise WholePageNeeded("text")  # is what looked like boxes
        return found

    @property
    def left_out_paragraphs(self) -> int:
        """How many characters the paragraphs have, at most, that are not in the tree."""
        return self.kept.paragraphs

    @property
    def left_out_sheets(self) -> Sequence[str]:
        return [sheet.decode() for sheet in self.kept.sheets]

    def need_whole(self) -> None:
        raise WholePageNeeded("doubt")

    def need_apart(self, box: etree._Element | None) -> None:
        if box in self._around:
            raise WholePageNeeded("boxes")

    @property
    def root(self) -> etree._Element:
        """What walks through the whole page may find anything in the menus."""
        raise WholePageNeeded("root")

    @property
    def dated_root(self) -> etree._Element:
        if self.kept.dated:
            raise WholePageNeeded("dates")
        return self._parsed[0]

    @cached_property
    def index(self) -> ElementIndex:
        """Find the elements that stand outside the menus."""
        return ElementIndex(self._parsed[0], self.kept.left_out, self._around)

    def iter(self, *tags: str) -> Iterator[etree._Element]:
        """Yield every element of some tags that the menus do not have, in order."""
        if not self.kept.left_out.isdisjoint(tags):
            raise WholePageNeeded(" ".join(tags))
        return self._parsed[0].iter(*tags)


def _check_place(around: frozenset[etree._Element]) -> frozenset[etree._Element]:
    """Return what something stood in that was left out.

    Raises `WholePageNeeded` for what was not closed where it should be, a link or a caption, since
    all words within are its own.
    """
    if not _BOXES.issuperset(box.tag for box in around):
        raise WholePageNeeded("place")
    return around
