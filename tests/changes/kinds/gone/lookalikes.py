"""Changes after which something about the same matter stands where the text was."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


def _topic(subject: Subject) -> str:
    """Return two or three words of the headline, as a topic is named."""
    words = subject.facts.headline.split()
    start = subject.rng.randrange(max(1, len(words) - 2))
    return " ".join(words[start : start + 3])


@kind("A page of search results answers with the headline as the query.", Whereabouts.GONE)
def search_results(subject: Subject) -> bytes:
    html = (
        "<h1>Hasil pencarian: {{ headline }}</h1><p>Menampilkan {{ number(5, 40) }} hasil untuk"
        " “{{ headline }}”</p>{% for n in range(5) %}<div><h2><a href='/s{{ n }}'>"
        "{{ say('headlines') }}</a></h2><time>{{ say('olddate') }}</time><p>{{ say('teasers')"
        " }}</p>"
        "</div>{% endfor %}"
    )
    tree.fill(subject.body, subject.elements(html))
    return subject.page()


@kind("A page that was not found proposes stories like the one asked for.", Whereabouts.GONE)
def not_found_with_proposals(subject: Subject) -> bytes:
    html = (
        "<p>Maaf, halaman yang Anda cari tidak ditemukan.</p><p>Mungkin Anda mencari:</p><ul>"
        "{% for n in range(4) %}<li><a href='/m{{ n }}'>{{ topic }}: {{ say('headlines')"
        " }}</a></li>"
        "{% endfor %}</ul><p>Coba kata kunci lain atau kembali ke beranda.</p>"
    )
    tree.fill(subject.text, subject.elements(html, topic=_topic(subject)))
    return subject.page()


@kind("A dossier of the same topic stands there: headlines and first lines.", Whereabouts.GONE)
def dossier_of_the_topic(subject: Subject) -> bytes:
    html = (
        "{% for n in range(5) %}<h3><a href='/d{{ n }}'>{{ topic }}, {{ say('headlines')"
        " }}</a></h3>"
        "<p>{{ say('teasers') }} {{ topic }}.</p>{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html, topic=_topic(subject)))
    return subject.page()


@kind("The text is an English translation; headline and head are as before.", Whereabouts.GONE)
def english_instead(subject: Subject) -> bytes:
    html = (
        "<p>Officials said on Tuesday that the decision had been made after a long series of public"
        " hearings in the capital.</p><p>Residents welcomed the plan, although some of them asked"
        " for more time to prepare.</p><p>“We will listen to everyone before the work begins,” the"
        " head of the agency told reporters.</p><p>The first phase is expected to be finished"
        " within"
        " a year.</p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("Points made by a model are free, the text is not.", Whereabouts.CUT)
def points_of_the_story_only(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    html = (
        "<div class='{{ name('summary') }}'><h4>Inti berita</h4><ul>{% for p in points %}<li>{{ p"
        " }}"
        "</li>{% endfor %}</ul></div><p>Masuk untuk membaca naskah lengkap.</p>"
    )
    points = [" ".join(p.split()[:9]) for p in subject.facts.paragraphs[:3]]
    tree.fill(subject.text, subject.elements(html, points=points))
    return subject.page()


@kind("A web story shows a line of the text on each of its slides.", Whereabouts.CUT)
def slides_with_lines(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    html = (
        "{% for p in points %}<amp-story-page id='s{{ loop.index }}'><h2>{{ p }}</h2><span>"
        "{{ loop.index }}/{{ points | length }}</span></amp-story-page>{% endfor %}"
    )
    points = [" ".join(p.split()[:8]) for p in subject.facts.paragraphs]
    tree.fill(subject.text, subject.elements(html, points=points))
    return subject.page()


@kind("A corrected story keeps its headline; a correction stands there alone.", Whereabouts.GONE)
def correction_instead(subject: Subject) -> bytes:
    html = (
        "<p>Redaksi meralat pemberitaan berjudul “{{ headline }}” yang terbit sebelumnya.</p><p>"
        "Terdapat kekeliruan pada nama dan jabatan narasumber. Dengan ralat ini kekeliruan"
        " diperbaiki.</p><p>Redaksi memohon maaf kepada pembaca.</p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("A podcast page about the story has the programme's blurb.", Whereabouts.GONE)
def episode_instead(subject: Subject) -> bytes:
    html = (
        "<p>Episode {{ number(2, 300) }}: {{ headline }}</p><p>Dengarkan obrolan redaksi setiap"
        " pagi"
        " di aplikasi podcast pilihan Anda.</p><p>Durasi {{ number(11, 59) }} menit. Pembawa acara:"
        " {{ say('nick') }}.</p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()
