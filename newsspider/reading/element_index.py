"""An index of a page's tree: one pass, then every class is a look-up.

A selector that names only a class walks the whole tree each time, at two thirds of the cost of
parsing the page; forty of them would cost thirty parses. One pass costs an eighth of a parse, less
as it leaves out the menus, half of all elements of a page since 2021.
"""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, Final, cast

from lxml import etree

# Tags that carry the classes of article columns. Leaving out links and pictures, which are
# reached through their boxes, halves the pass.
_BOXES: Final = frozenset((
    "div", "section", "article", "main", "header", "footer", "aside", "nav", "h1", "h2", "h3",
    "h4", "h5", "p", "span", "ul", "ol", "li", "time", "figure", "figcaption", "blockquote",
    "table", "td", "small", "em", "strong", "b", "center",
))  # fmt: skip
_SINGLE: Final = ("h1", "time", "figure", "figcaption", "article", "main")
_MOST_PARTS: Final = 200  # of a page; one of more has no parts to tell apart
_MENUS: Final = frozenset(("header", "nav", "footer"))
_MENU_NAME = re.compile(r"(?:^|[\s_-])(?:head|header|nav|menu|footer)(?:[\s_-]|$)")
_MOST_VALUES: Final = 8192  # class attributes that are remembered; a page of the site has 100
_LONGEST_VALUE: Final = 256  # characters
_AMP: Final = frozenset(("amp", "\u26a1"))
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


