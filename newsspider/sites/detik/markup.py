"""How detikcom sets its articles and lists, in tables: four layouts, 2012 to 2026."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.site_markup import (
    DateMarkup,
    ImageMarkup,
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.detik.addresses import parse
from newsspider.sites.detik.sections import SECTIONS, home

_LAYOUTS: Final = (
    Layout(
        name="2020-26",
        signature=((".detail__body-text",), ("h1.detail__title",)),
        headline=("h1.detail__title", ".detail__header h1", "h1"),
        date=(".detail__date", ".detail__header time", "article time"),
        authors=(".detail__author",),
        body=(".detail__body-text", ".itp_bodycontent"),
        image=(".detail__media-image", ".detail__media"),
        caption=(".detail__media-caption",),
        breadcrumbs=(".page__breadcrumb", ".breadcrumb"),
        tags=(".detail__body-tag a", ".detail__tag a"),
    ),
    Layout(
        name="2018-20",
        signature=((".jdl h1",), ("#detikdetailtext",)),
        headline=(".jdl h1", "h1"),
        date=(".jdl .date", ".date"),
        authors=(".jdl .author", ".author"),
        body=("#detikdetailtext", ".detail_text"),
        image=(".pic_artikel", ".media_artikel", "article figure"),
        caption=(".pic_artikel span", ".media_artikel span"),
        breadcrumbs=(".breadcrumb",),
        tags=(".detail_tag a", ".tag_detail a"),
    ),
    Layout(
        name="2012-16",
        signature=((".text_detail",), (".detail_text",), (".content_detail",)),
        headline=(".content_detail h1", "h1"),
        date=(".content_detail .date", ".date"),
        authors=(".content_detail .author strong", ".author strong", ".author"),
        body=(".text_detail", ".detail_text"),
        image=(".pic_artikel", ".content_detail .pic"),
        caption=(".pic_artikel span",),
        breadcrumbs=(".breadcrumb",),
        tags=(".detail_tag a", ".tag_detail a"),
    ),
    Layout(  # of the newest, with classes of a style sheet alone: behind those that have their own
        name="2026",
        signature=((".itp_bodycontent",),),
        headline=("article h1", "h1"),
        date=("article time", "time"),
        authors=("article a[rel=author]",),
        body=(".itp_bodycontent",),
        image=("article figure",),
        caption=("article figcaption",),
        breadcrumbs=(".breadcrumb",),
        tags=("a[href*='/tag/']",),
    ),
    AMP,
)
_BRANDS: Final = frozenset(("20detik", "detik.com", "detikcom", "wolipop")) | frozenset(
    f"detik{name}" for name in (*SECTIONS, "x", "pop", "event", "sepakbola")
)
_PROMOTION, _STARTS = common_noise.promotion()
MARKUP: Final = SiteMarkup(
    site="detik",
    address=parse,
    layouts=_LAYOUTS,
    publisher=Publisher(
        bylines=_BRANDS,
        own=r"detik\s?(?:com|[a-z]{3,9})?(?:\.com)?",
        alone=r"detik\s?(?:com|[a-z]{3,9})?(?:\.com)?",
        sisters=r"wolipop|20detik|cnn\s?indonesia|cnbc\s?indonesia|haibunda|insertlive",
        title_suffix=re.compile(r"\s+[-–|]\s+(?:detik\w*|wolipop)(?:\.com)?\s*\Z", re.IGNORECASE),
    ),
    front=home,
    text=TextMarkup(
        noise=common_noise.NOISE | {
            "detail__body-tag", "detail__media", "dugout-video", "embed", "float-vid__content",
            "noncontent", "para_caption", "paradetail", "parallax", "parallaxindetail",
            "sisip_video_ds", "skybanner", "staticdetail_ads", "video20detik", "video20detik_0",
        },
        noise_prefixes=common_noise.PREFIXES,
        noise_ids=frozenset(("adv-callback", "aevp_title")),
        asides=common_noise.ASIDES | {"lihatjg", "linksisip"},
        signed=True,
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    image=ImageMarkup(
        in_text=(".detail__media-image", "figure", ".pic_artikel"),
        captions=frozenset(("detail__media-caption",)),
    ),
    lists=ListMarkup(
        heading_classes=("box__title",),
        boxes={"related": (".cb-berita-terkait", "#bt_tkt")},
        no_story=re.compile(r"detik\.com(?!.*(?:/d-\d|/read/))", re.IGNORECASE),
    ),
    paging=Paging(leads_on=re.compile(r"/(?:d-\d+|\d{5,9}/\d+)/[^/?#]+/\d{1,2}(?:[/?#]|\Z)"
                                      r"|[?&](?:single=1|page=all)(?:[&#]|\Z)")),
    # The moment of creation, and that of publication with the zone called UTC.
    dates=DateMarkup(untrue=frozenset(("pubdate", "createdate"))),
)  # fmt: skip
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    asides=re.compile(r"(?:^|\s)cb-(?:most-?pop\w*|terpopuler|berita-terkait|rekomendasi)(?:\s|$)"),
)
