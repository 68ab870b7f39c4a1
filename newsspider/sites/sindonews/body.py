"""The running text of an article: its paragraphs, dateline and closing initials, page by page."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from lxml import etree

from newsspider.reading.indonesian import dateline
from newsspider.reading.indonesian.editor_initials import boxed_initials, without_sign_off
from newsspider.reading.indonesian.read_also import Mention, without_asides
from newsspider.reading.paragraphs import Reading, paragraphs
from newsspider.sites.sindonews.images import is_caption

# Boxes within the text (stylesheets of 2018-2024, filter lists and scrapers of 2019-2026).
_NOISE: Final = frozenset((
    "ads", "ads300", "adsload", "adsbygoogle", "ad-container", "ads-container", "adslabel",
    "ads_1", "ads_2", "advertisement", "adv", "banner", "bannerads", "iklan",
    "app-banner", "download-sindoapps", "article-tags", "topik", "tags", "category-relative",
    "breadcrumb", "sin-breadcrumb", "content-paralax", "warp-ads-paralax", "parallax-ad",
    "detail-avatar", "detail-nama-redaksi", "warp-nama-redaksi", "wrap-header-detail",
    "detail-date-artikel", "detail-img", "detail-caption-img", "detail-infografis",
    "detail-title", "auth-detail", "reporter", "author", "editor", "time", "hit-view",
    "foto-embed", "video-embed", "infografis-embed", "social-embed", "image-content",
    "twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video",
    "reddit-embed", "telegram-post", "caption", "caption-img", "img-caption", "figcaption",
    "newpaging", "paging", "paging-artikel", "page-status", "mpaging", "title-paging",
    "content-show", "paging-all", "share", "share-detail", "sharethis", "social-share", "sosmed",
    "title-section", "vid-ads", "vidwrap", "vidembed-box", "voutstream", "voucher_at",
    "warp-zoom-text", "zoom-text", "warp-list-berita-terkait", "list-berita-terkait",
    "warp-list-detail-artikel-komersial", "warp-list-detail-berita-lain", "box-newsletter",
    "box-subscribe", "newsletter", "comment", "komentar", "copy", "render", "right-section",
    "terpopuler", "warp-list-terpopuler", "warp-logo", "warp-link-two-col",
))  # fmt: skip
_ASIDES: Final = frozenset((
    "baca-inline", "warp-baca-juga", "bacanews-box", "box-outlink", "baca-juga", "bacajuga",
    "read-also", "readalso",
))  # fmt: skip
_ADVERTISEMENTS: Final = (
    "ads", "ad-", "adv", "iklan", "banner", "content-paralax", "warp-ads", "parallax-ad",
    "voutstream", "voucher_at", "vid-ads", "vidwrap", "div-gpt-ad", "gpt-", "gpt_", "google_ads",
)  # fmt: skip
_NOISE_PREFIXES: Final = ("v-", "ads_", "ads-", "div-gpt-ad", "gpt-", "gpt_", "google_ads")
_NOISE_IDS: Final = frozenset(("ads", "disqus_thread", "end-of-article"))
_CLOSING: Final = frozenset((
    "editor", "page-status", "paging", "paging-artikel", "article-tags", "topik",
))  # fmt: skip
"""What stands behind the text; an advertisement that holds any of it was never closed."""

_PROMOTION = re.compile(
    r"""
    dapatkan\ (?:berita|kabar|informasi)\ ter\w+\b.*\b(?:sindonews|mendaftarkan\ diri)\b.*
    | artikel\ ini\ telah\ (?:di)?terbit(?:kan)?\ di\ (?:halaman\ )?sindonews\.com.*
    | (?:untuk\ (?:selengkapnya|membaca)\b.*|untuk\ )?(?:silah?kan\ )?(?:download|unduh|install)\b
      .*\baplikasi\ sindonews\b.*
    | untuk\ (?:selengkapnya\ kunjungi|membaca\ berita\ lebih\ mudah).*sindonews.*
    | (?:ikuti|follow|gabung|join)\b(?=.*\bsindonews)(?=.*\b
      (?:google\ news|whatsapp|telegram|channel|saluran|klik)\b).*
    | (?:ikuti|dapatkan)\ (?:kabar|berita)\b.*\bsindonews\b.*\b(?:klik|berlangganan)\b.*
    | halaman\ ?:(?:\s*\d+)*\W*(?:selanjutnya|berikutnya|next)?\W*
    | loading\ ?(?:\.{2,}|…)
    | \W*(?:advertisement|iklan|scroll\ to\ continue(?:\ with\ content)?
      |gulir\ (?:ke\ bawah\ )?untuk\ (?:lanjut|melanjutkan)\ membaca)\W*
    | (?:baca|tampilkan|lihat)\ (?:selengkapnya|semua|semua\ halaman)\W*
    | copyright\ ©.*
    | a\ a\ a
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_PROMOTION_STARTS: Final = (
    "a a a", "advertisement", "artikel", "baca", "copyright", "dapatkan", "download", "follow",
    "gabung", "gulir", "halaman", "iklan", "ikuti", "install", "join", "lihat", "loading",
    "scroll", "silahkan", "silakan", "tampilkan", "unduh", "untuk",
)  # fmt: skip
_LONGEST_PROMOTION: Final = 600  # characters
_MOST_REPEATED: Final = 300  # paragraphs that a page may repeat of the one before
_LIST_ITEM = re.compile(r"(?:\d{1,3}|[A-Za-z])[.)]\s|[•*·–-]\s")
_ENDS = re.compile(r"[.!?…:;\"”’')\]]\W*\Z")


