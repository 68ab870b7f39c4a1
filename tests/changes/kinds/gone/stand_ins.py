"""What tools and desks put in the place of a text, often about the same headline."""

import re
from base64 import b64encode
from functools import partial

from markupsafe import escape

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_QUOTATION = re.compile(r"[\"“][^\"“”]{20,}[\"”]")


def _told(subject: Subject, lines: list[str]) -> bytes:
    """Fill the text's box with paragraphs."""
    marked = "".join(f"<p>{escape(line)}</p>" for line in lines)
    tree.fill(subject.text, tree.fragment(marked))
    return subject.page()


@kind("A digest keeps the first sentence of each paragraph.", Whereabouts.CUT)
def first_sentences_only(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    short = [_SENTENCE_END.split(line)[0] for line in lines]
    lost = sum(one != other for one, other in zip(lines, short, strict=True))
    return _told(subject, short) if lost > len(lines) / 2 else None


@kind("A server clamps each paragraph to a number of letters.", Whereabouts.CUT)
def paragraphs_clamped(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    most = subject.rng.randint(90, 140)
    if max(map(len, lines)) <= most:
        return None
    return _told(subject, [line if len(line) < most else line[:most] + "…" for line in lines])


@kind("The opening moved into a picture's banner that was not rendered.", Whereabouts.CUT)
def opening_lost(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    return _told(subject, lines[1:]) if len(lines) > 2 else None


@kind("The first of several pages, which a script turns.", Whereabouts.CUT)
def pages_turned_by_a_script(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    if len(lines) < 3:
        return None
    _told(subject, lines[: len(lines) // 2])
    pager = '<div class="{{ name("box") }}"><button>1</button><button>2</button></div>'
    subject.text.extend(subject.elements(pager))
    return subject.page()


@kind("A preview of the story quotes what was said in it, no more.", Whereabouts.CUT)
def quotations_only(subject: Subject) -> bytes | None:
    quotations = _QUOTATION.findall("\n".join(subject.facts.paragraphs))
    return _told(subject, quotations) if quotations else None


@kind("A search optimiser's questions about the headline stand there.", Whereabouts.GONE)
def questions_about_the_headline(subject: Subject) -> bytes:
    headline = subject.facts.headline
    return _told(
        subject,
        [
            f"Apa yang dimaksud dengan {headline}?",
            f"{headline} adalah topik yang banyak dicari pembaca dalam beberapa hari terakhir.",
            f"Mengapa {headline} ramai dibicarakan?",
            f"Karena {headline} menyangkut kepentingan banyak orang di berbagai daerah.",
            "Di mana informasi selengkapnya dapat dibaca?",
            "Informasi selengkapnya tersedia di laman ini dan akan diperbarui secara berkala.",
        ],
    )


@kind("Filler for search engines turns around the headline.", Whereabouts.GONE)
def filler_around_the_headline(subject: Subject) -> bytes:
    headline, description = subject.facts.headline, subject.facts.record["description"] or ""
    return _told(
        subject,
        [
            f"Berikut ulasan mengenai {headline} yang perlu Anda ketahui.",
            f"{description} Simak sampai habis ulasan tentang {headline} berikut ini.",
            f"Demikian informasi mengenai {headline}. Semoga bermanfaat bagi para pembaca.",
        ],
    )


@kind("The story became a video, whose blurb names the headline.", Whereabouts.GONE)
def blurb_of_the_video(subject: Subject) -> bytes:
    headline = subject.facts.headline
    return _told(
        subject,
        [
            f"Saksikan video {headline} hanya di kanal resmi kami.",
            f"Durasi {subject.rng.randint(1, 9)} menit. Jangan lupa menekan tombol suka dan "
            "berlangganan agar tidak tertinggal tayangan berikutnya.",
            f"Juru kamera dan penyunting: tim video. #{headline.split()[0]} #berita #terkini",
        ],
    )


@kind("The newsroom's own post on a network stands for the text.", Whereabouts.GONE)
def post_of_the_newsroom(subject: Subject) -> bytes:
    post = (
        '<blockquote class="twitter-tweet"><p lang="in">{{ headline }}. {{ description }} '
        '<a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; Redaksi (@redaksi) '
        "<a href='#'>{{ say('today') }}</a></blockquote>"
    )
    tree.fill(subject.text, subject.elements(post))
    return subject.page()


@kind("The archive moved to another portal, says the story's place.", Whereabouts.GONE)
def story_moved(subject: Subject) -> bytes:
    headline = subject.facts.headline
    return _told(
        subject,
        [
            f"Artikel berjudul {headline} telah dipindahkan ke portal baru kami.",
            "Seluruh arsip sebelum tahun ini kini berada di satu alamat. Tautan lama akan "
            "diarahkan secara otomatis dalam beberapa minggu ke depan.",
        ],
    )


@kind("Letters are stored backwards and turned by style, against copying.", Whereabouts.GONE)
def letters_backwards(subject: Subject) -> bytes:
    subject.text.set("style", "unicode-bidi:bidi-override;direction:rtl")
    return _told(subject, [str(line)[::-1] for line in subject.lines(markup=False)])


@kind("The text stands there encoded until a script decodes it.", Whereabouts.GONE)
def text_encoded(subject: Subject) -> bytes:
    lines = [str(line).encode() for line in subject.lines(markup=False)]
    return _told(subject, [b64encode(line).decode() for line in lines])


@kind("A loop that never moves on prints the first paragraph again and again.", Whereabouts.CUT)
def first_paragraph_again_and_again(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    return _told(subject, lines[:1] * len(lines)) if len(lines) > 2 else None
