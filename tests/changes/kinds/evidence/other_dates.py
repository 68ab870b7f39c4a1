"""Dates of other matters that stand before the date line."""

from tests.changes import tree
from tests.changes.kinds.evidence.date_lines import above
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject


@kind("An event's date stands between headline and date line.")
def date_of_an_event_first(subject: Subject) -> bytes:
    box = '<div class="{{ name("box") }}">Acara: {{ day }} pukul 19.00 WIB</div>'
    day = subject.rng.choice(("Sabtu, 5 Desember 2026", "Minggu, 13 Desember 2026"))
    tree.insert_after(subject.headline, subject.elements(box, day=day)[0])
    return subject.page()


@kind("The moment the page was made stands in the page's first line.")
def moment_of_the_cache(subject: Subject) -> bytes:
    above(
        subject, "<div><small>Halaman dibuat: 28/11/2026 04:{{ number(10, 59) }}:12</small></div>"
    )
    return subject.page()


@kind("The picture's date stands before the date line.")
def date_of_the_picture_first(subject: Subject) -> bytes:
    box = '<div class="{{ name("caption") }}">Foto diambil {{ say("olddate") }}. Dok. warga</div>'
    tree.insert_before(subject.headline, subject.elements(box)[0])
    return subject.page()


@kind("A ticker with dated stories runs above the headline.")
def dated_ticker_above(subject: Subject) -> bytes:
    rows = (
        '<div class="{{ name("list") }}">{% for n in range(4) %}<span>{{ say("olddate") }}</span>'
        '<a href="/t{{ n }}">{{ say("headlines") }}</a>{% endfor %}</div>'
    )
    above(subject, rows)
    return subject.page()
