"""The text of an article that can be trusted to be its own, and what is doubtful of it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lxml import etree

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.cut_pages import (
    goes_on,
    is_behind_a_wall,
    is_last_of_page,
    is_torn,
)
from newsspider.reading.article.foreign_boxes import opened_in
from newsspider.reading.article.gates import is_closed_by_a_gate
from newsspider.reading.article.refusal import refusal
from newsspider.reading.article.text_candidates import (
    Candidate,
    at_the_layouts_place,
    elsewhere,
    in_data,
)
from newsspider.reading.body.assemble import Assembled
from newsspider.reading.fields import field_sources
from newsspider.reading.html.element_index import string_of
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.text import clean
from newsspider.reading.trust import completeness, topic_match
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.cut_notes import tells_of_a_cut
from newsspider.reading.trust.foreign.mixed_lines import is_mixed, is_talk
from newsspider.reading.trust.foreign.reader_lines import speaks_to_readers
from newsspider.reading.trust.notices import notice
from newsspider.reading.warnings import WarningCode

_OPENING: Final = 8  # paragraphs, the most of a text that is shown in front of a gate
_LESS: Final = 0.9
_MORE: Final = 1.25
_LONG: Final = 400  # letters of a text that is hardly a summary
_MUCH_MORE: Final = 1.6  # what is found beside a text, captions and boxes, is less


class TrustedText(NamedTuple):
    """A text, the first page as it was read for it, and the codes of what is doubtful."""

    text: Assembled
    page: ArticlePage
    warnings: set[WarningCode]


def trusted_text(pages: Sequence[ArticlePage]) -> TrustedText:
    """Return the text of the article: of the layout's place, of where else it is, or of data.

    Raises `NotAnArticle` when there is none, or none that is about what the page says it is.
    """
    first = pages[0]
    claims = claims_of(first)
    own = at_the_layouts_place(pages, claims)
    if own and _is_usual(own, claims) and not _is_strange(first):
        return _judged(own, claims, _mixed(own, claims))
    usable = (
        own
        if own and (topic_match.is_of(own.paragraphs, claims) or _is_signed_of(own, claims))
        else None
    )
    found = elsewhere(pages, claims)
    usable_found = found if found and topic_match.is_of(found.paragraphs, claims) else None
    if not usable and not usable_found and (other := elsewhere(pages, claims, opened_in)):
        usable_found = other if topic_match.is_of(other.paragraphs, claims) else None
    if usable and not (usable_found and _is_better(usable_found, usable, claims)):
        return _judged(usable, claims, _mixed(usable, claims))
    if usable_found:
        codes: set[WarningCode] = set()
        if first.markup.layouts and (usable_found.doubtful or not _is_closed(usable_found, own)):
            codes.add("body_unconfirmed")
        if _begins_with(usable_found, own, claims):
            codes.add("body_mixed")
        return _judged(usable_found, claims, codes | _mixed(usable_found, claims))
    data = in_data(first, claims)
    if data:
        return _judged(data, claims, {"body_from_data"})
    refused = own or found
    reason = notice(refused.paragraphs) if refused else None
    if reason is not None:
        raise NotAnArticle(reason, first.page.url)
    raise refusal(first.page, first.markup, "not_the_article" if refused else "no_body")


def claims_of(page: ArticlePage) -> Claims:
    """Return what a page says of its article beside the text."""
    said = (source.values[0] for source in field_sources.description(page) if source.values)
    descriptions = (clean(text) for text in said if isinstance(text, str))
    keywords = (word for source in field_sources.keywords(page) for word in source.values)
    headlines = [] if page.heading is None else [page.heading.text]
    if page.layout.own_headline:
        headlines += page.stated_headlines()
    return Claims(
        " ".join(headlines),
        next(filter(None, descriptions), ""),
        map(str, keywords),
    )


def _is_strange(page: ArticlePage) -> bool:
    """Whether the layout's place is not what it was: there more than once, or with the headline."""
    place, headline = page.text_place, page.headline
    if place.several or place.container is None:
        return True
    return headline is not None and place.container in headline.iterancestors()


def _is_signed_of(one: Candidate, claims: Claims) -> bool:
    return one.signed and topic_match.has_any_of(one.paragraphs, claims)


