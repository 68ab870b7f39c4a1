"""Texts that are gone, columns of other systems, and pages of other programs."""

from tests.changes import tree
from tests.changes.kinds.gone.instead import instead
from tests.changes.kinds.kind import Change, Whereabouts, add, kind
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject
from tests.changes.wording import table


def _behind(html: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        lines = subject.lines()
        if len(lines) < 4:
            return None
        shown = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
        parts = subject.elements(shown + html, shown=lines[: subject.rng.randint(1, 2)])
        tree.fill(subject.text, parts)
        return subject.page()

    return change


def _column(html: str) -> Change:
    def change(subject: Subject) -> bytes:
        dress(subject, html)
        return subject.page()

    return change


def _view(html: str) -> Change:
    return lambda subject: view(subject, html)


_SET = table("tenth_set")
for _name, _entry in _SET["instead"].items():
    add("gone", _name, _entry["why"], instead(_entry["html"]), Whereabouts.GONE)
for _name, _entry in _SET["behind"].items():
    add("gone", _name, _entry["why"], _behind(_entry["html"]), Whereabouts.CUT)
for _name, _entry in _SET["columns"].items():
    add("redesigned", _name, _entry["why"], _column(_entry["html"]))
for _name, _entry in _SET["views"].items():
    _says = ("tz_", "date_", "headline_")
    add("views", _name, _entry["why"], _view(_entry["html"]), Whereabouts.VISIBLE, _says)


@kind("gone", "A network for delivery answers that it could not satisfy the request.",
      Whereabouts.GONE)  # fmt: skip
def request_not_satisfied(subject: Subject) -> bytes:
    page = (
        "<html><head><meta charset='utf-8'><title>ERROR: The request could not be satisfied"
        "</title></head><body><h1>403 ERROR</h1><h2>The request could not be satisfied.</h2><hr>"
        "<p>Request blocked. We can't connect to the server for this app or website at this time."
        " There might be too much traffic or a configuration error. Try again later, or contact"
        " the app or website owner.</p><p>If you provide content to customers through the network,"
        " you can find steps to troubleshoot and help prevent this error by reviewing the"
        " documentation.</p><pre>Request ID: {{ code(40) }}==</pre></body></html>"
    )
    return view(subject, page)
