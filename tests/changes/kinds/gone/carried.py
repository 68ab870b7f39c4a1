"""Changes after which the text is only in data that the page carries along."""

import json
import re
from functools import partial
from typing import Any, Final

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")
_QUOTED: Final = re.compile(r'"(\w+)":')


def script(subject: Subject, text: str, **attributes: str) -> None:
    """Put a script at the end of the page."""
    script = subject.body.makeelement("script", attributes)
    script.text = text
    subject.body.append(script)


def as_json(value: object) -> str:
    """Return a value as JSON that may stand in a script."""
    return json.dumps(value).replace("<", "\\u003c")


def _javascript(value: object) -> str:
    """Return a value as scripts are written: names without quotes, no needless space."""
    compact = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _QUOTED.sub(r"\1:", compact).replace("<", "\\u003C").replace("/", "\\u002F")


def emptied(subject: Subject) -> None:
    """Leave of the text a place that a script would fill."""
    filler = subject.rng.choice(("", '<div class="{{ name("skeleton") }}">{{ say("loading") }}'))
    box = f'<div id="{{{{ pick(["app", "__next", "__nuxt", "story"]) }}}}">{filler}</div>'
    tree.replace(subject.text, subject.elements(box))


def as_html(subject: Subject) -> str:
    """Return the text as a system keeps it: HTML of paragraphs."""
    return subject.draw("{% for line in lines %}<p>{{ line }}</p>{% endfor %}")


def _blocks(subject: Subject) -> list[dict[str, Any]]:
    name = subject.rng.choice(("text", "content", "value", "html"))
    lines = subject.lines(markup=name in ("html", "value"))
    return [{"type": "paragraph", "id": subject.name.code(6), name: str(line)} for line in lines]


def _story(subject: Subject) -> dict[str, Any]:
    """Return the article as a content service would, its text as one string or as blocks."""
    rng, facts = subject.rng, subject.facts
    key = rng.choice(("body", "content", "articleBody", "isi", "detail"))
    text = rng.choice((as_html, _blocks))(subject)
    return {
        "id": rng.randrange(10**6),
        "title": facts.headline,
        "slug": facts.url.rsplit("/", 1)[-1],
        "publishedAt": facts.record["date_published"],
        key: text,
        "related": [
            {"title": subject.say("headlines"), "excerpt": subject.say("teasers")} for _ in "123"
        ],
    }


@kind(
    "Next.js pages keep the story in __NEXT_DATA__ and draw it in the browser.", Whereabouts.CARRIED
)
def next_data(subject: Subject) -> bytes:
    name = subject.rng.choice(("article", "post", "data", "detail"))
    story = {"props": {"pageProps": {name: _story(subject)}}, "page": "/read/[slug]"}
    emptied(subject)
    script(subject, as_json(story), id="__NEXT_DATA__", type="application/json")
    return subject.page()


@kind("Nuxt 2 keeps the story in window.__NUXT__, as a plain object.", Whereabouts.CARRIED)
def nuxt_object(subject: Subject) -> bytes:
    state = _javascript({"layout": "default", "data": [{"artikel": _story(subject)}]})
    emptied(subject)
    script(subject, f"window.__NUXT__={state};")
    return subject.page()


@kind("Nuxt 2 shares repeated values as arguments of a function.", Whereabouts.CARRIED)
def nuxt_function(subject: Subject) -> bytes:
    story = _story(subject) | {"premium": "@a@", "video": "@b@", "sections": ["@c@", "@c@"]}
    state = _javascript({"data": [{"post": story}], "error": "@b@"})
    state = re.sub(r'"@(\w)@"', r"\1", state)
    arguments = f'false,null,"{subject.say("section")}"'
    emptied(subject)
    script(subject, f"window.__NUXT__=(function(a,b,c){{return {state}}}({arguments}));")
    return subject.page()


@kind("Nuxt 3 keeps the story as a flat list of values that name each other.", Whereabouts.CARRIED)
def nuxt_payload(subject: Subject) -> bytes:
    flat: list[Any] = [{"data": 1}, {"article": 2}]
    story = _story(subject)
    row: dict[str, int] = {}
    flat.append(row)
    for key, value in story.items():
        if not isinstance(value, list):
            row[key] = len(flat)
            flat.append(value)
    text = next((v for v in story.values() if isinstance(v, list) and "type" in v[0]), None)
    if text is not None:
        row["html"] = len(flat)
        flat.append(as_html(subject))
    emptied(subject)
    script(subject, as_json(flat), type="application/json", id="__NUXT_DATA__")
    return subject.page()


@kind("A state of one's own: window.__INITIAL_STATE__ and its kin.", Whereabouts.BURIED)
def initial_state(subject: Subject) -> bytes:
    name = subject.rng.choice(("__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__"))
    state = as_json({"article": {"current": _story(subject)}})
    emptied(subject)
    script(subject, f"window.{name} = {state};")
    return subject.page()


@kind("React's server components stream the text in pushed chunks.", Whereabouts.BURIED)
def flight_chunks(subject: Subject) -> bytes:
    rows = [f'{n}:["$","p",null,{{"children":{json.dumps(str(line))}}}]\n'
            for n, line in enumerate(subject.lines(markup=False), 2)]  # fmt: skip
    emptied(subject)
    for row in rows:
        script(subject, f"self.__next_f.push([1,{as_json(row)}])")
    return subject.page()


@kind("The text is a string in a data attribute that a widget reads.", Whereabouts.BURIED)
def data_attribute(subject: Subject) -> bytes:
    html = as_html(subject)
    emptied(subject)
    box = subject.body.makeelement("div", {"data-component": "Story", "data-html": html})
    subject.column.append(box)
    return subject.page()