def _is_better(found: Candidate, own: Candidate, claims: Claims) -> bool:
    """Whether a text that was found is rather the article than that at the layout's place.

    A summary above the text, which says what the description does, is not. Where a site does not
    sign its texts, a missing signature speaks against none: only one much longer is better.
    """
    if found.length < own.length and topic_match.is_description(found.letters, claims):
        return False
    if not own.page.markup.text.signed:
        return found.length > own.length * _MUCH_MORE
    return not own.length * _LESS <= found.length <= own.length * _MORE


def _is_usual(own: Candidate, claims: Claims) -> bool:
    """Whether the text at the layout's place ends as texts do: signed, or on a further page.

    Where a site signs none, whether the page has no paragraphs that could make it much longer.
    """
    if own.text.page_count > 1:
        return topic_match.is_of(own.paragraphs, claims)
    if own.page.markup.text.signed or own.doubtful or own.length < _LONG:
        return _is_signed_of(own, claims)
    page, most = own.page.page, own.length * _MUCH_MORE
    paragraphs = (p for p in page.iter_kept("p") if not _is_teaser(p))
    said = sum([len(string_of(paragraph)) for paragraph in paragraphs])
    if said <= most < said + page.left_out_paragraphs:
        page.need_whole()
    return said <= most and topic_match.is_of(own.paragraphs, claims)


def _is_teaser(paragraph: etree._Element) -> bool:
    """Whether a paragraph is a link to another page, or stands in one, as in lists of articles."""
    link = next(paragraph.iter("a"), None) if len(paragraph) else None
    if link is None or len(string_of(link)) * 2 < len(string_of(paragraph)):
        link = next(paragraph.iterancestors("a"), None)
    return link is not None and not (link.get("href") or "#").startswith("#")


def _is_closed(one: Candidate, own: Candidate | None) -> bool:
    """Whether a text that was found is signed, and is the only one or begins with a place.

    What stands beside the layout's place, left empty, may be the end of a text that is not there.
    """
    emptied = any(map(one.page.page.elements, one.page.layout.body))
    alone = own is None and len(one.paragraphs) > 1 and not emptied
    return one.signed and (alone or one.text.content.dateline is not None)


def _mixed(one: Candidate, claims: Claims) -> set[WarningCode]:
    said = one.paragraphs
    mixed = (
        one.doubtful
        or one.text.content.lacking
        or is_mixed(said)
        or speaks_to_readers(said, claims)
    )
    return {"body_mixed"} if mixed else set()


def _begins_with(one: Candidate, own: Candidate | None, claims: Claims) -> bool:
    """Whether a text that was found begins with what now is at the layout's place: a summary."""
    if own is None or not topic_match.is_description(own.letters, claims):
        return False
    return one.paragraphs[: len(own.paragraphs)] == own.paragraphs


def _judged(one: Candidate, claims: Claims, codes: set[WarningCode]) -> TrustedText:
    """The text with the codes of what its end and its words leave open."""
    paragraphs = one.paragraphs
    if (
        completeness.says_it_is_not_all(paragraphs)
        or completeness.is_clamped(paragraphs)
        or completeness.is_cut_short(paragraphs)
        or tells_of_a_cut(paragraphs)
        or is_torn(one.page)
        or completeness.is_less_than_said(one.page.news_article, paragraphs)
    ):
        codes.add("body_incomplete")
    if topic_match.turns_around(claims.headline, paragraphs, one.letters):
        codes.add("body_unconfirmed")
    if one.signed:
        if not topic_match.is_likely_of(paragraphs, claims):
            codes.add("body_unconfirmed")
    elif (
        completeness.breaks_off(paragraphs[-1])
        or completeness.is_of_openings(paragraphs)
        or is_last_of_page(one.page)
        or topic_match.is_description(one.letters, claims)
        or is_behind_a_wall(one.page)
        or goes_on(one.page)
        or (len(paragraphs) <= _OPENING and is_closed_by_a_gate(one.page))
    ):
        codes.add("body_incomplete")
    elif (
        len(paragraphs) == 1
        or topic_match.begins_another(paragraphs, claims)
        or is_talk(paragraphs)
    ):
        codes.add("body_unconfirmed")
    return TrustedText(one.text, one.page, codes)
