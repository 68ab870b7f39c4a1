"""How SINDOnews sets its articles, in tables."""

import re
from typing import Final

from newsspider.reading.article.site_markup import (
    ImageMarkup,
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
)
from newsspider.sites.sindonews.addresses import parse
from newsspider.sites.sindonews.layouts import LAYOUTS
from newsspider.sites.sindonews.number_counters import PICTURE_PATH
from newsspider.sites.sindonews.text_markup import TEXT

_PUBLISHER: Final = Publisher(
    bylines=frozenset(("sindonews", "sindonews.com", "sindo news")),
    own=r"(?:koran\s+)?sindo(?:\s?news)?(?:\.com)?",
    alone=r"(?:(?:koran\s+)?sindo\s?news(?:\.com)?|koran\s+sindo)",
    sisters=(
        r"inews(?:\.id)?|okezone(?:\.com)?|mnc\s?(?:portal|media)(?:\s+indonesia)?"
        r"|idx\s?channel(?:\.com)?"
    ),
    title_suffix=re.compile(r"\s+[-–—|]\s+sindo\s?news(?:\.com)?\s*\Z", re.IGNORECASE),
)
_IMAGE: Final = ImageMarkup(
    path=PICTURE_PATH,
    placeholders=("pre-images", "sindonews-cover"),
    in_text=("figure", ".image-content"),
    captions=frozenset(("caption", "image-caption", "detail-caption-img", "img-caption")),
    captioned=frozenset(("image-content",)),
)
_LISTS: Final = ListMarkup(
    other_headings=ListMarkup.other_headings | {"sindoscope"},
    heading_classes=(
        "title-section", "title-terkait", "title-list", "section-title", "box-title",
        "widget-title",
    ),
    boxes={
        "related": (
            ".warp-list-berita-terkait", ".berita-terkait", ".related-news", ".list-terkait",
        ),
        "recommended": (".warp-list-detail-artikel-komersial",),
        "latest": (".warp-list-detail-berita-lain",),
        "infographics": (".detail-infografis",),
    },
    no_story=re.compile(  # a story's address has its word behind the host
        r"\A(?!https?://[^/]*/read/|.*/read/).*(?:sindonews\.com/?(?:\?|#|\Z)"
        r"|/(?:more|topic|tag|blog|indeks|index|search|terkini|about)(?:/|\Z|\?))"
    ),
)  # fmt: skip
# CodeIgniter's offset, the site's parameter: no layout and no section, at any time, named these
# pages otherwise. Any quote may stand before the total.
_PAGING: Final = Paging(
    leads_on=re.compile(r"showpage=all|/\d{1,4}/?(?:[?#&]|$)"),
    total_word="total_page",
    total=re.compile(r"""total_page["']?\s*[:=]\s*["']?(\d{1,3})\b"""),
)


def _front(section: str) -> str:
    return f"https://{section or 'www'}.sindonews.com/"


MARKUP: Final = SiteMarkup(
    site="sindonews",
    address=parse,
    layouts=LAYOUTS,
    publisher=_PUBLISHER,
    front=_front,
    text=TEXT,
    image=_IMAGE,
    lists=_LISTS,
    paging=_PAGING,
    index_boxes=(".list-article", ".latest-event", ".indeks-news", ".indeks-title", ".list-news"),
)
