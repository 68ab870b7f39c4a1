"""The lines of a robots.txt that mean something (RFC 9309), told apart from all others. Pure."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

_AGENT: Final = re.compile(r"user[ -]?agent\b[ \t]*:?[ \t]*(?P<value>.*)", re.I)
_DELAY: Final = re.compile(
    r"(?:crawl[ -]?delay|request[ -]?rate)\b[ \t]*:?[ \t]*(?P<value>.*)", re.I
)
_RULE: Final = re.compile(r"(?:allow|diss?all?ow|diasllow|disallaw)\b", re.I)  # as Protego spells
_RATE: Final = re.compile(r"(?P<requests>\d{1,9})[ \t]*/[ \t]*(?P<time>.*)")
_VERSION: Final = re.compile(r"[-_.]?v?\d[\d.]*$")
_UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_NUMBER = r"(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e\d{1,2}\b)?"
_SECONDS: Final = re.compile(rf"(?P<number>{_NUMBER})[ \t]*(?P<unit>[a-z]*)", re.I)
_RANGE: Final = re.compile(
    rf"{_NUMBER}[ \t]*(?P<unit>[a-z]*)[ \t]*(?:[-–~]|\.\.+|\b(?:to|or|sampai|hingga|atau)\b)[ \t]*"
    rf"(?P<most>{_NUMBER}.*)",
    re.I,
)
_CLOCK: Final = re.compile(r"(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,3}):(?P<seconds>\d\d)\b")
_THOUSANDS: Final = re.compile(r"[.,](?=\d{3}[ \t]*m(?:s|il))", re.I)
_UNITS: Final = (("ms", 0.001), ("mil", 0.001), ("m", 60.0), ("h", 3600.0), ("jam", 3600.0))

OURS: Final = "us"
ANYONE: Final = "*"


@dataclass(frozen=True, slots=True)
class Agents:
    """A line that says whom the rules after it are for: `OURS`, `ANYONE`, or neither."""

    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Delay:
    """A line that asks for a delay, in seconds; None where it does not say how long."""

    seconds: float | None
    text: str


Line = Agents | Delay | str


def lines(text: str, names: Collection[str]) -> Iterator[Line]:
    """Yield the meaningful lines in order; a rule as it is written. `names` are ours, lower case.

    >>> list(lines("User-agent: mybot/1\\nHost: x\\nCrawl-delay: 1,5\\nAllow: / # all", {"mybot"}))
    [Agents(named=frozenset({'us'})), Delay(seconds=1.5, text='1,5'), 'Allow: /']
    """
    for line in text.translate(_UNSEEN).splitlines():
        said = line.partition("#")[0].strip()
        if found := _AGENT.match(said):
            yield Agents(_named(found["value"].lower(), names))
        elif found := _DELAY.match(said):
            yield Delay(seconds(found["value"]), found["value"])
        elif _RULE.match(said):
            yield said


def _named(value: str, names: Collection[str]) -> frozenset[str]:
    """Whom a User-agent line names. It should hold a product token alone; people also write the
    whole string that was sent, a version behind the name, a pattern, or several names."""
    words = set(re.split(r"[^\w*.-]+", value.strip())) | set(re.findall(r"[a-z0-9_*-]+", value))
    words |= {_VERSION.sub("", word) for word in words}
    ours = any(fnmatchcase(name, word) for word in words - {ANYONE} for name in names)
    return frozenset(({OURS} if ours else set()) | ({ANYONE} & words))


def seconds(value: str) -> float | None:
    """Return the seconds that a Crawl-delay asks for, or None for what is no time.

    A number of requests in a time, which is how a Request-rate says it, is a delay as well.

    >>> [seconds(text) for text in ("10", "1,5", "2s", "500 ms", "1 min", "-5", "soon")]
    [10.0, 1.5, 2.0, 0.5, 60.0, None, None]
    >>> [seconds(text) for text in ("1/10", "1 / 10s", "30/1m 0900-1700", "0/10")]
    [10.0, 10.0, 2.0, None]

    Of two readings, the slower is the polite one: the most of a range, minutes of a clock.

    >>> [seconds(text) for text in ("5-10", "10 - 5 s", "1 to 2 min", "1:30", "1,500ms", "1e1")]
    [10.0, 10.0, 120.0, 90.0, 1.5, 10.0]
    """
    plain = value.strip().strip("\"'+:= \t")
    if rate := _RATE.match(plain):
        requests, time = int(rate["requests"]), seconds(rate["time"])
        return time / requests if requests and time is not None else None
    if clock := _CLOCK.match(plain):
        hours, minutes, rest = (int(part or 0) for part in clock.group(1, 2, 3))
        return 3600.0 * hours + 60.0 * minutes + rest
    found = _SECONDS.match(_THOUSANDS.sub("", plain))
    if found is None:
        return None
    unit = found["unit"].lower()
    factor = next((size for name, size in _UNITS if unit.startswith(name)), 1.0)
    delay = float(found["number"].replace(",", ".")) * factor
    if (wide := _RANGE.match(plain)) and (most := seconds(wide["most"])) is not None:
        last = _SECONDS.match(wide["most"])
        unit = "" if wide["unit"] or last is None else last["unit"]
        return max(most, seconds(found["number"] + unit) or 0.0, delay)
    return delay
