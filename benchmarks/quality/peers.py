"""The peers, each called as its users call it. Runs in their environment, by path, alone.

    python benchmarks/quality/peers.py CASES.json READINGS.json

`once` in CASES.json takes the speed from the one reading. It must not import newsspider or the
benchmarks package: none of them is installed there. A peer that raises on a page has read nothing.
"""

import importlib
import json
import logging
import sys
import time
import warnings
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

Reading = dict[str, Any]
Reader = Callable[[str, str], Reading]

PASSES = 2  # over all pages, the best counts


def trafilatura(html: str, url: str) -> Reading:
    library = importlib.import_module("trafilatura")
    document = library.bare_extraction(html, url=url, with_metadata=True)
    found = document.as_dict() if document else {}
    return {
        "headline": found.get("title"),
        "description": found.get("description"),
        "date_published": found.get("date"),
        "authors": [name for name in (found.get("author") or "").split("; ") if name],
        "keywords": found.get("tags") or [],
        "image": found.get("image"),
        "section": next(iter(found.get("categories") or []), None),
        "url": found.get("url"),
        "in_language": found.get("language"),
        "paragraphs": (found.get("text") or "").split("\n"),
    }


def newspaper4k(html: str, url: str) -> Reading:
    library = importlib.import_module("newspaper")
    article = library.Article(url, language="id", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "headline": article.title,
        "description": article.meta_description,
        "date_published": _iso(article.publish_date),
        "authors": article.authors,
        "keywords": article.meta_keywords,
        "image": article.top_image,
        "url": article.canonical_link,
        "in_language": article.meta_lang,
        "paragraphs": article.text.split("\n\n"),
    }


def news_please(html: str, url: str) -> Reading:
    library = importlib.import_module("newsplease")
    article = library.NewsPlease.from_html(html, url=url, fetch_images=False)
    return {
        "headline": article.title,
        "description": article.description,
        "date_published": _iso(article.date_publish),
        "authors": article.authors,
        "image": article.image_url,
        "in_language": article.language,
        "paragraphs": (article.maintext or "").split("\n"),
    }


def readability(html: str, url: str) -> Reading:
    library = importlib.import_module("readability")
    document = library.Document(html, url=url)
    return {"headline": document.short_title(), "paragraphs": _blocks(document.summary())}


def htmldate(html: str, url: str) -> Reading:
    library = importlib.import_module("htmldate")
    found = library.find_date(html, url=url, original_date=True, outputformat="%Y-%m-%dT%H:%M")
    return {"date_published": found}


def fundus(html: str, url: str) -> Reading:
    """Nothing, and no error, where fundus knows no publisher of the host."""
    publishers = importlib.import_module("fundus").PublisherCollection
    host = urlsplit(url).netloc.removeprefix("www.")
    for publisher in publishers:
        if urlsplit(publisher.domain).netloc.removeprefix("www.") == host:
            found = publisher.parser(datetime.now(UTC).date()).parse(html)
            return {
                "headline": found.get("title"),
                "date_published": _iso(found.get("publishing_date")),
                "authors": found.get("authors") or [],
                "paragraphs": str(found.get("body") or "").split("\n"),
            }
    return {}


READERS: dict[str, Reader] = {
    "trafilatura": trafilatura,
    "newspaper4k": newspaper4k,
    "news-please": news_please,
    "readability-lxml": readability,
    "htmldate": htmldate,
    "fundus": fundus,
}


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if hasattr(moment, "isoformat") else None


def _blocks(summary: str) -> list[str]:
    """The lines a reader of readability's HTML sees: a new one at each block and `<br>`."""
    tree = importlib.import_module("lxml.html").fromstring(summary)
    for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    return str(tree.text_content()).split("\n")


def read(reader: Reader, case: dict[str, Any]) -> Reading:
    """Metadata from page 1, which alone has all of it, and the text of all pages."""
    found = _tried(reader, case["html"], case["url"])
    if case["further"]:
        pages = [_tried(reader, html, url) for url, html in case["further"]]
        texts = [page.get("paragraphs", []) for page in pages]
        own = [] if case["further_is_whole"] else [found.get("paragraphs", [])]
        found["paragraphs"] = [line for text in own + texts for line in text]
    return found


def _tried(reader: Reader, html: str, url: str) -> Reading:
    try:
        return reader(html, url)
    except Exception:  # noqa: BLE001 - a peer may raise anything, and has then read nothing
        return {}


def pages_a_second(reader: Reader, cases: list[dict[str, Any]]) -> float:
    """First pages read in a second of processor time; the best of `PASSES`."""
    best = 0.0
    for _ in range(PASSES):
        start = time.process_time()
        for case in cases:
            _tried(reader, case["html"], case["url"])
        best = max(best, len(cases) / (time.process_time() - start))
    return best


def date_lines(lines: list[str]) -> tuple[list[str | None], float]:
    """What dateparser reads of each line, and its lines a second."""
    parse = importlib.import_module("dateparser").parse
    start = time.process_time()
    found = [_iso(parse(line, languages=["id"])) for line in lines]
    return found, len(lines) / (time.process_time() - start)


def _is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def main() -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    given, wanted = (Path(argument) for argument in sys.argv[1:3])
    work = json.loads(given.read_text(encoding="utf-8"))
    cases = work["cases"]
    tools = {}
    for name, reader in READERS.items():
        if not _is_installed(name):
            continue
        start = time.process_time()
        readings = {case["name"]: read(reader, case) for case in cases}
        rate = len(cases) / (time.process_time() - start)
        if not work.get("once"):
            rate = pages_a_second(reader, cases)
        tools[name] = {"version": version(name), "readings": readings, "rate": rate}
    result: dict[str, Any] = {"tools": tools}
    if work["date_lines"]:
        dates, rate = date_lines(work["date_lines"])
        result["dateparser"] = {"version": version("dateparser"), "dates": dates, "rate": rate}
    wanted.write_text(json.dumps(result, default=str), encoding="utf-8")


if __name__ == "__main__":
    main()
