"""Views of those who keep pages: wikis, digests, answers to mail, sheets, stories of AMP."""

from typing import Final

from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.views.own import view

_HEAD: Final = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"
_LINES: Final = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
_KEPT: Final = {
    "amp-accordion": (
        "AMP with the text in an accordion's sections.",
        "<html amp><head><title>{{ headline }}</title><link rel='canonical' href='{{ canonical }}'>"
        "{{ json_ld }}</head><body><h1>{{ headline }}</h1><time datetime='{{ iso }}'>{{ raw"
        " }}</time>"
        "<amp-accordion>{% for part in lines | batch(4) %}<section expanded><h4>Bagian {{"
        " loop.index"
        " }}</h4><div>{% for p in part %}<p>{{ p }}</p>{% endfor %}</div></section>{% endfor %}"
        "</amp-accordion></body></html>",
    ),
    "amp-access": (
        "AMP whose sections an access attribute shows.",
        "<html ⚡><head><title>{{ headline }}</title><link rel='canonical' href='{{ canonical }}'>"
        "{{ json_ld }}</head><body><article><h1>{{ headline }}</h1><p class='m'>{{ raw }}</p><div"
        " amp-access='access' amp-access-hide>" + _LINES + "</div><div amp-access='NOT access'"
        " amp-access-hide><a on='tap:amp-access.login'>Masuk</a></div></article></body></html>",
    ),
    "story-of-amp": (
        "A web story of AMP has a paragraph on each of its pages.",
        "<html amp><head><title>{{ headline }}</title><link rel='canonical' href='{{ canonical }}'>"
        "{{ json_ld }}</head><body><amp-story standalone title='{{ headline }}'><amp-story-page"
        " id='c'><amp-story-grid-layer><h1>{{ headline }}</h1><p>{{ raw"
        " }}</p></amp-story-grid-layer>"
        "</amp-story-page>{% for p in lines %}<amp-story-page id='p{{ loop.index }}'>"
        "<amp-story-grid-layer template='vertical'><p>{{ p }}</p></amp-story-grid-layer>"
        "</amp-story-page>{% endfor %}</amp-story></body></html>",
    ),
    "readability-page": (
        "What a reader's library leaves: one box with a numbered name.",
        _HEAD + "<body><div id='readability-page-1' class='page'><h1>{{ headline }}</h1><p>{{ raw"
        " }}"
        "</p><div>" + _LINES + "</div></div></body></html>",
    ),
    "wiki-page": (
        "A wiki has the story as a page, with contents and links to edit.",
        _HEAD + "<body><div id='content'><h1 id='firstHeading'>{{ headline }}</h1><div"
        " id='siteSub'>Dari Arsip Berita Warga</div><div class='mw-parser-output'><p><b>{{ raw"
        " }}</b>"
        "</p>" + _LINES + "</div><div class='printfooter'>Diperoleh dari \"{{ url }}\"</div><div>"
        "Kategori: Berita</div></div></body></html>",
    ),
    "markdown-on-a-forge": (
        "A forge shows the story, kept as Markdown.",
        _HEAD + "<body><div class='file-header'>arsip / berita / {{ code(6) }}.md</div><div>42"
        " lines"
        " (40 sloc) · 3.1 KB</div><article class='markdown-body'><h1>{{ headline }}</h1><p>{{ raw"
        " }}"
        "</p>" + _LINES + "</article></body></html>",
    ),
    "answer-to-a-mail": (
        "The story is quoted in the answer to a mail.",
        _HEAD + "<body><div><p>Terima kasih, sudah saya baca.</p></div><div"
        " class='gmail_quote'><div>"
        "Pada {{ pick(['Sen', 'Rab', 'Sab']) }}, 28 Nov 2026 pukul 09.12 Redaksi menulis:</div>"
        "<blockquote><h1>{{ headline }}</h1><p>{{ raw }}</p>" + _LINES + "</blockquote></div>"
        "</body></html>",
    ),
    "digest-of-three-stories": (
        "A digest by mail has the story whole, and two more as teasers.",
        _HEAD + "<body><table><tr><td>Pilihan redaksi untuk Anda</td></tr><tr><td><h1>{{ headline"
        " }}"
        "</h1><p>{{ raw }}</p>" + _LINES + "</td></tr>{% for n in range(2) %}<tr><td><h3>{{"
        " say('headlines') }}</h3><p>{{ say('teasers') }} <a href='/d{{ n"
        " }}'>Baca</a></p></td></tr>"
        "{% endfor %}<tr><td>Anda menerima surel ini sebagai"
        " anggota.</td></tr></table></body></html>",
    ),
    "sheets-with-running-heads": (
        "Sheets of a print have running heads and numbers among the paragraphs.",
        _HEAD + "<body><h1>{{ headline }}</h1><p>{{ raw }}</p>{% for part in lines | batch(3) %}"
        "{% for p in part %}<p>{{ p }}</p>{% endfor %}<div class='pf'>{{ say('brand') }} — Halaman"
        " {{ loop.index }}</div>{% endfor %}</body></html>",
    ),
    "print-window": (
        "A window for printing opens the dialogue and has a button to close it.",
        _HEAD + "<body onload='window.print()'><a href='javascript:window.close()'>Tutup"
        " jendela</a>"
        "<hr><div><b>{{ headline }}</b></div><div><i>{{ raw }}</i></div>" + _LINES + "<hr>Sumber:"
        " {{"
        " url }}</body></html>",
    ),
    "lines-with-numbers": (
        "A tool for quoting numbers each paragraph in a column beside it.",
        _HEAD + "<body><h1>{{ headline }}</h1><p>{{ raw }}</p><table>{% for p in lines %}<tr><td"
        " class='n'>{{ loop.index }}</td><td>{{ p }}</td></tr>{% endfor %}</table></body></html>",
    ),
    "card-of-a-network": (
        "A network's long post has the story, with counters and replies below.",
        _HEAD + "<body><article role='article'><div><b>{{ say('brand') }}</b> <span>@redaksi</span>"
        "</div><h1>{{ headline }}</h1><div>{{ raw }}</div><div lang='id'>{% for p in plain %}<span>"
        "{{ p }}</span><br><br>{% endfor %}</div><div>{{ number(2, 90) }} balasan · {{ number(5,"
        " 400)"
        " }} suka</div></article><div><b>{{ say('nick') }}</b> {{ say('comment') }}</div></body>"
        "</html>",
    ),
}  # fmt: skip


def _kept(page: str) -> Change:
    return lambda subject: view(subject, page)


for _name, (_why, _page) in _KEPT.items():
    add("views", _name, _why, _kept(_page), Whereabouts.VISIBLE, ("tz_", "date_", "headline_"))
