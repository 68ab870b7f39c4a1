"""CSS selectors as parsel understands them, taken apart and compiled once.

Most selectors of a layout are one compound (`h1.detail-title`, `#content`, `[itemprop~=author]`) or
several with spaces between. Those are taken apart here, so that an index of the page can answer
them by look-ups; every other is an XPath, as parsel translates it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

import cssselect
from cssselect import parser
from lxml import etree
from parsel.csstranslator import HTMLTranslator

_TRANSLATOR: Final = HTMLTranslator()
_NAME = re.compile(r"[.#]((?:[\w-]|\\.)+)")
_ESCAPED = re.compile(r"\\(.)")
_WORD = re.compile(r"[^ \t\r\n]+")
LONGEST_KNOWN: Final = 256  # characters of a value that is remembered
_ATTRIBUTE_TESTS: Final = ("exists", "=", "~=")


class NoSelectorError(ValueError):
    """Says which text is no CSS selector of elements, and why."""


@dataclass(frozen=True, slots=True)
class Compound:
    """One compound of a selector: the tag, classes, id and attributes that an element must have.

    Of an attribute there is its name, the test (`exists`, `=`, `~=`) and the value.
    """

    tag: str | None = None
    classes: tuple[str, ...] = ()
    identity: str | None = None
    attributes: tuple[tuple[str, str, str], ...] = ()
    itemprop: str | None = None  # the item property that an element must have, if any
    has_name: bool = False  # a class, an id or an item property
    is_alone: bool = False  # all that it needs is one class, id or tag

    def matches(self, element: etree._Element) -> bool:
        """Return whether an element is one that the compound selects."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.identity is not None and element.get("id") != self.identity:
            return False
        if self.classes and not set(self.classes).issubset(words(element.get("class"))):
            return False
        return all(_passes(element.get(name), test, v) for name, test, v in self.attributes)


@dataclass(frozen=True, slots=True)
class CompiledSelector:
    """A selector with its XPath, and its compounds where it is of these with spaces between."""

    css: str
    xpath: etree.XPath
    compounds: tuple[Compound, ...] = ()
    classes: frozenset[str] = frozenset()  # that its compounds name
    nameless: frozenset[str] | None = None
    """The tags of what it selects without a name of its own, `*` for any; None where elements
    beside it or within it count too."""
    box: Compound | None = None
    """What all that it selects stands in, or is: the compound that it begins with, where that has a
    name, without conditions that no look-up answers."""
    from_box: etree.XPath | None = None
    """The same selector of what stands in a box, or is it, asked of the box."""
    alternatives: "tuple[CompiledSelector, ...]" = ()
    """The selectors that it lists, where these are several."""


def classes_of(selectors: Iterable[str]) -> frozenset[str]:
    """Return the classes that selectors name; those that only an XPath answers need none."""
    return frozenset().union(*(compiled(css).classes for css in selectors))


def names_of(selectors: Iterable[str]) -> frozenset[str]:
    """Return the classes and ids that selectors name.

    >>> sorted(names_of(["#isi > p", "article:not(.lain) .md\\\\:isi i"]))
    ['isi', 'lain', 'md:isi']
    """
    names = chain.from_iterable(map(_NAME.findall, selectors))
    return frozenset(_ESCAPED.sub(r"\1", name) for name in names)


@lru_cache(maxsize=2_048)
def compiled(css: str) -> CompiledSelector:
    """Return the selector that a text is.

    Raises `NoSelectorError` for what parsel would not take, and for `::text` and `::attr(…)`, which
    select no elements.

    >>> [compound.tag for compound in compiled("article h1.judul").compounds]
    ['article', 'h1']
    >>> compiled("article > h1").compounds
    ()
    >>> compiled("article >")
    Traceback (most recent call last):
    newsspider.reading.html.selectors.NoSelectorError: no CSS selector: 'article >'...
    """
    try:
        alternatives = cssselect.parse(css)
        found = [_of_alternative(css, alternative) for alternative in alternatives]
        if len(found) == 1:
            return found[0]
        xpath = etree.XPath(_TRANSLATOR.css_to_xpath(css))
    except (cssselect.SelectorError, etree.XPathSyntaxError) as error:
        raise NoSelectorError(f"no CSS selector: {css!r}: {error}") from None
    classes = frozenset().union(*(alternative.classes for alternative in found))
    return CompiledSelector(css, xpath, classes=classes, alternatives=tuple(found))


