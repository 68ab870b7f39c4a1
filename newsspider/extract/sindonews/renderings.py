"""The renderings of one article: page 1, pages 2.., the whole text; and the body they give."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from newsspider.extract.errors import NotAnArticle
from newsspider.extract.marks import string_of
from newsspider.extract.page import Page
from newsspider.extract.sindonews.body import Text, joined, read
from newsspider.extract.sindonews.boxes import absolute
from newsspider.extract.sindonews.column import Column
from newsspider.extract.sindonews.further import total_pages
from newsspider.extract.sindonews.layouts import GENERIC, LAYOUTS, Layout, recognise
from newsspider.extract.sindonews.refusals import check_bytes
from newsspider.extract.sindonews.urls import ArticleAddress, parse
from newsspider.extract.text import clean

_PAGE_NUMBER = re.compile(r"\d{1,3}")
_ENOUGH: Final = 20  # characters of a body that is worth reading


@dataclass
class Rendering:
    """One page of an article with the layout it came in.

    `offset` 0 is page 1; `number` is that of the article as it stands in addresses, `/652711/`.
    """

    page: Page
    layout: Layout
    offset: int
    whole: bool
    number: str | None = None
    container: etree._Element | None = None

    @cached_property
    def page_links(self) -> list[tuple[int, int]]:
        """Page number and offset of each link to a further page of the article."""
        return _page_links(self)


@dataclass(slots=True)
class Body:
    """The text of all renderings, and whether it is all there is."""

    text: Text
    complete: bool
    page_count: int


@dataclass(frozen=True, slots=True)
class _Part:
    """A page that was read."""

    rendering: Rendering
    text: Text


def readable(pages: Iterable[Page]) -> list[Rendering]:
    """The pages that can be parsed, page 1 first.

    Raises `NotAnArticle` with the reason of the first when none can.
    """
    found: list[Rendering] = []
    refused: list[NotAnArticle] = []
    for page in pages:
        try:
            check_bytes(page)
            found.append(_rendering(page))
        except NotAnArticle as refusal:
            refused.append(refusal)
    if not found:
        raise refused[0]
    return sorted(found, key=lambda rendering: (rendering.whole, rendering.offset))


def _rendering(page: Page) -> Rendering:
    layout = recognise(page.marks)
    rendering = Rendering(page, layout, 0, "showpage=all" in page.url)
    rendering.container = container(page, layout)
    own, stated = parse(page.url), parse(page.marks.canonical or "")
    if isinstance(own, ArticleAddress):
        rendering.offset, rendering.whole = own.offset, own.whole
    address = own if isinstance(own, ArticleAddress) else stated
    if isinstance(address, ArticleAddress):
        rendering.number = f"/{address.number}/"
    return rendering


def container(page: Page, layout: Layout) -> etree._Element | None:
    """The element that holds the running text: where the layout has it, else where any has."""
    for place in layout.body:
        for element in page.marks.places(place):
            if has_text(element, 1 if layout is not GENERIC else _ENOUGH):
                return element
    for other in (*LAYOUTS, GENERIC):
        for place in other.body:
            for element in page.marks.places(place):
                if other is not layout and has_text(element):
                    return element
    return _densest(page.root) if layout is GENERIC else None


def has_text(element: etree._Element, enough: int = _ENOUGH) -> bool:
    """Whether an element holds enough characters to be a text."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= enough:
            return True
    return False


def _densest(root: etree._Element) -> etree._Element | None:
    """The element with most running text of its own, in itself or its direct paragraphs."""
    weights: dict[etree._Element, int] = {}
    for element in root.iter("p", "br"):
        parent = element.getparent()
        if parent is not None:
            said = len(element.text or "") + len(element.tail or "")
            weights[parent] = weights.get(parent, 0) + said
    best = max(weights, key=lambda element: weights[element], default=None)
    return best if best is not None and weights[best] >= 200 else None


def body(renderings: Sequence[Rendering]) -> Body | None:
    """The text: the whole rendering where it can be read, else the pages in their order.

    A whole rendering that breaks off counts only when the pages do not make up for it.
    None when no rendering holds any text.
    """
    count, offsets = _paging(renderings)
    pages = {r.offset: r for r in renderings if not r.whole and r.container is not None}
    parts = _unrepeated([_Part(r, _read(r)) for _, r in sorted(pages.items())])
    wholes = [_Part(r, _read(r)) for r in renderings if r.whole and r.container is not None]
    if not offsets and _is_one_page(parts, wholes):
        count = 1
    candidates = []
    for whole, text in ((part.rendering, part.text) for part in wholes):
        heeded = not _is_page_1(whole, text, parts, count)
        candidates.append(Body(text, heeded and _is_sound(whole.page), count))
        if not heeded and 0 not in pages:
            pages[0] = whole
            parts.insert(0, _Part(whole, text))
    if parts:
        candidates.append(_of_pages(parts, count, offsets))
    return max((body for body in candidates if body.text.paragraphs), key=_worth, default=None)


