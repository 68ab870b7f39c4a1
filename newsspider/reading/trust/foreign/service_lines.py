"""Lines that serve the page and not its article: to share, to follow, to go on, whose it is."""

import re
from functools import lru_cache
from typing import Final

_LONGEST: Final = 320  # characters
_OPENS = re.compile(
    r"""[^\w©]*+(?:©\W*+)?(?:
      (?:bagikan|sebarkan|sebar|share)\b(?!\s+(?:sembako|uang|hadiah|bantuan|beras|nasi|masker
        |takjil))
        (?=.{0,60}\b(?:artikel|berita|tulisan|ke|facebook|twitter|whatsapp|telegram|line|x|ini
        |this|link|tautan)\b|\W*\Z)
    | salin\ (?:tautan|link)\b | copy\ link\b | (?:facebook|twitter|whatsapp|telegram|tweet|line
        |pinterest)(?:\W+(?:facebook|twitter|x|whatsapp|telegram|line|pinterest|instagram|e?mail
        |copy|link|salin|tautan|surel))+\W*\Z
    | (?:ikuti|follow|gabung|bergabung(?:lah)?|join|nyalakan|aktifkan|subscribe|berlangganan
        |langganan|klik|simak\ terus|pantau\ terus|dapatkan|unduh|download|install|temukan\ kami
        |jangan\ lupa)\b
        (?=.*\b(?:kami|kanal|channel|saluran|notifikasi|newsletter|buletin|google\ news|whatsapp
        |telegram|instagram|facebook|youtube|tiktok|aplikasi|app|medsos|media\ sosial|like
        |update|di\ sini|artikel\ ini|gratis|ponsel|gawai)\b)
    | (?:mari|ayo|yuk|segera|silakan)\b[,\s]\W*+(?:(?:ber)?gabung|ikuti|daftar|unduh|klik)\b
        (?=.*\b(?:kami|kanal|channel|saluran|grup|newsletter|buletin|whatsapp|telegram|instagram
        |youtube|aplikasi|di\ sini|tautan|gratis)\b)
    | (?:baca|lihat|klik|tampilkan|muat|lanjut(?:kan)?|load|read|show|see|view|continue
        |keep)\b(?:\s+\w+){0,2}?\s+(?:selengkapnya|selanjutnya|semua|lengkap|lainnya|lebih\ banyak
        |membaca|more|all|reading|full\ story)\b\W*+(?:\w++\W*+){0,3}\Z
    | selengkapnya\W*\Z | klik\ (?:untuk|di\ ?sini)\b.{0,60}\Z
    | (?:lanjut(?:kan)?|lanjutan|gulir|geser|scroll|swipe)\b.{0,60}\b(?:baca|membaca|lanjut
        |melanjutkan|continue|content|berita|artikel)\b.{0,20}\Z
    | (?:advertisement|advertorial|iklan|sponsored|pariwara|promo(?:ted)?|ad)\W*\Z
    | (?:konten\ )?(?:sedang\ |sedang\ di)?(?:memuat|dimuat|loading)\b.{0,80}\Z
    | (?:mohon|harap|silakan)\ tunggu\b.{0,60}\Z | please\ wait\b.{0,60}\Z
    | (?:artikel|berita|story|article)\b.{0,20}\b(?:dilanjutkan|berlanjut
        |continues?)\b.{0,60}\b(?:iklan|advertisement|ad)\b.*\Z
    | (?:konten|artikel|tulisan)\ ini\b.{0,40}\b(?:pariwara|iklan|advertorial|kerja\ sama
        |disponsori|sponsor)\b.{0,80}\Z
    | (?:content|presented|sponsored|paid)\ (?:by|for|partnership)\b.{0,60}\Z
    | (?:dilarang|hak\ cipta|seluruh\ (?:isi|hak|konten)|segala\ isi|all\ rights|copyright|©
        |pemuatan\ ulang|no\ part\ of)\b.*\b(?:mengutip|menyalin|memperbanyak|menyebarkan|izin
        |dilindungi|redaksi|penerbit|reserved|undang-undang|penulis|permission)\b.*\Z
    | (?:copyright|hak\ cipta)\W(?=.{0,60}(?:©|\(c\)|\b(?:19|20)\d\d\b))[^.!?]{0,60}\Z
    | (?<=©)(?:19|20)\d\d\b[^.!?]{0,60}\Z | (?<=©\ )(?:19|20)\d\d\b[^.!?]{0,60}\Z
    | (?:menemukan|temukan|ada|laporkan|lapor|melihat|found|spot(?:ted)?|report
        |see)\b.{0,40}\b(?:kesalahan|salah\ ketik|keliru|kekeliruan|typo|koreksi|error
        |mistake)\b.*\b(?:kami|redaksi|koreksi|ctrl|us|formulir|laporkan|tekan|here|sini)\b.*\Z
    | (?:laporkan|koreksi|ralat)\b.{0,60}\b(?:redaksi|kepada\ kami|ke\ kami|artikel\ ini
        |berita\ ini)\b.*\Z
    | (?:waktu|lama|estimasi|perkiraan)\b.{0,12}\b(?:baca|membaca)\b\W*\d.{0,20}\Z
    | \d+\W?(?:min(?:ute)?s?|menit)\W+(?:read|baca|membaca)\W*\Z
    | (?:dibaca|dilihat|views?|viewed|ditonton)\W++\d[\d.,]*+\W*+(?:(?:k|rb|ribu|jt|juta)\b)?\W*+
        (?:kali|times|x|views?)?\W*+\Z
    | \d[\d.,]*+\W*+(?:(?:k|rb|ribu|jt|juta)\b)?\W*+(?:kali|times|x|orang)?\W*+
        (?:dibaca|dilihat|views?
        |ditonton|komentar|comments?|suka|likes?|shares?|dibagikan|suara\ telah\ masuk
        |votes?)\b\W*(?:kali|times)?\W*\Z
    | (?:dengarkan|putar|listen|play)\b.{0,30}\b(?:artikel|berita|audio|suara|story|article
        |podcast|ini|this)\b.{0,30}\Z
    | (?:ukuran\ (?:huruf|font|teks)|font\ size|perbesar\ teks|cetak|print)\b.{0,60}\Z(?<!\.)
    | (?:ringkasan|rangkuman|dirangkum|summary|ai|disusun|dibuat|generated)\b.{0,40}\b(?:ai
        |kecerdasan\ (?:buatan|artifisial)|otomatis|generated|artificial\ intelligence)\b.*\Z
    | (?:dengan\ (?:mendaftar|masuk|berlangganan)|by\ (?:signing|subscribing|continuing
        |registering))\b.*\b(?:setuju|menyetujui|agree|kebijakan|terms|policy)\b.*\Z
    | (?:beri(?:kan)?|tulis(?:kan)?|tinggalkan|kirim(?:kan)?|leave|post
        |write)\b.{0,20}\b(?:komentar|comments?|tanggapan|pendapat\ anda)\b.{0,60}\Z
    | (?:jaga|komentar|comments?)\b.{0,40}\b(?:sopan|ujaran\ kebencian|tanggung\ jawab|civil
        |respectful|melanggar)\b.*\Z
    | (?:penulis|editor|reporter|pewarta|redaktur|kontributor|fotografer|uploader|sumber|source
        |(?:sumber|kredit|keterangan)\ (?:foto|video|gambar|grafis)
        |oleh|by|writer|author|video\ editor)\s*:\s*.{2,60}\Z(?<![.!?])
    | (?:berita|artikel|konten|related|more|most|recommended|you\ (?:may|might)|baca\ juga
        |pilihan|rekomendasi|terpopuler|trending|populer|terkini|sebelumnya|berikutnya|previous
        |next|komentar(?:\ terpopuler)?|comments?)\W*+(?:(?:terkait|lainnya|pilihan|terbaru
        |terpopuler|populer|rekomendasi|terkini|stories|articles?|news|popular|read|untuk\ anda
        |for\ you|also\ like|editor|redaksi|post|like|anda|\d++)\W*+)*+\Z
    | \d[\d.,]*+\ (?:orang|pembaca|readers?|people)\ (?:are\ |is\ )?(?:sedang|tengah|juga|now
        |reading)\b.{0,20}(?:baca|membaca|melihat|reading)\b.{0,40}\Z
    | (?:artikel|berita|tulisan|teks|naskah|konten|halaman|this\ (?:article|story|page))\b.{0,20}
        \b(?:diterjemahkan|dialihbahasakan|translated)\b.{0,40}\b(?:otomatis|mesin|ai|kecerdasan
        |automatic\w*|machine)\b.*\Z
    | (?:[\w.\ &-]{2,40}[/|·•]\ ?)?
        (?:oleh(?!\ karena)|by|penulis|reporter|pewarta|editor|redaksi|ditulis\ oleh)\b
        [^.!?]{2,60}[,|·•–/-]\W{0,3}(?:\w{4,6}\W{1,3})?\d{1,2}\W
        {1,2}\w{1,9}\W{1,2}(?:19|20)?\d\d\b(?:\W{0,4}(?:pukul|jam|at)?\W{0,3}\d{1,2}[:.]\d\d
        (?:\W{0,3}(?:[ap]m|wib|wita|wit|gmt|utc)\b)?)?(?:\W{1,4}\d+\W?(?:min|menit)\b.{0,12})?\W*\Z
    | \d+\W?(?:komentar|comments?|balasan|replies)\W*\Z
    | (?:pembaruan|pembaharuan|update|diperbarui|diperbaharui)\W[^a-z]{4,24}(?:wib|wita|wit)\b
        .{0,160}\Z
    | \d+\ ?(?:dari|of|/)\ ?\d+(?:\ (?:halaman|pages?))?\W*\Z | perbesar\W*\Z
    | (?:bagian|halaman|part|page)\ \d{1,3}(?:\W+(?:dari|of)\W+\d{1,3})?\W*\Z
    | (?:sedang\ dibaca|now\ reading|anda\ sedang\ membaca)\b.*\Z
    | (?:kami|redaksi)\ (?:mengundang|mengajak)\b.{0,30}\bpembaca\b.*\Z
    | (?:dukung|support|donasi|donate|sumbang|traktir)\b.{0,40}\b(?:kami|us|jurnalisme
        |journalism|redaksi|our)\b.*\Z
    | (?<=[\[/])[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|[^\s\]"]+))+\s*/?\]\W*\Z
    | jurnalisme\ (?:yang\ )?(?:baik|bermutu|berkualitas)\b.{0,40}\b(?:biaya|dukungan|mahal)\b.*\Z
    )""",
    re.VERBOSE | re.DOTALL,
)
"""Of a line in small letters: where case is not folded, most forms are told by their first one."""
_FIRST = re.compile(r"[^\w©]*+(\w{0,5})")
_FIRSTS: Final = frozenset(
    word[:5] for word in re.findall(r"[a-z]+", re.sub(r"\\.", " ", _OPENS.pattern))
)
"""How its words begin, one of which opens each form but those with a number or a mark."""


def is_service_line(text: str) -> bool:
    """Return whether a line asks readers to do something with the page, or says whose it is.

    >>> is_service_line("Bagikan artikel ini ke Facebook, WhatsApp, atau X.")
    True
    >>> is_service_line("Warga membagikan makanan kepada pengungsi sejak pagi.")
    False
    """
    return len(text) <= _LONGEST and _may_serve(text) and _serves(text)


def _may_serve(text: str) -> bool:
    """Whether a line begins as one that serves may: most do not, and need no closer look."""
    first = _FIRST.match(text)
    start = first[1].lower() if first else ""
    if start in _FIRSTS or start[:4] in _FIRSTS or not start.isalpha():
        return True
    return "/" in text or "|" in text or "·" in text or "•" in text or "[" in text


@lru_cache(maxsize=512)  # a line is asked for, then the box around it, then its paragraph
def _serves(text: str) -> bool:
    return _OPENS.match(text.lower()) is not None
