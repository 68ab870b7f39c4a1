"""What the head of a page says of it."""

from dataclasses import dataclass, field
from typing import Final

from lxml import etree

_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class Head:
    """The title, language, metas, canonical link and JSON-LD blocks of a page.

    They count wherever they stand: templates print them into the body too. `meta` holds the first
    content of each name, property or item property, in lower case.
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
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content:
                head.meta.setdefault(name.lower(), content)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                head.json_ld.append(element.text)
        elif head.title is None:
            head.title = element.text
    return head


def _canonical(root: etree._Element) -> str | None:
    """The first that has an address; what follows it, of fifty links, is not looked at."""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (href := link.get("href")):
            return href
    return None