@dataclass(slots=True)
class Text:
    """The text of one rendering of the article."""

    paragraphs: list[str] = field(default_factory=list)
    dateline: str | None = None
    editor: str | None = None
    read_also: list[Mention] = field(default_factory=list)


def read(
    container: etree._Element, skip: Collection[etree._Element] = (), *, first: bool = True
) -> Text:
    """The text in a container; `first` when it holds the beginning, so that a dateline may open it.

    `.editor` wins over initials that close the last paragraph as plain text.
    """
    editor = boxed_initials(container)
    behind = _up_to_the_editor(container) if editor is None else []
    if behind:
        editor = boxed_initials(behind[-1])
    if any(element.tail and element.tail.strip() for element in (container, *behind)[:-1]):
        container, skip = _torn(container, behind, skip)
    kept, mentions = without_asides(paragraphs(container, _judge, skip, _unclosed(container)))
    kept = [p for p in kept if not (p.under_picture and is_caption(p.text))]
    while kept and not _is_prose(kept[0].text):
        kept.pop(0)
    opening = dateline.take(kept[0]) if first and kept else None
    texts = [text for text in (paragraph.text for paragraph in kept) if _is_prose(text)]
    if texts:
        texts[-1], closing = without_sign_off(texts[-1])
        editor = editor or closing
    return Text([text for text in texts if text], opening, editor, mentions)


def _up_to_the_editor(container: etree._Element) -> list[etree._Element]:
    """What follows a container up to the editor's box, which may stand behind it."""
    behind = []
    for element in container.itersiblings():
        behind.append(element)
        if "editor" in (element.get("class") or "").split():
            return behind
    return []


def _torn(
    container: etree._Element, behind: list[etree._Element], skip: Collection[etree._Element]
) -> tuple[etree._Element, set[etree._Element]]:
    """Container and what to skip, where a stray end tag left the rest of the text behind it."""
    parent = container.getparent()
    assert parent is not None, "what has siblings has a parent"
    return parent, set(parent).difference(behind, (container,)).union(skip)


def _unclosed(container: etree._Element) -> set[etree._Element]:
    """Advertisements whose end tag is missing, so that they hold the rest of the text."""
    return {
        box
        for box in container.iter("div")
        if _is_advertisement(box.get("class") or "", box.get("id") or "")
        and any(
            not _CLOSING.isdisjoint((part.get("class") or "").split())
            for part in box.iter("div", "p", "span")
        )
    }


@lru_cache(maxsize=1024)
def _is_advertisement(classes: str, identity: str) -> bool:
    names = (*classes.split(), identity)
    return any(name.startswith(_ADVERTISEMENTS) for name in names)


def joined(texts: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of several pages as one text, without repetition at the joints.

    A page may open with what closed the one before, or the cut may go through a paragraph.

    >>> joined([["Satu.", "Dua."], ["Dua.", "Tiga, lalu"], ["empat."]])
    ['Satu.', 'Dua.', 'Tiga, lalu empat.']
    >>> joined([["Syaratnya", "1. KTP,"], ["2. KK."]])
    ['Syaratnya', '1. KTP,', '2. KK.']
    """
    whole: list[str] = []
    for page in texts:
        rest = list(page[_overlap(whole, page) :])
        if whole and rest:
            if _is_cut_of(whole[-1], rest[0]):
                whole.pop()
            elif _runs_on(whole[-1], rest[0]):
                rest[0] = f"{whole.pop()} {rest[0]}"
        whole.extend(rest)
    return whole


def _overlap(whole: list[str], page: Sequence[str]) -> int:
    """How many paragraphs at the start of a page stood at the end of what came before."""
    for size in range(min(len(whole), len(page), _MOST_REPEATED), 0, -1):
        if whole[-size:] == list(page[:size]):
            return size
    return 0


def _is_cut_of(end: str, start: str) -> bool:
    return len(end) >= 24 and start.startswith(end.rstrip(".… "))


def _runs_on(end: str, start: str) -> bool:
    """Whether a paragraph goes on; an item of a list is a new one, and so is "iPhone 17 …"."""
    if _LIST_ITEM.match(start):
        return False
    begins_small = start[0].islower() and not start[1:2].isupper()
    return end[-1] in ",-–" or (_ENDS.search(end) is None and begins_small)


def _is_prose(text: str) -> bool:
    if len(text) > _LONGEST_PROMOTION:
        return True
    if not text.lstrip("[(-–—*•. ").lower().startswith(_PROMOTION_STARTS):
        return bool(text)
    return not _PROMOTION.fullmatch(text)


@lru_cache(maxsize=1024)
def _judge(classes: str, identity: str) -> Reading:
    """What an element of this class and id is to the text."""
    names = classes.split()
    if not _ASIDES.isdisjoint(names):
        return Reading.ASIDE
    if "name-quotes" in names:
        return Reading.PARAGRAPH
    if not _NOISE.isdisjoint(names) or identity in _NOISE_IDS:
        return Reading.NOISE
    if any(name.startswith(_NOISE_PREFIXES) for name in (*names, identity)):
        return Reading.NOISE
    return Reading.TEXT