def _unrepeated(parts: list[_Part]) -> list[_Part]:
    """The pages without those at whose address the site sent page 1 again."""
    first = parts[0].text.paragraphs if parts and not parts[0].rendering.offset else []
    return [p for n, p in enumerate(parts) if not n or not _opens_alike(p.text.paragraphs, first)]


def _opens_alike(paragraphs: list[str], first: list[str]) -> bool:
    """Whether a page has the paragraphs of page 1; there only, the dateline is taken off."""
    if not first or len(paragraphs) != len(first) or paragraphs[1:] != first[1:]:
        return False
    return paragraphs[0].endswith(first[0])


def _is_one_page(parts: Sequence[_Part], wholes: Sequence[_Part]) -> bool:
    """Whether page 1 is all there is, though it links to the whole text: initials close it.

    For pages without numbered links to others; where the whole text was had, it must be the same.
    """
    if len(parts) != 1 or parts[0].rendering.offset or not parts[0].text.editor:
        return False
    return all(whole.text.paragraphs == parts[0].text.paragraphs for whole in wholes)


def _is_page_1(whole: Rendering, text: Text, parts: Sequence[_Part], count: int) -> bool:
    """Whether the site paid no heed to `?showpage=all`, and sent page 1 again.

    Told by its text; without page 1 to compare with by the end of the last page, or by what only
    page 1 has together: links to further pages, and the article's JSON-LD.
    """
    if parts and parts[0].rendering.offset == 0:
        return count > 1 and text.paragraphs == parts[0].text.paragraphs
    if parts and parts[-1].text.paragraphs:
        return parts[-1].text.paragraphs[-1] not in "\n".join(text.paragraphs)
    return any(offset for _, offset in whole.page_links) and bool(whole.page.json_ld("NewsArticle"))


def _worth(body: Body) -> tuple[bool, int]:
    return body.complete, sum(map(len, body.text.paragraphs))


def _of_pages(parts: Sequence[_Part], count: int, offsets: list[int]) -> Body:
    texts = [part.text for part in parts]
    read_also = {(m.headline, m.href): m for text in texts for m in text.read_also}
    text = Text(
        joined([text.paragraphs for text in texts]),
        texts[0].dateline,
        next((text.editor for text in reversed(texts) if text.editor), None),
        list(read_also.values()),
    )
    held = {part.rendering.offset for part in parts}
    sound = all(_is_sound(part.rendering.page) for part in parts)
    return Body(text, sound and held.issuperset({0, *offsets}) and len(held) >= count, count)


def _read(rendering: Rendering) -> Text:
    """The text of a rendering that has a container; headline and date may stand in the same one."""
    assert rendering.container is not None
    marks, layout = rendering.page.marks, rendering.layout
    skip = [element for place in layout.date for element in marks.places(place)]
    skip += next(filter(None, map(marks.places, layout.headline)), [])[:1]
    return read(rendering.container, skip, first=rendering.offset == 0)


def _is_sound(page: Page) -> bool:
    return page.complete and not page.too_deep


def _paging(renderings: Sequence[Rendering]) -> tuple[int, list[int]]:
    """How many pages the article was split into, and the offsets at which they begin."""
    offsets = {r.offset for r in renderings if not r.whole}
    count = 1
    for rendering in renderings:
        for label, offset in rendering.page_links:
            count = max(count, label)
            offsets.add(offset)
    offsets.discard(0)
    if offsets:  # the pager of a long report may leave out the middle
        count = max(count, len(offsets) + 1, max(offsets) // min(offsets) + 1)
    if count == 1 and all(r.whole for r in renderings):
        count = max(count, total_pages(renderings[0].page))
    return count, sorted(offsets)


def _page_links(rendering: Rendering) -> list[tuple[int, int]]:
    """Page number and offset of each link to a further page, in whatever pager it stands.

    Most pagers stand in the column; where none does, as on pages of edukasi in 2020-21, whose text
    and headline share a container, the whole page is looked through.
    """
    if rendering.number is None:
        return []
    found = dict(_linked(rendering, rendering.number))
    if not found:
        return []
    headline = next(iter(rendering.page.marks.places("h1")), None)
    column = Column(headline, rendering.container).root
    within = () if column is None else column.iter("a")
    return [found[anchor] for anchor in within if anchor in found] or list(found.values())


def _linked(rendering: Rendering, number: str) -> Iterator[tuple[etree._Element, tuple[int, int]]]:
    """Links of the page that lead on; one to the whole text says that there are two at least."""
    for anchor in rendering.page.marks.links():
        href = anchor.get("href")
        if href is None or (number not in href and not href.startswith("?showpage")):
            continue
        address = parse(absolute(rendering.page, href) or "")
        if not isinstance(address, ArticleAddress) or f"/{address.number}/" != number:
            continue
        if address.offset:
            label = anchor.get("data-ci-pagination-page") or clean(string_of(anchor))
            yield anchor, (int(label) if _PAGE_NUMBER.fullmatch(label) else 1, address.offset)
        elif address.whole and not rendering.whole:
            yield anchor, (2, 0)
