"""The text of an article, out of the renderings that were had of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsspider.reading.page import Page
from newsspider.sites.sindonews.body import Text, joined, read
from newsspider.sites.sindonews.further import total_pages
from newsspider.sites.sindonews.renderings import Rendering


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
    page, layout = rendering.page, rendering.layout
    skip = [element for place in layout.date for element in page.elements(place)]
    skip += next(filter(None, map(page.elements, layout.headline)), [])[:1]
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
