"""How ANTARA sets its articles and its lists, in tables."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.site_markup import (
    ImageMarkup,
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.antaranews.addresses import PAGES, parse
from newsspider.sites.antaranews.layouts import LAYOUTS
from newsspider.sites.antaranews.sections import home

_PROMOTION, _STARTS = common_noise.promotion(
    r"(?:pewarta|oleh|editor|uploader)\s*:.{2,80} | dilarang\ keras\ mengambil\ konten.*",
    "pewarta", "oleh", "editor", "uploader", "dilarang",
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="antaranews",
    address=parse,
    layouts=LAYOUTS,
    publisher=Publisher(
        bylines=frozenset(("antara", "antara news", "antaranews", "antaranews.com", "lkbn antara")),
        own=r"(?:lkbn\s+)?antara(?:\s?news)?(?:\.com)?(?:\s?[/-]\s?[\w.-]{2,20}(?:\s\w{2,12})?)?",
        alone=r"antara(?:\s?news)?(?:\.com)?",
        title_suffix=re.compile(
            r"\s+[-|]\s+antara(?:\s?news)?(?:\.com)?(?:\s+[\w ]{2,30})?\s*\Z", re.IGNORECASE
        ),
    ),
    front=home,
    text=TextMarkup(
        noise=common_noise.NOISE | {"adsbygoogle", "img_default", "sharebox", "terkait_bottom"},
        noise_prefixes=common_noise.PREFIXES,
        noise_ids=frozenset(("box_fly", "caption_news", "image_news", "scroll-top")),
        asides=common_noise.ASIDES,
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    image=ImageMarkup(in_text=("#image_news", "figure")),
    lists=ListMarkup(
        heading_classes=("box_header",),
        boxes={"related": (".terkait_bottom",)},
        no_story=re.compile(r"antaranews\.com(?!.*/(?:berita|news)/)", re.IGNORECASE),
    ),
    paging=Paging(leads_on=PAGES.leads_on),
    author_key="creator",  # "author" is the editor
)
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    asides=re.compile(r"(?:^|\s)(?:sidebar|popular__news|widget__\w+|terkait_bottom)(?:\s|$)"),
)
