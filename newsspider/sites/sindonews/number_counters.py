"""The counters that the numbers of articles were drawn from: the site has begun anew from 1.

`legacy` is that of the old CMS (until April 2020), `pena` that of the new one; regions have had
their own.
"""

import re
from typing import Final

from newsspider.sites.sindonews.sections import LEGACY_ONLY, PENA_ONLY, REGIONS

PICTURE_PATH: Final = re.compile(
    r"/(?P<cms>pena/news|content)/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/\d+"
    r"/(?P<number>\d+)/"
)
"""Where a picture of an article is filed: under the day and the number of the article."""

_RENUMBERED: Final = "2020-04-15"  # around here the site began to count again from 1
# The old CMS wrote its last numbers (1.52-1.55 million) while the new one wrote its first
# (14,789 on 2 May 2020; 74,214 on 18 June): within these months the size of the number decides.
_OVERLAP: Final = (1_580_515_200, 1_593_561_600)  # 1 February to 1 July 2020, epoch seconds
_LEGACY_MAX: Final = 1_560_000
_OVERLAP_LIMIT: Final = 500_000
_REGION_LIMIT: Final = 100_000  # no regional counter was seen above 10,000
_PENA_CHANNELS: Final = 700  # the new CMS files regional news under 701-720, regions used 1-9


def counter_of_address(
    form: str, number: int, channel: int, timestamp: int | None, label: str
) -> tuple[str, bool]:
    """Return the counter that a number was drawn from, and whether the address settles it."""
    if label in REGIONS and number < _REGION_LIMIT and channel < _PENA_CHANNELS:
        return label, True
    if form == "berita":
        return "legacy", True
    if timestamp is not None:
        start, end = _OVERLAP
        old = number > _OVERLAP_LIMIT if start <= timestamp < end else timestamp < start
        return ("legacy" if old else "pena"), True
    if label in LEGACY_ONLY:
        return "legacy", True
    # Today's CMS serves `/read/`, having moved the old articles to `/berita/`.
    return "pena", number > _LEGACY_MAX or label in PENA_ONLY


def counter_of_page(date_published: str, image: str | None) -> str:
    """Return the counter that a page tells of: by the path of its picture (`/content/` was the old
    CMS, `/pena/` is the new one), else by the day of publication."""
    found = PICTURE_PATH.search(image or "")
    legacy = found["cms"] == "content" if found else date_published[:10] < _RENUMBERED
    return "legacy" if legacy else "pena"
