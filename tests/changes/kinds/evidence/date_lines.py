"""Changes of the visible date line: where it stands, how it is written, what looks like it."""

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES
from tests.changes.kinds.evidence.machine import kind_of_visible as kind
from tests.changes.subject import Subject


def above(subject: Subject, template: str, **more: object) -> None:
    """Put a box at the head of the page's body."""
    for box in reversed(subject.elements(template, **more)):
        box.tail, subject.body.text = subject.body.text, None
        subject.body.insert(0, box)


def _no_date_line(subject: Subject) -> None:
    if subject.date_line is not None:
        tree.drop(subject.date_line)


@kind("A bar on top of each page prints today's date.")
def today_in_the_top_bar(subject: Subject) -> bytes:
    above(subject, '<div class="{{ name("header") }}"><span>{{ say("today") }}</span></div>')
    return subject.page()


@kind(
    "Today's date stands in the top bar in a <time> of its own; the date line is gone.", says=DATES
)
def only_todays_date_is_visible(subject: Subject) -> bytes:
    _no_date_line(subject)
    above(subject, "<div class='{{ name('header') }}'><time>{{ say('today') }}</time></div>")
    return subject.page()


@kind("Today's date has the class of the article's date line.", says=DATES)
def todays_date_named_as_the_articles(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    names = date_line.get("class") or "date"
    box = f"<div><{date_line.tag} class='{names}'>{{{{ say('today') }}}}</{date_line.tag}></div>"
    above(subject, box)
    return subject.page()


def _neighbour(subject: Subject, place: tree.Element) -> bytes:
    date_line = subject.date_line
    tag, names = ("time", "") if date_line is None else (date_line.tag, date_line.get("class"))
    box = (
        f"<div><a href='/s'>{{{{ say('headlines') }}}}</a><{tag} class='{names or 'date'}'>"
        f"{{{{ say('olddate') }}}}</{tag}></div>"
    )
    (element,) = subject.elements(box)
    tree.insert_before(place, element)
    return subject.page()


@kind("A story in the side list, dated in the same class, comes first in the source.")
def date_of_another_item_first(subject: Subject) -> bytes:
    return _neighbour(subject, subject.column if subject.column.tag != "body" else subject.headline)


@kind("The story above has its date right before the headline.")
def date_of_another_item_in_the_column(subject: Subject) -> bytes:
    return _neighbour(subject, subject.headline)


@kind("Another item's date is between headline and text.")
def date_of_another_item_behind_the_headline(subject: Subject) -> bytes:
    (box,) = subject.elements(
        '<div class="{{ name("box") }}"><b>{{ say("headlines") }}</b> {{ say("olddate") }}</div>'
    )
    tree.insert_after(subject.headline, box)
    return subject.page()


@kind("The date line is gone, a related item's is not.", says=DATES)
def only_the_date_of_another_item(subject: Subject) -> bytes:
    _no_date_line(subject)
    (box,) = subject.elements(
        '<div class="{{ name("box") }}"><a href="/r">{{ say("headlines") }}</a>'
        "<span>{{ say('olddate') }}</span></div>"
    )
    tree.insert_after(subject.headline, box)
    return subject.page()


@kind("The date line is gone; metas and JSON-LD stay.", says=DATES)
def no_date_line(subject: Subject) -> bytes | None:
    if subject.date_line is None:
        return None
    _no_date_line(subject)
    return subject.page()


@kind("An update is printed before the first publication.")
def update_before_publication(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    (box,) = subject.elements(
        '<div class="{{ name("date") }}">Diperbarui: {{ say("today") }}</div>'
    )
    tree.insert_before(date_line, box)
    return subject.page()


@kind("The date line counts back from now; the moment is in JSON-LD and metas.", says=DATES)
def relative_date_line(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None or subject.facts.record["date_published_source"] != "visible":
        return None
    word = subject.rng.choice(("jam", "hari", "menit"))
    tree.fill(date_line, [], f"{subject.rng.randint(2, 20)} {word} yang lalu")
    for meta in subject.elements('<meta property="article:published_time" content="{{ iso }}">'):
        subject.body.insert(0, meta)
    return subject.page()


@kind("The date line's parts are in spans of their own.")
def date_line_in_spans(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    words = (subject.facts.record["date_published_raw"] or "").split()
    spans = subject.elements("{% for w in words %}<span>{{ w }}</span>{% endfor %}", words=words)
    for span in spans:
        span.tail = " "
    tree.fill(date_line, spans)
    return subject.page()


@kind("The date line has a label in front and counters behind.")
def date_line_with_label(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    label = subject.rng.choice(("Terbit: ", "Tayang ", "Dipublikasikan pada ", "Published: "))
    raw = subject.facts.record["date_published_raw"]
    tree.fill(date_line, [], f"{label}{raw} | {subject.say('reading')}")
    return subject.page()


@kind("The date line stands below the text.")
def date_line_below_the_text(subject: Subject) -> bytes | None:
    date_line = subject.date_line
    if date_line is None:
        return None
    (moved,) = tree.copies([date_line])
    tree.drop(date_line)
    tree.insert_after(subject.text, moved)
    return subject.page()
