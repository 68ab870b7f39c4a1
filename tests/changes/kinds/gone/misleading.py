"""Changes after which the data that a page carries is not the text either."""

from functools import partial

from tests.changes.kinds.gone.carried import as_json, emptied, script
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


def _emptied_with(subject: Subject, value: object, **attributes: str) -> bytes:
    emptied(subject)
    script(subject, as_json(value), **attributes)
    return subject.page()


@kind("__NEXT_DATA__ holds the side list only; the story comes later.", Whereabouts.GONE)
def next_data_of_others(subject: Subject) -> bytes:
    others = [
        {"title": other.headline, "body": "".join(f"<p>{p}</p>" for p in other.paragraphs)}
        for other in (subject.another() for _ in range(3))
    ]
    value = {"props": {"pageProps": {"related": others, "article": None}}}
    return _emptied_with(subject, value, id="__NEXT_DATA__", type="application/json")


@kind("__NEXT_DATA__ holds the excerpt of a story that is not free.", Whereabouts.CUT)
def next_data_of_a_teaser(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 3:
        return None
    story = {"title": subject.facts.headline, "excerpt": subject.facts.paragraphs[0], "body": None}
    value = {"props": {"pageProps": {"article": story, "isPremium": True}}}
    return _emptied_with(subject, value, id="__NEXT_DATA__", type="application/json")


@kind("JSON-LD's articleBody is cut after some hundred letters.", Whereabouts.CUT)
def json_ld_article_body_cut(subject: Subject) -> bytes | None:
    whole = " ".join(subject.facts.paragraphs)
    if len(whole) < 240:
        return None
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
        "articleBody": whole[: len(whole) // 2] + subject.rng.choice(("...", "…", "")),
    }
    return _emptied_with(subject, block, type="application/ld+json")


@kind("JSON-LD's articleBody is another article's, which a cache mixed in.", Whereabouts.GONE)
def json_ld_article_body_of_another(subject: Subject) -> bytes:
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
        "articleBody": "\n\n".join(subject.another().paragraphs),
    }
    return _emptied_with(subject, block, type="application/ld+json")


@kind("<noscript> asks for scripts; <template> holds a card to be filled.", Whereabouts.GONE)
def noscript_without_text(subject: Subject) -> bytes:
    emptied(subject)
    html = (
        "<noscript><div><p>Aktifkan JavaScript untuk membaca berita ini sampai selesai.</p>"
        "<p>{{ say('follow') }}</p></div></noscript><template id='komentar'><p>{{ say('comment') }}"
        "</p><p>{{ say('comment') }}</p></template>"
    )
    subject.column.extend(subject.elements(html))
    return subject.page()
