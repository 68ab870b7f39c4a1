"""How Merdeka.com sets its articles and its lists, in tables."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.site_markup import (
    DateMarkup,
    ImageMarkup,
    ListMarkup,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.merdeka.addresses import parse
from newsspider.sites.merdeka.layouts import LAYOUTS
from newsspider.sites.merdeka.sections import front

_PUBLISHER: Final = Publisher(
    bylines=frozenset(("merdeka", "merdeka.com")),
    own=r"merdeka\.com",
    alone=r"merdeka\.com",
    sisters=r"(?:liputan6|fimela|kapanlagi|bola|dream)(?:\.com|\.co\.id)",
    title_suffix=re.compile(r"\s+[|-]\s+merdeka\.com\s*\Z", re.IGNORECASE),
)
_PROMOTION, _STARTS = common_noise.promotion(r"| baca\ selanjutnya\b.*", "baca selanjutnya")
_TEXT: Final = TextMarkup(
    noise=common_noise.NOISE
    | {
        "advertisement-placeholder", "imagecontent", "imageinfo", "masthead", "nativescrollingKLY",
        "navbar-main-ads", "page-number", "read-too",
    },
    noise_prefixes=common_noise.PREFIXES,
    noise_ids=frozenset(("dnative_video_one_detailpage", "gplus_recommendation", "in-image-ads")),
    asides=common_noise.ASIDES | {"dont-display", "bg-primary-50"},
    promotion=_PROMOTION,
    promotion_starts=_STARTS,
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="merdeka",
    address=parse,
    layouts=LAYOUTS,
    publisher=_PUBLISHER,
    front=front,
    text=_TEXT,
    dates=DateMarkup(
        local=frozenset((
            "article:published_time", "article:modified_time", "og:updated_time", "pubdate",
        )),
    ),
    image=ImageMarkup(
        path=re.compile(
            r"/news/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/(?P<number>\d+)/"
        ),
        in_text=("figure", ".imagecontent"),
        captions=frozenset(("imageinfo",)),
    ),
    lists=ListMarkup(no_story=re.compile(r"merdeka\.com/?(?:\?|#|\Z)|merdeka\.com/(?:tag|reporter)/")),
)  # fmt: skip
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(r"(?:^|\s)(?:article__item|mdk-idn-nd-centlist)(?:\s|$)"),
)
