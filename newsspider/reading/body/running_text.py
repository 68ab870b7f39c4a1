"""The running text of an article: its paragraphs, dateline and closing initials, page by page."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from newsspider.reading.article.site_markup import SiteMarkup, TextMarkup
from newsspider.reading.body import common_noise
from newsspider.reading.fields.captions import is_caption
from newsspider.reading.html.paragraphs import Judge, Reading, paragraphs
from newsspider.reading.indonesian import dateline, writer_lines
from newsspider.reading.indonesian.editor_initials import (
    boxed_initials,
    is_of_capital_names,
    without_sign_off,
)
from newsspider.reading.indonesian.read_also import ReadAlsoLink, without_asides
from newsspider.reading.trust.foreign.data_lines import is_date_line
from newsspider.reading.trust.foreign.foreign_lines import without_foreign_lines, without_pull_quote
from newsspider.reading.trust.foreign.program_lines import without_program_lines
from newsspider.reading.trust.foreign.rest_elsewhere import without_rest_elsewhere
from newsspider.reading.trust.printed_lines import unbroken

_LONGEST_PROMOTION: Final = 600  # characters
_LONGEST_START: Final = 80  # characters of a promotion by which it is known
_MOST_REPEATED: Final = 300  # paragraphs that a page may repeat of the one before
_CLOSING_BOXES: Final = frozenset(("div", "p", "span"))
_LIST_ITEM = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s|[•*·–-]\s")
_ENDS = re.compile(r"[.!?…:;\"”’')\]]\W*\Z")


@dataclass(slots=True)
class Text:
    """The text of one rendering of the article; `cut` where dots stand in place of the rest, or a
    line that tells where it is.

    `writer` is whom lines above the text name as its author. `lacking` says that a program printed
    a message where text may have been.
    """

    paragraphs: list[str] = field(default_factory=list)
    dateline: str | None = None
    editor: str | None = None
    read_also: list[ReadAlsoLink] = field(default_factory=list)
    cut: bool = False
    writer: str | None = None
    lacking: bool = False


def read(
    containers: Sequence[etree._Element],
    markup: SiteMarkup,
    skip: Collection[etree._Element] = (),
    through: Collection[etree._Element] = (),
    *,
    first: bool = True,
    named: bool = True,
) -> Text:
    """Return the text in some containers without the elements to `skip`, with those in `through`.

    `first` says that it holds the beginning, so that a dateline may open it; `named`, that boxes
    which the site's tables call noise are that. `.editor` wins over initials that close the last
    paragraph as plain text.
    """
    tables = markup.text
    container, *rest = containers
    editor = boxed_initials(container)
    behind = _up_to_the_editor(container) if editor is None else []
    if behind:
        editor = boxed_initials(behind[-1])
    if any(element.tail and element.tail.strip() for element in (container, *behind)[:-1]):
        container, skip = _torn(container, behind, skip)
    through = _unclosed(container, tables).union(through)
    judge = judge_of(tables, named)
    said = [p for part in (container, *rest) for p in paragraphs(part, judge, skip, through)]
    kept, mentions = without_asides(said)
    kept, lacking = without_program_lines(kept)
    kept, elsewhere = without_rest_elsewhere(kept)
    kept = [p for p in without_foreign_lines(kept) if not is_caption(p.text)]
    kept = without_pull_quote(kept)
    while kept and (not _is_prose(kept[0].text, tables) or is_date_line(kept[0].text)):
        kept.pop(0)
    writer = writer_lines.take_from(kept) if first else None
    opening = dateline.take_from(kept, markup.publisher) if first else None
    texts = [text for text in (paragraph.text for paragraph in kept) if _is_prose(text, tables)]
    texts = unbroken(texts)
    while tables.capitals_close and len(texts) > 1 and is_of_capital_names(texts[-1]):
        texts.pop()
    cut = len(texts) > 1 and not texts[-1].strip(".… ")
    if texts:
        texts[-1], closing = without_sign_off(texts[-1])
        editor = editor or closing
        cut = cut or (elsewhere and closing is None)
    return Text(
        [text for text in texts if text.strip(".… ")],
        opening, editor, mentions, cut, writer, lacking,
    )  # fmt: skip


def _up_to_the_editor(container: etree._Element) -> list[etree._Element]:
    """What follows a container up to the editor's box, which may stand behind it."""
    behind = []
    for element in container.itersiblings():
        behind.append(element)
        if "editor" in (element.get("class") or "").split():
            return behind
    return []


