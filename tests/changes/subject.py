"""An article page that is to be changed, and what is known of it."""

from dataclasses import dataclass
from functools import cache, cached_property
from random import Random
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from benchmarks.duplicates.texts import Text as News
from benchmarks.duplicates.texts import news
from tests.changes import tree, wording
from tests.changes.tree import Element

TEXT: Final = (
    "#detail-desc, .detail-desc, #content, .desc-artikel-detail, .article-box .content, "
    "article .content, section.article"
)
"""Where the saved pages have their running text, layout by layout."""
DATE: Final = ".detail-date-artikel, div.article time, .info-article time, time, .time"

_environment: Final = Environment(
    autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)


@cache
def _template(source: str) -> Template:
    """Return a compiled template, each compiled once."""
    return _environment.from_string(source)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a careful reader takes from the unchanged page: its record, and the page's source."""

    name: str
    url: str
    html: str
    record: dict[str, Any]
    paragraphs: tuple[str, ...]

    @property
    def headline(self) -> str:
        """The headline."""
        return str(self.record["headline"])


class Subject:
    """One page under change: a tree of its own to change, its facts, and what draws details."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        self.facts = facts
        self.rng = rng
        self.root = tree.parse(facts.html)
        self.name = wording.Naming(rng)

    def page(self) -> bytes:
        """Return the page as it is now."""
        return tree.source(self.root).encode()

    @cached_property
    def text(self) -> Element:
        """The element that holds the running text."""
        found = tree.first(self.root, TEXT)
        assert found is not None, f"{self.facts.name} has its text elsewhere"
        return found

    @cached_property
    def headline(self) -> Element:
        """The headline's element."""
        found = tree.first(self.root, "h1")
        assert found is not None, f"{self.facts.name} has no h1"
        return found

    @property
    def date_line(self) -> Element | None:
        """The element of the visible date line."""
        return tree.first(self.root, DATE) if self.facts.record["date_published_raw"] else None

    @property
    def body(self) -> Element:
        """The body of the page."""
        found = self.root.find("body")
        assert found is not None
        return found

    @cached_property
    def column(self) -> Element:
        """The smallest element that holds headline, date line and text."""
        date_line = self.date_line
        wanted = [self.headline, self.text] + ([] if date_line is None else [date_line])
        for element in self.text.iterancestors():
            below = set(element.iter())
            if all(one in below for one in wanted):
                return element
        return self.body

    def gap(self) -> Element | None:
        """Return an element of the text behind which a new paragraph begins, drawn."""
        found = tree.gaps(self.text)
        return self.rng.choice(found) if found else None

    def say(self, pool: str) -> str:
        """Return a text of a pool."""
        return wording.say(self.rng, pool)

    def another(self) -> News:
        """Return an article of somebody else's."""
        return news(self.rng, "another")

    def drop_all(self, css: str) -> None:
        """Take all elements that any of the selectors selects off the page."""
        for element in self.root.cssselect(css):
            tree.drop(element)

    def drop_json_ld(self) -> None:
        """Take the JSON-LD off the page."""
        self.drop_all("script[type='application/ld+json']")

    def draw(self, template: str, **more: object) -> str:
        """Return a piece of HTML drawn from a Jinja template with the facts of the page."""
        return _template(template).render(self._context() | more)

    def elements(self, template: str, **more: object) -> list[Element]:
        """Return the elements of a piece of HTML, as `draw` draws it."""
        return tree.fragment(self.draw(template, **more))

    def lines(self, markup: bool = True) -> list[Markup]:
        """Return the text as an editor keeps it: dateline, paragraphs, a link, initials."""
        record, rng = self.facts.record, self.rng
        lines = [escape(paragraph) for paragraph in self.facts.paragraphs]
        if record["dateline"]:
            strong = Markup("<strong>%s</strong> - ") if markup else Markup("%s - ")
            lines[0] = strong % record["dateline"] + lines[0]
        if record["editor"]:
            lines[-1] += Markup(" (%s)") % record["editor"]
        if markup and record["read_also"] and len(lines) > 2 and rng.random() < 0.5:
            link = record["read_also"][0]
            line = Markup('Baca juga: <a href="%s">%s</a>') % (link["url"], link["headline"])
            lines.insert(rng.randrange(1, len(lines) - 1), line)
        return lines

    def _context(self) -> dict[str, object]:
        record, rng = self.facts.record, self.rng
        return {
            "record": record,
            "headline": self.facts.headline,
            "raw": record["date_published_raw"] or "",
            "iso": record["date_published"],
            "author": (record["authors"] or ["Tim Redaksi"])[0],
            "image": record["image"],
            "description": record["description"] or "",
            "url": self.facts.url,
            "lines": self.lines(),
            "plain": self.facts.paragraphs,
            "name": self.name,
            "say": self.say,
            "another": self.another,
            "pick": rng.choice,
            "number": rng.randint,
            "code": self.name.code,
        }
