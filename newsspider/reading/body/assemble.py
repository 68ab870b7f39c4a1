"""The text of an article, put together from the pages that were had of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.body.paging import total_pages
from newsspider.reading.body.running_text import Text, joined, read


@dataclass(slots=True)
class Assembled:
    """The text of all pages, and whether it is all there is."""

    content: Text
    complete: bool
    page_count: int


class _ReadPage(NamedTuple):
    """A page that was read."""

    page: ArticlePage
    text: Text


def assemble(pages: Sequence[ArticlePage]) -> Assembled | None:
    """Return the text: of the page that has all of it where it can be read, else of the pages in
    their order; None when no page holds any text.

    A page of the whole text that breaks off counts only when the others do not make up for it.
    """
    count, offsets = _paging(pages)
    with_text = [page for page in pages if page.container is not None]
    singles = {page.offset: page for page in with_text if not page.whole}
    parts = _unrepeated([_ReadPage(page, _read(page)) for _, page in sorted(singles.items())])
    wholes = [_ReadPage(page, _read(page)) for page in with_text if page.whole]
    if not offsets and _is_one_page(parts, wholes):
        count = 1
    candidates = []
    for whole in wholes:
        heeded = not _is_page_1(whole, parts, count)
        candidates.append(Assembled(whole.text, heeded and _is_sound(whole), count))
        if not heeded and 0 not in singles:
            singles[0] = whole.page
            parts.insert(0, whole)
    if parts:
        candidates.append(_of_pages(parts, count, offsets))
    return max((c for c in candidates if c.content.paragraphs), key=_worth, default=None)


def _unrepeated(parts: list[_ReadPage]) -> list[_ReadPage]:
    """The pages without those at whose address the site sent page 1 again."""
    first = parts[0].text.paragraphs if parts and not parts[0].page.offset else []
    return [p for n, p in enumerate(parts) if not n or not _opens_alike(p.text.paragraphs, first)]


def _opens_alike(paragraphs: list[str], first: list[str]) -> bool:
    """Whether a page has the paragraphs of page 1; there only, the dateline is taken off."""
    if not first or len(paragraphs) != len(first) or paragraphs[1:] != first[1:]:
        return False
    return paragraphs[0].endswith(first[0])


def _is_one_page(parts: Sequence[_ReadPage], wholes: Sequence[_ReadPage]) -> bool:
    """Whether page 1 is all there is, though it links to the whole text: initials close it.

    For pages without numbered links to others; where the whole text was had, it must be the same.
    """
    if len(parts) != 1 or parts[0].page.offset or not parts[0].text.editor:
        return False
    return all(whole.text.paragraphs == parts[0].text.paragraphs for whole in wholes)


def _is_page_1(whole: _ReadPage, parts: Sequence[_ReadPage], count: int) -> bool:
    """Whether the site sent page 1 again where it was asked for the whole text.

    Told by its text; without page 1 to compare with by the end of the last page, or by what only
    page 1 has together: links to further pages, and the article's JSON-LD.
    """
    text = whole.text
    if parts and parts[0].page.offset == 0:
        return count > 1 and text.paragraphs == parts[0].text.paragraphs
    if parts and parts[-1].text.paragraphs:
        return parts[-1].text.paragraphs[-1] not in "\n".join(text.paragraphs)
    page = whole.page
    return any(link.offset for link in page.page_links) and bool(page.page.json_ld("NewsArticle"))


def _worth(found: Assembled) -> tuple[bool, int]:
    return found.complete, sum(map(len, found.content.paragraphs))


def _of_pages(parts: Sequence[_ReadPage], count: int, offsets: list[int]) -> Assembled:
    held = {part.page.offset for part in parts}
    complete = held.issuperset({0, *offsets}) and len(held) >= count and all(map(_is_sound, parts))
    text = parts[0].text if len(parts) == 1 else _as_one([part.text for part in parts])
    return Assembled(text, complete, count)


def _as_one(texts: Sequence[Text]) -> Text:
    """The text of several pages."""
    read_also = {(m.headline, m.href): m for text in texts for m in text.read_also}
    return Text(
        joined([text.paragraphs for text in texts]),
        texts[0].dateline,
        next((text.editor for text in reversed(texts) if text.editor), None),
        list(read_also.values()),
        writer=texts[0].writer,
        lacking=any(text.lacking for text in texts),
    )


def _read(page: ArticlePage) -> Text:
    """The text of a page that has a container; headline and date may stand in the same one."""
    assert page.container is not None
    elements, layout = page.page.elements, page.layout
    skip = [element for css in (*layout.date, *layout.noise) for element in elements(css)]
    skip += next(filter(None, map(elements, layout.headline)), [])[:1]
    place = page.text_place
    skipped = place.skip.union(skip)
    through = place.through.union(element for css in layout.text for element in elements(css))
    containers = (page.container, *place.rest)
    first = page.offset == 0
    return read(containers, page.markup, skipped, through, first=first, named=place.named)


def _is_sound(part: _ReadPage) -> bool:
    page = part.page.page
    return page.complete and not page.too_deep and not part.text.cut


def _paging(pages: Sequence[ArticlePage]) -> tuple[int, list[int]]:
    """How many pages the article was split into, and the offsets at which they begin."""
    offsets = {page.offset for page in pages if not page.whole}
    count = 1
    for page in pages:
        for label, offset in page.page_links:
            count = max(count, label)
            offsets.add(offset)
    offsets.discard(0)
    if offsets:  # the pager of a long report may leave out the middle
        count = max(count, len(offsets) + 1, max(offsets) // min(offsets) + 1)
    if count == 1 and all(page.whole for page in pages):
        count = max(count, total_pages(pages[0].page, pages[0].markup.paging))
    return count, sorted(offsets)
