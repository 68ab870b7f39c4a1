"""What a page says in two ways: the codes of `docs/warnings.md` that compare its evidence."""

import re
from datetime import timedelta
from typing import Any, Final

from newsspider.items import Image
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.identity import Identity
from newsspider.reading.body.assemble import Assembled
from newsspider.reading.fields.publication import Published
from newsspider.reading.html.lines import line_of_markup
from newsspider.reading.text import clean, same
from newsspider.reading.warnings import WarningCode

_PICTURE_SLACK: Final = timedelta(days=2)
# A tenth of the cost, in most articles.
_MOJIBAKE_STARTS: Final = ("\ufffd", "Ã", "â", "Â", "=")
_OF_TWO_SCRIPTS = re.compile(
    "[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]"
)
"""Letters that look alike, of another script within a word, as they are set against copying."""
_LEADS_OF_THESE: Final = tuple(bytes((lead,)) for lead in range(0xCD, 0xD4))
"""First bytes of such letters in UTF-8, which are found in a fraction of a search's time."""
_MOJIBAKE = re.compile(
    "\ufffd|Ã[\x80-\xbf©¨¢¡±³]|â€[œ™\x9d“”¦˜]|Â[\xa0«»]|=C[23]=[89AB][0-9A-F]"
    "|=E2=80=[0-9A-F]{2}|=20(?:\\s|\\Z)"
)


def disagreements(
    page: ArticlePage,
    loaded: dict[str, Any],
    text: Assembled,
    identity: Identity,
    when: Published,
) -> set[WarningCode]:
    """Return the codes of what the page says in two ways."""
    title = page.news_article.get("headline")
    publisher = page.markup.publisher.bylines
    stated = set(map(str.casefold, page.stated_authors)) - publisher
    authors = loaded.get("authors", [])
    whole = "\n".join((loaded["headline"], *text.content.paragraphs))
    found: dict[WarningCode, bool] = {
        "body_incomplete": not text.complete,
        "canonical_conflict": identity.disputed,
        "headline_conflict": isinstance(title, str)
        and bool(title.strip())
        and not _agree(title, loaded["headline"]),
        "author_conflict": bool(authors)
        and bool(stated)
        and stated.isdisjoint(map(str.casefold, authors)),
        "image_conflict": _is_filed_elsewhere(page, loaded.get("image"), identity, when),
        "json_ld_broken": page.page.json_ld_broken,
        "encoding_suspect": _has_wrong_letters(whole),
    }
    return set(filter(found.get, found))


def _has_wrong_letters(text: str) -> bool:
    """Whether letters could not be decoded, were decoded wrongly, or are of two scripts in a word.

    >>> _has_wrong_letters("Harga b\u0435ras naik"), _has_wrong_letters("Harga beras naik")
    (True, False)
    """
    if any(map(text.__contains__, _MOJIBAKE_STARTS)) and _MOJIBAKE.search(text) is not None:
        return True
    encoded = b"" if text.isascii() else text.encode()
    return any(map(encoded.__contains__, _LEADS_OF_THESE)) and bool(_OF_TWO_SCRIPTS.search(text))


def _agree(stated: str, seen: str) -> bool:
    """Whether two headlines are one; JSON-LD may be cut, search engines want 110 characters."""
    if stated == seen:
        return True
    stated = clean(line_of_markup(stated))
    return same(stated, seen) or (len(stated) > 60 and seen.startswith(stated[:60]))


def _is_filed_elsewhere(
    page: ArticlePage, image: Image | None, identity: Identity, when: Published
) -> bool:
    """Whether a picture is filed under another number, or far from the day the article appeared."""
    filed = page.markup.image.filed_under(image.url) if image else None
    if filed is None:
        return False
    day, number = filed
    apart = abs(when.moment.date() - day)
    own = identity.address.number
    return (own is not None and number != own) or apart > _PICTURE_SLACK
