"""The twins that `python -m benchmarks.sites` measures pages beside."""

from datetime import UTC, datetime

from benchmarks.sites import Pair, in_twins, pair, twin
from newsspider.extract import Page, extract
from newsspider.store.pages.fixtures import Fixture
from tests.support.project import PROJECT


def test_a_twin_is_read_as_the_same_text_in_a_page_of_as_many_elements() -> None:
    article = extract(
        Fixture.load(PROJECT / "fixtures" / "tempo" / "2025-26-a-box-a-paragraph").page()
    )
    for elements in (400, 900):
        found = twin(article, elements, 150_000)
        read = extract(found)
        assert read.site == "sindonews"
        assert read.headline == article.headline
        assert read.article_body == article.article_body
        assert abs(sum(1 for _ in found.root.iter()) - elements) < 10
        assert abs(len(found.body) - 150_000) < 100


def test_a_refused_page_has_no_twin() -> None:
    url = "https://www.detik.com/jatim/berita/d-7016153/panen-raya"
    page = Page.from_bytes(url, b"<p>Halaman tidak ditemukan.", datetime(2026, 11, 28, tzinfo=UTC))
    assert pair(page) is None


def test_pages_cost_as_many_twins_as_their_seconds_say() -> None:
    page = Page.from_bytes("https://kabar.example/", b"", datetime(2026, 11, 28, tzinfo=UTC))
    pairs = [Pair(page, page, 1, 1, 3.0, 1.0), Pair(page, page, 1, 1, 1.0, 1.0)]
    assert in_twins(pairs) == 2
