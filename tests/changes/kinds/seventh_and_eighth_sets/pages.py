"""Changes around the text: evidence that lies, bytes, and pages of others."""

from datetime import datetime
from functools import partial

from tests.changes import tree
from tests.changes.kinds.evidence.date_lines import above
from tests.changes.kinds.evidence.machine import DATES, add_json_ld
from tests.changes.kinds.evidence.machine import kind_of_visible as evidence
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

wire = partial(kind_of, "wire")
views = partial(kind_of, "views")
_HEAD = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"


@evidence("A line above names the edition of the archive, with a day of its own.")
def edition_of_the_archive(subject: Subject) -> bytes:
    above(subject, "<div class='{{ name('bar') }}'>Arsip edisi {{ say('olddate') }}</div>")
    return subject.page()


@evidence("The headline's element ends with the site's name.")
def headline_with_the_sites_name(subject: Subject) -> bytes:
    tree.fill(subject.headline, [], f"{subject.facts.headline} - {subject.say('brand')}")
    return subject.page()


@evidence("The line is gone; JSON-LD counts the seconds of the epoch.", says=DATES)
def seconds_of_the_epoch(subject: Subject) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    tree.drop(line)
    subject.drop_json_ld()
    moment = datetime.fromisoformat(subject.facts.record["date_published"])
    block = {"@type": "NewsArticle", "headline": subject.facts.headline}
    add_json_ld(subject, block | {"datePublished": int(moment.timestamp())})
    return subject.page()


@wire("Ends of lines were escaped for a string and left so.")
def ends_of_lines_escaped(subject: Subject) -> bytes:
    return subject.page().replace(b">\n", b">\\r\\n").replace(b"<p", b"\\t<p")


@wire("The bytes are UTF-16 without a mark, under a label of UTF-8.")
def utf_16_without_a_mark(subject: Subject) -> bytes:
    return subject.page().decode().encode("utf-16-le")


@views("A library's catalogue has the clipping as a value of its record.")
def record_of_a_library(subject: Subject) -> bytes:
    page = (
        _HEAD + "<body><dl><dt>Judul</dt><dd>{{ headline }}</dd><dt>Tanggal</dt><dd>{{ raw }}</dd>"
        "<dt>Isi</dt><dd>{% for p in lines %}<p>{{ p }}</p>{% endfor %}</dd><dt>Subjek</dt><dd>"
        "Kliping surat kabar</dd></dl></body></html>"
    )
    return view(subject, page)


@views("An editor of drafts shows the story in its blocks.")
def blocks_of_a_draft(subject: Subject) -> bytes:
    page = (
        _HEAD
        + "<body><h1>{{ headline }}</h1><div>{{ raw }}</div><div class='DraftEditor-root'><div"
        " data-contents='true'>{% for p in plain %}<div data-block='true' data-offset-key="
        "'{{ code(5) }}-0-0'><span data-text='true'>{{ p }}</span></div>{% endfor %}</div></div>"
        "</body></html>"
    )
    return view(subject, page)
