"""Bytes of a page into a tree."""

from threading import local
from typing import Final

from lxml import etree

from newsspider.reading.html.parsing.page_bytes import (
    ends_early,
    with_whole_headlines,
    without_early_ends,
)


class _Parsers(local):
    """A parser for each thread, since its error log is that of the last page it read.

    Making one for each page would add a tenth to the cost of parsing.
    """

    def __init__(self) -> None:
        # Comments are dropped here, so that the text around them is one text.
        # The default limit of 256 levels would lose the rest of the page without a word.
        # Nothing asks for an id by XPath's `id()`: the table for it costs a fiftieth of a parse.
        self.html = etree.HTMLParser(
            encoding="utf-8",
            remove_comments=True,
            remove_pis=True,
            huge_tree=True,
            collect_ids=False,
        )


_parsers = _Parsers()
_MOST_ERRORS: Final = 100  # of a page that libxml2 reports
_LIMIT: Final = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_UNEXPECTED: Final = etree.ErrorTypes.ERR_TAG_NAME_MISMATCH
_HEADLINE_ENDED: Final = "Unexpected end tag : h1"


def parse(source: bytes) -> tuple[etree._Element | None, bool]:
    """Return the tree of a page in UTF-8, and whether the parser gave up: what follows is lost.

    A page of which the parser ended the document or a headline before its time is mended and read
    again, if it was not seen beforehand. Nothing but white space has no tree.
    """
    if ends_early(source):
        source = without_early_ends(source)
    root, log = _read(source)
    if _is_cut(root) or _is_headline_cut(log):
        mended = with_whole_headlines(without_early_ends(source))
        if mended is not source:
            root, log = _read(mended)
    return root, _is_given_up(log)


def parse_narrow(source: bytes) -> tuple[etree._Element, bool] | None:
    """Return what `parse` does of a page without its menus; None where that has to be mended.

    How much follows an early end, which decides what it means, only the whole page tells.
    """
    root, log = _read(source)
    if root is None or _is_cut(root):
        return None
    if _is_headline_cut(log) and with_whole_headlines(source) is not source:
        return None
    return root, _is_given_up(log)


def _read(source: bytes) -> tuple[etree._Element | None, etree._ListErrorLog]:
    parser = _parsers.html
    return etree.fromstring(source, parser), parser.error_log


def _is_given_up(log: etree._ListErrorLog) -> bool:
    return any(entry.type == _LIMIT for entry in log)


def _is_cut(root: etree._Element | None) -> bool:
    """Whether anything stands behind the body or the document, where the parser puts what follows
    an early end."""
    if root is None or root.getnext() is not None:
        return True
    body = next(root.iterchildren("body"), None)
    return body is None or body.getnext() is not None or bool((body.tail or "").strip())


def _is_headline_cut(log: etree._ListErrorLog) -> bool:
    """Whether an `h1` was ended by what stands in it, so that its own end tag has none to end."""
    return len(log) >= _MOST_ERRORS or any(
        entry.type == _UNEXPECTED and entry.message == _HEADLINE_ENDED for entry in log
    )
