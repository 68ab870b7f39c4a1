"""Reads each `-a` argument, or refuses it with the nearest right one. Pure, but for the file of
addresses."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from newsspider.base_spiders.durations import read_duration
from newsspider.base_spiders.url_file import UrlFile, foreign, url_file
from newsspider.errors import BadArgument, nearest
from newsspider.sites.site import Site

_YES: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def _words(name: str, text: str) -> tuple[str, ...]:
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    if not words:
        raise BadArgument(f"-a {name}=: empty; give one or more, separated by commas")
    return words


def _sections(name: str, text: str, site: Site) -> tuple[str, ...]:
    words = tuple(word.lower() for word in _words(name, text))
    for word in words:
        if word not in site.sections:
            raise BadArgument(f"-a {name}={word}: unknown section{nearest(word, site.sections)}")
    return words


def _topics(name: str, text: str, site: Site) -> tuple[str, ...]:
    return _named(name, text, "topic", site, site.lists.topic)


def _authors(name: str, text: str, site: Site) -> tuple[str, ...]:
    return _named(name, text, "author", site, site.lists.author)


def _named(
    name: str, text: str, kind: str, site: Site, find: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the lists that a user names by their address or its last part."""
    found = [(word, find(word)) for word in _words(name, text)]
    for word, url in found:
        if url is None:
            raise BadArgument(
                f"-a {name}={word}: no {kind} of {site.title}; write its address, or the end of"
                " it, such as 123/nama"
            )
    return tuple(url for _, url in found if url is not None)


def _feeds(name: str, text: str, site: Site) -> tuple[str, ...]:
    """Return the addresses in a file, or in standard input, as those of feeds."""
    try:
        file = url_file(text)
        _refuse_packed(name, text, file)
        found = tuple(dict.fromkeys(file.addresses()))
    except OSError as error:
        raise BadArgument(f"-a {name}={text}: {error.strerror}{_instead(text)}") from None
    if not found:
        raise BadArgument(f"-a {name}={text}: no address in it; write one a line")
    return tuple(_list_of(name, url, site) for url in found)


def _sitemap(name: str, text: str, site: Site) -> str:
    return _list_of(name, text.strip(), site)


def _list_of(name: str, url: str, site: Site) -> str:
    if not url.startswith(("http://", "https://")) or site.address(url).kind == "foreign":
        raise BadArgument(f"-a {name}={url}: {foreign(url, site)}")
    return url


def _file(name: str, text: str, site: Site) -> UrlFile:
    try:
        file = url_file(text)
        _refuse_packed(name, text, file)
        _refuse_no_article(name, file, site)
    except FileNotFoundError:
        raise BadArgument(f"-a {name}={text}: no such file{_instead(text)}") from None
    except OSError as error:
        raise BadArgument(f"-a {name}={text}: {error.strerror}{_instead(text)}") from None
    return file


def _refuse_packed(name: str, text: str, file: UrlFile) -> None:
    if packed := file.packed():
        raise BadArgument(f"-a {name}={text}: is {packed}; give it unpacked, as text or CSV")


def _instead(text: str) -> str:
    if "://" in text:
        return f"; to fetch one article, pipe its address: echo {text} | scrapy crawl … -a urls=-"
    return "; give a file with one address a line, or - for standard input"


def _refuse_no_article(name: str, file: UrlFile, site: Site) -> None:
    first = next(file.lines(site), None)
    if not any(problem is None for _, _, problem in file.lines(site)):
        why = f"line {first[0]}: {first[2]}: {first[1]:.200}" if first else "it is empty"
        raise BadArgument(f"-a {name}={file}: no article of {site.title} in it; {why}")


def _whole_number(name: str, text: str, site: Site) -> int:
    if not re.fullmatch(r"[1-9]\d{0,8}", text.strip()):
        raise BadArgument(f"-a {name}={text}: not a number above zero")
    return int(text)


def _switch(name: str, text: str, site: Site) -> bool:
    if text.strip().lower() not in _YES:
        raise BadArgument(f"-a {name}={text}: neither 1 nor 0")
    return _YES[text.strip().lower()]


def _duration(name: str, text: str, site: Site) -> timedelta:
    return read_duration(f"-a {name}", text)


def _order(name: str, text: str, site: Site) -> str:
    if text not in ("oldest", "newest"):
        raise BadArgument(f"-a {name}={text}: unknown{nearest(text, ('oldest', 'newest'))}")
    return text


def _source(name: str, text: str, site: Site) -> str:
    if text not in ("ccnews", "cdx"):
        raise BadArgument(f"-a {name}={text}: unknown archive; known are ccnews, cdx")
    return text


def _text(name: str, text: str, site: Site) -> str:
    if not text.strip():
        raise BadArgument(f"-a {name}=: empty; give the words to search for")
    if site.lists.search(text) is None:
        raise BadArgument(f"-a {name}: {site.title} has no search; leave it out")
    return text.strip()


Reader = Callable[[str, str, Site], Any]
"""Takes name and text of an argument, and the site; raises `BadArgument`."""

ARGUMENTS: Final[Mapping[str, Reader]] = {
    "order": _order,
    "sections": _sections,
    "topics": _topics,
    "authors": _authors,
    "query": _text,
    "urls": _file,
    "feeds": _feeds,
    "sitemap": _sitemap,
    "limit": _whole_number,
    "thrift": _switch,
    "refresh": _duration,
    "overlap": _duration,
    "source": _source,
}
