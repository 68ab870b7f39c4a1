"""Changes after which a tool, a server or a form stands where the text was."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


def _instead(subject: Subject, html: str, **more: object) -> bytes:
    """Put a piece of a page where the text was, in its box or in one of its own."""
    parts = subject.elements(html, **more)
    if subject.rng.random() < 0.5:
        tree.fill(subject.text, parts)
    else:
        (box,) = subject.elements('<div class="{{ name("box") }}"></div>')
        box.extend(parts)
        tree.replace(subject.text, [box])
    return subject.page()


@kind("A consent tool explains its purposes at length instead of the text.", Whereabouts.GONE)
def purposes_of_a_consent_tool(subject: Subject) -> bytes:
    html = (
        "<h2>Kami menghargai privasi Anda</h2><p>Kami dan {{ number(80, 900) }} mitra kami"
        " menyimpan"
        " dan mengakses informasi pada perangkat, seperti cookie, dan memproses data pribadi untuk"
        " iklan dan konten yang disesuaikan.</p><p>Dengan izin Anda, kami dan mitra kami dapat"
        " memakai data lokasi yang tepat dan mengenali perangkat melalui pemindaian.</p><p>Pilihan"
        " Anda berlaku untuk situs ini saja dan dapat diubah setiap saat lewat tautan di bagian"
        " bawah halaman.</p><p>Sebagian mitra tidak meminta persetujuan dan mendasarkan diri pada"
        " kepentingan usaha yang sah.</p><button>Setuju</button><button>Kelola pilihan</button>"
    )
    return _instead(subject, html)


@kind("A story under embargo has a note and its release.", Whereabouts.GONE)
def embargo(subject: Subject) -> bytes:
    html = (
        "<p>Naskah ini masih di bawah embargo dan akan terbit pada waktu yang ditentukan oleh"
        " penyelenggara.</p><p>Silakan kembali ke halaman ini beberapa jam lagi.</p>"
    )
    return _instead(subject, html)


@kind("The story is a document that a viewer fails to show.", Whereabouts.GONE)
def document_viewer(subject: Subject) -> bytes:
    html = (
        '<object data="/berkas/{{ code(8) }}.pdf" type="application/pdf"><p>Peramban Anda tidak'
        " dapat menampilkan dokumen PDF. Silakan <a href='/berkas/x.pdf'>unduh berkasnya</a> untuk"
        " membaca.</p></object><p>Halaman 1 dari {{ number(2, 9) }}</p>"
    )
    return _instead(subject, html)


@kind("The printed paper is promoted in full sentences.", Whereabouts.GONE)
def paper_promoted(subject: Subject) -> bytes:
    html = (
        "<p>Berita ini terbit lengkap di edisi koran hari ini.</p><p>Dapatkan koran digital kami"
        " dengan harga mulai Rp{{ number(10, 90) }}.000 sebulan, lengkap dengan arsip sepuluh tahun"
        " terakhir.</p><p>Pelanggan lama dapat masuk dengan nomor telepon yang terdaftar di agen"
        " setempat.</p>"
    )
    return _instead(subject, html)


@kind("A page of forwarding names the address that the browser goes to.", Whereabouts.GONE)
def forwarding_page(subject: Subject) -> bytes:
    page = (
        "<html><head><title>{{ headline }}</title><meta http-equiv='refresh' content='0;url=/baru'>"
        "</head><body><h1>{{ headline }}</h1><p>Halaman ini telah pindah. Anda akan dialihkan dalam"
        " beberapa detik.</p><p>Bila tidak, <a href='/baru/{{ code(6) }}'>klik di sini</a>.</p>"
        "</body></html>"
    )
    return subject.draw(page).encode()


@kind("A cache server excuses itself on a page of its own.", Whereabouts.GONE)
def cache_server_excuses(subject: Subject) -> bytes:
    page = (
        "<html><head><title>503 Backend fetch failed</title></head><body><h1>Error 503 Backend"
        " fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID:"
        " {{ number(100000, 999999) }}</p><hr><p>Varnish cache server</p></body></html>"
    )
    return subject.draw(page).encode()


@kind("A piece that the cache was to include is not.", Whereabouts.GONE)
def include_not_made(subject: Subject) -> bytes:
    html = subject.rng.choice(
        (
            '<div><esi:include src="/fragmen/isi/{{ code() }}"></esi:include></div>',
            "<p>[an error occurred while processing this directive]</p>",
            "<p>Failed to render fragment: upstream timed out after {{ number(2, 9) }} s</p>",
        )
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("A live report has not begun: its programme stands there.", Whereabouts.GONE)
def programme_of_a_live_report(subject: Subject) -> bytes:
    html = (
        "<p>Siaran langsung belum dimulai. Berikut susunan acara yang dijadwalkan panitia.</p><ul>"
        "<li>08.00 Registrasi peserta</li><li>09.30 Pembukaan oleh ketua panitia</li><li>11.00"
        " Pemaparan dan tanya jawab</li><li>13.00 Penutupan</li></ul><p>Halaman ini diperbarui"
        " setiap menit.</p>"
    )
    return _instead(subject, html)


@kind("The terms of use stand where the text was.", Whereabouts.GONE)
def terms_of_use(subject: Subject) -> bytes:
    html = (
        "<p>Dengan mengakses situs ini Anda menyatakan tunduk pada ketentuan layanan yang berlaku."
        "</p><p>Pengguna dilarang menyalin, menyebarkan, atau mengubah isi situs tanpa izin"
        " tertulis"
        " dari pengelola.</p><p>Pengelola tidak bertanggung jawab atas kerugian yang timbul karena"
        " pemakaian informasi di situs ini.</p><p>Ketentuan dapat berubah sewaktu-waktu.</p>"
    )
    return _instead(subject, html)


@kind("A form for complaints and its explanation are all of the column.", Whereabouts.GONE)
def form_instead(subject: Subject) -> bytes:
    html = (
        "<form><p>Sampaikan keluhan Anda dengan mengisi formulir berikut secara lengkap.</p><label>"
        "Nama</label><input><label>Nomor telepon</label><input><label>Uraian</label><textarea>"
        "</textarea><p>Petugas kami menjawab paling lambat tiga hari kerja.</p><button>Kirim"
        "</button></form>"
    )
    return _instead(subject, html)


@kind("The story is not to be had in this language.", Whereabouts.GONE)
def not_in_this_language(subject: Subject) -> bytes:
    html = (
        "<p>Isi halaman ini belum tersedia dalam bahasa pilihan Anda.</p><p>This content is not yet"
        " available in the selected language. Please choose another edition.</p>"
    )
    return _instead(subject, html)
