"""Changes of moments: in other zones, calendars and roles, or stated by clocks that are wrong."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld, kind
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.subject import Subject

_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip


def moment_printed(subject: Subject) -> datetime | None:
    """Return the moment of publication where the page prints it with a time."""
    if subject.date_line is None or subject.facts.record["date_published_source"] != "visible":
        return None
    return datetime.fromisoformat(subject.facts.record["date_published"])


def printed(subject: Subject, write: Callable[[datetime], str]) -> bytes | None:
    """Print the date line in another way."""
    moment, line = moment_printed(subject), subject.date_line
    if moment is None or line is None:
        return None
    tree.fill(line, [], write(moment))
    return subject.page()


def day_spelled(moment: datetime) -> str:
    """Return day, month and year as date lines have them: `3 Mei 2026`."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


@visible("The date line counts twelve hours, with a part of the day.")
def date_line_of_twelve_hours(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        half = "AM" if moment.hour < 12 else "PM"
        return f"{day_spelled(moment)}, {moment.hour % 12 or 12}:{moment.minute:02d} {half} WIB"

    return printed(subject, write)


@visible("The date line is in world time, and says so.", says=("tz_",))
def date_line_in_world_time(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        there = moment.astimezone(UTC)
        return f"{day_spelled(there)} {there:%H:%M} {subject.rng.choice(('UTC', 'GMT'))}"

    return printed(subject, write)


@visible("A regional desk prints its own zone.", says=("tz_",))
def date_line_in_another_zone(subject: Subject) -> bytes | None:
    hours, name = subject.rng.choice(((8, "WITA"), (9, "WIT")))

    def write(moment: datetime) -> str:
        there = moment.astimezone(timezone(timedelta(hours=hours)))
        return f"{day_spelled(there)} | {there:%H:%M} {name}"

    return printed(subject, write)


@visible("The day of the Muslim calendar stands before the other.")
def day_of_the_muslim_calendar_first(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        return (
            f"{moment.day} Safar {moment.year - 579} H / {day_spelled(moment)} {moment:%H:%M} WIB"
        )

    return printed(subject, write)


@visible("The date line has no year.", says=DATES)
def date_line_without_year(subject: Subject) -> bytes | None:
    return printed(subject, lambda m: f"{m.day} {_MONTHS[m.month - 1]}, {m:%H:%M} WIB")


@visible("Only the update is printed; JSON-LD has the publication.", says=DATES)
def only_the_update_is_printed(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        later = moment + timedelta(hours=subject.rng.randint(3, 40))
        return f"Diperbarui: {day_spelled(later)}, {later:%H:%M} WIB"

    return printed(subject, write)


@kind("JSON-LD writes local time with the sign of world time.", says=DATES)
def local_time_as_world_time(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    subject.drop_json_ld()
    block = {"@type": "NewsArticle", "headline": subject.facts.headline}
    add_json_ld(subject, block | {"datePublished": f"{moment:%Y-%m-%dT%H:%M:%S}Z"})
    return subject.page()


@kind("Only JSON-LD is left, local time with the sign of world time.", says=DATES)
def only_local_time_as_world_time(subject: Subject) -> bytes | None:
    found = local_time_as_world_time(subject)
    if found is None or subject.date_line is None:
        return None
    tree.drop(subject.date_line)
    return subject.page()


@visible("The author's box says since when they write.")
def author_writes_since(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('author') }}'><b>{{ author }}</b> <span>Bergabung sejak"
        " {{ pick(['12 Maret 2019', '3 Desember 2020 09:00 WIB']) }}</span></div>"
    )
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()


@visible("The date line is gone; the comments below have theirs.", says=DATES)
def only_the_dates_of_comments(subject: Subject) -> bytes | None:
    if subject.date_line is None:
        return None
    tree.drop(subject.date_line)
    html = (
        "<div class='{{ name('comments') }}'>{% for n in range(3) %}<div><b>{{ say('nick') }}</b>"
        "<time>{{ say('today') }}</time><p>{{ say('comment') }}</p></div>{% endfor %}</div>"
    )
    tree.insert_after(subject.text, subject.elements(html)[0])
    return subject.page()


@visible("A line of the licence is dated, and stands right above the date line.")
def date_of_a_licence_first(subject: Subject) -> bytes:
    html = "<div class='{{ name('meta') }}'>Terverifikasi Dewan Pers sejak 17 September 2024</div>"
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()
