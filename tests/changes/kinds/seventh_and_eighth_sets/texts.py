"""Changes of the text itself: withheld, set otherwise, with matter of others in it."""

import re
from functools import partial

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

gone = partial(kind_of, "gone")
redesigned = partial(kind_of, "redesigned")
foreign = partial(kind_of, "foreign")


def _filled(subject: Subject, html: str, **more: object) -> bytes:
    tree.fill(subject.text, subject.elements(html, **more))
    return subject.page()


@gone("A sign-up is thanked for where the text was.", Whereabouts.GONE)
def sign_up_thanked_for(subject: Subject) -> bytes:
    html = (
        "<h3>Terima kasih telah mendaftar</h3><p>Kami telah mengirim tautan konfirmasi ke alamat"
        " surel Anda. Buka surel tersebut dalam 24 jam agar akun Anda aktif.</p>"
    )
    return _filled(subject, html)


@gone("The story was broadcast; the page says when it comes again.", Whereabouts.GONE)
def broadcast_again(subject: Subject) -> bytes:
    html = (
        "<p>Laporan tentang {{ headline }} ditayangkan dalam program Kabar Pagi.</p><p>Saksikan"
        " siaran ulangnya setiap hari pukul 16.00 WIB, hanya di layar kaca Anda.</p>"
    )
    return _filled(subject, html)


@gone("Behind the second paragraph, letters x have the shape of the words.", Whereabouts.CUT)
def shapes_of_the_words(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[:2] + [re.sub(r"\w", "x", line) for line in lines[2:]]
    return _filled(subject, "{% for p in t %}<p>{{ p }}</p>{% endfor %}", t=shown)


@gone("Links to marks of the page, which a script takes for pages.", Whereabouts.CUT)
def pages_by_marks(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    html = (
        "{% for p in t %}<p>{{ p }}</p>{% endfor %}<div>{% for n in [1, 2, 3] %}<a href='#hal-"
        "{{ n }}'>{{ n }}</a>{% endfor %}</div>"
    )
    return _filled(subject, html, t=lines[: len(lines) // 2])


@gone("Every third paragraph waits to be scrolled to.", Whereabouts.CUT)
def paragraphs_not_yet_scrolled_to(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    html = (
        "{% for p in t %}{% if loop.index is divisibleby 3 %}<div class='{{ name('lazy') }}'"
        " style='height:96px'></div>{% else %}<p>{{ p }}</p>{% endif %}{% endfor %}"
    )
    return _filled(subject, html, t=lines)


def _dressed(subject: Subject, column: str) -> bytes:
    dress(subject, column)
    return subject.page()


@redesigned("Boxes set by their attribute stand in a cell of a page of tables.")
def boxes_set_by_an_attribute(subject: Subject) -> bytes:
    return _dressed(
        subject,
        f"<table><tr><td>{HEAD}{{% for p in lines %}}<div align='justify'><font size='2'>{{{{ p"
        f" }}}}"
        "</font></div>{% endfor %}</td></tr></table>",
    )


@redesigned("A long read has its chapters folded, each under its name.")
def chapters_folded(subject: Subject) -> bytes:
    return _dressed(
        subject,
        f"<article>{HEAD}{{% for p in lines %}}<details><summary>Bab {{{{ loop.index }}}}</summary>"
        "<p>{{ p }}</p></details>{% endfor %}</article>",
    )


@redesigned("A drawing has the paragraphs as foreign objects.")
def objects_of_a_drawing(subject: Subject) -> bytes:
    return _dressed(
        subject,
        f"<article>{HEAD}<svg viewBox='0 0 9 9'>{{% for p in lines %}}<foreignObject><div><p>"
        "{{ p }}</p></div></foreignObject>{% endfor %}</svg></article>",
    )


@redesigned("Each paragraph is isolated for its direction of writing.")
def directions_isolated(subject: Subject) -> bytes:
    return _dressed(
        subject,
        f"<section>{HEAD}<div dir='auto'>{{% for p in lines %}}<bdi dir='ltr'>{{{{ p }}}}</bdi><br>"
        "<br>{% endfor %}</div></section>",
    )


def _put(subject: Subject, place: str, html: str) -> bytes | None:
    (box,) = subject.elements(html)
    return subject.page() if put(subject, place, box) else None


@foreign("A line promises points for reading on.")
def points_for_reading(subject: Subject) -> bytes | None:
    line = (
        "<p>Baca {{ number(2, 5) }} artikel lagi untuk mendapatkan {{ number(10, 90) }} poin.</p>"
    )
    return _put(subject, "between", line)


@foreign("A line names the licence of a picture.")
def licence_of_a_picture(subject: Subject) -> bytes | None:
    return _put(subject, "between", "<p>Gambar: lisensi CC BY-SA 4.0 melalui arsip terbuka</p>")


@foreign("A box calls for essays.")
def essays_called_for(subject: Subject) -> bytes | None:
    box = (
        "<div class='{{ name('box') }}'><h4>Lomba esai pelajar</h4><p>Kirim naskah terbaik Anda"
        " sebelum akhir bulan dan menangkan hadiah jutaan rupiah.</p></div>"
    )
    return _put(subject, "end", box)


@foreign("Marks say how much has been read.")
def shares_that_were_read(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    for number, gap in enumerate(found[:3], 1):
        (mark,) = subject.elements(
            f"<div class='{{{{ name('mark') }}}}'>{number * 25}% dibaca</div>"
        )
        tree.insert_after(gap, mark)
    return subject.page() if found else None
