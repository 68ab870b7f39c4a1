"""How JPNN sets its articles, in tables: one layout is known."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.site_markup import (
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.jpnn.addresses import HOME, PAGES, parse

_LAYOUT: Final = Layout(
    name="2022",
    signature=(("h1.judul", "[itemprop=articleBody]"),),
    headline=("h1.judul",),
    date=("span.date-publish",),
    authors=("p.waktu:not(.text-center)",),
    body=("[itemprop=articleBody]",),
    image=(".page-content > img",),
    caption=(".page-content > .caption",),
    breadcrumbs=(".breadcrumb",),
    tags=(".tags a:not(.text-tags)",),
    more={"section": (".breadcrumb a:nth-of-type(2)",)},
)
_PROMOTION, _STARTS = common_noise.promotion(
    r"yuk,?\ simak\ juga\ video\ ini\W* | silakan\ baca\ konten\ menarik\ lainnya.*",
    "yuk", "silakan",
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="jpnn",
    address=parse,
    layouts=(_LAYOUT, AMP),
    publisher=Publisher(
        bylines=frozenset(("jpnn", "jpnn.com")),
        own=r"jpnn(?:\.com)?",
        alone=r"jpnn(?:\.com)?",
        sisters=r"antara|genpi(?:\.co)?",
        title_suffix=re.compile(r"\s+-\s+(?:[\w ]{2,40}\s)?jpnn\.com\s*\Z", re.IGNORECASE),
    ),
    front=lambda section: f"{HOME}/{section}" if section else HOME,
    text=TextMarkup(
        noise=common_noise.NOISE | {"ads-under-tag", "waktu"},
        noise_prefixes=common_noise.PREFIXES,
        asides=common_noise.ASIDES,
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    lists=ListMarkup(
        heading_classes=("titleh3", "titleh4"),
        boxes={"related": (".terkait",)},
        no_story=re.compile(r"jpnn\.com(?!.*/news/)", re.IGNORECASE),
    ),
    paging=Paging(leads_on=PAGES.leads_on),
)
INDEX_MARKUP: Final = IndexMarkup(address=parse, zone=WIB)
