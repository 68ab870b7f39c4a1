"""Changes of where a story stands: in panels, islands, layers, in articles, under other names."""

from functools import partial

from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD, LINES, dressed
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")
_MISLEADING = (
    "sidebar-left-open", "widget_text", "social-content", "newsletter-body", "promo-read",
    "popup-artikel", "related-read", "comment-body", "footer-article", "nav-reading", "ads-body",
)  # fmt: skip


@kind("Tabs for story, pictures and comments: the story's panel is the open one.")
def panels_of_tabs(subject: Subject) -> bytes:
    body = (
        "<div role='tablist'><button role='tab'>Berita</button><button role='tab'>Foto</button>"
        "<button role='tab'>Komentar</button></div><div role='tabpanel' class='{{ name('body') }}'>"
        + LINES
        + "</div><div role='tabpanel' hidden><p>{{ say('caption') }}</p></div><div role='tabpanel'"
        " hidden><p>{{ say('comment') }}</p></div>"
    )
    return dressed(subject, body)


@kind("Islands: custom elements with their state in attributes wrap the parts.")
def islands(subject: Subject) -> bytes:
    body = (
        "<astro-island uid='{{ code() }}' props='{&quot;size&quot;:[0,16]}' ssr><astro-slot>"
        "<section class='{{ name('body') }}'>" + LINES + "</section></astro-slot></astro-island>"
    )
    return dressed(subject, body)


@kind("The headline stands below the text in the source; styles lift it.")
def headline_below_the_text(subject: Subject) -> bytes:
    body = f"<main><section class='{{{{ name('body') }}}}'>{LINES}</section>{HEAD}</main>"
    dress(subject, body)
    return subject.page()


@kind("The article opens in a layer over its section's page.")
def article_in_a_layer(subject: Subject) -> bytes:
    layer = (
        "<div><div class='{{ name('list') }}'>{% for n in range(5) %}<a href='/b{{ n }}'>"
        "{{ say('headlines') }}</a>{% endfor %}</div><div class='modal fade show' role='dialog'>"
        f"<div class='modal-content'><div class='modal-header'>{HEAD}</div><div"
        f" class='modal-body'>"
        f"{LINES}</div><div class='modal-footer'><button>Tutup</button></div></div></div></div>"
    )
    dress(subject, layer)
    return subject.page()


@kind("The new theme names the text's box after what stood there before.")
def text_named_as_what_is_dropped(subject: Subject) -> bytes:
    named = subject.rng.choice(_MISLEADING)
    dress(subject, f"<article>{HEAD}<div class='{named}'>{LINES}</div></article>")
    return subject.page()


@kind("A theme of nested articles: the inner one is the story, related ones follow within.")
def articles_within_an_article(subject: Subject) -> bytes:
    body = (
        f"<article>{HEAD}<article class='{{{{ name('article') }}}}'>{LINES}</article>"
        "{% for n in range(3) %}<article class='{{ name('box') }}'><h3><a href='/c{{ n }}'>"
        "{{ say('headlines') }}</a></h3><p>{{ say('teasers') }}</p></article>{% endfor %}</article>"
    )
    dress(subject, body)
    return subject.page()
