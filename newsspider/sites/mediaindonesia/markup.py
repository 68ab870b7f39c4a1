"""How Media Indonesia sets its articles and its lists, in tables: one layout is known."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout
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
from newsspider.sites.mediaindonesia.addresses import parse
from newsspider.sites.mediaindonesia.sections import home

_LAYOUT: Final = Layout(
    name="2026",
    signature=((".post-header h1",), ("ul.mi-breadcrumb",)),
    headline=(".post-header h1", "h1"),
    date=(".info .datetime", ".datetime"),
    authors=(".info .author-2",),
    body=("div.article",),
    noise=("div.article figure", "div.article .info-author"),
    image=("div.article figure.main-img", "figure.main-img", "div.article figure"),
    caption=("figure.main-img figcaption",),
    breadcrumbs=("ul.mi-breadcrumb",),
    tags=(".related-tags a",),
)
_PROMOTION, _STARTS = common_noise.promotion()
MARKUP: Final = SiteMarkup(
    site="mediaindonesia",
    address=parse,
    layouts=(_LAYOUT, AMP),
    publisher=Publisher(
        bylines=frozenset((
            "media indonesia", "mediaindonesia", "mediaindonesia.com",
            "mediaindonesia.com developer",
        )),
        own=r"media\s?indonesia(?:\.com)?",
        alone=r"media\s?indonesia(?:\.com)?",
        sisters=r"antara|metro\s?tv(?:news)?(?:\.com)?|medcom(?:\.id)?|lampost(?:\.co)?",
        title_suffix=re.compile(r"\s+[-|]\s+media\s?indonesia(?:\.com)?\s*\Z", re.IGNORECASE),
    ),
    front=home,
    text=TextMarkup(
        noise=common_noise.NOISE | {
            "_ap_apex_ad", "ext-channel", "fix_bottom_banner", "flying-carpet", "info-author",
            "main-img", "related-tags", "top-banner",
        },
        noise_prefixes=common_noise.PREFIXES,
        noise_ids=frozenset(("paralax_div", "parallax_wrap")),
        asides=common_noise.ASIDES | {"related-news"},
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    image=ImageMarkup(in_text=("figure.main-img", "figure")),
    lists=ListMarkup(
        no_story=re.compile(r"mediaindonesia\.com(?!.*/\d{3,8}/)", re.IGNORECASE)
    ),
    # The line under the headline is that of the last change, which is called earlier than the
    # moment of publication.
    dates=DateMarkup(untrue=frozenset(("dateModified",)), first="json_ld"),
    author_key="",
)  # fmt: skip
INDEX_MARKUP: Final = IndexMarkup(address=parse, zone=WIB)
