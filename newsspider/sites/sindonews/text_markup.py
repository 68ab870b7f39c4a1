"""What stands in the running text of SINDOnews and is none.

The classes are those of stylesheets of 2018-2024, filter lists and scrapers of 2019-2026.
"""

import re
from typing import Final

from newsspider.reading.article.site_markup import TextMarkup
from newsspider.reading.body import common_noise

_NOISE: Final = frozenset((
    "ads300", "adsload", "adslabel", "ads_1", "ads_2", "bannerads", "download-sindoapps", "topik",
    "category-relative", "sin-breadcrumb", "content-paralax", "warp-ads-paralax", "detail-avatar",
    "detail-nama-redaksi", "warp-nama-redaksi", "wrap-header-detail", "detail-date-artikel",
    "detail-img", "detail-caption-img", "detail-infografis", "detail-title", "auth-detail",
    "hit-view", "foto-embed", "infografis-embed", "newpaging", "paging-artikel", "page-status",
    "mpaging", "title-paging", "content-show", "paging-all", "title-section", "vid-ads", "vidwrap",
    "vidembed-box", "voutstream", "voucher_at", "warp-zoom-text", "zoom-text",
    "warp-list-berita-terkait", "list-berita-terkait", "warp-list-detail-artikel-komersial",
    "warp-list-detail-berita-lain", "render", "right-section", "warp-list-terpopuler", "warp-logo",
    "warp-link-two-col", "ad-box", "ad-me", "adnone", "adtp", "banner-ad", "float-sosmed",
    "follow-me", "parallax-close", "parallax-non", "share-box", "showvideo",
))  # fmt: skip
_PROMOTION: Final = re.compile(
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
TEXT: Final = TextMarkup(
    noise=common_noise.NOISE | _NOISE,
    noise_prefixes=(
        "v-", "ads_", "ads-", "div-gpt-ad", "me-div-gpt-ad", "gpt-", "gpt_", "google_ads",
    ),
    noise_ids=frozenset(("ads", "advertnativeDiv", "disqus_thread", "end-of-article", "tpads7")),
    asides=common_noise.ASIDES | {"baca-inline", "warp-baca-juga", "bacanews-box", "box-outlink"},
    paragraphs=frozenset(("name-quotes",)),
    advertisements=(
        "ads", "ad-", "adv", "iklan", "banner", "content-paralax", "warp-ads", "parallax-ad",
        "voutstream", "voucher_at", "vid-ads", "vidwrap", "div-gpt-ad", "me-div-gpt-ad",
        "gpt-", "gpt_", "google_ads",
    ),
    closing=common_noise.CLOSING | {"page-status", "paging-artikel", "topik"},
    signed=True,
    promotion=_PROMOTION,
    promotion_starts=(
        "a a a", "advertisement", "artikel", "baca", "copyright", "dapatkan", "download", "follow",
        "gabung", "gulir", "halaman", "iklan", "ikuti", "install", "join", "lihat", "loading",
        "scroll", "silahkan", "silakan", "tampilkan", "unduh", "untuk",
    ),
)  # fmt: skip
