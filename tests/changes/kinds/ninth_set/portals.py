"""Columns of other systems, and themes that set parts of the story elsewhere."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD, LINES
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")
_QUOTES: Final = ("“", '"')
_COLUMNS: Final = {
    "odoo": (
        "Odoo's blog: cover, side bar with author and day, snippets of text, the next story below.",
        "<div id='wrap' class='js_blog website_blog'><section id='o_wblog_post_top'><div"
        " class='o_record_cover_container o_wblog_post_page_cover'><div class='container'><h1"
        " id='o_wblog_post_name'>{{ headline }}</h1></div></div></section><section"
        " id='o_wblog_post_main' class='container'><div class='row'><div"
        " id='o_wblog_post_sidebar_col' class='col-lg-3'><div class='o_wblog_sidebar_block'>"
        "<h6>Ditulis oleh</h6><span>{{ author }}</span></div><div class='o_wblog_sidebar_block'>"
        "<span>{{ raw }}</span></div></div><div id='o_wblog_post_content' class='col-lg'><div"
        " class='o_wblog_post_content_field o_wblog_read_text'>{% for part in lines | batch(3) %}"
        "<section class='s_text_block pt16'><div class='container s_allow_columns'>"
        "{% for p in part %}<p>{{ p }}</p>{% endfor %}</div></section>{% endfor %}</div></div>"
        "</div></section><section id='o_wblog_post_footer'><div class='o_wblog_next_container'>"
        "<div>Baca Berikutnya</div><h2><a href='/blog/{{ number(10, 99) }}'>"
        "{{ say('headlines') }}</a></h2></div></section></div>",
    ),
    "portal-of-a-village": (
        "Portals of villages: the village is the h1, an h3 has writer, day and counter.",
        "<div class='header'><h1>Desa Sukamekar</h1><p>Kecamatan Cikaso, Kabupaten Kuningan</p>"
        "</div><div class='artikel' id='artikel-cetak'><h2 class='judul'>{{ headline }}</h2><h3"
        " class='kecil'><i class='fa fa-user'></i> Administrator <i class='fa fa-clock-o'></i>"
        " {{ raw }} <i class='fa fa-eye'></i> Dibaca {{ number(20, 900) }} kali</h3><div"
        f" class='teks' style='text-align:justify'>{{{{ figure }}}}{LINES}</div></div><div"
        " class='form-komentar'><p>Silakan tulis komentar dalam formulir berikut ini (gunakan"
        " bahasa yang santun). Komentar terbit setelah disetujui admin.</p><form><input"
        " name='nama'><textarea></textarea><button>Kirim</button></form></div><div"
        " class='widget'><h4>Statistik Pengunjung</h4><table><tr><td>Hari ini</td><td>"
        "{{ number(20, 400) }}</td></tr><tr><td>Kemarin</td><td>{{ number(20, 400) }}</td></tr>"
        "<tr><td>Jumlah</td><td>{{ number(4000, 90000) }}</td></tr></table></div>",
    ),
    "side-column-within-the-text": (
        "Writer, day and buttons stand in a side column that is the first child of the text's box.",
        "<article><h1>{{ headline }}</h1><div class='{{ name('body') }}'><aside"
        " class='{{ name('box') }}'><div>Ditulis oleh <b>{{ author }}</b></div><div>{{ raw }}"
        "</div><ul><li><a href='#f'>Facebook</a></li><li><a href='#w'>WhatsApp</a></li><li><button>"
        f"Salin tautan</button></li></ul></aside>{LINES}</div></article>",
    ),
}


def _dressed(html: str) -> Change:
    def change(subject: Subject) -> bytes:
        dress(subject, html)
        return subject.page()

    return change


for _name, (_why, _html) in _COLUMNS.items():
    add("redesigned", _name, _why, _dressed(_html))


@kind("A theme sets paragraphs with something said in them as block quotations.")
def quotations_set_apart(subject: Subject) -> bytes | None:
    lines = subject.lines()
    said = [any(quote in line.unescape() for quote in _QUOTES) for line in lines]
    if not any(said) or all(said):
        return None
    html = (
        f"<article>{HEAD}<div class='{{{{ name('body') }}}}'>{{% for p, said in parts %}}{{% if"
        " said %}<blockquote class='{{ name('box') }}'><p>{{ p }}</p></blockquote>{% else %}<p>"
        "{{ p }}</p>{% endif %}{% endfor %}</div></article>"
    )
    dress(subject, html, parts=list(zip(lines, said, strict=True)))
    return subject.page()


@kind("The site's header is the story's cover: menu, picture, headline and day in one.")
def hero_in_the_site_header(subject: Subject) -> bytes:
    page = (
        "<header class='{{ name('header') }}'><nav><a href='/'>Beranda</a> <a href='/daerah'>Daerah"
        "</a> <a href='/ekonomi'>Ekonomi</a></nav><img src='/sampul.jpg' alt=''><h1>{{ headline }}"
        f"</h1><span>{{{{ raw }}}}</span></header><main><div class='{{{{ name('body') }}}}'>{LINES}"
        "</div><aside>{% set card = name('card') %}{% for n in range(4) %}<div class='{{ card }}'>"
        "<a href='/k{{ n }}'>{{ say('headlines') }}</a></div>{% endfor %}</aside></main><footer><p>"
        "{{ say('legal') }}</p></footer>"
    )
    tree.fill(subject.body, subject.elements(page))
    return subject.page()
