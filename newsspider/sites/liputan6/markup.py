"""How liputan6 sets its articles and its lists, in tables."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.site_markup import (
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.liputan6.addresses import HOME, PAGES, parse
from newsspider.sites.liputan6.layouts import LAYOUTS

_PUBLISHER: Final = Publisher(
    bylines=frozenset(("liputan6", "liputan6.com", "liputan 6")),
    own=r"liputan\s?6(?:\.com)?",
    alone=r"liputan\s?6(?:\.com)?",
    sisters=r"(?:fimela|bola|merdeka|kapanlagi|dream)(?:\.com|\.co\.id)",
    title_suffix=re.compile(r"\s+-\s+(?:[\w -]+\s)?liputan6\.com\s*\Z", re.IGNORECASE),
)
_TEXT: Final = TextMarkup(
    noise=common_noise.NOISE
    | {
        "seamless-ads", "advertisement-text", "article-ad", "vidio-embed", "boost-video",
        "nativescrollingKLY", "gateway__mobile-app", "read-page--social-share",
        "article-content-body__item-overlay", "article-video-gallery--item",
    },
    noise_prefixes=("gpt-ad", "div-gpt-ad", "div-revive-ad", "ads-", "taboola"),
    noise_ids=frozenset(("dfp-bframe-cont", "in-image-ads")),
    asides=common_noise.ASIDES | {"baca-juga-collections__detail"},
    promotion=re.compile(
        r"(?:saksikan|simak|tonton) (?:juga )?video\b.{0,60}:?|lanjutkan membaca\W*", re.IGNORECASE
    ),
    promotion_starts=("saksikan", "simak", "tonton", "lanjutkan"),
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="liputan6",
    address=parse,
    layouts=LAYOUTS,
    publisher=_PUBLISHER,
    front=lambda section: f"{HOME}/{section}" if section else f"{HOME}/",
    text=_TEXT,
    lists=ListMarkup(
        no_story=re.compile(r"liputan6\.com/?(?:\?|#|\Z)|liputan6\.com/(?:tag|me|indeks)(?:/|\Z)")
    ),
    paging=Paging(leads_on=PAGES.leads_on),
)
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(r"(?:^|\s)articles--rows(?:--item)?(?:\s|$)"),
)
