"""What desks, plug-ins and networks add within a text, often as plain paragraphs of it."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")


def _between(subject: Subject, template: str) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    for element in reversed(subject.elements(template)):
        tree.insert_after(gap, element)
    return subject.page()


def at_the_end(subject: Subject, template: str) -> bytes:
    """Put elements at the end of the text."""
    subject.text.extend(subject.elements(template))
    return subject.page()


@kind("A help line is named in a note below stories about suffering.")
def note_of_a_help_line(subject: Subject) -> bytes:
    return at_the_end(
        subject,
        "<p><em>Catatan redaksi: jika Anda atau orang terdekat membutuhkan bantuan, jangan ragu "
        "menghubungi layanan konseling terdekat atau hotline 119 ekstensi 8.</em></p>",
    )


@kind("A note says that the story is no advice to buy.")
def note_of_no_advice(subject: Subject) -> bytes:
    return at_the_end(
        subject,
        "<p>Disclaimer: keputusan investasi sepenuhnya ada di tangan pembaca. Redaksi tidak "
        "bertanggung jawab atas kerugian dan keuntungan yang timbul dari keputusan itu.</p>",
    )


@kind("A native-advertisement network's cards stand within the text.")
def cards_of_a_network(subject: Subject) -> bytes | None:
    return _between(
        subject,
        '<div id="taboola-mid-article"><div class="trc_header"><span>Anda Mungkin Menyukai</span>'
        '<span>Tautan Sponsor oleh Taboola</span></div>{% for n in range(3) %}<div><a href="https:'
        '//trc.example/{{ n }}" rel="nofollow sponsored"><span>{{ say("sponsor") }}</span><span>'
        "Toko Hemat</span></a></div>{% endfor %}</div>",
    )


@kind("A widget for translations stands at the top of the text.")
def widget_for_translations(subject: Subject) -> bytes:
    (box,) = subject.elements(
        "<div><select><option>Pilih Bahasa</option><option>English</option><option>Jawa</option>"
        "<option>Melayu</option></select> Diberdayakan oleh <a href='#'>Terjemahan</a></div>"
    )
    box.tail, subject.text.text = subject.text.text, None
    subject.text.insert(0, box)
    return subject.page()


@kind("An assistant offers questions about the story.")
def questions_for_an_assistant(subject: Subject) -> bytes | None:
    return _between(
        subject,
        '<div class="{{ name("box") }}"><p>Tanya asisten AI tentang berita ini</p><button>Apa '
        "dampaknya bagi warga sekitar?</button><button>Siapa saja yang terlibat?</button><button>"
        "Apa langkah berikutnya?</button><p>Jawaban dibuat oleh mesin dan bisa keliru.</p></div>",
    )


@kind("Times of prayer stand within the text.")
def times_of_prayer(subject: Subject) -> bytes | None:
    return _between(
        subject,
        '<div class="{{ name("box") }}"><h4>Jadwal Salat Hari Ini</h4><dl>{% for n, t in [("Subuh",'
        '"04:12"),("Zuhur","11:44"),("Asar","15:06"),("Magrib","17:55"),("Isya","19:08")] %}<dt>'
        "{{ n }}</dt><dd>{{ t }}</dd>{% endfor %}</dl></div>",
    )


@kind("A countdown to an event runs within the text.")
def countdown(subject: Subject) -> bytes | None:
    return _between(
        subject,
        '<div class="{{ name("box") }}"><p>Menuju pesta olahraga nasional</p><span>{{ number(2,40)'
        " }} Hari</span><span>{{ number(1,23) }} Jam</span><span>{{ number(1,59) }} Menit</span>"
        "<p>Jangan lewatkan siaran langsungnya hanya di aplikasi kami.</p></div>",
    )


@kind("A video player's words for those who cannot see stand within the text.")
def words_of_a_player(subject: Subject) -> bytes | None:
    return _between(
        subject,
        '<div class="video-js"><p>Video Player is loading.</p><button>Play Video</button><div>'
        "Current Time 0:00</div><div>Duration 1:42</div><p>This is a modal window.</p><p>Beginning "
        "of dialog window. Escape will cancel and close the window.</p><p>End of dialog window."
        "</p></div>",
    )


@kind("A comment service asks for scripts below the text.")
def words_of_a_comment_service(subject: Subject) -> bytes:
    return at_the_end(
        subject,
        '<div id="disqus_thread"><p>Please enable JavaScript to view the <a href="https://disqus'
        '.com/?ref_noscript">comments powered by Disqus.</a></p></div>',
    )


@kind("A terms box explains words of the story in a list.")
def glossary(subject: Subject) -> bytes:
    return at_the_end(
        subject,
        '<div class="{{ name("box") }}"><h5>Istilah</h5><dl><dt>APBD</dt><dd>Rencana keuangan '
        "tahunan pemerintah daerah yang disetujui dewan.</dd><dt>Inflasi</dt><dd>Kenaikan harga "
        "secara umum dan terus-menerus.</dd></dl></div>",
    )


@kind("A pager stands at the end of a text that is whole.")
def pager_of_one_page(subject: Subject) -> bytes:
    return at_the_end(
        subject,
        '<div class="{{ name("box") }}"><span>Halaman</span> <a href="?page=1">1</a> '
        '<a href="?page=all">Tampilkan Semua</a></div>',
    )


@kind("A plain paragraph within the text asks to download the app.")
def plain_paragraph_for_the_app(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    tree.insert_paragraph(gap, "Unduh aplikasi kami di ponsel Anda dan baca berita tanpa iklan.")
    return subject.page()
