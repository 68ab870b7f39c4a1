"""Days of others beside the article's own, and date lines in other words."""

from datetime import datetime, timedelta
from typing import Final

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.kinds.evidence.moments import day_spelled, moment_printed, printed
from tests.changes.subject import Subject

_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SUNDANESE: Final = ("Senén", "Salasa", "Rebo", "Kemis", "Jumaah", "Saptu", "Ahad")


def _spelled(moment: datetime, days: tuple[str, ...] = _DAYS) -> str:
    return f"{days[moment.weekday()]}, {day_spelled(moment)}"


def _published(subject: Subject) -> datetime:
    return datetime.fromisoformat(subject.facts.record["date_published"])


def _before_headline(subject: Subject, html: str) -> bytes | None:
    """Put a piece before the headline, its `line` named and made as the date line is."""
    line = subject.date_line
    if line is None:
        return None
    name = line.get("class") or ""
    for element in subject.elements(html, tag=line.tag, of_the_line=name):
        tree.insert_before(subject.headline, element)
    return subject.page()


@kind("A menu unfolds stories of its sections above the headline, dated as articles are.")
def menu_with_dated_stories(subject: Subject) -> bytes | None:
    html = (
        "<ul class='{{ name('menu') }}'>{% for n in range(3) %}<li><a href='/m{{ n }}'>"
        "{{ say('headlines') }}</a><{{ tag }} class='{{ of_the_line }}'>{{ say('olddate') }}"
        "</{{ tag }}></li>{% endfor %}</ul>"
    )
    return _before_headline(subject, html)


@kind("The section and today's day stand above the headline, named as the date line is.")
def today_beside_the_section(subject: Subject) -> bytes | None:
    html = (
        "<{{ tag }} class='{{ of_the_line }}'>{{ say('section') }} | {{ say('today') }}</{{ tag }}>"
    )
    return _before_headline(subject, html)


@kind("An episode of a podcast, with its own day, is offered between headline and date line.")
def episode_under_the_headline(subject: Subject) -> bytes | None:
    if subject.date_line is None:
        return None
    html = (
        "<div class='{{ name('box') }}'><b>Dengar siniar kami</b> <a href='/siniar/"
        "{{ number(10, 90) }}'>{{ say('headlines') }}</a> <time>{{ say('olddate') }}</time></div>"
    )
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()


@kind("A line above the date line says when the page was read.")
def read_on_this_day(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    html = "<div class='{{ name('date') }}'>Dibaca pada {{ say('today') }}</div>"
    tree.insert_before(line, subject.elements(html)[0])
    return subject.page()


@kind("The page renews itself every five minutes, and says when it last did, above the date line.")
def renewed_every_five_minutes(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    html = (
        "<p class='{{ name('label') }}'>Halaman ini diperbarui otomatis setiap 5 menit. Terakhir:"
        " Sabtu, 28 November 2026 11:{{ number(10, 55) }} WIB</p>"
    )
    tree.insert_before(line, subject.elements(html)[0])
    return subject.page()


@kind("The date line has the day's name and the word for o'clock in Sundanese.", says=DATES)
def date_line_in_sundanese(subject: Subject) -> bytes | None:
    return printed(subject, lambda moment: f"{_spelled(moment, _SUNDANESE)} tabuh {moment:%H.%M}")


@kind("The date line gives the hour in all three zones, from the east to the west.", says=DATES)
def hours_of_three_zones(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None or moment.utcoffset() != timedelta(hours=7) or moment.hour > 21:
        return None
    zones = {"WIT": 2, "WITA": 1, "WIB": 0}
    hours = [f"{moment + timedelta(hours=zones[zone]):%H:%M} {zone}" for zone in zones]
    return printed(subject, lambda moment: f"{_spelled(moment)} {' / '.join(hours)}")


@kind("The line says when the story was written, then when it was published.")
def written_before_it_was_published(subject: Subject) -> bytes | None:
    written = _published(subject) - timedelta(hours=subject.rng.randint(20, 50))
    before = f"Ditulis: {_spelled(written)} {written:%H:%M} WIB"
    raw = subject.facts.record["date_published_raw"]
    return printed(subject, lambda _: f"{before} | Terbit: {raw}")


@kind("The line is gone; JSON-LD has the day of publication, no hour.", says=DATES)
def only_the_day_is_left(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    tree.drop(line)
    subject.drop_json_ld()
    subject.drop_all("meta[property*='time'], meta[name*='date'], meta[itemprop*='date']")
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": f"{_published(subject):%Y-%m-%d}",
    }
    add_json_ld(subject, block)
    return subject.page()
