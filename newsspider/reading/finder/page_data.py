"""Texts that a page carries in its data: script states, JSON-LD, `<noscript>`, `<template>`."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from html import escape
from typing import Any, Final

from lxml import etree

from newsspider.reading.html.element_index import string_of
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.reading.trust.claims import Claims, letters

_STATE = re.compile(r"(?:__[A-Z][A-Z_]+__|__NEXT_DATA__|__NUXT_DATA__)")
_STRING = r'"(?:[^"\\]|\\.)*+"'
_BARE_KEY = re.compile(rf"({_STRING})|([{{,]\s*)([A-Za-z_$][\w$]*)(\s*:)")
_BARE_VALUE = re.compile(
    rf"({_STRING})|(?<=[:,\[])\s*(?!true\b|false\b|null\b)[A-Za-z_$][\w$.]*(?=\s*[,\]}}])"
)
_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li)\b", re.IGNORECASE)
_LEAST: Final = 60  # characters of a text
_MOST_NODES: Final = 50_000
_MOST_CHARS: Final = 2 * 1024 * 1024
_DEEPEST: Final = 40
_TEXT_KEYS: Final = frozenset((
    "articlebody", "body", "content", "detail", "html", "isi", "text", "konten", "story", "value",
    "description_long", "paragraphs", "blocks", "articlecontent", "content_html", "bodyhtml",
    "rendered", "elements", "content_elements", "children", "components", "nodes", "sections",
))  # fmt: skip
_TITLES: Final = frozenset(("title", "headline", "headlines", "judul"))
_OF_A_BLOCK: Final = ("html", "text", "content", "value", "data", "children", "rendered")
"""Where Draft.js, Editor.js, Slate, Lexical, Arc XP and WordPress keep the words of a block."""
_NO_TEXT = re.compile(
    r"link|relat|image|photo|foto|gambar|video|audio|embed|galler|caption|promo|newsletter|\bad"
    r"|iklan"
)
"""What types of blocks are named that are no paragraphs."""


def carried(page: Page, article: dict[str, Any], claims: Claims) -> Iterator[etree._Element]:
    """Yield the texts that a page carries in its data, each as an element; longest are not first.

    `article` is its JSON-LD. A state's text counts when the object that holds it has the headline.
    """
    body = article.get("articleBody")
    if isinstance(body, str) and len(body) >= _LEAST:
        yield element_of(body)
    for value in _states(page):
        for text in _told(value, claims):
            yield element_of(text)
    for box in page.iter("noscript", "template"):
        if box.getparent() is not None and len(string_of(box).strip()) >= _LEAST:
            yield _as_box(box)


def element_of(text: str) -> etree._Element:
    """Return an element with a text, which may be HTML or have its paragraphs in lines."""
    if not _TAG.search(text):
        lines = filter(None, map(clean, text.splitlines()))
        text = "".join([f"<p>{escape(line)}</p>" for line in lines])
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True)
    root = etree.fromstring(f"<div>{text}</div>".encode("utf-8", "replace"), parser)
    body = None if root is None else root.find("body")
    return etree.Element("div") if body is None else body


def _as_box(element: etree._Element) -> etree._Element:
    """A copy of what an element holds, in a box that is read."""
    box = deepcopy(element)  # with control characters, which lxml sets nowhere anew
    box.tag, box.tail = "div", None
    box.attrib.clear()
    return box


def _states(page: Page) -> Iterator[Any]:
    for script in page.iter("script"):
        source = script.text or ""
        kind = (script.get("type") or "").lower()
        if not source or len(source) > _MOST_CHARS or "ld+json" in kind:
            continue
        if "json" in kind:
            value = _load(source.strip())
            if isinstance(value, list) and "NUXT" in (script.get("id") or ""):
                value = _resolved(value)
            yield value
        elif _STATE.search(source[:400]):
            start = source.find("return {") + 7 if "return {" in source[:400] else source.find("{")
            yield _first_object(source[start:])


def _load(source: str) -> Any:
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _first_object(source: str) -> Any:
    """The object that a piece of JavaScript begins with; bare names are null."""
    decoder = json.JSONDecoder(strict=False)
    mended = _BARE_KEY.sub(lambda m: m[1] or f'{m[2]}"{m[3]}"{m[4]}', source)
    mended = _BARE_VALUE.sub(lambda m: m[1] or "null", mended)
    for text in (source, mended):
        try:
            return decoder.raw_decode(text)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _resolved(flat: list[Any], at: int = 0, depth: int = 0) -> Any:
    """The value of Nuxt's payload, in which numbers are places in the list."""
    value = flat[at] if 0 <= at < len(flat) else None
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {
            key: _resolved(flat, part, depth + 1) for key, part in value.items() if _is_place(part)
        }
    if isinstance(value, list):
        return [_resolved(flat, part, depth + 1) for part in value if _is_place(part)]
    return value


def _is_place(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _told(value: Any, claims: Claims) -> Iterator[str]:
    """The texts in the objects that have the page's headline."""
    headline = letters(claims.headline)
    pending: list[Any] = [value]
    for _ in range(_MOST_NODES):
        if not pending:
            return
        part = pending.pop()
        if isinstance(part, list):
            pending += part
        elif isinstance(part, dict):
            if headline and headline in map(letters, _strings(part)):
                texts = [text for key, v in part.items() if (text := _text(key, v))]
                if texts:
                    yield max(texts, key=len)
            pending += part.values()


def _strings(part: dict[str, Any]) -> Iterator[str]:
    """The strings of an object, and those of its headline where that is one: `title.rendered`."""
    for key, value in part.items():
        inner = value.values() if isinstance(value, dict) and key in _TITLES else (value,)
        yield from (text for text in inner if isinstance(text, str))


def _text(key: str, value: Any) -> str:
    """A text in a field: as it stands, or the blocks of an editor joined."""
    if isinstance(value, str):
        return value if len(value) >= _LEAST and key.lower() in _TEXT_KEYS else ""
    if isinstance(value, dict):
        return max((_text(name, part) for name, part in value.items()), key=len, default="")
    if isinstance(value, list) and value and key.lower() in _TEXT_KEYS:
        blocks = [_block(part) for part in value]
        return "".join(f"<p>{block}</p>" for block in blocks if block)
    return ""


def _block(part: Any, depth: int = 0) -> str:
    """The words of a block, and of what it is made of: runs of letters of one kind."""
    if isinstance(part, str):
        return part
    if isinstance(part, list) and depth < _DEEPEST:
        return "".join(_block(each, depth + 1) for each in part)
    if not isinstance(part, dict) or _NO_TEXT.search(str(part.get("type") or "").lower()):
        return ""
    held = (part[name] for name in _OF_A_BLOCK if isinstance(part.get(name), str | list | dict))
    return _block(next(held, ""), depth + 1)
