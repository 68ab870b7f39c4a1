"""What the head of a page says of it."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from newsspider.reading.text import OPENS_A_PLACE, is_unfilled

_MANY: Final = "article:tag"  # a `<meta>` for each, says the Open Graph protocol
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Head:
    """The title, language, metas, canonical link and JSON-LD blocks of a page.

    They count wherever they stand: templates print them into the body too. `meta` holds the first
    content of each name, property or item property, in lower case, but of `article:tag` all, parted
    by commas; a content that a template left unfilled is none.
    """

    language: str | None
    canonical: str | None
    title: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    json_ld: list[str] = field(default_factory=list)


def read_head(root: etree._Element) -> Head:
    """Return what the head of a tree says."""
    head = Head(root.get("lang") or root.get(_XML_LANG), _canonical(root))
    for element in root.iter("meta", "script", "title"):
        tag = element.tag
        if tag == "meta":
            _read_meta(head.meta, element)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                head.json_ld.append(element.text)
        elif head.title is None:
            head.title = element.text
    return head


def _read_meta(meta: dict[str, str], element: etree._Element) -> None:
    name = element.get("property") or element.get("name") or element.get("itemprop")
    content = element.get("content")
    if not name or not content or (content[0] in OPENS_A_PLACE and is_unfilled(content)):
        return
    name = name.lower()
    if name not in meta:
        meta[name] = content
    elif name == _MANY:
        meta[name] += f",{content}"


def _canonical(root: etree._Element) -> str | None:
    """The first that has an address; what follows it, of fifty links, is not looked at."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (href := link.get("href")):
            return href
    return None
