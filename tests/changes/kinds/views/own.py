"""Other views of the same article: AMP, print, reader and their kin."""

from functools import partial
from typing import Any

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "views")


def _source(subject: Subject, css: str) -> Markup:
    """Return the markup of all elements that the selectors select."""
    found = tree.copies(subject.root.cssselect(css))
    return Markup("".join(tree.source(element).partition("\n")[2] for element in found))


def view(subject: Subject, page: str, **facts: object) -> bytes:
    """Return a view of the article; `facts` take the place of those of the article."""
    drawn = subject.draw(
        page,
        head=_source(subject, "head"),
        json_ld=_source(subject, "script[type='application/ld+json']"),
        canonical=subject.facts.record["url"],
        **facts,
    )
    return f"<!DOCTYPE html>\n{drawn}".encode()


def _viewed(entry: dict[str, Any]) -> Change:
    return lambda subject: view(subject, entry["page"])


for _name, _entry in table("views").items():
    _says = (*_entry.get("says", ()), "tz_", "date_")
    add("views", _name, _entry["why"], _viewed(_entry), Whereabouts.VISIBLE, _says)


@kind("The desk page with <html amp> on it and images as amp-img.")
def desk_page_as_amp(subject: Subject) -> bytes:
    subject.root.set("amp", "")
    for image in list(subject.root.iter("img")):
        image.tag = "amp-img"
    return subject.page()


@kind("A print style: all but the column is gone.")
def column_alone(subject: Subject) -> bytes:
    (kept,) = tree.copies([subject.column])
    kept.tail = None
    tree.fill(subject.body, list(kept) if kept.tag == "body" else [kept])
    return subject.page()


@kind("The article's column as an <article> under <main>, all else gone.")
def column_in_main(subject: Subject) -> bytes:
    (kept,) = tree.copies([subject.column])
    kept.tail = None
    kept.tag = "article"
    (main,) = subject.elements("<main></main>")
    main.append(kept)
    tree.fill(subject.body, [main])
    return subject.page()
