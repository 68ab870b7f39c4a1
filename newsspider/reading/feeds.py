"""Feeds and sitemaps as entries, however broken the XML is.

Each entry is parsed by itself, so that a broken one harms no other. A document type and its
entities stand before the first entry and are never seen, and every `&` that is none of XML's own
five entities is text: nothing is expanded or fetched. A last entry that is not closed is dropped:
a file cut in the middle of an address must not give half an address.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urljoin

from lxml import etree

from newsspider.reading.html.lines import line_of_markup
from newsspider.reading.text import clean


class Entry(NamedTuple):
    """A link of a list as it stands there, not yet judged: texts, None where there is none."""

    href: str
    headline: str | None = None
    published: str | None = None
    modified: str | None = None


ENTRY_OF_ROOT: Final = {
    "urlset": "url",
    "sitemapindex": "sitemap",
    "rss": "item",
    "RDF": "item",
    "feed": "entry",
}
"""Root elements of lists in XML, and the element that holds one entry of each."""

_ROOT = re.compile(r"<(?:[\w.-]+:)?(urlset|sitemapindex|rss|RDF|feed|html|body)(?=[\s/>])", re.I)
_ROOT_NAME = {name.lower(): name for name in ENTRY_OF_ROOT}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # XML 1.0, 2.2
_LITERAL = re.compile(  # comments, and characters that must be escaped, outside of CDATA
    r"(?P<cdata><!\[CDATA\[.*?\]\]>)|<!--.*?-->"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)|<(?![a-z/!?_])",
    re.S | re.I,
)
_ESCAPED: Final = {"&": "&amp;", "<": "&lt;"}
_PUBLISHED: Final = ("publication_date", "pubdate", "published", "date", "created", "issued")
_MODIFIED: Final = ("lastmod", "updated", "modified")
_MEDIA: Final = ("image", "video", "media", "itunes")  # their `loc` and `title` are a picture's
_BOXES: Final = frozenset((
    "author", "content", "contributor", "description", "enclosure", "encoded", "group", "image",
    "source", "summary", "textinput", "thumbnail", "video",
))  # fmt: skip
"""What an entry may hold with titles and links of its own: a picture, another feed, its text."""
_LINKS: Final = ("loc", "link", "origlink", "guid", "id")  # best first
_BASE = re.compile(r"""<[^<>?!]*?\sxml:base\s*=\s*["']([^"'<>]*)["']""")
_XML_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_ADDRESS = re.compile(r"\ufeff?\s*https?://", re.IGNORECASE)
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HTML_TYPES: Final = ("", "text/html", "application/xhtml+xml")


def root_name(text: str) -> str | None:
    """Return which list in XML the text is, by its root element; None for HTML and everything else.

    >>> root_name('<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    'urlset'
    """
    root = _ROOT.search(text)
    return _ROOT_NAME.get(root[1].lower()) if root else None


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a feed, sitemap or sitemap index, in order."""
    name = root_name(text)
    if name is None:
        yield from map(Entry, plain_addresses(text))
        return
    text = _LITERAL.sub(_as_xml, _NOT_XML.sub("", text))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    base: str | None = None
    for start, source in _sources(text, ENTRY_OF_ROOT[name]):
        if base is None:
            found = _BASE.search(text, 0, start)
            base = found[1] if found else ""
        element = etree.fromstring(source.encode(), parser)
        entry = None if element is None else _entry(element, base)
        if entry is not None:
            yield entry


def plain_addresses(text: str) -> list[str]:
    """Return the addresses of a sitemap that is plain text, one a line; of any other text none.

    https://www.sitemaps.org/protocol.html#otherformats

    >>> plain_addresses("https://kabar.example/1 https://kabar.example/2"), plain_addresses("Panen")
    (['https://kabar.example/1', 'https://kabar.example/2'], [])
    """
    if not _ADDRESS.match(text):
        return []
    lines = text.lstrip("\ufeff").split()
    return lines if all(map(_ADDRESS.match, lines)) else []


def _as_xml(found: re.Match[str]) -> str:
    if found[0].startswith("<!--"):
        return ""
    return found["cdata"] or _ESCAPED[found[0]]


def _sources(text: str, tag: str) -> Iterator[tuple[int, str]]:
    """Yield where each entry begins, and its source, to the next one's start if it has no end."""
    limits = re.compile(rf"<(?P<end>/?)(?:[\w.-]+:)?{tag}(?=[\s/>])")
    start = None
    for limit in limits.finditer(text):
        if start is not None:
            yield start, f"{text[start : limit.start()]}</{tag}>"
        start = None if limit["end"] else limit.start()


def _entry(element: etree._Element, base: str) -> Entry | None:
    texts: dict[str, str] = {}
    links: list[tuple[tuple[bool, bool, int], str]] = []
    for child in element.iter(etree.Element):
        prefix, name = _name(child)
        name = name.lower()
        if prefix in _MEDIA or _is_in_box(child, element):
            continue
        text = _text_of(child)
        if name in _LINKS:
            href = line_of_markup(text).strip() or child.get("href", "").strip()
            if href and _is_alternate(child):
                is_page = child.get("type", "").split(";")[0].strip().lower() in _HTML_TYPES
                doubts = (not _is_web(child, href), not is_page, _LINKS.index(name))
                links.append((doubts, _joined(child, href, base)))
        elif text:
            texts.setdefault(name, text)
    if not links:
        return None
    href = min(links, key=lambda link: link[0])[1]
    headline = clean(line_of_markup(texts.get("title", ""))) or None
    return Entry(href, headline, _first(texts, _PUBLISHED), _first(texts, _MODIFIED))


def _text_of(element: etree._Element) -> str:
    """Return the text of an element; of one that holds elements (XHTML), its source."""
    if not len(element):
        return (element.text or "").strip()
    parts = [element.text or "", *(etree.tostring(e, encoding="unicode") for e in element)]
    return "".join(parts).strip()


def _is_alternate(link: etree._Element) -> bool:
    """Return whether a link is of the entry's own page: no `self`, `enclosure` or `replies`."""
    relations = link.get("rel", "").lower().split() or ["alternate"]
    return any(relation.rpartition("/")[2] == "alternate" for relation in relations)


def _is_web(link: etree._Element, href: str) -> bool:
    """Return whether a link can be an address of the web: neither `nostr:` nor a number in a
    `guid`.
    """
    if link.get("isPermaLink", "").strip().lower() == "false":
        return href.startswith(("http://", "https://"))
    return _OTHER_SCHEME.match(href) is None


def _joined(link: etree._Element, href: str, base: str) -> str:
    """Return a link joined to the bases that it, what it stands in and the feed set."""
    for box in (link, *link.iterancestors()):
        href = _join(box.get(_XML_BASE) or box.get("xml:base") or "", href)
    return _join(base, href)


def _join(base: str, href: str) -> str:
    try:
        return urljoin(base, href) if base else href
    except ValueError:
        return href


def _is_in_box(element: etree._Element, entry: etree._Element) -> bool:
    """Return whether it describes a picture, a source or the text of the entry, not the entry."""
    for box in (element, *element.iterancestors()):
        if box is entry:
            return False
        if _name(box)[1].lower() in _BOXES:
            return True
    return False


def _name(element: etree._Element) -> tuple[str, str]:
    """Return prefix and name of an element, also where the prefix was never declared."""
    prefix, _, name = str(element.tag).rpartition("}")[2].rpartition(":")
    return prefix or element.prefix or "", name


def _first(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((texts[name] for name in names if name in texts), None)
