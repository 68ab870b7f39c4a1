"""How Okezone sets its articles and its lists, in tables."""

import re
from typing import Final

from newsspider.dates import WIB
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
from newsspider.sites.okezone.addresses import PAGES, PICTURE_PATH, parse
from newsspider.sites.okezone.layouts import LAYOUTS
from newsspider.sites.okezone.sections import home

_PUBLISHER: Final = Publisher(
    bylines=frozenset(("okezone", "okezone.com", "mnc portal", "mnc media", "tim okezone")),
    own=r"okezone(?:\.com)?",
    alone=r"okezone(?:\.com)?",
    sisters=r"sindo\s?news(?:\.com)?|inews(?:\.id)?|mnc\s?(?:portal|media)|idx\s?channel(?:\.com)?",
    title_suffix=re.compile(
        r"(?:\s+-\s+[\w &]{2,30})?\s+::?\s+okezone(?:\s+\w+)?\s*\Z", re.IGNORECASE
    ),
)
_PROMOTION, _STARTS = common_noise.promotion(
    r"| follow\ (?:berita\ )?okezone\b.* | dapatkan\ berita\ up\ to\ date\b.*okezone.*"
    r"| berita\ selengkapnya\b.*", "follow", "dapatkan", "berita"
)  # fmt: skip
_TEXT: Final = TextMarkup(
    noise=common_noise.NOISE
    | {
        "ads-disclaimer", "ads-recdetail", "box-ads-konten", "box-gnews", "center-ban",
        "center-paralax", "detads", "detail-tag", "flying_ads", "flying_carpet_div",
        "iframe-banner", "iframe-widget-client", "pagingxm", "settingfont", "sosvertikal",
        "video-wrap", "vicon", "voucherWrap", "desc-foto",
    },
    noise_prefixes=(*common_noise.PREFIXES, "M523196ScriptRoot"),
    noise_ids=frozenset(("rctiplus", "rekomendasi_video", "lastread", "paging", "tag")),
    asides=common_noise.ASIDES | {"description-baca-juga"},
    aside_prefixes=("bacajuga", "baca-juga"),
    closing=common_noise.CLOSING | {"detail-tag"},
    promotion=_PROMOTION,
    promotion_starts=_STARTS,
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="okezone",
    address=parse,
    layouts=LAYOUTS,
    publisher=_PUBLISHER,
    front=home,
    text=_TEXT,
    dates=DateMarkup(untrue=frozenset(("datepublished",))),  # microdata: a day of 2014 for years
    image=ImageMarkup(
        path=PICTURE_PATH,
        captions=frozenset(("caption-img-ab", "desc-foto", "detailcaption")),
        captioned=frozenset(("detfoto",)),
    ),
    lists=ListMarkup(
        boxes={"related": (".berita-terkait-wrap",)},
        no_story=re.compile(r"okezone\.com/?(?:\?|#|\Z)|okezone\.com/(?:tag|topic|indeks)(?:/|\Z)"),
    ),
    paging=Paging(leads_on=PAGES.leads_on),
)
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(r"(?:^|\s)(?:group-brt-terkini|content-hardnews)(?:\s|$)"),
)