class ElementIndex:
    """Where the marks of a tree are, and what its head says.

    `places` understands `.class`, `#id`, `[itemprop=x]`, `tag` and `tag.class`, and perhaps a tag,
    `.class` or `a[rel=author]` within: `.detail-title h1`; `[amp]` is the root of an AMP page.
    `meta` holds the first content of each name or property, in lower case.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.meta: dict[str, str] = {}
        self.title: str | None = None
        self.language: str | None = root.get("lang") or root.get(_XML_LANG)
        self.json_ld: list[str] = []
        self._by_class: dict[str, list[etree._Element]] | None = None
        self._tags: dict[str, list[etree._Element]] = {tag: [] for tag in _SINGLE}
        self._read_head()

    def places(self, place: str) -> list[etree._Element]:
        """The elements at a place, in document order."""
        tag, mark, inner = _split(place)
        found = self._marked(mark) if mark else self._tagged(tag)
        if mark and tag:
            found = [element for element in found if element.tag == tag]
        return found if not inner else [part for box in found for part in _within(box, inner)]

    def _tagged(self, tag: str) -> list[etree._Element]:
        return self._tags[tag] if tag in self._tags else list(self.root.iter(tag))

    def _marked(self, mark: str) -> list[etree._Element]:
        if mark[0] == ".":
            return self._of_class(mark[1:])
        if mark[0] == "#":
            return _elements(_BY_ID(self.root, name=mark[1:]))
        if mark == "[amp]":
            return [self.root] if _AMP.intersection(self.root.keys()) else []
        return self._properties.get(mark[len("[itemprop=") : -1], [])

    def _of_class(self, name: str) -> list[etree._Element]:
        if name not in _asked_for:
            _asked_for.add(name)
            _known_names.clear()
            self._by_class = None
        if self._by_class is None:
            self._by_class = self._index()
        return self._by_class.get(name, [])

    def _index(self) -> dict[str, list[etree._Element]]:
        by_class: dict[str, list[etree._Element]] = {}
        parts, menus = self._parts
        for part in parts:
            # Breadcrumbs may stand above the headline's part; menus are deeper.
            for element in (part, *part) if part in menus else part.iter():
                names = _known_names[element.get("class")]
                if names and element.tag in _BOXES:
                    for name in names:
                        by_class.setdefault(name, []).append(element)
        return by_class

    def links(self) -> Iterator[etree._Element]:
        """Every link of the page, in order, but those of its menus."""
        parts, menus = self._parts
        return chain.from_iterable(part.iter("a") for part in parts if part not in menus)

    @cached_property
    def _parts(self) -> tuple[list[etree._Element], set[etree._Element]]:
        """The parts of the page, and those of them that are menus.

        Those are the footer, and what calls itself a header or menu and holds no headline: half of
        all elements of a page since 2021.
        """
        body = self.root.find("body")
        if body is None or len(body) > _MOST_PARTS:
            return [self.root], set()
        parts = list(body)
        menus = {part for part in parts if _is_menu(part)}
        for headline in self._tags["h1"]:
            menus.difference_update(headline.iterancestors())
        return parts, menus

    @cached_property
    def _properties(self) -> dict[str, list[etree._Element]]:
        properties: dict[str, list[etree._Element]] = {}
        for element in _elements(_WITH_ITEMPROP(self.root)):
            for name in (element.get("itemprop") or "").split():
                properties.setdefault(name, []).append(element)
        return properties

    def _canonical(self) -> str | None:
        """A head has fifty links, of icons, styles and fonts; most say it in the one way."""
        links = _elements(_CANONICAL(self.root)) or (
            link
            for link in self.root.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        )
        return next((href for link in links if (href := link.get("href"))), None)

    def _read_head(self) -> None:
        self.canonical = self._canonical()
        for element in self.root.iter("meta", "script", "title", *_SINGLE):
            tag = element.tag
            if tag == "meta":
                name = element.get("property") or element.get("name") or element.get("itemprop")
                content = element.get("content")
                if name and content:
                    self.meta.setdefault(name.lower(), content)
            elif tag == "script":
                if "ld+json" in (element.get("type") or "").lower() and element.text:
                    self.json_ld.append(element.text)
            elif tag == "title":
                if self.title is None:
                    self.title = element.text
            else:
                self._tags[tag].append(element)


_BY_ID = etree.XPath("id($name)")
_CANONICAL = etree.XPath("head/link[@rel='canonical']")
_WITH_ITEMPROP = etree.XPath("//*[@itemprop]")


_PLACE = re.compile(r"(?P<tag>[a-z0-9-]*)(?P<mark>[.#\[][^ ]+)?(?: (?P<inner>.+))?")


@lru_cache(maxsize=512)
def _split(place: str) -> tuple[str, str, str]:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError(f"no place: {place!r}")
    return found["tag"], found["mark"] or "", found["inner"] or ""


_asked_for: set[str] = set()
"""Class names that were ever looked up. They stand in the code, so there are some hundred of them;
only these are indexed, for most elements of a page have none of them."""


class _KnownNames(dict[str | None, tuple[str, ...]]):
    """The class names in an attribute that anyone asks for; a look-up, once a value was seen."""

    def __missing__(self, value: str | None) -> tuple[str, ...]:
        names = dict.fromkeys(value.split() if value else ())
        known = tuple(name for name in names if name in _asked_for)
        if len(value or "") <= _LONGEST_VALUE:
            if len(self) >= _MOST_VALUES:
                self.clear()
            self[value] = known
        return known


_known_names = _KnownNames()


def _is_menu(part: etree._Element) -> bool:
    names = f"{part.get('class', '')} {part.get('id', '')}"
    return part.tag in _MENUS or _MENU_NAME.search(names) is not None


def _elements(result: Any) -> list[etree._Element]:
    """The result of an XPath that selects elements."""
    return cast("list[etree._Element]", result)


def _within(box: etree._Element, inner: str) -> list[etree._Element]:
    if inner[0] == ".":
        name = inner[1:]
        return [part for part in box.iter() if name in (part.get("class") or "").split()]
    if inner == "a[rel=author]":
        return [part for part in box.iter("a") if part.get("rel") == "author"]
    return [box] if box.tag == inner else list(box.iter(inner))


def line_of(element: etree._Element) -> str:
    """All text within an element as it is set in one line: a `<br>` or a block parts words."""
    if all(part is element for part in element.iter("br", "p", "div")):
        return string_of(element)
    said = []
    for event, part in etree.iterwalk(element, events=("start", "end", "comment")):
        if event == "start":
            said.append(part.text or "")
        elif part is not element:
            said.append((" " if part.tag in ("br", "p", "div") else "") + (part.tail or ""))
    return "".join(said)


def string_of(element: etree._Element) -> str:
    """All text within an element, as it stands in the source."""
    parts = len(element)
    if not parts:
        return element.text or ""
    if parts == 1 and element[0].tag == "img":
        return (element.text or "") + (element[0].tail or "")
    return "".join(cast("list[str]", list(element.itertext())))