def _of_alternative(css: str, alternative: cssselect.Selector) -> CompiledSelector:
    """One of the selectors that a text lists."""
    if alternative.pseudo_element is not None:
        raise NoSelectorError(f"no CSS selector of elements: {css!r}: it ends in a pseudo-element")
    tree = alternative.parsed_tree
    compounds = _compounds(tree)
    box = None if compounds else _box(tree)
    return CompiledSelector(
        css,
        etree.XPath(_TRANSLATOR.selector_to_xpath(alternative)),
        compounds,
        frozenset(name for one in (*compounds, *filter(None, [box])) for name in one.classes),
        _nameless(tree) if _looks_up(tree) else None,
        box,
        etree.XPath(_TRANSLATOR.selector_to_xpath(alternative, prefix="self::")) if box else None,
    )


def words(value: str | None) -> tuple[str, ...]:
    """Return the words of an attribute, each once.

    They are parted as XPath parts them: not by a no-break space.
    """
    if not value:
        return ()
    return _words(value) if len(value) <= LONGEST_KNOWN else _words.__wrapped__(value)


@lru_cache(maxsize=4_096)  # the pages of a site have the same few hundred values
def _words(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_WORD.findall(value)))


def _passes(value: str | None, test: str, wanted: str) -> bool:
    if value is None:
        return False
    return test == "exists" or (value == wanted if test == "=" else wanted in words(value))


def _compounds(tree: parser.Tree) -> tuple[Compound, ...]:
    """The compounds of a selector that look-ups can answer; none of any other."""
    parts = []
    while isinstance(tree, parser.CombinedSelector) and tree.combinator == " ":
        parts.append(tree.subselector)
        tree = tree.selector
    compounds = [_compound(part) for part in (tree, *reversed(parts))]
    return tuple(c for c in compounds if c is not None) if all(compounds) else ()


def _compound(tree: parser.Tree) -> Compound | None:
    tag, identity = None, None
    classes: list[str] = []
    attributes: list[tuple[str, str, str]] = []
    for node in _nodes(tree):
        if isinstance(node, parser.Element) and node.namespace is None:
            tag = node.element and node.element.lower()
        elif isinstance(node, parser.Class):
            classes.append(node.class_name)
        elif isinstance(node, parser.Hash) and identity is None:
            identity = node.id
        elif isinstance(node, parser.Attrib) and node.namespace is None:
            value = "" if node.value is None else str(node.value.value)
            attributes.append((node.attrib.lower(), node.operator, value))
        else:
            return None
    itemprop = next((v for name, _, v in attributes if name == "itemprop" and v), None)
    found = Compound(
        tag,
        tuple(classes),
        identity,
        tuple(attributes),
        itemprop,
        has_name=bool(classes) or identity is not None or itemprop is not None,
        is_alone=not attributes and len(classes) + (identity is not None) + (tag is not None) == 1,
    )
    return found if _is_simple(found) else None


def _box(tree: parser.Tree) -> Compound | None:
    combinator = ">"
    while isinstance(tree, parser.CombinedSelector):
        combinator = tree.combinator
        tree = tree.selector
    while isinstance(tree, (parser.Negation, parser.Function, parser.Pseudo)):
        tree = tree.selector
    box = _compound(tree) if combinator in (" ", ">") else None
    return box if box is not None and box.has_name else None


def _looks_up(tree: parser.Tree) -> bool:
    """Whether a selector asks nothing but of an element itself and of what it stands in."""
    if isinstance(tree, parser.CombinedSelector):
        return tree.combinator in (" ", ">") and all(
            map(_looks_up, (tree.selector, tree.subselector))
        )
    if isinstance(tree, parser.Negation):
        return _looks_up(tree.selector) and _looks_up(tree.subselector)
    *nodes, last = _nodes(tree)
    return isinstance(last, parser.Element) or (bool(nodes) and _looks_up(last))


def _nameless(tree: parser.Tree) -> frozenset[str]:
    """The tag of what a selector selects; none when it must have a class or an id."""
    while not isinstance(tree, parser.Element):
        if isinstance(tree, (parser.Class, parser.Hash)):
            return frozenset()
        tree = tree.subselector if isinstance(tree, parser.CombinedSelector) else tree.selector
    return frozenset(((tree.element or "*").lower(),))


def _nodes(tree: parser.Tree) -> Iterator[parser.Tree]:
    """The steps of a compound, from the last to the element it is of."""
    while isinstance(tree, (parser.Class, parser.Hash, parser.Attrib)):
        yield tree
        tree = tree.selector
    yield tree


def _is_simple(compound: Compound) -> bool:
    """Whether an index holds what the compound needs; a value of several words is no word."""
    single = (*compound.classes, *(v for _, test, v in compound.attributes if test != "exists"))
    return (
        all(_WORD.fullmatch(value) for value in single)
        and all(test in _ATTRIBUTE_TESTS for _, test, _ in compound.attributes)
        and bool(compound.tag or compound.classes or compound.identity or compound.itemprop)
    )
