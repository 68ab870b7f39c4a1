"""Changes by doors: queues, agreements, quotas, devices, and errors printed by the house behind."""

from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.subject import Subject

_INSTEAD: Final = {
    "agree-or-pay": (
        "Readers are to agree to advertising or to pay.",
        "<div class='{{ name('card') }}'><h2>Baca dengan iklan</h2><p>Lanjutkan membaca secara"
        " gratis dengan menyetujui pelacakan oleh kami dan {{ number(90, 600) }} mitra.</p><button>"
        "Terima dan lanjutkan</button></div><div class='{{ name('card') }}'><h2>Baca tanpa iklan"
        "</h2><p>Hanya Rp{{ number(12, 49) }}.000 per bulan, batal kapan saja. Sudah punya paket?"
        " <a href='/masuk'>Masuk di sini</a>.</p></div>",
    ),
    "gift-link-expired": (
        "A link that a subscriber gave away has expired.",
        "<div role='alert'><strong>Tautan hadiah ini sudah kedaluwarsa.</strong> Mintalah pengirim"
        " untuk membagikan ulang artikelnya. Setiap pelanggan dapat memberi sepuluh artikel setiap"
        " bulan kepada teman dan keluarga.</div>",
    ),
    "queue-of-visitors": (
        "Visitors wait in a queue while traffic is high.",
        "<section><p>Anda sekarang berada dalam antrean.</p><p>Jumlah pengunjung sedang sangat"
        " tinggi. Nomor antrean Anda adalah <b>{{ number(1200, 9800) }}</b> dan perkiraan waktu"
        " tunggu kurang dari {{ number(3, 20) }} menit.</p><p>Jangan tutup atau segarkan halaman"
        " ini agar tempat Anda tidak hilang.</p></section>",
    ),
    "offline-page": (
        "A service worker answers while the reader is offline.",
        "<p>Anda sedang luring.</p><p>Periksa sambungan internet Anda, lalu coba lagi. Artikel yang"
        " pernah Anda simpan dapat dibuka lewat menu Tersimpan.</p><ul><li>{{ say('headlines') }}"
        "</li><li>{{ say('headlines') }}</li></ul>",
    ),
    "traceback-of-the-server": (
        "A server prints the traceback of its fault.",
        "<pre>Traceback (most recent call last):\n  File \"/srv/app/views/artikel.py\", line {{"
        " number(20, 300) }}, in show\n    body = render(story.body)\n  File"
        " \"/srv/app/render.py\","
        " line 71, in render\n    return template.format(**context)\nKeyError: 'isi'</pre>",
    ),
    "exception-of-java": (
        "A server of Java answers with its exception in a paragraph.",
        "<p>Type Exception Report</p><p>Message An exception occurred processing [/berita/isi.jsp]"
        " at line [{{ number(12, 90) }}]</p><p>Description The server encountered an unexpected"
        " condition that prevented it from fulfilling the request.</p><p>java.lang."
        "NullPointerException at org.apache.jsp.isi_jsp._jspService(isi_jsp.java:142)</p>",
    ),
    "state-of-sql": (
        "The database's state is printed where the text was.",
        "<div><b>SQLSTATE[HY000] [2002]</b> Connection refused (SQL: select * from `artikel` where"
        " `id` = {{ number(1000, 99999) }} limit 1)</div>",
    ),
    "birth-date-asked": (
        "A wall asks for the reader's date of birth.",
        "<form><fieldset><legend>Konfirmasi usia</legend><p>Konten ini memuat gambaran kekerasan."
        " Masukkan tanggal lahir Anda untuk"
        " melanjutkan.</p><select><option>Tanggal</option></select>"
        "<select><option>Januari</option></select><input name='tahun'><p>Kami tidak menyimpan data"
        " kelahiran Anda.</p><button>Lanjutkan</button></fieldset></form>",
    ),
    "too-many-devices": (
        "An account is in use on too many devices.",
        "<div><p>Akun Anda sedang dipakai di tiga perangkat lain. Paket Anda hanya mengizinkan dua"
        " perangkat pada saat yang sama.</p><p>Keluarkan salah satu perangkat melalui pengaturan"
        " akun, atau tingkatkan paket untuk membaca artikel ini.</p></div>",
    ),
    "share-to-unlock": (
        "The text opens to those who share it first.",
        "<div style='text-align:center'><h4>Konten terkunci</h4><p>Bagikan halaman ini ke salah"
        " satu"
        " jejaring sosial di bawah, maka isi artikel terbuka dengan sendirinya.</p><a"
        " href='#'>X</a>"
        " <a href='#'>Facebook</a> <a href='#'>Telegram</a></div>",
    ),
    "spoken-instead": (
        "Only the spoken edition and its chapters are left.",
        "<audio controls src='/suara/{{ code() }}.mp3'></audio><p>Dengarkan laporan ini dalam versi"
        " suara, dibacakan oleh penyiar kami.</p><ol><li>00.00 Pembuka</li><li>01.12 Latar belakang"
        "</li><li>04.40 Tanggapan warga</li><li>07.05 Penutup</li></ol>",
    ),
    "house-in-mourning": (
        "The newsroom mourns, and says so on every page.",
        "<p>Segenap pimpinan dan karyawan berdukacita atas berpulangnya salah seorang pendiri kami."
        "</p><p>Semoga almarhum mendapat tempat terbaik di sisi-Nya dan keluarga yang ditinggalkan"
        " diberi ketabahan.</p><p>Untuk menghormati beliau, redaksi meliburkan pembaruan berita"
        " hari"
        " ini.</p>",
    ),
    "messages-beside-a-stream": (
        "A live stream and its messages have taken the text's place.",
        "<div class='{{ name('video') }}'><p>SIARAN LANGSUNG</p></div><div>{% for n in range(6) %}"
        "<p><b>{{ say('nick') }}</b> {{ pick(['hadir min', 'suaranya kecil', 'salam dari Medan',"
        " 'kapan mulainya ya?', 'mantap lanjutkan', 'gambarnya putus-putus']) }}</p>{% endfor %}"
        "</div>",
    ),
    "frame-of-turbo": (
        "A frame of Hotwire waits to be loaded when it is seen.",
        "<turbo-frame id='isi' src='/fragmen/{{ number(10, 9999) }}' loading='lazy'><p>Sebentar,"
        " isi berita sedang diambil…</p></turbo-frame>",
    ),
}  # fmt: skip
_BEHIND: Final = {
    "quota-used-up": (
        "Behind the lead, a reader's free articles are used up.",
        1,
        "<div class='{{ name('box') }}'><h3>Sisa kuota gratis Anda: 0 dari 5 artikel</h3><p>Kuota"
        " diisi kembali pada tanggal 1. Ingin membaca sekarang juga?</p><a href='/paket'>Lihat"
        " paket</a></div>",
    ),
    "unlocked-by-an-advertisement": (
        "Behind the lead, a film of an advertiser unlocks the rest.",
        2,
        "<div><p>Tonton iklan {{ number(15, 30) }} detik untuk membuka sisa artikel"
        " ini.</p><button>"
        "Putar iklan</button></div>",
    ),
    "fetched-when-revealed": (
        "Behind the second paragraph, htmx fetches the rest when it is seen.",
        2,
        "<div hx-get='/bagian/{{ number(2, 99) }}' hx-trigger='revealed' hx-swap='outerHTML'><img"
        " class='htmx-indicator' src='/bars.svg' alt=''></div>",
    ),
    "talk-behind-the-lead": (
        "Behind the lead, the talk of readers stands instead of the rest.",
        1,
        "{% for n in range(5) %}<p><b>{{ say('nick') }}</b>: {{ say('comment') }}</p>{% endfor %}",
    ),
    "another-story-behind-the-lead": (
        "Behind the lead, another story begins under its own heading.",
        1,
        "{% set o = another() %}<h2>{{ o.headline }}</h2>{% for p in o.paragraphs %}<p>{{ p }}</p>"
        "{% endfor %}",
    ),
    "three-plans-behind-the-opening": (
        "Behind the opening stand three plans to choose from.",
        2,
        "<div>{% for p in ['Mingguan', 'Bulanan', 'Tahunan'] %}<div class='{{ name('card') }}'><b>"
        "Paket {{ p }}</b><p>Akses semua artikel, e-paper dan buletin khusus. Rp{{ number(9, 400)"
        " }}"
        ".000</p><a href='/beli'>Pilih</a></div>{% endfor %}</div>",
    ),
}  # fmt: skip


def _instead(html: str) -> Change:
    """Put a door where the text was: in its box, or in a box of its own, or with its column."""

    def change(subject: Subject) -> bytes:
        parts, place = subject.elements(html), subject.rng.random()
        if place < 0.5:
            tree.fill(subject.text, parts)
        elif place < 0.8:
            tree.replace(subject.text, parts)
        else:
            for part in reversed(parts):
                tree.insert_after(subject.text, part)
            tree.drop(subject.text)
        return subject.page()

    return change


def _behind(kept: int, html: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        lines = subject.lines()
        if len(lines) < kept + 3:
            return None
        shown = subject.elements("{% for p in t %}<p>{{ p }}</p>{% endfor %}", t=lines[:kept])
        tree.fill(subject.text, shown + subject.elements(html))
        return subject.page()

    return change


for _name, (_why, _html) in _INSTEAD.items():
    add("gone", _name, _why, _instead(_html), Whereabouts.GONE)
for _name, (_why, _kept, _html) in _BEHIND.items():
    add("gone", _name, _why, _behind(_kept, _html), Whereabouts.CUT)
