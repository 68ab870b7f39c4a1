"""Headlines and moments that a template, a clock or a test states wrongly."""

import re
from datetime import datetime, timedelta
from functools import partial

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "evidence")
HEADLINES = ("headline_",)
_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def _moment(subject: Subject) -> datetime:
    return datetime.fromisoformat(subject.facts.record["date_published"])


def _replaced(subject: Subject, *pairs: tuple[str, str]) -> bytes | None:
    """Return the page with texts replaced in its source; None where one is not there."""
    source = subject.page().decode()
    for old, new in pairs:
        if not old or old not in source:
            return None
        source = source.replace(old, new)
    return source.encode()


def _dated(subject: Subject, printed: str) -> bytes | None:
    """Print another date in the date line of a page whose JSON-LD has the moment."""
    if f'"datePublished": "{subject.facts.record["date_published"]}' not in subject.facts.html:
        return None
    return _replaced(subject, (subject.facts.record["date_published_raw"] or "", printed))


@kind("A test of headlines shows another wording to some readers.", says=HEADLINES)
def headline_under_test(subject: Subject) -> bytes:
    tree.fill(subject.headline, (), "Tak Banyak yang Tahu, Begini Cerita Lengkap di Baliknya")
    return subject.page()


@kind("A browser's tool has translated the headline alone.", says=HEADLINES)
def headline_translated(subject: Subject) -> bytes:
    tree.fill(subject.headline, (), "What residents found there surprised the whole village")
    return subject.page()


@kind("The headline stands twice in its element, for desk and phone.")
def headline_twice_in_its_element(subject: Subject) -> bytes:
    spans = '<span class="desk">{{ headline }}</span><span class="phone">{{ headline }}</span>'
    tree.fill(subject.headline, subject.elements(spans))
    return subject.page()


@kind("The site's name follows the headline in its element.")
def site_behind_the_headline(subject: Subject) -> bytes:
    tree.fill(subject.headline, (), f"{subject.facts.headline} - SINDOnews")
    return subject.page()


@kind("The headline's element shows the section and a bar before it.")
def section_before_the_headline(subject: Subject) -> bytes:
    tree.fill(subject.headline, (), f"Kabar Daerah | {subject.facts.headline}")
    return subject.page()


@kind("Marks of the head's template were never filled.", says=HEADLINES)
def head_not_filled(subject: Subject) -> bytes:
    for title in subject.root.iter("title"):
        title.text = "{{ post.title }} | {{ site.name }}"
    for meta in subject.root.cssselect("meta[property='og:title'], meta[name='title']"):
        meta.set("content", "{{ post.title }}")
    return subject.page()


@kind("A mark of the date line's template was never filled.", says=DATES)
def date_line_not_filled(subject: Subject) -> bytes | None:
    return _dated(subject, "{{ published_at | date }}")


@kind("A date line of the epoch: the field was empty.", says=DATES)
def date_line_of_the_epoch(subject: Subject) -> bytes | None:
    return _dated(subject, "Kamis, 01 Januari 1970 - 07:00 WIB")


@kind("The date line says midnight: the hour was lost.", says=DATES)
def date_line_at_midnight(subject: Subject) -> bytes | None:
    raw = subject.facts.record["date_published_raw"] or ""
    if "00:00" in raw:
        return None
    return _dated(subject, re.sub(r"\d\d:\d\d", "00:00", raw))


@kind("The date line has the month before the day, in figures.", says=DATES)
def date_line_month_first(subject: Subject) -> bytes | None:
    return _dated(subject, _moment(subject).strftime("%m/%d/%Y %H:%M WIB"))


@kind("The date line has another year than the article.", says=DATES)
def date_line_of_another_year(subject: Subject) -> bytes | None:
    raw, year = subject.facts.record["date_published_raw"] or "", _moment(subject).year
    return _dated(subject, raw.replace(str(year), str(year - 1)))


@kind("JSON-LD has day and month in each other's place.", says=DATES)
def json_ld_day_and_month_swapped(subject: Subject) -> bytes | None:
    moment = _moment(subject)
    if moment.day > 12 or moment.day == moment.month:
        return None
    swapped = moment.replace(month=moment.day, day=moment.month).isoformat()
    return _replaced(
        subject, (f'"datePublished": "{moment.isoformat()}', f'"datePublished": "{swapped}')
    )


def _all_clocks(subject: Subject, moment: datetime) -> bytes | None:
    """State another moment in the date line and in JSON-LD alike."""
    raw, iso = subject.facts.record["date_published_raw"] or "", _moment(subject).isoformat()
    if not re.search(r"\d\d:\d\d", raw):
        return None
    printed = f"{moment.day:02} {_MONTHS[moment.month - 1]} {moment.year} - {moment:%H:%M} WIB"
    changed = _replaced(subject, (raw, printed))
    return changed and changed.replace(iso.encode(), moment.isoformat().encode())


@kind("Old stories are dated anew for search engines, everywhere on the page.", says=DATES)
def dated_anew_for_search(subject: Subject) -> bytes | None:
    return _all_clocks(subject, _moment(subject) + timedelta(days=subject.rng.randint(40, 400)))
