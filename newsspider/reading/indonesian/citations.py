"""Which agencies and media a text says it follows: "seperti dilansir Reuters, Selasa (11/1/2022)".

A name counts when a verb of following leads to it ("dikutip dari", "kepada", "menurut laporan") or
it reports itself ("AFP melaporkan"). People, press releases and social networks are no media.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from newsspider.dates.vocabulary import WEEKDAY_IN_TEXT
from newsspider.items import Citation
from newsspider.reading.article.site_markup import Publisher
from newsspider.reading.indonesian.citation_dates import DAY, GLOSS, SAYS, day_after
from newsspider.reading.indonesian.citation_verbs import (
    LEADS_TO_ANY,
    MEDIUM_HINTS,
    STEMS,
    STEMS_OF_ANY,
    Leads,
    leads_of,
)
from newsspider.reading.indonesian.media import COUNTRIES, GIVEN_NAMES, INSTITUTIONS, MEDIA

_NAMES: Final = frozenset(MEDIA)
_BY_FIRST_WORD: Final[dict[str, list[str]]] = {}
for _name in sorted(MEDIA, key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(re.split(r"[\s-]", _name)[0], []).append(_name)

_REPORTS = re.compile(
    rf"{GLOSS}[\"”'’]?(?:,\s+(?:kantor\s+berita|media|surat\s+kabar|stasiun)\b[^,.]{{0,40}})?"
    rf",?(?:\s+pada\s+(?:hari\s+)?\w+|\s+(?i:{WEEKDAY_IN_TEXT}))?(?:\s*\([\d/]{{3,10}}\))?,?\s+{SAYS}\b"
)
_WORD = re.compile(
    r"(?<!\w)(?:[A-Z]|[a-z]{1,4}(?=[A-Z])|detik(?=com)|kumparan|liputan(?=6))[\w’'&!]*(?:\.\w+)*"
)
_DOMAIN = re.compile(r"\b[a-z][a-z0-9-]*\.(?:com|co\.id|co\.uk|co|id|net|org)\b")
_MEDIA_DOMAIN = re.compile(
    r"news|times|post|press|daily|media|berita|kabar|tribun|kompas|detik|tempo|liputan|okezone|antara"
    r"|bola\.|thesun|mirror|guardian|express|otomotif|insider|today|republika|viva\.|suara\.|kumparan|merdeka|goal\.|marca|livescience|space\.com|sport|bbc|cnn|cnbc"
)
_TELLING: Final = frozenset((
    "Agency", "Broadcasting", "Chronicle", "Daily", "Gazette", "Herald", "Insider", "Journal",
    "Magazine", "Mail", "Media", "News", "Observer", "Post", "Press", "TV", "Times", "Tribune",
    "Weekly",
))  # fmt: skip
_CAPITALS = r"(?P<name>(?:[A-Z][\w’'&.-]*)(?:\s(?:(?:of|the|and|de|for)\s)?[A-Z][\w’'&.-]*){0,4})\Z"
_NAME_AHEAD = re.compile(r"[A-Z][\w’'&-]*(?:\s[A-Z][\w’'&-]*){0,3}")
# What people do and media do not; of media it is said that they write and report.
_SPEAKERS = re.compile(
    r"\b(?:kata|ujar|tutur|ucap|imbuh|tambah|tandas|pungkas|tukas)\s+([A-Z]\w{3,})"
    r"|\b([A-Z]\w{3,})\s+(?:mengatakan|berkata|mengaku|menuturkan|menambahkan|berharap|berpidato)\b"
)
_MOST: Final = 200_000  # characters; the longest live reports have a tenth
_REACH: Final = 110  # characters in front of a name in which a verb may lead to it


def citations(text: str, published: date, publisher: Publisher) -> list[Citation]:
    """Return the media that a text of a publisher follows, in order of appearance, each once.

    `date` is the day in brackets behind the name; without a year, the nearest such day up to the
    day of publication.

    >>> house = Publisher(own="kabar", alone="kabar")
    >>> citations("Kata dia, seperti dikutip dari AFP, Selasa (11/1).", date(2022, 1, 12), house)
    [Citation(name='AFP', date='2022-01-11')]
    """
    found: dict[str, Citation] = {}
    text = text[:_MOST]
    folded = text.lower()
    stems = [stem for stem in STEMS if stem in folded]
    leads = leads_of(publisher)
    people: set[str] | None = None  # looked up once, and only for names in no list
    for paragraph, lower in zip(text.split("\n\n"), folded.split("\n\n"), strict=True):
        if not any(map(lower.__contains__, stems)):
            continue
        for name, end in _followed(paragraph, leads):
            if leads.house.fullmatch(name):  # told to its own reporter
                continue
            if name not in _NAMES:
                people = _speakers(text) if people is None else people
                if not people.isdisjoint(name.split()):
                    continue
            key = name.casefold()
            day = day_after(paragraph, end, published)
            known = found.get(key)
            if known is None or (known.date is None and day):
                found[key] = Citation(name=known.name if known else name, date=day)
    return list(found.values())


def _speakers(text: str) -> set[str]:
    """The names, by one word each, of those whom the text lets speak."""
    return {found[1] or found[2] for found in _SPEAKERS.finditer(text)}


def _followed(text: str, leads: Leads) -> Iterator[tuple[str, int]]:
    """Names of media that a paragraph follows, and where each, or the row of them, ends."""
    position = 0
    folded = text.casefold()
    names_medium = any(map(folded.__contains__, MEDIUM_HINTS))
    followed = [stem for stem in STEMS_OF_ANY if stem in text]
    for start, word in _candidates(text):
        if start < position:
            continue
        name = _known(text, start, word)
        if name and (_led(text, start, leads) or _REPORTS.match(text, start + len(name))):
            names, position = _row(text, start, name, leads)
            yield from ((each, position) for each in names)
            continue
        may_be_led = names_medium or (bool(followed) and _stands_near(followed, text, start))
        name = _unknown(text, start, word, may_be_led, leads)
        if name:
            position = max(start + len(word), text.find(name, max(0, start - 60)) + len(name))
            yield name, position


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    if ".co" in text or ".id" in text or ".net" in text:
        words += [(match.start(), match[0]) for match in _DOMAIN.finditer(text)]
        words.sort()
    return iter(words)


def _known(text: str, start: int, word: str) -> str | None:
    for name in _BY_FIRST_WORD.get(word, ()) or _BY_FIRST_WORD.get(word.split(".")[0], ()):
        if text.startswith(name, start) and not text[start + len(name) :][:1].isalnum():
            if name == "RT" and re.match(r"RT[\s/.]*(?:\d|RW|setempat)", text[start:]):
                return None
            domain = re.match(r"\.(?:com|co\.id|co|id|net|org)\b", text[start + len(name) :])
            return name + domain[0] if domain else name
    return None


def _led(text: str, start: int, leads: Leads) -> bool:
    return leads.to_any.search(text, max(0, start - _REACH), start) is not None


def _row(text: str, start: int, name: str, leads: Leads) -> tuple[list[str], int]:
    """The names of a row, "Reuters dan AFP", and where it ends."""
    names, end = [name], start + len(name)
    while joint := leads.on.match(text, end):
        word = _WORD.match(text, joint.end())
        other = _known(text, joint.end(), word[0]) if word else None
        if other is None:
            ahead = _NAME_AHEAD.match(text, joint.end())
            if ahead is None or not _is_of_any(text, ahead, leads) or "dan" not in joint[0]:
                break
            other = ahead[0]
        names.append(other)
        end = joint.end() + len(other)
    return names, end


def _stands_near(stems: Sequence[str], text: str, start: int) -> bool:
    """Whether any of some stems stands in front of a place, where it may lead there."""
    near = max(0, start - _REACH)
    return any(text.find(stem, near, start) >= 0 for stem in stems)


def _unknown(text: str, start: int, word: str, may_be_led: bool, leads: Leads) -> str | None:
    """A medium that is in no list, but is called one, has a name like one, or is led to.

    Most names are not, and need no closer look.
    """
    domain = "." in word and _DOMAIN.fullmatch(word.lower())
    telling = word in _TELLING or (word.endswith(("News", "news.com")) and word not in COUNTRIES)
    ahead = _NAME_AHEAD.match(text, start) if may_be_led else None
    if not (domain or telling or ahead):
        return None
    if leads.no_medium.search(word):
        return None
    if domain:
        return word if _MEDIA_DOMAIN.search(word.lower()) and _led(text, start, leads) else None
    if telling:
        end = start + len(word)
        name = re.search(_CAPITALS, text[max(0, end - 60) : end])
        if name is None:
            return None
        first = end - len(name["name"])
        full = _without_countries(name["name"])
        bare = full == word and word in _TELLING  # "Media" or "Times" alone name nothing
        followed = _led(text, first, leads) or _REPORTS.match(text, end)
        return full if followed and not bare else None
    if ahead and _is_followed_on_a_day(text, start, ahead, leads):
        return ahead[0]
    lead = leads.to_medium.search(text, max(0, start - _REACH), start)
    if word in COUNTRIES or lead is None or ahead is None or leads.no_medium.search(ahead[0]):
        return None
    # "dirangkum kantor berita China, Wang mengatakan": behind a comma may stand who speaks.
    apart = lead[0].rstrip(" \"“'‘").endswith(",")
    end = ahead.end()
    return ahead[0] if not apart or _REPORTS.match(text, end) or DAY.match(text, end) else None


def _is_followed_on_a_day(text: str, start: int, ahead: re.Match[str], leads: Leads) -> bool:
    """Whether a name is followed as only media are: "dilansir Al Sumaria, Rabu (12/1/2022)"."""
    near = max(0, start - _REACH)
    return (
        _stands_near(STEMS_OF_ANY, text, start)
        and _is_of_any(text, ahead, leads)
        and LEADS_TO_ANY.search(text, near, start) is not None
    )


def _is_of_any(text: str, ahead: re.Match[str], leads: Leads) -> bool:
    """Whether a name has a day behind it, and is no office's, country's or person's."""
    first = ahead[0].split()[0]
    return (
        first not in INSTITUTIONS
        and first not in COUNTRIES
        and first not in GIVEN_NAMES
        and not ahead[0].isupper()
        and not leads.no_medium.search(ahead[0])
        and DAY.match(text, ahead.end()) is not None
    )


def _without_countries(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in COUNTRIES:
        words.pop(0)
    return " ".join(words)
