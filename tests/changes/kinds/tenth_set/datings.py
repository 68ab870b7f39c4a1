"""Date lines and headlines in other words, and beside what looks like them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject

_DAY: Final = re.compile(r".*?\b20\d\d")
_OLD_SPELLINGS: Final = {
    "Februari": "Pebruari",
    "November": "Nopember",
    "Jumat": "Jum'at",
    "Senin": "Senen",
    "Kamis": "Kemis",
    "Minggu": "Ahad",
}


def _raw(subject: Subject) -> str:
    return str(subject.facts.record["date_published_raw"] or "")


def _line(subject: Subject, html: str, **more: object) -> bytes | None:
    """Fill the date line anew; `raw` is what it said."""
    date_line = subject.date_line
    if date_line is None:
        return None
    (drawn,) = subject.elements(f"<div>{html}</div>", **more)
    tree.fill(date_line, list(drawn), drawn.text)
    return subject.page()


@kind("The weather of tomorrow, dated, stands between headline and date line.")
def forecast_above_the_line(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('widget') }}'><b>Jakarta</b> Cerah berawan, 24–33°C <span>Minggu, 29"
        " November 2026</span></div>"
    )
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()


@kind("The line names the printed edition's day before the moment on the web.")
def printed_edition_in_the_line(subject: Subject) -> bytes | None:
    day = datetime.fromisoformat(subject.facts.record["date_published"]) + timedelta(days=1)
    return _line(subject, "Koran: {{ day }} | Daring: {{ raw }}", day=f"{day:%d/%m/%Y}")


@kind("The desk types a label in brackets before the headline.", says=("headline_",))
def label_before_the_headline(subject: Subject) -> bytes:
    label = subject.rng.choice(("[FOTO]", "[VIDEO]", "[EKSKLUSIF]", "(Infografis)"))
    tree.fill(subject.headline, (), f"{label} {subject.facts.headline}")
    return subject.page()


@kind("The head has another wording for networks than the page has.", says=("headline_",))
def wording_for_networks(subject: Subject) -> bytes:
    wording = subject.rng.choice(
        ("Ramai Dibicarakan Warganet, Begini Ceritanya", "Simak Fakta Lengkapnya di Sini")
    )
    for meta in subject.root.cssselect("meta[property='og:title'], meta[name='twitter:title']"):
        meta.set("content", wording)
    return subject.page()


@kind("The line's day or month is spelled as it was of old.")
def day_in_an_old_spelling(subject: Subject) -> bytes | None:
    written = _raw(subject)
    for new, old in _OLD_SPELLINGS.items():
        written = written.replace(new, old)
    return _line(subject, "{{ w }}", w=written) if written != _raw(subject) else None


@kind("A font draws icons from words, which stand in the date line.")
def words_of_icons_in_the_line(subject: Subject) -> bytes | None:
    html = (
        "<i class='material-icons'>calendar_today</i> {{ raw }} <i class='material-icons'>"
        "visibility</i> {{ number(200, 9000) }}"
    )
    return _line(subject, html)


@kind("The line has publication and update side by side, without a label.")
def two_days_without_labels(subject: Subject) -> bytes | None:
    html = "<span>{{ raw }}</span> • <span>{{ say('today') }}</span>"
    return _line(subject, html)


@kind("The line has the day alone; JSON-LD has the moment, in world time.", says=DATES)
def day_alone_in_the_line(subject: Subject) -> bytes | None:
    day = _DAY.match(_raw(subject))
    if day is None:
        return None
    subject.drop_json_ld()
    moment = datetime.fromisoformat(subject.facts.record["date_published"]).astimezone(UTC)
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": moment.isoformat(),
    }
    add_json_ld(subject, block)
    return _line(subject, "{{ day }}", day=day[0])
