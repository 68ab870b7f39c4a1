"""Evidence that is wrong, beside other matter, or in a form that has more than one moment."""

import re
from datetime import datetime, timedelta
from typing import Final

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject

_STAMP: Final = re.compile(r"-\d{10}\b")
_LATER: Final = (
    "Jumat, 27 November 2026 - 18:40 WIB",
    "Sabtu, 28 November 2026 - 07:12 WIB",
    "Kamis, 26 November 2026 - 21:05 WIB",
)


@kind("A template counts twelve hours without saying which half; the address tells.", says=DATES)
def hours_of_twelve_unmarked(subject: Subject) -> bytes | None:
    line = subject.date_line
    moment = datetime.fromisoformat(subject.facts.record["date_published"])
    if line is None or moment.hour < 13 or not _STAMP.search(subject.facts.url):
        return None
    raw, hour = str(subject.facts.record["date_published_raw"]), f"{moment:%H:%M}"
    if hour not in raw:
        return None
    tree.fill(line, (), raw.replace(hour, f"{moment:%I:%M}"))
    return subject.page()


@kind("A story of the archive is published again; the line has both days, the new one first.")
def published_again_from_the_archive(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    again, first = subject.rng.choice(_LATER), subject.facts.record["date_published_raw"]
    tree.fill(line, (), f"Dimuat kembali: {again} | Pertama kali terbit: {first}")
    return subject.page()


@kind("The line is gone; JSON-LD is a live report's, with the moment of each of its entries.",
      says=DATES)  # fmt: skip
def moments_of_a_live_report(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    tree.drop(line)
    subject.drop_json_ld()
    begun = datetime.fromisoformat(subject.facts.record["date_published"])
    entries = [
        {
            "@type": "BlogPosting",
            "headline": subject.say("headlines"),
            "datePublished": (begun + timedelta(minutes=47 * number)).isoformat(),
        }
        for number in (3, 2, 1)
    ]
    report = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "liveBlogUpdate": entries,
        "headline": subject.facts.headline,
        "coverageStartTime": begun.isoformat(),
        "datePublished": begun.isoformat(),
        "dateModified": entries[0]["datePublished"],
    }
    add_json_ld(subject, report)
    return subject.page()


@kind("The headline's element ends with a link that counts the comments.")
def comments_counted_in_the_headline(subject: Subject) -> bytes:
    link = "<a class='{{ name('count') }}' href='#komentar'>{{ number(2, 90) }} Komentar</a>"
    (counted,) = subject.elements(link)
    subject.headline.append(counted)
    return subject.page()
