"""Hard negatives: articles that look alike and are not the same story.

Columns with an equal frame, tables of the day, match reports from one template, flashes of one
paragraph, live reports that grow under a new address.
"""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count as counted
from itertools import islice
from math import sin
from typing import Any

from benchmarks.duplicates.texts import Text, headline, name, news, paragraph
from benchmarks.duplicates.words import FRAMES, W

Family = Callable[[random.Random, str], Text]


def _filled(frame: str, story: str, **facts: Any) -> Text:
    text = FRAMES[frame]
    body = text["body"].format_map(facts).strip()
    paragraphs = tuple(" ".join(each.split()) for each in body.split("\n\n"))
    return Text(story, frame, text["headline"].format_map(facts), paragraphs)


def _day(when: date) -> str:
    return f"{W['day'][when.weekday()]}, {when.day} {W['month'][when.month - 1]} {when.year}"


def _any_day(rng: random.Random) -> str:
    return _day(date(2014, 1, 1) + timedelta(rng.randrange(4500)))


def zodiac(rng: random.Random, story: str) -> Text:
    told = dict(zip("abcdefgh", rng.sample(W["fortune"], 8), strict=True))
    sign, hook = rng.choice(W["sign"]), rng.choice(W["fortune"])
    return _filled("zodiac", story, sign=sign, day=_any_day(rng), hook=hook, **told)


def prayer_times(rng: random.Random, _: str) -> Text:
    """The frame is nearly all of it; from day to day some of the times move by a minute."""
    place, number = rng.randrange(12), rng.randrange(4000)
    city, when = W["place"][place], date(2014, 1, 1) + timedelta(number)
    hours = {"imsak": 4, "subuh": 4, "terbit": 5, "zuhur": 11, "asar": 15, "magrib": 17, "isya": 19}

    def clock(hour: int) -> str:
        minute = 25 + round(16 * sin(number / 58 + hour)) + place * 3 % 17
        return f"{hour:02d}.{minute % 60:02d}"

    times = {prayer: clock(hour) for prayer, hour in hours.items()}
    return _filled("prayer_times", f"prayer {city} {number}", city=city, day=_day(when), **times)


def shares(rng: random.Random, story: str) -> Text:
    low = rng.randint(5800, 7600)
    picks = dict(zip("abcd", rng.sample(W["share"], 4), strict=True))
    return _filled(
        "shares",
        story,
        trend=rng.choice(("Menguat", "Melemah", "Mendatar")),
        low=low,
        high=low + rng.randint(30, 140),
        close=low + rng.randint(-60, 60),
        cents=rng.randint(10, 99),
        volume=f"{rng.randint(6, 19)},{rng.randint(1, 9)}",
        side=rng.choice(("beli", "jual")),
        net=rng.randint(100, 990),
        day=_any_day(rng),
        house=rng.choice(W["last"]),
        analyst=name(rng),
        **picks,
        **{f"at_{pick}": rng.randint(500, 9900) for pick in picks},
    )


def match(rng: random.Random, story: str) -> Text:
    home, away = rng.sample(W["club"], 2)
    first, second, third = sorted(rng.sample(range(3, 92), 3))
    return _filled(
        "match",
        story,
        home=home,
        away=away,
        score=f"{rng.randint(1, 5)}-{rng.randint(0, 4)}",
        ground=rng.choice(W["place"]),
        day=_any_day(rng),
        first=first,
        second=second,
        third=third,
        scorer=name(rng),
        keeper=name(rng),
        points=rng.randint(8, 70),
        played=rng.randint(5, 34),
        rank=rng.randint(2, 18),
    )


def earthquake(rng: random.Random, story: str) -> Text:
    return _filled(
        "earthquake",
        story,
        size=f"{rng.randint(3, 6)},{rng.randint(0, 9)}",
        place=rng.choice(W["place"]),
        day=_any_day(rng),
        clock=f"{rng.randint(0, 23):02d}.{rng.randint(0, 59):02d}",
        far=rng.randint(5, 180),
        side=rng.choice(("barat laut", "tenggara", "barat daya", "timur laut")),
        deep=rng.randint(5, 200),
    )


def gold(rng: random.Random, story: str) -> Text:
    price, step = rng.randint(650, 2400), rng.randint(1, 24)
    return _filled(
        "gold",
        story,
        trend=rng.choice(("Naik", "Turun")),
        step=step,
        day=_any_day(rng),
        price=price,
        buyback=price - rng.randint(60, 140),
    )


def death_notice(rng: random.Random, _: str) -> Text:
    """A flash without figures: only names tell it from the next."""
    who, place = f"{name(rng)} {rng.choice(W['last'])}", rng.choice(W["place"])
    story = f"{who} of {place}"
    return _filled("death_notice", story, who=who, place=place, role=rng.choice(W["role"]))


def live_report(rng: random.Random, story: str) -> Iterator[Text]:
    """The same event under new addresses: each instalment has a third more text, or far more."""
    cast, place = [name(rng) for _ in range(3)], rng.choice(W["place"])
    told = news(rng, story).paragraphs[:4]
    for number in range(rng.randint(2, 5)):
        yield Text(f"{story}.{number}", "live_report", headline(rng), told)
        goal = rng.uniform(1.35, 2.2) * sum(len(line) for line in told)
        while sum(len(line) for line in told) < goal:
            told = (*told, paragraph(rng, cast, place))


SINGLE: tuple[Family, ...] = (
    zodiac,
    prayer_times,
    shares,
    match,
    earthquake,
    gold,
    death_notice,
)


def look_alikes(rng: random.Random, count: int) -> Iterator[Text]:
    """`count` hard negatives, every family in turn; each a story of its own, but for days and
    people drawn twice."""
    return islice(_without_end(rng), count)


def _without_end(rng: random.Random) -> Iterator[Text]:
    for number in counted():
        for family in SINGLE:
            yield family(rng, f"{family.__name__} {number}")
        yield from live_report(rng, f"live report {number}")
