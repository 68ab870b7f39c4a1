"""Passes over pages: the program whose instructions are counted, with any checkout's reader.

    PYTHONPATH=CHECKOUT python passes.py PAGES WORK TIMES UNSEEN

PAGES is a pickle of two lists of what makes a `Page`: saved pages and unseen ones. WORK is `parse`
or `extract`; the saved pages are passed TIMES times, the unseen ones UNSEEN times. With WORK
`check` it prints, as JSON, which pages of each list the checkout reads.
"""

import json
import pickle
import sys
from pathlib import Path

from lxml import etree

from newsspider.extract import NotAnArticle, Page, extract

Given = tuple[str, bytes, object, str | None]


def parse(given: Given) -> None:
    """Do what lxml does for any reader of the page."""
    etree.fromstring(given[1], etree.HTMLParser(encoding="utf-8"))


def read(given: Given) -> None:
    """Do everything, from bytes to the record's fields."""
    extract(Page.from_bytes(*given))  # type: ignore[arg-type]


def is_read(given: Given) -> bool:
    """Return whether a page is an article to this checkout."""
    try:
        read(given)
    except NotAnArticle:
        return False
    return True


def main() -> None:
    path, work, times, unseen = sys.argv[1:]
    saved, new = pickle.loads(Path(path).read_bytes())
    if work == "check":
        print(json.dumps([list(map(is_read, pages)) for pages in (saved, new)]))
        return
    passed = {"parse": parse, "extract": read}[work]
    for given in saved * int(times) + new * int(unseen):
        passed(given)


if __name__ == "__main__":
    main()
