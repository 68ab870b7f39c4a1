"""Moments and headlines with other matter beside them, or stated in another form."""

from datetime import UTC, date, datetime
from typing import Final

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject

_MARKET_DAYS: Final = ("Legi", "Pahing", "Pon", "Wage", "Kliwon")
_FIRST_LEGI: Final = date(1945, 8, 17)
_LATER: Final = (
    "Jumat, 27 November 2026 - 18:40 WIB",
    "Sabtu, 28 November 2026 - 07:12 WIB",
    "Kamis, 26 November 2026 - 21:05 WIB",
)


def _line(subject: Subject, printed: str, **more: object) -> bytes | None:
    """Print another date line, in which `raw` is the old one."""
    date_line = subject.date_line
    if date_line is None:
        return None
    tree.fill(date_line, (), Markup(subject.draw(printed, **more)).unescape())
    return subject.page()


def _moment(subject: Subject) -> datetime:
    return datetime.fromisoformat(subject.facts.record["date_published"])


@kind("The line has the update first, and the publication in brackets.")
def publication_behind_the_update(subject: Subject) -> bytes | None:
    return _line(subject, "Diperbarui: {{ pick(later) }} (terbit: {{ raw }})", later=_LATER)


@kind("The line counts the comments and dates the last of them.")
def last_comment_in_the_line(subject: Subject) -> bytes | None:
    line = "{{ raw }} | {{ number(2, 80) }} komentar, terakhir {{ pick(later) }}"
    return _line(subject, line, later=_LATER)


@kind("A paper of Java names the day of the market week beside the other.")
def market_day_in_the_line(subject: Subject) -> bytes | None:
    raw = subject.facts.record["date_published_raw"] or ""
    if "," not in raw:
        return None
    day = _MARKET_DAYS[(_moment(subject).date() - _FIRST_LEGI).days % 5]
    return _line(subject, raw.replace(",", f" {day},", 1))


@kind("A theme prints its headlines in capitals.")
def headline_in_capitals(subject: Subject) -> bytes:
    tree.fill(subject.headline, (), subject.facts.headline.upper())
    return subject.page()


@kind("A plug-in states page, article and author as a graph, in world time.")
def graph_of_a_plug_in(subject: Subject) -> bytes:
    moment, url = _moment(subject).astimezone(UTC).isoformat(), subject.facts.record["url"]
    times = {"datePublished": moment, "dateModified": moment}
    page = {"@type": "WebPage", "@id": url, "name": f"{subject.facts.headline} - Kabar", **times}
    article = {
        "@type": "NewsArticle",
        "@id": f"{url}#article",
        "isPartOf": {"@id": url},
        "headline": subject.facts.headline,
        "wordCount": len(" ".join(subject.facts.paragraphs).split()),
        "author": {"@id": "#person"},
        **times,
    }
    person = {"@type": "Person", "@id": "#person", "name": "Tim Redaksi"}
    subject.drop_json_ld()
    add_json_ld(subject, {"@context": "https://schema.org", "@graph": [page, article, person]})
    meta = "<meta property='article:published_time' content='{{ moment }}'>"
    subject.root[0].extend(subject.elements(meta, moment=moment))
    return subject.page()


@kind("The line is gone; JSON-LD describes the video above, with the day of its upload.", DATES)
def upload_of_a_video_alone(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    tree.drop(date_line)
    subject.drop_json_ld()
    video = {
        "@context": "https://schema.org",
        "@type": "VideoObject",
        "name": subject.say("headlines"),
        "description": subject.say("teasers"),
        "uploadDate": "2025-06-02T07:30:00+07:00",
        "duration": "PT2M41S",
    }
    add_json_ld(subject, video)
    return subject.page()
