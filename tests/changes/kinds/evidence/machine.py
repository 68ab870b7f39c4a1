"""Changes of what a page says of itself in JSON-LD and tags."""

import json
from collections.abc import Callable
from functools import partial, wraps
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Change
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "evidence")
DATES: Final = ("date_", "time_", "address_", "tz_", "weekday_")

_BARE: Final = 0.4  # share of pages that get no help from JSON-LD


def kind_of_visible(why: str, says: tuple[str, ...] = ()) -> Callable[[Change], Change]:
    """Register a change of what a reader sees; some of its pages also lose their JSON-LD."""

    def register(change: Change) -> Change:
        @wraps(change)
        def bare(subject: Subject) -> bytes | None:
            if subject.rng.random() < _BARE:
                subject.drop_json_ld()
            return change(subject)

        return kind(why, says=says)(bare)

    return register


def add_json_ld(subject: Subject, block: object) -> None:
    """Put a block of JSON-LD at the head of the page."""
    script = subject.body.makeelement("script", {"type": "application/ld+json"})
    script.text = json.dumps(block)
    subject.root[0].insert(0, script)


def _stated(subject: Subject, changes: dict[str, object]) -> bytes | None:
    """Change values of the article's JSON-LD; None where the page has none."""
    found = False
    for script in subject.root.cssselect("script[type='application/ld+json']"):
        try:
            block = json.loads(script.text or "")
        except ValueError:
            continue
        if isinstance(block, dict) and "headline" in block:
            block.update(changes)
            script.text = json.dumps(block)
            found = True
    return subject.page() if found else None


@kind("JSON-LD gives the day of the last deployment as publication.", says=DATES)
def json_ld_dated_today(subject: Subject) -> bytes | None:
    return _stated(subject, {"datePublished": "2026-11-28T01:00:00+07:00"})


@kind("A cache mixes in the JSON-LD of another article.", says=(*DATES, "headline_", "canonical_"))
def json_ld_of_another_article(subject: Subject) -> bytes | None:
    other = subject.another()
    changes: dict[str, object] = {
        "headline": other.headline,
        "description": other.paragraphs[0],
        "datePublished": "2025-03-12T08:10:00+07:00",
        "dateModified": "2025-03-12T09:00:00+07:00",
    }
    return _stated(subject, changes)


@kind("JSON-LD of related articles comes before the article's own.", says=(*DATES, "headline_"))
def json_ld_of_related_first(subject: Subject) -> bytes:
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.say("headlines"),
        "datePublished": "2025-06-02T07:30:00+07:00",
        "url": "https://www.sindonews.com/read/99/1/berita-lain-1748824200",
    }
    add_json_ld(subject, block)
    return subject.page()


@kind("The tags of the head are those of the article before.", says=(*DATES, "headline_", "canon"))
def tags_of_another_article(subject: Subject) -> bytes:
    other = subject.another()
    for meta in subject.root.cssselect("meta"):
        name = meta.get("property") or meta.get("name") or ""
        if name.endswith("title"):
            meta.set("content", other.headline)
        elif name.endswith("description"):
            meta.set("content", other.paragraphs[0])
    for title in subject.root.iter("title"):
        title.text = f"{other.headline} - SINDOnews.com"
    return subject.page()


@kind("Every page has the site's own title and tags.", says=("headline_",))
def tags_of_the_site(subject: Subject) -> bytes:
    for meta in subject.root.cssselect("meta[property^='og:'], meta[name='title']"):
        tree.drop(meta)
    for title in subject.root.iter("title"):
        title.text = subject.say("brand")
    return subject.page()


@kind("The metas give another moment of publication.", says=DATES)
def meta_dated_otherwise(subject: Subject) -> bytes:
    meta = '<meta property="article:published_time" content="2026-11-28T00:00:00+07:00">'
    subject.root.insert(0, tree.fragment(meta)[0])
    return subject.page()


@kind("JSON-LD is gone from the head, and the tags with it.")
def no_machine_evidence(subject: Subject) -> bytes:
    subject.drop_json_ld()
    subject.drop_all("meta[property], meta[name]")
    return subject.page()


@kind("JSON-LD describes the site's pages only: WebSite, Organization, BreadcrumbList.")
def json_ld_of_the_site(subject: Subject) -> bytes:
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": subject.say("brand"), "datePublished": "2012-07-04"},
            {"@type": "WebPage", "name": subject.say("section"), "dateModified": "2026-11-28"},
            {"@type": "ItemList", "itemListElement": [{"name": subject.say("headlines")}]},
        ],
    }
    add_json_ld(subject, block)
    return subject.page()


@kind("JSON-LD lists the articles of the side column beside this one.", says=("headline_", "date_"))
def json_ld_list_of_articles(subject: Subject) -> bytes:
    items = [
        {
            "@type": "NewsArticle",
            "headline": subject.say("headlines"),
            "datePublished": f"2025-0{n}-1{n}T0{n}:10:00+07:00",
        }
        for n in range(1, 5)
    ]
    add_json_ld(subject, {"@context": "https://schema.org", "@graph": items})
    return subject.page()
