"""Claims of head and headline that are another's, or more than the headline."""

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES, add_json_ld, kind, kind_of_visible
from tests.changes.subject import Subject


@kind("A cache filled the tags for networks with those of the story before; the title is right.",
      says=(*DATES, "headline_"))  # fmt: skip
def tags_for_networks_of_the_story_before(subject: Subject) -> bytes:
    other = subject.another()
    said = {
        "og:title": other.headline,
        "twitter:title": other.headline,
        "og:description": other.paragraphs[0],
        "twitter:description": other.paragraphs[0],
        "article:published_time": "2026-11-27T20:15:00+07:00",
    }
    subject.drop_all(", ".join(f"meta[property='{name}'], meta[name='{name}']" for name in said))
    for name, value in said.items():
        meta = subject.body.makeelement("meta", {"property": name, "content": value})
        subject.root[0].append(meta)
    return subject.page()


@kind("JSON-LD describes the page: parts of it, other stories, come before the story it is about.",
      says=(*DATES, "headline_"))  # fmt: skip
def json_ld_of_a_page_with_parts(subject: Subject) -> bytes:
    subject.drop_json_ld()
    parts = [
        {
            "@type": "NewsArticle",
            "headline": subject.say("headlines"),
            "datePublished": f"2026-0{month}-14T1{month}:05:00+07:00",
        }
        for month in (2, 3)
    ]
    own = {
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
    }
    page = {"@context": "https://schema.org", "@type": "WebPage"}
    add_json_ld(subject, {**page, "hasPart": parts, "mainEntity": own})
    return subject.page()


@kind_of_visible("A series' name is the h1, the headline the h2 below it.", says=("headline_",))
def series_as_h1(subject: Subject) -> bytes:
    subject.headline.tag = "h2"
    html = "<h1 class='{{ name('label') }}'>{{ pick(names) }}</h1>"
    names = ["Liputan Khusus: Menjaga Sungai Kita", "Tajuk Pekan Ini", "Jelajah Rasa Nusantara"]
    tree.insert_before(subject.headline, subject.elements(html, names=names)[0])
    return subject.page()


@kind_of_visible("The headline's element begins with its place among the most read.",
                 says=("headline_",))  # fmt: skip
def place_before_the_headline(subject: Subject) -> bytes:
    (badge,) = subject.elements("<span class='{{ name('badge') }}'>#{{ number(1, 9) }}</span>")
    badge.tail, subject.headline.text = subject.headline.text, None
    subject.headline.insert(0, badge)
    return subject.page()


@kind_of_visible("A second h1 with the headline of the next story stands below the text.")
def next_headline_as_second_h1(subject: Subject) -> bytes:
    html = "<section><small>Berikutnya</small><h1>{{ say('headlines') }}</h1></section>"
    tree.insert_after(subject.text, subject.elements(html)[0])
    return subject.page()
