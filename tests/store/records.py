"""Records to store: one generator for all tests, kill loops and benchmarks of the store."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from newsspider.items import Article, Link, to_record

NOW = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
DAY = "2026-05-01"
SITE = "sindonews"

_SENTENCE = (
    "Pemerintah daerah menyiapkan jalur alternatif bagi warga yang hendak pulang kampung "
    "menjelang akhir pekan panjang, sementara petugas berjaga di sejumlah titik rawan macet. "
)


def record(number: int, *, headline: str = "", body: str = "", **more: Any) -> dict[str, Any]:
    """A valid record of about 2.5 KB; `more` replaces fields of `Article`."""
    text = body or f"Berita nomor {number}. {_SENTENCE * 10}".strip()
    fields = {
        "id": f"sindonews:pena:{number}",
        "site": SITE,
        "url": f"https://nasional.sindonews.com/read/{number}/15/berita-{number}-1650000000",
        "headline": headline or f"Berita Nomor {number} Hari Ini",
        "date_published": "2026-05-01T09:00:00+07:00",
        "date_published_source": "visible",
        "section": "nasional",
        "article_body": text,
        "word_count": len(text.split()),
        "related": [
            Link(headline="Kabar lain", url="https://nasional.sindonews.com/read/1/15/kabar-lain-1")
        ],
        "layout": "2025",
        "content_hash": sha256(f"{headline}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[
            :16
        ],
        "fetched_at": "2026-05-01T03:00:00Z",
    }
    return to_record(Article(**{**fields, **more}))
