"""Boxes in an article's text that are none of it, by name, by build or because they are hidden."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.body.running_text import judge_of
from newsspider.reading.finder.sorting import sort
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import Reading
from newsspider.reading.trust.claims import Claims

_PLAIN: Final = frozenset((
    "a", "abbr", "b", "br", "em", "font", "i", "img", "mark", "small", "strong", "sub", "sup", "u",
    "script", "style",
))  # fmt: skip
"""Tags within a text that are no boxes."""
_SENTENCE_WORDS: Final = 8
_MAY_HOLD_TEXT: Final = ("aside", "figcaption", "figure", "footer", "header")
_DRAWN: Final = "foreignobject"  # as the parser writes it


_Boxes = tuple[frozenset[etree._Element], list[etree._Element]]


def foreign_boxes(page: ArticlePage, claims: Claims) -> _Boxes:
    """Return the boxes in a page's text that are none of it, and those that may be."""
    container = page.container
    if container is None or not any(
        e.tag not in _PLAIN and not is_noise(page, e) for e in container.iterdescendants()
    ):
        return frozenset(), []
    noise = {element for css in page.layout.noise for element in page.page.elements(css)}

    def is_skipped(element: etree._Element) -> bool:
        return element in noise or is_noise(page, element)

    found = sort(container, is_skipped, claims, known=True)
    hidden, doubtful = hidden_by_style(page, container)
    own = _known_parts(page)
    foreign = hidden.union(found.foreign.difference(own), _behind_the_editor(container))
    sure = foreign.union(own)
    return foreign, [*doubtful, *(box for box in found.doubtful if box not in sure)]


def hidden_by_style(page: ArticlePage, container: etree._Element) -> _Boxes:
    """Return the boxes of a text that the page's style sheets hide, and those with sentences.

    Of these that is doubtful; when they hold most of the text, none are returned as hidden, for a
    script may show them.
    """
    named = [(box, names) for box in container.iterdescendants() if (names := box.get("class"))]
    classes = page.page.hidden_classes if named else ()
    if not classes:
        return frozenset(), []
    hidden = [box for box, names in named if not classes.isdisjoint(names.split())]
    said = list(map(string_of, hidden))
    words = [len(text.split()) for text in said]
    doubtful = [box for box, n in zip(hidden, words, strict=True) if n >= _SENTENCE_WORDS]
    if sum(map(len, said)) * 2 >= len(string_of(container)):
        return frozenset(), doubtful
    return frozenset(hidden), doubtful


def opened_in(page: ArticlePage) -> frozenset[etree._Element]:
    """Return the elements of a page that may hold its text though their tags say otherwise.

    Themes set texts in footers, asides and captions, others within a drawing as `<foreignObject>`,
    and so they are looked at where no text is.
    """
    root = page.page.root
    drawn = {next(part.iterancestors("svg"), part) for part in root.iter(_DRAWN)}
    return frozenset(
        element
        for element in (*root.iter(*_MAY_HOLD_TEXT), *drawn)
        if len(string_of(element).split(maxsplit=_SENTENCE_WORDS)) >= _SENTENCE_WORDS
    )


def is_noise(page: ArticlePage, element: etree._Element) -> bool:
    """Return whether a site's tables say that an element is no text."""
    classes, identity = element.get("class"), element.get("id")
    if not classes and not identity:
        return False
    return judge_of(page.markup.text)(classes or "", identity or "") is not Reading.TEXT


def _known_parts(page: ArticlePage) -> set[etree._Element]:
    """The boxes that the layout says are text, whatever they look like."""
    return {element for css in page.layout.text for element in page.page.elements(css)}


def _behind_the_editor(container: etree._Element) -> Iterator[etree._Element]:
    """Yield what follows the box with the editor's initials, which close the text."""
    boxes = container.iter("div", "span", "p", "em")
    box = next((e for e in boxes if "editor" in (e.get("class") or "").split()), None)
    while box is not None and box is not container:
        yield from box.itersiblings()
        box = box.getparent()
