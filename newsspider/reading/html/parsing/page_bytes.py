"""The bytes of a page before they are parsed: encoding, limits, and what a browser reads
otherwise than the parser does."""

import quopri
import re
from codecs import BOM_UTF8
from typing import Final

from w3lib.encoding import html_to_unicode

from newsspider.reading.not_an_article import NotAnArticle

MAX_BYTES: Final = 5 * 1024 * 1024
MAX_TAG_BYTES: Final = 64 * 1024
MAX_TAGS: Final = 300_000
_PROXY_ERROR: Final = 1024  # bytes; of a document that is longer, what follows is no other

_LAST: Final = 16 * 1024  # bytes in which an early end is looked for before the parse

_QUOTED: Final = b'=3D"'  # of an attribute, in quoted-printable
_OPENING: Final = 4 * 1024  # bytes of a page, with the first attributes of its head
_DATA_URI = re.compile(rb"data:[a-z]+/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]{512,}")
_END = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_DOCUMENT = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_HEADLINES: Final = ((b"<h1", b"</h1"), (b"<H1", b"</H1"))
_LONGEST_HEADLINE: Final = 4096  # bytes with its markup; what is longer was never closed
_PARTING = re.compile(
    rb"<(/?)(?:p|form|fieldset|table|caption|t(?:body|head|foot|[rdh]))(?=[\s/>])", re.IGNORECASE
)
_RAW_TEXT = re.compile(rb"<(?:script|style)\b[^<]*$", re.IGNORECASE)


def decode(body: bytes, content_type: str | None = None) -> tuple[str, str]:
    """Return the encoding and the text of a body of bytes.

    Bytes that are valid UTF-8 are UTF-8, whatever header and meta claim; a page cut within a
    character still is. Everything else is read as a browser would (WHATWG Encoding Standard):
    byte-order mark, header, meta, windows-1252.

    >>> decode(b"Jum\\xe2\\x80\\x99at", "text/html; charset=iso-8859-1")
    ('utf-8', 'Jum’at')
    """
    body = body.removeprefix(BOM_UTF8)
    # A NUL is valid UTF-8, but stands in no page but those of two bytes a character.
    if b"\0" not in body[:1024]:
        try:
            return "utf-8", body.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data":
                return "utf-8", body[: error.start].decode("utf-8")
    if bare := _unmarked_utf16(body):
        return bare, body.decode(bare, "replace")
    encoding, text = html_to_unicode(content_type, body, default_encoding="cp1252")
    return encoding, text


def unquoted(body: bytes) -> bytes:
    """Return a page saved as mail without the quoted-printable encoding that it was left in.

    >>> unquoted(b'<p class=3D"x">Panen=\\n raya, caf=C3=A9</p>').decode()
    '<p class="x">Panen raya, café</p>'
    """
    if body.find(_QUOTED, 0, _OPENING) < 0 or body.count(_QUOTED) <= body.count(b'="'):
        return body
    return quopri.decodestring(body)


def _unmarked_utf16(body: bytes) -> str | None:
    """Return the encoding of text that opens as markup of two bytes a character, without a mark.

    >>> _unmarked_utf16("<html>".encode("utf-16-be"))
    'utf-16-be'
    """
    start = body[:64].lstrip(b"\0 \t\r\n")
    if not start.startswith(b"<") or start.count(b"\0") < len(start) // 2 - 1:
        return None
    return "utf-16-le" if body.find(b"<") % 2 == 0 else "utf-16-be"


def check_limits(body: bytes, url: str = "") -> None:
    """Raise `NotAnArticle` ("too_large") for bytes that would hold up a parser.

    libxml2 compares each attribute of a tag with all others, so that a tag of 200,000 attributes
    takes minutes. A long `data:` image is one attribute, and harmless.
    """
    if len(body) > MAX_BYTES or (len(body) > MAX_TAGS and body.count(b"<") > MAX_TAGS):
        raise NotAnArticle("too_large", url)
    if _has_long_gap(body) and _has_long_tag(_DATA_URI.sub(b"", body)):
        raise NotAnArticle("too_large", url)


def _has_long_gap(body: bytes) -> bool:
    """Whether `MAX_TAG_BYTES` pass anywhere without a tag's end; jumps, so costs nothing."""
    start, end = 0, len(body)
    while end - start > MAX_TAG_BYTES:
        found = body.rfind(b">", start, start + MAX_TAG_BYTES)
        if found < 0:
            return True
        start = found + 1
    return False


def _has_long_tag(body: bytes) -> bool:
    previous = b""
    for part in body.split(b">"):
        if len(part) > MAX_TAG_BYTES and not _RAW_TEXT.search(previous):
            opening = re.search(rb"<[A-Za-z]", part)
            if opening and len(part) - opening.start() > MAX_TAG_BYTES:
                return True
        previous = part
    return False


def ends_early(source: bytes) -> bool:
    """Return whether much of a page follows an end of its body, as far as its last 16 KiB tell.

    Most pages that have such an end have it there, and need not be parsed to know it. What stands
    in a script or a comment is none.
    """
    at = source.find(b"</body", -_LAST, -_PROXY_ERROR)
    return at >= 0 and stands_apart(source, 0, at)


def stands_apart(source: bytes, start: int, at: int) -> bool:
    """Return whether no script and no comment that begins from `start` on holds a place."""
    for opening, end in ((b"<script", b"</script"), (b"<!--", b"-->")):
        opened = source.rfind(opening, start, at)
        if opened >= 0 and source.find(end, opened, at) < 0:
            return False
    return True


def without_early_ends(source: bytes) -> bytes:
    """Return a page without end tags of the document that much of it follows.

    A browser reads on behind `</html>`, the parser does not. Of two documents in one answer the
    second counts only behind a short one, which an error of a proxy is.

    >>> without_early_ends(b"<html></body></html>" + b"<p>Panen raya.</p>" * 99)[:23]
    b'<html><p>Panen raya.</p'
    """
    end = _END.search(source)
    if end is None or len(source) - end.end() < _PROXY_ERROR:
        return source
    second = _DOCUMENT.search(source, end.end())
    if second is None:
        return _END.sub(b"", source)
    return source[second.start() :] if end.start() < _PROXY_ERROR else source


def with_whole_headlines(source: bytes) -> bytes:
    """Return a page whose `h1` keep the paragraphs, tables and forms that stand in them.

    A browser leaves them in the headline (HTML Standard, "in body"); the parser ends it there, and
    its words would be lost. They become sections, which part words as they do.

    >>> with_whole_headlines(b"<h1><table><tr><td>Panen</table></h1><p>Raya</p>")
    b'<h1><section><section><section>Panen</section></h1><p>Raya</p>'
    """
    for opening, closing in _HEADLINES:
        at = source.find(opening)
        if at >= 0:
            return _mended(source, at, opening, closing)
    return source


def is_parted(source: bytes, at: int, closing: bytes = b"</h1") -> bool:
    """Return whether the headline that begins at a place, if any, holds what would end it."""
    end = source.find(closing, at, at + _LONGEST_HEADLINE) if at >= 0 else -1
    return end >= 0 and _PARTING.search(source, at, end) is not None


def _mended(source: bytes, at: int, opening: bytes, closing: bytes) -> bytes:
    """The page with what stands in its headlines, the first of which begins `at`, unparted."""
    kept: list[bytes] = []
    start = 0
    while at >= 0:
        if is_parted(source, at, closing):
            end = source.find(closing, at)
            kept += (source[start:at], _PARTING.sub(rb"<\1section", source[at:end]))
            start = end
        at = source.find(opening, at + len(opening))
    return b"".join((*kept, source[start:])) if kept else source
