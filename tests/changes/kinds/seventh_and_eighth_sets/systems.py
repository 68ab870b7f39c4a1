"""Columns as builders and content systems of today draw them."""

from typing import Final

from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

_FIRST: Final = "{% for p in lines[:(lines | length + 1) // 2] %}<p>{{ p }}</p>{% endfor %}"
_REST: Final = "{% for p in lines[(lines | length + 1) // 2:] %}<p>{{ p }}</p>{% endfor %}"
_ALL: Final = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
_CARDS: Final = (
    "{% set card = name('card') %}{% for n in range(3) %}<div class='{{ card }}'><h4>"
    "<a href='/n{{ n }}'>{{ say('headlines') }}</a></h4><p>{{ say('teasers') }}</p></div>"
    "{% endfor %}"
)
_COLUMNS: Final = {
    "rows-of-a-bakery": (
        "WPBakery: rows of columns; text columns hold the story's halves and the side list.",
        "<div class='wpb-content-wrapper'><div class='vc_row wpb_row'><div class='vc_col-sm-12'>"
        "<div class='wpb_wrapper'><h1 class='vc_custom_heading'>{{ headline }}</h1><div"
        " class='wpb_text_column'><div class='wpb_wrapper'>{{ raw }}</div></div></div></div></div>"
        "<div class='vc_row wpb_row'><div class='vc_col-sm-8'><div class='wpb_wrapper'><div"
        f" class='wpb_text_column'><div class='wpb_wrapper'>{_FIRST}</div></div><div"
        " class='wpb_raw_code'><ins class='adsbygoogle'></ins></div><div class='wpb_text_column'>"
        f"<div class='wpb_wrapper'>{_REST}</div></div></div></div><div class='vc_col-sm-4'><div"
        f" class='wpb_text_column'><div class='wpb_wrapper'>{_CARDS}</div></div></div></div></div>",
    ),
    "types-of-paragraphs-in-drupal": (
        "Drupal's Paragraphs: items of text, picture and links, each in fields of its own.",
        "<article class='node node--type-berita'><h1><span class='field--name-title'>{{ headline"
        " }}</span></h1><div class='node__meta'>{{ raw }}</div><div class='field"
        " field--name-field-konten field__items'><div class='field__item'><div class='paragraph"
        " paragraph--type--teks'><div class='clearfix text-formatted field__item'>"
        f"{_FIRST}</div></div></div><div class='field__item'><div class='paragraph"
        " paragraph--type--gambar'>{{ figure }}</div></div><div class='field__item'><div"
        " class='paragraph paragraph--type--tautan'><div class='field__label'>Baca Juga</div><a"
        " href='/node/{{ number(10, 999) }}'>{{ say('headlines') }}</a></div></div><div"
        " class='field__item'><div class='paragraph paragraph--type--teks'><div class='clearfix"
        f" text-formatted field__item'>{_REST}</div></div></div></div></article>",
    ),
    "frames-of-typo3": (
        "TYPO3: every content element is a frame with a number; two of them have the text.",
        "<div id='c{{ number(10, 99) }}' class='frame frame-default frame-type-header'><header><h1"
        " class='ce-headline'>{{ headline }}</h1><p class='ce-subheadline'>{{ raw }}</p></header>"
        "</div><div id='c{{ number(100, 199) }}' class='frame frame-default frame-type-text'><div"
        f" class='ce-bodytext'>{_FIRST}</div></div><div id='c{{{{ number(200, 299) }}}}'"
        " class='frame frame-default frame-type-menu_pages'><ul>{% for n in range(4) %}<li><a"
        " href='/h{{ n }}'>{{ say('headlines') }}</a></li>{% endfor %}</ul></div><div"
        " id='c{{ number(300, 399) }}' class='frame frame-default frame-type-textmedia'><div"
        f" class='ce-bodytext'>{_REST}</div></div>",
    ),
    "portlets-of-liferay": (
        "Liferay: a portlet of latest stories with openings stands before the story's own.",
        "<div class='layouts' role='main'><section class='portlet'><h2 class='portlet-title-text'>"
        f"Berita Terbaru</h2><div class='portlet-content-container'>{_CARDS}</div></section>"
        "<section class='portlet'><div class='portlet-content-container'><div"
        " class='journal-content-article'><h1>{{ headline }}</h1><span>{{ raw }}</span>"
        f"{_ALL}</div></div></section></div>",
    ),
    "box-of-trix": (
        "Trix in a Laravel portal: one box of breaks, with attachments among them.",
        "<div class='card-body'><h1>{{ headline }}</h1><p class='text-muted'>{{ raw }}</p><div"
        " class='trix-content'><div>{% for p in lines %}{{ p }}<br><br>{% if loop.first %}<figure"
        " class='attachment attachment--preview'><img src='/f.jpg' alt=''><figcaption"
        " class='attachment__caption'><span class='attachment__name'>IMG_{{ number(1000, 9999)"
        " }}.jpg</span> <span class='attachment__size'>{{ number(80, 900) }} KB</span></figcaption>"
        "</figure>{% endif %}{% endfor %}</div></div></div>",
    ),
    "revealed-while-scrolling": (
        "An animation library leaves its first state: each part transparent until it is reached.",
        "<main><div style='opacity:0;transform:translateY(24px)'><h1>{{ headline }}</h1><p>{{ raw"
        " }}</p></div>{% set t = name('text') %}{% for p in lines %}<div"
        " style='opacity:0;transform:translateY(24px) translateZ(0)'><p class='{{ t }}'>{{ p }}</p>"
        "</div>{% endfor %}</main>",
    ),
    "shell-of-ionic": (
        "Ionic: the site is an application's shell of custom elements.",
        "<ion-app><ion-header><ion-toolbar><ion-back-button>Kembali</ion-back-button><ion-title>"
        "{{ say('section') }}</ion-title></ion-toolbar></ion-header><ion-content><h1>{{ headline }}"
        f"</h1><ion-note>{{{{ raw }}}}</ion-note><ion-text>{_ALL}</ion-text><ion-list>"
        "{% for n in range(4) %}<ion-item href='/i{{ n }}'><ion-label>{{ say('headlines') }}"
        "</ion-label></ion-item>{% endfor %}</ion-list></ion-content><ion-tab-bar><ion-label>"
        "Beranda</ion-label><ion-label>Simpanan</ion-label></ion-tab-bar></ion-app>",
    ),
    "containers-of-framer": (
        "Framer: every text of the page, the cards' too, is in a container of the same kind.",
        "<div class='framer-{{ code(5) }}' data-framer-name='Artikel'>{% set c ="
        " 'data-framer-component-type=RichTextContainer' %}<div {{ c }}><h1 class='framer-text'>"
        "{{ headline }}</h1></div><div {{ c }}><p class='framer-text'>{{ raw }}</p></div><div"
        " {{ c }}>{% for p in lines %}<p class='framer-text'>{{ p }}</p>{% endfor %}</div>"
        "{% for n in range(3) %}<a href='/c{{ n }}'><div {{ c }}><p class='framer-text'>"
        "{{ say('headlines') }}</p></div><div {{ c }}><p class='framer-text'>{{ say('teasers') }}"
        "</p></div></a>{% endfor %}</div>",
    ),
    "buttons-at-each-paragraph": (
        "Each paragraph has buttons beside it, to quote it, share it and talk about it.",
        "<article><h1>{{ headline }}</h1><div>{{ raw }}</div><div class='{{ name('body') }}'>"
        "{% set b = name('block') %}{% for p in lines %}<div class='{{ b }}'><p>{{ p }}</p><div>"
        "<button>Kutip</button><button>Bagikan</button><button>{{ number(0, 12) }} tanggapan"
        "</button></div></div>{% endfor %}</div></article>",
    ),
}


def _dressed(html: str) -> Change:
    def change(subject: Subject) -> bytes:
        dress(subject, html)
        return subject.page()

    return change


for _name, (_why, _html) in _COLUMNS.items():
    add("redesigned", _name, _why, _dressed(_html))
