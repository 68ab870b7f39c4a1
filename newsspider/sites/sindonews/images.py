"""The lead image: its real address, not the placeholder, and its caption apart from its credit."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.lines import line_of, parts_words
from newsspider.reading.page import Page
from newsspider.reading.text import clean

# Best first: a lazy picture has its address in an attribute that the loading script reads.
_ADDRESSES: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "src")
_SETS: Final = ("data-srcset", "srcset")
_PLACEHOLDERS: Final = (
    "pre-images", "placeholder", "/blank.", "spacer", "lazyload", "lazy-load", "loading.",
    "1x1.", "pixel.gif", "pixel.png", "default-image", "default_image", "no-image", "noimage",
    "sindonews-cover", "/avatar", ".svg",
)  # fmt: skip
_ARTICLE_PICTURE = re.compile(r"/(?:pena/news|content)/(\d{4})/(\d{2})/(\d{2})/\d+/(\d+)/")
_LONGEST_CAPTION: Final = 400  # characters
_FOTO = re.compile(r"[(\[]?\s*\b(?:foto|photo)\s*(?:ilustrasi\s*)?[/:]\s*", re.IGNORECASE)
_AGENCY = re.compile(r"(?:[A-Z][\w-]*[\s/]*){1,4}")  # "Foto/ANTARA FOTO/…", "Foto/AFP PHOTO/…"
_AGENCY_AHEAD = re.compile(r"[(\[]?\s*\b(?:ANTARA|AFP|AP|EPA|XINHUA)\s\Z")  # "ANTARA FOTO/Aditya"
_DOK = re.compile(
    r"(?:\A|(?<=\s))[(\[]?\s*(?:\b[Dd]ok|DOK)\b\s*[./:]\s*(?=\S)|[(\[]\s*(?:[Dd]ok|DOK)\b"
)
_IST = re.compile(r"(?:\A|(?<=\s))[(\[]?\s*(?:Ist|IST|ist|Istimewa|ISTIMEWA|istimewa)\b[\s.)\]]*\Z")
_ILLUSTRATION = re.compile(r"[(\[]?\s*\bilustrasi\s*/\s*\Z", re.IGNORECASE)


def picture(box: etree._Element) -> str | None:
    """The address of the first real picture in a box, as printed; None when there is none."""
    tags = ("img", "amp-img", "source", "meta", "link")
    for image in [box] if box.tag in tags else (*box.iter("img", "amp-img"), *box.iter("source")):
        for address in _addresses(image):
            if address and not is_placeholder(address):
                return address
    return None


def is_placeholder(address: str) -> bool:
    """Whether an address is of what stands in until the picture is loaded, or of the site's own.

    >>> is_placeholder("https://sm.sindonews.net/mobile/2016/images/pre-images-light.png")
    True
    >>> is_placeholder("https://pict.sindonews.net/dyn/732/pena/news/2025/12/19/158/1657/avatar-x.jpg")
    False
    """
    if address.startswith("data:"):
        return True
    name = address.lower()
    if not any(map(name.__contains__, _PLACEHOLDERS)):
        return False
    return not _ARTICLE_PICTURE.search(address)  # news may be about the film "Avatar"


def stated_picture(page: Page, article: dict[str, Any]) -> str | None:
    """The picture that JSON-LD or `og:image` names, if filed under articles: no site cover."""
    named = json_ld.text_of(article.get("image"), "url", "contentUrl", "@id")
    for address in (named, page.index.meta.get("og:image"), page.index.meta.get("twitter:image")):
        if address and _ARTICLE_PICTURE.search(address):
            return address
    return None


def filed_under(url: str) -> tuple[date, int] | None:
    """The day and the number of the article that a picture's path files it under.

    >>> filed_under("https://pict.sindonews.net/dyn/732/pena/news/2022/01/11/40/653001/a-kx.jpg")
    (datetime.date(2022, 1, 11), 653001)
    """
    found = _ARTICLE_PICTURE.search(url)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])), int(found[4])
    except ValueError:
        return None


def caption_and_credit(line: str) -> tuple[str | None, str | None]:
    """A caption line in two: what the picture shows, and whom it is from, without "Foto/".

    >>> caption_and_credit("Panen padi di Karawang, Senin. Foto/Antara/Budi")
    ('Panen padi di Karawang, Senin.', 'Antara/Budi')
    >>> caption_and_credit("Pelabuhan Patimban (Dok. Pelindo)")
    ('Pelabuhan Patimban', 'Dok. Pelindo')
    >>> caption_and_credit("Panen padi. Foto/ANTARA FOTO/Budi")
    ('Panen padi.', 'ANTARA FOTO/Budi')
    >>> caption_and_credit("Panen padi. (ANTARA FOTO/Budi)")
    ('Panen padi.', 'ANTARA FOTO/Budi')
    >>> caption_and_credit("Warga melihat foto: potret lama kota itu.")
    ('Warga melihat foto: potret lama kota itu.', None)
    >>> caption_and_credit("Foto/Ist")
    (None, 'Ist')
    """
    line = clean(line)
    marked = "foto" in line.lower() or "photo" in line.lower()
    photos = [p for p in _FOTO.finditer(line) if not _is_said(line, p)] if marked else []
    if photos:
        found = _credit_marker(line, photos)
        agency = _AGENCY_AHEAD.search(line, 0, found.start() + 1)
        if agency and "/" in found[0]:
            return _bare(line[: agency.start()]), _bare_credit(line[agency.start() :], agency[0])
        return _bare(line[: found.start()]), _bare_credit(line[found.end() :], found[0])
    other = _DOK.search(line) or _IST.search(line)
    if other:
        return _bare(line[: other.start()]), _bare_credit(line[other.start() :], other[0])
    return line or None, None


def _is_said(line: str, marker: re.Match[str]) -> bool:
    """Whether "foto:" is a word of the sentence: "melihat foto: potret Bung Karno"."""
    before = line[: marker.start()].rstrip()
    word = marker[0].strip()
    return (
        word[:1].islower() and word.endswith(":") and (before[-1:].isalnum() or before[-1:] == ",")
    )


def _credit_marker(line: str, photos: list[re.Match[str]]) -> re.Match[str]:
    """The "Foto/" before the credit: the last one, but agencies have names with "FOTO/" in them."""
    found = photos.pop()
    while photos and _AGENCY.fullmatch(line, photos[-1].end(), found.start()):
        found = photos.pop()
    return found


def is_caption(line: str) -> bool:
    """Whether a line right under a picture is its caption: it gives a credit.

    >>> is_caption("Panen padi di Karawang. (Foto: Antara)"), is_caption("Panen padi dimulai.")
    (True, False)
    """
    return len(line) <= _LONGEST_CAPTION and caption_and_credit(line)[1] is not None


def line_under(image: etree._Element) -> str:
    """The caption in the line under a bare `<img>` of running text, or an empty text."""
    said, node = image.tail or "", image.getnext()
    while node is not None and not (node.tag == "br" and said.strip()):
        between = " " if parts_words(node) else ""
        said += f"{between}{line_of(node)}{between}{node.tail or ''}"
        node = node.getnext()
    return said if is_caption(clean(said)) else ""


def _bare(caption: str) -> str | None:
    """The caption without the bracket or dash that introduced the credit."""
    return _ILLUSTRATION.sub("", caption).rstrip(" ([|/–—-").strip() or None


def _bare_credit(credit: str, marker: str) -> str | None:
    credit = credit.strip(" ([")
    opened = "(" in marker or "[" in marker
    if opened or credit.count(")") > credit.count("("):
        credit = credit.rstrip(" .").removesuffix(")").removesuffix("]")
    return credit.strip() or None


def _addresses(image: etree._Element) -> Iterator[str | None]:
    for name in _ADDRESSES[:-1]:
        yield image.get(name)
    for name in _SETS:
        candidates = image.get(name)
        yield _largest(candidates) if candidates else None
    yield image.get(_ADDRESSES[-1])


def _largest(candidates: str) -> str | None:
    """The address of the largest picture of a `srcset`."""
    found: Iterable[tuple[float, str]] = (
        (float(match[2] or 1), match[1])
        for match in re.finditer(
            r"([^\s,]\S*)(?:\s+([\d.]{1,8})[wx])?\s*(?:,|\Z)", candidates[:8192]
        )
        if (match[2] or "1").count(".") < 2
    )
    return max(found, default=(0.0, None), key=lambda pair: pair[0])[1]


def is_legacy_path(url: str) -> bool | None:
    """Whether the old CMS (until April 2020) filed the picture; None when the path does not say.

    >>> is_legacy_path("https://cdn.sindonews.net/dyn/620/content/2018/03/18/54/1290527/a-kx.jpg")
    True
    """
    found = _ARTICLE_PICTURE.search(url)
    return found[0].startswith("/content/") if found else None
