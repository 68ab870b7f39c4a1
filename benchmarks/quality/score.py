"""How right a reading is: field by field, and the body by tokens and by paragraphs. Pure."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any, Final
from unicodedata import normalize

Reading = dict[str, Any]
_WIB: Final = timezone(timedelta(hours=7))
_WIDTH = re.compile(r"/(?:dyn|webp)/\d+/")
_WORD = re.compile(r"\w+")


def folded(text: object) -> str:
    """NFC, white space folded: a reader sees no difference beyond that."""
    return " ".join(normalize("NFC", str(text or "")).split())


def same_text(gold: object, got: object) -> bool:
    return folded(gold) == folded(got)


def same_names(gold: object, got: object) -> bool:
    """The same names in whatever order and case."""
    lists = [value if isinstance(value, list) else [] for value in (gold, got)]
    one, other = ({folded(name).casefold() for name in names} for names in lists)
    return one == other


def same_minute(gold: object, got: object) -> bool:
    """The same instant; a peer that leaves the zone open is taken to mean the gold one."""
    moments = _moment(gold), _moment(got)
    if moments[0] is None or moments[1] is None or "T" not in str(got).replace(" ", "T"):
        return False
    zone = moments[0].tzinfo
    return moments[0] == (moments[1] if moments[1].tzinfo else moments[1].replace(tzinfo=zone))


def same_day(gold: object, got: object) -> bool:
    """The same day as printed, for those that read no time of day."""
    return bool(got) and str(gold)[:10] == str(got)[:10]


def same_image(gold: object, got: object) -> bool:
    """The same picture, whatever width it is asked for in."""
    url = gold.get("url") if isinstance(gold, dict) else gold
    return _WIDTH.sub("/", str(url or "")) == _WIDTH.sub("/", str(got or ""))


def same_language(gold: object, got: object) -> bool:
    return bool(got) and str(got).lower().partition("-")[0] == gold


def _moment(value: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


FIELDS: Final[dict[str, tuple[str, Callable[[object, object], bool]]]] = {
    "headline": ("headline", same_text),
    "description": ("description", same_text),
    "date_published, the day": ("date_published", same_day),
    "date_published, the minute": ("date_published", same_minute),
    "authors": ("authors", same_names),
    "keywords": ("keywords", same_names),
    "image": ("image", same_image),
    "section": ("section", same_text),
    "url, canonical": ("url", same_text),
    "in_language": ("in_language", same_language),
}
"""What several tools read: title of the row, key of the record, when a value is right."""

EXTRA_FIELDS: Final = (
    "id", "date_modified", "date_published_raw", "editor", "dateline", "breadcrumbs", "read_also",
    "related", "recommended", "latest", "infographics", "citations", "page_count", "word_count",
)  # fmt: skip
"""What only newsspider reads."""


def lines(reading: Reading) -> list[str]:
    """The paragraphs of a reading that are not blank."""
    return [line for part in reading.get("paragraphs") or [] if (line := folded(part))]


def paragraphs(gold: Reading) -> list[str]:
    """The paragraphs of the gold body."""
    return [folded(part) for part in gold["article_body"].split("\n\n")]


def forgiven(found: list[str], gold: Reading) -> list[str]:
    """The paragraphs without the dateline that opens them and the initials that close them.

    The record keeps both apart from the body; no peer has a place for them, so leaving them in
    the text is no mistake of theirs.
    """
    if not found:
        return found
    place, editor = gold.get("dateline"), gold.get("editor")
    first, *rest = found
    if place:
        first = re.sub(rf"^{re.escape(folded(place))}\s*[-–—]+\s*", "", first)
    *start, last = [first, *rest]
    if editor:
        last = re.sub(rf"\s*\(?{re.escape(folded(editor))}\)?$", "", last)
    return [line for line in (*start, last) if line]


def token_f1(gold: list[str], got: list[str]) -> float:
    """Harmonic mean of precision and recall over words, each as often as it occurs, 0 to 1.

    >>> token_f1(["satu dua tiga"], ["satu dua empat empat"])
    0.5714285714285714
    """
    one, other = (Counter(_WORD.findall(" ".join(part).casefold())) for part in (gold, got))
    shared = sum((one & other).values())
    total = one.total() + other.total()
    return 2 * shared / total if total else 1.0
