"""Feeds and sitemaps as entries, however broken the XML is.

Each entry is parsed by itself, so that a broken one harms no other. A document type and its
entities stand before the first entry and are never seen, and every `&` that is none of XML's own
five entities is text: nothing is expanded or fetched. A last entry that is not closed is dropped:
a file cut in the middle of an address must not give half an address.
"""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree


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
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LITERAL = re.compile(  # comments, and characters that must be escaped, outside of CDATA
    r"(?P<cdata><!\[CDATA\[.*?\]\]>)|<!--.*?-->"
    r"|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)|<(?![a-z/!?_])",
    re.S | re.I,
)
_ESCAPED: Final = {"&": "&amp;", "<": "&lt;"}
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
_PUBLISHED: Final = ("publication_date", "pubDate", "published", "date", "created", "issued")
_MODIFIED: Final = ("lastmod", "updated", "modified")
_READ: Final = {"loc", "link", "guid", "title", *_PUBLISHED, *_MODIFIED}
_MEDIA: Final = ("image", "video", "media")  # their `loc` and `title` are a picture's


def root_name(text: str) -> str | None:
    """Which list in XML the text is, by its root element; None for HTML and everything else.

    >>> root_name('<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    'urlset'
    """
    root = _ROOT.search(text)
    return _ROOT_NAME.get(root[1].lower()) if root else None


def entries(text: str) -> Iterator[Entry]:
    """The entries of a feed, sitemap or sitemap index, in order."""
    name = root_name(text)
    if name is None:
        return
    text = _LITERAL.sub(_as_xml, _NOT_XML.sub("", text))
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    for source in _sources(text, ENTRY_OF_ROOT[name]):
        element = etree.fromstring(source.encode(), parser)
        entry = None if element is None else _entry(element)
        if entry is not None:
            yield entry


def _as_xml(found: re.Match[str]) -> str:
    if found[0].startswith("<!--"):
        return ""
    return found["cdata"] or _ESCAPED[found[0]]


def _sources(text: str, tag: str) -> Iterator[str]:
    """The source of each entry: to its end, or to the next one's start where the end is missing."""
    limits = re.compile(rf"<(?P<end>/?)(?:[\w.-]+:)?{tag}(?=[\s/>])")
    start = None
    for limit in limits.finditer(text):
        if start is not None:
            yield f"{text[start : limit.start()]}</{tag}>"
        start = None if limit["end"] else limit.start()


def _entry(element: etree._Element) -> Entry | None:
    texts: dict[str, str] = {}
    for child in element.iter(etree.Element):
        prefix, name = _name(child)
        if name not in _READ or prefix in _MEDIA or _is_of_source(child):
            continue
        if name == "link" and child.get("rel", "alternate") != "alternate":
            continue  # Atom: `self`, `enclosure`
        text = "".join(map(str, child.itertext())) or child.get("href", "")
        if text and not text.isspace():
            texts.setdefault(name, text.strip())
    href = texts.get("loc") or texts.get("link") or texts.get("guid")
    if not href:
        return None
    return Entry(href, _headline(texts), _first(texts, _PUBLISHED), _first(texts, _MODIFIED))


def _is_of_source(element: etree._Element) -> bool:
    """Whether it describes where the entry was taken from (Atom's `source`), not the entry."""
    parent = element.getparent()
    return parent is not None and _name(parent)[1] == "source"


def _name(element: etree._Element) -> tuple[str, str]:
    """Prefix and name of an element, also where the prefix was never declared."""
    prefix, _, name = str(element.tag).rpartition("}")[2].rpartition(":")
    return prefix or element.prefix or "", name


def _headline(texts: dict[str, str]) -> str | None:
    """The title as a reader sees it: feeds escape it once, twice, or put tags in it."""
    return html.unescape(_MARKUP.sub("", html.unescape(texts.get("title", "")))) or None


def _first(texts: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((texts[name] for name in names if name in texts), None)