def _torn(
    container: etree._Element, behind: list[etree._Element], skip: Collection[etree._Element]
) -> tuple[etree._Element, set[etree._Element]]:
    """Container and what to skip, where a stray end tag left the rest of the text behind it."""
    parent = container.getparent()
    assert parent is not None, "what has siblings has a parent"
    return parent, set(parent).difference(behind, (container,)).union(skip)


def _unclosed(container: etree._Element, tables: TextMarkup) -> set[etree._Element]:
    """Advertisements whose end tag is missing, so that they hold the rest of the text."""
    if not tables.advertisements:
        return set()
    return {
        box
        for box in container.iter("div")
        if _is_advertisement(tables, box.get("class") or "", box.get("id") or "")
        and any(
            part.tag in _CLOSING_BOXES
            and not tables.closing.isdisjoint((part.get("class") or "").split())
            for part in box.iter()
        )
    }


@lru_cache(maxsize=1024)
def _is_advertisement(tables: TextMarkup, classes: str, identity: str) -> bool:
    names = (*classes.split(), identity)
    return any(name.startswith(tables.advertisements) for name in names)


def joined(texts: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of several pages as one text, without repetition at the joints.

    A page may open with what closed the one before, or the cut may go through a paragraph.

    >>> joined([["Satu.", "Dua."], ["Dua.", "Tiga, lalu"], ["empat."]])
    ['Satu.', 'Dua.', 'Tiga, lalu empat.']
    >>> joined([["Syaratnya", "1. KTP,"], ["2. KK."]])
    ['Syaratnya', '1. KTP,', '2. KK.']
    """
    whole: list[str] = []
    for page in texts:
        rest = list(page[_overlap(whole, page) :])
        if whole and rest:
            if _is_cut_of(whole[-1], rest[0]):
                whole.pop()
            elif _runs_on(whole[-1], rest[0]):
                rest[0] = f"{whole.pop()} {rest[0]}"
        whole.extend(rest)
    return whole


def _overlap(whole: list[str], page: Sequence[str]) -> int:
    """How many paragraphs at the start of a page stood at the end of what came before."""
    for size in range(min(len(whole), len(page), _MOST_REPEATED), 0, -1):
        if whole[-size:] == list(page[:size]):
            return size
    return 0


def _is_cut_of(end: str, start: str) -> bool:
    return len(end) >= 24 and start.startswith(end.rstrip(".… "))


def _runs_on(end: str, start: str) -> bool:
    """Whether a paragraph goes on; an item of a list is a new one, and so is "iPhone 17 …"."""
    if _LIST_ITEM.match(start):
        return False
    begins_small = start[0].islower() and not start[1:2].isupper()
    return end[-1] in ",-–" or (_ENDS.search(end) is None and begins_small)


def _is_prose(text: str, tables: TextMarkup) -> bool:
    if len(text) > _LONGEST_PROMOTION:
        return True
    start = text.lstrip("[(-–—*•. ")[:_LONGEST_START].lower()
    if not start.startswith(tables.promotion_starts):
        return bool(text)
    return not tables.promotion.fullmatch(text)


@lru_cache(maxsize=64)
def judge_of(tables: TextMarkup, named: bool = True) -> Judge:
    """What tells what an element is to the text, by class and id; remembered for each site.

    Where boxes are not `named`, none is noise by that.
    """

    @lru_cache(maxsize=1024)
    def judge(classes: str, identity: str) -> Reading:
        names = classes.split()
        if not tables.asides.isdisjoint(names) or _begins(
            (*names, identity), tables.aside_prefixes
        ):
            return Reading.ASIDE
        if not tables.paragraphs.isdisjoint(names):
            return Reading.PARAGRAPH
        if not named:
            return Reading.TEXT
        if not tables.noise.isdisjoint(names) or identity in tables.noise_ids:
            return Reading.NOISE
        if _begins((*names, identity), tables.noise_prefixes):
            return Reading.NOISE
        is_advertisement = any(map(common_noise.ADVERTISEMENT.search, (*names, identity)))
        return Reading.NOISE if is_advertisement else Reading.TEXT

    return judge


def _begins(names: Iterable[str], prefixes: tuple[str, ...]) -> bool:
    return any(name.startswith(prefixes) for name in names)
