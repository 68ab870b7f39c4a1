"""Telling a page that is no article from one that is hard to read."""

import re
from itertools import accumulate
from typing import Final

from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.html.element_index import string_of
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page

_MAGIC: Final = (
    b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"BZh",
    b"\x00\x00\x00", b"OggS", b"ID3", b"{\\rtf", b"\x28\xb5\x2f\xfd",
)  # fmt: skip
_MARKUP = re.compile(
    rb"<(?:!doctype|html|head|body|div|article|p|h1|section|title|meta)\b", re.IGNORECASE
)
_FEED = re.compile(rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)\b",
                   re.DOTALL)  # fmt: skip
_BLOCKED = re.compile(
    r"just a moment|attention required|access denied|akses ditolak|\b403\b|forbidden|captcha"
    r"|(?:bukan|a) robot|robot (?:check|challenge)"
    r"|security check|checking your browser|too many requests|\b429\b|verifikasi|internet positif"
    r"|blocked|diblokir|\blog-?in\b|\bsign in\b|silah?kan masuk|masuk ke akun",
    re.IGNORECASE,
)
_FAILED = re.compile(
    r"\b50[0-4]\b|bad gateway|service (?:temporarily )?unavailable|gateway time-?out"
    r"|internal server error|error establishing|sedang (?:dalam )?(?:perbaikan|pemeliharaan)",
    re.IGNORECASE,
)
_CHALLENGES: Final = (
    b"/cdn-cgi/challenge-platform/h/", b"cf-chl-", b"challenge-form", b"g-recaptcha", b"h-captcha",
    b"hcaptcha", b"cf-turnstile",
)  # fmt: skip
_MISSING = re.compile(
    r"\b404\b|not found|tidak (?:di|dapat )?(?:temukan|ditemukan|tersedia)|tidak ada|telah dihapus"
    r"|sudah dihapus|halaman (?:hilang|tidak)|page (?:not|missing)",
    re.IGNORECASE,
)

_LONG: Final = 800  # characters in paragraphs, that no challenge has
_MOST_TITLES: Final = 20  # headings of the first order that are looked at

_OF_PAGE = re.compile(r"halaman|artikel|berita|page|url|alamat", re.IGNORECASE)
_GONE = re.compile(
    r"not found|tidak (?:dapat )?(?:ditemukan|tersedia)|(?:telah|sudah) dihapus", re.IGNORECASE
)


def check_bytes(page: Page) -> None:
    """Raise `NotAnArticle` for bytes that need no parser to tell: empty, a PDF, JSON, a feed."""
    start = page.body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start.strip(b"\0") and not page.body.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise NotAnArticle("empty", page.url)
    if start.startswith(_MAGIC):
        raise NotAnArticle("not_html", page.url)
    if _FEED.match(start):
        raise NotAnArticle("listing", page.url)
    utf16 = page.body[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in page.body[:1024]
    if not utf16 and not _MARKUP.search(page.body):
        raise NotAnArticle("not_html", page.url)


def refusal(page: Page, markup: SiteMarkup, lacking: str) -> NotAnArticle:
    """Return why a page that lacks `lacking` ("no_body" …) is no article: the best reason there is.

    Only asked when something is missing, so that an article about captchas or a "404" stays one.
    """
    return NotAnArticle(told(page, markup) or lacking, page.url)


def blocked(page: Page, markup: SiteMarkup) -> str | None:
    """Return the code of what a page says it is in place of a list or article; None for neither."""
    try:
        check_bytes(page)
        return told(page, markup)
    except NotAnArticle as error:
        return error.reason


def told(page: Page, markup: SiteMarkup) -> str | None:
    """Return the code of what a page says it is instead of an article; None when it says none."""
    titles = map(string_of, page.elements("h1")[:_MOST_TITLES])
    head = " ".join([page.head.title or "", *titles])
    source = page.body.lower()
    if _BLOCKED.search(head) or (_is_challenge(source) and not _has_paragraphs(page)):
        return "block_page"
    if _FAILED.search(head):
        return "server_error"
    if _MISSING.search(head) or _says_missing(page):
        return "soft_404"
    return "listing" if _is_list(page, markup) else None


def _is_challenge(source: bytes) -> bool:
    return any(mark in source for mark in _CHALLENGES)


def _has_paragraphs(page: Page) -> bool:
    """Whether a page has more text than a challenge: forms for comments have one too."""
    lengths = (len(string_of(paragraph).strip()) for paragraph in page.iter("p"))
    return any(total >= _LONG for total in accumulate(lengths))


def _says_missing(page: Page) -> bool:
    """A short notice in the page's own words; menus and lists may mention anything."""
    texts = ((element.text or "").strip() for element in page.iter("h2", "h3", "p", "div"))
    return any(
        0 < len(text) < 160 and _OF_PAGE.search(text) and _GONE.search(text) for text in texts
    )


def _is_list(page: Page, markup: SiteMarkup) -> bool:
    kind = page.head.meta.get("og:type", "")
    return kind == "website" or any(page.elements(css) for css in markup.index_boxes)
