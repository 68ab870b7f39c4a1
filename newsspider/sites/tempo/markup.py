"""How Tempo sets its articles and its lists, in tables."""

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
from newsspider.sites.tempo.addresses import PAGES, parse
from newsspider.sites.tempo.layouts import LAYOUTS
from newsspider.sites.tempo.sections import home

_PROMOTION, _STARTS = common_noise.promotion(
    r"kuota\ artikel\ gratis\ anda\ .* | silakan\ berlangganan\ .*", "kuota artikel", "silakan"
)
MARKUP: Final = SiteMarkup(
    site="tempo",
    address=parse,
    layouts=LAYOUTS,
    publisher=Publisher(
        bylines=frozenset(("tempo", "tempo.co", "tempo.co.", "koran tempo", "majalah tempo")),
        own=r"(?:koran\s+|majalah\s+)?tempo(?:\s?\.\s?co|\s+interaktif|\s+english)?",
        alone=r"tempo(?:\s?\.\s?co|\s+interaktif)",
        sisters=r"teras\.id|cantika(?:\.com)?|antara",
        title_suffix=re.compile(
            r"(?:\s+[-|]\s+[\w &-]{3,30})?\s+[-|]\s+(?:[\w ]+\s)?(?:majalah\.)?tempo"
            r"(?:\.co|\s+english)?(?:\s+::.*)?\s*\Z",
            re.IGNORECASE,
        ),
    ),
    front=home,
    text=TextMarkup(
        noise=common_noise.NOISE | {
            "banner-fix-bottom", "lanjutkan", "lihatjg", "parallax-box", "pw-containers",
            "remp-banner", "box-newsletter",
        },
        noise_prefixes=common_noise.PREFIXES,
        noise_ids=frozenset(("inarticle_2", "ads-main-2")),
        asides=common_noise.ASIDES,
        capitals_close=True,
        promotion=_PROMOTION,
        promotion_starts=_STARTS,
    ),
    lists=ListMarkup(
        no_story=re.compile(r"tempo\.co/?(?:\?|#|\Z)|tempo\.co/(?:tag|penulis|indeks)(?:/|\Z)")
    ),
    paging=Paging(leads_on=PAGES.leads_on),
    gates=(".pw-containers",),
)  # fmt: skip
INDEX_MARKUP: Final = IndexMarkup(address=parse, zone=WIB)
