"""Kinds that are drawn from `data/eleventh_set.toml`: notices, offers, themes, boxes and views."""

from textwrap import wrap
from typing import Any, Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.redesigned.formats import HEAD
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject
from tests.changes.wording import table

_OPENING: Final = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
_OF_VIEWS: Final = ("tz_", "date_", "headline_")
_TELETEXT: Final = (
    "<html><head><meta charset='utf-8'><title>P{{ leaf }} {{ headline }}</title></head><body><div"
    " id='layar'><div class='baris'>P{{ leaf }} TEKS {{ leaf }} Sab 28 Nov 11:04:27</div><h1"
    " class='ganda'>{{ headline }}</h1><div class='baris'>{{ raw }}</div>{% for rows in blocks %}"
    "<p>{% for row in rows %}<span class='baris'>{{ row }}</span><br>{% endfor %}</p>{% endfor %}"
    "<div class='baris'><a href='/100'>Indeks 100</a> <a href='/{{ leaf + 1 }}'>Berikut</a> <a"
    " href='/400'>Cuaca 400</a></div></div></body></html>"
)


def _instead(html: str) -> Change:
    """Put a notice in the text's box, in the box's place, or in the column of a new theme."""

    def change(subject: Subject) -> bytes:
        form = subject.rng.random()
        if form < 0.4:
            tree.fill(subject.text, subject.elements(html))
        elif form < 0.7:
            tree.replace(subject.text, subject.elements(html))
        else:
            dress(
                subject,
                f"<article>{HEAD}<div class='{{{{ name('body') }}}}'>{html}</div></article>",
            )
        return subject.page()

    return change


def _behind(html: str) -> Change:
    """Leave one paragraph or two, and put an offer behind them."""

    def change(subject: Subject) -> bytes | None:
        lines = subject.lines()
        if len(lines) < 4:
            return None
        shown = lines[: subject.rng.randint(1, 2)]
        tree.fill(subject.text, subject.elements(_OPENING, shown=shown))
        place = subject.rng.choice((subject.text, subject.text.getparent()))
        offer = subject.elements(html)
        if place is subject.text:
            place.extend(offer)
        else:
            tree.insert_after(subject.text, offer[0])
        return subject.page()

    return change


def _themed(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes | None:
        if len(subject.facts.paragraphs) < entry.get("least", 1):
            return None
        dress(subject, entry["html"])
        return subject.page()

    return change


def _boxed(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


def _viewed(html: str) -> Change:
    return lambda subject: view(subject, html)


for _name, _entry in table("eleventh_set")["instead"].items():
    add("gone", _name, _entry["why"], _instead(_entry["html"]), Whereabouts.GONE)
for _name, _entry in table("eleventh_set")["behind"].items():
    add("gone", _name, _entry["why"], _behind(_entry["html"]), Whereabouts.CUT)
for _name, _entry in table("eleventh_set")["theme"].items():
    add("redesigned", _name, _entry["why"], _themed(_entry))
for _name, _entry in table("eleventh_set")["box"].items():
    add("foreign", _name, _entry["why"], _boxed(_entry["html"], _entry["place"]))
for _name, _entry in table("eleventh_set")["view"].items():
    add("views", _name, _entry["why"], _viewed(_entry["html"]), says=_OF_VIEWS)


def _teletext(subject: Subject) -> bytes:
    blocks = [wrap(line.unescape(), 39) for line in subject.lines(markup=False)]
    return view(subject, _TELETEXT, blocks=blocks, leaf=subject.rng.randint(110, 180))


add(
    "views",
    "page-of-teletext",
    "A page of teletext on the web: rows of 39 letters under a running head with the clock.",
    _teletext,
    says=_OF_VIEWS,
)
