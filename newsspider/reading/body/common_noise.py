"""Boxes and lines within the text that are none on any Indonesian news site, for its tables."""

import re
from typing import Final

NOISE: Final = frozenset((
    "ads", "adsbygoogle", "ad-container", "ads-container", "advertisement", "adv", "banner",
    "iklan", "app-banner", "article-tags", "tags", "breadcrumb", "parallax-ad", "reporter",
    "author", "editor", "time", "video-embed", "social-embed", "image-content", "twitter-tweet",
    "twitter-video", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "reddit-embed",
    "telegram-post", "caption", "caption-img", "img-caption", "figcaption", "paging", "share",
    "share-detail", "sharethis", "social-share", "sosmed", "box-newsletter", "box-subscribe",
    "newsletter", "comment", "komentar", "copy", "terpopuler",
))  # fmt: skip
"""Advertisements, embedded posts, captions, bylines, tags, pagers, share buttons."""

ASIDES: Final = frozenset(("baca-juga", "bacajuga", "read-also", "readalso"))
"""Boxes of links to other articles."""

CLOSING: Final = frozenset(("editor", "paging", "article-tags"))
"""What stands behind the text."""

PREFIXES: Final = ("ads_", "ads-", "div-gpt-ad", "gpt-", "gpt_", "google_ads", "taboola")
"""How classes and ids of advertisements begin."""

ADVERTISEMENT: Final = re.compile(
    r"(?:\A|[_-])(?:ad|ads|adnone|adtp|advert\w*|adsense|dfp|gpt|iklan|parall?ax)(?:[_-]|\d*\Z)"
    r"|\Aadvert|\Atpads",
    re.IGNORECASE,
)
"""Finds classes and ids that name an advertisement by a word in them: `me-div-gpt-ad-sticky`."""

_PROMOTION: Final = r"""
    \W*(?:advertisement|iklan|scroll\ to\ continue(?:\ with\ content)?
      |(?:gulir|scroll)\ (?:ke\ bawah\ )?untuk\ (?:lanjut|melanjutkan)\ membaca)\W*
    | halaman\ ?:?(?:\s*\d+)*\W*(?:selanjutnya|berikutnya|next)?\W* | loading\ ?(?:\.{2,}|…)
    | (?:simak|tonton|lihat|saksikan)\ (?:juga\ )?(?:video|live)\b.*
    | simak\ berita\ selengkapnya\ di\ halaman\ .* | halaman\ selanjutnya\b.* | a\ a\ a
    | artikel\ ini\ (?:telah|sudah)\ (?:naik|tayang|terbit|dimuat)\ di\ .* | copyright\ ©.*
    | gambas\ ?:[^\]]*\]? | pilihan\ (?:editor|redaksi)\b\s*:.*
"""
_STARTS: Final = (
    "a a a", "advertisement", "artikel ini", "copyright", "gambas", "gulir", "halaman", "iklan",
    "lihat", "loading", "pilihan", "saksikan", "scroll", "simak", "tonton",
)  # fmt: skip


def promotion(own: str = "", *starts: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """Return `promotion` and `promotion_starts` of a `TextMarkup`: what any site prints, and `own`.

    `own` is a verbose regular expression of a whole line, `starts` how such a line begins.
    """
    lines = rf"[\[(]*(?:{_PROMOTION}{'|' if own else ''}{own})"
    flags = re.IGNORECASE | re.VERBOSE | re.DOTALL
    return re.compile(lines, flags), (*_STARTS, *starts)
