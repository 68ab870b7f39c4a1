"""Changes of labels and copies: dates with other labels, headlines twice, statements of"
" machines."""

from datetime import datetime, timedelta

from tests.changes import tree
from tests.changes.kinds.evidence.date_lines import above
from tests.changes.kinds.evidence.machine import DATES, add_json_ld, kind
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.kinds.evidence.moments import moment_printed, printed
from tests.changes.subject import Subject

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def _day(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


@visible("Neighbours of the story, with their dates, stand above the headline.")
def neighbours_dated_above(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('nav') }}'>{% for w in ['Sebelumnya', 'Berikutnya'] %}<div><small>{{ w"
        " }}</small><a href='/{{ w }}'>{{ say('headlines') }}</a><span class='{{ name('date') }}'>"
        "{{ say('olddate') }}</span></div>{% endfor %}</div>"
    )
    tree.insert_before(subject.headline, subject.elements(html)[0])
    return subject.page()


@visible("A clock in the top bar shows the second.")
def clock_in_the_top_bar(subject: Subject) -> bytes:
    above(subject, "<div><span id='jam'>28/11/2026 11:40:{{ number(10, 59) }} WIB</span></div>")
    return subject.page()


@visible("A month's calendar stands in the side column.")
def calendar_of_the_month(subject: Subject) -> bytes:
    html = (
        "<table><caption>November 2026</caption>{% for w in range(4) %}<tr>{% for d in range(1,"
        " 8) %}"
        "<td><a href='/2026/11/{{ w * 7 + d }}'>{{ w * 7 + d }}</a></td>{% endfor %}</tr>{%"
        " endfor %}"
        "</table>"
    )
    above(subject, html)
    return subject.page()


@visible("The line counts back; its title has the moment.", says=DATES)
def moment_in_the_title(subject: Subject) -> bytes | None:
    moment, line = moment_printed(subject), subject.date_line
    if moment is None or line is None:
        return None
    html = "<span title='{{ t }}'>{{ number(2, 9) }} hari lalu</span>"
    tree.fill(line, subject.elements(html, t=f"{_day(moment)} {moment:%H:%M} WIB"))
    return subject.page()


@visible("The update is labelled and stands before the publication.", says=DATES)
def update_labelled_first(subject: Subject) -> bytes | None:
    def write(moment: datetime) -> str:
        later = moment + timedelta(hours=subject.rng.randint(2, 30))
        update, first = subject.rng.choice(
            (("Diperbarui", "Terbit"), ("Last updated", "Published"))
        )
        return (
            f"{update}: {_day(later)} {later:%H:%M} WIB"
            f" · {first}: {_day(moment)} {moment:%H:%M} WIB"
        )

    return printed(subject, write)


@visible("Day and hour stand in boxes of their own, the author between.")
def day_and_hour_apart(subject: Subject) -> bytes | None:
    moment, line = moment_printed(subject), subject.date_line
    if moment is None or line is None:
        return None
    html = "<span>{{ d }}</span> <span>{{ author }}</span> <span>{{ h }}</span>"
    tree.fill(line, subject.elements(html, d=_day(moment), h=f"{moment:%H:%M} WIB"))
    return subject.page()


@visible("The headline stands twice in its element, for desk and for phone.", says=("headline_",))
def headline_for_desk_and_phone(subject: Subject) -> bytes:
    html = "<span class='desktop'>{{ headline }}</span><span class='mobile'>{{ headline }}</span>"
    tree.fill(subject.headline, subject.elements(html))
    return subject.page()


@visible("A kicker stands in the headline's element, in a box of its own.", says=("headline_",))
def kicker_in_the_headline(subject: Subject) -> bytes:
    word = subject.rng.choice(("Eksklusif", "Wawancara Khusus", "Sorot", "Liputan Khusus", "Opini"))
    (box,) = subject.elements("<small class='{{ name('kicker') }}'>{{ w }}</small>", w=word)
    box.tail, subject.headline.text = subject.headline.text, None
    subject.headline.insert(0, box)
    return subject.page()


@visible("The headline is drawn; its words are the picture's alternative.", says=("headline_",))
def headline_as_a_picture(subject: Subject) -> bytes:
    tree.fill(subject.headline, subject.elements("<img src='/j.png' alt='{{ headline }}'>"))
    return subject.page()


@visible("A popular story's heading is the only h1, the headline an h2.", says=("headline_",))
def popular_story_as_h1(subject: Subject) -> bytes:
    subject.headline.tag = "h2"
    above(subject, "<div><h1><a href='/populer'>{{ say('headlines') }}</a></h1></div>")
    return subject.page()


@kind("JSON-LD's date of publication moves with each edit.", says=DATES)
def published_anew_by_each_edit(subject: Subject) -> bytes | None:
    moment = moment_printed(subject)
    if moment is None:
        return None
    subject.drop_json_ld()
    later = (moment + timedelta(hours=subject.rng.randint(1, 60), minutes=7)).isoformat()
    block = {"@type": "NewsArticle", "headline": subject.facts.headline, "datePublished": later}
    add_json_ld(subject, {"@context": "https://schema.org", **block, "dateModified": later})
    return subject.page()


@visible("The line is gone; the archive's path in the crumbs has a day.", says=DATES)
def day_in_the_crumbs(subject: Subject) -> bytes | None:
    if subject.date_line is None:
        return None
    tree.drop(subject.date_line)
    html = (
        "<nav><a href='/'>Beranda</a> › <a href='/arsip'>Arsip</a> › <a href='/a'>{{"
        " say('olddate') }}</a></nav>"
    )
    tree.insert_before(subject.headline, subject.elements(html)[0])
    return subject.page()


@visible("A post quoted below the headline has its own date, the line is below the text.")
def post_dated_above_the_line(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    (kept,) = tree.copies([line])
    tree.drop(line)
    kept.tail = None
    tree.insert_after(subject.text, kept)
    html = (
        "<blockquote><p>{{ say('comment') }}</p><a href='/p'>{{ say('olddate') }}</a></blockquote>"
    )
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()
