"""How Republika sets its articles and its lists, in tables."""

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
from newsspider.sites.republika.addresses import parse
from newsspider.sites.republika.layouts import LAYOUTS
from newsspider.sites.republika.sections import home

_PROMOTION, _STARTS = common_noise.promotion(
    r"ikuti\ whatsapp\ channel\ republika.* | (?:sumber|source)\s*:\s*.{2,60}", "ikuti", "sumber",
    "source",
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="republika",
    address=parse,
    layouts=LAYOUTS,
    publisher=Publisher(
        bylines=frozenset(("republika", "republika online", "republika.co.id", "ihram.co.id")),
        own=r"(?:harian\s+)?(?:republika|ihram|rejabar|rejogja|ameera)(?:\s?\.\s?co\s?\.\s?id|\s+online)?",
        alone=r"(?:republika|ihram)(?:\s?\.\s?co\s?\.\s?id|\s+online)",
        sisters=r"antara|retizen(?:\.id)?|magenta(?:\.co\.id)?",
        title_suffix=re.compile(
            r"\s+[|-]\s+(?:republika(?:\s+online)?|ihram(?:\.co\.id)?)(?:\s+.*)?\s*\Z",
            re.IGNORECASE,
        ),
    ),
    front=home,
    text=TextMarkup(
        noise=common_noise.NOISE | {
            "ads-160", "dailymotion-player-root", "footnote-wrap", "parallax__container", "red",
            "scrollToRead", "set-cp", "taiching", "wrapper-replay", "caption-img", "source-img",
        },
        noise_prefixes=(*common_noise.PREFIXES, "bn_", "ads-120__"),
        noise_ids=frozenset(("inscroll-banner", "next-article")),
        asides=common_noise.ASIDES | {"picked-article"},
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    image=ImageMarkup(captions=frozenset(("caption", "caption-img"))),
    lists=ListMarkup(
        heading_classes=("kop-terkait",),
        boxes={"related": (".terkait",)},
        no_story=re.compile(r"(?:republika|ihram)\.co\.id(?!.*/berita/)", re.IGNORECASE),
    ),
    paging=Paging(leads_on=re.compile(r"-part\d{1,2}/?(?:[?#]|\Z)")),
    author_key="",
)  # fmt: skip
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(r"(?:^|\s)(?:wrap-latest|txt_subkanal)(?:\s|$)"),
)
