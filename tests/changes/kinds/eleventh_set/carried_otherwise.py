"""Texts that data of the page carry in other arrangements, and a text that ends early."""

import json
from functools import partial

from tests.changes import tree
from tests.changes.kinds.evidence.machine import add_json_ld
from tests.changes.kinds.gone.carried import as_json, emptied, script
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


@kind("A script draws the story; JSON-LD has its text in a graph behind site and crumbs.",
      Whereabouts.CARRIED)  # fmt: skip
def json_ld_in_a_graph_with_the_text(subject: Subject) -> bytes:
    subject.drop_json_ld()
    record = subject.facts.record
    article = {
        "@type": ["NewsArticle", "Article"],
        "headline": subject.facts.headline,
        "datePublished": record["date_published"],
        "author": [{"@type": "Person", "name": (record["authors"] or ["Redaksi"])[0]}],
        "articleBody": "\n\n".join(line.unescape() for line in subject.lines(markup=False)),
    }
    site = {"@type": "WebSite", "name": subject.say("brand"), "description": subject.say("legal")}
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"name": subject.say("section")}]}
    emptied(subject)
    add_json_ld(subject, {"@context": "https://schema.org", "@graph": [site, crumbs, article]})
    return subject.page()


@kind("A script draws the story from __NEXT_DATA__, where pictures and teasers part its elements.",
      Whereabouts.CARRIED)  # fmt: skip
def next_data_in_elements_of_a_story(subject: Subject) -> bytes:
    elements: list[dict[str, object]] = []
    for line in subject.lines():
        elements.append({"_id": subject.name.code(8), "type": "text", "content": str(line)})
        if subject.rng.random() < 0.3:
            promo = {"basic": subject.say("headlines"), "description": subject.say("teasers")}
            elements.append({"type": "interstitial_link", "content": promo["basic"], "more": promo})
    elements.insert(1, {"type": "image", "url": "/f.jpg", "caption": subject.say("caption")})
    story = {
        "headlines": {"basic": subject.facts.headline},
        "display_date": subject.facts.record["date_published"],
        "content_elements": elements,
        "credits": {"by": [{"name": "Redaksi"}]},
    }
    emptied(subject)
    page = {"props": {"pageProps": {"globalContent": story}}, "buildId": subject.name.code(9)}
    script(subject, as_json(page), id="__NEXT_DATA__", type="application/json")
    return subject.page()


@kind("Two <template>s have a half of the text each, which a script unrolls in turn.",
      Whereabouts.CARRIED)  # fmt: skip
def templates_in_turn(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    half = len(lines) // 2
    html = (
        "<div id='{{ name('story').split()[0] }}'></div>{% for part in parts %}<template"
        " data-urutan='{{ loop.index }}'>{% for p in part %}<p>{{ p }}</p>{% endfor %}</template>"
        "{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html, parts=[lines[:half], lines[half:]]))
    return subject.page()


@kind("The text is a string of JSON, encoded once more, in a script of a widget.",
      Whereabouts.BURIED)  # fmt: skip
def string_of_a_widget(subject: Subject) -> bytes:
    text = [line.unescape() for line in subject.lines(markup=False)]
    inner = json.dumps({"tipe": "artikel", "paragraf": text}, ensure_ascii=False)
    emptied(subject)
    script(subject, f"Widget.pasang({as_json(inner)});")
    return subject.page()


@kind("A partner shortened the story from below, and left the initials of its writer.",
      Whereabouts.CUT)  # fmt: skip
def shortened_from_below(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 6:
        return None
    kept = lines[: len(lines) // 2]
    editor = subject.facts.record["editor"]
    html = (
        "{% for p in kept %}<p>{{ p }}{% if loop.last and editor %} ({{ editor }}){% endif %}</p>"
        "{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html, kept=kept, editor=editor))
    return subject.page()
