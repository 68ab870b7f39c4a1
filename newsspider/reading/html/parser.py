"""Bytes of a page into a tree."""

from threading import local

from lxml import etree

from newsspider.reading.html.page_bytes import with_whole_headlines, without_early_ends


class _Parsers(local):
    """A parser for each thread, since its error log is that of the last page it read.

    Making one for each page would add a tenth to the cost of parsing.
    """

    def __init__(self) -> None:
        # Comments are dropped here, so that the text around them is one text.
        # The default limit of 256 levels would lose the rest of the page without a word.
        self.html = etree.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
        )


_parsers = _Parsers()


def parse(source: bytes) -> tuple[etree._Element | None, bool]:
    """Return the tree of a page in UTF-8, and whether the parser gave up: what follows is lost.

    Nothing but white space has no tree.
    """
    parser = _parsers.html
    root = etree.fromstring(with_whole_headlines(without_early_ends(source)), parser)
    return root, any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
