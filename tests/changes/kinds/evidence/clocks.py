"""Date lines of other orders and letters, clocks in other zones, names in two wordings."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld, kind
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.kinds.evidence.moments import moment_printed, printed
from tests.changes.kinds.kind import Change, add
from tests.changes.subject import Subject


def _with_json_ld(subject: Subject, stated: str, **more: str) -> None:
    """Give the page JSON-LD of its own with this moment of publication."""
    subject.drop_json_ld()
    block = {"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": stated}
    add_json_ld(subject, {"headline": subject.facts.headline} | block | more)


@kind("A server that counts in world time shifts line and JSON-LD alike.", says=DATES)
def hours_shifted_alike(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    earlier = moment - timedelta(hours=7)
    _with_json_ld(subject, f"{earlier:%Y-%m-%dT%H:%M:%S}+07:00")
    return printed(subject, lambda m: f"{m - timedelta(hours=7):%d/%m/%Y %H:%M} WIB")


@kind("A server's clock is some hours late, in line and JSON-LD.", says=DATES)
def clock_some_hours_late(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    late = timedelta(hours=subject.rng.choice((1, 2, 8, 12)))
    _with_json_ld(subject, (moment + late).isoformat())
    return printed(subject, lambda m: f"{m + late:%d/%m/%Y %H:%M} WIB")


@kind("JSON-LD has the moment in world time without a zone.", says=DATES)
def world_time_without_a_zone(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    _with_json_ld(subject, f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S}")
    return subject.page()


@kind("Line and JSON-LD have the moment of the last rebuild of all pages.", says=DATES)
def dated_by_a_rebuild(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    rebuilt = moment + timedelta(days=subject.rng.randint(1, 5), hours=3)
    _with_json_ld(subject, rebuilt.isoformat())
    return printed(subject, lambda m: f"{rebuilt:%d/%m/%Y %H:%M} WIB")


_FORMS: dict[str, tuple[str, Callable[[datetime], str]]] = {
    "month-first": ("the month first, as in America", lambda m: f"{m:%m/%d/%Y %I:%M %p}"),
    "year-of-two-digits": ("a year of two digits", lambda m: f"{m:%d/%m/%y %H:%M} WIB"),
    "capitals": ("capitals and no comma", lambda m: f"{m:%d %b %Y %H:%M} WIB".upper()),
    "hour-alone": ("the hour with its word", lambda m: f"{m:%d-%m-%Y} jam {m:%H.%M} WIB"),
}


def _formed(write: Callable[[datetime], str]) -> Change:
    return lambda subject: printed(subject, write)


for _name, (_what, _write) in _FORMS.items():
    _why = f"The date line is written another way: {_what}."
    add("evidence", f"date-line-with-{_name}", _why, _formed(_write), says=DATES)


@visible("The date line has the day's words in English and the hour without a zone.", says=DATES)
def date_line_of_an_english_theme(subject: Subject) -> bytes | None:
    return printed(subject, lambda m: f"Posted on {m:%A, %B %d, %Y at %H:%M}")


@visible("The desk typed the letters of another zone than its hours.", says=DATES)
def letters_of_another_zone(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    _with_json_ld(subject, moment.isoformat())
    return printed(subject, lambda m: f"{m:%d/%m/%Y %H:%M} WIT")


@visible("A script fills the date line from a number; the head has the date.", says=DATES)
def date_line_filled_by_a_script(subject: Subject) -> bytes | None:
    moment, line = moment_printed(subject), subject.date_line
    if moment is None or line is None:
        return None
    _with_json_ld(subject, moment.isoformat())
    tree.fill(line, subject.elements(f"<time data-ts='{int(moment.timestamp())}000'></time>"))
    return subject.page()


@visible("The headline is tried in two wordings; the head has the other.", says=("headline_",))
def headline_tried_in_two_wordings(subject: Subject) -> bytes | None:
    other = "Begini Penjelasan Lengkap Soal Kabar yang Ramai Dibicarakan Warga"
    for meta in subject.root.cssselect("meta[property='og:title'], meta[name='twitter:title']"):
        meta.set("content", other)
    return subject.page()


@visible("Each letter of the headline has a span, to be moved.")
def letters_of_the_headline_in_spans(subject: Subject) -> bytes:
    spans = subject.elements("{% for l in headline %}<span>{{ l }}</span>{% endfor %}")
    tree.fill(subject.headline, spans)
    return subject.page()


@visible("Labels tell when a story was uploaded and when it was edited.", says=DATES)
def uploaded_and_edited(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        later = moment + timedelta(hours=5)
        return f"Diunggah: {moment:%d/%m/%Y %H:%M} WIB | Disunting: {later:%d/%m/%Y %H:%M} WIB"

    return printed(subject, write)
